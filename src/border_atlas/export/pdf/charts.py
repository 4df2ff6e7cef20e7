"""Charts as shares of their width and height, for the templates to draw."""

import math
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from border_atlas.charts.gantt import LEGEND
from border_atlas.charts.labels import SHORT_TYPES
from border_atlas.domain.deck import DeckChart
from border_atlas.domain.segments import Part
from border_atlas.domain.timeline import group_label
from border_atlas.export.pdf.text import Json, printable
from border_atlas.model import ACTIVITY_LABELS, ActivityType
from border_atlas.palette import HEAT, ink_on

#: How to read the bars of each year, in one line.
_YEARS: Final = (
    "Bars count each activity in every year in which it can have been active: open ends and partial dates count. "
    "The last year ends with the day of the data."
)
#: Fewest years that a timeline spans.
_SHORTEST: Final = 4.0
#: Most labels on an axis.
_MOST_TICKS: Final = 7
_BARS: Final = (Part.SURE.value, Part.POSSIBLE.value, Part.FADE.value)
_GREY: Final = "#7A7A7A"


def chart_data(chart: DeckChart) -> Json:
    """Return what the templates draw of a chart."""
    parts = {"bars": _bars, "gantt": _gantt, "matrix": _matrix}[chart.kind](chart)
    legend = [] if chart.kind == "matrix" else _legend(chart)
    named = {"kind": chart.kind, "title": printable(chart.title), "alt": printable(chart.alt) or "Chart"}
    return named | {"empty": chart.frame.empty, "legend": legend, "more": 0} | parts


def steps(low: float, high: float, most: int = _MOST_TICKS) -> list[int]:
    """Return round whole numbers from ``low`` to ``high``, at most ``most`` of them."""
    distance = max((high - low) / most, 1.0)
    size = 10 ** math.floor(math.log10(distance))
    step = next(size * times for times in (1, 2, 5, 10) if size * times >= distance)
    return list(range(math.ceil(low / step) * step, math.floor(high) + 1, step))


def _legend(chart: DeckChart) -> list[Json]:
    column = "family" if chart.kind == "gantt" else None
    shown = set(chart.frame[column]) if column in chart.frame else set(map(str, chart.frame.columns))
    return [
        {"label": printable(_series_label(series)), "colour": colour}
        for series, colour in chart.colours.items()
        if series in shown
    ]


def _series_label(series: str) -> str:
    return group_label(series) if series else series


def _bars(chart: DeckChart) -> Json:
    series = [str(name) for name in chart.frame.columns if name != "category"]
    table = chart.frame.reset_index(drop=True)
    top = max(1, int(table[series].sum(axis="columns").max()) if len(table) and series else 1)
    ticks = steps(0, top, 5)
    high = max(top, ticks[-1])
    years = [int(year) for year in table["category"]] if "category" in table else []
    first, last = min(years, default=0), max(years, default=1)
    width = 1 / (last - first + 1)
    columns = [_column(row, series, high, chart.colours, (row["category"] - first) * width) for row in _records(table)]
    return {
        "reading": _YEARS if columns else "",
        "columns": columns,
        "width": width,
        "across": [{"at": (year - first + 0.5) * width, "label": str(year)} for year in steps(first, last)],
        "up": [{"at": tick / high, "label": str(tick)} for tick in ticks],
    }


def _column(
    row: Mapping[Hashable, Any], series: Sequence[str], high: int, colours: Mapping[str, str], at: float
) -> Json:
    boxes, base = [], 0
    for name in series:
        number = int(row[name])
        if number:
            boxes.append({"from": base / high, "to": (base + number) / high, "colour": colours.get(name, _GREY)})
        base += number
    return {"at": at, "boxes": boxes}


def _gantt(chart: DeckChart) -> Json:
    frame = chart.frame
    first, last = _span(frame)
    rows = [_row(rows, first, last, chart.colours) for _, rows in frame.groupby("row", sort=False)]
    ticks = [{"at": (year - first) / (last - first), "label": str(year)} for year in steps(first, last)]
    return {"rows": rows, "across": ticks, "reading": LEGEND if rows else ""}


def _span(frame: pd.DataFrame) -> tuple[float, float]:
    if frame.empty:
        return 0.0, 1.0
    first, last = float(frame["x"].min()), float(frame["x2"].max())
    return min(first, last - _SHORTEST), last


def _row(rows: pd.DataFrame, first: float, last: float, colours: Mapping[str, str]) -> Json:
    def place(x: float) -> float:
        return (x - first) / (last - first)

    bars = [
        {"from": place(one["x"]), "to": place(one["x2"]), "opacity": float(one["opacity"])}
        for one in _records(rows[rows["part"].isin(_BARS)])
    ]
    signs = {
        end: [{"at": place(one["x"]), "sign": one["sign"]} for one in _records(rows[rows["part"] == part.value])]
        for end, part in (("begin", Part.BEGIN_MARK), ("end", Part.END_MARK))
    }
    one = rows.iloc[0]
    colour = colours.get(str(one["family"]), _GREY)
    return {"label": printable(one["row"]), "life": printable(one["life"]), "colour": colour, "bars": bars} | signs


def _matrix(chart: DeckChart) -> Json:
    heads = [str(name) for name in chart.frame.columns[1:]]
    rows = [
        {"label": printable(str(row[0])), "cells": [_cell(int(number)) for number in row[1:]]}
        for row in chart.frame.itertuples(index=False, name=None)
    ]
    return {"reading": "", "heads": [printable(_short(head)) for head in heads], "rows": rows}


def _short(head: str) -> str:
    by_label = {label: kind for kind, label in ACTIVITY_LABELS.items()}
    kind = by_label.get(head, head)
    return SHORT_TYPES[ActivityType(kind)] if kind in set(ActivityType) else head


def _cell(number: int) -> Json:
    colour = HEAT[min(number, len(HEAT)) - 1] if number > 0 else ""
    return {"n": number, "colour": colour, "ink": ink_on(colour) if colour else ""}


def _records(frame: pd.DataFrame) -> list[dict[Hashable, Any]]:
    return frame.to_dict("records")
