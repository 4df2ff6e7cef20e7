"""Hand-made decks for the PDF tests, and how their pages are read back."""

import io
from datetime import date

import pandas as pd
import pypdf

from border_atlas.domain.briefing import HouseStyle, SlideKind
from border_atlas.domain.deck import Block, Deck, DeckChart, DeckMap, DeckSlide, DeckSource, DeckTable, Run
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.timeline import timeline_rows
from border_atlas.model import DISCLAIMER
from border_atlas.palette import FAMILY_COLOURS
from tests.factories import make_dataset

DATA = make_dataset()
VIEW = select(DATA, Selection())
COLOURS = {str(family): colour for family, colour in FAMILY_COLOURS.items()}
SOURCES = tuple(
    DeckSource(number, f"page-{number}", f"Publisher {number}: A page", f"https://example.org/{number}")
    for number in range(1, 12)
)
MAP = DeckMap(VIEW, None, "Map of three border areas.", "Three areas")
BARS = pd.DataFrame({"category": [2003, 2004, 2005], "monitor": [1, 2, 2], "build-capacity": [0, 0, 3]})
MATRIX = pd.DataFrame({"row": ["ALPHA", "BETA"], "training": [1, 0], "border-monitoring": [1, 7]})
TABLE = DeckTable("Activities", ("Mission", "Number"), (("ALPHA", "2"), ("BETA", "1")), more=3)


def paragraph(*runs: Run | str) -> Block:
    return Block("paragraph", tuple(Run(run) if isinstance(run, str) else run for run in runs))


def slide(kind: SlideKind, title: str, **parts: object) -> DeckSlide:
    empty = {"slide_id": title, "said": "", "blocks": (), "notes": ()}
    return DeckSlide(kind=kind, title=title, **(empty | parts))  # type: ignore[arg-type]


def charts() -> tuple[DeckChart, ...]:
    rows = timeline_rows(DATA, VIEW.activities)
    return (
        DeckChart("bars", "Each year", BARS, COLOURS, "Bars that rise."),
        DeckChart("gantt", "Over time", rows, COLOURS, "Three bars."),
        DeckChart("matrix", "Who does what", MATRIX, {}, "Two rows."),
    )


def deck(*slides: DeckSlide, title: str = "A briefing", sources: tuple[DeckSource, ...] = SOURCES) -> Deck:
    style = HouseStyle.EU
    return Deck(title, "For readers", style, slides, sources, date(2026, 1, 5), "20260105-test", DISCLAIMER)


def small_deck() -> Deck:
    """Make a deck with every part that a slide can have."""
    notes = (paragraph("Say this first."),)
    words = (
        paragraph("Two ", Run("missions", bold=True), " and a ", Run("page", link="https://example.org/page"), "."),
        Block("bullet", (Run("outer"),)),
        Block("bullet", (Run("inner"),), 1),
        Block("number", (Run("counted"),)),
        Block("heading", (Run("A heading"),)),
    )
    return deck(
        slide(SlideKind.TITLE, "A briefing", notes=notes),
        slide(
            SlideKind.MAP, "The map", said="Three activities", blocks=words, notes=notes, maps=(MAP,),
            figures=(("3", "activities"), ("420 km", "of border")), sources=SOURCES[:2],
            boundary_notes=("A note on a line.",),
        ),
        slide(SlideKind.TIMELINE, "The charts", charts=charts(), tables=(TABLE,), sources=SOURCES),
        slide(SlideKind.SOURCES, "Pages read"),
        slide(SlideKind.DISCLAIMER, "No position"),
    )  # fmt: skip


def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def words(pdf: bytes) -> str:
    """Give all text of a PDF, with each run of blanks as one."""
    return " ".join(" ".join(page.extract_text() for page in reader(pdf).pages).split())


def links(pdf: bytes) -> set[str]:
    notes = [note.get_object() for page in reader(pdf).pages for note in page.get("/Annots", [])]
    return {str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", {})}


def bookmarks(pdf: bytes) -> list[tuple[str, int]]:
    """Give titles and pages (the first is 1)."""
    read = reader(pdf)
    return [(str(one.title), (read.get_destination_page_number(one) or 0) + 1) for one in read.outline]  # type: ignore[union-attr,arg-type]


def plain_map(*_: object, width_in: float, height_in: float, **__: object) -> bytes:
    """Stand in for a drawn map: a grey picture of the size asked for."""
    size = f'width="{width_in * 72}" height="{height_in * 72}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><rect {size} fill="#D8DFE6"/></svg>'.encode()
