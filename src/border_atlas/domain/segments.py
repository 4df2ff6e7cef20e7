"""The parts of an activity's bar on a timeline: what is sure, what is only possible, where nobody knows.

A bar never claims more than the dates do. Between the last possible day of its start and the first
possible day of its end an activity is *sure*; around that it is only *possible*. A start that is copied
from the mission or missing *fades* in. Marks tell the rest: ``▶`` runs on, ``?`` a begin or an end that no
source states.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final, Self

from border_atlas.data.dates import BEGINNING, PartialDate, parse_optional
from border_atlas.model import EndBasis, StartBasis


class Part(StrEnum):
    """What a row of a timeline draws."""

    SURE = "sure"
    POSSIBLE = "possible"
    FADE = "fade"
    BEGIN_MARK = "begin mark"
    END_MARK = "end mark"


#: Signs of marks.
RUNS_ON: Final = "▶"
NOT_STATED: Final = "?"

POSSIBLE_OPACITY: Final = 0.35
FADE_OPACITIES: Final = (0.12, 0.3, 0.5, 0.72)
#: Longest fade; a start copied from the mission says nothing on how far it is wrong.
FADE_DAYS: Final = 3 * 365
_DAY: Final = timedelta(days=1)
_OPEN_BASES: Final = frozenset({EndBasis.LAST_SEEN.value, EndBasis.UNKNOWN.value, ""})


@dataclass(frozen=True)
class Segment:
    """A part of a bar from ``begin`` to ``end`` (both included), or a mark with its ``sign``."""

    part: Part
    begin: date
    end: date
    opacity: float = 1.0
    sign: str = ""


@dataclass(frozen=True)
class Life:
    """The dates of an activity and what they rest on; ``earliest``: first day it can have been active."""

    start: PartialDate | None
    start_basis: str
    end: PartialDate | None
    end_basis: str
    seen: PartialDate | None
    earliest: date

    @classmethod
    def of(cls, row: Mapping[Hashable, Any]) -> Self:
        """Read the dates of one row of the activities."""
        return cls(
            start=parse_optional(row["start_date"]),
            start_basis=row["start_basis"],
            end=parse_optional(row["end_date"]),
            end_basis=row["end_basis"],
            seen=parse_optional(row["last_seen"]),
            earliest=row["earliest"].date(),
        )

    @property
    def runs(self) -> bool:
        """Whether a page shows the activity to run."""
        return self.end is None and self.end_basis == EndBasis.RUNNING


@dataclass(frozen=True)
class Bounds:
    """What is possible (``begin`` to ``end``) and what is sure, if its two days are in order."""

    begin: date
    sure_begin: date
    sure_end: date
    end: date

    @property
    def has_core(self) -> bool:
        """Whether any day is sure."""
        return self.sure_begin <= self.sure_end


def bounds(life: Life, as_of: date) -> Bounds:
    """Work out what is sure and what is possible, judged on the day of the data."""
    sure_end = _sure_end(life, as_of)
    if life.start:
        end = life.end.last if life.end else max(as_of, life.start.last)
        return Bounds(life.start.first, life.start.last, min(sure_end or life.start.last, end), end)
    end = life.end.last if life.end else as_of
    proof = sure_end or end
    begin = proof - timedelta(days=FADE_DAYS) if life.earliest == BEGINNING else min(life.earliest, proof)
    # Without any proof no day is sure: the two days are then out of order on purpose.
    return Bounds(begin, proof, proof if sure_end else begin - _DAY, end)


def _sure_end(life: Life, as_of: date) -> date | None:
    """Return the last day that a source shows, if one does."""
    if life.end:
        return life.end.first
    if life.seen:
        return min(life.seen.first, as_of)
    return as_of if life.runs else None


def segments(life: Life, as_of: date) -> list[Segment]:
    """Return the parts and marks of an activity's bar, from left to right."""
    found = bounds(life, as_of)
    marks_begin = life.start_basis == StartBasis.FIRST_SEEN or not life.start
    begin = [Segment(Part.BEGIN_MARK, found.begin, found.begin, sign=NOT_STATED)] if marks_begin else []
    sign = _end_sign(life)
    end = [Segment(Part.END_MARK, found.end, found.end, sign=sign)] if sign else []
    return [*begin, *_bars(life, found), *end]


def sure_span(life: Life, as_of: date) -> tuple[date, date] | None:
    """Return the days drawn in full, if there are any."""
    bars = _bars(life, bounds(life, as_of))
    return next(((bar.begin, bar.end) for bar in bars if bar.part == Part.SURE), None)


def _end_sign(life: Life) -> str:
    if life.runs:
        return RUNS_ON
    return NOT_STATED if life.end is None or life.end_basis in _OPEN_BASES else ""


def _bars(life: Life, found: Bounds) -> Iterator[Segment]:
    if not found.has_core:
        yield Segment(Part.POSSIBLE, found.begin, found.end, POSSIBLE_OPACITY)
        return
    sure = found.sure_begin
    if life.start_basis == StartBasis.INHERITED or not life.start:
        sure = _faded_until(life, found)
        yield from _fade(found.begin, sure)
    elif found.begin < sure:
        yield Segment(Part.POSSIBLE, found.begin, sure - _DAY, POSSIBLE_OPACITY)
    yield Segment(Part.SURE, sure, found.sure_end)
    if found.sure_end < found.end:
        yield Segment(Part.POSSIBLE, found.sure_end + _DAY, found.end, POSSIBLE_OPACITY)


def _faded_until(life: Life, found: Bounds) -> date:
    """Return the first day drawn in full: the proof itself, or at most three years after a copied start."""
    if not life.start:
        return found.sure_begin
    half = (found.sure_end - found.sure_begin) // 2
    return found.sure_begin + min(timedelta(days=FADE_DAYS), timedelta(days=half.days))


def _fade(begin: date, until: date) -> Iterator[Segment]:
    days, count = (until - begin).days, len(FADE_OPACITIES)
    steps = [begin + timedelta(days=days * step // count) for step in range(count + 1)]
    for first, after, opacity in zip(steps, steps[1:], FADE_OPACITIES, strict=False):
        if first < after:
            yield Segment(Part.FADE, first, after - _DAY, opacity)
