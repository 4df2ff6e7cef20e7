"""Counts a user's own records in hexagons, however many they are, so that a filter costs one pass over them.

Hexagons lie on Web Mercator, as the browser's map does. Their sizes are fixed, so that filters and neighbouring
views give the same cells. What is worked out once per table stays in a `CellIndex`, which belongs to the session.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

#: From the centre to a corner of a hexagon, in metres of Web Mercator; the browser shows the one that fits the zoom.
#: The world has some 250 hexagons of the coarsest size.
SIZES: Final = tuple(1_600_000.0 / 2**step for step in range(13))
#: So many categories have colours of their own; the rest is "other".
CATEGORIES: Final = 8
OTHER: Final = "other"
#: West, south, east, north in degrees; east may lie beyond 180°.
Box = tuple[float, float, float, float]

_RADIUS: Final = 6_378_137.0
_HALF_TURN: Final = 180.0
_TURN: Final = 360.0
#: Where Web Mercator ends.
_LAST_LATITUDE: Final = 85.051128
_ROOT: Final = np.sqrt(3.0)


@dataclass(frozen=True, eq=False)
class Cells:
    """Hexagons of one size that hold records: axial coordinates, number of records, leading category."""

    size: float
    q: Integers
    r: Integers
    counts: Integers
    categories: Integers


@dataclass(frozen=True, eq=False)
class _Level:
    """The cells of one size that all records need, and the cell of each placed record."""

    q: Integers
    r: Integers
    cell: npt.NDArray[np.int32]


class CellIndex:
    """Where the records of one table lie, and in which hexagon of each size.

    ``records`` are in EPSG:4326 and have ``_category``; records without a geometry have no place. Sizes are worked
    out when they are first asked for.
    """

    def __init__(self, records: gpd.GeoDataFrame) -> None:
        self.records = records
        self.labels, self.categories = number_categories(records["_category"])
        geometry = records.geometry.to_numpy()
        self.is_shape: Mask = shapely.get_type_id(geometry) > 0
        degrees = positions(geometry, self.is_shape)
        self.lon, self.lat = degrees.T
        self.x, self.y = to_mercator(degrees)
        self.is_placed: Mask = np.isfinite(self.x) & np.isfinite(self.y)
        self._levels: dict[float, _Level] = {}

    def __len__(self) -> int:
        """Return the number of records, placed or not."""
        return len(self.x)

    @cached_property
    def placed(self) -> Integers:
        """Return the positions of the records that have a place."""
        return np.flatnonzero(self.is_placed)

    def within(self, rows: Integers, box: Box) -> Integers:
        """Return those of ``rows`` that lie in a box."""
        west, south, east, north = box
        lon, lat = self.lon[rows], self.lat[rows]
        inside = (lon - west) % _TURN <= min(east - west, _TURN)
        found: Integers = rows[inside & (lat >= south) & (lat <= north)]
        return found

    def pyramid(self, rows: Integers, most: int) -> tuple[Cells, ...]:
        """Return the cells that hold ``rows``, coarsest size first, as far down as ``most`` cells in all allow.

        The coarsest size is always there: no record may get lost.
        """
        levels = [self.cells(rows, SIZES[0])]
        left = most - len(levels[0].q)
        for size in SIZES[1:]:
            cells = self.cells(rows, size)
            left -= len(cells.q)
            if left < 0:
                break
            levels.append(cells)
        return tuple(levels)

    def cells(self, rows: Integers, size: float) -> Cells:
        """Return the cells of one size that hold ``rows``, which all have a place."""
        level = self._level(size)
        cell = level.cell[rows]
        counts = np.bincount(cell, minlength=len(level.q))
        used = np.flatnonzero(counts)
        leading = self._leading(cell, rows, used, len(level.q))
        return Cells(size, level.q[used], level.r[used], counts[used], leading)

    def _leading(self, cell: npt.NDArray[np.int32], rows: Integers, used: Integers, number: int) -> Integers:
        """Return the commonest category of each used cell; of two as common, that with the lower number."""
        many = len(self.labels)
        if many <= 1:
            return np.zeros(len(used), dtype=np.int64)
        both = cell.astype(np.int64) * many + self.categories[rows]
        table = np.bincount(both, minlength=number * many).reshape(number, many)
        return np.asarray(table[used].argmax(axis=1), dtype=np.int64)

    def _level(self, size: float) -> _Level:
        if size not in self._levels:
            self._levels[size] = self._number_cells(size)
        return self._levels[size]

    def _number_cells(self, size: float) -> _Level:
        q, r = hexagons(self.x[self.placed], self.y[self.placed], size)
        number, first = pd.factorize(q << 32 | (r & 0xFFFFFFFF))
        cell = np.full(len(self), -1, dtype=np.int32)
        cell[self.placed] = number
        return _Level(first >> 32, first.astype(np.int32).astype(np.int64), cell)


def number_categories(values: pd.Series) -> tuple[tuple[str, ...], npt.NDArray[np.uint8]]:
    """Return the categories' names, commonest first, and each record's number.

    What is not among the first eight, or has no category, is "other", the last number. A filter must not change
    colours: number all records once.
    """
    counts = values[~values.isin(["", OTHER])].value_counts()
    order = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))[:CATEGORIES]
    names = [str(name) for name, _ in order]
    codes = pd.Index(names, dtype=object).get_indexer(pd.Index(values, dtype=object))
    if not names or (codes < 0).any():
        return (*names, OTHER), np.where(codes < 0, len(names), codes).astype(np.uint8)
    return tuple(names), codes.astype(np.uint8)


def positions(geometry: npt.NDArray[np.object_], is_shape: Mask) -> Floats:
    """Return longitude and latitude of points, and of a point on each line or area; NaN where there is none."""
    points = geometry.copy()
    points[shapely.is_empty(geometry)] = None
    filled = is_shape & ~shapely.is_missing(points)
    points[filled] = shapely.point_on_surface(geometry[filled])
    degrees = np.column_stack([shapely.get_x(points), shapely.get_y(points)])
    degrees[:, 0] = (degrees[:, 0] + _HALF_TURN) % _TURN - _HALF_TURN
    return np.asarray(degrees, dtype=np.float64)


def to_mercator(degrees: Floats) -> tuple[Floats, Floats]:
    """Project longitude and latitude to Web Mercator; what lies beyond its last latitude is put there."""
    latitude = np.radians(np.clip(degrees[:, 1], -_LAST_LATITUDE, _LAST_LATITUDE))
    return _RADIUS * np.radians(degrees[:, 0]), _RADIUS * np.log(np.tan(np.pi / 4 + latitude / 2))


def from_mercator(metres: Floats) -> Floats:
    """Return longitude and latitude (n, 2) of points on Web Mercator (n, 2)."""
    latitude = 2 * np.arctan(np.exp(metres[:, 1] / _RADIUS)) - np.pi / 2
    return np.column_stack([np.degrees(metres[:, 0] / _RADIUS), np.degrees(latitude)])


def hexagons(x: Floats, y: Floats, size: float) -> tuple[Integers, Integers]:
    """Return axial coordinates of the hexagon, one corner up, that each point lies in."""
    r = y * (2 / 3 / size)
    q = x * (_ROOT / 3 / size) - r / 2
    s = -q - r
    whole_q, whole_r, whole_s = np.rint(q), np.rint(r), np.rint(s)
    # The three roundings must add up to 0: the one that is farthest off gives way.
    off_q, off_r, off_s = np.abs(whole_q - q), np.abs(whole_r - r), np.abs(whole_s - s)
    fix_q = (off_q > off_r) & (off_q > off_s)
    fix_r = ~fix_q & (off_r > off_s)
    whole_q = np.where(fix_q, -whole_r - whole_s, whole_q)
    whole_r = np.where(fix_r, -whole_q - whole_s, whole_r)
    return whole_q.astype(np.int64), whole_r.astype(np.int64)


def corners(cells: Cells) -> Floats:
    """Return the corners (n, 6, 2) of hexagons in degrees."""
    x = cells.size * _ROOT * (cells.q + cells.r / 2)
    y = cells.size * 1.5 * cells.r
    turns = np.radians(np.arange(30, 390, 60))
    ring = cells.size * np.column_stack([np.cos(turns), np.sin(turns)])
    metres = np.column_stack([x, y])[:, None, :] + ring[None, :, :]
    return from_mercator(metres.reshape(-1, 2)).reshape(-1, 6, 2)
