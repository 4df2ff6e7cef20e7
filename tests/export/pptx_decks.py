"""Hand-made decks for the PowerPoint tests, and how their files are read back."""

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd
from pptx import Presentation
from pptx.presentation import Presentation as Deckfile

from border_atlas.domain.briefing import HouseStyle, SlideKind
from border_atlas.domain.deck import Block, Deck, DeckChart, DeckMap, DeckSlide, DeckSource, DeckTable, Run
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.timeline import timeline_rows
from border_atlas.export.pptx.write import to_pptx
from border_atlas.model import DISCLAIMER
from border_atlas.palette import FAMILY_COLOURS
from tests.factories import make_dataset

DATA = make_dataset()
VIEW = select(DATA, Selection())
COLOURS = {str(family): colour for family, colour in FAMILY_COLOURS.items()}
BARS = pd.DataFrame({"category": [2003, 2004, 2005], "monitor": [1, 2, 2], "build-capacity": [0, 0, 3]})
MATRIX = pd.DataFrame({"row": ["ALPHA", "BETA"], "training": [1, 0], "border-monitoring": [1, 7]})
TABLE = DeckTable("Work", ("Mission", "Number"), (("ALPHA", "2"), ("BETA", "1")), more=3)
#: Namespace of the mark that tells screen readers to pass a shape by.
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def sources(number: int) -> tuple[DeckSource, ...]:
    return tuple(
        DeckSource(at, f"page-{at}", f"Publisher {at}: A page, 2013 (report)", f"https://example.org/{at}")
        for at in range(1, number + 1)
    )


def words(text: str, kind: Any = "paragraph", level: int = 0) -> Block:
    return Block(kind, (Run(text),), level)


def slide(kind: SlideKind = SlideKind.TEXT, title: str = "A slide", **parts: Any) -> DeckSlide:
    empty: dict[str, Any] = {"slide_id": title, "said": "", "blocks": (), "notes": ()}
    return DeckSlide(kind=kind, title=title, **(empty | parts))


def a_map(**parts: Any) -> DeckMap:
    return DeckMap(VIEW, None, "Map of three border areas.", **parts)


def bars(**parts: Any) -> DeckChart:
    given: dict[str, Any] = {"kind": "bars", "title": "Each year", "frame": BARS, "colours": COLOURS, "alt": "Bars."}
    return DeckChart(**(given | parts))


def gantt() -> DeckChart:
    return bars(kind="gantt", title="Over time", frame=timeline_rows(DATA, VIEW.activities), alt="Three bars.")


def deck(*slides: DeckSlide, number: int = 2, style: HouseStyle = HouseStyle.EU, **parts: Any) -> Deck:
    given: dict[str, Any] = {
        "title": "A briefing", "subtitle": "For readers", "style": style, "slides": slides,
        "sources": sources(number), "data_as_of": date(2026, 1, 5), "data_version": "20260105-test",
        "disclaimer": DISCLAIMER,
    }  # fmt: skip
    return Deck(**(given | parts))


def opened(packed: bytes) -> Deckfile:
    return Presentation(io.BytesIO(packed))


def written(*slides: DeckSlide, ratio: Any = "16:9", **parts: Any) -> Deckfile:
    """Write slides of hand-made decks and open the file again."""
    return opened(to_pptx(DATA, deck(*slides, **parts), ratio=ratio))


def titles(file: Deckfile) -> list[str]:
    return [one.shapes.title.text_frame.text for one in file.slides]


def shapes(shapes_: Any) -> Iterator[Any]:
    """Give all shapes in the order in which they are read, those in groups as well."""
    for shape in shapes_:
        yield shape
        if shape.shape_type is not None and shape.has_text_frame is False and hasattr(shape, "shapes"):
            yield from shapes(shape.shapes)


def named(one: Any, name: str) -> Any:
    return next(shape for shape in shapes(one.shapes) if shape.name == name)


def alt(shape: Any) -> str:
    return str(shape._element._nvXxPr.cNvPr.get("descr", ""))  # noqa: SLF001  the library has no word for it


def is_decorative(shape: Any) -> bool:
    return next(shape._element._nvXxPr.cNvPr.iter(DECORATIVE), None) is not None  # noqa: SLF001  as above


def text_of(one: Any) -> str:
    """Give all text of a slide: of shapes, groups and tables."""
    parts = []
    for shape in shapes(one.shapes):
        if shape.has_text_frame:
            parts.append(shape.text_frame.text)
        if getattr(shape, "has_table", False):
            parts += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(parts)


def links_of(one: Any) -> list[str]:
    frames = [shape.text_frame for shape in shapes(one.shapes) if shape.has_text_frame]
    runs = [run for frame in frames for paragraph in frame.paragraphs for run in paragraph.runs]
    return [run.hyperlink.address for run in runs if run.hyperlink.address]


def tables_of(one: Any) -> list[list[list[str]]]:
    return [
        [[cell.text_frame.text for cell in row.cells] for row in shape.table.rows]
        for shape in one.shapes
        if shape.has_table
    ]


def charts_of(one: Any) -> list[Any]:
    return [shape.chart for shape in one.shapes if shape.has_chart]
