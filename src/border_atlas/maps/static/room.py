"""What of a panel is taken already: names and legend are put where they hide least."""

import math
from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt
import shapely

from border_atlas.maps.static.marks import AreaMark, MissionMark

Box = tuple[float, float, float, float]

#: Fineness of the grid on which room is taken, in points.
_CELL: Final = 1.5
#: How much worse it is to hide a point of a marker or of a line than one of a fill.
_MARK_WEIGHT: Final = 10.0
_LINE_WEIGHT: Final = 4.0


class Room:
    """What of a panel is taken: wholly (markers, labels, furniture) or better left free (lines)."""

    def __init__(self, width: float, height: float) -> None:
        shape = (math.ceil(height / _CELL), math.ceil(width / _CELL))
        self._taken: npt.NDArray[np.bool_] = np.zeros(shape, dtype=np.bool_)
        self._lined: npt.NDArray[np.bool_] = np.zeros(shape, dtype=np.bool_)
        self._filled: npt.NDArray[np.bool_] = np.zeros(shape, dtype=np.bool_)
        self._size = (width, height)

    def take(self, box: Box) -> None:
        """Take a box wholly."""
        self._taken[self._slice(box)] = True

    def line(self, points: npt.NDArray[np.float64]) -> None:
        """Mark points (n, 2) of a line."""
        cells = (points / _CELL).astype(int)
        height, width = self._lined.shape
        inside = (cells >= 0).all(axis=1) & (cells[:, 0] < width) & (cells[:, 1] < height)
        self._lined[cells[inside, 1], cells[inside, 0]] = True

    def fill(self, polygon: shapely.Geometry) -> None:
        """Mark a polygon as better not hidden; names may stand on it."""
        left, bottom, right, top = shapely.bounds(polygon)
        part = self._slice((max(left, 0), max(bottom, 0), min(right, self._size[0]), min(top, self._size[1])))
        rows, columns = (np.arange(one.start, one.stop) + 0.5 for one in part)
        x, y = np.meshgrid(columns * _CELL, rows * _CELL)
        held = shapely.contains_xy(polygon, x, y)
        height, width = self._filled[part].shape
        self._filled[part] |= held[:height, :width]

    def cost(self, box: Box) -> float:
        """Return the share of a box upon lines; infinite where it is taken or leaves the panel."""
        left, bottom, right, top = box
        if left < 2 or bottom < 2 or right > self._size[0] - 2 or top > self._size[1] - 2:  # noqa: PLR2004  points
            return math.inf
        part = self._slice(box)
        return math.inf if self._taken[part].any() else float(self._lined[part].mean())

    def crowded(self, box: Box) -> float:
        """Return how much a box would hide, in square points; markers count more than lines, lines than fills."""
        part = self._slice(box)
        lines = self._lined[part].sum() * _LINE_WEIGHT
        return float(self._taken[part].sum() * _MARK_WEIGHT + lines + self._filled[part].sum()) * _CELL**2

    def _slice(self, box: Box) -> tuple[slice, slice]:
        left, bottom, right, top = (value / _CELL for value in box)
        return (
            slice(max(math.floor(bottom), 0), max(math.ceil(top), 1)),
            slice(max(math.floor(left), 0), max(math.ceil(right), 1)),
        )


def take_marks(room: Room, areas: Iterable[AreaMark], missions: Iterable[MissionMark]) -> None:
    """Mark where areas and headquarters are drawn."""
    for area in areas:
        if area.dot:
            x, y = area.at
            room.take((x - area.dot, y - area.dot, x + area.dot, y + area.dot))
            continue
        if area.is_filled:
            for polygon in area.shapes:
                room.fill(polygon)
        if area.display != "zone":
            fine = shapely.segmentize(area.shapes, _CELL)
            room.line(np.asarray(shapely.get_coordinates(fine), dtype=np.float64))
    for mission in missions:
        half = mission.size * 0.5
        x, y = mission.at
        room.take((x - half, y - half, x + half, y + half))
