"""Cuts lines and rings at the antimeridian, so that nothing is drawn across the whole map."""

from typing import Final

import numpy as np
import shapely
import shapely.affinity
from numpy.typing import NDArray

#: Coordinates: one row a point, longitude and latitude in degrees.
Coordinates = NDArray[np.float64]

_TURN: Final = 360.0


def wraps(coordinates: Coordinates) -> bool:
    """Tell whether a walk along the points goes over the antimeridian."""
    return bool((np.abs(np.diff(coordinates[:, 0])) > _TURN / 2).any())


def cut_line(coordinates: Coordinates) -> shapely.Geometry:
    """Return the line through the points, in parts within ±180°."""
    return _folded(shapely.LineString(_unrolled(coordinates)))


def cut_polygon(exterior: Coordinates, interiors: list[Coordinates]) -> shapely.Geometry:
    """Return the polygon with the given rings, in valid parts within ±180°.

    A ring that goes once around the earth holds a pole and is closed along it.
    """
    outer = _unrolled(exterior)
    if abs(outer[-1, 0] - outer[0, 0]) > _TURN / 2:
        pole = np.copysign(90.0, outer[:, 1].mean())
        outer = np.vstack([outer, [[outer[-1, 0], pole], [outer[0, 0], pole]]])
    holes = [_near(_unrolled(ring), outer) for ring in interiors]
    return _folded(shapely.make_valid(shapely.Polygon(outer, holes)))


def _unrolled(coordinates: Coordinates) -> Coordinates:
    """Let longitudes run on beyond ±180° instead of jumping."""
    return np.column_stack([np.unwrap(coordinates[:, 0], period=_TURN), coordinates[:, 1]])


def _near(ring: Coordinates, outer: Coordinates) -> Coordinates:
    """Shift a hole by whole turns to where the outer ring is."""
    turns = round((outer[:, 0].mean() - ring[:, 0].mean()) / _TURN)
    shifted: Coordinates = ring + np.array([turns * _TURN, 0.0])
    return shifted


def _folded(geometry: shapely.Geometry) -> shapely.Geometry:
    """Bring what lies beyond ±180° back from the other side."""
    parts = []
    for turn in (-1, 0, 1):
        window = shapely.box(turn * _TURN - 180, -90, turn * _TURN + 180, 90)
        parts.append(shapely.affinity.translate(geometry.intersection(window), xoff=-turn * _TURN))
    return shapely.union_all(parts)
