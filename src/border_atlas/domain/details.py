"""Puts together what is known of one mission or one border area."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.cards import ActivityGroup, ActivityLine, Card, Fact
from border_atlas.domain.crossings import crossings_of, names_by_activity
from border_atlas.domain.dates_text import say_day, say_life
from border_atlas.domain.derived import countries_touched, seat_distance_km, status_on
from border_atlas.domain.facts_text import about, length_words, strength_words
from border_atlas.domain.lookup import record
from border_atlas.domain.proofs import proof_of, source_line, text_of
from border_atlas.domain.rows import mission_labels
from border_atlas.domain.view import View
from border_atlas.model import (
    ACTIVITY_LABELS,
    LINE_STATUS_LABELS,
    ActivityType,
    Family,
    GeometryQuality,
    LineStatus,
)

_GEOMETRY_LABELS: Final = {
    GeometryQuality.DERIVED: "cut from base data",
    GeometryQuality.SCHEMATIC: "schematic, drawn by hand: do not measure on it",
}
_POINTS: Final = frozenset({"Point", "MultiPoint"})
#: So many crossing points are named in a line.
_FEW: Final = 6
#: Names of an area beside the English one, by the column that holds them.
OTHER_NAMES: Final = {"name_de": "Name in German", "name_fr": "Name in French", "names_parties": "The parties say"}


def mission_card(dataset: Dataset, view: View, mission_id: str) -> Card:
    """Gather what is known of a mission; its activities are grouped by border area.

    Raises
    ------
    SelectionError
        If there is no such mission.
    """
    row = record(dataset, "mission_id", mission_id)
    activities = dataset.activities[dataset.activities["mission_id"] == mission_id]
    names = _country_names(dataset)
    acronym, name = text_of(row, "acronym"), text_of(row, "name")
    return Card(
        kind="mission",
        record_id=mission_id,
        title=acronym or name,
        subtitle=name if acronym and name != acronym else "",
        shown=mission_id in view.mission_counts.index,
        dates=life_of(row),
        facts=_mission_facts(dataset, view, row, activities, names),
        groups=_groups(dataset, view, activities, by="area_id"),
        proof=proof_of(dataset, row),
    )


def area_card(dataset: Dataset, view: View, area_id: str) -> Card:
    """Gather what is known of a border area; its activities are grouped by mission.

    Raises
    ------
    SelectionError
        If there is no such area.
    """
    row = record(dataset, "area_id", area_id)
    activities = dataset.activities[dataset.activities["area_id"] == area_id]
    names = _country_names(dataset)
    return Card(
        kind="area",
        record_id=area_id,
        title=text_of(row, "name"),
        subtitle=f"{_capital(text_of(row, 'kind'))} · {_named(row['countries'], names)}".rstrip(" ·"),
        shown=area_id in view.area_counts.index,
        dates="",
        facts=_area_facts(dataset, row, activities),
        groups=_groups(dataset, view, activities, by="mission_id"),
        proof=proof_of(dataset, row),
    )


def _mission_facts(
    dataset: Dataset, view: View, row: pd.Series, activities: pd.DataFrame, names: Mapping[str, str]
) -> tuple[Fact, ...]:
    labels = {str(key): label for key, label in mission_labels(dataset).items()}
    strength = Fact("Strength", strength_words(row), source_line(dataset, text_of(row, "strength_source_id")))
    return (
        *_facts(
            ("Organisation", text_of(row, "organisation")),
            ("Type", _capital(text_of(row, "operation_type"))),
            ("Status", f"{status_on(row, view.judged_on)} on {say_day(view.judged_on)}"),
            ("Headquarters", text_of(row, "hq_place")),
        ),
        *([strength] if strength.value else []),
        *_facts(
            ("Host countries", _named(row["host_countries"], names)),
            ("Works in border areas of", _named(countries_touched(dataset, activities), names)),
            ("Crossing points", _few(crossings_of(dataset, activities=activities["activity_id"])["name"])),
            ("Legal basis", text_of(row, "legal_basis")),
            ("Former names", "; ".join(row["former_names"])),
            ("Came after", _named(row["predecessors"], labels)),
            ("Followed by", _named(row["successors"], labels)),
        ),
    )


def _area_facts(dataset: Dataset, row: pd.Series, activities: pd.DataFrame) -> tuple[Fact, ...]:
    status, quality = text_of(row, "line_status"), text_of(row, "geometry_quality")
    # A settled border says nothing about a crossing point or an airport.
    has_line = bool(status) and not (status == LineStatus.SETTLED and row.geometry.geom_type in _POINTS)
    names = ((label, text_of(row, column)) for column, label in OTHER_NAMES.items())
    length = Fact(
        "Length", length_words(row), source_line(dataset, text_of(row, "length_source_id")), text_of(row, "length_note")
    )
    return (
        *_facts(*names, ("Status of the line", LINE_STATUS_LABELS[LineStatus(status)] if has_line else "")),
        *([length] if length.value else []),
        *_facts(
            ("Size", about(row["area_km2"], "km²")),
            ("Geometry", _GEOMETRY_LABELS[GeometryQuality(quality)] if quality else ""),
            ("Missions at work, past and present", str(activities["mission_id"].nunique())),
        ),
    )


def _facts(*pairs: tuple[str, str]) -> tuple[Fact, ...]:
    return tuple(Fact(label, value) for label, value in pairs if value)


def _groups(dataset: Dataset, view: View, activities: pd.DataFrame, *, by: str) -> tuple[ActivityGroup, ...]:
    """Group activities by their area or mission, those with matches first, else as in the table."""
    matching = set(view.activities["activity_id"])
    label = _area_label if by == "area_id" else _mission_label
    groups = []
    for record_id, rows in activities.groupby(by, sort=False):
        lines = tuple(_line(dataset, row, matching) for _, row in rows.iterrows())
        ordered = tuple(sorted(lines, key=lambda line: not line.matches))
        groups.append(ActivityGroup(str(record_id), *label(dataset, str(record_id)), ordered))
    return tuple(sorted(groups, key=lambda group: not any(line.matches for line in group.activities)))


def _area_label(dataset: Dataset, area_id: str) -> tuple[str, str]:
    row = record(dataset, "area_id", area_id)
    return text_of(row, "name"), _capital(text_of(row, "kind"))


def _mission_label(dataset: Dataset, mission_id: str) -> tuple[str, str]:
    row = record(dataset, "mission_id", mission_id)
    return text_of(row, "acronym") or text_of(row, "name"), life_of(row)


def _line(dataset: Dataset, row: pd.Series, matching: set[str]) -> ActivityLine:
    kind, mission_id, area_id = ActivityType(row["activity_type"]), row["mission_id"], row["area_id"]
    return ActivityLine(
        activity_id=row["activity_id"],
        mission_id=mission_id,
        area_id=area_id,
        title=text_of(row, "title"),
        summary=text_of(row, "summary"),
        activity_type=kind.value,
        type_label=ACTIVITY_LABELS[kind],
        family=Family(row["family"]),
        dates=life_of(row),
        partners=tuple(row["partners"]),
        crossings=names_by_activity(dataset).get(row["activity_id"], ()),
        km_from_seat=_km_from_seat(dataset, mission_id, area_id),
        matches=row["activity_id"] in matching,
        proof=proof_of(dataset, row),
    )


@lru_cache(maxsize=4096)
def _km_from_seat(dataset: Dataset, mission_id: str, area_id: str) -> float:
    return seat_distance_km(dataset, mission_id, area_id)


def life_of(row: pd.Series) -> str:
    """Say when a mission or activity began and ended, and what that rests on."""
    fields = ("start_date", "start_basis", "end_date", "end_basis", "last_seen")
    return say_life(*(text_of(row, field) for field in fields))


def _country_names(dataset: Dataset) -> dict[str, str]:
    return dict(zip(dataset.countries["iso3"], dataset.countries["name"], strict=True))


def _named(codes: Iterable[str], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(code, code) for code in codes)


def _few(names: Iterable[str]) -> str:
    """Name some and count the others."""
    listed = sorted(names)
    more = f" and {len(listed) - _FEW} more" if len(listed) > _FEW else ""
    return ", ".join(listed[:_FEW]) + more


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
