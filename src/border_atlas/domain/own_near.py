"""The nearest border area of many points, by geodesic distance.

The edges of all areas are cut into pieces of at most `_PIECE_M`. A tree over the pieces' ends, in Earth-centred
coordinates, gives the few pieces that can be nearest: the end of the nearest piece is never farther than the
hypotenuse of the distance and half a piece. Among these the nearest point is the one that is nearest straight through
the Earth, and its distance is then measured as a geodesic (pyproj, Karney 2013).
"""

from dataclasses import dataclass
from typing import Any, Final

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Geod
from scipy.spatial import cKDTree

Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]

_GEOD: Final = Geod(ellps="WGS84")
_A: Final = 6_378_137.0
_E2: Final = 0.00669437999014
#: Longest piece of an edge, in metres.
_PIECE_M: Final = 1_000.0
#: So many ends are looked at first, and so many where they do not settle it.
_FEW, _MANY = 4, 64
#: Metres by which the straight way through the Earth may be shorter than the way on it, per metre; up to 1,000 km.
_CHORD: Final = 1.002
_BATCH: Final = 100_000


@dataclass(frozen=True, eq=False)
class AreaEdges:
    """Pieces of the edges of areas: both ends (degrees), the area each belongs to, and the tree over their ends.

    Each piece stands in the tree with both its ends. Where areas share a piece, it belongs to the smallest.
    """

    start: Floats
    end: Floats
    area: Positions
    tree: Any

    def nearest(self, degrees: Floats, within_km: float) -> tuple[Positions, Floats]:
        """Return for points (n, 2) the position of the nearest area within a distance, else -1; and how far, in km."""
        area = np.full(len(degrees), -1, dtype=np.int64)
        distance = np.full(len(degrees), np.nan)
        if within_km <= 0 or not len(self.area):
            return area, distance
        for first in range(0, len(degrees), _BATCH):
            part = slice(first, first + _BATCH)
            area[part], distance[part] = self._nearest(degrees[part], within_km * 1_000)
        return area, distance

    def _nearest(self, degrees: Floats, within_m: float) -> tuple[Positions, Floats]:
        area = np.full(len(degrees), -1, dtype=np.int64)
        distance = np.full(len(degrees), np.nan)
        reach = np.hypot(within_m, _PIECE_M)
        todo, many = np.arange(len(degrees)), _FEW
        while len(todo):
            many = min(many, 2 * len(self.area))
            away, ends = self.tree.query(earth_centred(degrees[todo]), k=many, distance_upper_bound=reach, workers=-1)
            away, ends = away.reshape(len(todo), -1), ends.reshape(len(todo), -1)
            near = np.isfinite(away[:, 0])
            todo, away, ends = todo[near], away[near], ends[near]
            # All ends that can belong to the nearest piece are at hand if the last one is too far.
            limit = np.hypot(away[:, 0], _PIECE_M / 2) * _CHORD
            settled = (away[:, -1] > limit) | (many >= min(_MANY, 2 * len(self.area)))
            rows = todo[settled]
            area[rows], distance[rows] = self._measured(degrees[rows], ends[settled])
            todo, many = todo[~settled], many * 4
        far = ~(distance <= within_m)
        area[far], distance[far] = -1, np.nan
        return area, distance / 1_000

    def _measured(self, degrees: Floats, ends: Positions) -> tuple[Positions, Floats]:
        """Return area and geodesic distance (m) of the nearest among some pieces of each point."""
        known = ends < 2 * len(self.area)
        pieces = np.where(known, ends, ends[:, :1]) // 2
        begin = self.tree.data[2 * pieces]
        step = self.tree.data[2 * pieces + 1] - begin
        towards = earth_centred(degrees)[:, None, :] - begin
        length = np.einsum("nkd,nkd->nk", step, step)
        along = np.clip(np.einsum("nkd,nkd->nk", towards, step) / np.where(length > 0, length, 1.0), 0.0, 1.0)
        beside = towards - along[..., None] * step
        best = np.argmin(np.einsum("nkd,nkd->nk", beside, beside), axis=1)[:, None]
        piece, share = (np.take_along_axis(each, best, 1)[:, 0] for each in (pieces, along))
        foot = self.start[piece] + share[:, None] * (self.end[piece] - self.start[piece])
        _, _, metres = _GEOD.inv(degrees[:, 0], degrees[:, 1], foot[:, 0], foot[:, 1])
        return self.area[piece], np.asarray(metres)


def _metres_per_degree(lat: Floats) -> tuple[Floats, Floats]:
    """Return metres for a degree of longitude and of latitude on WGS 84; never nothing at the poles."""
    angle = np.radians(lat)
    root = np.sqrt(1 - _E2 * np.sin(angle) ** 2)
    return (
        np.radians(np.maximum(_A * np.cos(angle) / root, 1.0)),
        np.radians(_A * (1 - _E2) / root**3),
    )


def earth_centred(degrees: Floats) -> Floats:
    """Return Earth-centred coordinates (n, 3) in metres of points (n, 2) on the WGS 84 ellipsoid."""
    lon, lat = np.radians(degrees.T)
    normal = _A / np.sqrt(1 - _E2 * np.sin(lat) ** 2)
    return np.column_stack(
        [normal * np.cos(lat) * np.cos(lon), normal * np.cos(lat) * np.sin(lon), normal * (1 - _E2) * np.sin(lat)]
    )


def edges_of(areas: gpd.GeoDataFrame) -> AreaEdges:
    """Cut the edges of areas (lines, outlines, points; EPSG:4326) into pieces and put them into a tree."""
    starts, ends, owners = [], [], []
    shapes = areas.geometry.to_numpy()
    for place in _smallest_first(areas):
        for line in _lines(shapes[place]):
            a, b = _pieces(shapely.get_coordinates(line))
            starts.append(a)
            ends.append(b)
            owners.append(np.full(len(a), place, dtype=np.int64))
    if not starts:
        return AreaEdges(np.empty((0, 2)), np.empty((0, 2)), np.empty(0, dtype=np.int64), None)
    start, end, area = np.concatenate(starts), np.concatenate(ends), np.concatenate(owners)
    first = _first_of_each(start, end)
    start, end, area = start[first], end[first], area[first]
    both = np.stack([earth_centred(start), earth_centred(end)], axis=1).reshape(-1, 3)
    return AreaEdges(start, end, area, cKDTree(both))


def _smallest_first(areas: gpd.GeoDataFrame) -> Positions:
    """Order areas so that the one that says most about a place comes first: points, short lines, small areas."""
    size = areas["length_km"].fillna(0).to_numpy() + np.sqrt(areas["area_km2"].fillna(0).to_numpy())
    return np.argsort(size, kind="stable")


def _lines(shape: Any) -> list[Any]:  # noqa: ANN401  Shapely's objects have no types
    edge = shapely.boundary(shape) if shapely.get_dimensions(shape) == 2 else shape  # noqa: PLR2004  areas
    return [line for line in shapely.get_parts(edge) if not shapely.is_empty(line)]


def _pieces(line: Floats) -> tuple[Floats, Floats]:
    """Cut a line (n, 2) at its corners and wherever a piece would be too long."""
    if len(line) == 1:
        return line, line
    a, b = line[:-1], line[1:]
    scale_x, scale_y = _metres_per_degree((a[:, 1] + b[:, 1]) / 2)
    length = np.hypot((b[:, 0] - a[:, 0]) * scale_x, (b[:, 1] - a[:, 1]) * scale_y)
    cuts = np.maximum(np.ceil(length / _PIECE_M), 1).astype(np.int64)
    corner = np.repeat(np.arange(len(a)), cuts)
    number = np.arange(len(corner)) - np.repeat(np.cumsum(cuts) - cuts, cuts)
    share = number / cuts[corner]
    start = a[corner] + share[:, None] * (b - a)[corner]
    end = a[corner] + (share + 1 / cuts[corner])[:, None] * (b - a)[corner]
    return start, end


def _first_of_each(start: Floats, end: Floats) -> Positions:
    """Return which pieces stay if each is kept once, whichever way it runs."""
    ends = np.sort(np.round(np.stack([start[:, 0] + 1j * start[:, 1], end[:, 0] + 1j * end[:, 1]], axis=1), 7), axis=1)
    _, first = np.unique(ends, axis=0, return_index=True)
    return np.sort(first)
