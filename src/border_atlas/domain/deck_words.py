"""What is said of the maps and charts of a deck: sentences with counts, and texts for who cannot see them."""

from collections.abc import Iterable, Mapping
from typing import Final

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.coverage_map import CoverageState
from border_atlas.domain.richtext import plain
from border_atlas.domain.rows import mission_labels
from border_atlas.domain.sentence import counts_line, describe
from border_atlas.domain.timeline import group_label
from border_atlas.domain.view import View
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.model import ACTIVITY_LABELS, ActivityType, Family

#: Names that a sentence lists before it says how many more there are.
_LISTED: Final = 4
#: Words with which the sentence of a selection begins, other than names.
_COMMON: Final = frozenset({"All", "Missions", "Running", "Ended", "Planned", "Other"})


def count(number: int, one: str, many: str) -> str:
    """Say a number of things: ``1 mission``, ``1,204 missions``."""
    return f"{number:,} {one if number == 1 else many}"


def listed(names: Iterable[str], most: int = _LISTED) -> str:
    """Say names in a row: ``A, B and 3 more``."""
    known = list(dict.fromkeys(names))
    shown, more = known[:most], len(known) - most
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)


def said_of(view: View, words: Vocabulary) -> str:
    """Say the selection of a view with its counts."""
    asked = plain(describe(view.selection, words))
    return f"Nothing matches: {lower_first(asked)}." if view.is_empty else f"{asked} ({counts_line(view)})."


def nothing_for(view: View, words: Vocabulary) -> str:
    """Say that a selection leaves nothing, and what that means."""
    return (
        f"No record of this version of the data matches “{plain(describe(view.selection, words))}”. "
        "That is no proof that there is, or was, nothing."
    )


def figures_of(view: View) -> tuple[tuple[str, str], ...]:
    """Return the key figures of a view as (value, label)."""
    counts = (
        (len(view.missions), "mission", "missions"),
        (len(view.areas), "border area", "border areas"),
        (len(view.activities), "activity", "activities"),
    )
    return tuple((f"{number:,}", one if number == 1 else many) for number, one, many in counts)


def map_alt(dataset: Dataset, view: View, what: str) -> str:
    """Say what a map shows: ``Map of …: 3 missions at work on 5 border areas; …``."""
    what = lower_first(what)
    if view.is_empty:
        return f"Map of {what}: nothing is shown."
    labels = mission_labels(dataset)
    areas = count(len(view.areas), "border area", "border areas")
    missions = count(len(view.missions), "mission", "missions")
    parts = [f"Map of {what}: {missions} on {areas}"]
    if len(view.missions):
        busiest = view.mission_counts["n"].sort_values(ascending=False, kind="stable").index
        parts.append(f"missions: {listed(str(labels[one]) for one in busiest)}")
    if len(view.areas):
        most = view.area_counts["n"].sort_values(ascending=False, kind="stable").index
        names = dict(zip(view.areas["area_id"], view.areas["name"], strict=True))
        parts.append(f"border areas: {listed(str(names[one]) for one in most)}")
    families = families_of(view.activities)
    if families:
        parts.append(f"kinds of work: {families}")
    return plain("; ".join(parts) + ".")


def families_of(activities: pd.DataFrame) -> str:
    """Say the families of activities with their numbers, the most frequent first: ``monitor 5, advise 2``."""
    numbers = activities["family"].value_counts()
    order = {str(family): place for place, family in enumerate(Family)}
    found = sorted(numbers.items(), key=lambda pair: (-pair[1], order[str(pair[0])]))
    return ", ".join(f"{group_label(str(family)).lower()} {number}" for family, number in found)


def states_alt(states: Mapping[int, CoverageState], where: str) -> str:
    """Say what a map of coverage shows."""
    numbers = [(state, sum(one is state for one in states.values())) for state in CoverageState]
    told = ", ".join(f"{number} {state.value}" for state, number in numbers if number)
    return plain(f"Map of border areas {where} by who works there: {told or 'none with a mission on record'}.")


def bars_alt(frame: pd.DataFrame, title: str) -> str:
    """Say what a chart of years shows: its span, its peak and the last year."""
    series = [name for name in frame.columns if name != "category"]
    if frame.empty or not series:
        return plain(f"{title}: no bar.")
    totals = frame[series].sum(axis="columns")
    years = [int(year) for year in frame["category"]]
    numbers = [int(number) for number in totals]
    peak = numbers.index(max(numbers))
    ends = f"most in {years[peak]} ({numbers[peak]}), {numbers[-1]} in {years[-1]}"
    return plain(f"Bars, {title}: {years[0]} to {years[-1]}; {ends}.")


def gantt_alt(frame: pd.DataFrame, title: str) -> str:
    """Say what a timeline shows."""
    if frame.empty:
        return plain(f"{title}: no bar.")
    rows = list(dict.fromkeys(frame["row"]))
    bars, first = count(len(rows), "bar", "bars"), frame["begin"].min()[:4]
    return plain(f"Timeline, {title}: {bars} from {first} to {frame['end'].max()[:4]}; {listed(rows, 3)}.")


def matrix_alt(frame: pd.DataFrame, title: str) -> str:
    """Say what a matrix shows: its size and its fullest cell."""
    if frame.empty:
        return plain(f"{title}: no row.")
    cells = frame.melt("row", var_name="kind", value_name="n")
    fullest = cells.iloc[int(cells["n"].to_numpy().argmax())]
    kind = ACTIVITY_LABELS[ActivityType(fullest["kind"])].lower()
    most = f"most in one cell: {fullest['n']}, {fullest['row']}, {kind}"
    return plain(f"Matrix, {title}: {count(len(frame), 'row', 'rows')}; {most}.")


def lower_first(sentence: str) -> str:
    """Let the sentence of a selection stand within another; a name at its beginning keeps its letters."""
    first, _, rest = sentence.partition(" ")
    return f"{first.lower()} {rest}".rstrip() if first in _COMMON else sentence
