"""All that is known of a mission, put together for its profile."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.cards import ActivityLine, Card, Fact
from border_atlas.domain.crossings import crossings_of
from border_atlas.domain.details import life_of, mission_card
from border_atlas.domain.facts_text import about
from border_atlas.domain.lookup import record
from border_atlas.domain.mission_field import MandateLine, SiteLine, mandate_lines, site_lines
from border_atlas.domain.mission_list import host_names, said_status
from border_atlas.domain.rows import mission_labels
from border_atlas.domain.select import select
from border_atlas.domain.selection import ColourBy, Selection
from border_atlas.domain.view import View
from border_atlas.model import (
    ACTIVITY_LABELS,
    FAMILY_LABELS,
    LINE_STATUS_LABELS,
    ActivityType,
    Family,
    LineStatus,
)

#: Facts of the card that stand elsewhere on the profile.
_TOLD_ELSEWHERE = frozenset({"Came after", "Followed by", "Status"})


class Partner(NamedTuple):
    """Whom a mission worked with, and on what."""

    name: str
    activities: tuple[str, ...]


class Kin(NamedTuple):
    """A mission that came before or after, with its life in words."""

    mission_id: str
    label: str
    dates: str


@dataclass(frozen=True, eq=False)
class MissionProfile:
    """A mission with its work.

    ``areas`` is a table for people with the id in ``area_id``; ``activities`` are rows of the Dataset.
    """

    card: Card
    organisation: str
    status: str
    dates: str
    summary: str
    facts: tuple[Fact, ...]
    areas: pd.DataFrame
    partners: tuple[Partner, ...]
    before: tuple[Kin, ...]
    after: tuple[Kin, ...]
    activities: pd.DataFrame
    lines: tuple[ActivityLine, ...]
    hosts: tuple[str, ...]
    sites: tuple[SiteLine, ...]
    mandates: tuple[MandateLine, ...]

    @property
    def mission_id(self) -> str:
        """Id of the mission."""
        return self.card.record_id

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Ids of the sources of the mission, its strength, activities, field sites and mandates, each once."""
        own = [source.source_id for source in self.card.proof.sources]
        own += [fact.source.source_id for fact in self.card.facts if fact.source]
        works = [one for ids in self.activities["source_ids"] for one in ids]
        proofs = [line.proof for line in self.mandates] + [line.proof for line in self.sites]
        field = [one.source_id for proof in proofs for one in proof.sources]
        return tuple(dict.fromkeys([*own, *works, *field]))


def mission_profile(dataset: Dataset, mission_id: str) -> MissionProfile:
    """Put together all that is known of a mission, whatever the filters.

    Raises
    ------
    SelectionError
        If there is no such mission.
    """
    whole = select(dataset, Selection(mission=mission_id))
    card = mission_card(dataset, whole, mission_id)
    row = record(dataset, "mission_id", mission_id)
    works = dataset.activities[dataset.activities["mission_id"] == mission_id]
    lines = tuple(line for group in card.groups for line in group.activities)
    return MissionProfile(
        card=card, organisation=str(row["organisation"]), status=said_status(row, dataset), dates=card.dates,
        summary=_summary(works), facts=_facts(card, lines),
        areas=_areas(dataset, works), partners=_partners(lines), before=_kin(dataset, row["predecessors"]),
        after=_kin(dataset, row["successors"]), activities=works, lines=lines,
        hosts=host_names(dataset, row["host_countries"]), sites=site_lines(dataset, mission_id),
        mandates=mandate_lines(dataset, mission_id),
    )  # fmt: skip


def mission_view(dataset: Dataset, mission_id: str, *, colour_by: ColourBy = "family") -> View:
    """Give a View of a mission and the areas that it works or worked on, whatever the filters."""
    whole = select(dataset, Selection(mission=mission_id, colour_by=colour_by))
    activities = whole.activities[whole.activities["mission_id"] == mission_id]
    areas = whole.areas[whole.areas["area_id"].isin(activities["area_id"])]
    missions = whole.missions[whole.missions["mission_id"] == mission_id]
    return replace(
        whole,
        areas=areas,
        missions=missions,
        activities=activities,
        of_one_record=True,
        sites=whole.sites[whole.sites["mission_id"] == mission_id],
        crossings=crossings_of(dataset, activities=activities["activity_id"]),
        area_counts=whole.area_counts.loc[areas["area_id"].to_list()],
        mission_counts=whole.mission_counts.loc[missions["mission_id"].to_list()],
    )


def _summary(works: pd.DataFrame) -> str:
    """Say in a sentence what border work is on record."""
    if works.empty:
        return "No border work of its own is on record; that is no proof that there was none."
    families = works["family"].value_counts()
    ordered = [FAMILY_LABELS[family].lower() for family in Family if family in families.index]
    areas, number = works["area_id"].nunique(), len(works)
    work, places = "activity" if number == 1 else "activities", "area" if areas == 1 else "areas"
    return f"{number} {work} on {areas} border {places}: {', '.join(ordered)}."


def _areas(dataset: Dataset, works: pd.DataFrame) -> pd.DataFrame:
    """Return the border areas of a mission with what it did there and when, the most work first."""
    rows = []
    for area_id, own in works.groupby("area_id", sort=False):
        area = record(dataset, "area_id", str(area_id))
        status = str(area["line_status"])
        types = dict.fromkeys(ACTIVITY_LABELS[ActivityType(kind)] for kind in own["activity_type"])
        rows.append(
            {
                "area_id": area_id,
                "Border area": area["name"],
                "Kind": str(area["kind"]).capitalize(),
                "Line status": LINE_STATUS_LABELS[LineStatus(status)] if status else "",
                "Activities": len(own),
                "What": ", ".join(types),
                "When": "; ".join(dict.fromkeys(life_of(row) for _, row in own.iterrows())),
            }
        )
    columns = ["area_id", "Border area", "What", "When", "Kind", "Line status", "Activities"]
    return pd.DataFrame(rows, columns=pd.Index(columns)).sort_values("Activities", ascending=False, kind="stable")


def _partners(lines: Iterable[ActivityLine]) -> tuple[Partner, ...]:
    found: dict[str, list[str]] = {}
    for line in lines:
        for name in line.partners:
            found.setdefault(name, []).append(line.title)
    names = sorted(found, key=str.casefold)
    return tuple(Partner(name, tuple(found[name])) for name in names)


def _kin(dataset: Dataset, ids: Iterable[str]) -> tuple[Kin, ...]:
    labels = mission_labels(dataset)
    rows = {row["mission_id"]: row for _, row in dataset.missions.iterrows()}
    return tuple(Kin(one, labels[one], life_of(rows[one])) for one in ids if one in rows)


def _facts(card: Card, lines: Iterable[ActivityLine]) -> tuple[Fact, ...]:
    """Return the facts that are told nowhere else; the headquarters with how far off the work is."""
    away = _nearest(lines)
    return tuple(
        replace(fact, value=f"{fact.value}{away}") if fact.label == "Headquarters" else fact
        for fact in card.facts
        if fact.label not in _TOLD_ELSEWHERE
    )


def _nearest(lines: Iterable[ActivityLine]) -> str:
    km = min((line.km_from_seat for line in lines if not math.isnan(line.km_from_seat)), default=None)
    if km is None:
        return ""
    return f", {about(km, 'km')} from its nearest border area" if km >= 1 else ", in one of its border areas"
