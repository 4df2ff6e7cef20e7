"""Links that last: former ids, and links that name the version of the data they were made with."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from border_atlas.config import TABLES
from border_atlas.data.dataset import Dataset
from border_atlas.domain.dates_text import say_day
from border_atlas.errors import DatasetError

#: URL parameter of a frozen link.
VERSION_PARAM: Final = "v"
#: Table of ids that were changed, see geodata/README.md.
RENAMED: Final = TABLES / "renamed_ids.csv"
RENAMED_COLUMNS: Final = ("old_id", "new_id", "kind", "since", "notes")
KINDS: Final = ("mission", "area")

#: An id that old notes or other lists may carry before the mission's own.
_PREFIXES: Final = ("eu-", "un-", "osce-")
_VERSION: Final = re.compile(r"(\d{8})-([0-9a-z]{4,16})", re.ASCII)
_SHORT: Final = 8


@dataclass(frozen=True)
class RenamedId:
    """A mission or area id that was in use before."""

    old_id: str
    new_id: str
    kind: str
    since: str
    notes: str


def version_tag(dataset: Dataset) -> str:
    """Name the version of the data: day of the state of affairs and digest, ``20260105-1a2b3c4d``."""
    return f"{dataset.data_as_of:%Y%m%d}-{dataset.version[:_SHORT].lower()}"


def frozen(params: Mapping[str, str], dataset: Dataset) -> dict[str, str]:
    """Give the parameters of a link that also says with which version of the data it was made."""
    return {**params, VERSION_PARAM: version_tag(dataset)}


def version_notice(tag: str, dataset: Dataset) -> str:
    """Say whether the data changed since a frozen link was made; nothing if they did not.

    ``tag`` may be anything that a stranger wrote into a link.
    """
    match = _VERSION.fullmatch(tag.strip().casefold())
    if tag.strip() == "" or (match and match.group() == version_tag(dataset)):
        return ""
    made = _day(match.group(1)) if match else None
    if match is None or made is None:
        return f"This link names no version of the data that can be read; what is shown is {_present(dataset)}."
    said = f"This link was made with data version {match.group()} (data as of {say_day(made)})"
    if made > dataset.data_as_of:
        return f"{said}, which is newer than what this copy of the atlas holds: {_present(dataset)}."
    return f"{said}; newer data exist. What is shown is {_present(dataset)}; numbers and records may differ."


def read_renamed(path: Path = RENAMED) -> tuple[RenamedId, ...]:
    """Read the table of former ids; it may have no row.

    Raises
    ------
    DatasetError
        If the table is missing, damaged or a row lacks an id or names no known kind.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{path.name} cannot be read ({error}); right is a UTF-8 file with {', '.join(RENAMED_COLUMNS)}."
        raise DatasetError(msg) from None
    header, *rows = list(csv.reader(text.splitlines())) or [[]]
    if tuple(header) != RENAMED_COLUMNS:
        msg = f"{path.name} has the columns {', '.join(header)}; right are {', '.join(RENAMED_COLUMNS)}."
        raise DatasetError(msg)
    return tuple(_renamed(path, line, row) for line, row in enumerate(rows, start=2))


def renamed_ids(dataset: Dataset, table: Iterable[RenamedId]) -> dict[str, str]:
    """Map former ids to present ones, for the vocabulary that reads links.

    Besides the table, a mission's id behind the prefix of an organisation (``eu-…``, ``un-…``,
    ``osce-…``) leads to the mission, unless that is an id of its own.
    """
    known = set(dataset.missions["mission_id"]) | set(dataset.areas["area_id"])
    prefixed = {f"{prefix}{one}": str(one) for prefix in _PREFIXES for one in dataset.missions["mission_id"]}
    listed = {row.old_id: row.new_id for row in table}
    return {old: new for old, new in (prefixed | listed).items() if old not in known}


def _renamed(path: Path, line: int, row: list[str]) -> RenamedId:
    if len(row) != len(RENAMED_COLUMNS):
        msg = f"{path.name}, line {line} has {len(row)} cells; right are {len(RENAMED_COLUMNS)}."
        raise DatasetError(msg)
    renamed = RenamedId(*row)
    if not renamed.old_id or not renamed.new_id or renamed.kind not in KINDS:
        msg = f"{path.name}, line {line}: {row}; right are an old and a new id and the kind {' or '.join(KINDS)}."
        raise DatasetError(msg)
    return renamed


def _present(dataset: Dataset) -> str:
    return f"version {version_tag(dataset)} (data as of {say_day(dataset.data_as_of)})"


def _day(digits: str) -> date | None:
    try:
        # Only the day counts, so a time zone would say nothing.
        return datetime.strptime(digits, "%Y%m%d").date()  # noqa: DTZ007
    except ValueError:  # such as 20260231
        return None
