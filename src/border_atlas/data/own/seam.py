"""Brings shapes within ±180° of longitude, cuts them there, and makes those valid that cross themselves."""

from collections.abc import Callable
from typing import Any

import numpy as np
import shapely

from border_atlas.data.own.limits import Limits
from border_atlas.data.own.raw import RawLayer, RowFault
from border_atlas.data.own.shapes import DEGREES, Vertices
from border_atlas.data.wrap import Coordinates, cut_line, cut_polygon

_TURN = 360.0
_HALF = 180.0
#: A step of a whole turn less this, in degrees, goes along the edge of the map and not across it.
_ROUNDED = 1e-6
_POINT, _LINE, _AREA = 0, 1, 2
_MULTI = {_POINT: shapely.multipoints, _LINE: shapely.multilinestrings, _AREA: shapely.multipolygons}
#: GEOS numbers what is made of parts: points, lines, polygons, and collections of all kinds.
_OF_PARTS = (4, 5, 6, 7)
_COLLECTION = 7


def fit(layer: RawLayer, limits: Limits) -> None:
    """Bring a layer's shapes (longitude and latitude in degrees) within ±180° and make them valid.

    A step of more than half a turn is a way across 180°: edges go the shorter way round. A shape that is cut or made
    valid stays, with a fault of its row; one that can be neither becomes None. Shapes with latitudes beyond 90° or
    longitudes beyond 540° stay as they are, for whoever checks places.

    Raises
    ------
    OwnFileError
        When the shapes have too many vertices afterwards.
    """
    if not layer.shapes:
        return
    shapes = np.array(layer.shapes, dtype=object)
    west, south, east, north = shapely.bounds(shapes).T
    most_lon, most_lat = DEGREES
    sound = (west >= -most_lon) & (east <= most_lon) & (south >= -most_lat) & (north <= most_lat)
    beyond = sound & ((west < -_HALF) | (east > _HALF))
    crossing = _crossing(shapes, beyond | (sound & (east - west > _HALF)))
    turned = beyond & ~crossing
    shapes[turned] = _turned(shapes[turned])
    _change(layer, shapes, crossing, _cut, ("crosses 180° of longitude", "cut there"))
    broken = sound & (shapely.get_dimensions(shapes) == _AREA) & ~shapely.is_valid(shapes)
    _change(layer, shapes, broken, _mended, ("crosses itself or has no area", "made valid"))
    if turned.any():
        layer.notes.append(f"{int(turned.sum()):,} × shape beyond 180° of longitude, brought within ±180°")
    layer.shapes = list(shapes)
    Vertices(limits).add(int(shapely.get_num_coordinates(shapes).sum()))


def _change(
    layer: RawLayer,
    shapes: Any,  # noqa: ANN401  Shapely's objects have no types
    which: Any,  # noqa: ANN401  a mask of them
    change: Callable[[Any], Any],
    words: tuple[str, str],
) -> None:
    """Change some of the shapes where they stand, and tell each of them."""
    what, done = words
    lost, told = list[RowFault](), layer.faults
    for place in np.flatnonzero(which):
        kind = shapes[place].geom_type
        try:
            shapes[place] = change(shapes[place])
        except shapely.errors.GEOSException:
            shapes[place] = None
        gone = shapes[place] is None
        end = f" and cannot be {done}" if gone else f"; it has been {done}"
        (lost if gone else told).append(RowFault(layer.rows[place], "geometry", kind, f"the shape {what}{end}"))
    # Only so many faults are listed, and what was lost must be among them.
    layer.faults[:0] = lost


def _singles(shape: Any) -> Any:  # noqa: ANN401
    """Return the points, lines and polygons that a shape is made of, without empty ones."""
    parts = np.asarray([shape], dtype=object)
    while np.isin(shapely.get_type_id(parts), _OF_PARTS).any():
        parts = shapely.get_parts(parts)
    return parts[~shapely.is_empty(parts)]


def _together(parts: Any) -> Any:  # noqa: ANN401
    """Return one shape of single ones, None if there are none."""
    if len(parts) < 2:  # noqa: PLR2004  two make many
        return parts[0] if len(parts) else None
    kinds = set(shapely.get_dimensions(parts).tolist())
    return _MULTI[kinds.pop()](parts) if len(kinds) == 1 else shapely.geometrycollections(parts)


def _walk(part: Any) -> Coordinates:  # noqa: ANN401
    outline = shapely.get_exterior_ring(part) if shapely.get_dimensions(part) == _AREA else part
    found: Coordinates = shapely.get_coordinates(outline)
    return found


def _within(walk: Coordinates) -> Coordinates:
    lon = walk[:, 0]
    # Nine decimals are a tenth of a millimetre, and hide what subtracting turns leaves behind.
    near = np.where(np.abs(lon) > _HALF, np.round(lon - _TURN * np.round(lon / _TURN), 9), lon)
    return np.column_stack([near, walk[:, 1]])


def _turned(shapes: Any) -> Any:  # noqa: ANN401
    return shapely.transform(shapes, _within)


def _crossing(shapes: Any, among: Any) -> Any:  # noqa: ANN401  an array of shapes, masks of it
    """Tell which shapes go across 180°; only those that are wide need a close look."""
    found = among.copy()
    some = shapes[among]
    (west, _, east, _), (first, _, last, _) = shapely.bounds(some).T, shapely.bounds(_turned(some)).T
    wide = (shapely.get_dimensions(some) != _POINT) & ((last - first > _HALF) | (east - west >= _TURN))
    wide[wide] = [any(map(_part_crosses, _singles(shape))) for shape in some[wide]]
    found[among] = wide
    return found


def _part_crosses(part: Any) -> bool:  # noqa: ANN401
    walk = _walk(part)
    steps = np.abs(np.diff(_within(walk)[:, 0]))
    whole = steps > _TURN - _ROUNDED
    if ((steps > _HALF) & ~whole).any():
        return True
    if np.ptp(walk[:, 0]) >= _TURN and np.abs(walk[:, 0]).max() > _HALF:
        return True
    # A polygon may run along both edges of the map, such as one of all the world.
    return bool(whole.any()) and not (shapely.get_dimensions(part) == _AREA and shapely.is_valid(part))


def _cut(shape: Any) -> Any:  # noqa: ANN401
    pieces = []
    for part in _singles(shape):
        cut = (_turned, _cut_line, _cut_polygon)[shapely.get_dimensions(part) if _part_crosses(part) else _POINT]
        pieces += [piece for piece in _singles(cut(part)) if piece.geom_type == part.geom_type]
    return _together(np.array(pieces, dtype=object))


def _cut_line(line: Any) -> Any:  # noqa: ANN401
    """Cut a line at each step across 180°, also one that goes around the earth many times."""
    walk = _within(_walk(line))
    steps = np.flatnonzero(np.abs(np.diff(walk[:, 0])) > _HALF)
    pieces = [shapely.LineString(stretch) for stretch in np.split(walk, steps + 1) if len(stretch) > 1]
    for step in steps:
        pieces += [one for one in _singles(cut_line(walk[step : step + 2])) if one.length > 0]
    return shapely.line_merge(shapely.multilinestrings(pieces), directed=True)


def _cut_polygon(polygon: Any) -> Any:  # noqa: ANN401
    """Cut a polygon, whose edges must stay within a turn and a half of its first position."""
    rings = [shapely.get_coordinates(ring) for ring in (polygon.exterior, *polygon.interiors)]
    exterior, *interiors = [_within(ring) for ring in rings]
    if np.abs(np.unwrap(exterior[:, 0], period=_TURN)).max() > _TURN + _HALF:
        return shapely.Polygon()
    return cut_polygon(exterior, interiors)


def _mended(shape: Any) -> Any:  # noqa: ANN401
    """Make a shape valid; what has no area any more is a line or a point."""
    whole = shapely.make_valid(shape, method="structure", keep_collapsed=True)
    parts = _singles(whole)
    areas = shapely.get_dimensions(parts) == _AREA
    return _together(parts[areas] if areas.any() and shapely.get_type_id(shape) != _COLLECTION else parts)
