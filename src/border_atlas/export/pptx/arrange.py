"""What stands where between title and small print: text above something wide, or beside a map or a chart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from border_atlas.domain.deck import DeckSource, DeckTable
from border_atlas.export.pptx import legend_plan
from border_atlas.export.pptx import visuals as vis
from border_atlas.export.pptx.figures import Pairs, stack_height, strip_columns
from border_atlas.export.pptx.look import ASIDE_SIZES, BODY_SIZES
from border_atlas.export.pptx.measure import line_height
from border_atlas.export.pptx.page import GAP, Box
from border_atlas.export.pptx.sheets import Figures, LegendPanel, Panel, Texts
from border_atlas.export.pptx.texts import Para, fitting_size, text_height

_FIGURES: Final = 0.86
#: Most of a slide's height for a text above something wide.
_ABOVE: Final = 0.24
#: Room for the widest text; longer lines are hard to read.
MEASURE: Final = 10.8
#: Widest legend beside a map, as a share of the slide.
_LEGEND_SHARE: Final = 0.27
#: Highest stack of key figures, as a share of the column beside a map.
_STACKED: Final = 0.6
_LEGEND_GAP: Final = 0.1


@dataclass(frozen=True, eq=False)
class Part:
    """What a sheet holds between head and foot; ``left_over`` as in `Sheet`."""

    body: Texts | None = None
    figures: Figures | None = None
    panels: tuple[Panel, ...] = ()
    left_over: tuple[DeckSource, ...] = ()


@dataclass(frozen=True)
class Rooms:
    """Room on the first sheet and on each further one."""

    first: Box
    next: Box
    aside: float


Filled = tuple[Part, list[vis.Visual], tuple[Para, ...]]


def strip_of(pairs: Pairs, rooms: Rooms) -> tuple[Figures | None, Rooms]:
    """Put key figures into a strip above the rest."""
    if not pairs:
        return None, rooms
    strip = Figures(pairs, rooms.first.top(_FIGURES))
    return strip, replace(rooms, first=rooms.first.below(_FIGURES + GAP))


def above(paras: tuple[Para, ...], pairs: Pairs, shown: Sequence[vis.Visual], rooms: Rooms) -> Filled:
    """Fill a sheet with something wide; key figures and a short text stand above it."""
    figures, below = strip_of(pairs, rooms)
    box = below.first
    body = _right_of(figures, paras) if figures else None
    if body is None and paras:
        room = min(box.w, MEASURE)
        size = fitting_size(paras, BODY_SIZES, room, box.h * _ABOVE)
        if size is not None:
            body = Texts(paras, Box(box.x, box.y, room, text_height(paras, room, size)), size)
            box = box.below(body.box.h + GAP * 0.5)
    panels, waiting = _filled(shown, box, rooms.next.h)
    return Part(body, figures, panels), waiting, () if body else paras


def _right_of(figures: Figures, paras: tuple[Para, ...]) -> Texts | None:
    """Put a short text to the right of few key figures."""
    _, right = figures.box.columns(2, 0.0)
    size = fitting_size(paras, BODY_SIZES[1:], right.w, right.h) if paras else None
    return Texts(paras, right, size) if size and strip_columns(figures)[-1].right <= right.x else None


def with_tables(part: Part, waiting: Sequence[vis.Visual], box: Box) -> tuple[Part, list[vis.Visual]]:
    """Put tables below a text that leaves room for the whole of them."""
    body = part.body
    if body is None or body.columns > 1 or not waiting:
        return part, list(waiting)
    room = box.below(text_height(body.paras, body.box.w, body.size) + GAP)
    if not _goes_below(waiting[0], room, box.h):
        return part, list(waiting)
    panels, left = _filled(waiting, room, box.h)
    return replace(part, body=replace(body, box=body.box.top(room.y - box.y)), panels=panels), left


def is_narrow(visual: vis.Visual) -> bool:
    """Whether a visual leaves room for text beside it."""
    return (isinstance(visual, vis.Maps) and len(visual.maps) == 1) or isinstance(visual, vis.Bars)


def beside(paras: tuple[Para, ...], pairs: Pairs, shown: Sequence[vis.Visual], rooms: Rooms) -> Filled:
    """Fill a sheet with a map or a chart; figures, text, small tables and the legend stand beside it if they fit."""
    column = _column(rooms)
    figures = _stack(pairs, column)
    if figures:
        column = column.below(figures.box.h + GAP * 0.7)
    else:
        figures, rooms = strip_of(pairs, rooms)
        column = _column(rooms)
    body, left = _start_of(paras, column, _strip_height(shown[0], rooms.first.w))
    column = column.below(body.box.h + GAP if body else 0.0)
    tables, waiting = _small_tables(shown[1:], column, rooms.next.h)
    for table in tables:
        column = column.below(table.box.h + GAP)
    used = body is not None or bool(tables) or bool(figures and figures.stacked)
    panels = _main(shown[0], rooms.first, column if used else None)
    part = Part(body, figures, (*panels, *tables))
    return part, (waiting if panels else [shown[0], *waiting]), left


def _column(rooms: Rooms) -> Box:
    box = rooms.first
    return Box(box.right - rooms.aside, box.y, rooms.aside, box.h)


def _stack(pairs: Pairs, column: Box) -> Figures | None:
    """Put key figures below each other at the top of the column, if they leave most of it."""
    high = stack_height(pairs, column.w) if pairs else None
    return None if high is None or high > column.h * _STACKED else Figures(pairs, column.top(high), stacked=True)


def _strip_height(visual: vis.Visual, room: float) -> float:
    """Return what the legend takes if it stands below map and text."""
    if not isinstance(visual, vis.Maps) or not visual.legend:
        return 0.0
    return legend_plan.height(legend_plan.strip(visual.legend, room)) + _LEGEND_GAP


def _start_of(paras: tuple[Para, ...], column: Box, below: float) -> tuple[Texts | None, tuple[Para, ...]]:
    """Put as many paragraphs into the column as fit, best with room for a legend ``below``; gives the others."""
    if not paras:
        return None, ()
    size = fitting_size(paras, ASIDE_SIZES[:-2], column.w, column.h - below)
    size = size or fitting_size(paras, ASIDE_SIZES, column.w, column.h)
    number = len(paras)
    if size is None:
        size = ASIDE_SIZES[-2]
        while number and text_height(paras[:number], column.w, size) > column.h:
            number -= 1
        # A heading belongs to what follows it.
        while number and paras[number - 1].block.kind == "heading":
            number -= 1
    if not number:
        return None, paras
    shown = paras[:number]
    return Texts(shown, column.top(text_height(shown, column.w, size)), size), paras[number:]


def _main(visual: vis.Visual, box: Box, column: Box | None) -> tuple[Panel, ...]:
    """Place a map or a chart; ``column`` is what is left beside it, ``None`` if nothing stands there."""
    main = box if column is None else replace(box, w=column.x - 2 * GAP - box.x)
    if not isinstance(visual, vis.Maps) or not visual.legend:
        return vis.place(visual, main, box.h)[0]
    legend, main = _legend(visual, main, box, column)
    rest = replace(visual, legend=()) if legend else visual
    return (*vis.place(rest, main, box.h)[0], *legend)


def _legend(visual: vis.Maps, main: Box, box: Box, column: Box | None) -> tuple[tuple[LegendPanel, ...], Box]:
    """Put the legend beside the map or below map and text; without room, it stays with the map."""
    items = legend_plan.column(visual.legend)
    high, wide = legend_plan.height(items), legend_plan.breadth(items)
    if column is None and high <= box.h and wide <= box.w * _LEGEND_SHARE:
        main = replace(box, w=box.w - wide - 2 * GAP)
        column = Box(main.right + 2 * GAP, box.y, wide, box.h)
    if column is None:
        return (), main
    if high <= column.h and wide <= column.w:
        return (LegendPanel(items, Box(column.x, column.bottom - high, column.w, high)),), main
    flat = legend_plan.strip(visual.legend, box.w)
    high = legend_plan.height(flat)
    if high + _LEGEND_GAP <= column.h:
        low = Box(box.x, box.bottom - high, box.w, high)
        return (LegendPanel(flat, low),), main.top(main.h - high - _LEGEND_GAP)
    return (), main


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


def further(waiting: Sequence[vis.Visual], box: Box) -> Iterator[Part]:
    """Fill further sheets with what is left."""
    while waiting:
        panels, waiting = _filled(waiting, box, box.h)
        if not panels:
            # Cannot be, for every visual fits an empty slide in parts; but an endless loop would be worse.
            return
        yield Part(panels=panels)
