"""The parts of the Activities page: matrix, timeline, counts per year, table."""

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from typing import Final, cast

import pandas as pd
import streamlit as st

from border_atlas.charts import gantt, matrix, per_year
from border_atlas.data.dataset import Dataset
from border_atlas.domain.briefing import SlideKind
from border_atlas.domain.matrix import By, Matrix, Order
from border_atlas.domain.matrix import matrix as count_matrix
from border_atlas.domain.tables import table
from border_atlas.domain.timeline import GroupBy, timeline_rows
from border_atlas.domain.timeline import per_year as count_years
from border_atlas.domain.view import View
from border_atlas.ui import cache, chart_frame, cross_filter, map_view, own_params, state, table_download

_PREFIX: Final = "a."
#: From this many rows on a chart scrolls below its head.
_MANY_ROWS: Final = 24
_FIRST_COLUMNS: Final = (
    "Mission",
    "Border area",
    "Activity",
    "Title",
    "Start",
    "End",
    "End basis",
    "Verified",
)
_IDS: Final = ("activity_id", "mission_id", "area_id")


def begin() -> None:
    """Take over which section a link shows."""
    asked = (own_params.changed_outside(_PREFIX) or {}).get(f"{_PREFIX}show", "")
    found = [name for name in _SECTIONS if _slug(name) == asked]
    if found:
        st.session_state["activities_section"] = found[0]


def params(section: str) -> dict[str, str]:
    """Write the section as a parameter of the address; the first one goes without saying."""
    said = {} if section == next(iter(_SECTIONS)) else {f"{_PREFIX}show": _slug(section)}
    return own_params.keep(said, _PREFIX)


def _slug(section: str) -> str:
    return section.lower().replace(" ", "-")


def sections() -> str:
    """Let the reader choose a section; return its name."""
    return _switch("Show as", list(_SECTIONS), "section")


def as_slide(section: str) -> tuple[SlideKind, dict[str, str]]:
    """Say as which kind of slide a section goes into a briefing, and by what it is ordered now."""
    if section == "Matrix":
        return SlideKind.MATRIX, {"by": str(st.session_state.get("activities_rows") or "mission")}
    if section == "Per year":
        return SlideKind.PER_YEAR, {"by": str(st.session_state.get("activities_by") or "organisation")}
    return SlideKind.TIMELINE, {}


def show(section: str, data: Dataset, view: View) -> None:
    """Show a section of the page."""
    _SECTIONS[section](data, view)


def _switch(label: str, options: list[str], key: str, says: Callable[[str], str] = str) -> str:
    name = f"activities_{key}"
    # A link or a visit before may have set it; a default beside it would be one word too many.
    st.session_state.setdefault(name, options[0])
    picked = st.segmented_control(label, options, format_func=says, key=name, label_visibility="collapsed")
    return picked or options[0]


def _nothing() -> None:
    st.info("No activity matches. Clear a filter or one of the choices above.", icon=":material/filter_alt_off:")


def show_matrix(data: Dataset, view: View) -> None:
    """Show the matrix of missions or border areas by type of activity."""
    with st.container(horizontal=True):
        by = cast("By", _switch("Rows", list(_ROWS), "rows", _ROWS.__getitem__))
        order = cast("Order", _switch("Order", list(_ORDERS), "order", _ORDERS.__getitem__))
    whole = cache.view(data, cross_filter.before_pin(view.selection))
    found = count_matrix(data, cross_filter.focus(whole.activities, view.selection, but=by), by=by, order=order)
    if not found.rows:
        _nothing()
        return
    title = f"Activities by {'mission' if by == 'mission' else 'border area'} and type"
    head = matrix.matrix_head(found, title=title) if len(found.rows) > _MANY_ROWS else None
    chart_frame.chart(
        matrix.matrix_chart(found, title=None if head else title, chosen=_chosen(by, view)),
        rows=found.cells, key=f"matrix-{by}", says=_says(title, found), head=head,
        note="Click a cell to see only these activities here and on the map; click it again to go back. "
        "An empty cell means that no record was found, not that nothing was done.",
        pick=(matrix.CELL, partial(cross_filter.pick_cell, data, by)),
    )  # fmt: skip


_ROWS: Final[dict[str, str]] = {"mission": "Missions", "area": "Border areas"}
_ORDERS: Final[dict[str, str]] = {"most": "Most activities first", "name": "By name"}


def _says(title: str, found: Matrix) -> str:
    top = found.cells.groupby("row", sort=False)["n"].sum()
    first = f"first is {found.rows[0]} with {top.iloc[0]}"
    return f"{title}: {found.n_activities} in {len(found.rows)} rows; {first}."


def _chosen(by: By, view: View) -> matrix.Chosen | None:
    held = cross_filter.pin()
    row = view.selection.mission if by == "mission" else view.selection.area
    return (row, held.activity_type if held else None) if row else None


def show_timeline(data: Dataset, view: View) -> None:
    """Show when each activity can have been, and surely was, active."""
    rows = timeline_rows(data, cross_filter.focus(view.activities, view.selection))
    if rows.empty:
        _nothing()
        return
    title = "When activities took place"
    head = gantt.timeline_head(rows, title=title) if rows["row"].nunique() > _MANY_ROWS else None
    chart_frame.chart(
        gantt.gantt_chart(rows, title=None if head else title),
        rows=rows.drop(columns=["x", "x2", "opacity"]), key="timeline", head=head,
        says=f"{title}: {rows['row'].nunique()} bars from {rows['begin'].min()[:4]} on.",
        note=f"{gantt.LEGEND} Click a bar to choose its mission.",
        pick=(gantt.BAR, partial(cross_filter.pick_bar, data)),
    )  # fmt: skip


def show_years(data: Dataset, view: View) -> None:
    """Show how many activities there were in each year."""
    by = cast("GroupBy", _switch("By", ["organisation", "family"], "by", str.capitalize))
    whole = cache.view(data, cross_filter.without_time(view.selection))
    activities = cross_filter.focus(whole.activities, view.selection)
    counts = count_years(data, activities, by=by)
    if counts.empty:
        _nothing()
        return
    title, last = f"Activities in each year, by {by}", data.data_as_of.year
    chart = per_year.per_year_chart(
        counts, title=title, n_activities=len(activities), last=last, shown=_period(view, last)
    )
    most = counts.groupby("year")["n"].sum()
    chart_frame.chart(
        chart, rows=counts.drop(columns="place"), key=f"years-{by}",
        says=f"{title}: most in {most.idxmax()}, {most.max()} activities.",
        note=f"{per_year.LEGEND} Click a year to keep only what can have been active in it.",
        pick=(per_year.YEAR, partial(cross_filter.pick_year, last)),
    )  # fmt: skip


def _period(view: View, last: int) -> tuple[int, int] | None:
    chosen = view.selection
    if chosen.active_on:
        return chosen.active_on.year, chosen.active_on.year
    if chosen.year_from is None and chosen.year_to is None:
        return None
    return chosen.year_from or 0, chosen.year_to or last


def show_table(data: Dataset, view: View) -> None:
    """Show the activities as a table with the columns that the reader chooses."""
    kept = cross_filter.focus(view.activities, view.selection)
    rows = table(data, view, "activities").loc[kept.index]
    if rows.empty:
        _nothing()
        return
    offered = [column for column in rows.columns if column not in _IDS]
    columns = st.multiselect("Columns", offered, default=_present(offered), key="activities_columns")
    key = f"activities_{sha256(''.join(rows['activity_id']).encode()).hexdigest()[:10]}"
    st.dataframe(
        rows, hide_index=True, height=560, key=key, selection_mode="single-row", column_order=columns,
        on_select=partial(_pick_row, data, rows, key),
    )  # fmt: skip
    shown = rows[[*_IDS, *columns]]
    table_download.button(data, shown, "Activities", key="csv_activities")


def _present(offered: list[str]) -> list[str]:
    return [column for column in _FIRST_COLUMNS if column in offered]


def _pick_row(data: Dataset, rows: pd.DataFrame, key: str) -> None:
    picked = st.session_state[key]["selection"]["rows"]
    if picked:
        state.choose("mission", str(rows["mission_id"].iloc[picked[0]]))
        map_view.go_to_chosen(data)


_SECTIONS: Final[dict[str, Callable[[Dataset, View], None]]] = {
    "Matrix": show_matrix,
    "Timeline": show_timeline,
    "Per year": show_years,
    "Table": show_table,
}
