"""Key figures in a strip: a large number, what it counts below."""

from typing import Final

from border_atlas.export.pptx.measure import first_fitting, shortened
from border_atlas.export.pptx.page import Box
from border_atlas.export.pptx.shapes import ACCENT, MUTED, Shapes, Style, add_line, describe
from border_atlas.export.pptx.sheets import Figures

_VALUE_SIZES: Final = (26, 24, 22, 20, 18, 16, 14, 12)
_LABEL_SIZES: Final = (13, 12, 11)
_VALUE: Final = 0.46
_WIDEST: Final = 2.6
_GAP: Final = 0.25


def draw_figures(shapes: Shapes, figures: Figures) -> None:
    """Draw the strip as a group of pairs."""
    box = figures.box
    number = max(len(figures.pairs), int(box.w // _WIDEST))
    group = shapes.add_group_shape()
    describe(group, "Key figures")
    columns = box.columns(number, _GAP)
    room = columns[0].w
    longest = max((value for value, _ in figures.pairs), key=len)
    size = first_fitting(_VALUE_SIZES, longest, room, _VALUE, bold=True)
    for (value, label), column in zip(figures.pairs, columns, strict=False):
        _draw_pair(group.shapes, column, (value, label), size)


def _draw_pair(shapes: Shapes, column: Box, pair: tuple[str, str], size: float) -> None:
    value, label = pair
    shown = shortened(value, column.w, size, bold=True)
    add_line(shapes, column.top(_VALUE), f"Figure: {label}", shown, Style(size, ACCENT, bold=True))
    low = column.below(_VALUE)
    add_line(shapes, low, f"Label: {label}", label, Style(first_fitting(_LABEL_SIZES, label, low.w, low.h), MUTED))
