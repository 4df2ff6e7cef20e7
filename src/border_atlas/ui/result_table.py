"""The result as sortable tables; a picked row is chosen on the map, and each table can be downloaded."""

from functools import partial
from hashlib import sha256
from typing import Final

import pandas as pd
import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain.tables import ID_COLUMN, What, table
from border_atlas.domain.view import View
from border_atlas.ui import map_view, state, table_download

_TITLES: Final[dict[What, str]] = {
    "missions": "Missions",
    "areas": "Border areas",
    "activities": "Activities",
}
_LONG: Final = ("Name", "Border area", "Activity", "Title")
_HIDDEN: Final = ("mission_id", "area_id", "activity_id", "Start basis", "End basis", "Sources")


def _key(what: What, rows: pd.DataFrame) -> str:
    """Return a key that changes with the rows, so that no stale row stays picked after a filter."""
    digest = sha256("\n".join(rows[ID_COLUMN[what]]).encode()).hexdigest()[:10]
    return f"table_{what}_{digest}"


def _pick(data: Dataset, what: What, rows: pd.DataFrame, key: str) -> None:
    picked = st.session_state[key]["selection"]["rows"]
    if not picked:
        return
    row = rows.iloc[picked[0]]
    kind = "area" if what == "areas" else "mission"
    state.choose(kind, str(row[f"{kind}_id"]))
    map_view.go_to_chosen(data)


def _one(data: Dataset, view: View, what: What) -> None:
    rows = table(data, view, what)
    if rows.empty:
        st.caption("No rows.")
        return
    key = _key(what, rows)
    st.dataframe(
        rows, hide_index=True, height=320, key=key, selection_mode="single-row",
        on_select=partial(_pick, data, what, rows, key),
        column_order=[column for column in rows.columns if column not in _HIDDEN],
        column_config={
            "Length (km)": st.column_config.NumberColumn(format="localized"),
            # Names are long; the dates must be seen without scrolling.
            **{name: st.column_config.TextColumn(width="medium") for name in _LONG},
        },
    )  # fmt: skip
    table_download.button(data, rows, _TITLES[what], key=f"csv_{what}")


def on_request(data: Dataset, view: View) -> None:
    """Show the table of missions, border areas or activities that is asked for; none is sent before.

    Rows cost more to send than all the rest of the page, and the map alone answers most questions.
    """
    what = st.segmented_control(
        "The same as a table", list(_TITLES), format_func=lambda one: _TITLES[one], key="map_table", width="content"
    )
    if what is not None:
        _one(data, view, what)
