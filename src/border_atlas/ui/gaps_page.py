"""The answer on the page on gaps and overlaps: figures, paragraph, map with details, and ranked lists."""

from collections import Counter
from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from typing import Final

import pandas as pd
import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain import coverage_tables as tables
from border_atlas.domain.coverage import Coverage
from border_atlas.domain.coverage_map import CoverageState, area_states, coverage_view
from border_atlas.domain.coverage_text import LIMITS, measures, paragraph
from border_atlas.domain.view import View
from border_atlas.maps.safety import escape
from border_atlas.maps.styles import COVERAGE_LOOKS
from border_atlas.ui import details, gaps_controls, map_view, state, table_download

MAP_KEY: Final = "gaps_map"


def show(data: Dataset, coverage: Coverage, where: str) -> View:
    """Show the answer: figures, paragraph, map with details, and lists; return what the map shows."""
    lists = {
        "At work": tables.at_work(coverage),
        "End not known": tables.unsure(coverage),
        "Overlaps": tables.overlaps(coverage),
        "Gaps": tables.gaps(coverage),
        "Recently ended": tables.ended(coverage),
        "Never seen": tables.never_seen(coverage),
    }
    _figures(coverage, lists)
    said = paragraph(
        coverage, where=where, overlaps=lists["Overlaps"], gaps=lists["Gaps"], ended=lists["Recently ended"]
    )
    st.markdown(escape(said))
    st.caption(f"**Limits.** {LIMITS}")
    view = _map(data, coverage, lists["Recently ended"])
    _list(data, coverage, lists)
    return view


def _figures(coverage: Coverage, lists: Mapping[str, pd.DataFrame]) -> None:
    with st.container(horizontal=True, gap="medium"):
        for value, label in measures(coverage, lists["Recently ended"]):
            st.metric(label, value, width="content")


def _map(data: Dataset, coverage: Coverage, ended: pd.DataFrame) -> View:
    states = area_states(coverage, ended)
    view = coverage_view(coverage, states, state.current())
    if gaps_controls.region_changed() and len(view.areas):
        map_view.go_to(view.areas.total_bounds.tolist())
    map_column, details_column = st.columns([0.66, 0.34], gap="small")
    with map_column:
        _colour_key(states)
        map_view.draw(view, overlay=states, key=MAP_KEY, height=500)
    with details_column:
        details.panel(data, view)
    return view


def _colour_key(states: Mapping[int, CoverageState]) -> None:
    """Say what the colours mean; the map's own legend is closed where room is short."""
    counts = Counter(states.values())
    square = "<span style='white-space:nowrap'><span style='color:{}'>&#9632;</span> {} ({})</span>"
    entries = [
        square.format(colour, escape(label), counts[state])
        for state, (colour, label) in COVERAGE_LOOKS.items()
        if counts[state]
    ]
    st.html(f"<small>Border areas: {' &nbsp; '.join(entries)}</small>")


def _list(data: Dataset, coverage: Coverage, lists: Mapping[str, pd.DataFrame]) -> None:
    name = gaps_controls.which_list({name: _size(rows) for name, rows in lists.items()})
    st.caption(_SAYS[name])
    if name == "Never seen":
        st.dataframe(tables.matrix(coverage), width="stretch")
    _table(data, name, lists[name])


def _size(rows: pd.DataFrame) -> str:
    """Say how many rows a list has, overlaps that are not certain apart."""
    certain = int((rows["Certain"] == "yes").sum()) if "Certain" in rows else len(rows)
    return f"{certain} + {len(rows) - certain} not certain" if certain < len(rows) else f"{certain}"


_SAYS: Final = {
    "At work": "Border areas with a mission shown to run in the period, the most missions first. “End not known” "
    "names others that may be there, and when they were last seen.",
    "End not known": "Border areas where no mission is shown to run, but the end of some is not on record; the last "
    "seen first. How long ago that was tells how far to trust it.",
    "Overlaps": "Stretches where missions meet; most organisations first, then missions, then length. First those "
    "where all are shown to run; then, not certain, those that hang on work whose end is not known.",
    "Gaps": "Stretches where a mission once worked and none can be at work now, the longest first; 0 km: a place, "
    "not a line. Where the end of some work is not known there is no gap.",
    "Recently ended": "Border areas whose last mission left; those without a successor first. A successor is shown "
    "to run on most of the same area, perhaps under another name; “not certain”: only with work whose end is not "
    "known. “Last seen” is not an end.",
    "Never seen": "Activities of all times by kind of border; below, what was never recorded, the most surprising "
    "first (“expected” follows from the two totals alone).",
}


def _table(data: Dataset, name: str, rows: pd.DataFrame) -> None:
    if rows.empty:
        st.caption("No rows.")
        return
    digest = sha256(rows.to_csv().encode()).hexdigest()[:10]
    key = f"gaps_table_{name}_{digest}"
    if "area_id" in rows:
        st.dataframe(
            rows, hide_index=True, height=360, key=key, selection_mode="single-row",
            on_select=partial(_pick, data, rows, key),
            column_order=[column for column in rows.columns if column != "area_id"],
            column_config={
                "km": st.column_config.NumberColumn(format="localized"),
                "End not known": st.column_config.TextColumn(width=240),
            },
        )  # fmt: skip
    else:
        st.dataframe(rows, hide_index=True, height=360, key=key)
    table_download.button(data, rows, name, key=f"gaps_csv_{name}", request=gaps_controls.request(data))


def _pick(data: Dataset, rows: pd.DataFrame, key: str) -> None:
    picked = st.session_state[key]["selection"]["rows"]
    if picked:
        state.choose("area", str(rows["area_id"].iloc[picked[0]]))
        map_view.go_to_chosen(data)
