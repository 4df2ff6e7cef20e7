"""The master and its named layouts, built in code on the library's empty file."""

from enum import StrEnum
from typing import Final

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.presentation import Presentation as Deckfile
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Inches

from border_atlas.domain.briefing import HouseStyle
from border_atlas.export.pptx import master_xml as xml
from border_atlas.export.pptx.page import HEIGHT, Page
from border_atlas.export.pptx.theme import theme_xml


class Layout(StrEnum):
    """Names of the layouts, as the user reads them."""

    TITLE = "Title"
    TEXT = "Text"
    VISUAL = "Picture, chart or table"
    VISUAL_TEXT = "Picture with text beside it"


def new_file(page: Page, style: HouseStyle, *, footer: str) -> Deckfile:
    """Return a presentation without slides that has our master, layouts and theme."""
    file = Presentation()
    file.slide_width, file.slide_height = Inches(page.width), Inches(HEIGHT)
    if page.ratio != "4:3":
        _forget(file.element.find(xml.tag("p:sldSz")), "type")
    _drop_leftovers(file)
    master = file.slide_master
    _set_theme(master.part, style)
    _replace_content(master.element, xml.master_content(page))
    old = master.element.find(xml.tag("p:txStyles"))
    master.element.replace(old, parse_xml(xml.text_styles()))
    _set_layouts(master, page, footer)
    _set_theme(file.notes_master.part, style)
    return file


def layout_named(file: Deckfile, name: Layout) -> SlideLayout:
    """Return a layout by its name."""
    return next(layout for layout in file.slide_layouts if layout.name == name)


def _set_layouts(master: SlideMaster, page: Page, footer: str) -> None:
    layouts = list(master.slide_layouts)
    for name, layout in zip(Layout, layouts, strict=False):
        _replace_content(layout.element, xml.layout_content(name, _ROLES[name], page, footer))
        _retype(layout.element, title=name is Layout.TITLE)
    for layout in layouts[len(Layout) :]:
        master.slide_layouts.remove(layout)


_ROLES: Final[dict[Layout, tuple[str, ...]]] = {
    Layout.TITLE: ("ctrTitle", "subTitle"),
    Layout.TEXT: ("title", "said", "body"),
    Layout.VISUAL: ("title", "said"),
    Layout.VISUAL_TEXT: ("title", "said", "aside"),
}


def _retype(layout: BaseOxmlElement, *, title: bool) -> None:
    for name in ("type", "preserve", "userDrawn", "showMasterSp"):
        _forget(layout, name)
    layout.set("preserve", "1")
    if title:
        layout.set("type", "title")
        layout.set("showMasterSp", "0")
    else:
        layout.set("userDrawn", "1")


def _replace_content(element: BaseOxmlElement, content: str) -> None:
    element.replace(element.find(xml.tag("p:cSld")), parse_xml(content))


def _set_theme(part: Part, style: HouseStyle) -> None:
    part.part_related_by(RT.THEME)._blob = theme_xml(style)  # noqa: SLF001  the library has no other way to a theme


def _drop_leftovers(file: Deckfile) -> None:
    """Take away the thumbnail and the printer settings of the library's own file."""
    package = file.part.package
    for key in [key for key, rel in package._rels.items() if rel.reltype == RT.THUMBNAIL]:  # noqa: SLF001  no other way
        package.drop_rel(key)
    for key in [key for key, rel in file.part.rels.items() if rel.reltype == RT.PRINTER_SETTINGS]:
        file.part.rels.pop(key)


def _forget(element: BaseOxmlElement, name: str) -> None:
    if name in element.attrib:
        del element.attrib[name]
