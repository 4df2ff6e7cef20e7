"""Native tables, and matrices as tables coloured by heat."""

from typing import Any, Final

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.table import Table, _Cell
from pptx.util import Inches

from border_atlas.domain.deck import Run
from border_atlas.export.pptx.grids import CELL_X, CELL_Y, HEAD_X
from border_atlas.export.pptx.look import HAIR, HEADING_SIZE, INK
from border_atlas.export.pptx.matrices import HEADING
from border_atlas.export.pptx.page import Box
from border_atlas.export.pptx.shapes import ACCENT, MUTED, Shapes, Style, add_line, add_run, describe, rgb
from border_atlas.export.pptx.sheets import Grid, MatrixPanel, TablePanel
from border_atlas.export.pptx.visuals import REMARK
from border_atlas.palette import HEAT, ink_on

#: "No Style, No Grid": what a table looks like is said cell by cell.
_PLAIN: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_POINT: Final = 12_700


def draw_table(shapes: Shapes, panel: TablePanel) -> None:
    """Draw a table with its heading and remark."""
    box = draw_heading(shapes, panel.heading, panel.box)
    name = panel.heading or "Table"
    table = _table(shapes, panel.grid, box, name, _alt(panel.grid, name))
    for column, text in enumerate(panel.grid.head):
        _write(table.cell(0, column), text, Style(panel.grid.size, ACCENT, bold=True, anchor=MSO_ANCHOR.BOTTOM))
        _lines(table.cell(0, column), bottom=(INK, 1.0))
    for at, row in enumerate(panel.grid.rows, start=1):
        for column, text in enumerate(row):
            _write(table.cell(at, column), text, Style(panel.grid.size))
            _lines(table.cell(at, column), bottom=(HAIR, 0.5))
    if panel.remark:
        low = Box(box.x, panel.box.bottom - REMARK + 0.06, box.w, REMARK - 0.06)
        add_line(shapes, low, "Rows left out", panel.remark, Style(12, MUTED))


def draw_matrix(shapes: Shapes, panel: MatrixPanel) -> None:
    """Draw a matrix: each count on its colour."""
    box = draw_heading(shapes, panel.heading, panel.box)
    table = _table(shapes, panel.grid, box, panel.heading or "Matrix", panel.alt)
    size = panel.grid.size
    for column, text in enumerate(panel.grid.head):
        cell = table.cell(0, column)
        upright = MSO_ANCHOR.MIDDLE if panel.turned else MSO_ANCHOR.BOTTOM
        _write(
            cell, text, Style(panel.head_size, align=PP_ALIGN.LEFT if panel.turned else PP_ALIGN.CENTER, anchor=upright)
        )
        cell.margin_left = cell.margin_right = Inches(HEAD_X / 2)
        if column and panel.turned:
            _properties(cell).set("vert", "vert270")
    for at, row in enumerate(panel.grid.rows, start=1):
        _write(table.cell(at, 0), row[0], Style(size, anchor=MSO_ANCHOR.MIDDLE))
        _lines(table.cell(at, 0), bottom=(HAIR, 0.5))
        for column, text in enumerate(row[1:], start=1):
            _heat(table.cell(at, column), text, size)


def draw_heading(shapes: Shapes, text: str, box: Box) -> Box:
    """Write a heading above a panel, if it has one; gives the room below."""
    if not text:
        return box
    add_line(shapes, box.top(HEADING), "Heading", text, Style(HEADING_SIZE, bold=True))
    return box.below(HEADING)


def _alt(grid: Grid, name: str) -> str:
    return f"{name}: table of {len(grid.rows)} rows with the columns {', '.join(filter(None, grid.head))}."


def _table(shapes: Shapes, grid: Grid, box: Box, name: str, alt: str) -> Table:
    size = (len(grid.rows) + 1, len(grid.head))
    left, top, _, _ = box.emu
    frame = shapes.add_table(*size, left, top, Inches(sum(grid.widths)), Inches(sum(grid.heights)))
    describe(frame, name, alt)
    table: Table = frame.table
    frame._element.find(".//{*}tableStyleId").text = _PLAIN  # noqa: SLF001  the library has no word for it
    table.horz_banding = False
    table.first_col = True
    for at, wide in enumerate(grid.widths):
        table.columns[at].width = Inches(wide)
    for at, high in enumerate(grid.heights):
        table.rows[at].height = Inches(high)
    return table


def _write(cell: _Cell, text: str, style: Style) -> None:
    cell.margin_left = cell.margin_right = Inches(CELL_X / 2)
    cell.margin_top = cell.margin_bottom = Inches(CELL_Y / 2)
    cell.vertical_anchor = style.anchor
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = style.align
    if text:
        add_run(paragraph, Run(text), style)
    else:
        # An empty cell would otherwise be as high as a line of the default size.
        paragraph._p.get_or_add_endParaRPr().set("sz", str(int(style.size * 100)))  # noqa: SLF001  as above


def _heat(cell: _Cell, text: str, size: float) -> None:
    style = Style(size, align=PP_ALIGN.CENTER, anchor=MSO_ANCHOR.MIDDLE)
    _write(cell, text, style)
    _lines(cell, bottom=("#FFFFFF", 1.0), sides=("#FFFFFF", 1.0))
    if not text:
        cell.fill.background()
        return
    colour = HEAT[min(int(text.replace(",", "")), len(HEAT)) - 1]
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(colour)
    for run in cell.text_frame.paragraphs[0].runs:
        run.font.color.rgb = rgb(ink_on(colour))


def _properties(cell: _Cell) -> Any:  # noqa: ANN401  an element of the file
    return cell._tc.get_or_add_tcPr()  # noqa: SLF001  the library has no words for borders


def _lines(cell: _Cell, *, bottom: tuple[str, float], sides: tuple[str, float] | None = None) -> None:
    """Draw the borders of a cell; they stand before its fill in the file."""
    properties = _properties(cell)
    wanted = {"lnL": sides, "lnR": sides, "lnT": None, "lnB": bottom}
    for at, (name, line) in enumerate(wanted.items()):
        properties.insert(at, parse_xml(_border(name, line)))


def _border(name: str, line: tuple[str, float] | None) -> str:
    if line is None:
        return f'<a:{name} {nsdecls("a")} w="0"><a:noFill/></a:{name}>'
    colour, points = line
    fill = f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill><a:prstDash val="solid"/>'
    return f'<a:{name} {nsdecls("a")} w="{int(points * _POINT)}" cap="flat" cmpd="sng" algn="ctr">{fill}</a:{name}>'
