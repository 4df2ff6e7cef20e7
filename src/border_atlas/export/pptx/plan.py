"""Slides of a deck shared out on the slides of a file: nothing overlaps, nothing runs over, nothing is lost."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from border_atlas.data.dataset import Dataset
from border_atlas.domain.briefing import SlideKind
from border_atlas.domain.deck import Block, Deck, DeckSlide, Run
from border_atlas.export.pptx import visuals as vis
from border_atlas.export.pptx.annex import source_parts
from border_atlas.export.pptx.arrange import (
    MEASURE,
    Part,
    Rooms,
    above,
    beside,
    further,
    is_narrow,
    strip_of,
    with_tables,
)
from border_atlas.export.pptx.columns import COLUMNS, column_parts, in_columns
from border_atlas.export.pptx.foot import Foot, plan_foot
from border_atlas.export.pptx.look import ASIDE_SIZES, BODY_SIZES, SAID_SIZES, TITLE_SIZES
from border_atlas.export.pptx.measure import count_lines, first_fitting, line_height
from border_atlas.export.pptx.page import GAP, Box, Page
from border_atlas.export.pptx.sheets import Head, Sheet, Texts
from border_atlas.export.pptx.texts import (
    Para,
    fitting_size,
    one_line,
    paragraphs,
    plain,
)

_TITLE_HEIGHT: Final = 0.98
_FLAT_SIZES: Final = TITLE_SIZES[:3]
_SAID_HEIGHT: Final = 0.5


def plan_slide(data: Dataset, slide: DeckSlide, deck: Deck, page: Page) -> list[Sheet]:
    """Share out a slide; titles of several sheets say which of how many each is."""
    title = one_line(slide.title) or deck.title
    # Legends are measured once: maps have to be looked at for them.
    maps: list[vis.Visual] = [vis.maps_of(data, slide.maps, page.inner)] if slide.maps else []
    sheets = _sheets(maps, slide, deck, page, title)
    if len(sheets) == 1:
        return sheets
    sheets = _sheets(maps, slide, deck, page, f"{title} (9/9)")
    return [
        replace(sheet, head=replace(sheet.head, title=f"{title} ({at}/{len(sheets)})"))
        for at, sheet in enumerate(sheets, start=1)
    ]


def _sheets(maps: list[vis.Visual], slide: DeckSlide, deck: Deck, page: Page, title: str) -> list[Sheet]:
    first_head, next_head = _head(title, slide.said, page), _head(title, "", page)
    has_disclaimer = any(one.kind is SlideKind.DISCLAIMER for one in deck.slides)
    small = _small_print(slide)
    first_foot = plan_foot(small, page, rest="the disclaimer slide" if has_disclaimer else "the next slide")
    next_foot = plan_foot(replace(small, boundary_notes=()), page)
    inner = page.inner
    rooms = Rooms(
        _between(inner, first_head.bottom, first_foot.top), _between(inner, next_head.bottom, next_foot.top), page.aside
    )
    parts = list(_parts(maps, slide, deck, rooms)) or [Part()]
    if first_foot.left_over and not has_disclaimer:
        notes = (_heading("Notes on boundaries"), *map(_paragraph, first_foot.left_over))
        parts.extend(_text_parts(paragraphs(notes), rooms.next, rooms.next))
    return [_sheet((next_head, next_foot) if at else (first_head, first_foot), part) for at, part in enumerate(parts)]


def _small_print(slide: DeckSlide) -> DeckSlide:
    """Leave out of the small print what is the text of a slide."""
    if slide.kind is SlideKind.SOURCES:
        return replace(slide, sources=(), rests_on="")
    return replace(slide, boundary_notes=()) if slide.kind is SlideKind.DISCLAIMER else slide


def _sheet(frame: tuple[Head, Foot], part: Part) -> Sheet:
    head, foot = frame
    return Sheet(head, foot.texts, part.body, part.figures, part.panels, part.left_over)


def _between(inner: Box, top: float, bottom: float) -> Box:
    return Box(inner.x, top, inner.w, bottom - GAP * 0.6 - top)


def _paragraph(text: str) -> Block:
    return Block("paragraph", (Run(text),))


def _heading(text: str) -> Block:
    return Block("heading", (Run(text),))


def _head(title: str, said: str, page: Page) -> Head:
    inner = page.inner
    size = _title_size(title, inner.w)
    height = count_lines(title, inner.w, size, bold=True) * line_height(size)
    box = inner.top(height)
    text = one_line(said)
    if not text:
        return Head(title, size, box, None, box.bottom + GAP)
    low = first_fitting(SAID_SIZES, text, inner.w, _SAID_HEIGHT)
    below = Box(inner.x, box.bottom + 0.06, inner.w, count_lines(text, inner.w, low) * line_height(low))
    return Head(title, size, box, Texts(plain(text), below, low), below.bottom + GAP)


def _title_size(title: str, room: float) -> float:
    """Prefer one line of a little smaller letters to two lines."""
    flat = (size for size in _FLAT_SIZES if count_lines(title, room, size, bold=True) == 1)
    return next(flat, None) or first_fitting(TITLE_SIZES, title, room, _TITLE_HEIGHT, bold=True)


def _parts(maps: list[vis.Visual], slide: DeckSlide, deck: Deck, rooms: Rooms) -> Iterator[Part]:
    if slide.kind is SlideKind.SOURCES:
        yield from source_parts(slide, deck.sources, rooms)
        return
    paras = paragraphs(_blocks(slide))
    pairs = tuple((one_line(value), one_line(label)) for value, label in slide.figures)
    shown = [*maps, *_visuals(slide, rooms.first)]
    if not shown:
        figures, rooms = strip_of(pairs, rooms)
        pages = list(_text_parts(paras, rooms.first, rooms.next)) or [Part()]
        yield from (replace(part, figures=None if at else figures) for at, part in enumerate(pages))
        return
    arrange = beside if is_narrow(shown[0]) else above
    first, waiting, left = arrange(paras, pairs, shown, rooms)
    yield first
    *texts, last = [None, *_text_parts(left, rooms.next, rooms.next)]
    yield from filter(None, texts)
    if last:
        last, waiting = with_tables(last, waiting, rooms.next)
        yield last
    yield from further(waiting, rooms.next)


def _blocks(slide: DeckSlide) -> tuple[Block, ...]:
    """Return the text of a slide; the notes on boundaries are the text of the disclaimer, not its small print."""
    if slide.kind is not SlideKind.DISCLAIMER or not slide.boundary_notes:
        return slide.blocks
    return (*slide.blocks, _heading("Notes on boundaries"), *map(_paragraph, slide.boundary_notes))


def _visuals(slide: DeckSlide, box: Box) -> list[vis.Visual]:
    return [*vis.charts_of(slide.charts, slide.title, box), *vis.tables_of(slide.tables, slide.title)]


def _text_parts(paras: tuple[Para, ...], first: Box, following: Box) -> Iterator[Part]:
    """Share out text: one column if it fits, else two, on as many sheets as it takes."""
    if not paras:
        return
    room = min(first.w, MEASURE)
    size = fitting_size(paras, BODY_SIZES, room, first.h)
    if size is not None:
        yield Part(body=Texts(paras, Box(first.x, first.y, room, first.h), size))
        return
    height = min(first.h, following.h)
    least, low = BODY_SIZES[-1], ASIDE_SIZES[-1]
    small = in_columns(paras, first, height, low)
    one_sheet = len(small) <= COLUMNS
    columns, chosen = (small, low) if one_sheet else (in_columns(paras, first, height, least), least)
    yield from column_parts(columns, first, following, chosen)
