"""Native charts: bars stacked by year."""

from typing import Any, Final

import pandas as pd
from pptx.chart.chart import Chart
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from border_atlas.domain.timeline import group_label
from border_atlas.export.guard import clean
from border_atlas.export.pptx.chart_data import ChartData
from border_atlas.export.pptx.look import CHART_SIZE, FONT, HAIR, INK
from border_atlas.export.pptx.page import Box
from border_atlas.export.pptx.shapes import Shapes, describe, rgb
from border_atlas.export.pptx.sheets import ChartPanel
from border_atlas.export.pptx.tables import draw_heading

GREY: Final = "#7A7A7A"
#: Width of a label of a year with the space beside it, in inches.
_YEAR: Final = 0.62
_STEPS: Final = (1, 2, 5, 10, 20, 25, 50)


def draw_bars(shapes: Shapes, panel: ChartPanel) -> None:
    """Draw a chart of bars: a bar a year, stacked by series."""
    box = draw_heading(shapes, panel.heading, panel.box)
    table = panel.chart.frame
    series = [str(name) for name in table.columns if name != "category"]
    data = ChartData("0")
    data.categories = [str(year) for year in table["category"]]
    for name in series:
        data.add(series_label(name), [int(number) for number in table[name].fillna(0)])
    chart = add_chart(shapes, XL_CHART_TYPE.COLUMN_STACKED, box, data)
    describe(chart.shape, panel.heading or "Chart", panel.chart.alt)
    _style_bars(chart.chart, panel, series, box)


def _style_bars(chart: Chart, panel: ChartPanel, series: list[str], box: Box) -> None:
    plot = chart.plots[0]
    plot.overlap, plot.gap_width = 100, 25
    for shown, name in zip(plot.series, series, strict=True):
        shown.format.fill.solid()
        shown.format.fill.fore_color.rgb = rgb(panel.chart.colours.get(name, GREY))
        shown.invert_if_negative = False
    every = nice_step(len(panel.chart.frame) * _YEAR / max(box.w - 0.8, 1.0))
    tidy_axis(chart.category_axis, grid=False)
    _level_labels(chart.category_axis)
    _skip_labels(chart.category_axis, every)
    tidy_axis(chart.value_axis, grid=True)
    chart.value_axis.minimum_scale = 0
    totals = panel.chart.frame[series].sum(axis="columns") if series else pd.Series([0])
    chart.value_axis.major_unit = nice_step(max(float(totals.max()), 1.0) / 6)
    chart.value_axis.tick_labels.number_format = "0"
    chart.value_axis.tick_labels.number_format_is_linked = False
    add_legend(chart)


def series_label(name: str) -> str:
    """Return the word for a series that the legend shows."""
    return clean(group_label(name)) if name else "Number"


def nice_step(least: float) -> int:
    """Return the next round number at or above a number."""
    return next((step for step in _STEPS if step >= least), int(least) // 100 * 100 + 100)


class Placed:
    """A chart and the shape that holds it."""

    def __init__(self, shape: Any) -> None:  # noqa: ANN401  the library does not type it
        self.shape = shape
        self.chart: Chart = shape.chart


def add_chart(shapes: Shapes, kind: XL_CHART_TYPE, box: Box, data: ChartData) -> Placed:
    """Add a chart in our letters, with square corners."""
    placed = Placed(shapes.add_chart(kind, *box.emu, data))
    chart = placed.chart
    chart.font.size, chart.font.name = Pt(CHART_SIZE), FONT
    chart.font.color.rgb = rgb(INK)
    chart.has_title = False
    space = chart._chartSpace  # noqa: SLF001  the library has no word for corners
    if space.find("{*}roundedCorners") is None:
        space.insert(1, parse_xml(f'<c:roundedCorners {nsdecls("c")} val="0"/>'))
    return placed


def add_legend(chart: Chart) -> None:
    """Put the legend above the bars."""
    chart.has_legend = True
    legend = chart.legend
    if legend is not None:
        legend.position = XL_LEGEND_POSITION.TOP
        legend.include_in_layout = False
        legend.font.size = Pt(CHART_SIZE)


def tidy_axis(axis: Any, *, grid: bool) -> None:  # noqa: ANN401  axes share no public base
    """Give an axis thin grey lines and no ticks."""
    axis.has_major_gridlines = grid
    if grid:
        axis.major_gridlines.format.line.color.rgb = rgb(HAIR)
        axis.major_gridlines.format.line.width = Pt(0.5)
    axis.format.line.color.rgb = rgb(HAIR)
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.tick_labels.font.size = Pt(CHART_SIZE)


def _level_labels(axis: Any) -> None:  # noqa: ANN401  as above
    """Keep labels level: some programs would rather turn them than leave some out.

    A hundredth of a degree, because LibreOffice takes exactly 0 for a wish to break labels into letters.
    """
    axis._element.find(".//{*}txPr/{*}bodyPr").set("rot", "600")  # noqa: SLF001  the library has no word for it


def _skip_labels(axis: Any, every: int) -> None:  # noqa: ANN401  as above
    """Name every so many years only; the elements have their place before ``noMultiLvlLbl``."""
    element = axis._element  # noqa: SLF001  the library has no word for it
    last = element.find("{*}noMultiLvlLbl")
    for name in ("tickLblSkip", "tickMarkSkip"):
        mark = parse_xml(f'<c:{name} {nsdecls("c")} val="{every}"/>')
        if last is None:
            element.append(mark)
        else:
            last.addprevious(mark)
