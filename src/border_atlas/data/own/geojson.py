"""GeoJSON, parsed by Python alone: no driver guesses what else the text could be."""

import json
import re
from typing import Any

import shapely

from border_atlas.data.own import shapes
from border_atlas.data.own.limits import Limits
from border_atlas.data.own.raw import RawLayer, RowFault, check_counts, refuse
from border_atlas.data.own.text import decode

_TYPES = set(shapes._BUILD) | {"GeometryCollection"}  # noqa: SLF001  one list of kinds
_EPSG = re.compile(r"EPSG:{1,2}(?:[\d.]*:)?(\d{4,6})$", re.IGNORECASE)
_MISSING = object()


def read_geojson(content: bytes, *, name: str, limits: Limits) -> list[RawLayer]:
    """Return the one layer of a FeatureCollection, Feature or bare geometry."""
    text, encoding = decode(content, where="the file")
    document = parse(text)
    features = _features(document)
    layer = RawLayer(name=name, columns=[], data=[], rows=list(range(1, len(features) + 1)))
    layer.notes.append(f"encoding: {encoding}")
    _columns(layer, features, limits)
    vertices = shapes.Vertices(limits)
    layer.shapes = [_shape(feature, row, layer, vertices) for row, feature in enumerate(features, start=1)]
    shapes.to_wgs84(layer, _crs(document))
    return [layer]


def parse(text: str) -> Any:  # noqa: ANN401  JSON
    """Return the parsed JSON.

    Raises
    ------
    OwnFileError
        When the text is no JSON or nested too deep.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        refuse(
            "The file is not complete JSON", where=f"line {error.lineno}, column {error.colno}", value=error.msg,
            right="It may be cut off or edited by hand: export it again.",
        )  # fmt: skip
    except RecursionError:
        refuse("The JSON is nested too deep", right="GeoJSON needs about six levels: export it again.")
    except ValueError:
        # A whole number of more digits than Python turns into a number in one go.
        return json.loads(text, parse_int=lambda digits: int(digits) if len(digits) < 400 else digits)  # noqa: PLR2004


def _features(document: Any) -> list[Any]:  # noqa: ANN401  JSON
    kind = document.get("type") if isinstance(document, dict) else None
    if kind == "FeatureCollection":
        features = document.get("features")
        if isinstance(features, list):
            return features
        refuse("The FeatureCollection has no list of features", right="Export it again as GeoJSON.")
    if kind == "Feature":
        return [document]
    if isinstance(kind, str) and kind in _TYPES:
        return [{"type": "Feature", "geometry": document, "properties": {}}]
    looks = "TopoJSON" if kind == "Topology" else f"JSON of type {str(kind)[:40]}" if kind else "JSON without type"
    refuse(
        f"The file is no GeoJSON but {looks}", right="Export it as a GeoJSON FeatureCollection.",
    )  # fmt: skip
    return None


def _columns(layer: RawLayer, features: list[Any], limits: Limits) -> None:
    names: dict[str, None] = {}
    has_id = any(isinstance(feature, dict) and feature.get("id") is not None for feature in features)
    for feature in features:
        names.update(dict.fromkeys(_properties(feature)))
        if len(names) > limits.columns:
            break
    check_counts(
        rows=len(features), columns=len(names), max_rows=limits.rows, max_columns=limits.columns,
        max_cells=limits.cells, where="the file",
    )  # fmt: skip
    layer.columns = list(names)
    layer.data = [[_properties(feature).get(name) for feature in features] for name in names]
    if has_id and "id" not in names:
        layer.columns.insert(0, "id")
        layer.data.insert(0, [feature.get("id") if isinstance(feature, dict) else None for feature in features])
    for column in layer.data:
        for cell in column:
            _check_depth(cell, limits.depth)


def _check_depth(value: Any, depth: int) -> None:  # noqa: ANN401  JSON
    """Refuse nested properties that would not even be written back as text."""
    level = [value]
    for _ in range(depth):
        level = [
            child for parent in level if isinstance(parent, list | dict)
            for child in (parent.values() if isinstance(parent, dict) else parent)
        ]  # fmt: skip
        if not level:
            return
    refuse("A property is nested too deep", right=f"At most {depth} levels are read.")


def _properties(feature: Any) -> dict[str, Any]:  # noqa: ANN401  JSON
    properties = feature.get("properties") if isinstance(feature, dict) else None
    return properties if isinstance(properties, dict) else {}


def _shape(feature: Any, row: int, layer: RawLayer, vertices: shapes.Vertices) -> Any:  # noqa: ANN401  Shapely
    if not isinstance(feature, dict):
        layer.faults.append(RowFault(row, "geometry", str(feature)[:80], "this is no feature"))
        return None
    geometry = feature.get("geometry", _MISSING)
    if geometry is None:
        return None
    try:
        return _geometry(geometry, row, layer, vertices, depth=0)
    except shapes.ShapeError as error:
        kind = geometry.get("type") if isinstance(geometry, dict) else ""
        layer.faults.append(RowFault(row, "geometry", str(kind)[:80], str(error)))
        return None


def _geometry(raw: Any, row: int, layer: RawLayer, vertices: shapes.Vertices, *, depth: int) -> Any:  # noqa: ANN401
    if not isinstance(raw, dict):
        what = "the feature has no geometry"
        raise shapes.ShapeError(what)
    kind, coordinates = raw.get("type"), raw.get("coordinates")
    if kind == "GeometryCollection":
        parts = raw.get("geometries")
        if depth >= vertices.depth or not isinstance(parts, list):
            what = "a collection of shapes that is nested too deep or empty"
            raise shapes.ShapeError(what)
        built = [_geometry(part, row, layer, vertices, depth=depth + 1) for part in parts]
        return shapely.geometrycollections(built)
    shape = shapes.build(kind, coordinates, vertices)
    if shapes.open_rings(kind, coordinates):
        layer.faults.append(RowFault(row, "geometry", str(kind), "a ring was not closed; it has been closed"))
    return shape


def _crs(document: Any) -> str:  # noqa: ANN401  JSON
    """Return the CRS of the old GeoJSON of 2008, which QGIS and others still write; else WGS 84."""
    crs = document.get("crs") if isinstance(document, dict) else None
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if name is None:
        return shapes.WGS84
    found = _EPSG.search(str(name))
    if found:
        return f"EPSG:{found.group(1)}"
    if "CRS84" in str(name):
        return shapes.WGS84
    refuse("The file's coordinate reference system is not known", value=name, right="Save it in WGS 84 (EPSG:4326).")
    return None
