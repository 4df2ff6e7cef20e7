"""Key figures: large numbers and what they count."""

from typing import Final

from pptx.enum.text import MSO_ANCHOR

from border_atlas.export.pptx.measure import count_lines, first_fitting, line_height, shortened, width
from border_atlas.export.pptx.page import Box
from border_atlas.export.pptx.shapes import ACCENT, MUTED, Shapes, Style, add_line, describe
from border_atlas.export.pptx.sheets import Figures

_VALUE_SIZES: Final = (26, 24, 22, 20, 18, 16, 14, 12)
_LABEL_SIZES: Final = (13, 12, 11)
_VALUE: Final = 0.46
#: Width of a figure in a strip that is not crowded, in inches.
_WIDTH: Final = 1.9
_GAP: Final = 0.25
#: Sizes of values and labels below each other.
_STACK_SIZES: Final = ((22, 14), (18, 14), (16, 14), (14, 12), (12, 11))
_MOST_STACKED: Final = 7

Pairs = tuple[tuple[str, str], ...]


def draw_figures(shapes: Shapes, figures: Figures) -> None:
    """Draw key figures as a group of pairs."""
    group = shapes.add_group_shape()
    describe(group, "Key figures")
    if figures.stacked:
        _draw_stack(group.shapes, figures)
    else:
        _draw_strip(group.shapes, figures)


def stack_height(pairs: Pairs, room: float) -> float | None:
    """Return how high figures are below each other, or ``None`` if that would not look well."""
    sizes = _stack_sizes(pairs, room)
    return len(pairs) * _row(sizes[0]) if sizes and len(pairs) <= _MOST_STACKED else None


def strip_columns(figures: Figures) -> tuple[Box, ...]:
    """Return where the figures of a strip stand."""
    number = max(len(figures.pairs), int(figures.box.w // _WIDTH))
    return figures.box.columns(number, _GAP)[: len(figures.pairs)]


def _stack_sizes(pairs: Pairs, room: float) -> tuple[int, int] | None:
    """Return the sizes of values and labels in which both stand on one line."""
    for sizes in _STACK_SIZES:
        values = _values(pairs, sizes[0])
        if all(values + width(label, sizes[1]) <= room for _, label in pairs):
            return sizes
    return None


def _values(pairs: Pairs, size: float) -> float:
    return max(width(value, size, bold=True) for value, _ in pairs) + 0.16


def _row(size: float) -> float:
    return line_height(size) * 1.2


def _draw_stack(shapes: Shapes, figures: Figures) -> None:
    size, low = _stack_sizes(figures.pairs, figures.box.w) or _STACK_SIZES[-1]
    wide, high = _values(figures.pairs, size), _row(size)
    for at, (value, label) in enumerate(figures.pairs):
        row = figures.box.below(at * high).top(high)
        left, right = Box(row.x, row.y, wide, row.h), Box(row.x + wide, row.y, row.w - wide, row.h)
        middle = MSO_ANCHOR.MIDDLE
        add_line(shapes, left, f"Figure: {label}", value, Style(size, ACCENT, bold=True, anchor=middle))
        add_line(shapes, right, f"Label: {label}", label, Style(low, MUTED, anchor=middle))


def _draw_strip(shapes: Shapes, figures: Figures) -> None:
    columns = strip_columns(figures)
    room = columns[0].w
    size = min(first_fitting(_VALUE_SIZES, value, room, _VALUE, bold=True) for value, _ in figures.pairs)
    for pair, column in zip(figures.pairs, columns, strict=True):
        _draw_pair(shapes, column, pair, size)


def _draw_pair(shapes: Shapes, column: Box, pair: tuple[str, str], size: float) -> None:
    value, label = pair
    fits = count_lines(value, column.w, size, bold=True) * line_height(size) <= _VALUE
    shown = value if fits else shortened(value, column.w, size, bold=True)
    top = Style(size, ACCENT, bold=True, anchor=MSO_ANCHOR.BOTTOM)
    add_line(shapes, column.top(_VALUE), f"Figure: {label}", shown, top)
    low = column.below(_VALUE)
    add_line(shapes, low, f"Label: {label}", label, Style(first_fitting(_LABEL_SIZES, label, low.w, low.h), MUTED))
