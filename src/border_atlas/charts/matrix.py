"""Heat map of missions or border areas by type of activity: each cell is colour and figure."""

from typing import Final

import altair as alt
import pandas as pd

from border_atlas.charts import look
from border_atlas.charts.labels import SHORT_TYPES, TYPE_COLUMNS
from border_atlas.domain.matrix import Matrix
from border_atlas.model import ActivityType
from border_atlas.palette import HEAT, HEAT_ON_DARK, ink_on

#: Name of the point selection; it gives ``row_id`` and ``activity_type`` of the clicked cell.
CELL: Final = "cell"
#: Height of a row in pixels.
STEP: Final = 24

Chosen = tuple[str, str | None]

_NOUNS: Final = {"mission": ("mission", "missions"), "area": ("border area", "border areas")}
_STEPS: Final = [1, 2, 3, 4, 5]


def matrix_head(found: Matrix, *, title: str) -> alt.LayerChart:
    """Return title and column heads alone, to stay in place above a matrix that scrolls."""
    anchor = pd.DataFrame({"row": [""], "column": [TYPE_COLUMNS[0]]})
    rows = look.row_axis(wide=found.by == "area", labels=False)
    empty = alt.Chart(anchor).mark_rect(opacity=0, tooltip=None)
    heads = empty.encode(x=_columns(heads=True), y=alt.Y("row:N", axis=rows))
    return look.finish(heads, height=2, title=look.heading(title, _records(found)))


def matrix_chart(found: Matrix, *, title: str | None = None, chosen: Chosen | None = None) -> alt.LayerChart:
    """Return the heat map; a click on a cell gives the selection `CELL`.

    Parameters
    ----------
    title
        Left out where `matrix_head` stands above.
    chosen
        ``row_id`` and ``activity_type`` of the cell to frame; without a type, the whole row.
    """
    cells = _cells(found, chosen)
    axis = look.row_axis(wide=found.by == "area", grid=True)
    rows = alt.Y("row:N", sort=None, scale=alt.Scale(domain=list(found.rows)), axis=axis)
    base = alt.Chart(cells).encode(x=_columns(heads=title is not None), y=rows, tooltip=_tooltip(found))
    heading = None if title is None else look.heading(title, _records(found))
    return look.finish(_squares(base), _figures(base), height=alt.Step(STEP), title=heading)


def _records(found: Matrix) -> str:
    records = look.count(found.n_activities, "activity", "activities")
    return f"{records} in {look.count(len(found.rows), *_NOUNS[found.by])}"


def _cells(found: Matrix, chosen: Chosen | None) -> pd.DataFrame:
    row, kind = chosen or ("", None)
    framed = (found.cells["row_id"] == row) & (kind is None or found.cells["activity_type"] == kind)
    cells = found.cells.assign(
        column=[SHORT_TYPES[ActivityType(kind)] for kind in found.cells["activity_type"]],
        step=found.cells["n"].clip(upper=_STEPS[-1]),
        chosen=framed,
    )
    # The frame is drawn last, or the next cell would cover a side of it.
    return cells.sort_values("chosen", kind="stable")


def _columns(*, heads: bool) -> alt.X:
    axis = look.axis(
        orient="top", labelAngle=look.narrow_or_wide(90, 35), labelAlign="right",
        labelBaseline="middle", labelLimit=170, labelOverlap=False, ticks=False, domain=False,
    )  # fmt: skip
    scale = alt.Scale(domain=list(TYPE_COLUMNS), paddingInner=0.04, paddingOuter=0)
    return alt.X("column:N", sort=None, scale=scale, axis=axis if heads else None)


def _squares(base: alt.Chart) -> alt.Chart:
    cell = alt.selection_point(name=CELL, fields=["row_id", "activity_type"], toggle=False)
    colours = [look.themed(light, dark) for light, dark in zip(HEAT, HEAT_ON_DARK, strict=True)]
    framed = alt.datum.chosen
    squares: alt.Chart = base.mark_rect(cursor="pointer", cornerRadius=2).encode(
        fill=alt.Fill("step:O", scale=alt.Scale(domain=_STEPS, range=colours), legend=None),
        stroke=alt.condition(framed, alt.value(look.ink()), alt.value(look.page())),
        strokeWidth=alt.condition(framed, alt.value(3), alt.value(1)),
    )
    return squares.add_params(cell)


def _figures(base: alt.Chart) -> alt.Chart:
    inks = [look.themed(ink_on(light), ink_on(dark)) for light, dark in zip(HEAT, HEAT_ON_DARK, strict=True)]
    scale = alt.Scale(domain=_STEPS, range=inks)
    text: alt.Chart = base.mark_text(fontSize=13, cursor="pointer")
    return text.encode(text="n:Q", color=alt.Color("step:O", scale=scale, legend=None))


def _tooltip(found: Matrix) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("row_name:N", title=_NOUNS[found.by][0].capitalize()),
        alt.Tooltip("type_label:N", title="Activity"),
        alt.Tooltip("family_label:N", title="Family"),
        alt.Tooltip("n:Q", title="Number"),
    ]
