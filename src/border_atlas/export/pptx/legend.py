"""The legend of a map as shapes: signs and words that can be moved."""

from typing import Final

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Inches, Pt

from border_atlas.export.pptx.legend_plan import ROW, SIGN, SIZE
from border_atlas.export.pptx.page import Box
from border_atlas.export.pptx.shapes import MUTED, Shapes, Style, add_line, decorate, describe, rgb
from border_atlas.export.pptx.sheets import LegendPanel
from border_atlas.export.pptx.texts import one_line
from border_atlas.maps.static.draw import LegendEntry

_MARKER: Final = 0.15
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


def draw_legend(shapes: Shapes, panel: LegendPanel) -> None:
    """Draw a laid legend as a group of signs and words."""
    group = shapes.add_group_shape()
    describe(group, "Legend")
    for item in panel.items:
        at = Box(panel.box.x + item.x, panel.box.y + item.y, item.wide, ROW)
        if item.entry is None:
            add_line(group.shapes, at, "Legend heading", item.text, _style(bold=True), wrap=False)
            continue
        _draw_sign(group.shapes, item.entry, Box(at.x, at.y, SIGN, ROW))
        words = Box(at.x + SIGN, at.y, at.w - SIGN, ROW)
        add_line(group.shapes, words, f"Legend: {item.text}", item.text, _style(bold=False), wrap=False)


def _style(*, bold: bool) -> Style:
    return Style(SIZE, MUTED, bold=bold, anchor=MSO_ANCHOR.MIDDLE)


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
