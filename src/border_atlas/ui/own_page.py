"""The parts of the page "Your data": the layers, their filters, the map, what they lie near, faults, downloads."""

from dataclasses import replace
from functools import partial
from typing import Final

import altair as alt
import pandas as pd
import streamlit as st

from border_atlas.charts.own import own_years_chart
from border_atlas.data.dataset import Dataset
from border_atlas.domain import own_join
from border_atlas.domain.deck_frame import fitting_frame
from border_atlas.domain.own_apply import OWN_COLUMNS
from border_atlas.domain.own_drawing import MARK
from border_atlas.domain.view import View
from border_atlas.export import own as own_export
from border_atlas.maps.safety import escape
from border_atlas.ui import chart_frame, map_view, own_state, take_away
from border_atlas.ui.own_state import Mask, OwnSet
from border_atlas.ui.own_upload import PICKED

MAP_KEY: Final = "atlas_own_map"
_BRIEFING: Final = (
    "Shows the records, as the filters leave them, on the map slides of this session's briefing: presented and in "
    "PowerPoint, PDF and HTML. Whoever gets these files gets the records; the briefing's own file never holds them."
)
_MOST_ROWS: Final = 1_000
#: Levels of zoom that a picture shows more than the records need: its boxes stand in the corners.
_ROOM_AROUND: Final = 0.7
_COUNT_HEADINGS: Final = {
    "area_name": "Border area", "records": "Own records", "activities": "Activities of the dataset",
    "missions_active": "Missions at work or not known to have left",
}  # fmt: skip
_FAULT_HEADINGS: Final = {
    "row": "Row", "column": "Column", "value": "Value", "fault": "What is wrong", "right": "What would be right",
}  # fmt: skip


def pick() -> OwnSet | None:
    """Let the user choose the layer to look at; none as long as there is none."""
    sets = {one.key: one for one in own_state.all_sets()}
    if not sets:
        return None
    if st.session_state.get(PICKED) not in sets:
        st.session_state[PICKED] = next(reversed(sets))
    if len(sets) > 1:
        st.selectbox("Layer", list(sets), format_func=lambda key: sets[key].name, key=PICKED)
    return sets[st.session_state[PICKED]]


def head(one: OwnSet, data: Dataset, view: View) -> None:
    """Say what the layer is, and offer to hide, forget or take it away."""
    words, tools = st.columns([0.45, 0.55], vertical_alignment="center")
    words.markdown(f"#### {escape(one.name)}")
    notes, placed = escape(" ".join(one.records.notes)), own_state.bounds(one) is not None
    words.caption(f"{one.form}. **{MARK}.** {notes if placed else ''}")
    with tools.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        one.shown = st.toggle("On all maps", one.shown, key=f"own_shown_{one.key}", help="Of this session only.")
        one.in_briefing = st.toggle("In the briefing", one.in_briefing, key=f"own_brief_{one.key}", help=_BRIEFING)
        _downloads(one, data, view)
        st.button("Forget", icon=":material/delete:", key=f"own_forget_{one.key}", on_click=own_state.remove,
                  args=(one.key,), help="Takes the layer and all that was made of it out of the session.")  # fmt: skip
    if not placed:
        st.warning(f"**Nothing of this layer can stand on the map yet.** {notes}", icon=":material/wrong_location:")


def filters(one: OwnSet) -> Mask:
    """Let the user filter by the columns of the file and say how near is near; returns which records are kept."""
    columns, span = one.filters.choices, one.filters.years
    places = st.columns(4)
    with places[0]:
        _distance(one)
    one.wanted = {
        choice.column: tuple(
            places[(number + 1) % len(places)].multiselect(
                escape(choice.column), choice.values, key=_filter_key(one, choice.column), placeholder="All"
            )
        )
        for number, choice in enumerate(columns)
    }
    if span is not None:
        place = places[(len(columns) + 1) % len(places)]
        chosen = place.slider("Years", *span, value=span, key=f"own_years_{one.key}")
        one.years = None if chosen == span else chosen
    return one.mask()


def _filter_key(one: OwnSet, column: str) -> str:
    """Name a filter by the place of its column in the file: which columns make filters changes with corrections."""
    return f"own_filter_{one.key}_{one.records.good.columns.get_loc(column)}"


def _distance(one: OwnSet) -> None:
    """Let the user say up to which distance a point belongs to a border area."""
    one.within_km = st.number_input(
        "Near a border area: up to … km", 0, 500, int(one.within_km), 5, key=f"own_within_{one.key}",
        help="Geodesic distance on the WGS 84 ellipsoid. Points within an area count as in it.",
    )  # fmt: skip


def figures(one: OwnSet, mask: Mask, data: Dataset) -> None:
    """Show how many records are used, kept aside, and near a border area."""
    near = own_state.kept_rows(one, own_state.joined(one, data), mask)
    touched = near[near["area_id"] != ""]
    places = st.columns(4)
    places[0].metric("Records shown", f"{int(mask.sum()):,} of {len(mask):,}")
    places[1].metric("Kept aside", f"{one.records.kept_aside:,}", help="With a fault; listed below, never lost.")
    places[2].metric(f"In or within {one.within_km:g} km of a border area", f"{touched['_row'].nunique():,}")
    places[3].metric("Border areas with records", f"{touched['area_id'].nunique():,}")


def draw_map(one: OwnSet, view: View) -> None:
    """Draw the layer over the missions and border areas that the sidebar's filters leave."""
    map_view.draw(view, key=MAP_KEY, own=own_state.drawings(map_view.own_frame(), only=[one]))


def results(one: OwnSet, mask: Mask, data: Dataset) -> None:
    """Show counts per border area, per year, the joined records and the faults."""
    joined = own_state.kept_rows(one, own_state.joined(one, data), mask)
    near, years, records, faults = st.tabs(
        ["Border areas", "Per year", "Records", f"Kept aside and remarks ({len(one.records.faults):,})"]
    )
    with near:
        _counts(one, joined, data)
    with years:
        _years(one, joined)
    with records:
        _records(joined)
    with faults:
        _faults(one)


def _counts(one: OwnSet, joined: pd.DataFrame, data: Dataset) -> None:
    counts = own_join.counts(joined, data)
    if counts.empty:
        st.info(_why_none(one, joined))
        return
    first = counts.iloc[0]
    st.markdown(escape(_said(first)))
    st.dataframe(
        counts[list(_COUNT_HEADINGS)].rename(columns=_COUNT_HEADINGS),
        hide_index=True,
        width="stretch",
        key="own_counts",
    )


def _why_none(one: OwnSet, joined: pd.DataFrame) -> str:
    """Say why no border area has a record, and what can be done about it."""
    if not len(one.records.good):
        return "The file has no row that could be used, so no border area has a record."
    if own_state.bounds(one) is None:
        return "No record has a place, so none can lie near a border area. Say above which columns hold the place."
    if joined.empty:
        return "The filters leave no record. Take one of them back."
    return "No record lies in or near a border area of the dataset. Try a greater distance."


def _said(row: pd.Series) -> str:
    active = int(row["missions_active"])
    missions = f"{active} mission{'' if active == 1 else 's'} at work there or not known to have left"
    return (
        f"Most records: {row['area_name']} with {int(row['records']):,}; {missions}, "
        f"{int(row['activities'])} activities in the dataset."
    )


def _years(one: OwnSet, joined: pd.DataFrame) -> None:
    counts = own_join.per_year(joined)
    if counts.empty:
        st.info("The records have no dates.")
        return
    chart: alt.LayerChart = own_years_chart(counts, title=f"Own records per year: {one.name}", mark=MARK)
    chart_frame.chart(chart, rows=counts, key="own_years", says="Number of own records in each year.",
                      note=f"{MARK}. Records without a date are not counted.")  # fmt: skip


def _records(joined: pd.DataFrame) -> None:
    st.caption(f"{len(joined):,} rows" + (f", the first {_MOST_ROWS:,} shown" if len(joined) > _MOST_ROWS else ""))
    shown = pd.DataFrame(joined.head(_MOST_ROWS))
    own = [column for column in shown.columns if column not in OWN_COLUMNS]
    st.dataframe(shown[own].astype(str).where(shown[own].notna(), ""), hide_index=True, width="stretch", key="own_rows")


def _faults(one: OwnSet) -> None:
    faults = one.records.faults
    if faults.empty:
        st.success("Every row could be used as it is.")
        return
    st.caption(
        f"{one.records.kept_aside:,} of {len(one.layer.table):,} rows are kept aside; nothing of your file is lost."
    )
    st.dataframe(
        faults.head(_MOST_ROWS).astype(str).rename(columns=_FAULT_HEADINGS), hide_index=True, width="stretch",
        key="own_faults",
    )  # fmt: skip
    st.download_button(
        "Download this list", partial(own_export.faults_csv, faults), "faults.csv", "text/csv", on_click="ignore",
        icon=":material/download:", key=f"own_faults_{one.key}",
    )  # fmt: skip


def _downloads(one: OwnSet, data: Dataset, view: View) -> None:
    with st.popover("Take it away", icon=":material/download:", key="own_take"):
        st.markdown(f"The records kept by the filters, joined with border areas. **{MARK}**: every file says so.")
        for form in own_export.FORMATS:
            st.download_button(
                form.label, partial(_make, one, data, form.extension), file_name=f"own-joined.{form.extension}",
                mime=form.mime, on_click="ignore", key=f"own_take_{form.extension}", width="stretch",
            )  # fmt: skip
        bounds = own_state.bounds(one)
        if bounds is not None:
            st.markdown("**On paper and slides**, with the missions and border areas around the records")
            fitted = fitting_frame(bounds)
            frame = replace(fitted, zoom=fitted.zoom - _ROOM_AROUND)
            take_away.pictures(data, view, "own_take", own=(one,), frame=frame)


def _make(one: OwnSet, data: Dataset, extension: str) -> bytes:
    table = own_state.kept_rows(one, own_state.joined(one, data), one.mask())
    about = own_export.OwnAbout(name=one.name, kept_aside=one.records.kept_aside, within_km=one.within_km)
    return own_export.to_bytes(table, data, about, extension)


def empty() -> None:
    """Say what this page does before there is anything on it."""
    st.markdown(
        "**What happens with a file.** Its columns are understood (coordinates in any usual form, or the name of a "
        "mission, a country or a border area), every fault is listed with its row, and the good rows stand on the map "
        "beside the dataset: counted for each border area within the distance that you choose."
    )
