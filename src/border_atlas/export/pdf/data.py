"""A filled briefing as the JSON that the templates read."""

import re
from collections.abc import Sequence
from typing import Final

from border_atlas.domain.briefing import HouseStyle, SlideKind
from border_atlas.domain.dates_text import say_day
from border_atlas.domain.deck import Block, Deck, DeckSlide, DeckSource, DeckTable, Run
from border_atlas.export.pdf.charts import chart_data
from border_atlas.export.pdf.text import Json, block_tree, printable, web_address

#: One sober colour a house.
ACCENTS: Final[dict[HouseStyle, str]] = {
    HouseStyle.NEUTRAL: "#31507D",
    HouseStyle.UN: "#00719F",
    HouseStyle.EU: "#1F3A93",
    HouseStyle.OSCE: "#117733",
}
BASE_MAP: Final = "Base map: Natural Earth, adapted."
#: What stands above the title of a slide.
_KINDS: Final[dict[SlideKind, str]] = {
    SlideKind.TITLE: "Introduction",
    SlideKind.TEXT: "Text",
    SlideKind.MAP: "Map",
    SlideKind.MISSION: "Mission",
    SlideKind.AREA: "Border area",
    SlideKind.TIMELINE: "Timeline",
    SlideKind.PER_YEAR: "Year by year",
    SlideKind.MATRIX: "Who does what",
    SlideKind.COMPARE: "Comparison",
    SlideKind.GAPS: "Gaps",
    SlideKind.SOURCES: "Sources",
    SlideKind.DISCLAIMER: "Disclaimer",
}
#: Characters that a column makes room for: of its longest word, and of its longest cell as a share.
_LONGEST_WORD: Final = 18
_LONGEST_CELL: Final = 70
_CELL_SHARE: Final = 0.55
_NUMBER: Final = re.compile(r"[-–]?[\d,.\u202f ]*\d[\d,.\u202f ]*( ?(km²?|%))?|[–—-]?")


def deck_data(deck: Deck, slides: Sequence[Json]) -> Json:
    """Return the whole document; ``slides`` are those of `slide_data` with their pictures."""
    return {
        "title": printable(deck.title).strip() or "Briefing",
        "subtitle": printable(deck.subtitle),
        "accent": ACCENTS[deck.style],
        "language": deck.language,
        "day": {"year": deck.data_as_of.year, "month": deck.data_as_of.month, "day": deck.data_as_of.day},
        "as_of": say_day(deck.data_as_of),
        "version": printable(deck.data_version),
        "footer": printable(deck.footer),
        "disclaimer": printable(deck.disclaimer),
        "slides": list(slides),
        "sources": [source_data(one) for one in deck.sources],
    }


def slide_data(deck: Deck, number: int, drawn: Json) -> Json:
    """Return a slide (the first is number 0) with its ``drawn`` maps and their legend, see `map_data`."""
    slide = deck.slides[number]
    return {
        "anchor": f"slide-{number + 1}",
        "number": number + 1,
        "kind": slide.kind.value,
        "eyebrow": _KINDS[slide.kind],
        "title": printable(slide.title).strip() or _untitled(deck, slide, number),
        "said": printable(slide.said),
        "blocks": block_tree(_blocks(deck, slide)),
        "notes": block_tree(slide.notes),
        "figures": [{"value": printable(value), "label": printable(label)} for value, label in slide.figures],
        "charts": [chart_data(chart) for chart in slide.charts],
        "tables": [table_data(table) for table in slide.tables],
        "sources": [source_data(one) for one in slide.sources],
        "boundary_notes": [printable(note) for note in slide.boundary_notes],
        "base": BASE_MAP if slide.maps else "",
        **drawn,
    }


def _untitled(deck: Deck, slide: DeckSlide, number: int) -> str:
    if slide.kind == SlideKind.TITLE:
        return printable(deck.title).strip() or "Briefing"
    return f"Slide {number + 1}: {_KINDS[slide.kind].lower()}"


def _blocks(deck: Deck, slide: DeckSlide) -> Sequence[Block]:
    if slide.kind == SlideKind.DISCLAIMER and not slide.blocks:
        return [Block("paragraph", (Run(deck.disclaimer),))]
    return slide.blocks


def source_data(source: DeckSource) -> Json:
    """Return a source; an address that is none of the web is left out."""
    return {"number": source.number, "text": printable(source.text), "url": web_address(source.url)}


def table_data(table: DeckTable) -> Json:
    """Return a table; columns of numbers are set to the right."""
    rows = [[printable(cell) for cell in row] for row in table.rows]
    return {
        "title": printable(table.title),
        "columns": [printable(name) for name in table.columns],
        "right": [_all_numbers(column) for column in zip(*rows, strict=True)] or [False] * len(table.columns),
        "widths": [_width(cells) for cells in zip(table.columns, *rows, strict=True)],
        "rows": rows,
        "more": table.more,
    }


def _width(cells: Sequence[str]) -> float:
    """Return a column's share: room for its longest word, and for long texts more than for short ones."""
    word = max((len(part) for cell in cells for part in cell.split()), default=1)
    return max(3.0, min(word, _LONGEST_WORD), min(max(map(len, cells)), _LONGEST_CELL) * _CELL_SHARE)


def _all_numbers(cells: Sequence[str]) -> bool:
    return any(cells) and all(_NUMBER.fullmatch(cell) for cell in cells)
