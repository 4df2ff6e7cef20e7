"""The list of all border areas; a picked row opens its profile."""

from functools import partial
from hashlib import sha256
from typing import Any, Final

import pandas as pd
import streamlit as st

from border_atlas.config import FIRST_YEAR
from border_atlas.data.dataset import Dataset
from border_atlas.domain.area_list import UNSURE, YEARS, area_list, at_work_on
from border_atlas.domain.url import to_params
from border_atlas.domain.view import View
from border_atlas.ui import area_profile, map_view, messages, profile, state, table_download

_ORDER: Final = (
    UNSURE, YEARS, "First work", "Last work", "Missions ever", "Activities", "Kind",
    "Neighbours", "Line status", "Length (km)", "Geometry", "Verified",
)  # fmt: skip
_HEIGHT: Final = 640


def hear(data: Dataset) -> None:
    """Take over a click on a profile's map; a mission opens its own page."""
    before = state.current().area
    map_view.hear_click(data, key=area_profile.MAP_KEY)
    now = state.current()
    if before is not None and now.mission is not None:
        st.switch_page(profile.PAGES["mission"], query_params=to_params(now))


def show(data: Dataset, view: View) -> None:
    """Show the border areas that the filters leave, as a table that opens profiles."""
    rows = area_list(data, view)
    if rows.empty:
        messages.show_empty()
        return
    st.caption(
        "Click a name to open the border’s profile. The numbers are of all records of an area, "
        "whatever the filters; sections of a border are areas of their own."
    )
    key = f"areas_{sha256(''.join(rows['area_id']).encode()).hexdigest()[:10]}"
    st.dataframe(
        rows, hide_index=True, height=min(_HEIGHT, 38 + 35 * len(rows)), key=key, placeholder="–",
        selection_mode="single-row", on_select=partial(_pick, rows, key),
        column_order=("Border area", at_work_on(data), *_ORDER),
        column_config=_columns(data) | {"Border area": _names(rows, f"open_{key}")},
    )  # fmt: skip
    table_download.button(data, rows.drop(columns=YEARS), "Border areas", key="csv_areas")


def _columns(data: Dataset) -> dict[str, Any]:
    config = st.column_config
    return {
        "Neighbours": config.TextColumn(width=200),
        "Length (km)": config.NumberColumn(format="localized", help="Geodesic, on the WGS 84 ellipsoid"),
        at_work_on(data): config.NumberColumn(
            help="Missions that a page or their record shows to run there on that day", width=190
        ),
        UNSURE: config.NumberColumn(
            help="Further missions whose end is not on record and that are not shown to run", width=120
        ),
        YEARS: config.AreaChartColumn(
            f"Missions {FIRST_YEAR}–{data.data_as_of.year}", width=150, y_min=0,
            help="Number of missions that can have been at work in each year",
        ),
        "Last work": config.TextColumn(help="Last known end; an open end says whether somebody is shown to work there"),
    }  # fmt: skip


def _names(rows: pd.DataFrame, key: str) -> Any:  # noqa: ANN401  two types of Streamlit's own
    """Return the column of names, each a button that opens the profile."""
    return st.column_config.ButtonColumn(
        width=300, type="tertiary", alignment="left", key=key, on_click=_open, args=(rows, key)
    )


def _open(rows: pd.DataFrame, key: str) -> None:
    clicked = st.session_state[key]
    if clicked is not None:
        state.choose("area", str(rows["area_id"].iloc[clicked["row"]]))


def _pick(rows: pd.DataFrame, key: str) -> None:
    picked = st.session_state[key]["selection"]["rows"]
    if picked:
        state.choose("area", str(rows["area_id"].iloc[picked[0]]))
