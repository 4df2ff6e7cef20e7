"""Maps, charts and tables laid into boxes: what fits, and what has to go on."""

from dataclasses import dataclass, replace
from typing import Final

from border_atlas.data.dataset import Dataset
from border_atlas.domain.deck import DeckChart, DeckMap, DeckTable
from border_atlas.export.pptx import grids, legend_plan
from border_atlas.export.pptx.look import ENLARGED
from border_atlas.export.pptx.matrices import HEADING, LaidMatrix, lay_matrix
from border_atlas.export.pptx.page import GAP, Box
from border_atlas.export.pptx.sheets import ChartPanel, Grid, LegendPanel, MapPanel, MatrixPanel, Panel, TablePanel
from border_atlas.export.pptx.texts import one_line
from border_atlas.maps.static.draw import LegendEntry, legend_entries

REMARK: Final = 0.28
#: Height of a row of a timeline, and of its years and legend together.
_BAR_ROW: Final = 0.27
_BAR_FRAME: Final = 0.85
_LEAST_CHART: Final = 2.2
_LEGEND_GAP: Final = 0.1
#: A map's usual share of a slide's width and height.
_USUAL: Final = 0.65


@dataclass(frozen=True)
class LaidTable:
    """A table, or what is left of it, with its measures."""

    heading: str
    grid: Grid
    remark: str


@dataclass(frozen=True, eq=False)
class Timeline:
    """A timeline, or its rows that are left."""

    chart: DeckChart
    heading: str
    rows: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Bars:
    """A chart of bars."""

    chart: DeckChart
    heading: str


@dataclass(frozen=True)
class Maps:
    """Maps side by side, with the entries of their legend."""

    maps: tuple[DeckMap, ...]
    legend: tuple[LegendEntry, ...] = ()


Visual = Maps | Bars | Timeline | LaidMatrix | LaidTable | DeckTable
Placed = tuple[tuple[Panel, ...], Visual | None, float]


def place(visual: Visual, box: Box, most: float) -> Placed:
    """Lay a visual into a box.

    Gives its panels, what is left of it for the next slide, and the height that is used; no panel if not
    even a part fits. ``most`` is the height that an empty slide has.
    """
    match visual:
        case Maps():
            return _place_maps(visual, box), None, box.h
        case Bars(chart, heading):
            return ((ChartPanel(chart, heading, box),), None, box.h) if box.h >= _LEAST_CHART else ((), visual, 0.0)
        case Timeline():
            return _place_timeline(visual, box)
        case LaidMatrix():
            return _place_matrix(visual, box)
        case LaidTable():
            return _place_table(visual, box)
    return _place_table(measured(visual, box.w, box.h, most), box)


def measured(table: DeckTable, room: float, height: float, most: float) -> LaidTable:
    """Measure a table for a width, in letters that suit a height."""
    heading = one_line(table.title)
    remark = f"and {table.more:,} more, not shown" if table.more else ""
    extra = (HEADING if heading else 0.0) + (REMARK if remark else 0.0)
    return LaidTable(heading, grids.layout_table(table, room, height - extra, most - extra), remark)


def table_height(laid: LaidTable) -> float:
    """Return the height of a whole table with heading and remark."""
    extra = (HEADING if laid.heading else 0.0) + (REMARK if laid.remark else 0.0)
    return sum(laid.grid.heights) + extra


def charts_of(charts: tuple[DeckChart, ...], title: str, box: Box) -> list[Visual]:
    """Make visuals of charts; a heading that repeats the slide's title is left out."""
    return [_chart(chart, _heading(chart.title, title), box) for chart in charts if _has_numbers(chart)]


def _has_numbers(chart: DeckChart) -> bool:
    return not chart.frame.empty and len(chart.frame.columns) > 1


def tables_of(tables: tuple[DeckTable, ...], title: str) -> list[Visual]:
    """Make visuals of tables that have columns."""
    return [replace(table, title=_heading(table.title, title)) for table in tables if table.columns]


def _heading(heading: str, title: str) -> str:
    tidy = one_line(heading)
    return "" if tidy.casefold() == one_line(title).casefold() else tidy


def _chart(chart: DeckChart, heading: str, box: Box) -> Visual:
    if chart.kind == "bars":
        return Bars(chart, heading)
    if chart.kind == "gantt":
        return Timeline(chart, heading, tuple(dict.fromkeys(map(str, chart.frame["row"]))))
    return lay_matrix(chart, heading, box)


def maps_of(data: Dataset, maps: tuple[DeckMap, ...], box: Box) -> Maps:
    """Make a visual of maps for a slide; the legend names what is in sight on a map of the usual size."""
    part = box.columns(len(maps), 2 * GAP)[0]
    size = part.w * _USUAL / ENLARGED, part.h * _USUAL / ENLARGED
    legends = [legend_entries(data, one, width_in=size[0], height_in=size[1]) for one in maps]
    return Maps(maps, legend_plan.merged(legends))


def _place_maps(visual: Maps, box: Box) -> tuple[Panel, ...]:
    """Put maps side by side above their legend."""
    items = legend_plan.strip(visual.legend, box.w)
    below = legend_plan.height(items) + _LEGEND_GAP if items else 0.0
    boxes = box.top(box.h - below).columns(len(visual.maps), 2 * GAP)
    panels = tuple(MapPanel(one, part) for one, part in zip(visual.maps, boxes, strict=True))
    legend = (LegendPanel(items, box.below(box.h - below + _LEGEND_GAP)),) if items else ()
    return panels + legend


def _place_table(laid: LaidTable, box: Box) -> Placed:
    top = HEADING if laid.heading else 0.0
    rest = REMARK if laid.remark else 0.0
    number = grids.fits(laid.grid, box.h - top - rest)
    if not number:
        return (), laid, 0.0
    shown, left = grids.cut(laid.grid, number)
    height = top + sum(shown.heights) + (0.0 if left else rest)
    panel = TablePanel(laid.heading, shown, box.top(height), "" if left else laid.remark)
    return (panel,), replace(laid, grid=left) if left else None, height


def _place_matrix(laid: LaidMatrix, box: Box) -> Placed:
    top = HEADING if laid.heading else 0.0
    number = grids.fits(laid.grid, box.h - top)
    if not number:
        return (), laid, 0.0
    shown, left = grids.cut(laid.grid, number)
    height = top + sum(shown.heights)
    panel = MatrixPanel(laid.heading, laid.alt, shown, box.top(height), laid.head_size, laid.turned)
    return (panel,), replace(laid, grid=left) if left else None, height


def _place_timeline(laid: Timeline, box: Box) -> Placed:
    top = HEADING if laid.heading else 0.0
    number = int((box.h - top - _BAR_FRAME) / _BAR_ROW)
    if number < min(4, len(laid.rows)):
        return (), laid, 0.0
    # The last slide of a long timeline should not hold a single bar.
    if number < len(laid.rows) < number + 3:
        number -= 2
    rows, left = laid.rows[:number], laid.rows[number:]
    frame = laid.chart.frame[laid.chart.frame["row"].astype(str).isin(rows)]
    height = top + _BAR_FRAME + max(len(rows), 3) * _BAR_ROW
    # A few bars on a whole slide may be thicker, but not beams.
    height = min(box.h, height * 1.5) if not left else box.h
    years = float(laid.chart.frame["x"].min()), float(laid.chart.frame["x2"].max())
    panel = ChartPanel(replace(laid.chart, frame=frame), laid.heading, box.top(height), years)
    return (panel,), replace(laid, rows=left) if left else None, height
