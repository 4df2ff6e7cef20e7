"""Cuts borders into stretches by the set of border areas that lie on them, worked out once a Dataset.

Lines are walked in pieces of a few kilometres. A piece belongs to an area if both its ends and its middle
lie within `TOLERANCE_KM` of the area's line, or in or near its polygon. Distances are compared in
Mercator's projection, which is conformal: two kilometres on the ground are two kilometres times its scale
at that latitude.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from pyproj import Geod

#: How far a line may lie from another to be taken for the same, in kilometres.
TOLERANCE_KM: Final = 2.0
#: Longest piece in which a line is walked, in kilometres.
_PIECE_KM: Final = 5.0
#: Lines are looked up in parts of so many points, so that the tree can tell them apart.
_PART_POINTS: Final = 24
_EARTH_KM: Final = 6371.0
_GEOD: Final = Geod(ellps="WGS84")
#: Longest edge (degrees) that is taken as straight in both projections.
_EDGE: Final = 0.1
_LINES: Final = 1
_POLYGONS: Final = 2

_Mask = npt.NDArray[np.bool_]
_Points = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Stretches:
    """Stretches of lines, and places without length, with the border areas that lie on them.

    ``table`` has one row a stretch: ``name``, ``countries`` (tuple of codes), ``km`` (geodesic, 0 for
    places), ``schematic``. ``areas`` marks for each stretch (row) the areas (column, in the order of the
    Dataset) on it.
    """

    table: pd.DataFrame
    areas: _Mask

    def share_of(self, stretches: _Mask) -> npt.NDArray[np.float64]:
        """Give for each area the share of its length that lies on the marked stretches (0 … 1).

        An area that is a place counts its stretches instead.
        """
        km = self.table["km"].to_numpy()
        weight = np.where(km > 0, km, _PLACE_KM)[:, None] * self.areas
        total = weight.sum(axis=0)
        share = np.divide(weight[stretches].sum(axis=0), total, out=np.zeros(len(total)), where=total > 0)
        return np.asarray(share, dtype=np.float64)


#: What a place weighs beside the lines of its area: next to nothing, but all if there is no line.
_PLACE_KM: Final = 1e-6


@dataclass(frozen=True, eq=False)
class _Pieces:
    """Pieces of lines: three points each (degrees), length, and what they are pieces of."""

    points: _Points
    km: npt.NDArray[np.float64]
    origin: npt.NDArray[np.intp]


def make_stretches(areas: gpd.GeoDataFrame, boundaries: gpd.GeoDataFrame) -> Stretches:
    """Cut the boundary lines, and the lines of areas that are no boundary, into stretches.

    Points, and polygons that no line runs through, become places: stretches of no length.
    """
    borders = _pieces(boundaries.geometry)
    own = _own_pieces(areas, boundaries)
    pieces = _joined([borders, own])
    on = _areas_on(areas, pieces)
    countries = [*boundaries["sides"], *areas["countries"]]
    on[: len(borders.km)] &= _may_lie_on(areas, borders, countries)
    places = _places(areas, on, offset=len(boundaries))
    pieces, on = _joined([pieces, places]), np.vstack([on, _areas_on(areas, places)])
    names = [*boundaries["name"], *areas["name"]]
    schematic = [quality == "schematic" for frame in (boundaries, areas) for quality in frame["geometry_quality"]]
    described = pd.DataFrame({"name": names, "countries": countries, "schematic": schematic}).iloc[pieces.origin]
    return _grouped(described.assign(km=pieces.km, origin=pieces.origin).reset_index(drop=True), on)


def _grouped(pieces: pd.DataFrame, on: _Mask) -> Stretches:
    """Put pieces of one line with the same areas together."""
    keys = np.column_stack([pieces["origin"].to_numpy(), np.packbits(on, axis=1)])
    _, first, group = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    table = pieces.iloc[first].drop(columns="origin").reset_index(drop=True)
    table["km"] = np.bincount(group.ravel(), weights=pieces["km"], minlength=len(first))
    return Stretches(table, on[first])


def _pieces(geometries: gpd.GeoSeries) -> _Pieces:
    """Walk all lines in pieces of equal length; other geometry gives none."""
    parts = geometries.reset_index(drop=True).explode()
    points, lengths, origins = [np.empty((0, 3, 2))], [np.empty(0)], [np.empty(0, dtype=np.intp)]
    for origin, part in parts[parts.geom_type == "LineString"].items():
        walked, km = _walk(shapely.get_coordinates(part))
        points.append(walked)
        lengths.append(np.full(len(walked), km))
        origins.append(np.full(len(walked), origin, dtype=np.intp))
    return _Pieces(np.concatenate(points), np.concatenate(lengths), np.concatenate(origins))


def _walk(line: _Points) -> tuple[_Points, float]:
    """Give begin, middle and end of each piece of a line, and the length of one."""
    steps = np.array(_GEOD.line_lengths(line[:, 0], line[:, 1])) / 1000
    walked = np.concatenate([[0.0], np.cumsum(steps)])
    number = max(int(np.ceil(walked[-1] / _PIECE_KM)), 1)
    at = np.linspace(0, walked[-1], 2 * number + 1)
    stops = np.column_stack([np.interp(at, walked, line[:, axis]) for axis in (0, 1)])
    return np.stack([stops[:-2:2], stops[1::2], stops[2::2]], axis=1), float(walked[-1]) / number


def _joined(several: Sequence[_Pieces]) -> _Pieces:
    return _Pieces(
        np.concatenate([one.points for one in several]),
        np.concatenate([one.km for one in several]),
        np.concatenate([one.origin for one in several]),
    )


def _kept(pieces: _Pieces, keep: _Mask) -> _Pieces:
    return _Pieces(pieces.points[keep], pieces.km[keep], pieces.origin[keep])


def _own_pieces(areas: gpd.GeoDataFrame, boundaries: gpd.GeoDataFrame) -> _Pieces:
    """Walk lines of areas that are neither a boundary line nor in a shorter area, such as coasts."""
    pieces = _pieces(areas.geometry)
    number = len(areas)
    lines = _Finder([*areas.geometry, *boundaries.geometry])
    near = lines.near(pieces.points)
    # Where borders meet, a piece of an area may run along one boundary line and then along the next.
    known = np.all(np.any(near[:, :, number:], axis=2), axis=1)
    lengths = areas["length_km"].fillna(np.inf).to_numpy()
    shorter = (lengths[None, :] < lengths[pieces.origin][:, None]) | (
        (lengths[None, :] == lengths[pieces.origin][:, None]) & (np.arange(number) < pieces.origin[:, None])
    )
    kept = _kept(pieces, ~(known | (near[:, :, :number].all(axis=1) & shorter).any(axis=1)))
    return _Pieces(kept.points, kept.km, kept.origin + len(boundaries))


def _may_lie_on(areas: gpd.GeoDataFrame, pieces: _Pieces, countries: Sequence[tuple[str, ...]]) -> _Mask:
    """Mark areas that a boundary line may belong to: polygons only if they concern all its sides.

    A zone along one border also touches the ends of its neighbours' borders, where nobody works.
    """
    lines = np.asarray(shapely.get_dimensions(areas.geometry.to_numpy()) < _POLYGONS)
    own = np.array([[set(side) <= set(area) for area in areas["countries"]] for side in countries], dtype=np.bool_)
    return np.asarray(lines[None, :] | own[pieces.origin], dtype=np.bool_)


def _places(areas: gpd.GeoDataFrame, on: _Mask, *, offset: int) -> _Pieces:
    """Give points, and polygons that no line runs through, as pieces without length."""
    dimension = shapely.get_dimensions(areas.geometry.to_numpy())
    chosen = np.flatnonzero((dimension == 0) | ((dimension == _POLYGONS) & ~on.any(axis=0)))
    points = [shapely.get_coordinates(shapely.point_on_surface(areas.geometry.iloc[place]))[0] for place in chosen]
    stacked = np.repeat(np.array(points, dtype=np.float64).reshape(-1, 1, 2), 3, axis=1)
    return _Pieces(stacked, np.zeros(len(chosen)), chosen.astype(np.intp) + offset)


def _areas_on(areas: gpd.GeoDataFrame, pieces: _Pieces) -> _Mask:
    """Mark the areas that each piece lies on."""
    on: _Mask = np.array(_Finder(list(areas.geometry)).near(pieces.points).all(axis=1))
    polygons = np.flatnonzero(shapely.get_dimensions(areas.geometry.to_numpy()) == _POLYGONS)
    for place in polygons:
        on[:, place] = _in_polygon(areas.geometry.iloc[place], pieces.points)
    return on


def _in_polygon(polygon: shapely.Geometry, points: _Points) -> _Mask:
    flat = shapely.transform(shapely.segmentize(polygon, _EDGE), _mercator)
    at, reach = _mercator(points.reshape(-1, 2)), _reach(points.reshape(-1, 2))
    low, high = np.hsplit(np.array(shapely.bounds(flat)), 2)
    close = np.all((at >= low - reach[:, None]) & (at <= high + reach[:, None]), axis=1)
    shapely.prepare(flat)
    inside = np.zeros(len(at), dtype=np.bool_)
    near = shapely.points(at[close])
    inside[close] = shapely.dwithin(flat, near, reach[close])
    return np.asarray(inside.reshape(points.shape[:2]).all(axis=1))


class _Finder:
    """Finds which lines (and points) of several geometries run along pieces."""

    def __init__(self, geometries: Sequence[shapely.Geometry]) -> None:
        self._number = len(geometries)
        parts = [(owner, part) for owner, geometry in enumerate(geometries) for part in _line_parts(geometry)]
        self._owner = np.array([owner for owner, _ in parts], dtype=np.intp)
        self._tree = shapely.STRtree([part for _, part in parts])

    def near(self, points: _Points) -> _Mask:
        """Mark for each of the three points of each piece the geometries that are near."""
        flat = points.reshape(-1, 2)
        near: _Mask = np.zeros((len(flat), self._number), dtype=np.bool_)
        found, part = self._tree.query(shapely.points(_mercator(flat)), predicate="dwithin", distance=_reach(flat))
        near[found, self._owner[part]] = True
        return near.reshape(*points.shape[:2], self._number)


def _line_parts(geometry: shapely.Geometry) -> Iterator[shapely.Geometry]:
    """Yield lines in short parts and points, in Mercator's projection; polygons are left out."""
    for part in shapely.get_parts(shapely.segmentize(geometry, _EDGE)):
        if shapely.get_dimensions(part) > _LINES:
            continue
        flat = _mercator(shapely.get_coordinates(part))
        if len(flat) == 1:
            yield shapely.Point(flat[0])
        for first in range(0, len(flat) - 1, _PART_POINTS):
            yield shapely.LineString(flat[first : first + _PART_POINTS + 1])


def _mercator(points: _Points) -> _Points:
    lon, lat = np.radians(points).T
    return np.column_stack([_EARTH_KM * lon, _EARTH_KM * np.arctanh(np.sin(lat))])


def _reach(points: _Points) -> npt.NDArray[np.float64]:
    """Give the tolerance in Mercator's kilometres at each point."""
    reach: npt.NDArray[np.float64] = TOLERANCE_KM / np.cos(np.radians(points[:, 1]))
    return reach
