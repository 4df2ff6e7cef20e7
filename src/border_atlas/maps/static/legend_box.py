"""The legend as a box inside the map, in the corner that holds least."""

from dataclasses import dataclass
from typing import Final

from border_atlas.maps.static.furniture import Layout
from border_atlas.maps.static.legend import LegendEntry
from border_atlas.maps.static.looks import Sizes
from border_atlas.maps.static.room import Box, Room
from border_atlas.maps.static.text import measure

_SIGN: Final = 26.0
_GAP: Final = 7.0
_PAD: Final = 8.0
_ROW: Final = 1.45
_HEAD: Final = 2.1
_MARGIN: Final = 6.0
#: What the arrow to the north takes of the top right corner.
_NORTH: Final = 42.0
#: Ways to share three groups (areas, headquarters, lines) out into columns, fewer columns first.
_SHARED: Final = (((0, 1, 2),), ((0, 1), (2,)), ((0, 2), (1,)), ((0,), (1, 2)), ((0,), (1,), (2,)))
#: Highest share of the panel's height that a column may take.
_MOST: Final = 0.8
#: What a square point of legend costs besides what it hides.
_SIZE_WEIGHT: Final = 0.001
#: What it costs to stand at an edge and not in a corner.
_EDGE_WEIGHT: Final = 40.0
_CORNERS: Final = 4
#: How many places are tried along an edge.
_STEPS: Final = 30

Column = list[tuple[str, LegendEntry | None]]
Columns = list[Column]


@dataclass(frozen=True)
class LegendRow:
    """A heading (``entry`` is ``None``) or an entry; ``x``, ``y`` is the middle of its left edge on the panel."""

    x: float
    y: float
    text: str
    entry: LegendEntry | None


@dataclass(frozen=True)
class LegendBox:
    """A legend on the panel."""

    box: Box
    rows: tuple[LegendRow, ...]
    size: float
    sign: float
    gap: float


def lay_legend(found: tuple[LegendEntry, ...], paper: Layout, room: Room, low: float) -> LegendBox | None:
    """Put the legend where and in the form in which it hides least, and take that room; without entries, none.

    ``low`` is how high (points) the bottom left corner is taken already.
    """
    if not found:
        return None
    tries = [
        (room.crowded(spot) + _SIZE_WEIGHT * _area(spot) + (_EDGE_WEIGHT if place >= _CORNERS else 0.0), columns, spot)
        for columns in _forms(found, paper)
        for place, spot in enumerate(_spots(columns, paper, low))
    ]
    _, columns, box = min(tries, key=lambda one: one[0])
    room.take(box)
    return _laid(columns, box, paper.sizes)


def column_legend(found: tuple[LegendEntry, ...], top: tuple[float, float], sizes: Sizes) -> LegendBox:
    """Lay a legend out in one column from its top left corner, for a place of its own beside the map."""
    column = [row for group in _groups(found) for row in group]
    wide = _column_width(column, sizes) if column else 0.0
    high = _tall([column], sizes.small_text)
    pad = _PAD * sizes.px
    return _laid([column], (top[0] - pad, top[1] - high - pad, top[0] + wide + pad, top[1] + pad), sizes)


def _laid(columns: Columns, box: Box, sizes: Sizes) -> LegendBox:
    return LegendBox(box, _rows(columns, box, sizes), sizes.small_text, _SIGN * sizes.px, _GAP * sizes.px)


def _groups(found: tuple[LegendEntry, ...]) -> list[Column]:
    """Return the rows of each group under its heading."""
    groups: dict[str, Column] = {}
    for entry in found:
        groups.setdefault(entry.group, [(entry.group, None)]).append((entry.label, entry))
    return list(groups.values())


def _rows(columns: Columns, box: Box, sizes: Sizes) -> tuple[LegendRow, ...]:
    px, size = sizes.px, sizes.small_text
    rows: list[LegendRow] = []
    x = box[0] + _PAD * px
    for column in columns:
        y = box[3] - _PAD * px
        for text, entry in column:
            step = _height(entry, size)
            # A heading stands low in its row, nearer to what it heads.
            rows.append(LegendRow(x, y - step * (0.5 if entry else 0.6), text, entry))
            y -= step
        x += _column_width(column, sizes) + 2 * _PAD * px
    return tuple(rows)


def _forms(found: tuple[LegendEntry, ...], paper: Layout) -> list[Columns]:
    """Return the ways to share the groups of a legend out into columns, as far as they fit; a group is never cut."""
    groups = _groups(found)
    made: list[Columns] = []
    for shared in _SHARED:
        columns = [[row for at in places if at < len(groups) for row in groups[at]] for places in shared]
        columns = [column for column in columns if column]
        if columns not in made:
            made.append(columns)
    size = paper.sizes.small_text
    fit = [columns for columns in made if _tall(columns, size) < paper.height * _MOST]
    return fit or made[-1:]


def _spots(columns: Columns, paper: Layout, low: float) -> list[Box]:
    """Return boxes in the corners, that of the web map's legend first, and then along the edges."""
    px, size = paper.sizes.px, paper.sizes.small_text
    pads = 2 * _PAD * px
    wide = sum(_column_width(column, paper.sizes) + pads for column in columns)
    high = _tall(columns, size) + pads
    margin = _MARGIN * px
    right, top = paper.width - wide - margin, paper.height - high - margin
    corners = [(margin, max(low, margin)), (right, margin), (margin, top), (right, top - _NORTH * px)]
    across = [margin + (right - margin) * step / _STEPS for step in range(1, _STEPS)]
    edges = [(x, y) for y in (margin, top) for x in across]
    return [(left, bottom, left + wide, bottom + high) for left, bottom in (*corners, *edges)]


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _column_width(column: Column, sizes: Sizes) -> float:
    return max(_width(text, entry, sizes.small_text, sizes.px) for text, entry in column)


def _tall(columns: Columns, size: float) -> float:
    return max(sum(_height(entry, size) for _, entry in column) for column in columns)


def _height(entry: LegendEntry | None, size: float) -> float:
    return size * (_HEAD if entry is None else _ROW)


def _width(text: str, entry: LegendEntry | None, size: float, px: float) -> float:
    if entry is None:
        return measure(text, size, bold=True)
    return (_SIGN + _GAP) * px + measure(text, size)
