"""Dates in words, never more precise than they are known."""

import re
from datetime import date
from typing import Final

from border_atlas.errors import DateError
from border_atlas.model import EndBasis, StartBasis

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PARTIAL: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)

_START_REMARKS: Final = {
    StartBasis.DECIDED: " (date of the decision)",
    StartBasis.LAUNCHED: "",
    StartBasis.FIRST_SEEN: " (first seen)",
    StartBasis.INHERITED: " (start of the mission)",
    StartBasis.UNKNOWN: "",
}
_END_REMARKS: Final = {
    EndBasis.ENDED: "",
    EndBasis.MANDATE_ENDED: " (end of the mandate)",
    EndBasis.LAST_SEEN: " (last seen, may have gone on)",
    EndBasis.RUNNING: "",
    EndBasis.UNKNOWN: " (not confirmed)",
}


def say_day(day: date) -> str:
    """Say a day: ``1 May 2013``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_date(text: str) -> str:
    """Say a date as precisely as it is known: ``2013-05`` becomes ``May 2013``.

    Raises
    ------
    DateError
        If ``text`` is not ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.
    """
    match = _PARTIAL.fullmatch(text)
    year, month, day = match.groups() if match else (None, None, None)
    if year is None or not 1 <= int(month or 1) <= len(_MONTHS):
        msg = f"“{text}” is no date; expected YYYY, YYYY-MM or YYYY-MM-DD."
        raise DateError(msg)
    if month is None:
        return year
    name = f"{_MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {name}" if day else name


def say_start(start: str, basis: str) -> str:
    """Say when something began and what that rests on: ``from 2013 (first seen)``."""
    if not start:
        return "start not known"
    return f"from {say_date(start)}{_START_REMARKS.get(StartBasis(basis or 'unknown'), '')}"


def say_end(end: str, basis: str, last_seen: str = "") -> str:
    """Say when something ended, or how far it is known to have gone on."""
    if end:
        return f"until {say_date(end)}{_END_REMARKS[EndBasis(basis or 'unknown')]}"
    if basis == EndBasis.RUNNING:
        return f"running, last shown {say_date(last_seen)}" if last_seen else "running"
    shown = f", last shown {say_date(last_seen)}" if last_seen else ""
    return f"{_OPEN_ENDS.get(basis, 'end not known')}{shown}"


_OPEN_ENDS: Final = {
    EndBasis.ENDED.value: "ended, day not known",
    EndBasis.MANDATE_ENDED.value: "mandate ended, day not known",
    EndBasis.LAST_SEEN.value: "may go on",
}


def say_life(start: str, start_basis: str, end: str, end_basis: str, last_seen: str = "") -> str:
    """Say a whole life: ``27 June 2011 – running, last shown 5 January 2026``."""
    said_end = say_end(end, end_basis, last_seen)
    if not start:
        return f"start not known – {said_end}"
    begin = say_start(start, start_basis)
    if start_basis == StartBasis.LAUNCHED or not _START_REMARKS.get(StartBasis(start_basis or "unknown")):
        begin = begin.removeprefix("from ")
    return f"{begin} – {said_end}"
