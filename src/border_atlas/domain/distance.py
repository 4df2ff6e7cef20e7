"""Distances on the WGS 84 ellipsoid."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Geod
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

_GEOD: Final = Geod(ellps="WGS84")
_M_PER_KM: Final = 1000.0
_POLYGON: Final = 2  # dimensions
#: Longest piece of a line, in degrees, that is taken for straight.
_PIECE: Final = 0.25

Kilometres = npt.NDArray[np.float64]


def distance_km(point: Point, geometry: BaseGeometry) -> float:
    """Measure from a point to the nearest point of a geometry in kilometres; 0 inside a polygon."""
    return float(distances_km(point, [geometry])[0])


def distances_km(point: Point, geometries: Sequence[BaseGeometry]) -> Kilometres:
    """Measure from one point to each of several geometries in kilometres, see `distance_km`.

    The geometries are laid out round the point by true bearing and distance, which keeps every
    distance from it. Only the pieces between two vertices bend a little: cut to 0.25°, they are off
    by less than 100 m. An empty geometry has the distance NaN.
    """
    parts, owner = shapely.get_parts(np.asarray(geometries, dtype=object), return_index=True)
    result = np.full(len(geometries), np.nan)
    if len(parts):
        np.fmin.at(result, owner, np.where(shapely.covers(parts, point), 0.0, _flat_distances(point, parts)))
    return result


def _flat_distances(point: Point, parts: npt.NDArray[np.object_]) -> Kilometres:
    outlines = np.where(shapely.get_dimensions(parts) == _POLYGON, shapely.boundary(parts), parts)
    pieces = shapely.segmentize(outlines, _PIECE)
    ends = shapely.get_coordinates(pieces)
    azimuth, _, distance = _GEOD.inv(np.full(len(ends), point.x), np.full(len(ends), point.y), ends[:, 0], ends[:, 1])
    bearing = np.radians(azimuth)
    plane = np.column_stack([distance * np.sin(bearing), distance * np.cos(bearing)])
    flat = shapely.set_coordinates(pieces, plane)
    metres: Kilometres = shapely.distance(shapely.points(0.0, 0.0), flat)
    return metres / _M_PER_KM
