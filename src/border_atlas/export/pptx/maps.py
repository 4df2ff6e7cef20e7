"""Maps on slides: the map as a crisp picture, its names as shapes that can be moved."""

import io
from collections.abc import Sequence
from functools import partial
from typing import Final

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.util import Inches, Pt

from border_atlas.data.dataset import Dataset
from border_atlas.domain.deck import DeckMap, Run
from border_atlas.export.guard import clean
from border_atlas.export.pptx.look import ENLARGED
from border_atlas.export.pptx.page import Box
from border_atlas.export.pptx.shapes import Shapes, Style, add_run, bare, describe, rgb
from border_atlas.export.pptx.sheets import MapPanel
from border_atlas.export.pptx.tables import draw_heading
from border_atlas.export.pptx.texts import one_line
from border_atlas.maps.static.draw import BARE, LabelPlace, draw_map, label_places

_DPI: Final = 220
_ALIGN: Final = {"left": PP_ALIGN.LEFT, "centre": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}
_SHARE: Final = {"left": 0.0, "centre": 0.5, "right": 1.0}
#: Names may be a little wider in another machine's letters.
_SLACK: Final = 1.12


def draw_map_panel(shapes: Shapes, data: Dataset, panel: MapPanel, title: str) -> None:
    """Draw a map with caption and names into its box."""
    caption = one_line(panel.deck_map.caption)
    box = draw_heading(shapes, "" if caption.casefold() == title.casefold() else caption, panel.box)
    _draw_picture(shapes, data, panel.deck_map, box)


def _draw_picture(shapes: Shapes, data: Dataset, deck_map: DeckMap, box: Box) -> None:
    width, height = box.w / ENLARGED, box.h / ENLARGED
    drawn = draw_map(
        data, deck_map, width_in=width, height_in=height, dpi=round(_DPI * ENLARGED), furniture=BARE, own=deck_map.own
    )
    picture = shapes.add_picture(io.BytesIO(drawn), *box.emu)
    describe(picture, "Map", deck_map.alt or "Map")
    labelled = partial(label_places, data, deck_map, width_in=width, height_in=height, own=deck_map.own)
    places = labelled() if deck_map.labels else ()
    if places:
        _draw_names(shapes, places, box)


def _draw_names(shapes: Shapes, places: Sequence[LabelPlace], box: Box) -> None:
    group = shapes.add_group_shape()
    describe(group, "Names on the map")
    for place in places:
        _draw_name(group.shapes, place, box)


def _draw_name(shapes: Shapes, place: LabelPlace, box: Box) -> None:
    wide, high = place.width * ENLARGED * _SLACK, place.height * ENLARGED
    left = box.x + place.x * ENLARGED - wide * _SHARE[place.anchor]
    left = min(max(left, box.x), max(box.right - wide, box.x))
    top = box.y + place.y * ENLARGED - high / 2
    shape = shapes.add_textbox(Inches(left), Inches(top), Inches(wide), Inches(high))
    describe(shape, f"Name: {one_line(place.text)}")
    bare(shape.text_frame, MSO_ANCHOR.MIDDLE, wrap=False)
    paragraph = shape.text_frame.paragraphs[0]
    paragraph.alignment = _ALIGN[place.anchor]
    style = Style(round(place.size * ENLARGED, 1), bold=place.bold)
    add_run(paragraph, Run(clean(place.text), italic=place.italic), style)
    for run in paragraph.runs:
        run.font.size = Pt(style.size)
        run.font.color.rgb = rgb(place.colour)
        _halo(run._r.get_or_add_rPr())  # noqa: SLF001  the library has no word for a halo


def _halo(properties: BaseOxmlElement) -> None:
    """Put a white glow behind the letters, where the program can draw one."""
    glow = f'<a:effectLst {nsdecls("a")}><a:glow rad="25400"><a:srgbClr val="FFFFFF"/></a:glow></a:effectLst>'
    fill = properties.find("{*}solidFill")
    fill.addnext(parse_xml(glow))
