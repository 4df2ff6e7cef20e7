"""The legend as a box inside the map, in the corner that holds least."""

from dataclasses import dataclass
from typing import Final

from border_atlas.maps.static.furniture import Layout
from border_atlas.maps.static.labels import Box, Room
from border_atlas.maps.static.legend import LegendEntry
from border_atlas.maps.static.text import measure

_SIGN: Final = 26.0
_GAP: Final = 7.0
_PAD: Final = 8.0
_ROW: Final = 1.5
_HEAD: Final = 1.7
_MARGIN: Final = 6.0
#: Highest share of the panel that one column may take.
_MOST: Final = 0.7


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


def lay_legend(found: tuple[LegendEntry, ...], paper: Layout, room: Room) -> LegendBox | None:
    """Put the legend where it hides least, and take that room; without entries there is none."""
    if not found:
        return None
    px, size = paper.sizes.px, paper.sizes.small_text
    columns = _columns(found, size, paper.height * _MOST)
    widths = [max(_width(text, entry, size, px) for text, entry in column) for column in columns]
    high = max(sum(_height(entry, size) for _, entry in column) for column in columns) + 2 * _PAD * px
    wide = sum(widths) + (len(columns) - 1) * 2 * _PAD * px + 2 * _PAD * px
    left, bottom = _corner(wide, high, paper, room)
    room.take((left, bottom, left + wide, bottom + high))
    rows: list[LegendRow] = []
    x = left + _PAD * px
    for column, width in zip(columns, widths, strict=True):
        y = bottom + high - _PAD * px
        for text, entry in column:
            step = _height(entry, size)
            rows.append(LegendRow(x, y - step / 2, text, entry))
            y -= step
        x += width + 2 * _PAD * px
    return LegendBox((left, bottom, left + wide, bottom + high), tuple(rows), size, _SIGN * px, _GAP * px)


def _columns(found: tuple[LegendEntry, ...], size: float, most: float) -> list[list[tuple[str, LegendEntry | None]]]:
    """Share the groups out into columns no higher than ``most``; a group is never cut."""
    groups: dict[str, list[tuple[str, LegendEntry | None]]] = {}
    for entry in found:
        groups.setdefault(entry.group, [(entry.group, None)]).append((entry.label, entry))
    columns: list[list[tuple[str, LegendEntry | None]]] = [[]]
    for group in groups.values():
        high = sum(_height(entry, size) for _, entry in [*columns[-1], *group])
        if columns[-1] and high > most:
            columns.append([])
        columns[-1].extend(group)
    return columns


def _height(entry: LegendEntry | None, size: float) -> float:
    return size * (_HEAD if entry is None else _ROW)


def _width(text: str, entry: LegendEntry | None, size: float, px: float) -> float:
    if entry is None:
        return measure(text, size, bold=True)
    return (_SIGN + _GAP) * px + measure(text, size)


def _corner(wide: float, high: float, paper: Layout, room: Room) -> tuple[float, float]:
    """Return the corner (left, bottom) that holds least; bottom left, as on the web map, if they are equal."""
    margin = _MARGIN * paper.sizes.px
    low = 30 * paper.sizes.px
    right, top = paper.width - wide - margin, paper.height - high - margin
    corners = [(margin, low), (right, margin), (margin, top), (right, top - low)]
    return min(corners, key=lambda at: room.crowded((at[0], at[1], at[0] + wide, at[1] + high)))
