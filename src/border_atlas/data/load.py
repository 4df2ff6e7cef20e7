"""Loads the built files into the frames that the app shares.

The files are our own and were validated by ``python -m border_atlas check``; what is looked at again
is only what would make a page fail later: that a file is there, whole and of the expected shape, and
that keys, references, dates and controlled values hold.
"""

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import numpy as np
import pandas as pd
from shapely.errors import ShapelyError
from shapely.geometry import shape

from border_atlas.config import DATA_AS_OF, WGS84
from border_atlas.data.dataset import Dataset
from border_atlas.data.dates import BEGINNING, Interval, life, parse_optional
from border_atlas.data.tables import (
    ACTIVITIES,
    AREAS,
    COLUMNS,
    COUNTRIES,
    CROSSINGS,
    FIELD_SITES,
    MANDATES,
    MISSIONS,
    SOURCES,
    read_table,
    split_values,
)
from border_atlas.errors import DatasetError, DateError
from border_atlas.model import FAMILY_OF, ActivityType

#: What ``python -m border_atlas build`` writes beside the browser layers.
BUILT_FILES: Final = (
    "missions.geojson",
    "border_areas.geojson",
    "activities.csv",
    "sources.csv",
    "field_sites.csv",
    "mandates.csv",
    "crossings.geojson",
    "countries.geojson",
    "boundaries.geojson",
)
#: Tables that the app reads as they are edited, without a build.
LIVE_TABLES: Final = tuple(
    f"tables/{name}"
    for name in ("countries.csv", "boundary_notes.csv", "publishers.csv", "readings.csv", "renamed_ids.csv")
)
#: Columns of the built files; the table's, but for those that became geometry, and what the build adds.
MISSION_COLUMNS: Final = tuple(name for name in COLUMNS[MISSIONS] if name not in {"hq_lon", "hq_lat"})
AREA_COLUMNS: Final = (
    *(name for name in COLUMNS[AREAS] if name not in {"lon_min", "lat_min", "lon_max", "lat_max"}),
    "length_km",
    "area_km2",
    "geometry_quality",
)
CROSSING_COLUMNS: Final = tuple(name for name in COLUMNS[CROSSINGS] if name not in {"lon", "lat"})
BOUNDARY_COLUMNS: Final = ("line_id", "name", "sides", "line_status", "note_id", "geometry_quality")
LAND_COLUMNS: Final = ("iso3", "name")

_MULTI: Final = (
    "sides", "former_names", "host_countries", "predecessors", "successors", "countries", "partners",
    "source_ids", "activity_ids",
)  # fmt: skip
_NUMBERS: Final = ("length_km", "area_km2", "length_published_km", "strength", "lon", "lat")
#: Columns that name several records, and the key of those.
_SEVERAL: Final = {"source_ids": "source_id", "activity_ids": "activity_id"}
#: Columns that name the source of one number.
_ONE_SOURCE: Final = frozenset({"length_source_id", "strength_source_id"})
_REBUILD: Final = "Run 'python -m border_atlas build' (and 'check') to make it anew."
_VERSION_DIGITS: Final = 12


def load_dataset(geodata: Path) -> Dataset:
    """Load the whole dataset.

    Raises
    ------
    DatasetError
        If a file is missing or damaged, or its rows do not fit together; the message names the file.
    """
    version = _version(geodata)
    missions = _read_features(geodata / "missions.geojson", MISSION_COLUMNS)
    areas = _read_features(geodata / "border_areas.geojson", AREA_COLUMNS)
    activities = _read_rows(geodata / ACTIVITIES, COLUMNS[ACTIVITIES])
    sources = _read_rows(geodata / SOURCES, COLUMNS[SOURCES])
    sites = _read_rows(geodata / FIELD_SITES, COLUMNS[FIELD_SITES])
    mandates = _read_rows(geodata / MANDATES, COLUMNS[MANDATES])
    crossings = _read_features(geodata / "crossings.geojson", CROSSING_COLUMNS)
    _check_keys(missions, areas, activities, sources, sites, mandates, crossings)
    missions = _with_life(missions, "mission_id", [BEGINNING] * len(missions))
    begun = dict(zip(missions["mission_id"], missions["earliest"].dt.date, strict=True))
    activities = _with_life(_with_family(activities), "activity_id", activities["mission_id"].map(begun).tolist())
    return Dataset(
        missions=gpd.GeoDataFrame(missions),
        areas=areas,
        activities=activities,
        sources=sources,
        countries=_read_countries(geodata / "tables" / COUNTRIES),
        sites=_points(_with_life(sites, "site_id", sites["mission_id"].map(begun).tolist())),
        mandates=mandates.sort_values(["mission_id", "date"], kind="stable", ignore_index=True),
        crossings=crossings,
        version=version,
        data_as_of=DATA_AS_OF,
    )


def load_boundaries(geodata: Path) -> gpd.GeoDataFrame:
    """Load the boundary lines of the base map; ``sides`` are tuples of country codes.

    Raises
    ------
    DatasetError
        If the file is missing or damaged.
    """
    return _read_features(geodata / "boundaries.geojson", BOUNDARY_COLUMNS)


def load_land(geodata: Path) -> gpd.GeoDataFrame:
    """Load the land of the base map: one row a country or territory with its ``iso3`` and ``name``.

    Raises
    ------
    DatasetError
        If the file is missing or damaged.
    """
    return _read_features(geodata / "countries.geojson", LAND_COLUMNS)


def _version(geodata: Path) -> str:
    digest = hashlib.sha256()
    for name in BUILT_FILES:
        digest.update(_bytes(geodata / name))
    for path in (geodata / name for name in LIVE_TABLES):
        digest.update(path.name.encode())
        if path.exists():
            digest.update(_bytes(path))
    return digest.hexdigest()[:_VERSION_DIGITS]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        msg = f"{path.name} cannot be read ({error.strerror}). {_REBUILD}"
        raise DatasetError(msg) from None


def _read_features(path: Path, columns: Sequence[str]) -> gpd.GeoDataFrame:
    # Read as JSON: GDAL would turn texts that look like dates into dates and lists into arrays.
    try:
        features = json.loads(_bytes(path))["features"]
        rows = [feature["properties"] for feature in features]
        geometry = [shape(feature["geometry"]) for feature in features]
    except (ValueError, KeyError, TypeError, AttributeError, ShapelyError) as error:
        msg = f"{path.name} is no whole GeoJSON file ({type(error).__name__}: {error}). {_REBUILD}"
        raise DatasetError(msg) from None
    table = _tidy(path, pd.DataFrame(rows), columns)
    return gpd.GeoDataFrame(table, geometry=geometry, crs=WGS84)


def _read_rows(path: Path, columns: Sequence[str]) -> pd.DataFrame:
    try:
        table = read_table(path, columns)
    except DatasetError as error:
        msg = f"{error} {_REBUILD}"
        raise DatasetError(msg) from None
    return _tidy(path, table, columns)


def _tidy(path: Path, table: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """Keep the columns of the contract: text, tuples of text, numbers."""
    missing = [column for column in columns if column not in table.columns]
    if missing or table.empty:
        msg = f"{path.name} has no {', '.join(missing) or 'record'}. {_REBUILD}"
        raise DatasetError(msg)
    return pd.DataFrame({name: _column(path, name, table[name]) for name in columns})


def _column(path: Path, name: str, cells: "pd.Series[Any]") -> "pd.Series[Any]":
    if name in _NUMBERS:
        try:
            return pd.to_numeric(cells.replace("", None)).astype("float64")
        except (ValueError, TypeError) as error:
            msg = f"{path.name}, column {name}: {error}; right are numbers or nothing. {_REBUILD}"
            raise DatasetError(msg) from None
    text = cells.astype("str").where(cells.notna(), "")
    if name in _MULTI:
        return pd.Series([split_values(cell) for cell in text], index=text.index, dtype="object")
    # As objects: rows are taken from one block, not column by column, which is most of the time of a selection.
    return text.astype("object")


def _read_countries(path: Path) -> pd.DataFrame:
    """Return one row for each country or territory with a name; parts of others are left out."""
    table = _read_rows(path, COLUMNS[COUNTRIES])
    named = table[(table["iso3"] != "") & (table["name"] != "")].reset_index(drop=True)
    numbers = ["label_rank", "label_lon", "label_lat"]
    named[numbers] = named[numbers].replace("", None).astype("float64")
    return named.drop(columns="atlas_name")


def _points(sites: pd.DataFrame) -> gpd.GeoDataFrame:
    geometry = gpd.points_from_xy(sites["lon"], sites["lat"])
    return gpd.GeoDataFrame(sites.drop(columns=["lon", "lat"]), geometry=geometry, crs=WGS84)


def _check_keys(*frames: pd.DataFrame) -> None:
    """Tell a key that stands twice and a reference that leads nowhere; the key is each table's first column."""
    tables = {str(frame.columns[0]): frame for frame in frames}
    for key, table in tables.items():
        if table[key].duplicated().any():
            msg = f"{key} '{table.loc[table[key].duplicated(), key].iloc[0]}' stands twice. {_REBUILD}"
            raise DatasetError(msg)
    known = {key: set(table[key]) for key, table in tables.items()}
    for own, table in tables.items():
        for key in ("mission_id", "area_id"):
            if key != own and key in table:
                _check_known(own, key, table[key], known[key])
        for column, key in _SEVERAL.items():
            if column in table:
                _check_known(own, column, table[column].explode().dropna(), known[key])
        for column in _ONE_SOURCE.intersection(table.columns):
            _check_known(own, column, table.loc[table[column] != "", column], known["source_id"])


def _check_known(where: str, key: str, used: "pd.Series[Any]", known: set[str]) -> None:
    unknown = sorted(set(used) - known)
    if unknown:
        msg = f"{where}, {key}: '{unknown[0]}' does not exist in the built files. {_REBUILD}"
        raise DatasetError(msg)


def _with_family(activities: pd.DataFrame) -> pd.DataFrame:
    try:
        families = [FAMILY_OF[ActivityType(kind)].value for kind in activities["activity_type"]]
    except ValueError as error:
        msg = f"{ACTIVITIES}, column activity_type: {error}. {_REBUILD}"
        raise DatasetError(msg) from None
    return activities.assign(family=pd.Series(families, index=activities.index, dtype="object"))


def _with_life(records: pd.DataFrame, key: str, since: Sequence[date]) -> pd.DataFrame:
    """Add ``earliest`` and ``latest``: the widest interval in which each record can have been active."""
    intervals: list[Interval] = []
    for record, start, end, beginning in zip(
        records[key], records["start_date"], records["end_date"], since, strict=True
    ):
        try:
            intervals.append(life(parse_optional(start), parse_optional(end), since=beginning))
        except DateError as error:
            msg = f"{key} '{record}': {error} {_REBUILD}"
            raise DatasetError(msg) from None
    # Seconds, because nanoseconds end in 2262 and an open end is 9999-12-31.
    earliest = np.array([interval.earliest for interval in intervals], dtype="datetime64[s]")
    latest = np.array([interval.latest for interval in intervals], dtype="datetime64[s]")
    return records.assign(earliest=earliest, latest=latest)
