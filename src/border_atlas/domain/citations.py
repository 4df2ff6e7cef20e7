"""Ready citations of the dataset, a mission, a border area and a view."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode, urlsplit

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.dates_text import say_date, say_day
from border_atlas.domain.lookup import record
from border_atlas.domain.permalinks import frozen, version_tag
from border_atlas.domain.sentence import counts_line, describe
from border_atlas.domain.sources import UNREAD
from border_atlas.domain.url import to_params
from border_atlas.domain.view import View
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.model import VERIFIED_LABELS, Verified

NAME: Final = "Border Atlas"
LICENCE: Final = f"Creative Commons Attribution 4.0 International (CC BY 4.0), credit “{NAME}”"
BASE_CREDIT: Final = (
    "Borders cut from country polygons are adapted from Natural Earth (public domain), packaged as world-atlas 2.0.2."
)
_WORK: Final = f"{NAME}: border management in peace operations"
_LICENCE_SHORT: Final = "Licence: CC BY 4.0."
_STRAIGHT: Final = re.compile(r'"([^"]*)"')
#: Quotation marks that stand within others.
_INNER: Final = str.maketrans("„“”", "\N{SINGLE LOW-9 QUOTATION MARK}‘’")


@dataclass(frozen=True)
class Request:
    """What a view answers: in a sentence, and as parameters of a link."""

    said: str
    params: Mapping[str, str]


def request_of(view: View, words: Vocabulary) -> Request:
    """Say what the selection of a view asks."""
    return Request(describe(view.selection, words), to_params(view.selection))


@dataclass(frozen=True)
class Citation:
    """One line for a slide or a caption, and the full form for a list of references."""

    short: str
    long: str


def link_to(params: Mapping[str, str], address: str = "") -> str:
    """Write a link; without an address it starts at the question mark and fits behind any.

    An address that ends with its host gets the slash that stands before a question mark.
    """
    query = urlencode(params, safe=",")
    if address and not urlsplit(address).path:
        address += "/"
    return f"{address}?{query}" if query else address or "?"


def cite_dataset(dataset: Dataset, *, address: str = "") -> Citation:
    """Cite the dataset as a whole."""
    size = f"{len(dataset.missions)} missions, {len(dataset.areas)} border areas, {len(dataset.activities)} activities"
    long = [
        f"{_WORK}.",
        f"Dataset ({size}).",
        _state(dataset),
        _linked(frozen({}, dataset), address),
        _LICENCE_SHORT,
    ]
    return Citation(_short(dataset, ""), " ".join(long))


def cite_mission(dataset: Dataset, mission_id: str, *, address: str = "") -> Citation:
    """Cite what the atlas says of a mission.

    Raises
    ------
    SelectionError
        If there is no such mission.
    """
    row = record(dataset, "mission_id", mission_id)
    acronym, name = str(row["acronym"]), str(row["name"])
    title = f"{acronym} – {name}" if acronym and acronym != name else name
    return _cite_record(dataset, row, acronym or name, title, {"mission": mission_id}, address)


def cite_area(dataset: Dataset, area_id: str, *, address: str = "") -> Citation:
    """Cite what the atlas says of a border area.

    Raises
    ------
    SelectionError
        If there is no such area.
    """
    row = record(dataset, "area_id", area_id)
    return _cite_record(dataset, row, str(row["name"]), str(row["name"]), {"area": area_id}, address)


def cite_view(
    dataset: Dataset, view: View, words: Vocabulary, *, address: str = "", request: Request | None = None
) -> Citation:
    """Cite a selection, or another ``request``, with what it leaves."""
    request = request or request_of(view, words)
    said, params = request.said, frozen(request.params, dataset)
    long = [
        f"{_WORK}.",
        f"{_quoted(said)} ({counts_line(view)}).",
        _state(dataset),
        _linked(params, address),
        _LICENCE_SHORT,
    ]
    return Citation(_short(dataset, _quoted(said)), " ".join(long))


def _cite_record(
    dataset: Dataset, row: "pd.Series", short: str, title: str, params: Mapping[str, str], address: str
) -> Citation:
    mark = VERIFIED_LABELS[Verified(row["verified"])]
    checked = f"Checked on {say_date(row['checked_on'])}, {mark}." if row["checked_on"] else f"{mark.capitalize()}."
    long = [
        f"{_WORK}.",
        f"{_quoted(title)}.",
        _state(dataset),
        checked,
        _rests_on(dataset, row["source_ids"]),
        _linked(frozen(params, dataset), address),
        _LICENCE_SHORT,
    ]
    return Citation(_short(dataset, short), " ".join(part for part in long if part))


def _short(dataset: Dataset, what: str) -> str:
    state = f"data as of {say_day(dataset.data_as_of)}, version {version_tag(dataset)}"
    return f"{NAME}, {what} ({state})" if what else f"{NAME} ({state})"


def _state(dataset: Dataset) -> str:
    return f"Data as of {say_day(dataset.data_as_of)}, version {version_tag(dataset)}."


def _linked(params: Mapping[str, str], address: str) -> str:
    return f"Link: {link_to(params, address)} ."


def _quoted(text: str) -> str:
    """Put text in quotation marks; those within it become single ones."""
    inner = _STRAIGHT.sub("‘\\1’", text.translate(_INNER))
    return f"“{inner}”"


def _rests_on(dataset: Dataset, source_ids: Iterable[str]) -> str:
    """Name the pages behind a record: who cites it should see what it was taken from."""
    wanted = set(source_ids) - {UNREAD}
    used = dataset.sources[dataset.sources["source_id"].isin(wanted)]
    said = [
        f"{publisher}, {_quoted(title)}" if publisher else _quoted(title)
        for publisher, title in zip(used["publisher"], used["title"], strict=True)
    ]
    return f"After: {'; '.join(said)}." if said else ""
