"""Slides of a deck shared out on the slides of a file: nothing overlaps, nothing runs over, nothing is lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from border_atlas.domain.briefing import SlideKind
from border_atlas.domain.deck import Block, Deck, DeckSlide, DeckTable, Run
from border_atlas.export.pptx import visuals as vis
from border_atlas.export.pptx.foot import plan_foot
from border_atlas.export.pptx.look import ASIDE_SIZES, BODY_SIZES, SAID_SIZES, TITLE_SIZES
from border_atlas.export.pptx.measure import count_lines, first_fitting, line_height
from border_atlas.export.pptx.page import GAP, Box, Page
from border_atlas.export.pptx.sheets import Figures, Head, Panel, Sheet, Texts
from border_atlas.export.pptx.texts import (
    Para,
    cut_to_pages,
    fitting_size,
    one_line,
    paragraphs,
    plain,
    safe_link,
    text_height,
)

_TITLE_HEIGHT: Final = 0.98
_SAID_HEIGHT: Final = 0.5
_FIGURES: Final = 0.86
_SOURCES_SIZE: Final = 12
#: Most of a slide's height for a text above something wide.
_ABOVE: Final = 0.24
#: Room for the widest text; longer lines are hard to read.
_MEASURE: Final = 10.8


@dataclass(frozen=True, eq=False)
class _Part:
    """What a sheet holds between head and foot."""

    body: Texts | None = None
    figures: Figures | None = None
    panels: tuple[Panel, ...] = ()


@dataclass(frozen=True)
class _Rooms:
    """Room on the first sheet and on each further one."""

    first: Box
    next: Box
    aside: float


def plan_slide(slide: DeckSlide, deck: Deck, page: Page) -> list[Sheet]:
    """Share out a slide; titles of several sheets say which of how many each is."""
    title = one_line(slide.title) or deck.title
    sheets = _sheets(slide, deck, page, title)
    if len(sheets) == 1:
        return sheets
    sheets = _sheets(slide, deck, page, f"{title} (9/9)")
    return [
        replace(sheet, head=replace(sheet.head, title=f"{title} ({at}/{len(sheets)})"))
        for at, sheet in enumerate(sheets, start=1)
    ]


def _sheets(slide: DeckSlide, deck: Deck, page: Page, title: str) -> list[Sheet]:
    first_head, next_head = _head(title, slide.said, page), _head(title, "", page)
    first_foot, next_foot = plan_foot(slide, page, notes=True), plan_foot(slide, page, notes=False)
    inner = page.inner
    rooms = _Rooms(
        _between(inner, first_head.bottom, first_foot.top), _between(inner, next_head.bottom, next_foot.top), page.aside
    )
    parts = list(_parts(slide, deck, rooms)) or [_Part()]
    if first_foot.left_over:
        notes = (Block("heading", (Run("Notes on boundaries"),)), *(_paragraph(note) for note in first_foot.left_over))
        parts.extend(_text_parts(paragraphs(notes), rooms.next, rooms.next))
    return [
        Sheet(
            next_head if at else first_head,
            (next_foot if at else first_foot).texts,
            part.body,
            part.figures,
            part.panels,
        )
        for at, part in enumerate(parts)
    ]


def _between(inner: Box, top: float, bottom: float) -> Box:
    return Box(inner.x, top, inner.w, bottom - GAP * 0.6 - top)


def _paragraph(text: str) -> Block:
    return Block("paragraph", (Run(text),))


def _head(title: str, said: str, page: Page) -> Head:
    inner = page.inner
    size = first_fitting(TITLE_SIZES, title, inner.w, _TITLE_HEIGHT, bold=True)
    height = count_lines(title, inner.w, size, bold=True) * line_height(size)
    box = inner.top(height)
    text = one_line(said)
    if not text:
        return Head(title, size, box, None, box.bottom + GAP)
    low = first_fitting(SAID_SIZES, text, inner.w, _SAID_HEIGHT)
    below = Box(inner.x, box.bottom + 0.06, inner.w, count_lines(text, inner.w, low) * line_height(low))
    return Head(title, size, box, Texts(plain(text), below, low), below.bottom + GAP)


def _parts(slide: DeckSlide, deck: Deck, rooms: _Rooms) -> Iterator[_Part]:
    if slide.kind is SlideKind.SOURCES:
        yield from _sources(slide, deck, rooms)
        return
    figures, rooms = _figures(slide, rooms)
    paras = paragraphs(slide.blocks)
    shown = _visuals(slide, rooms.first.w)
    if not shown:
        pages = list(_text_parts(paras, rooms.first, rooms.next)) or [_Part()]
        yield from (replace(part, figures=None if at else figures) for at, part in enumerate(pages))
        return
    first, waiting, left = _first(paras, shown, rooms)
    yield replace(first, figures=figures)
    yield from _further(waiting, rooms.next)
    yield from _text_parts(left, rooms.next, rooms.next)


def _figures(slide: DeckSlide, rooms: _Rooms) -> tuple[Figures | None, _Rooms]:
    pairs = tuple((one_line(value), one_line(label)) for value, label in slide.figures)
    if not pairs:
        return None, rooms
    strip = Figures(pairs, rooms.first.top(_FIGURES))
    return strip, replace(rooms, first=rooms.first.below(_FIGURES + GAP))


def _visuals(slide: DeckSlide, room: float) -> list[vis.Visual]:
    maps: list[vis.Visual] = [vis.Maps(slide.maps)] if slide.maps else []
    return [*maps, *vis.charts_of(slide.charts, slide.title, room), *vis.tables_of(slide.tables, slide.title)]


def _first(
    paras: tuple[Para, ...], shown: Sequence[vis.Visual], rooms: _Rooms
) -> tuple[_Part, list[vis.Visual], tuple[Para, ...]]:
    """Fill the first sheet; gives what is left of visuals and text."""
    if _is_narrow(shown[0]):
        return _beside(paras, shown, rooms)
    box = rooms.first
    room = min(box.w, _MEASURE)
    size = fitting_size(paras, BODY_SIZES, room, box.h * _ABOVE)
    if not paras or size is None:
        panels, waiting = _filled(shown, box, rooms.next.h)
        return _Part(panels=panels), waiting, paras
    text = Texts(paras, Box(box.x, box.y, room, text_height(paras, room, size)), size)
    panels, waiting = _filled(shown, box.below(text.box.h + GAP * 0.5), rooms.next.h)
    return _Part(body=text, panels=panels), waiting, ()


def _is_narrow(visual: vis.Visual) -> bool:
    """Whether a visual leaves room for text beside it."""
    return (isinstance(visual, vis.Maps) and len(visual.maps) == 1) or isinstance(visual, vis.Bars)


def _beside(
    paras: tuple[Para, ...], shown: Sequence[vis.Visual], rooms: _Rooms
) -> tuple[_Part, list[vis.Visual], tuple[Para, ...]]:
    box = rooms.first
    column = Box(box.right - rooms.aside, box.y, rooms.aside, box.h)
    size = fitting_size(paras, ASIDE_SIZES, column.w, column.h)
    body, left = None, paras
    if paras and size is not None:
        height = text_height(paras, column.w, size)
        body, left = Texts(paras, column.top(height), size), ()
        column = column.below(height + GAP)
    tables, waiting = _small_tables(shown[1:], column, rooms.next.h)
    used = body is not None or tables
    main = replace(box, w=box.w - rooms.aside - 2 * GAP) if used else box
    panels, _, _ = vis.place(shown[0], main, rooms.next.h)
    if not panels:
        return _Part(body=body, panels=tables), [shown[0], *waiting], left
    return _Part(body=body, panels=(*panels, *tables)), waiting, left


def _small_tables(shown: Sequence[vis.Visual], column: Box, most: float) -> tuple[tuple[Panel, ...], list[vis.Visual]]:
    """Put the tables that fit below the text beside a map; the others wait."""
    panels: list[Panel] = []
    waiting = list(shown)
    while waiting and isinstance(waiting[0], DeckTable):
        table = waiting[0]
        laid = vis.measured(table, column.w, column.h, most)
        if vis.table_height(laid) > column.h or _is_crowded(laid):
            break
        made, _, height = vis.place(laid, column, most)
        panels.extend(made)
        column = column.below(height + GAP)
        waiting.pop(0)
    return tuple(panels), waiting


def _is_crowded(laid: vis.LaidTable) -> bool:
    """Whether a table is too narrow to be read: rows of many lines."""
    high = 3.6 * line_height(laid.grid.size)
    return any(height > high for height in laid.grid.heights)


def _filled(shown: Sequence[vis.Visual], box: Box, most: float) -> tuple[tuple[Panel, ...], list[vis.Visual]]:
    """Put visuals below each other as long as they fit."""
    panels: list[Panel] = []
    waiting = list(shown)
    while waiting:
        if panels and not _goes_below(waiting[0], box, most):
            break
        made, left, height = vis.place(waiting[0], box, most)
        panels.extend(made)
        if left is not None:
            waiting[0] = left
            break
        waiting.pop(0)
        box = box.below(height + GAP)
    return tuple(panels), waiting


def _goes_below(visual: vis.Visual, box: Box, most: float) -> bool:
    """Whether a whole table fits below what stands on a sheet; nothing else goes there."""
    if not isinstance(visual, DeckTable):
        return False
    return vis.table_height(vis.measured(visual, box.w, box.h, most)) <= box.h


def _further(waiting: Sequence[vis.Visual], box: Box) -> Iterator[_Part]:
    while waiting:
        panels, waiting = _filled(waiting, box, box.h)
        if not panels:
            # Cannot be, for every visual fits an empty slide in parts; but an endless loop would be worse.
            return
        yield _Part(panels=panels)


def _text_parts(paras: tuple[Para, ...], first: Box, following: Box) -> Iterator[_Part]:
    if not paras:
        return
    room = min(first.w, _MEASURE)
    size = fitting_size(paras, BODY_SIZES, room, first.h)
    if size is not None:
        yield _Part(body=Texts(paras, Box(first.x, first.y, room, first.h), size))
        return
    low = BODY_SIZES[-1]
    pages = cut_to_pages(paras, room, min(first.h, following.h), low)
    for at, page in enumerate(pages):
        box = following if at else first
        yield _Part(body=Texts(page, Box(box.x, box.y, room, box.h), low))


def _sources(slide: DeckSlide, deck: Deck, rooms: _Rooms) -> Iterator[_Part]:
    """Give all sources of the deck, each with its number and its address."""
    intro = paragraphs(slide.blocks)
    listed = [_source_para(source.number, one_line(source.text), safe_link(source.url)) for source in deck.sources]
    first, room = rooms.first, rooms.first.w
    pages = cut_to_pages([*intro, *listed], room, min(first.h, rooms.next.h), _SOURCES_SIZE)
    for at, page in enumerate(pages):
        yield _Part(body=Texts(page, rooms.next if at else first, _SOURCES_SIZE))


def _source_para(number: int, text: str, link: str) -> Para:
    runs = [Run(text)]
    if link:
        runs += [Run("\n"), Run(link, link=link)]
    return Para(Block("number", tuple(runs)), number)
