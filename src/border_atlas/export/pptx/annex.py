"""The slide of sources: a few with their addresses, many in small letters, and never more than a few sheets."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from border_atlas.domain.deck import Block, DeckSlide, DeckSource, Run
from border_atlas.export.links import safe_link
from border_atlas.export.pptx.arrange import Part, Rooms
from border_atlas.export.pptx.columns import COLUMNS, column_parts, in_columns
from border_atlas.export.pptx.sheets import Texts
from border_atlas.export.pptx.texts import Para, cut_to_pages, linked, one_line, paragraphs

#: Most sheets of sources; those that find no place there stand in the notes of the first.
MOST_SHEETS: Final = 4
_FEW: Final = 16
_SIZE: Final = 13
#: The first size in which all stand on one sheet is taken, else the last.
_SMALL_SIZES: Final = (12, 11, 10, 9)


def source_parts(slide: DeckSlide, sources: Sequence[DeckSource], rooms: Rooms) -> Iterator[Part]:
    """Give the sources of a deck by their numbers."""
    box, height = rooms.first, min(rooms.first.h, rooms.next.h)
    opening = (*paragraphs(slide.blocks), *_said(slide.rests_on))
    if len(sources) <= _FEW:
        paras = (*opening, *(_para(source, address=True) for source in sources))
        for at, page in enumerate(cut_to_pages(paras, box.w, height, _SIZE)):
            yield Part(body=Texts(page, rooms.next if at else box, _SIZE))
        return
    paras = tuple(_para(source, address=False) for source in sources)
    tries = ((size, in_columns((*opening, *paras), box, height, size)) for size in _SMALL_SIZES)
    size, columns = next((one for one in tries if len(one[1]) <= COLUMNS), (_SMALL_SIZES[-1], []))

    def laid_out(kept: int) -> list[tuple[Para, ...]]:
        return in_columns((*opening, *_said(_left_over(sources, kept)), *paras[:kept]), box, height, size)

    kept = len(sources)
    if not columns and len(laid_out(kept)) > COLUMNS * MOST_SHEETS:
        kept = bisect_right(range(kept), COLUMNS * MOST_SHEETS, key=lambda some: len(laid_out(some))) - 1
    first, *rest = column_parts(columns or laid_out(kept), box, rooms.next, size)
    yield replace(first, left_over=tuple(sources[kept:]))
    yield from rest


def in_notes(sources: Sequence[DeckSource]) -> tuple[Block, ...]:
    """Return sources as lines for the notes of a slide, each with its number and address."""
    return tuple(
        Block("paragraph", (Run(f"[{one.number}] "), Run(one_line(one.text), link=safe_link(one.url))))
        for one in sources
    )


def _left_over(sources: Sequence[DeckSource], kept: int) -> str:
    if kept >= len(sources):
        return ""
    first, last = sources[kept].number, sources[-1].number
    return (
        f"Here stand the first {kept} of {len(sources)} sources. Numbers {first} to {last} stand with their addresses "
        "in the notes below this slide."
    )


def _said(text: str) -> tuple[Para, ...]:
    return (Para(Block("paragraph", (Run(one_line(text)),))),) if text else ()


def _para(source: DeckSource, *, address: bool) -> Para:
    text, link = one_line(source.text), safe_link(source.url)
    shown = (Run(text), Run("\n"), Run(link, link=link)) if address and link else linked(text, link)
    return Para(Block("number", shown), source.number)
