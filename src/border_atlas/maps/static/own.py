"""A user's own records on drawn maps, and the box that says whose they are: never without it."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.path import Path

from border_atlas.domain.own_drawing import Details, Dots, Marks, OwnDrawing, Shapes
from border_atlas.domain.own_hexagons import Cells, corners
from border_atlas.maps.own_styles import RIM, OwnLook, looks
from border_atlas.maps.static import base, brush
from border_atlas.maps.static.furniture import Layout
from border_atlas.maps.static.looks import FRAME, Sizes
from border_atlas.maps.static.projection import Numbers, Sight, Window
from border_atlas.maps.static.room import Box
from border_atlas.maps.static.shapes import box_path, filled, marker, stroked
from border_atlas.maps.static.text import measure, plain, shortened, wrap

#: Hexagons at least this wide, in pixels, and diamonds of this side.
_CELL: Final = 11.0
_DOT: Final = 13.0
#: Least and most opacity of a hexagon, by how many records it holds.
_FAINT: Final = 0.15
_FULL: Final = 0.65
_RIM: Final = RIM[0]
#: Widest that the box may be, as a share of the panel.
_WIDE: Final = 0.36
_ROW: Final = 1.45
_PAD: Final = 6.0
_SIGN: Final = 18.0
#: Above the land and below the border areas; above their lines and below headquarters.
_CELLS_AT: Final = 1.2
_SHAPES_AT: Final = 4.1
_DOTS_AT: Final = 4.3
_BOX_AT: Final = 8.0


@dataclass(frozen=True)
class OwnRow:
    """A row of the box: words, or a category with the form of its sign; (``x``, ``y``): middle of its left edge."""

    x: float
    y: float
    text: str
    colour: str = ""
    shape: str = ""


@dataclass(frozen=True)
class OwnBox:
    """Says on the map whose data these are."""

    box: Box
    rows: tuple[OwnRow, ...]
    size: float


def own_box(own: Sequence[OwnDrawing], paper: Layout) -> OwnBox | None:
    """Lay out, at the top left, what has to be said of own data; without any, nothing."""
    if not own:
        return None
    sizes = paper.sizes
    size, pad = sizes.small_text, _PAD * sizes.px
    most = paper.width * _WIDE
    lines = [line for drawing in own for line in _lines(drawing, size, most, sizes.px)]
    step = size * _ROW
    left, top = 6 * sizes.px, paper.height - 6 * sizes.px
    rows = tuple(
        OwnRow(left + pad, top - pad - (at + 0.5) * step, text, colour, shape)
        for at, (text, colour, shape) in enumerate(lines)
    )
    wide = max(measure(row.text, size) + (_SIGN * sizes.px if row.shape else 0) for row in rows)
    return OwnBox((left, top - 2 * pad - len(rows) * step, left + wide + 2 * pad, top), rows, size)


def paint_own(panel: Axes, own: Sequence[OwnDrawing], shown: Sight, sizes: Sizes) -> None:
    """Draw own records: hexagons, shapes and diamonds."""
    for drawing in own:
        found = looks(drawing)
        marks = _nearest(drawing, shown.window)
        if marks.cells:
            _paint_cells(panel, _fitting(marks.cells, shown, sizes), found, shown, sizes)
        if drawing.shapes is not None:
            _paint_shapes(panel, drawing.shapes, found, shown, sizes)
        if marks.dots is not None:
            _paint_dots(panel, marks.dots, found, shown, sizes)


def paint_box(panel: Axes, made: OwnBox, sizes: Sizes) -> None:
    """Draw the box that says whose data these are."""
    left, bottom, right, top = made.box
    path = box_path((left, bottom), (right - left, top - bottom))
    brush.fill(panel, path, "#FFFFFF", alpha=0.95, zorder=_BOX_AT, edge=FRAME, width=0.6 * sizes.px)
    for row in made.rows:
        sign = _SIGN * sizes.px if row.shape else 0.0
        if row.shape:
            form = brush.moved(marker(row.shape), (row.x + sign / 2.6, row.y), made.size * 1.2)
            brush.fill(panel, form, row.colour, zorder=_BOX_AT + 0.1, edge=_RIM, width=0.9 * sizes.px)
        brush.text(panel, row.x + sign, row.y, row.text, made.size, zorder=_BOX_AT + 0.1)


def _lines(drawing: OwnDrawing, size: float, most: float, px: float) -> Iterator[tuple[str, str, str]]:
    """Give text, colour and form of the sign of each row of a drawing."""
    for line in wrap(plain(drawing.line), size, most):
        yield shortened(line, size, most), "", ""
    shape = "hexagon" if drawing.marks.cells else "diamond"
    for look in looks(drawing):
        if look.count:
            label = f"{plain(look.label)} ({look.count:,})" if drawing.has_categories else _what(drawing)
            yield shortened(label, size, most - _SIGN * px), look.light, shape


def _what(drawing: OwnDrawing) -> str:
    return "records, the more the darker" if drawing.marks.cells else "a record"


def _nearest(drawing: OwnDrawing, window: Window) -> Marks:
    """Return what was looked at more closely if the map lies within it."""
    if drawing.near is None:
        return drawing.marks
    west, south, east, north = drawing.near.box
    inside = west <= window.west and window.east <= east and south <= window.south and window.north <= north
    return drawing.near.marks if inside else drawing.marks


def _fitting(levels: tuple[Cells, ...], shown: Sight, sizes: Sizes) -> Cells:
    """Return the finest cells that can be told apart at the middle of the map."""
    metres = _CELL * sizes.px * shown.metres / max(math.cos(math.radians(shown.lat)), 0.1)
    wide = [cells for cells in levels if cells.size * math.sqrt(3) >= metres]
    return wide[-1] if wide else levels[0]


def _paint_cells(panel: Axes, cells: Cells, found: tuple[OwnLook, ...], shown: Sight, sizes: Sizes) -> None:
    places = corners(cells)
    flat = shown.points(places.reshape(-1, 2)).reshape(places.shape)
    # One that lies across the edge of the world would be drawn across the map.
    spread = np.ptp(flat[:, :, 0], axis=1)
    good = np.isfinite(flat).all(axis=(1, 2)) & (spread < shown.width / 2)
    most = int(cells.counts.max(initial=1))
    for at in np.flatnonzero(good & shown.inside(flat.mean(axis=1), margin=-float(spread[good].max(initial=0)))):
        opacity = _FAINT + (_FULL - _FAINT) * math.sqrt(cells.counts[at] / most)
        outline = Path(np.vstack([flat[at], flat[at, :1]]), closed=True)
        colour = found[int(cells.categories[at])].light
        brush.fill(panel, outline, colour, alpha=opacity, zorder=_CELLS_AT, edge=_RIM + "8C", width=0.5 * sizes.px)


def _paint_shapes(panel: Axes, shapes: Shapes, found: tuple[OwnLook, ...], shown: Sight, sizes: Sizes) -> None:
    geometry = shapes.geometry
    parts, origins = base.cut(geometry, base.boxes_of(geometry), shown.window)
    flat = base.on_paper(parts, shown)
    points = shapely.get_dimensions(flat) == 0
    for at in np.unique(origins):
        colour = _colour(shapes.details, int(at), found)
        own = flat[(origins == at) & ~points]
        brush.fill(panel, filled(own), colour, alpha=0.18, zorder=_SHAPES_AT)
        brush.stroke(panel, stroked(own), _RIM, 4.6 * sizes.px, zorder=_SHAPES_AT, alpha=0.9)
        brush.stroke(panel, stroked(own), colour, 2.4 * sizes.px, zorder=_SHAPES_AT + 0.05)
        for spot in shapely.get_coordinates(flat[(origins == at) & points]):
            _diamond(panel, spot, colour, sizes)


def _paint_dots(panel: Axes, dots: Dots, found: tuple[OwnLook, ...], shown: Sight, sizes: Sizes) -> None:
    flat = shown.points(dots.degrees)
    for at in np.flatnonzero(np.isfinite(flat).all(axis=1) & shown.inside(flat)):
        _diamond(panel, flat[at], _colour(dots.details, int(at), found), sizes)


def _colour(details: Details, at: int, found: tuple[OwnLook, ...]) -> str:
    return found[int(details.categories[at])].light


def _diamond(panel: Axes, spot: Numbers, colour: str, sizes: Sizes) -> None:
    at = (float(spot[0]), float(spot[1]))
    form = brush.moved(marker("diamond"), at, _DOT * sizes.px)
    brush.fill(panel, form, colour, zorder=_DOTS_AT, edge=_RIM, width=1.2 * sizes.px)
    brush.fill(panel, brush.moved(Path.unit_circle(), at, 1.3 * sizes.px), _RIM, zorder=_DOTS_AT + 0.01)
