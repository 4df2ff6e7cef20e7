"""Dates that are only partly known, read as intervals of days.

A date is written as ISO 8601, as precisely as it is known: ``2013-05-22``, ``2013-05`` or ``2013``.
It stands for the interval from its first to its last possible day, so "active in 2013" takes in what
is dated ``2013``, ``2013-05`` or ``2013-05-22`` and what had begun before and had not ended by then.

A record *can have been active* from the first possible day of its start to the last possible day of
its end. Three rules for what is missing:

* Without a start it can have been active since the start of its mission (a mission: since ever).
* Without an end it is open: it can be active on any later day. Its basis says whether a page shows it
  to run (``running``, up to ``last_seen``) or nobody has looked (``unknown``).
* An end with the basis ``last-seen`` is the last day a page shows the record, not the day it stopped.
  It is not shown after that day, but never called "ended" in words.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from border_atlas.errors import DateError

#: The earliest day of a mission whose start nobody knows.
BEGINNING: Final = date.min
#: The latest day of a record that has no end.
OPEN_END: Final = date.max

_PARTIAL: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DECEMBER: Final = 12


@dataclass(frozen=True)
class PartialDate:
    """A date known to the year, the month or the day: ``first`` and ``last`` possible day."""

    first: date
    last: date
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Interval:
    """Days from ``earliest`` to ``latest``, both included."""

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            msg = f"An interval cannot end ({self.latest}) before it begins ({self.earliest})."
            raise DateError(msg)

    @classmethod
    def of_years(cls, first: int, last: int) -> Self:
        """Return the days of whole years, both included."""
        return cls(date(first, 1, 1), date(last, 12, 31))

    def overlaps(self, other: "Interval") -> bool:
        """Say whether the two have a day in common."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def __contains__(self, day: date) -> bool:
        return self.earliest <= day <= self.latest


def parse_partial(text: str) -> PartialDate:
    """Read a date known to the year, the month or the day.

    Examples
    --------
    >>> parse_partial("2013-02").last
    datetime.date(2013, 2, 28)

    Raises
    ------
    DateError
        If ``text`` is not written as told or names a day that no calendar has.
    """
    match = _PARTIAL.fullmatch(text)
    if not match:
        msg = f"'{text}' is no date; right is YYYY, YYYY-MM or YYYY-MM-DD, such as 2013-05."
        raise DateError(msg)
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        msg = f"'{text}' is not in the calendar; right is a year above 0, month and day that exist."
        raise DateError(msg) from None
    return PartialDate(first, _last_day(first, has_month=bool(month), has_day=bool(day)), text)


def parse_optional(text: str) -> PartialDate | None:
    """Read a date, or give ``None`` for an empty text.

    Raises
    ------
    DateError
        If ``text`` is neither empty nor a date.
    """
    return parse_partial(text) if text else None


def life(start: PartialDate | None, end: PartialDate | None, *, since: date = BEGINNING) -> Interval:
    """Return the widest interval in which a record can have been active.

    Parameters
    ----------
    start, end
        ``None`` where not known; a missing end is open.
    since
        Earliest day when the start is not known: the mission's earliest for an activity.

    Raises
    ------
    DateError
        If the end lies before the start on every reading.
    """
    earliest = start.first if start else min(since, end.last if end else OPEN_END)
    return Interval(earliest, end.last if end else OPEN_END)


def _last_day(first: date, *, has_month: bool, has_day: bool) -> date:
    if has_day:
        return first
    if not has_month:
        return first.replace(month=_DECEMBER, day=31)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])
