"""Checks the built files: geometry, coordinates, and that they say what the tables say."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd
import shapely
from shapely.geometry import shape

from border_atlas.data.faults import Fault
from border_atlas.data.load import AREA_COLUMNS, CROSSING_COLUMNS, MISSION_COLUMNS
from border_atlas.data.tables import (
    AREAS,
    COLUMNS,
    COPIES,
    COUNTRIES,
    CROSSINGS,
    MISSIONS,
    line_of,
    read_table,
)
from border_atlas.errors import DatasetError
from border_atlas.model import GeometryQuality, LineStatus

#: Decimals of a coordinate: about a metre.
_DECIMALS: Final = 5
_HALF_TURN: Final = 180.0
_BUILD: Final = "what 'python -m border_atlas build' writes"
_POINTS: Final = frozenset({"Point"})
_LINES: Final = frozenset({"LineString", "MultiLineString"})
_POLYGONS: Final = frozenset({"Polygon", "MultiPolygon"})
_ANY: Final = _POINTS | _LINES | _POLYGONS | {"MultiPoint"}
#: Names that GeoJSON files give to longitude and latitude on WGS 84.
_CRS_NAMES: Final = ("CRS84", "EPSG::4326", "EPSG:4326")


class _Layer(NamedTuple):
    """What a built GeoJSON file must hold."""

    columns: Sequence[str]
    shapes: frozenset[str]
    table: str = ""
    words: Mapping[str, Sequence[str]] = {}
    narrow: bool = False


_LAYERS: Final = {
    "missions.geojson": _Layer(MISSION_COLUMNS, _POINTS, MISSIONS),
    "border_areas.geojson": _Layer(
        AREA_COLUMNS, _ANY, AREAS, {"geometry_quality": tuple(GeometryQuality)}, narrow=True
    ),
    "crossings.geojson": _Layer(CROSSING_COLUMNS, _POINTS, CROSSINGS),
    "countries.geojson": _Layer(("iso3", "name", "label"), _POLYGONS),
    "boundaries.geojson": _Layer(("line_status",), _LINES, "", {"line_status": tuple(LineStatus)}),
}

Feature = dict[str, Any]


def faults(geodata: Path, tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    """Yield what is wrong with the built files, and where they are older than the tables."""
    for file, layer in _LAYERS.items():
        features = _features(geodata / file)
        if isinstance(features, Fault):
            yield features
            continue
        yield from _layer_faults(file, layer, features)
        if layer.table in tables:
            yield from _stale_features(file, layer, features, tables[layer.table])
    for file in COPIES:
        if file in tables:
            yield from _stale_copy(geodata / file, tables[file])
    if COUNTRIES in tables:
        yield from _unknown_countries(geodata, tables[COUNTRIES])


def _features(path: Path) -> list[Feature] | Fault:
    try:
        content = json.loads(path.read_bytes())
        features = content["features"]
        crs = str(content.get("crs", {}).get("properties", {}).get("name", _CRS_NAMES[0]))
        if not features or not all(isinstance(feature["properties"], dict) for feature in features):
            return Fault(path.name, None, "", "", "has no features with properties", _BUILD)
    except OSError as error:
        return Fault(path.name, None, "", "", f"cannot be read ({error.strerror})", _BUILD)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return Fault(path.name, None, "", "", f"is no whole GeoJSON file ({type(error).__name__})", _BUILD)
    if not crs.endswith(_CRS_NAMES):
        return Fault(path.name, None, "crs", crs, "is another reference system", "EPSG:4326")
    return list(features)


def _layer_faults(file: str, layer: _Layer, features: Sequence[Feature]) -> Iterator[Fault]:
    for number, feature in enumerate(features, start=1):
        properties = feature["properties"]
        for column in layer.columns:
            if column not in properties:
                yield Fault(file, number, column, "", "is missing", _BUILD)
        for column, words in layer.words.items():
            value = str(properties.get(column) or "")
            if value not in words:
                yield Fault(file, number, column, value, "is not allowed", " or ".join(words))
        for value, problem, right in _geometry_findings(feature, layer):
            yield Fault(file, number, "geometry", value, problem, right)


def _geometry_findings(feature: Feature, layer: _Layer) -> Iterator[tuple[str, str, str]]:
    kind = str((feature.get("geometry") or {}).get("type", ""))
    if kind not in layer.shapes:
        yield kind, "is no geometry for this file", " or ".join(sorted(layer.shapes))
        return
    try:
        geometry = shape(feature["geometry"])
    except (ValueError, KeyError, TypeError, IndexError, shapely.errors.ShapelyError) as error:
        yield kind, f"cannot be read ({error})", "whole coordinates"
        return
    if geometry.is_empty:
        yield kind, "is empty", "at least one point"
        return
    for test in _GEOMETRY_TESTS:
        yield from test(geometry)
    width = geometry.bounds[2] - geometry.bounds[0]
    if layer.narrow and width > _HALF_TURN:
        yield kind, f"is {width:.0f} degrees wide", "geometry that does not go round the back of the world"


def _validity(geometry: shapely.Geometry) -> Iterator[tuple[str, str, str]]:
    if not shapely.is_valid(geometry):
        yield type(geometry).__name__, f"is not valid: {shapely.is_valid_reason(geometry)}", "valid geometry"


def _coordinates(geometry: shapely.Geometry) -> Iterator[tuple[str, str, str]]:
    points = shapely.get_coordinates(geometry)
    outside = ~(np.abs(points) <= (_HALF_TURN, _HALF_TURN / 2)).all(axis=1)
    if outside.any():
        yield _say(points[outside][0]), "lies outside the world", "longitude within 180, latitude within 90"
    fine = (points != np.round(points, _DECIMALS)).any(axis=1)
    if fine.any():
        yield _say(points[fine][0]), "has too many decimals", f"at most {_DECIMALS}"


def _say(point: "np.ndarray[Any, np.dtype[np.float64]]") -> str:
    return f"{point[0]} {point[1]}"


_GEOMETRY_TESTS: Final[tuple[Callable[[shapely.Geometry], Iterator[tuple[str, str, str]]], ...]] = (
    _validity,
    _coordinates,
)


def _stale_features(file: str, layer: _Layer, features: Sequence[Feature], table: pd.DataFrame) -> Iterator[Fault]:
    key = str(layer.columns[0])
    built = [str(feature["properties"].get(key, "")) for feature in features]
    yield from _other_keys(file, key, built, table[key].tolist())
    rows = table.set_index(key).to_dict("index") if table[key].is_unique else {}
    shared = [column for column in layer.columns[1:] if column in table.columns]
    for number, (name, feature) in enumerate(zip(built, features, strict=True), start=1):
        for column in shared if name in rows else ():
            value, expected = feature["properties"].get(column), rows[name][column]
            if not _same(value, expected):
                yield Fault(file, number, column, str(value), "differs from the table", f"'{expected}': {_BUILD}")


def _same(value: object, cell: str) -> bool:
    """Say whether a property says what a cell says, be it as text or as a number."""
    if isinstance(value, float | int) and _is_number(cell):
        return float(cell) == value
    return str(value or "") == cell


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _stale_copy(path: Path, table: pd.DataFrame) -> Iterator[Fault]:
    file = f"built {path.name}"
    try:
        built = read_table(path, COLUMNS[path.name])
    except DatasetError as error:
        problem = str(error).removeprefix(path.name).strip(" :").partition("; right is ")[0]
        yield Fault(file, None, "", "", problem, _BUILD)
        return
    key = str(table.columns[0])
    yield from _other_keys(file, key, built[key].tolist(), table[key].tolist())
    if built[key].tolist() != table[key].tolist():
        return
    for column in COLUMNS[path.name]:
        for index in np.flatnonzero(built[column].to_numpy() != table[column].to_numpy()):
            value, expected = built[column].iloc[index], table[column].iloc[index]
            right = f"'{expected}': {_BUILD}"
            yield Fault(file, line_of(int(index)), column, value, "differs from the table", right)


def _other_keys(file: str, key: str, built: Sequence[str], expected: Sequence[str]) -> Iterator[Fault]:
    for name in sorted(set(expected) - set(built)):
        yield Fault(file, None, key, name, "is missing", _BUILD)
    for name in sorted(set(built) - set(expected)):
        yield Fault(file, None, key, name, "is not in the table", _BUILD)
    if sorted(built) == sorted(expected) and list(built) != list(expected):
        yield Fault(file, None, key, "", "stands in another order than the table", _BUILD)


def _unknown_countries(geodata: Path, table: pd.DataFrame) -> Iterator[Fault]:
    features = _features(geodata / "countries.geojson")
    if isinstance(features, Fault):
        return
    known = set(table["iso3"])
    for number, feature in enumerate(features, start=1):
        code = str(feature["properties"].get("iso3") or "")
        if code not in known:
            yield Fault("countries.geojson", number, "iso3", code, "does not exist", f"an iso3 of {COUNTRIES}")
