"""The list of all missions; a clicked name or a picked row opens its profile."""

from functools import partial
from hashlib import sha256
from typing import Any, Final

import pandas as pd
import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain.mission_list import mission_list
from border_atlas.domain.url import to_params
from border_atlas.domain.view import View
from border_atlas.ui import map_view, messages, mission_profile, profile, state, table_download

_ORDER: Final = (
    "Mission", "Status", "Organisation", "Host countries", "Start", "End", "Activities", "Border areas", "Full name",
    "Period", "Verified",
)  # fmt: skip
_HEIGHT: Final = 640


def hear(data: Dataset) -> None:
    """Take over a click on a profile's map; a border area opens its own page."""
    before = state.current().mission
    map_view.hear_click(data, key=mission_profile.MAP_KEY)
    now = state.current()
    if before is not None and now.area is not None:
        st.switch_page(profile.PAGES["area"], query_params=to_params(now))


def show(data: Dataset, view: View) -> None:
    """Show the missions that the filters leave, as a table that opens profiles."""
    rows = mission_list(data, view)
    if rows.empty:
        messages.show_empty()
        return
    st.caption("Click a name to open the mission’s profile. The numbers are of all its records, whatever the filters.")
    key = f"missions_{sha256(''.join(rows['mission_id']).encode()).hexdigest()[:10]}"
    st.dataframe(
        rows.mask(rows == ""), hide_index=True, height=min(_HEIGHT, 38 + 35 * len(rows)), key=key, placeholder="–",
        selection_mode="single-row", on_select=partial(_pick, rows, key), column_order=_ORDER,
        column_config={
            "Mission": _names(rows, f"open_{key}"),
            "Host countries": st.column_config.TextColumn(width=190),
            "Start": st.column_config.TextColumn(width=95, help="As precise as it is known; Period says on what basis"),
            "End": st.column_config.TextColumn(width=95, help="None is known where the mission runs or may go on"),
            "Full name": st.column_config.TextColumn(width=330),
            "Period": st.column_config.TextColumn(width=420, help="With what each date rests on"),
        },
    )  # fmt: skip
    table_download.button(data, rows, "Missions", key="csv_missions")


def _names(rows: pd.DataFrame, key: str) -> Any:  # noqa: ANN401  two types of Streamlit's own
    """Return the column of short names, each a button that opens the profile."""
    return st.column_config.ButtonColumn(
        width=150, type="tertiary", alignment="left", key=key, on_click=_open, args=(rows, key)
    )


def _open(rows: pd.DataFrame, key: str) -> None:
    clicked = st.session_state[key]
    if clicked is not None:
        state.choose("mission", str(rows["mission_id"].iloc[clicked["row"]]))


def _pick(rows: pd.DataFrame, key: str) -> None:
    picked = st.session_state[key]["selection"]["rows"]
    if picked:
        state.choose("mission", str(rows["mission_id"].iloc[picked[0]]))
