"""What an editor should check next: every record with its best source, its doubts and the day of its last check.

Two days are kept apart: the day that the data describe (`Dataset.data_as_of`; of a record, ``last_seen``)
and the day on which a page was read for the record (``checked_on``).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum
from typing import Any, Final

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.data.dates import parse_partial
from border_atlas.domain.rows import area_labels, mission_labels
from border_atlas.domain.sources import UNREAD
from border_atlas.domain.view import View
from border_atlas.model import EndBasis, GeometryQuality, SourceStanding, SourceType, StartBasis, Verified

#: Kinds of records, in the order of the list.
KINDS: Final = ("mission", "area", "activity")
KIND_LABELS: Final = {"mission": "Mission", "area": "Border area", "activity": "Activity"}
_STALE_AFTER: Final = timedelta(days=365)
_MEMORY: Final = re.compile(r"from memory|general knowledge|\bguess", re.IGNORECASE)
_COLUMNS: Final = (
    "kind", "record_id", "opens", "opens_id", "title", "checked_on", "verified", "strength", "best_source", "url",
    "flags", "last_seen", "notes",
)  # fmt: skip
_TAKEN: Final = (
    "source_ids", "verified", "checked_on", "notes", "last_seen", "start_date", "start_basis", "end_basis",
    "geometry_quality",
)  # fmt: skip
_MARK_ORDER: Final = (Verified.NO, Verified.PARTLY, Verified.YES)


class Strength(IntEnum):
    """How much a source can bear, weakest first: a copy of a page is weaker than any original."""

    NONE = 0
    NEWS_COPY = 1
    MIRROR = 2
    REFERENCE = 3
    PRESS = 4
    REPORT = 5
    DECISION = 6


STRENGTH_LABELS: Final[Mapping[int, str]] = {
    Strength.NONE: "no page read",
    Strength.NEWS_COPY: "news copy",
    Strength.MIRROR: "mirror",
    Strength.REFERENCE: "reference work",
    Strength.PRESS: "press",
    Strength.REPORT: "report",
    Strength.DECISION: "decision",
}
_BY_TYPE: Final = {
    SourceType.REFERENCE: Strength.REFERENCE,
    SourceType.PRESS: Strength.PRESS,
    SourceType.REPORT: Strength.REPORT,
    SourceType.DECISION: Strength.DECISION,
}
_BY_STANDING: Final = {SourceStanding.NEWS_COPY: Strength.NEWS_COPY, SourceStanding.MIRROR: Strength.MIRROR}


class Flag(StrEnum):
    """A reason to look at a record again."""

    UNREAD = "no page read"
    MIRROR = "mirror"
    NEWS_COPY = "news copy"
    SECONDARY = "press or reference only"
    MEMORY = "from memory"
    START = "start not known"
    FIRST_SEEN = "start only first seen"
    LAST_SEEN = "end only last seen"
    END = "end not confirmed"
    STALE = "running, not seen for a year"
    SCHEMATIC = "drawn by hand"


FLAG_NOTES: Final[Mapping[Flag, str]] = {
    Flag.UNREAD: "written from general knowledge; a page is wanted",
    Flag.MIRROR: "a source is somebody else's copy; the publisher's own page is wanted",
    Flag.NEWS_COPY: "a source is a news site's copy of a text; the original is wanted",
    Flag.SECONDARY: "no decision or report among the sources",
    Flag.MEMORY: "the note says that a part is from memory, general knowledge or a guess",
    Flag.START: "there is no start date",
    Flag.FIRST_SEEN: "the start is the first page found",
    Flag.LAST_SEEN: "the end is the last page found; the work may have gone on",
    Flag.END: "how or when it ended is not confirmed",
    Flag.STALE: "said to run, but the last page that shows it is more than a year older than the data",
    Flag.SCHEMATIC: "the geometry is a sketch",
}


@dataclass(frozen=True)
class Narrowing:
    """Which records of the list to show; an empty tuple narrows nothing, flags must all be there."""

    kinds: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Figures:
    """The list in numbers; ``oldest`` is the oldest check that a record has, if any has one."""

    records: int
    verified: int
    never_checked: int
    on_copies: int
    oldest: str


def strengths(sources: pd.DataFrame) -> dict[str, Strength]:
    """Judge each source by its id: by its standing if it is a copy, else by its type."""
    rows = zip(sources["source_id"], sources["source_type"], sources["standing"], strict=True)
    return {str(key): _strength(str(key), kind, standing) for key, kind, standing in rows}


def to_check(dataset: Dataset, view: View) -> pd.DataFrame:
    """List the records of a view, the ones to check first on top.

    Oldest check first, a record that was never checked before all others; then by its best source,
    the weakest first; then by its mark (not verified, partly, verified), kind and title.

    Returns
    -------
        Columns ``kind``, ``record_id``, ``opens`` and ``opens_id`` (the mission or area whose details
        hold the record), ``title``, ``checked_on``, ``verified``, ``strength``, ``best_source``,
        ``url``, ``flags`` (a tuple), ``last_seen``, ``notes``.
    """
    rows = pd.concat([_missions(view), _areas(dataset, view), _activities(dataset, view)], ignore_index=True)
    judged = _with_sources(dataset, rows)
    judged["flags"] = [_flags(dataset, row) for row in judged.to_dict("records")]
    order = judged.assign(
        mark=judged["verified"].map({str(mark): place for place, mark in enumerate(_MARK_ORDER)}),
        place=judged["kind"].map({kind: place for place, kind in enumerate(KINDS)}),
    )
    order = order.sort_values(["checked_on", "strength", "mark", "place", "title"], kind="stable")
    return judged.loc[order.index, list(_COLUMNS)].reset_index(drop=True)


def narrow(rows: pd.DataFrame, wanted: Narrowing) -> pd.DataFrame:
    """Keep the rows of the wanted kinds and marks that carry all the wanted flags."""
    kept = pd.Series(data=True, index=rows.index)
    if wanted.kinds:
        kept &= rows["kind"].isin(wanted.kinds)
    if wanted.marks:
        kept &= rows["verified"].isin(wanted.marks)
    asked = set(wanted.flags)
    kept &= pd.Series([asked <= set(flags) for flags in rows["flags"]], index=rows.index, dtype=bool)
    return rows[kept]


def figures(rows: pd.DataFrame) -> Figures:
    """Count what stands in a list."""
    checked = rows["checked_on"][rows["checked_on"] != ""]
    copies = {Flag.MIRROR, Flag.NEWS_COPY}
    return Figures(
        records=len(rows),
        verified=int((rows["verified"] == Verified.YES).sum()),
        never_checked=len(rows) - len(checked),
        on_copies=sum(not copies.isdisjoint(flags) for flags in rows["flags"]),
        oldest=str(checked.min()) if len(checked) else "",
    )


def flag_counts(rows: pd.DataFrame) -> dict[Flag, int]:
    """Count how many rows carry each flag; flags that none carries are left out."""
    counts = pd.Series([flag for flags in rows["flags"] for flag in flags], dtype=object).value_counts()
    return {flag: int(counts[flag]) for flag in Flag if flag in counts}


def _rows(frame: pd.DataFrame, kind: str, record: str, opens: tuple[str, str], titles: Iterable[str]) -> pd.DataFrame:
    """Bring records of one kind into the common form; what the kind does not know stays empty."""
    kind_opened, key_opened = opens
    taken = {name: frame[name].to_numpy() if name in frame else "" for name in _TAKEN}
    columns = {
        "kind": kind,
        "record_id": frame[record].to_numpy(),
        "opens": kind_opened,
        "opens_id": frame[key_opened].to_numpy(),
        "title": list(titles),
    }
    return pd.DataFrame(columns | taken, index=range(len(frame)))


def _missions(view: View) -> pd.DataFrame:
    frame = view.missions
    titles = frame["acronym"].where(frame["acronym"] != "", frame["name"])
    return _rows(frame, "mission", "mission_id", ("mission", "mission_id"), titles)


def _areas(dataset: Dataset, view: View) -> pd.DataFrame:
    titles = view.areas["area_id"].map(area_labels(dataset))
    return _rows(view.areas, "area", "area_id", ("area", "area_id"), titles)


def _activities(dataset: Dataset, view: View) -> pd.DataFrame:
    frame = view.activities
    titles = frame["mission_id"].map(mission_labels(dataset)) + ": " + frame["title"]
    return _rows(frame, "activity", "activity_id", ("mission", "mission_id"), titles)


def _strength(source_id: str, kind: str, standing: str) -> Strength:
    if source_id == UNREAD:
        return Strength.NONE
    copied = _BY_STANDING.get(SourceStanding(standing)) if standing else None
    if copied is not None:
        return copied
    return _BY_TYPE[SourceType(kind)] if kind else Strength.REFERENCE


def _with_sources(dataset: Dataset, rows: pd.DataFrame) -> pd.DataFrame:
    """Add the best source of each record, and whether any of them is a copy."""
    known = strengths(dataset.sources)
    addresses = dict(zip(dataset.sources["source_id"], dataset.sources["url"], strict=True))
    best = [max(ids, key=lambda one: known.get(one, Strength.NONE), default=UNREAD) for ids in rows["source_ids"]]
    strength = [known.get(one, Strength.NONE) for one in best]
    return rows.assign(
        strength=pd.Series([int(one) for one in strength], index=rows.index, dtype="int64"),
        best_source=[STRENGTH_LABELS[one] for one in strength],
        url=[str(addresses.get(one, "")) for one in best],
        on_mirror=[any(known.get(one) == Strength.MIRROR for one in ids) for ids in rows["source_ids"]],
        on_news_copy=[any(known.get(one) == Strength.NEWS_COPY for one in ids) for ids in rows["source_ids"]],
    )


def _flags(dataset: Dataset, row: Mapping[Any, Any]) -> tuple[Flag, ...]:
    return (*_source_flags(row), *_date_flags(row, dataset.data_as_of))


def _source_flags(row: Mapping[Any, Any]) -> list[Flag]:
    holds = {
        Flag.UNREAD: row["strength"] == Strength.NONE,
        Flag.MIRROR: row["on_mirror"],
        Flag.NEWS_COPY: row["on_news_copy"],
        Flag.SECONDARY: Strength.REFERENCE <= row["strength"] <= Strength.PRESS,
        Flag.MEMORY: _MEMORY.search(row["notes"]) is not None,
    }
    return [flag for flag, held in holds.items() if held]


def _date_flags(row: Mapping[Any, Any], as_of: date) -> list[Flag]:
    timed = row["kind"] != "area"
    holds = {
        Flag.START: timed and row["start_date"] == "",
        Flag.FIRST_SEEN: row["start_basis"] == StartBasis.FIRST_SEEN,
        Flag.LAST_SEEN: row["end_basis"] == EndBasis.LAST_SEEN,
        Flag.END: timed and row["end_basis"] == EndBasis.UNKNOWN,
        Flag.STALE: row["end_basis"] == EndBasis.RUNNING and _long_ago(row["last_seen"], as_of),
        Flag.SCHEMATIC: row["geometry_quality"] == GeometryQuality.SCHEMATIC,
    }
    return [flag for flag, held in holds.items() if held]


def _long_ago(text: str, as_of: date) -> bool:
    """Tell whether even the last day that a date can mean lies more than a year before the data."""
    return bool(text) and as_of - parse_partial(text).last > _STALE_AFTER
