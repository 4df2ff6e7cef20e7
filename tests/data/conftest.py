"""A small sound dataset in a folder, to be loaded, or broken in one place and checked."""

import csv
import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from border_atlas.data.load import AREA_COLUMNS, CROSSING_COLUMNS, MISSION_COLUMNS
from border_atlas.data.tables import COLUMNS, COPIES, read_table

Row = dict[str, str]

MISSIONS = [
    {
        "mission_id": "old", "acronym": "OLD", "name": "Old Mission", "former_names": "First;Second",
        "organisation": "UN", "operation_type": "observer", "host_countries": "AAA;BBB", "hq_place": "Town",
        "hq_lon": "10.5", "hq_lat": "-5", "start_date": "2001-03", "start_basis": "decided",
        "end_date": "2012", "end_basis": "mandate-ended", "legal_basis": "resolution 1", "successors": "new",
        "strength": "1200", "strength_kind": "authorised", "strength_of": "troops", "strength_as_of": "2010-06",
        "strength_source_id": "page",
        "source_ids": "page;other-page", "verified": "yes", "checked_on": "2026-01-05",
    },
    {
        "mission_id": "new", "name": "New Mission", "organisation": "OSCE",
        "operation_type": "field operation", "host_countries": "AAA", "hq_place": "City",
        "hq_lon": "11", "hq_lat": "6", "start_date": "2013-01-01", "start_basis": "launched",
        "end_basis": "running", "last_seen": "2026-01-05",
        "legal_basis": "decision 2", "predecessors": "old", "source_ids": "general-knowledge",
        "verified": "no",
    },
]  # fmt: skip
AREAS = [
    {
        "area_id": "aaa-bbb", "name": "Border A - B", "name_de": "Grenze A - B",
        "kind": "land border", "countries": "AAA;BBB", "line_status": "settled", "display": "line",
        "recipe": "line 10 0, 11 1", "lon_min": "10", "lat_min": "0", "lon_max": "11", "lat_max": "1",
        "length_published_km": "160", "length_source_id": "other-page",
        "source_ids": "page", "verified": "partly", "checked_on": "2026-01-05", "notes": "Rough, by hand.",
    },
    {
        "area_id": "gate", "name": "Gate", "kind": "crossing point", "countries": "AAA", "display": "point",
        "recipe": "point 10 0", "lon_min": "9", "lat_min": "-1", "lon_max": "11", "lat_max": "1",
        "source_ids": "general-knowledge", "verified": "no",
    },
]  # fmt: skip
ACTIVITIES = [
    {
        "activity_id": "old-1", "mission_id": "old", "area_id": "aaa-bbb",
        "activity_type": "border-monitoring", "engagement": "monitor",
        "title": "Watch", "summary": "They watched.", "start_basis": "unknown", "end_date": "2012-06-30",
        "end_basis": "last-seen", "last_seen": "2012-06-30", "partners": "A;B",
        "source_ids": "other-page", "verified": "yes", "checked_on": "2026-01-05",
    },
    {
        "activity_id": "new-1", "mission_id": "new", "area_id": "gate", "activity_type": "training",
        "engagement": "train",
        "title": "Teach", "summary": "They teach.", "start_date": "2013", "start_basis": "inherited",
        "end_basis": "running", "last_seen": "2025-10", "source_ids": "page",
        "verified": "partly", "checked_on": "2026-01-05",
    },
]  # fmt: skip
SOURCES = [
    {
        "source_id": "page", "title": "A page", "publisher": "UN", "url": "https://example.org/a",
        "published": "2010", "checked_on": "2026-01-05", "source_type": "report", "standing": "original",
    },
    {
        "source_id": "other-page", "title": "Other", "publisher": "News", "url": "http://example.org/b?c=1",
        "checked_on": "2026-01-05", "source_type": "press", "standing": "news copy",
    },
    {
        "source_id": "general-knowledge", "title": "General knowledge", "publisher": "We",
        "source_type": "reference", "standing": "original", "notes": "No page read.",
    },
]  # fmt: skip
COUNTRIES = [
    {
        "atlas_name": "A-land", "iso_n3": "001", "iso3": "AAA", "name": "A", "name_de": "A", "name_fr": "A",
        "label": "A", "label_rank": "1", "label_lon": "10", "label_lat": "5",
    },
    {"atlas_name": "North A", "iso3": "AAA"},
    {
        "atlas_name": "B-land", "iso_n3": "002", "iso3": "BBB", "name": "B", "name_de": "B", "name_fr": "B",
        "label": "B", "label_rank": "2",
    },
    {"atlas_name": "Reef", "name": "Reef"},
]  # fmt: skip
TERRITORIES = [{"territory": "North A", "owner": "AAA"}]
BOUNDARY_LINES = [
    {
        "line_id": "a-b",
        "name": "A - B",
        "sides": "AAA;BBB",
        "recipe": "border AAA-BBB",
        "line_status": "undetermined",
        "note_id": "a-b",
    }
]
BOUNDARY_NOTES = [{"note_id": "a-b", "areas": "AAA;BBB", "text": "Not settled.", "source_ids": "page"}]
FIELD_SITES = [
    {
        "site_id": "old-post", "mission_id": "old", "name": "Post", "role": "team site", "place": "Village",
        "lon": "10.2", "lat": "0.3", "start_date": "2002", "start_basis": "first-seen", "end_date": "2012",
        "end_basis": "ended", "source_ids": "page", "verified": "yes", "checked_on": "2026-01-05",
    }
]  # fmt: skip
MANDATES = [
    {
        "mandate_id": "old-end", "mission_id": "old", "body": "Council", "symbol": "resolution 9", "date": "2012",
        "effect": "ended", "summary": "Ended the watch.", "source_ids": "page", "verified": "yes",
        "checked_on": "2026-01-05",
    },
    {
        "mandate_id": "old-set", "mission_id": "old", "body": "Council", "symbol": "resolution 1",
        "date": "2001-03", "effect": "set", "paragraph": "para. 2", "summary": "Asked to watch the border.",
        "source_ids": "page", "verified": "yes", "checked_on": "2026-01-05",
    },
]  # fmt: skip

CROSSINGS = [
    {
        "crossing_id": "gate-road", "name": "Gate", "area_id": "gate", "countries": "AAA;BBB", "lon": "10", "lat": "0",
        "traffic": "road and rail", "activity_ids": "old-1", "source_ids": "page", "verified": "yes",
        "checked_on": "2026-01-05",
    }
]  # fmt: skip

TABLES: Mapping[str, list[Row]] = {
    "missions.csv": MISSIONS,
    "border_areas.csv": AREAS,
    "activities.csv": ACTIVITIES,
    "sources.csv": SOURCES,
    "countries.csv": COUNTRIES,
    "territories.csv": TERRITORIES,
    "boundary_lines.csv": BOUNDARY_LINES,
    "boundary_notes.csv": BOUNDARY_NOTES,
    "field_sites.csv": FIELD_SITES,
    "mandates.csv": MANDATES,
    "crossings.csv": CROSSINGS,
}
SQUARE = {"type": "Polygon", "coordinates": [[[10, 0], [11, 0], [11, 1], [10, 1], [10, 0]]]}
LINE = {"type": "LineString", "coordinates": [[10, 0], [11, 1]]}
POINT = {"type": "Point", "coordinates": [10, 0]}


def write_table(path: Path, columns: tuple[str, ...], rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _feature(row: Mapping[str, Any], columns: tuple[str, ...], geometry: Mapping[str, Any]) -> dict[str, Any]:
    properties = {column: row.get(column, "") for column in columns}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _write_features(path: Path, features: list[dict[str, Any]]) -> None:
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")


@pytest.fixture
def sound_table(geodata: Path) -> Callable[[str], pd.DataFrame]:
    """Return a function that reads one of the sound tables."""
    return lambda file: read_table(geodata / "tables" / file, COLUMNS[file])


@pytest.fixture
def geodata(tmp_path: Path) -> Path:
    """Tables and built files without a fault."""
    tables = tmp_path / "tables"
    tables.mkdir()
    for file, rows in TABLES.items():
        write_table(tables / file, COLUMNS[file], rows)
    for file in COPIES:
        shutil.copy(tables / file, tmp_path / file)
    points = [{"type": "Point", "coordinates": [float(row["hq_lon"]), float(row["hq_lat"])]} for row in MISSIONS]
    missions = zip(MISSIONS, points, strict=True)
    _write_features(tmp_path / "missions.geojson", [_feature(row, MISSION_COLUMNS, at) for row, at in missions])
    measured: list[dict[str, Any]] = [
        AREAS[0] | {"length_km": 157.2, "area_km2": None, "geometry_quality": "schematic"},
        AREAS[1] | {"length_km": None, "area_km2": None, "geometry_quality": "schematic"},
    ]
    shapes = zip(measured, (LINE, POINT), strict=True)
    _write_features(tmp_path / "border_areas.geojson", [_feature(row, AREA_COLUMNS, at) for row, at in shapes])
    gate = _feature(CROSSINGS[0], CROSSING_COLUMNS, POINT)
    _write_features(tmp_path / "crossings.geojson", [gate])
    country = _feature({"iso3": "AAA", "name": "A", "label": "A"}, ("iso3", "name", "label"), SQUARE)
    _write_features(tmp_path / "countries.geojson", [country])
    line = _feature({"line_status": "settled"}, ("line_status",), LINE)
    _write_features(tmp_path / "boundaries.geojson", [line])
    return tmp_path


@pytest.fixture
def set_cell(geodata: Path) -> Callable[[str, int, str, str], None]:
    """Return a function that writes one cell of a table (and of its built copy, so that it is not stale)."""

    def change(file: str, index: int, column: str, value: str) -> None:
        rows = [dict(row) for row in TABLES[file]]
        rows[index][column] = value
        write_table(geodata / "tables" / file, COLUMNS[file], rows)
        if (geodata / file).exists():
            write_table(geodata / file, COLUMNS[file], rows)

    return change


@pytest.fixture
def set_feature(geodata: Path) -> Callable[[str, int, Mapping[str, Any]], None]:
    """Return a function that changes the members of one built feature."""

    def change(file: str, index: int, members: Mapping[str, Any]) -> None:
        content = json.loads((geodata / file).read_text(encoding="utf-8"))
        feature = content["features"][index]
        feature["properties"] |= members.get("properties", {})
        if "geometry" in members:
            feature["geometry"] = members["geometry"]
        _write_features(geodata / file, content["features"])

    return change
