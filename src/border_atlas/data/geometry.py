"""Turns recipes into geometry: cuts, geodesically right buffers, sides, and measures."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Final, assert_never

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from border_atlas.config import EQUAL_AREA, WGS84
from border_atlas.data.atlas import Atlas
from border_atlas.data.recipe_terms import (
    Area,
    Border,
    Borders,
    Box,
    Buffer,
    Clip,
    Coast,
    Drawn,
    Edge,
    Modifier,
    Outline,
    Part,
    Side,
    Source,
    Territory,
)
from border_atlas.data.topology import as_lines, as_polygons
from border_atlas.data.wrap import cut_polygon
from border_atlas.errors import RecipeError
from border_atlas.model import GeometryQuality

#: WGS 84, for lengths and distances on the ellipsoid.
GEOD: Final = pyproj.Geod(ellps="WGS84")
#: Decimals of stored coordinates: about one metre.
DECIMALS: Final = 5

#: Lines are buffered in stretches of at most this many degrees, each in a projection of its own.
_STRETCH_DEGREES: Final = 1.0
#: A buffer's edge may be simplified by this share of its width.
_EDGE_SHARE: Final = 0.01
_KINDS: Final = ("points", "lines", "polygons")


def evaluate(
    parts: Sequence[Part],
    atlas: Atlas,
    *,
    where: str,
    box: Box | None = None,
    areas: Mapping[str, shapely.Geometry] | None = None,
) -> shapely.Geometry:
    """Return the union of a recipe's parts: all points, all lines or all polygons.

    Parameters
    ----------
    parts
        A parsed recipe.
    atlas
        Borders, coasts and land.
    where
        Id of the row, for messages.
    box
        The row's bounding box, for ``clip`` without a box of its own.
    areas
        Geometry of border areas by id, for ``area``.

    Raises
    ------
    RecipeError
        If a part is empty or parts of different kinds are mixed.
    """
    evaluated = [_part(part, atlas, where=where, box=box, areas=areas or {}) for part in parts]
    kinds = {shapely.get_dimensions(geometry) for geometry in evaluated}
    if len(kinds) > 1:
        mixed = " and ".join(_KINDS[kind] for kind in sorted(kinds))
        msg = f"Recipe of '{where}' mixes {mixed}; an area is all points, all lines or all polygons."
        raise RecipeError(msg)
    return tidy(shapely.union_all(evaluated))


def tidy(geometry: shapely.Geometry) -> shapely.Geometry:
    """Return valid geometry of one kind in a stable order, rounded, with no GeometryCollection."""
    dimension = shapely.get_dimensions(geometry)
    if dimension == 2:  # noqa: PLR2004  polygons
        tidied = valid_polygons(geometry, DECIMALS)
    elif dimension == 1:
        tidied = as_lines(rounded(shapely.line_merge(as_lines(geometry))))
    else:
        tidied = rounded(geometry)
    tidied = shapely.normalize(tidied)
    members = shapely.get_parts(tidied)
    return members[0] if len(members) == 1 else tidied


def valid_polygons(geometry: shapely.Geometry, decimals: int) -> shapely.MultiPolygon:
    """Round polygons to a grid on which they are still valid; slivers vanish."""
    gridded = shapely.set_precision(shapely.make_valid(geometry), 10.0**-decimals)
    return as_polygons(shapely.normalize(rounded(gridded, decimals)))


def rounded(geometry: shapely.Geometry, decimals: int = DECIMALS) -> shapely.Geometry:
    """Round every coordinate; lines lose points that fall together."""
    moved = shapely.transform(geometry, partial(np.round, decimals=decimals))
    return shapely.remove_repeated_points(moved) if shapely.get_dimensions(geometry) == 1 else moved


def quality(parts: Sequence[Part], areas: Mapping[str, GeometryQuality] | None = None) -> GeometryQuality:
    """Say whether any part is drawn by hand (a point is a place, not a drawing)."""
    known = areas or {}
    for part in parts:
        source = part.source
        if isinstance(source, Drawn) and source.shape != "point":
            return GeometryQuality.SCHEMATIC
        if isinstance(source, Area) and known.get(source.area_id) is GeometryQuality.SCHEMATIC:
            return GeometryQuality.SCHEMATIC
    return GeometryQuality.DERIVED


def length_km(geometry: shapely.Geometry) -> float:
    """Return the geodesic length of a line on WGS 84."""
    return float(GEOD.geometry_length(geometry)) / 1000


def area_km2(geometry: shapely.Geometry) -> float:
    """Return the area of polygons in an equal-area projection."""
    project = pyproj.Transformer.from_crs(WGS84, EQUAL_AREA, always_xy=True).transform
    return float(shapely.transform(geometry, project, interleaved=False).area) / 1e6


def widened(geometry: shapely.Geometry, kilometres: float) -> shapely.MultiPolygon:
    """Return everything within some kilometres of a geometry, measured on the ground.

    Each stretch is buffered in an azimuthal equidistant projection around itself, so that the
    width is right at every latitude.
    """
    pieces = [_widen(stretch, kilometres) for stretch in _stretches(geometry)]
    return as_polygons(shapely.union_all(pieces))


def _part(
    part: Part, atlas: Atlas, *, where: str, box: Box | None, areas: Mapping[str, shapely.Geometry]
) -> shapely.Geometry:
    geometry = _source(part.source, atlas, where=where, areas=areas)
    for modifier in part.modifiers:
        if geometry.is_empty:
            break
        geometry = _modified(geometry, modifier, atlas, where=where, box=box)
    if geometry.is_empty:
        msg = f"Recipe of '{where}': the part {part} gives no geometry; check codes, box and side."
        raise RecipeError(msg)
    return geometry


def _source(  # noqa: PLR0911  one return for each form of the grammar
    source: Source, atlas: Atlas, *, where: str, areas: Mapping[str, shapely.Geometry]
) -> shapely.Geometry:
    match source:
        case Border(first, second):
            return atlas.border(first, second)
        case Borders(countries, inner):
            return atlas.borders(countries, inner=inner)
        case Coast(country):
            return atlas.coast(country)
        case Territory(name):
            return atlas.territory(name)
        case Edge(name, other):
            return atlas.edge(name, other)
        case Area(area_id):
            return _area(area_id, areas, where=where)
        case Drawn(shape, points):
            return _DRAW[shape](points)
        case _:
            assert_never(source)


def _area(area_id: str, areas: Mapping[str, shapely.Geometry], *, where: str) -> shapely.Geometry:
    if area_id not in areas:
        msg = f"Recipe of '{where}': there is no border area '{area_id}' in tables/border_areas.csv."
        raise RecipeError(msg)
    return areas[area_id]


def _modified(
    geometry: shapely.Geometry, modifier: Modifier, atlas: Atlas, *, where: str, box: Box | None
) -> shapely.Geometry:
    match modifier:
        case Clip(own):
            if (limits := own or box) is None:
                msg = f"Recipe of '{where}': 'clip' needs a box here: clip lon_min lat_min lon_max lat_max."
                raise RecipeError(msg)
            return _within(geometry, shapely.box(*limits))
        case Buffer(kilometres):
            return widened(geometry, kilometres)
        case Side(country):
            return _within(geometry, atlas.country(country))
        case Outline():
            return as_lines(geometry.boundary)
        case _:
            assert_never(modifier)


def _within(geometry: shapely.Geometry, mask: shapely.Geometry) -> shapely.Geometry:
    """Cut, and drop what became of a lower kind (a line that only touches the mask at a point)."""
    cut = geometry.intersection(mask)
    kind = shapely.get_dimensions(geometry)
    if kind == 2:  # noqa: PLR2004  polygons
        return as_polygons(cut)
    return as_lines(cut) if kind == 1 else cut


def _point(points: Sequence[tuple[float, float]]) -> shapely.Geometry:
    return shapely.Point(points[0])


def _polygon(points: Sequence[tuple[float, float]]) -> shapely.Geometry:
    return as_polygons(shapely.make_valid(shapely.Polygon(points)))


_DRAW: Final[dict[str, Callable[[Sequence[tuple[float, float]]], shapely.Geometry]]] = {
    "point": _point,
    "line": shapely.LineString,
    "polygon": _polygon,
}


def _stretches(geometry: shapely.Geometry) -> Iterator[NDArray[np.float64]]:
    """Yield the edges of a geometry in stretches short enough for one projection."""
    for part in shapely.get_parts(geometry):
        rings = [part.exterior, *part.interiors] if isinstance(part, shapely.Polygon) else [part]
        for ring in rings:
            points = shapely.get_coordinates(shapely.segmentize(ring, _STRETCH_DEGREES / 2))
            walked = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
            cells = (walked // _STRETCH_DEGREES).astype(int)
            starts = [0, *(np.flatnonzero(np.diff(cells)) + 1).tolist(), len(points) - 1]
            for start, end in pairwise(starts):
                if end > start or len(points) == 1:
                    yield points[start : end + 1]


def _widen(points: NDArray[np.float64], kilometres: float) -> shapely.Geometry:
    """Buffer one stretch in a projection around its own middle."""
    lon, lat = points[len(points) // 2]
    there = pyproj.Transformer.from_crs(WGS84, _around(lon, lat), always_xy=True)
    flat = np.column_stack(there.transform(points[:, 0], points[:, 1]))
    width = kilometres * 1000
    line = shapely.LineString(flat) if len(flat) > 1 else shapely.Point(flat[0])
    edge = line.buffer(width, quad_segs=12).simplify(width * _EDGE_SHARE)
    xs, ys = shapely.get_coordinates(edge.exterior).T
    back = np.column_stack(there.transform(xs, ys, direction="INVERSE"))
    return cut_polygon(back, [])


def _around(lon: float, lat: float) -> pyproj.CRS:
    return pyproj.CRS.from_dict({"proj": "aeqd", "lon_0": lon, "lat_0": lat, "ellps": "WGS84", "units": "m"})
