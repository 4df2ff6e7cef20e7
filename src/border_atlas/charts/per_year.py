"""Activities in each year, stacked by organisation or family."""

from typing import Final

import altair as alt
import pandas as pd

from border_atlas.charts import look
from border_atlas.config import FIRST_YEAR

#: Name of the point selection; it gives the ``year`` of the clicked bar.
YEAR: Final = "year"
HEIGHT: Final = 380
#: How to read the chart, in one line.
LEGEND: Final = (
    "Bars count each activity in every year in which it can have been active: open ends and partial dates "
    "count. "
    "The line counts only those that surely were. The last year ends with the day of the data."
)


def per_year_chart(
    counts: pd.DataFrame, *, title: str, n_activities: int, last: int, shown: tuple[int, int] | None = None
) -> alt.LayerChart:
    """Return stacked bars of `per_year` with a line of what is sure; a click gives the selection `YEAR`.

    Parameters
    ----------
    last
        Last year of the axis.
    shown
        Years that the selection keeps; the others are drawn pale. ``None`` keeps all.
    """
    groups = look.in_order(counts["group"])
    records = look.count(n_activities, "activity", "activities")
    bars, line = _bars(counts, groups, last, shown), _sure_line(counts, last)
    return look.finish(bars, line, height=HEIGHT, title=look.heading(title, records))


def _years(last: int) -> alt.X:
    axis = look.axis(format="d", tickCount=look.narrow_or_wide(4, 14), grid=False, labelFlush=False)
    scale = alt.Scale(domain=[FIRST_YEAR - 0.5, last + 0.5], nice=False, zero=False)
    return alt.X("from:Q", scale=scale, axis=axis)


def _bars(counts: pd.DataFrame, groups: list[str], last: int, shown: tuple[int, int] | None) -> alt.Chart:
    labels = list(dict.fromkeys(counts.sort_values("place")["group_label"]))
    scale = alt.Scale(domain=labels, range=look.group_colours(groups))
    year = alt.selection_point(name=YEAR, fields=["year"], toggle=False)
    bars: alt.Chart = alt.Chart(_stacked(counts, shown)).mark_rect(cursor="pointer").add_params(year)
    return bars.encode(
        x=_years(last),
        x2="to:Q",
        y=alt.Y("low:Q", axis=look.axis(title="Activities", tickMinStep=1, format="d")),
        y2="high:Q",
        color=alt.Color("group_label:N", scale=scale, legend=look.legend()),
        opacity=alt.condition(alt.datum.kept, alt.value(1), alt.value(0.3)),
        tooltip=[
            alt.Tooltip("year:Q", title="Year", format="d"),
            alt.Tooltip("group_label:N", title="By"),
            alt.Tooltip("n:Q", title="Can have been active"),
            alt.Tooltip("n_sure:Q", title="Surely active"),
        ],
    )


def _stacked(counts: pd.DataFrame, shown: tuple[int, int] | None) -> pd.DataFrame:
    """Place the groups of each year on top of each other; Vega cannot stack bars that begin and end between years."""
    high = counts.sort_values("place").groupby("year")["n"].cumsum()
    kept = counts["year"].between(*shown) if shown else True
    places = {"from": counts["year"] - 0.42, "to": counts["year"] + 0.42, "low": high - counts["n"], "high": high}
    return counts.assign(**places, kept=kept)


def _sure_line(counts: pd.DataFrame, last: int) -> alt.Chart:
    total = counts.groupby("year")["n_sure"].sum().reindex(range(FIRST_YEAR, last + 1), fill_value=0)
    data = pd.DataFrame({"from": total.index.astype(float), "sure": total.to_numpy()})
    line: alt.Chart = (
        alt.Chart(data)
        .mark_line(interpolate="step", strokeWidth=2, color=look.ink(), tooltip=None)
        .encode(x=_years(last), y="sure:Q")
    )
    return line
