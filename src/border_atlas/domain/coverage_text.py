"""Coverage in figures and in one plain paragraph, with its limits."""

from dataclasses import dataclass
from typing import Final, NamedTuple

import pandas as pd

from border_atlas.domain.coverage import Coverage
from border_atlas.domain.coverage_shown import RULE
from border_atlas.domain.dates_text import say_day

LIMITS: Final = (
    "Absence of a record is not absence of work: national services, bilateral aid and missions without a "
    f"public trace are not in the data. {RULE} A date known only to the year counts for the whole year. Lengths "
    "follow lines at 1:10 million; schematic lines and zones are rough, and work at a crossing point does not "
    "count for the line beside it."
)

#: Work that no page shows for so many years is said to be long out of sight.
LONG_YEARS: Final = 10


@dataclass(frozen=True)
class Figures:
    """Kilometres of the lines looked at: with a mission shown to run, with two, with an unknown end, given up.

    ``km_unsure`` are lines where the end of all work is not known; on ``km_overlap_unsure`` two missions meet
    only if work whose end is not known goes on.
    """

    km_all: float
    km_at_work: float
    km_unsure: float
    km_overlap: float
    km_overlap_unsure: float
    km_gap: float


def figures(coverage: Coverage) -> Figures:
    """Measure the stretches of a coverage."""
    return Figures(
        km_all=coverage.km(coverage.region),
        km_at_work=coverage.km(coverage.at_work),
        km_unsure=coverage.km(coverage.unsure),
        km_overlap=coverage.km(coverage.overlaps),
        km_overlap_unsure=coverage.km(coverage.unsure_overlaps),
        km_gap=coverage.km(coverage.gaps),
    )


class Measure(NamedTuple):
    """A key figure: how much, and of what."""

    value: str
    label: str


def measures(coverage: Coverage, ended: pd.DataFrame) -> tuple[Measure, ...]:
    """Give the key figures of a coverage, the same for page and slide; ``ended`` is its table of ends."""
    told = figures(coverage)
    return (
        Measure(say_km(told.km_at_work), "A mission shown to run"),
        Measure(say_km(told.km_overlap), "Two or more shown to run"),
        Measure(say_km(told.km_unsure), "End of the work not known"),
        Measure(say_km(told.km_gap), "No mission any more"),
        Measure(f"{len(_alone(ended)):,}", "Areas left without a successor"),
    )


def _alone(ended: pd.DataFrame) -> pd.DataFrame:
    return ended[ended["Successor"] == "none"]


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
        f"{_when(coverage)}, missions {are} shown to run on {say_km(told.km_at_work)} of the "
        f"{say_km(told.km_all)} of borders, lines and coasts {where} that this question looks at."
        + (f" On {say_km(told.km_unsure)} more the end of the work is not known{_not_seen(coverage)}." if told.km_unsure
           else "")
    )  # fmt: skip


def _not_seen(coverage: Coverage) -> str:
    """Say on how much of what is not sure nobody was seen for long."""
    recent = coverage.unsure & coverage.seen_since(coverage.question.first.year - LONG_YEARS)
    if not recent.any():
        return f"; no page shows it in the {LONG_YEARS} years before"
    km = coverage.km(coverage.unsure & ~recent)
    return f"; on {say_km(km)} of these no page shows it in the {LONG_YEARS} years before" if km else ""


def _overlaps(coverage: Coverage, rows: pd.DataFrame) -> str:
    who = " and ".join(coverage.question.together)
    several = f"missions of the {who} together" if who else "two missions or more"
    same = "" if coverage.question.is_day else ", in the same year though perhaps one after the other"
    told, certain = figures(coverage), rows[rows["Certain"] == "yes"]
    if certain.empty:
        said = f"Nowhere are {several} shown to run{same}."
    else:
        said = f"On {say_km(told.km_overlap)} {several} are shown to run{same}; {_head(certain)}."
    if len(certain) == len(rows):
        return said
    more, head = (" more", "") if len(certain) else ("", f"; {_head(rows)}")
    return f"{said} On {say_km(told.km_overlap_unsure)}{more} they meet only if work of unknown end goes on{head}."


def _head(rows: pd.DataFrame) -> str:
    first = rows.iloc[0]
    unsure = f"; end not known: {first['End not known']}" if first["End not known"] else ""
    return f"at the head of the list is {first['Border or line']} ({first['Missions']}{unsure})"


def _gaps(rows: pd.DataFrame) -> str:
    if rows.empty:
        return "No stretch that a mission once worked on is without one."
    first = rows.iloc[0]
    said = f"{first['Border or line']} ({first['Last mission']}, until {first['Until']}, {first['Basis']})"
    total = say_km(float(rows["km"].sum()))
    return f"{total} have no mission although one worked there before; the longest such stretch is {said}."


def _ended(coverage: Coverage, rows: pd.DataFrame) -> str:
    alone = _alone(rows)
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
    when = f"On {say_day(question.first)}" if question.is_day else f"In {question.first.year}"
    as_of = coverage.dataset.data_as_of
    return f"{when} (the data are of {say_day(as_of)})" if question.first > as_of else when
