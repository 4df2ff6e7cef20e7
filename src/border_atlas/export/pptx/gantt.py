"""Timelines as native charts of stacked bars: an offset that is not seen, then what is possible and what is sure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd
from pptx.chart.chart import Chart
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from border_atlas.domain.segments import Part
from border_atlas.export.pptx.chart_data import ChartData
from border_atlas.export.pptx.charts import GREY, Placed, add_chart, add_legend, nice_step, series_label, tidy_axis
from border_atlas.export.pptx.look import CHART_SIZE, INK
from border_atlas.export.pptx.measure import shortened, width
from border_atlas.export.pptx.page import Box
from border_atlas.export.pptx.shapes import Shapes, describe, rgb
from border_atlas.export.pptx.sheets import ChartPanel
from border_atlas.export.pptx.tables import draw_heading
from border_atlas.export.pptx.texts import one_line

_OFFSET: Final = "Begin (year)"
_MARKS: Final = "Marks"
#: Widest label of a row, as a share of the chart.
_LABELS: Final = 0.45
_LEGEND: Final = 0.42
_AXIS: Final = 0.32
#: How much of a colour is left where a bar is only possible.
_PALE: Final = 0.35
_SHORTEST: Final = 4.0
#: A bar's share of its row, and its greatest height in inches.
_BAR_SHARE: Final = 0.7
_THICKEST: Final = 0.3
#: Room for the sign at the end of a bar, as a share of the years shown.
_SIGN: Final = 0.03
_YEAR: Final = 0.7


@dataclass(frozen=True)
class _Bar:
    """A row: its family, where it begins, how long it is possible, sure and possible again, and its signs."""

    label: str
    family: str
    begin: float
    before: float
    sure: float
    after: float
    begin_sign: str
    end_sign: str

    @property
    def end(self) -> float:
        return self.begin + self.before + self.sure + self.after


def draw_gantt(shapes: Shapes, panel: ChartPanel) -> None:
    """Draw a timeline: a bar an activity, pale where it is only possible."""
    box = draw_heading(shapes, panel.heading, panel.box)
    bars = _bars(panel.chart.frame)
    families = [name for name in panel.chart.colours if name in {bar.family for bar in bars}]
    families += sorted({bar.family for bar in bars} - set(families))
    room = min(max(width(bar.label, CHART_SIZE) for bar in bars) + 0.15, box.w * _LABELS)
    data = _data(bars, families, room, panel.years)
    placed = add_chart(shapes, XL_CHART_TYPE.BAR_STACKED, box, data)
    describe(placed.shape, panel.heading or "Timeline", panel.chart.alt)
    colours = [panel.chart.colours.get(family, GREY) for family in families]
    _style(placed, bars, colours, (room, box), panel.years)


def _bars(table: pd.DataFrame) -> list[_Bar]:
    return [_bar(str(row), parts) for row, parts in table.groupby("row", sort=False)]


def _bar(row: str, parts: pd.DataFrame) -> _Bar:
    signs = dict(zip(parts["part"], parts["sign"], strict=True))
    drawn = parts[~parts["part"].isin([Part.BEGIN_MARK.value, Part.END_MARK.value])]
    begin, end = float(drawn["x"].min()), float(drawn["x2"].max())
    sure = drawn[drawn["part"] == Part.SURE.value]
    first, last = (float(sure["x"].min()), float(sure["x2"].max())) if len(sure) else (end, end)
    return _Bar(
        one_line(row), str(parts["family"].iloc[0]), begin, first - begin, last - first, end - last,
        str(signs.get(Part.BEGIN_MARK.value, "")), str(signs.get(Part.END_MARK.value, "")),
    )  # fmt: skip


def _data(bars: Sequence[_Bar], families: Sequence[str], room: float, years: tuple[float, float]) -> ChartData:
    data = ChartData("0.00")
    data.categories = [shortened(bar.label, room - 0.1, CHART_SIZE) for bar in bars]
    data.add(_OFFSET, [round(bar.begin, 3) for bar in bars])
    for family in families:
        label = series_label(family)
        for name, part in (
            (f"{label}, possible before", "before"),
            (label, "sure"),
            (f"{label}, possible after", "after"),
        ):
            data.add(name, [_length(bar, family, part) for bar in bars])
    first, last = _span(years)
    data.add(_MARKS, [round((last - first) * _SIGN, 3) if bar.end_sign else None for bar in bars])
    return data


def _length(bar: _Bar, family: str, part: str) -> float | None:
    value = round(float(getattr(bar, part)), 3)
    return value if bar.family == family and value > 0 else None


def _span(years: tuple[float, float]) -> tuple[float, float]:
    first, last = years
    return min(first, last - _SHORTEST), last


def _style(
    placed: Placed, bars: Sequence[_Bar], colours: Sequence[str], room: tuple[float, Box], years: tuple[float, float]
) -> None:
    chart = placed.chart
    plot = chart.plots[0]
    plot.overlap, plot.gap_width = 100, _gap(room[1], len(bars))
    series = list(plot.series)
    for hidden in (series[0], series[-1]):
        hidden.format.fill.background()
        hidden.format.line.fill.background()
    for at, shown in enumerate(series[1:-1]):
        shown.format.fill.solid()
        shown.format.fill.fore_color.rgb = rgb(_shade(colours[at // 3], sure=at % 3 == 1))
    for at, bar in enumerate(bars):
        _sign(series[0], at, bar.begin_sign, XL_LABEL_POSITION.INSIDE_END)
        _sign(series[-1], at, bar.end_sign, XL_LABEL_POSITION.INSIDE_BASE)
    _axes(chart, years, room[1].w - room[0])
    add_legend(chart)
    kept = {1 + 3 * at + 1 for at in range(len(colours))}
    _thin_legend(chart, [at for at in range(len(series)) if at not in kept])
    _fix_plot(chart, room)


def _gap(box: Box, number: int) -> int:
    """Return the space between bars in per cent of a bar: a few bars on a whole slide should not be beams."""
    row = (box.h - _LEGEND - _AXIS) / number
    bar = min(row * _BAR_SHARE, _THICKEST)
    return min(round((row - bar) / bar * 100), 500)


def _shade(colour: str, *, sure: bool) -> str:
    share = 1.0 if sure else _PALE
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02X}" for part in parts)


def _sign(series: Any, at: int, sign: str, place: XL_LABEL_POSITION) -> None:  # noqa: ANN401  not typed there
    if not sign:
        return
    label = series.points[at].data_label
    frame = label.text_frame
    frame.text = sign
    run = frame.paragraphs[0].runs[0]
    run.font.size, run.font.color.rgb = Pt(CHART_SIZE - 2), rgb(INK)
    label.position = place


def _axes(chart: Chart, span: tuple[float, float], room: float) -> None:
    first, last = _span(span)
    step = nice_step((last - first) * _YEAR / max(room, 1.0))
    rows, years = chart.category_axis, chart.value_axis
    tidy_axis(rows, grid=False)
    rows.reverse_order = True
    tidy_axis(years, grid=True)
    years.tick_label_position = XL_TICK_LABEL_POSITION.NEXT_TO_AXIS
    years.minimum_scale = math.floor(first / step) * step
    years.maximum_scale = math.ceil((last + (last - first) * _SIGN) / step) * step
    years.major_unit = step
    years.tick_labels.number_format, years.tick_labels.number_format_is_linked = "0", False


def _thin_legend(chart: Chart, hidden: Sequence[int]) -> None:
    """Name each family once in the legend: offset, marks and pale parts are left out."""
    legend = chart._chartSpace.find(".//{*}legend")  # noqa: SLF001  the library has no word for it
    position = legend.find("{*}legendPos")
    for at in reversed(hidden):
        entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>'
        position.addnext(parse_xml(entry))


def _fix_plot(chart: Chart, room: tuple[float, Box]) -> None:
    """Give labels exactly the room that they were measured for."""
    labels, box = room
    left, top = labels / box.w, (_LEGEND + _AXIS) / box.h
    right, bottom = 0.012, 0.06 / box.h
    sizes = {"x": left, "y": top, "w": 1 - left - right, "h": 1 - top - bottom}
    values = "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in sizes.items())
    modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    layout = f"<c:layout {nsdecls('c')}><c:manualLayout>{modes}{values}</c:manualLayout></c:layout>"
    area = chart._chartSpace.find(".//{*}plotArea")  # noqa: SLF001  the library has no word for it
    old = area.find("{*}layout")
    if old is not None:
        area.remove(old)
    area.insert(0, parse_xml(layout))
