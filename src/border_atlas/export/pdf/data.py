"""A filled briefing as the JSON that the templates read."""

import math
import re
from collections.abc import Sequence
from typing import Final

from border_atlas.domain.briefing import HouseStyle, SlideKind
from border_atlas.domain.cards import Card
from border_atlas.domain.dates_text import say_day
from border_atlas.domain.deck import Block, Deck, DeckSlide, DeckSource, DeckTable, Run
from border_atlas.export.links import safe_link
from border_atlas.export.pdf.charts import chart_data
from border_atlas.export.pdf.text import Json, block_tree, printable

#: One sober colour a house.
ACCENTS: Final[dict[HouseStyle, str]] = {
    HouseStyle.NEUTRAL: "#31507D",
    HouseStyle.UN: "#00719F",
    HouseStyle.EU: "#1F3A93",
    HouseStyle.OSCE: "#117733",
}
#: Sources that a slide names; of the others it gives the numbers.
MOST_SOURCES: Final = 8
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
#: Characters that a column makes room for: those of its longest word, and of its longest cell the less the longer.
_LONGEST_WORD: Final = 18
_LONGEST_CELL: Final = 90
_WORD: Final = 0.6
_DAMPING: Final = 0.72
#: Key figures of a profile: how long (characters), how many.
_LONGEST_FIGURE: Final = 17
_MOST_FIGURES: Final = 4
_RECORD: Final = "This record"
#: Facts of a card that the profile tells by another count: with the sections of an area.
_OTHERWISE: Final = frozenset({"Missions at work, past and present"})
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
        "named": MOST_SOURCES,
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
        "source_numbers": ranges([one.number for one in slide.sources[MOST_SOURCES:]]),
        "rests_on": printable(slide.rests_on),
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


def card_facts(card: Card, slide: Json) -> Json:
    """Return what a profile has besides its ``slide``: a short title, facts, and how far the record was checked.

    Long key figures stand among the facts, and no fact stands twice.
    """
    short = [one for one in slide["figures"] if len(one["value"]) <= _LONGEST_FIGURE and one["label"] != _RECORD]
    figures = short[:_MOST_FIGURES]
    shown = {figure["label"].casefold() for figure in figures}
    checked = f"{card.proof.verified_label}, checked on {card.proof.checked_on}".removesuffix(", checked on ")
    facts = [
        (figure["label"], figure["value"])
        for figure in slide["figures"]
        if figure["label"] != _RECORD and figure["label"].casefold() not in shown
    ]
    # A number that a source prints stands there even beside the figure that was measured.
    facts += [
        (fact.label, fact.text)
        for fact in card.facts
        if fact.label not in _OTHERWISE and (fact.source or fact.label.casefold() not in shown)
    ]
    # What two parts say with the same words stands once.
    once = {value.casefold(): (label, value) for label, value in reversed(facts)}
    kept = [*reversed(once.values()), (_RECORD, checked)]
    return {
        "title": printable(card.title),
        "figures": figures,
        "facts": [{"label": printable(label), "value": printable(value)} for label, value in kept],
    }


def ranges(numbers: Sequence[int]) -> str:
    """Write numbers with their runs put together: ``1, 3–5``."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def source_data(source: DeckSource) -> Json:
    """Return a source; an address that is none of the web is left out."""
    return {"number": source.number, "text": printable(source.text), "url": safe_link(source.url)}


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
    return max(3.0, min(word, _LONGEST_WORD) * _WORD, math.pow(min(max(map(len, cells)), _LONGEST_CELL), _DAMPING))


def _all_numbers(cells: Sequence[str]) -> bool:
    return any(cells) and all(_NUMBER.fullmatch(cell) for cell in cells)
