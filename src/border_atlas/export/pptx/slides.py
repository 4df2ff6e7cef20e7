"""Sheets drawn: placeholders filled, panels added in the order in which they are read."""

from copy import deepcopy
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide

from border_atlas.data.dataset import Dataset
from border_atlas.domain.deck import DeckSlide, Run
from border_atlas.export.pptx.charts import draw_bars
from border_atlas.export.pptx.figures import draw_figures
from border_atlas.export.pptx.gantt import draw_gantt
from border_atlas.export.pptx.legend import draw_legend
from border_atlas.export.pptx.maps import draw_map_panel
from border_atlas.export.pptx.master import Layout, layout_named
from border_atlas.export.pptx.master_xml import BODY_IDX, FOOTER_IDX, NUMBER_IDX, SAID_IDX
from border_atlas.export.pptx.opening import Opening
from border_atlas.export.pptx.page import COLUMN_GAP
from border_atlas.export.pptx.shapes import (
    MUTED,
    WHITE,
    Style,
    add_run,
    add_text,
    bare,
    describe,
    fill_text,
    set_columns,
)
from border_atlas.export.pptx.sheets import (
    ChartPanel,
    LegendPanel,
    MapPanel,
    MatrixPanel,
    Panel,
    Sheet,
    TablePanel,
    Texts,
)
from border_atlas.export.pptx.tables import draw_matrix, draw_table
from border_atlas.export.pptx.texts import paragraphs


def draw_opening(file: Presentation, opening: Opening) -> Slide:
    """Draw the title slide."""
    made: Slide = file.slides.add_slide(layout_named(file, Layout.TITLE))
    title = Style(opening.size, WHITE, bold=True, anchor=MSO_ANCHOR.BOTTOM)
    _fill(made.placeholders[0], "Title", opening.title, title)
    if opening.texts:
        describe(made.placeholders[1], "Subtitle")
        fill_text(made.placeholders[1].text_frame, opening.texts.paras, Style(opening.texts.size, WHITE))
    else:
        _remove(made.placeholders[1])
    _copy_footers(made)
    return made


def draw_sheet(file: Presentation, data: Dataset, sheet: Sheet) -> Slide:
    """Draw a sheet on the layout that suits it."""
    made: Slide = file.slides.add_slide(layout_named(file, _layout(sheet)))
    head = sheet.head
    title = made.placeholders[0]
    title.left, title.top, title.width, title.height = head.title_box.emu
    _fill(title, "Title", head.title, Style(head.title_size, bold=True))
    _fill_texts(made, SAID_IDX, "Selection", head.said, MUTED)
    if _layout(sheet) is not Layout.VISUAL:
        _fill_texts(made, BODY_IDX, "Text", sheet.body)
    if sheet.figures:
        draw_figures(made.shapes, sheet.figures)
    for panel in sheet.panels:
        _draw_panel(made, data, panel, sheet.head.title)
    if sheet.foot:
        style = Style(sheet.foot.size, MUTED)
        add_text(made.shapes, sheet.foot.box, "Boundaries and sources", sheet.foot.paras, style, after=1)
    _copy_footers(made)
    return made


def add_notes(made: Slide, slide: DeckSlide) -> None:
    """Write the speaker's notes into the notes pane."""
    paras = paragraphs(slide.notes)
    frame = made.notes_slide.notes_text_frame if paras else None
    if frame is None:
        return
    for at, para in enumerate(paras):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        mark = {"bullet": "• ", "number": f"{para.number}. "}.get(para.block.kind, "")
        pieces = [Run("  " * para.block.level + mark), *para.block.runs]
        for piece in pieces:
            shown = f"{piece.text} ({piece.link})" if piece.link and piece.link != piece.text else piece.text
            for number, line in enumerate(shown.split("\n")):
                if number:
                    paragraph.add_line_break()
                paragraph.add_run().text = line.replace("\t", " ")


def _layout(sheet: Sheet) -> Layout:
    if sheet.body is None:
        return Layout.VISUAL
    return Layout.VISUAL_TEXT if sheet.panels and sheet.body.box.w <= sheet.head.title_box.w / 2 else Layout.TEXT


def _draw_panel(made: Slide, data: Dataset, panel: Panel, title: str) -> None:
    match panel:
        case MapPanel():
            draw_map_panel(made.shapes, data, panel, title)
        case LegendPanel():
            draw_legend(made.shapes, panel)
        case ChartPanel(chart=chart) if chart.kind == "gantt":
            draw_gantt(made.shapes, panel)
        case ChartPanel():
            draw_bars(made.shapes, panel)
        case TablePanel():
            draw_table(made.shapes, panel)
        case MatrixPanel():
            draw_matrix(made.shapes, panel)


def _fill(shape: Any, name: str, text: str, style: Style) -> None:  # noqa: ANN401  placeholders share no public base
    describe(shape, name)
    bare(shape.text_frame, style.anchor)
    add_run(shape.text_frame.paragraphs[0], Run(text), style)


def _fill_texts(made: Slide, number: int, name: str, texts: Texts | None, colour: Any = None) -> None:  # noqa: ANN401
    shape = made.placeholders[number]
    if texts is None:
        _remove(shape)
        return
    describe(shape, name)
    shape.left, shape.top, shape.width, shape.height = texts.box.emu
    style = Style(texts.size) if colour is None else Style(texts.size, colour)
    fill_text(shape.text_frame, texts.paras, style)
    if texts.columns > 1:
        set_columns(shape.text_frame, texts.columns, COLUMN_GAP)


def _remove(shape: Any) -> None:  # noqa: ANN401  as above
    """Take away an empty placeholder: it would ask for text."""
    shape._element.getparent().remove(shape._element)  # noqa: SLF001  the library has no word for it


def _copy_footers(made: Slide) -> None:
    """Put footer and slide number on the slide; the library leaves them on the layout, where nobody sees them."""
    tree = made.shapes._spTree  # noqa: SLF001  the library has no word for it
    for shape in list(made.slide_layout.shapes):
        if not shape.is_placeholder or shape.placeholder_format.idx not in {FOOTER_IDX, NUMBER_IDX}:
            continue
        copy = deepcopy(shape._element)  # noqa: SLF001  as above
        properties = copy.find(qn("p:spPr"))
        properties.clear()
        style = copy.find(".//" + qn("a:lstStyle"))
        style.clear()
        number = max(int(one.get("id")) for one in tree.iter(qn("p:cNvPr"))) + 1
        copy.find(".//" + qn("p:cNvPr")).set("id", str(number))
        tree.append(copy)
