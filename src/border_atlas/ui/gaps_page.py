"""The answer on the page on gaps and overlaps: figures, paragraph, map with details, and ranked lists."""

from collections import Counter
from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from typing import Final

import pandas as pd
import streamlit as st

from border_atlas.config import DATA_AS_OF
from border_atlas.data.dataset import Dataset
from border_atlas.domain import coverage_tables as tables
from border_atlas.domain.coverage import Coverage
from border_atlas.domain.coverage_map import CoverageState, area_states, coverage_view
from border_atlas.domain.coverage_text import LIMITS, figures, paragraph, say_km
from border_atlas.domain.view import View
from border_atlas.export.csv import to_csv
from border_atlas.maps.safety import escape
from border_atlas.maps.styles import COVERAGE_LOOKS
from border_atlas.ui import details, gaps_controls, map_view, state

MAP_KEY: Final = "gaps_map"


def show(data: Dataset, coverage: Coverage, where: str) -> View:
    """Show the answer: figures, paragraph, map with details, and lists; return what the map shows."""
    lists = {
        "At work": tables.at_work(coverage),
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
    told = figures(coverage)
    alone = int((lists["Recently ended"]["Successor"] == "none").sum())
    shown = {
        "Lines with a mission": say_km(told.km_at_work),
        "With two or more": say_km(told.km_overlap),
        "No mission any more": say_km(told.km_gap),
        "Areas left without a successor": f"{alone}",
    }
    for column, (label, value) in zip(st.columns(len(shown)), shown.items(), strict=True):
        column.metric(label, value)


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
    name = gaps_controls.which_list({name: len(rows) for name, rows in lists.items()})
    st.caption(_SAYS[name])
    if name == "Never seen":
        st.dataframe(tables.matrix(coverage), width="stretch")
    _table(data, name, lists[name])


_SAYS: Final = {
    "At work": "Border areas with a mission at work in the period, the most missions first. “Not certain”: no page "
    "shows the work to go on so late, none shows an end.",
    "Overlaps": "Stretches where two missions or more work; most organisations first, then missions, then length.",
    "Gaps": "Stretches where a mission once worked and none does now, the longest first; 0 km: a place, not a line.",
    "Recently ended": "Border areas whose last mission left; those without a successor first. A successor works on "
    "most of the same area, perhaps under another name. “Last seen” is not an end.",
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
            column_config={"km": st.column_config.NumberColumn(format="localized")},
        )  # fmt: skip
    else:
        st.dataframe(rows, hide_index=True, height=360, key=key)
    st.download_button(
        f"Download {len(rows)} rows as CSV", partial(to_csv, rows), mime="text/csv", icon=":material/download:",
        file_name=f"border-atlas-{name.lower().replace(' ', '-')}_{DATA_AS_OF:%Y%m%d}.csv", key=f"gaps_csv_{name}",
        on_click="ignore",
    )  # fmt: skip


def _pick(data: Dataset, rows: pd.DataFrame, key: str) -> None:
    picked = st.session_state[key]["selection"]["rows"]
    if picked:
        state.choose("area", str(rows["area_id"].iloc[picked[0]]))
        map_view.go_to_chosen(data)
