"""Reads days as people write them: 2024-05-13, 13.05.2024, 05/13/2024, 13 May 2024, 13. Mai 2024, 2024."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from border_atlas.domain.own_cells import Flags, Objects, texts_of
from border_atlas.domain.own_words import month as month_of
from border_atlas.domain.textmatch import fold

#: What was wrong, as own_faults tells it in words.
UNREAD, NO_DAY, TWO_READINGS = "unreadable date", "no such day", "order of day and month"

_MOST: Final = 60
_TIME: Final = r"(?:[t ,]+(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?)?"
_ZONE: Final = r" ?(?P<zone>z|utc|gmt|[+-][0-9]{2}:?[0-9]{2})?"
_END: Final = _TIME + _ZONE
_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?", re.ASCII)
_YEAR_FIRST: Final = re.compile(
    r"(?P<year>[0-9]{4})(?:(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?:(?P=sign)(?P<day>[0-9]{1,2}))?)?" + _END
)
_BARE: Final = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})" + _END)
_YEAR_LAST: Final = re.compile(
    r"(?P<first>[0-9]{1,2})(?P<sign>[-/.]) ?(?P<second_>[0-9]{1,2})(?P=sign) ?(?P<year>[0-9]{4}|[0-9]{2})" + _END
)
_DAY_NAME: Final = re.compile(r"^[^\W\d_]{2,10}[.,]+ ?(?=[0-9])")
_NAME: Final = r"(?P<name>[^\W\d_]{3,12})\.?"
_YEAR: Final = r"(?P<year>[0-9]{4})(?: ?г\.?)?"  # noqa: RUF001  Russian dates end in the first letter of "year"
_WORDED: Final = (
    re.compile(rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|er|\.)?[ -]*(?:de |of )?{_NAME},?[ -]*(?:de )?{_YEAR}{_END}"),
    re.compile(rf"{_NAME} ?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}{_END}"),
    re.compile(rf"{_NAME}(?: de)?[ -]{_YEAR}{_END}"),
)
#: Two-digit years up to this are of this century.
_TURN: Final = 69


class Day(NamedTuple):
    """A moment as read, and what is wrong with it."""

    moment: datetime | None
    fault: str


class Days(NamedTuple):
    """A column of dates: moments (NaT if there is none), what is wrong with each cell, and which cells are empty."""

    moments: npt.NDArray[np.datetime64]
    faults: Objects
    empty: Flags


class DayOrder(NamedTuple):
    """Whether the day comes first in 13/05/2024, how many texts prove it and how many the opposite."""

    day_first: bool
    proofs: int
    against: int
    open: int


def read_day(text: str, *, day_first: bool) -> Day:
    """Read a date, with or without a time; a year or month alone stands for its first day."""
    if len(text) > _MOST:
        return Day(None, UNREAD)
    folded = _DAY_NAME.sub("", " ".join(fold(text).split()))
    found = _YEAR_FIRST.fullmatch(folded) or _BARE.fullmatch(folded)
    if found:
        return _day(found, int(found["month"] or 1), int(found["day"] or 1))
    found = _YEAR_LAST.fullmatch(folded)
    if found:
        return _year_last(found, day_first=day_first)
    for form in _WORDED:
        found = form.fullmatch(folded)
        month = month_of(found["name"]) if found else 0
        if found and month:
            return _day(found, month, int(found.groupdict().get("day") or 1))
    return Day(None, UNREAD)


def read_days(cells: "pd.Series[Any]", *, day_first: bool) -> Days:
    """Read a column of dates; each different text is read once."""
    texts = texts_of(cells, na=True)
    moments, odd = _iso(texts.texts)
    faults = np.full(len(moments), "", dtype=object)
    for place in np.flatnonzero(odd):
        moment, faults[place] = read_day(texts.texts[place], day_first=day_first)
        moments[place] = np.datetime64("NaT") if moment is None else np.datetime64(moment, "s")
    every = np.append(moments, np.datetime64("NaT", "s"))[texts.codes]
    return Days(every, texts.spread(faults, ""), texts.codes < 0)


def _iso(texts: list[str]) -> tuple[npt.NDArray[np.datetime64], Flags]:
    """Read plain ISO dates all at once; tell which texts need a closer look."""
    plain = np.array([_ISO.fullmatch(text) is not None for text in texts], dtype=bool)
    moments = np.full(len(texts), np.datetime64("NaT"), dtype="datetime64[s]")
    if plain.any():
        wanted = np.array(texts, dtype=object)[plain]
        moments[plain] = pd.to_datetime(wanted, format="ISO8601", errors="coerce").to_numpy(dtype="datetime64[s]")
    return moments, np.isnat(moments)


def order_of_days(texts: Iterable[str]) -> DayOrder:
    """Tell from texts such as 13/05/2024 whether the day comes first; where none proves it, it does."""
    day, month, both = 0, 0, 0
    for text in texts:
        found = _YEAR_LAST.fullmatch(_DAY_NAME.sub("", " ".join(fold(text[:_MOST]).split())))
        if not found or found["sign"] == ".":
            continue
        first, second = int(found["first"]), int(found["second_"])
        day += first > 12 >= second  # noqa: PLR2004  months
        month += second > 12 >= first  # noqa: PLR2004  months
        both += first <= 12 and second <= 12 and first != second  # noqa: PLR2004  months
    first_is_day = day >= month
    return DayOrder(first_is_day, max(day, month), min(day, month), both)


def _year_last(found: "re.Match[str]", *, day_first: bool) -> Day:
    first, second = int(found["first"]), int(found["second_"])
    dayfirst = day_first or found["sign"] == "."
    day, month = (first, second) if dayfirst else (second, first)
    read = _day(found, month, day)
    other = _day(found, day, month)
    return Day(None, TWO_READINGS) if read.fault and not other.fault and found["sign"] != "." else read


def _day(found: "re.Match[str]", month: int, day: int) -> Day:
    year = int(found["year"])
    if len(found["year"]) == 2:  # noqa: PLR2004  a short year
        year += 2000 if year <= _TURN else 1900
    try:
        moment = datetime(
            year, month, day, int(found["hour"] or 0), int(found["minute"] or 0), int(found["second"] or 0), tzinfo=UTC
        )
        return Day((moment - _offset(found["zone"])).replace(tzinfo=None), "")
    except (ValueError, OverflowError):
        return Day(None, NO_DAY)


def _offset(zone: str | None) -> timedelta:
    if not zone or zone[0] not in "+-":
        return timedelta()
    size = timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    return -size if zone[0] == "-" else size
