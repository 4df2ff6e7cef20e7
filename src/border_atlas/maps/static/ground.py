"""The base map of a sight on paper: land, and boundary lines by their status."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely
from matplotlib.path import Path

from border_atlas.maps.static import base
from border_atlas.maps.static.base import Shapes
from border_atlas.maps.static.marks import AreaMark
from border_atlas.maps.static.projection import Sight, Window
from border_atlas.maps.static.shapes import filled, stroked
from border_atlas.model import LineStatus

_HALF_TURN: Final = 180.0
#: How near (points) a boundary line may come to an area's line to be the same line.
_SAME: Final = 2.0


@dataclass(frozen=True, eq=False)
class Ground:
    """Land, and the boundary lines of each status that is in sight, in the order of the legend."""

    land: Path
    lines: dict[LineStatus, Shapes]

    def paths(self, areas: Iterable[AreaMark]) -> dict[LineStatus, Path]:
        """Return the lines to draw: without those that an area's line in the same dash stands for."""
        own: dict[LineStatus, list[Shapes]] = {}
        for mark in areas:
            if mark.has_dash:
                own.setdefault(LineStatus(mark.status), []).append(mark.shapes)
        return {
            status: stroked(_without(lines, np.concatenate(own[status])) if status in own else lines)
            for status, lines in self.lines.items()
        }


def ground_of(shown: Sight) -> Ground:
    """Cut and project the base map of a sight."""
    level = base.level_of(shown)
    layer = base.land(level)
    parts, _ = base.cut(layer.shapes, layer.boxes, shown.window)
    land = base.on_paper(_rejoined(parts, shown.window), shown)
    return Ground(filled(land), _lines(shown, level))


def _lines(shown: Sight, level: base.Level) -> dict[LineStatus, Shapes]:
    layer = base.lines(level)
    parts, origins = base.cut(layer.shapes, layer.boxes, shown.window)
    flat = base.on_paper(parts, shown)
    seen = shapely.intersects(flat, shapely.box(0, 0, shown.width, shown.height))
    words = np.array(layer.words)[origins]
    found = {status: flat[seen & (words == status.value)] for status in LineStatus}
    return {status: lines for status, lines in found.items() if len(lines)}


def _rejoined(parts: Shapes, window: Window) -> Shapes:
    """Join the land that map data cut at the antimeridian; at full detail also neighbours, which have a shore each."""
    joints = [at for at in (-_HALF_TURN, _HALF_TURN) if window.west < at < window.east]
    boxes = base.boxes_of(parts)
    touching = np.zeros(len(parts), dtype=np.bool_)
    for at in joints:
        touching |= np.isclose(boxes[:, 0], at) | np.isclose(boxes[:, 2], at)
    if not touching.any():
        return parts
    joined = shapely.get_parts(shapely.union_all(parts[touching]))
    return np.concatenate([parts[~touching], joined])


def _without(lines: Shapes, others: Shapes) -> Shapes:
    near = shapely.buffer(shapely.union_all(others), _SAME, quad_segs=2)
    rest = shapely.difference(lines, near)
    return np.asarray(rest[~shapely.is_empty(rest)], dtype=object)
