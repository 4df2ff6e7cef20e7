"""Numbers and names that the texts of ready-made briefings are built from, counted when a briefing is made."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from border_atlas.data.dataset import Dataset
from border_atlas.domain.mission_list import said_status
from border_atlas.domain.rows import area_labels, mission_labels
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.view import View
from border_atlas.model import ACTIVITY_LABELS, ActivityType

_SMALL: Final = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Numbers:
    """What a selection leaves, counted.

    ``running`` are missions that a source shows to run on the day of the data; ``oldest`` is the mission whose
    matching work began first, in the year ``since``; lists hold names for people, the weightiest first.
    """

    view: View
    missions: int
    areas: int
    activities: int
    running: tuple[str, ...]
    oldest: str
    since: int
    busiest: tuple[str, ...]
    places: tuple[str, ...]
    types: tuple[str, ...]
    organisations: tuple[str, ...]


def numbers(dataset: Dataset, selection: Selection) -> Numbers:
    """Count what a selection leaves."""
    view = select(dataset, selection)
    labels, places = mission_labels(dataset), area_labels(dataset)
    works = view.activities
    first = works.iloc[int(works["earliest"].to_numpy().argmin())] if len(works) else None
    shown = [row["mission_id"] for _, row in view.missions.iterrows() if said_status(row, dataset) == "Running"]
    return Numbers(
        view=view,
        missions=len(view.missions),
        areas=len(view.areas),
        activities=len(works),
        running=tuple(labels[one] for one in shown),
        oldest=str(labels[first["mission_id"]]) if first is not None else "",
        since=int(first["earliest"].year) if first is not None else 0,
        busiest=_most(labels[one] for one in works["mission_id"]),
        places=_most(places[one] for one in works["area_id"]),
        types=_most(ACTIVITY_LABELS[ActivityType(kind)].lower() for kind in works["activity_type"]),
        organisations=_most(view.missions["organisation"]),
    )


def _most(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(name) for name, _ in Counter(names).most_common())


def count(number: int, one: str, many: str) -> str:
    """Say a number with its noun, small ones in words: ``three missions``, ``125 missions``."""
    said = _SMALL[number] if number < len(_SMALL) else f"{number:,}"
    return f"{said} {one if number == 1 else many}"


def missions(number: int) -> str:
    """Say how many missions."""
    return count(number, "mission", "missions")


def areas(number: int) -> str:
    """Say how many border areas."""
    return count(number, "border area", "border areas")


def listed(names: Sequence[str], most: int = 4) -> str:
    """Name some of a list: ``UNIFIL, UNDOF and UNTSO``, or ``UNIFIL, UNDOF, UNTSO and 3 more``."""
    shown = list(names[:most])
    if len(names) > most:
        return f"{', '.join(shown)} and {len(names) - most} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def capital(text: str) -> str:
    """Begin a sentence."""
    return text[:1].upper() + text[1:]
