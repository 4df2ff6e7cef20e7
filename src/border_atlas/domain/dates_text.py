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
_END_UNKNOWN: Final = "end not known"
_OPEN_ENDS: Final = {
    EndBasis.ENDED: "ended, day not known",
    EndBasis.MANDATE_ENDED: "mandate ended, day not known",
    EndBasis.LAST_SEEN: "may go on",
    EndBasis.RUNNING: "running",
    EndBasis.UNKNOWN: _END_UNKNOWN,
}


def say_day(day: date) -> str:
    """Say a day: ``1 May 2013``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_short(text: str) -> str:
    """Say a date where there is little room, with the month cut to three letters: ``5 Jan 2026``.

    Raises
    ------
    DateError
        As `say_date`.
    """
    *day, month, year = ["", *say_date(text).split()]
    return " ".join(part for part in (*day, month[:3], year) if part)


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
    return f"from {_start(start, basis)}" if start else "start not known"


def say_end(end: str, basis: str, last_seen: str = "") -> str:
    """Say when something ended, or how far it is known to have gone on."""
    return f"until {_end(end, basis)}" if end else _open_end(basis, last_seen)


def say_life(start: str, start_basis: str, end: str, end_basis: str, last_seen: str = "") -> str:
    """Say a whole life: ``27 June 2011 – running, last shown 5 January 2026``.

    Parameters
    ----------
    start, end, last_seen
        Dates as the tables have them, empty if not known.
    start_basis, end_basis
        Values of `StartBasis` and `EndBasis`; empty counts as unknown.
    """
    if not start:
        said_end = say_end(end, end_basis, last_seen)
        return "start and end not known" if said_end == _END_UNKNOWN else f"{said_end}, start not known"
    if start == end:
        return _end(end, end_basis) if _END_REMARKS[_end_basis(end_basis)] else _start(start, start_basis)
    if end:
        return f"{_start(start, start_basis)} – {_end(end, end_basis)}"
    joint = " – " if end_basis == EndBasis.RUNNING else ", "
    begin = _start(start, start_basis) if end_basis == EndBasis.RUNNING else say_start(start, start_basis)
    return f"{begin}{joint}{_open_end(end_basis, last_seen)}"


def _start(start: str, basis: str) -> str:
    return say_date(start) + _START_REMARKS[StartBasis(basis or StartBasis.UNKNOWN)]


def _end(end: str, basis: str) -> str:
    return say_date(end) + _END_REMARKS[_end_basis(basis)]


def _open_end(basis: str, last_seen: str) -> str:
    said = _OPEN_ENDS[_end_basis(basis)]
    return f"{said}, last shown {say_date(last_seen)}" if last_seen else said


def _end_basis(basis: str) -> EndBasis:
    return EndBasis(basis or EndBasis.UNKNOWN)
