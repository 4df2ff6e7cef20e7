"""Timeline of activities: full where they are sure, pale where only possible, fading where nobody knows."""

from typing import Final, Literal

import altair as alt
import pandas as pd

from border_atlas.charts import look
from border_atlas.domain.segments import Part
from border_atlas.model import FAMILY_LABELS, Family

#: Name of the point selection; it gives ``activity_id`` and ``mission_id`` of the clicked bar.
BAR: Final = "bar"
#: Height of a row in pixels.
STEP: Final = 22
#: How to read the bars, in one line of Markdown.
LEGEND: Final = (
    "Full colour: sure. Pale: possible, because a date is known only to the month or year, or the end "
    "is not known. Fading in: start copied from the mission or not known. ▶ running on the day of the data. "
    "? no source states the begin or the end."
)

_BARS: Final = [Part.SURE.value, Part.POSSIBLE.value, Part.FADE.value]
#: Room in pixels on both sides for signs.
_SIGN_ROOM: Final = 18
#: Fewest years that a timeline spans.
_SHORTEST: Final = 4.0


def timeline_head(rows: pd.DataFrame, *, title: str, years: tuple[float, float] | None = None) -> alt.LayerChart:
    """Return title, legend and years alone, to stay in place above a timeline that scrolls."""
    families = look.in_order(rows["family"])
    anchor = pd.DataFrame(
        {"row": [""] * len(families), "family": families, "x": [_span(rows, years)[0]] * len(families)}
    )
    heads = (
        alt.Chart(anchor)
        .mark_square(opacity=0, tooltip=None)
        .encode(
            x=_years(rows, years, labels=True),
            y=alt.Y("row:N", axis=look.row_axis(labels=False)),
            fill=_colours(families, legend=True),
        )
    )
    return look.finish(heads, height=2, title=look.heading(title, _records(rows)))


def gantt_chart(rows: pd.DataFrame, *, title: str | None, years: tuple[float, float] | None = None) -> alt.LayerChart:
    """Return the timeline of `timeline_rows`; a click on a bar gives the selection `BAR`.

    Parameters
    ----------
    title
        ``None`` where `timeline_head` stands above.
    years
        First and last year to show; by default as far as the rows go.
    """
    order = list(dict.fromkeys(rows["row"]))
    labels = alt.Y("row:N", sort=None, scale=alt.Scale(domain=order), axis=look.row_axis(grid=True))
    base = alt.Chart(rows).encode(x=_years(rows, years, labels=title is not None), y=labels, tooltip=_tooltip())
    heading = None if title is None else look.heading(title, _records(rows))
    bars = _bars(base, rows, legend=title is not None)
    return look.finish(bars, *_marks(base), height=alt.Step(STEP), title=heading)


def _records(rows: pd.DataFrame) -> str:
    return look.count(rows["activity_id"].nunique(), "activity", "activities")


def _span(rows: pd.DataFrame, years: tuple[float, float] | None) -> tuple[float, float]:
    if years is not None:
        return years
    if rows.empty:
        return 0.0, 1.0
    first, last = float(rows["x"].min()), float(rows["x2"].max())
    first = min(first, last - _SHORTEST)
    return first, last


def _years(rows: pd.DataFrame, years: tuple[float, float] | None, *, labels: bool) -> alt.X:
    span = _span(rows, years)
    axis = look.axis(
        orient="top", format="d", tickCount=look.narrow_or_wide(4, 12), tickMinStep=1, grid=True,
        labels=labels, ticks=labels, domain=False, labelFlush=True,
    )  # fmt: skip
    return alt.X("x:Q", scale=alt.Scale(domain=list(span), nice=False, zero=False, padding=_SIGN_ROOM), axis=axis)


def _colours(families: list[str], *, legend: bool) -> alt.Fill:
    # The legend shows the words of the families, not the codes by which they are coloured.
    words = " : ".join(f"datum.label == '{family}' ? '{FAMILY_LABELS[Family(family)]}'" for family in families)
    shown = look.legend(labelExpr=f"{words} : datum.label") if legend and families else None
    return alt.Fill("family:N", scale=alt.Scale(domain=families, range=look.group_colours(families)), legend=shown)


def _bars(base: alt.Chart, rows: pd.DataFrame, *, legend: bool) -> alt.Chart:
    families = look.in_order(rows["family"])
    colours = look.group_colours(families)
    bar = alt.selection_point(name=BAR, fields=["activity_id", "mission_id", "area_id"], toggle=False)
    # The thin stroke keeps an activity of one day visible.
    bars: alt.Chart = base.transform_filter(alt.FieldOneOfPredicate(field="part", oneOf=_BARS)).mark_bar(
        height=alt.RelativeBandSize(0.62), cursor="pointer", strokeWidth=1.2, strokeOpacity=0.6
    )
    return bars.add_params(bar).encode(
        x2="x2:Q",
        fill=_colours(families, legend=legend),
        stroke=alt.Stroke("family:N", scale=alt.Scale(domain=families, range=colours), legend=None),
        opacity=alt.Opacity("opacity:Q", scale=None, legend=None),
    )


def _marks(base: alt.Chart) -> list[alt.Chart]:
    return [_signs(base, Part.BEGIN_MARK, "right", -3), _signs(base, Part.END_MARK, "left", 3)]


def _signs(base: alt.Chart, part: Part, align: Literal["left", "right"], shift: int) -> alt.Chart:
    signs: alt.Chart = base.transform_filter(alt.FieldEqualPredicate(field="part", equal=part.value))
    signs = signs.mark_text(align=align, dx=shift, fontSize=look.TEXT_SIZE, color=look.ink())
    return signs.encode(text="sign:N")


def _tooltip() -> list[alt.Tooltip]:
    fields = {
        "title": "Activity", "type_label": "Type", "mission": "Mission", "area": "Border area",
        "life": "When", "part": "Here",
    }  # fmt: skip
    return [alt.Tooltip(f"{field}:N", title=title) for field, title in fields.items()]
