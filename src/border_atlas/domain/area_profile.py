"""All that is known of a border area, put together for its profile."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.area_history import Change, changes, history
from border_atlas.domain.area_relations import Related, Relation, related
from border_atlas.domain.area_seats import Seat, nearest_seat
from border_atlas.domain.area_work import Gap, MissionHere, activities_in, gaps, missions_here
from border_atlas.domain.boundary_notes import BoundaryNote, notes_on
from border_atlas.domain.cards import ActivityLine, Card, Fact
from border_atlas.domain.crossings import CrossingLine, crossing_lines, crossings_of
from border_atlas.domain.details import OTHER_NAMES, area_card
from border_atlas.domain.facts_text import measure_of
from border_atlas.domain.lookup import record
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.stretches import Stretches

#: Areas whose work counts as work on the border itself.
_OWN: Final = frozenset({Relation.SAME, Relation.PART})
_APART: Final = " Work on wider areas that take this one in is not counted here; it is told apart."
_BESIDE: Final = frozenset({Relation.OVERLAPS, Relation.SAME_COUNTRIES, Relation.TOUCHES})


@dataclass(frozen=True, eq=False)
class AreaProfile:
    """A border area as an object.

    ``missions``, ``gaps``, ``history`` and ``changes`` are of the area with its sections and crossings;
    ``wider_missions`` work on areas that take it in. ``crossings`` are those of the area and its sections, and those
    that their activities name. ``activities`` are the rows behind ``missions``.
    ``measure`` is what is measured and how much, both empty for places.
    ``seat`` is the nearest headquarters of a mission that runs, ``own_seat`` that of the missions here.
    """

    card: Card
    kind: str
    countries: tuple[str, ...]
    measure: tuple[str, str]
    line_status: str
    geometry_quality: str
    notes: tuple[BoundaryNote, ...]
    missions: tuple[MissionHere, ...]
    wider_missions: tuple[MissionHere, ...]
    gaps: tuple[Gap, ...]
    history: str
    changes: tuple[Change, ...]
    sections: tuple[Related, ...]
    wider: tuple[Related, ...]
    beside: tuple[Related, ...]
    seat: Seat | None
    own_seat: Seat | None
    activities: pd.DataFrame
    lines: tuple[ActivityLine, ...]
    crossings: tuple[CrossingLine, ...]

    @property
    def area_id(self) -> str:
        """Id of the area."""
        return self.card.record_id

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Other names, and the length where a source prints one."""
        return tuple(fact for fact in self.card.facts if fact.source or fact.label in OTHER_NAMES.values())

    @property
    def shown_areas(self) -> tuple[str, ...]:
        """Ids of the area and its sections."""
        return (self.area_id, *(one.area_id for one in self.sections))

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Ids of the sources of the area, its published length, all activities and crossings on it, each once."""
        own = [source.source_id for source in self.card.proof.sources]
        own += [fact.source.source_id for fact in self.card.facts if fact.source]
        works = [one for ids in self.activities["source_ids"] for one in ids]
        crossings = [source.source_id for line in self.crossings for source in line.proof.sources]
        return tuple(dict.fromkeys([*own, *works, *crossings]))


def area_profile(dataset: Dataset, stretches: Stretches, area_id: str) -> AreaProfile:
    """Put together all that is known of a border area, whatever the filters.

    Raises
    ------
    SelectionError
        If there is no such area.
    """
    row = record(dataset, "area_id", area_id)
    relations = related(dataset, stretches, area_id)
    sections = _only(relations, _OWN)
    wider = _only(relations, {Relation.WIDER})
    own = [area_id, *(one.area_id for one in sections)]
    activities = activities_in(dataset, own)
    around = activities_in(dataset, [one.area_id for one in wider])
    missions = missions_here(dataset, activities, area_id=area_id)
    wider_missions = missions_here(dataset, around, area_id=area_id)
    found = gaps(missions, activities, dataset.data_as_of)
    names = dict(zip(dataset.countries["iso3"], dataset.countries["name"], strict=True))
    card, lines = _card(dataset, area_id, sections)
    crossings = crossings_of(dataset, areas=own, activities=activities["activity_id"])
    return AreaProfile(
        card=card, kind=str(row["kind"]), countries=tuple(str(names.get(code, code)) for code in row["countries"]),
        measure=measure_of(row), notes=notes_on(row),
        line_status=str(row["line_status"]), geometry_quality=str(row["geometry_quality"]),
        missions=missions, wider_missions=wider_missions,
        gaps=found, history=history(missions, found, dataset.data_as_of) + (_APART if found and wider_missions else ""),
        changes=changes(dataset, activities, area_id=area_id),
        sections=sections, wider=wider, beside=_only(relations, _BESIDE),
        seat=nearest_seat(dataset, area_id, running=True),
        own_seat=nearest_seat(dataset, area_id, among=tuple(one.mission_id for one in missions)),
        activities=activities, lines=lines, crossings=crossing_lines(dataset, crossings),
    )  # fmt: skip


def _card(dataset: Dataset, area_id: str, sections: Iterable[Related]) -> tuple[Card, tuple[ActivityLine, ...]]:
    """Give the area's card, and the activities on it and its sections."""
    whole = select(dataset, Selection(area=area_id))
    card = area_card(dataset, whole, area_id)
    cards = [card, *(area_card(dataset, whole, one.area_id) for one in sections)]
    return card, tuple(line for one in cards for group in one.groups for line in group.activities)


def _only(relations: Iterable[Related], wanted: Iterable[Relation]) -> tuple[Related, ...]:
    kept = frozenset(wanted)
    return tuple(one for one in relations if one.relation in kept)
