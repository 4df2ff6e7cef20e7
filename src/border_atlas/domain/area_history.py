"""The history of a border area: a few sentences, and what changed when, all built from the records."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.area_work import Gap, MissionHere, Presence
from border_atlas.domain.cards import SourceLine
from border_atlas.domain.dates_text import say_date, say_day
from border_atlas.domain.proofs import source_lines
from border_atlas.domain.rows import area_labels, mission_labels
from border_atlas.domain.selection import Selection
from border_atlas.model import ACTIVITY_LABELS, ActivityType, EndBasis, StartBasis

#: So many missions are told one by one.
_FEW_MISSIONS: Final = 3
#: Shorter gaps are left out of the sentences: dates are not known that well.
_MENTIONED: Final = 90
_MOST_GAPS: Final = 2
_YEAR: Final = 365.25
_MONTH: Final = _YEAR / 12
_FEW_YEARS: Final = 2

_BEGAN: Final[dict[StartBasis, str]] = {
    StartBasis.DECIDED: "was decided on",
    StartBasis.LAUNCHED: "began",
    StartBasis.FIRST_SEEN: "was first seen",
    StartBasis.INHERITED: "began no earlier than this, the start of the mission",
    StartBasis.UNKNOWN: "began",
}
_ENDED: Final[dict[EndBasis, str]] = {
    EndBasis.ENDED: "ended",
    EndBasis.MANDATE_ENDED: "ended with its mandate",
    EndBasis.LAST_SEEN: "was last seen and may have gone on",
    EndBasis.RUNNING: "was last shown to run",
    EndBasis.UNKNOWN: "ended (not confirmed)",
}


@dataclass(frozen=True)
class Change:
    """Something that began or ended: when (in words and as a year), by whom, what, and the pages that say so."""

    when: str
    year: int
    mission_id: str
    mission: str
    what: str
    began: bool
    sources: tuple[SourceLine, ...]


def history(missions: Sequence[MissionHere], gaps: Sequence[Gap], as_of: date) -> str:
    """Tell the history of an area in a few sentences: who with what and when, longest, now, gaps."""
    if not missions:
        return "No mission is on record here. That is no proof that none was."
    told = sorted(missions, key=lambda one: (one.first, one.mission_id))
    few = len(told) <= _FEW_MISSIONS
    first = [_each(told)] if few else [_first(told)]
    said = [*first, _longest(told, as_of), *([] if few else [_at_work(missions, as_of)]), *_gaps(gaps, as_of)]
    return " ".join(part for part in said if part)


def _each(told: Sequence[MissionHere]) -> str:
    begin = "One mission is" if len(told) == 1 else f"{len(told)} missions are"
    return f"{begin} on record here: {'; '.join(_work_of(one) for one in told)}."


def _first(told: Sequence[MissionHere]) -> str:
    return f"{len(told)} missions are on record here. The first was {_work_of(told[0])}."


def _work_of(mission: MissionHere) -> str:
    types = list(dict.fromkeys(_small(work.type_label) for work in mission.works))
    return f"{_called(mission)} with {_listed(types)}, {mission.dates}"


def _called(mission: MissionHere) -> str:
    """Name a mission so that its organisation can be told."""
    said = mission.organisation in {"other", *mission.label.replace("/", " ").split()}
    return (
        mission.label
        if said or mission.label.startswith(mission.organisation)
        else (f"{mission.label} ({mission.organisation})")
    )


def _small(label: str) -> str:
    """Begin a type of activity in small letters within a sentence; a name keeps its capitals."""
    return label if label.startswith("Integrated") else label[0].lower() + label[1:]


def _longest(missions: Sequence[MissionHere], as_of: date) -> str:
    longest = max(missions, key=lambda one: one.days)
    # An end that nobody knows makes no length.
    if len(missions) <= _FEW_MISSIONS or longest.presence == Presence.MAY_BE:
        return ""
    span = f"{say_span(longest.days)}{' so far' if longest.last >= as_of else ''}"
    if longest == missions[0]:
        return f"It has also been there longest, {span}."
    return f"The longest was {_called(longest)}, {span}."


def _at_work(missions: Sequence[MissionHere], as_of: date) -> str:
    now = [one.label for one in missions if one.presence == Presence.AT_WORK]
    may_be = [one.label for one in missions if one.presence == Presence.MAY_BE]
    said = [f"At work on {say_day(as_of)}: {_listed(now)}."] if now else []
    said += [f"Not known to have left: {_listed(may_be)}."] if may_be else []
    return " ".join(said)


def _gaps(gaps: Sequence[Gap], as_of: date) -> list[str]:
    told = sorted((gap for gap in gaps if gap.days >= _MENTIONED), key=lambda gap: -gap.days)
    since = [f"Nobody is on record since {say_day(gap.first)}." for gap in told if gap.last == as_of]
    between = sorted((gap for gap in told if gap.last != as_of), key=lambda gap: -gap.days)
    shown = sorted(between[:_MOST_GAPS], key=lambda gap: gap.first)
    spans = _listed([f"from {say_day(gap.first)} to {say_day(gap.last)} ({say_span(gap.days)})" for gap in shown])
    more = len(between) - len(shown)
    rest = f", and in {more} shorter {'gap' if more == 1 else 'gaps'}" if more else ""
    return ([f"Nobody is on record {spans}{rest}."] if shown else []) + since


def say_span(days: int) -> str:
    """Say a number of days in words no finer than the dates: ``about 3 years``."""
    years, months = days / _YEAR, round(days / _MONTH)
    if years >= _FEW_YEARS:
        return f"about {round(years)} years"
    if months > 1:
        return f"about {months} months"
    return "about a month" if months else "a few weeks at most"


def _listed(words: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def changes(dataset: Dataset, activities: pd.DataFrame, *, area_id: str) -> tuple[Change, ...]:
    """List what began and what ended, in order of time; what falls together of one mission is said together.

    Parameters
    ----------
    activities
        Those to tell of; works in another area than ``area_id`` name it.
    """
    labels, areas = mission_labels(dataset), area_labels(dataset)
    told: dict[tuple[Any, ...], list[dict[Hashable, Any]]] = {}
    for row in activities.to_dict("records"):
        for key in _events(row):
            told.setdefault((*key, row["mission_id"]), []).append(row)
    found = []
    for (day, ended, text, verb, mission_id), rows in sorted(told.items(), key=lambda item: item[0]):
        works = _works(rows, area_id, areas)
        ids = [source for row in rows for source in row["source_ids"]]
        found.append(
            Change(
                when=say_date(text),
                year=day.year,
                mission_id=str(mission_id),
                mission=str(labels[mission_id]),
                what=f"{_listed(works)} {_verb(verb, len(works))}",
                began=not ended,
                sources=source_lines(dataset, ids),
            )
        )
    return tuple(found)


def within(changes: Sequence[Change], selection: Selection) -> tuple[tuple[Change, ...], str]:
    """Keep the changes in the years of a selection; also say the years, nothing if none are chosen."""
    first, last = selection.year_from, selection.year_to
    if first is None and last is None:
        return tuple(changes), ""
    kept = tuple(one for one in changes if (first or 0) <= one.year <= (last or one.year))
    if first is not None and last is not None:
        return kept, str(first) if first == last else f"{first}–{last}"
    return kept, f"from {first} on" if last is None else f"up to {last}"


def _events(row: Mapping[Hashable, Any]) -> list[tuple[date, bool, str, str]]:
    """Give for begin and end of an activity: day to sort by, whether it is the end, the date and the verb."""
    events = []
    if row["start_date"]:
        verb = _BEGAN[StartBasis(row["start_basis"] or StartBasis.UNKNOWN)]
        events.append((row["earliest"].date(), False, str(row["start_date"]), verb))
    if row["end_date"]:
        verb = _ENDED[EndBasis(row["end_basis"] or EndBasis.UNKNOWN)]
        events.append((row["latest"].date(), True, str(row["end_date"]), verb))
    return events


def _works(rows: Sequence[Mapping[Hashable, Any]], area_id: str, areas: "pd.Series[str]") -> list[str]:
    """Name types of activity once each, with the other areas where they took place."""
    places: dict[str, list[str]] = {}
    for row in rows:
        kind = _small(ACTIVITY_LABELS[ActivityType(row["activity_type"])])
        elsewhere = [str(areas[row["area_id"]])] if row["area_id"] != area_id else []
        places.setdefault(kind, []).extend(elsewhere)
    return [f"{kind} ({_listed(names)})" if names else kind for kind, names in places.items()]


def _verb(verb: str, number: int) -> str:
    return f"were{verb[3:]}" if number > 1 and verb.startswith("was ") else verb
