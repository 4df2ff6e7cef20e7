"""Charts as inline SVG that follows the page's theme: text and lines by class, series by colour."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, Final

from border_atlas.domain.deck import DeckChart
from border_atlas.domain.segments import Part
from border_atlas.export.html.text import tag
from border_atlas.maps.safety import escape
from border_atlas.model import FAMILY_LABELS, Family

#: Width of every drawing; the page scales it.
WIDTH: Final = 1000
_SERIES_FALLBACK: Final = "#7A7A7A"
_BAR_HEIGHT: Final = 400
_LEFT: Final = 44
_ROW: Final = 34
_LABELS: Final = 330
_LABEL_LETTERS: Final = 40
_LOWER_LETTERS: Final = 47
_HEAD: Final = 30
_SIGN_ROOM: Final = 22
_SHORTEST_YEARS: Final = 4.0
_STEPS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


def chart_svg(chart: DeckChart) -> str:
    """Return the drawing of bars or of a timeline."""
    body, height = _bars(chart) if chart.kind == "bars" else _gantt(chart)
    return tag("svg", body, viewBox=f"0 0 {WIDTH} {height}", role="img", aria_label=chart.alt, class_=chart.kind)


def chart_legend(chart: DeckChart) -> str:
    """Return the series with their colours, as a list."""
    entries = "".join(
        tag(
            "li",
            f'<svg viewBox="0 0 12 12" aria-hidden="true">{_box(0, 0, 12, 12, colour)}</svg>' + escape(_word(name)),
        )
        for name, colour in _series(chart)
    )
    return tag("ul", entries, class_="series") if entries else ""


def _word(series: str) -> str:
    return FAMILY_LABELS[Family(series)] if series in set(Family) else series


def _series(chart: DeckChart) -> list[tuple[str, str]]:
    """Return the series that occur, with their colours, in the order of the frame or of the colours."""
    if chart.kind == "bars":
        names = [str(name) for name in chart.frame.columns if name != "category"]
    else:
        present = set(chart.frame["family"])
        names = [name for name in (*chart.colours, *sorted(present - set(chart.colours))) if name in present]
    return [(name, chart.colours.get(name, _SERIES_FALLBACK)) for name in names]


def _box(x: float, y: float, width: float, height: float, colour: str, **more: str) -> str:
    return tag(
        "rect", "", x=f"{x:.1f}", y=f"{y:.1f}", width=f"{max(width, 0):.1f}", height=f"{max(height, 0):.1f}",
        fill=colour, **more,
    )  # fmt: skip


def _text(x: float, y: float, text: str, anchor: str = "start", **more: str) -> str:
    return tag("text", escape(text), x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor, **more)


def _rule(x1: float, y1: float, x2: float, y2: float) -> str:
    return tag("line", "", x1=f"{x1:.1f}", y1=f"{y1:.1f}", x2=f"{x2:.1f}", y2=f"{y2:.1f}", class_="rule")


def _step(span: float, most: int) -> int:
    """Return a round step that cuts a span into at most so many parts."""
    return next((step for step in _STEPS if span / step <= most), _STEPS[-1])


def _bars(chart: DeckChart) -> tuple[str, int]:
    series = _series(chart)
    years = [int(year) for year in chart.frame["category"]]
    if not years or not series:
        return _text(WIDTH / 2, _HEAD, "Nothing to count.", "middle"), 2 * _HEAD
    tallest = max(int(chart.frame[[name for name, _colour in series]].sum(axis=1).max()), 1)
    first, last = min(years), max(years)
    wide = (WIDTH - _LEFT) / (last - first + 1)
    unit = (_BAR_HEIGHT - 2 * _HEAD) / tallest
    parts = [_height_axis(tallest, unit), _year_words(first, last, wide)]
    for year, row in zip(years, chart.frame.to_dict("records"), strict=True):
        counts = [(colour, int(row[name])) for name, colour in series]
        parts += _column(_LEFT + (year - first) * wide, wide, counts, unit)
    return "".join(parts), _BAR_HEIGHT


def _column(x: float, wide: float, counts: Sequence[tuple[str, int]], unit: float) -> Iterable[str]:
    """Yield the parts of a year's bar, the first series at the foot."""
    top = float(_BAR_HEIGHT - _HEAD)
    for colour, number in counts:
        if number:
            top -= number * unit
            yield _box(x + wide * 0.08, top, wide * 0.84, number * unit, colour)


def _height_axis(tallest: int, unit: float) -> str:
    foot = _BAR_HEIGHT - _HEAD
    return "".join(
        _rule(_LEFT, foot - number * unit, WIDTH, foot - number * unit)
        + _text(_LEFT - 8, foot - number * unit + 5, str(number), "end")
        for number in range(0, tallest + 1, _step(tallest, 6))
    )


def _year_words(first: int, last: int, wide: float) -> str:
    step = _step(last - first + 1, 12)
    wanted = range(-(-first // step) * step, last + 1, step)
    foot = _BAR_HEIGHT - 8
    return "".join(_text(_LEFT + (year - first + 0.5) * wide, foot, str(year), "middle") for year in wanted)


def _gantt(chart: DeckChart) -> tuple[str, int]:
    rows = list(dict.fromkeys(chart.frame["row"]))
    if not rows:
        return _text(WIDTH / 2, _HEAD, "No activities.", "middle"), 2 * _HEAD
    last = float(chart.frame["x2"].max())
    first = min(float(chart.frame["x"].min()), last - _SHORTEST_YEARS)
    unit = (WIDTH - _LABELS - 2 * _SIGN_ROOM) / (last - first)
    height = _HEAD + len(rows) * _ROW
    parts = [_gantt_years(first, last, unit, height)]
    parts += [_row_label(number, str(row)) for number, row in enumerate(rows)]
    places = {row: number for number, row in enumerate(rows)}
    colours = dict(_series(chart))
    ordered = chart.frame.sort_values("part", key=lambda part: part.map(_ORDER))
    for record in ordered.to_dict("records"):
        parts.append(_segment(record, places[record["row"]], colours, first=first, unit=unit))
    return "".join(parts), height


#: Signs lie above bars.
_ORDER: Final = {part.value: number for number, part in enumerate(Part)}


def _across(year: float, first: float, unit: float) -> float:
    return _LABELS + _SIGN_ROOM + (year - first) * unit


def _gantt_years(first: float, last: float, unit: float, height: int) -> str:
    step = _step(last - first, 8)
    wanted = range(-(-int(-(-first // 1)) // step) * step, int(last) + 1, step)
    return "".join(
        _rule(_across(year, first, unit), _HEAD - 6, _across(year, first, unit), height)
        + _text(_across(year, first, unit), _HEAD - 12, str(year), "middle")
        for year in wanted
    )


def _row_label(number: int, label: str) -> str:
    """Return the name of a row: what stands before the first dot, and the rest smaller below it."""
    first, _dot, rest = label.partition(" · ")
    whole = tag("title", escape(label))
    if not rest:
        return tag("g", whole + _text(_LABELS, _middle(number) + 4, _cut(first, _LABEL_LETTERS), "end"))
    upper = _text(_LABELS, _middle(number) - 3, _cut(first, _LABEL_LETTERS), "end")
    lower = _text(_LABELS, _middle(number) + 11, _cut(rest, _LOWER_LETTERS), "end", class_="lower")
    return tag("g", whole + upper + lower)


def _cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def _middle(number: int) -> float:
    return _HEAD + (number + 0.5) * _ROW


def _segment(record: Mapping[Hashable, Any], number: int, colours: dict[str, str], *, first: float, unit: float) -> str:
    x, x2 = _across(float(record["x"]), first, unit), _across(float(record["x2"]), first, unit)
    if record["part"] == Part.BEGIN_MARK.value:
        return _text(x - 4, _middle(number) + 5, str(record["sign"]), "end")
    if record["part"] == Part.END_MARK.value:
        return _text(x + 4, _middle(number) + 5, str(record["sign"]))
    tall = _ROW * 0.5
    return _box(
        x,
        _middle(number) - tall / 2,
        max(x2 - x, 2),
        tall,
        colours[str(record["family"])],
        opacity=f"{record['opacity']:g}",
    )
