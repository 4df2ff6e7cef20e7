"""Coverage in one plain paragraph, with its limits."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from border_atlas.domain.coverage import Coverage
from border_atlas.domain.dates_text import say_day

LIMITS: Final = (
    "Absence of a record is not absence of work: national services, bilateral aid and missions without a "
    "public trace are not in the data. A date known only to the year counts for the whole year, and work "
    "without a known end counts as going on. Lengths follow lines at 1:10 million; schematic lines and zones "
    "are rough, and work at a crossing point does not count for the line beside it."
)


@dataclass(frozen=True)
class Figures:
    """Kilometres of the lines looked at, at work, with two missions or more, and given up."""

    km_all: float
    km_at_work: float
    km_overlap: float
    km_gap: float


def figures(coverage: Coverage) -> Figures:
    """Measure the stretches of a coverage."""
    return Figures(
        km_all=coverage.km(coverage.region),
        km_at_work=coverage.km(coverage.at_work),
        km_overlap=coverage.km(coverage.overlaps),
        km_gap=coverage.km(coverage.gaps),
    )


def say_km(km: float) -> str:
    """Say a length without false precision."""
    rounded = round(km, -1) if km >= _ROUND else round(km)
    return f"{rounded:,.0f} km"


_ROUND: Final = 1000


def paragraph(
    coverage: Coverage, *, where: str, overlaps: pd.DataFrame, gaps: pd.DataFrame, ended: pd.DataFrame
) -> str:
    """Say in plain words what a coverage shows.

    Parameters
    ----------
    where
        The region in words, such as ``in Africa``.
    overlaps, gaps, ended
        The tables of the same coverage.
    """
    sentences = (
        _work(coverage, where),
        _overlaps(coverage, overlaps),
        _gaps(gaps),
        _ended(coverage, ended),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _work(coverage: Coverage, where: str) -> str:
    told = figures(coverage)
    if not told.km_all:
        return f"No border or line {where} is in the data for this question."
    are = "are" if coverage.question.is_day and coverage.question.first == coverage.dataset.data_as_of else "were"
    return (
        f"{_when(coverage)}, missions {are} recorded at work on {say_km(told.km_at_work)} of the "
        f"{say_km(told.km_all)} of borders, lines and coasts {where} that this question looks at."
    )


def _overlaps(coverage: Coverage, rows: pd.DataFrame) -> str:
    who = " and ".join(coverage.question.together)
    several = f"missions of the {who} together" if who else "two missions or more"
    if rows.empty:
        return f"Nowhere is there work of {several}."
    first = rows.iloc[0]
    same = "" if coverage.question.is_day else ", in the same year though perhaps one after the other"
    return (
        f"On {say_km(figures(coverage).km_overlap)} there is work of {several}{same}; "
        f"at the head of the list is {first['Border or line']} ({first['Who works there']})."
    )


def _gaps(rows: pd.DataFrame) -> str:
    if rows.empty:
        return "No stretch that a mission once worked on is without one."
    first = rows.iloc[0]
    said = f"{first['Border or line']} ({first['Last mission']}, until {first['Until']}, {first['Basis']})"
    total = say_km(float(rows["km"].sum()))
    return f"{total} have none although one worked there before; the longest such stretch is {said}."


def _ended(coverage: Coverage, rows: pd.DataFrame) -> str:
    alone = rows[rows["Successor"] == "none"]
    years = coverage.question.years
    if alone.empty:
        return f"No border area lost its last mission in the {years} years before without a successor."
    last = alone.iloc[0]
    named = f"{last['Border area']} ({last['Last mission']}, {last['Until']}, {last['Basis']})"
    count = f"{len(alone)} border areas" if len(alone) > 1 else "One border area"
    before = f"in the {years} years before without a successor"
    return f"{count} lost the last mission {before}, most recently {named}."


def _when(coverage: Coverage) -> str:
    question = coverage.question
    return f"On {say_day(question.first)}" if question.is_day else f"In {question.first.year}"
