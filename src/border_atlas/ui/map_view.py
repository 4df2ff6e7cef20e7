"""The map on a page: sends what to show, hears what is clicked, never reruns on pan or zoom."""

import math
import time
from collections.abc import Mapping, Sequence
from typing import Final, cast

import streamlit as st
from streamlit_folium import st_folium

from border_atlas.config import DATA_AS_OF, FIRST_YEAR
from border_atlas.data.dataset import Dataset
from border_atlas.domain.bounds import area_bounds, mission_bounds
from border_atlas.domain.coverage_map import CoverageState
from border_atlas.domain.own_drawing import OwnDrawing
from border_atlas.domain.own_hexagons import Box
from border_atlas.domain.timeless import Timeless, in_year
from border_atlas.domain.view import View
from border_atlas.errors import DatasetError
from border_atlas.maps.atlas_map import base_map, layer_files, shown_group
from border_atlas.maps.message import show_message
from border_atlas.ui import assets, state
from border_atlas.ui.messages import show_error

MAP_KEY: Final = "atlas_map"
_HEARD: Final = "atlas_heard"
_GO: Final = "atlas_go"
_FRAME: Final = "atlas_own_frame"
_MARGIN: Final = 0.4


def hear_click(data: Dataset, *, key: str = MAP_KEY) -> bool:
    """Take over what was clicked on a map since the last run.

    The click comes from the browser and is checked like any other input from outside.

    Returns
    -------
    Whether it changed a filter, so that the widgets of the filters show it only when they are drawn anew.
    """
    said = st.session_state.get(key)
    heard = f"{_HEARD}_{key}"
    if not isinstance(said, dict) or said.get("n") in (None, st.session_state.get(heard)):
        return False
    st.session_state[heard] = said["n"]
    if said.get("kind") == "year":
        return _hear_year(said.get("index"))
    if said.get("kind") == "frame":
        _hear_frame(said.get("index"))
        return False
    frames = {"mission": (data.missions, "mission_id"), "area": (data.areas, "area_id")}
    frame, column = frames.get(str(said.get("kind")), (None, ""))
    number = said.get("index")
    if frame is not None and isinstance(number, int) and 0 <= number < len(frame):
        state.choose(str(said["kind"]), str(frame[column].iloc[number]))
    return False


def _hear_year(year: object) -> bool:
    """Take over the year at which the slider was stopped, in place of a day; nothing means all years."""
    if year is not None and not (isinstance(year, int) and FIRST_YEAR <= year <= DATA_AS_OF.year):
        return False
    state.keep(in_year(state.current(), year))
    state.renew_widgets()
    return True


def _hear_frame(sides: object) -> None:
    """Take over the frame in which own data are to be shown in more detail."""
    if not isinstance(sides, list) or len(sides) != 4:  # noqa: PLR2004  west, south, east, north
        return
    if all(isinstance(side, int | float) and math.isfinite(side) for side in sides):
        west, south, east, north = (float(side) for side in sides)
        if west < east and south < north:
            st.session_state[_FRAME] = (west, south, east, north)


def own_frame() -> Box | None:
    """Return the frame that was asked for in more detail, for ``own_layer.layer(viewport=…)``."""
    return cast("Box | None", st.session_state.get(_FRAME))


def go_to(bounds: Sequence[float]) -> None:
    """Let the map move to bounds (west, south, east, north; degrees) at its next drawing, once."""
    west, south, east, north = bounds
    number = time.time_ns() // 1_000_000  # differs between sessions of one browser tab, which remembers the last
    box = (west - _MARGIN, south - _MARGIN, east + _MARGIN, north + _MARGIN)
    st.session_state[_GO] = (number, box)


def go_to_chosen(data: Dataset) -> None:
    """Let the map move to the chosen mission or area."""
    chosen = state.current()
    if chosen.mission:
        go_to(mission_bounds(data, chosen.mission))
    elif chosen.area:
        go_to(area_bounds(data, chosen.area))


def draw(
    view: View,
    *,
    time: Timeless | None = None,
    overlay: Mapping[int, CoverageState] | None = None,
    key: str = MAP_KEY,
    sync: str | None = None,
    height: int = 560,
    own: Sequence[OwnDrawing] = (),
) -> None:
    """Draw the map of a view, with a year slider if ``time`` is given; the base is sent once, then numbers.

    Each map on a page has a ``key`` of its own; those with the same ``sync`` move together. ``overlay`` colours
    the areas by their state instead of their activities. ``own`` are layers of the session's own data.
    """
    try:
        base = base_map(assets.serve(), layer_files(), revision=assets.revision())
    except DatasetError as error:
        show_error("The map cannot be drawn.", error)
        st.stop()
    go = cast("tuple[int, Sequence[float]] | None", st.session_state.get(_GO))
    message = show_message(view, go=go, time=time, overlay=overlay, sync=sync, own=own)
    st_folium(
        base,
        key=key,
        height=height,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=shown_group(message),
    )
