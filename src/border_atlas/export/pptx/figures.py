"""Key figures: large numbers and what they count."""

from typing import Final

from pptx.enum.text import MSO_ANCHOR

from border_atlas.export.pptx.measure import first_fitting, shortened, width
from border_atlas.export.pptx.page import Box
from border_atlas.export.pptx.shapes import ACCENT, MUTED, Shapes, Style, add_line, describe
from border_atlas.export.pptx.sheets import Figures

_VALUE_SIZES: Final = (26, 24, 22, 20, 18, 16, 14, 12)
_LABEL_SIZES: Final = (13, 12, 11)
_VALUE: Final = 0.46
_WIDEST: Final = 2.6
_GAP: Final = 0.25
_STACK_ROW: Final = 0.44
_STACK_VALUE: Final = 22
_STACK_LABEL: Final = 14
_MOST_STACKED: Final = 5

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
    fits = all(width(label, _STACK_LABEL) <= room - _value_width(pairs) for _, label in pairs)
    return len(pairs) * _STACK_ROW if fits and len(pairs) <= _MOST_STACKED else None


def _value_width(pairs: Pairs) -> float:
    return max(width(value, _STACK_VALUE, bold=True) for value, _ in pairs) + 0.14


def _draw_stack(shapes: Shapes, figures: Figures) -> None:
    wide = _value_width(figures.pairs)
    for at, (value, label) in enumerate(figures.pairs):
        row = figures.box.below(at * _STACK_ROW).top(_STACK_ROW)
        left, right = Box(row.x, row.y, wide, row.h), Box(row.x + wide, row.y, row.w - wide, row.h)
        middle = MSO_ANCHOR.MIDDLE
        add_line(shapes, left, f"Figure: {label}", value, Style(_STACK_VALUE, ACCENT, bold=True, anchor=middle))
        add_line(shapes, right, f"Label: {label}", label, Style(_STACK_LABEL, MUTED, anchor=middle))


def _draw_strip(shapes: Shapes, figures: Figures) -> None:
    box = figures.box
    number = max(len(figures.pairs), int(box.w // _WIDEST))
    columns = box.columns(number, _GAP)
    longest = max((value for value, _ in figures.pairs), key=len)
    size = first_fitting(_VALUE_SIZES, longest, columns[0].w, _VALUE, bold=True)
    for pair, column in zip(figures.pairs, columns, strict=False):
        _draw_pair(shapes, column, pair, size)


def _draw_pair(shapes: Shapes, column: Box, pair: tuple[str, str], size: float) -> None:
    value, label = pair
    shown = shortened(value, column.w, size, bold=True)
    add_line(shapes, column.top(_VALUE), f"Figure: {label}", shown, Style(size, ACCENT, bold=True))
    low = column.below(_VALUE)
    add_line(shapes, low, f"Label: {label}", label, Style(first_fitting(_LABEL_SIZES, label, low.w, low.h), MUTED))
