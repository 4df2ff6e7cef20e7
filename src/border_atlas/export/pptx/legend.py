"""The legend of a map as shapes: signs and words in a strip below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Inches, Pt

from border_atlas.export.pptx.measure import line_height, width
from border_atlas.export.pptx.page import Box
from border_atlas.export.pptx.shapes import MUTED, Shapes, Style, add_line, decorate, describe, rgb
from border_atlas.export.pptx.texts import one_line
from border_atlas.maps.static.legend import LegendEntry

_SIZE: Final = 11
_ROW: Final = line_height(_SIZE) + 0.06
_SIGN: Final = 0.34
_MARKER: Final = 0.15
_BETWEEN: Final = 0.22
_LINE_WIDTH: Final = 3.5
_SHORT_DASH: Final = 2.0
_SHAPES: Final = {
    "circle": MSO_SHAPE.OVAL,
    "square": MSO_SHAPE.RECTANGLE,
    "triangle": MSO_SHAPE.ISOSCELES_TRIANGLE,
    "diamond": MSO_SHAPE.DIAMOND,
    "triangle-down": MSO_SHAPE.FLOWCHART_MERGE,
    "star": MSO_SHAPE.STAR_5_POINT,
    "pentagon": MSO_SHAPE.REGULAR_PENTAGON,
    "hexagon": MSO_SHAPE.HEXAGON,
    "cross": MSO_SHAPE.CROSS,
}


@dataclass(frozen=True)
class _Item:
    """A heading (without a sign) or an entry, and where it stands in the strip."""

    text: str
    entry: LegendEntry | None
    x: float
    row: int
    wide: float


def legend_height(entries: Sequence[LegendEntry], room: float) -> float:
    """Return the height of the strip in inches; 0 without entries."""
    items = _laid(entries, room)
    return (max(item.row for item in items) + 1) * _ROW if items else 0.0


def draw_legend(shapes: Shapes, entries: Sequence[LegendEntry], box: Box) -> None:
    """Draw the legend as a group."""
    group = shapes.add_group_shape()
    describe(group, "Legend")
    for item in _laid(entries, box.w):
        top = box.y + item.row * _ROW
        at = Box(box.x + item.x, top, item.wide, _ROW)
        if item.entry is None:
            add_line(group.shapes, at, "Legend heading", item.text, _style(bold=True), wrap=False)
            continue
        _draw_sign(group.shapes, item.entry, Box(at.x, top, _SIGN, _ROW))
        words = Box(at.x + _SIGN, top, at.w - _SIGN, _ROW)
        add_line(group.shapes, words, f"Legend: {item.text}", item.text, _style(bold=False), wrap=False)


def _style(*, bold: bool) -> Style:
    return Style(_SIZE, MUTED, bold=bold, anchor=MSO_ANCHOR.MIDDLE)


def _laid(entries: Sequence[LegendEntry], room: float) -> list[_Item]:
    """Let headings and entries flow; each heading begins a row."""
    items: list[_Item] = []
    row = -1
    for group, found in groupby(entries, key=lambda entry: entry.group):
        row, x = row + 1, 0.0
        heading = f"{one_line(group)}:"
        wide = width(heading, _SIZE, bold=True)
        items.append(_Item(heading, None, x, row, wide))
        x = indent = wide + _BETWEEN * 0.7
        for entry in found:
            text = one_line(entry.label)
            wide = _SIGN + width(text, _SIZE)
            if x > indent and x + wide > room:
                row, x = row + 1, indent if indent < room / 3 else 0.0
            items.append(_Item(text, entry, x, row, wide))
            x += wide + _BETWEEN
    return items


def _draw_sign(shapes: Shapes, entry: LegendEntry, box: Box) -> None:
    middle = box.y + box.h / 2
    if entry.kind in {"line", "boundary"}:
        _draw_line(shapes, entry, box, middle)
        return
    side = _MARKER
    kind = MSO_SHAPE.RECTANGLE if entry.kind == "fill" else _SHAPES.get(entry.shape, MSO_SHAPE.OCTAGON)
    left = box.x + (box.w - 0.08 - side) / 2
    shape = shapes.add_shape(kind, Inches(left), Inches(middle - side / 2), Inches(side), Inches(side))
    decorate(shape, f"Sign: {one_line(entry.label)}")
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb("#FFFFFF" if entry.kind == "hollow" else entry.colour)
    shape.line.color.rgb = rgb(entry.colour)
    shape.line.width = Pt(1.5 if entry.kind == "hollow" else 0.75)
    if entry.kind == "fill":
        shape.fill.fore_color.brightness = 0.6


def _draw_line(shapes: Shapes, entry: LegendEntry, box: Box, middle: float) -> None:
    ends = (Inches(box.x), Inches(middle), Inches(box.right - 0.08), Inches(middle))
    line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    decorate(line, f"Sign: {one_line(entry.label)}")
    line.line.color.rgb = rgb(entry.colour)
    line.line.width = Pt(_LINE_WIDTH if entry.kind == "line" else 1.25)
    if entry.dash:
        dotted = entry.dash[0] <= _SHORT_DASH
        mixed = len(set(entry.dash[::2])) > 1
        line.line.dash_style = MSO_LINE.ROUND_DOT if dotted else MSO_LINE.DASH_DOT if mixed else MSO_LINE.DASH
