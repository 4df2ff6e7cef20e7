"""Shapes from coordinates, and their way to EPSG:4326."""

import os
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import shapely

from border_atlas.data.own.limits import Limits
from border_atlas.data.own.raw import RawLayer, RowFault, refuse

#: Farther than this a coordinate is no degree: one turn more than a longitude has, for shapes that run on over 180°.
DEGREES = (540.0, 90.0)
WGS84 = "EPSG:4326"


class ShapeError(ValueError):
    """One shape cannot be built; the message says why."""


class Vertices:
    """Counts vertices over a whole file and stops at the cap."""

    def __init__(self, limits: Limits) -> None:
        self.most, self.depth, self.count = limits.vertices, limits.depth, 0

    def add(self, number: int) -> None:
        """Count so many vertices more."""
        self.count += number
        if self.count > self.most:
            refuse(
                "The shapes have too many vertices", value=f"more than {self.most:,}",
                right="Simplify the shapes or split the file.",
            )  # fmt: skip


def _positions(raw: Any, vertices: Vertices) -> Any:  # noqa: ANN401  coordinates as the file nests them
    if not isinstance(raw, list):
        what = "coordinates are not a list of positions"
        raise ShapeError(what)
    vertices.add(len(raw))
    return np.array([_position(position) for position in raw], dtype=float).reshape(-1, 2)


def _position(raw: Any) -> tuple[float, float]:  # noqa: ANN401  a position as the file holds it
    if not isinstance(raw, list) or len(raw) < 2:  # noqa: PLR2004  longitude and latitude
        what = "a position is not a list of two or more numbers"
        raise ShapeError(what)
    x, y = raw[0], raw[1]
    if isinstance(x, bool) or isinstance(y, bool) or not isinstance(x, int | float) or not isinstance(y, int | float):
        what = f"a coordinate is not a number: {str(raw[:2])[:60]}"
        raise ShapeError(what)
    try:
        position = float(x), float(y)
    except OverflowError as error:
        what = "a coordinate is too big for a number"
        raise ShapeError(what) from error
    if not np.isfinite(position).all():
        what = f"a coordinate is not a finite number: {str(raw[:2])[:60]}"
        raise ShapeError(what)
    return position


def _polygon(raw: Any, vertices: Vertices) -> Any:  # noqa: ANN401
    if not isinstance(raw, list) or not raw:
        what = "a polygon has no rings"
        raise ShapeError(what)
    rings = [_ring(ring, vertices) for ring in raw]
    return shapely.polygons(rings[0], holes=rings[1:] or None)


def _ring(raw: Any, vertices: Vertices) -> Any:  # noqa: ANN401
    positions = _positions(raw, vertices)
    if len(positions) < 3:  # noqa: PLR2004  a triangle
        what = "a ring has less than three positions"
        raise ShapeError(what)
    # Shapely closes open rings itself; the reader of the layer says so in a fault.
    return shapely.linearrings(positions)


def _line(raw: Any, vertices: Vertices) -> Any:  # noqa: ANN401
    positions = _positions(raw, vertices)
    if len(positions) < 2:  # noqa: PLR2004  a line has two ends
        what = "a line has less than two positions"
        raise ShapeError(what)
    return shapely.linestrings(positions)


def _point(raw: Any, vertices: Vertices) -> Any:  # noqa: ANN401
    return shapely.points(_positions([raw], vertices)[0])


def _parts(build: Callable[[Any, Vertices], Any], collect: Callable[[Any], Any]) -> Callable[[Any, Vertices], Any]:
    def many(raw: Any, vertices: Vertices) -> Any:  # noqa: ANN401
        if not isinstance(raw, list):
            what = "the parts of a shape are not a list"
            raise ShapeError(what)
        if not raw:
            what = "a shape has no parts"
            raise ShapeError(what)
        return collect([build(part, vertices) for part in raw])

    return many


_BUILD: dict[str, Callable[[Any, Vertices], Any]] = {
    "Point": _point, "LineString": _line, "Polygon": _polygon,
    "MultiPoint": _parts(_point, shapely.multipoints), "MultiLineString": _parts(_line, shapely.multilinestrings),
    "MultiPolygon": _parts(_polygon, shapely.multipolygons),
}  # fmt: skip


def build(kind: Any, coordinates: Any, vertices: Vertices) -> Any:  # noqa: ANN401  Shapely's objects have no types
    """Return the shape; open rings are closed, heights dropped.

    Raises
    ------
    ShapeError
        When the coordinates do not make such a shape.
    """
    if not isinstance(kind, str) or kind not in _BUILD:
        what = f"no known kind of shape: {str(kind)[:60]}"
        raise ShapeError(what)
    try:
        return _BUILD[kind](coordinates, vertices)
    except shapely.errors.GEOSException as error:
        raise ShapeError(str(error)) from error


def open_rings(kind: Any, coordinates: Any) -> bool:  # noqa: ANN401
    """Tell whether a ring of a polygon that could be built ends elsewhere than it starts."""
    polygons = {"Polygon": [coordinates], "MultiPolygon": coordinates}.get(kind, [])
    return any(ring[0][:2] != ring[-1][:2] for polygon in polygons for ring in polygon)


def from_wkb(blobs: Sequence[bytes | None], layer: RawLayer, vertices: Vertices) -> list[Any]:
    """Return shapes of WKB, flat; what is broken becomes None and a fault."""
    blank = np.array([bytes(blob) if blob else None for blob in blobs], dtype=object)
    shapes = shapely.force_2d(shapely.from_wkb(blank, on_invalid="ignore"))
    vertices.add(int(shapely.get_num_coordinates(shapes).sum()))
    result: list[Any] = []
    for row, blob, shape in zip(layer.rows, blank, shapes, strict=True):
        if blob is not None and shape is None:
            layer.faults.append(RowFault(row, "geometry", f"{len(blob)} bytes", "shape that cannot be read"))
        result.append(shape)
    return result


def to_wgs84(layer: RawLayer, crs: str) -> None:
    """Bring the layer's shapes to longitude and latitude; `crs` is WKT, PROJJSON, `EPSG:…` or empty.

    Raises
    ------
    OwnFileError
        When the CRS is not known, or there is none and the coordinates are no degrees.
    """
    if layer.shapes is None:
        return
    if not crs:
        _assume_degrees(layer)
        return
    # Grids for datum shifts are never fetched.
    os.environ["PROJ_NETWORK"] = "OFF"
    import pyproj  # noqa: PLC0415  only files with shapes need it

    try:
        source = pyproj.CRS.from_user_input(crs) if crs.startswith(("EPSG:", "OGC:")) else _parsed(crs)
        layer.crs = _label(source)
        if source.equals(pyproj.CRS.from_epsg(4326), ignore_axis_order=True):
            return
        change = pyproj.Transformer.from_crs(source, WGS84, always_xy=True)
    except pyproj.exceptions.ProjError as error:
        refuse(
            "The file's coordinate reference system is not known", where=f"layer “{layer.name}”", value=crs,
            right=f"Save the layer in WGS 84 (EPSG:4326). {str(error)[:120]}",
        )  # fmt: skip
    _reproject(layer, change)


def _parsed(crs: str) -> Any:  # noqa: ANN401  pyproj has no types
    import pyproj  # noqa: PLC0415  only files with shapes need it

    return pyproj.CRS.from_json(crs) if crs.lstrip().startswith("{") else pyproj.CRS.from_wkt(crs)


def _label(source: Any) -> str:  # noqa: ANN401  pyproj has no types
    authority = source.to_authority(min_confidence=70)
    return ":".join(authority) if authority else str(source.name)[:100]


def _reproject(layer: RawLayer, change: Any) -> None:  # noqa: ANN401  pyproj has no types
    shapes = np.array(layer.shapes, dtype=object)
    coordinates = shapely.get_coordinates(shapes)
    if len(coordinates):
        x, y = change.transform(coordinates[:, 0], coordinates[:, 1])
        shapes = shapely.set_coordinates(shapes, np.column_stack([x, y]))
    layer.shapes = list(shapes)
    for place, shape in enumerate(layer.shapes):
        if shape is not None and not np.isfinite(shapely.get_coordinates(shape)).all():
            layer.faults.append(
                RowFault(layer.rows[place], "geometry", layer.crs, f"shape lies outside the area of {layer.crs}")
            )
            layer.shapes[place] = None
    layer.notes.append(f"shapes brought from {layer.crs} to longitude and latitude (EPSG:4326)")


def _assume_degrees(layer: RawLayer) -> None:
    coordinates = shapely.get_coordinates(np.array(layer.shapes, dtype=object))
    outside = (np.abs(coordinates) > np.array(DEGREES)).any(axis=1)
    # A single wild value is a fault of its row, told when places are checked; most of them mean metres.
    if len(coordinates) and outside.mean() > 0.5:  # noqa: PLR2004  more than half
        x, y = coordinates[outside][0]
        refuse(
            "The layer names no coordinate reference system and its coordinates are no degrees",
            where=f"layer “{layer.name}”", value=f"{x:.6g}, {y:.6g}",
            right="Save it in WGS 84 (EPSG:4326), or add the missing .prj file.",
        )  # fmt: skip
    layer.notes.append("no coordinate reference system named: taken as longitude and latitude (WGS 84)")
