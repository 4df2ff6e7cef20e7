"""Texts and names of shapes: what they say, what a screen reader says of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.base import BaseShape
from pptx.text.text import Font, TextFrame, _Paragraph
from pptx.util import Inches, Pt

from border_atlas.domain.deck import Run
from border_atlas.export.guard import clean
from border_atlas.export.pptx.page import Box
from border_atlas.export.pptx.texts import INDENT, Para

INK: Final = MSO_THEME_COLOR.TEXT_1
MUTED: Final = MSO_THEME_COLOR.TEXT_2
ACCENT: Final = MSO_THEME_COLOR.ACCENT_1
LINK: Final = MSO_THEME_COLOR.HYPERLINK
WHITE: Final = MSO_THEME_COLOR.BACKGROUND_1

Shapes = Any  # shapes of a slide or of a group: the library's classes share no public base
_DECORATIVE_URI: Final = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_DECORATIVE: Final = (
    f'<a:extLst {nsdecls("a")}><a:ext uri="{_DECORATIVE_URI}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


@dataclass(frozen=True)
class Style:
    """Looks of a text; ``colour`` is one of the theme's."""

    size: float
    colour: MSO_THEME_COLOR = INK
    bold: bool = False
    align: PP_ALIGN = PP_ALIGN.LEFT
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP


def describe(shape: BaseShape, name: str, alt: str = "") -> None:
    """Name a shape and say to screen readers what is to be seen."""
    shape.name = clean(name)
    properties = shape._element._nvXxPr.cNvPr  # noqa: SLF001  the library has no word for alt text
    if alt:
        properties.set("descr", clean(alt))


def decorate(shape: BaseShape, name: str) -> None:
    """Name a shape and tell screen readers to pass it by."""
    shape.name = name
    shape._element._nvXxPr.cNvPr.append(parse_xml(_DECORATIVE))  # noqa: SLF001  as above


def add_text(
    shapes: Shapes, box: Box, name: str, paras: Iterable[Para], style: Style, *, after: float | None = None
) -> None:
    """Add a text box that is exactly as large as ``box``; ``after``: points after each paragraph."""
    shape = shapes.add_textbox(*box.emu)
    describe(shape, name)
    fill_text(shape.text_frame, paras, style)
    if after is not None:
        for paragraph in shape.text_frame.paragraphs:
            paragraph.space_after = Pt(after)


def add_line(shapes: Shapes, box: Box, name: str, text: str, style: Style, *, wrap: bool = True) -> None:
    """Add a text box with one paragraph of plain text."""
    shape = shapes.add_textbox(*box.emu)
    describe(shape, name)
    bare(shape.text_frame, style.anchor, wrap=wrap)
    paragraph = shape.text_frame.paragraphs[0]
    paragraph.alignment = style.align
    add_run(paragraph, Run(clean(text)), style)


def bare(frame: TextFrame, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP, *, wrap: bool = True) -> None:
    """Take away margins and automatic sizes: places are measured here."""
    nothing = Inches(0)
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = nothing
    frame.word_wrap = wrap
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = anchor


def set_columns(frame: TextFrame, number: int, gap: float) -> None:
    """Let a text flow in columns."""
    properties = frame._txBody.bodyPr  # noqa: SLF001  the library has no word for columns
    properties.set("numCol", str(number))
    properties.set("spcCol", str(int(Inches(gap))))


def fill_text(frame: TextFrame, paras: Iterable[Para], style: Style) -> None:
    """Write paragraphs into a text box or placeholder."""
    bare(frame, style.anchor)
    for at, para in enumerate(paras):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        write_para(paragraph, para, style)


def write_para(paragraph: _Paragraph, para: Para, style: Style) -> None:
    """Write one paragraph with its looks, bullet and indent."""
    heading = para.block.kind == "heading"
    paragraph.alignment = style.align
    paragraph.space_after = Pt(round(style.size * 0.4))
    _set_bullet(paragraph, para)
    for run in para.block.runs:
        bold = style.bold or heading or run.bold
        add_run(paragraph, run, Style(style.size, _colour(run, style, heading=heading), bold=bold))


def _colour(run: Run, style: Style, *, heading: bool) -> MSO_THEME_COLOR:
    if run.link:
        return LINK
    # On the coloured title slide all is white.
    return ACCENT if heading and style.colour != WHITE else style.colour


def add_run(paragraph: _Paragraph, run: Run, style: Style) -> None:
    """Write text of one look; each line break starts a line."""
    for at, line in enumerate(run.text.split("\n")):
        if at:
            paragraph.add_line_break()
        piece = paragraph.add_run()
        piece.text = line.replace("\t", " ")
        set_font(piece.font, style)
        if run.italic:
            piece.font.italic = True
        if run.link:
            piece.hyperlink.address = run.link


def set_font(font: Font, style: Style) -> None:
    """Set size, weight and colour."""
    font.size = Pt(style.size)
    font.bold = style.bold
    font.color.theme_color = style.colour


def _set_bullet(paragraph: _Paragraph, para: Para) -> None:
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  the library has no words for bullets
    indent = int(Inches(INDENT)) if para.indent else 0
    properties.set("marL", str(int(Inches(para.indent))))
    properties.set("indent", str(-indent))
    if para.block.kind == "number" and para.number:
        bullet = f'<a:buAutoNum {nsdecls("a")} type="arabicPeriod" startAt="{para.number}"/>'
    elif para.block.kind == "bullet":
        bullet = f'<a:buChar {nsdecls("a")} char="•"/>'
        properties.append(parse_xml(f'<a:buFont {nsdecls("a")} typeface="Arial"/>'))
    else:
        bullet = f"<a:buNone {nsdecls('a')}/>"
    properties.append(parse_xml(bullet))
    if para.block.level:
        paragraph.level = para.block.level


def rgb(colour: str) -> RGBColor:
    """Read a colour ``#RRGGBB``."""
    found: RGBColor = RGBColor.from_string(colour.removeprefix("#"))
    return found


def speak(root: Any, language: str) -> None:  # noqa: ANN401  any element of the file
    """Tell spelling and screen readers which language all texts are in."""
    for name in ("a:r", "a:fld"):
        for run in root.iter(qn(name)):
            run.get_or_add_rPr().set("lang", language)
    for end in root.iter(qn("a:endParaRPr")):
        end.set("lang", language)
