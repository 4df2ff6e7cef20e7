"""All of the map's page but its sidebar: drawn alone when a filter or the map itself says something new."""

from typing import Final

import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain.briefing import SlideKind
from border_atlas.domain.sentence import counts_line, describe
from border_atlas.domain.timeless import timeless
from border_atlas.domain.view import View
from border_atlas.ui import (
    add_slide,
    cache,
    details,
    filters,
    layout,
    map_view,
    messages,
    own_state,
    result_table,
    state,
    take_away,
)

_RESULT: Final = "map_result"


def draw_again() -> None:
    """Draw the result and nothing else: what a filter calls that was changed.

    The sidebar is not sent anew: its widgets show already what was chosen in them.
    """
    # A filter of this page can still be pressed while another page comes in its place.
    if state.page() == "map":
        st.rerun(_RESULT)


@st.fragment(key=_RESULT)
def result(data: Dataset) -> None:
    """Draw what the selection leaves; what people wait for goes first, wherever it stands on the page."""
    if map_view.hear_click(data):
        st.rerun()  # the filters shall show what the map said
    selection = filters.asked(data)
    state.keep(selection)
    state.write_address(selection)
    if state.arrived_without_frame():
        map_view.go_to_chosen(data)
    view = cache.view(data, selection)
    head = st.container(key="map_head")
    map_column, details_column = st.columns([0.68, 0.32], gap="small")
    with map_column:
        map_view.draw(view, time=timeless(data, selection), own=own_state.drawings(map_view.own_frame()))
    with details_column:
        details.panel(data, view)
    with head:
        _head(data, view)
    result_table.on_request(data, view)


def _head(data: Dataset, view: View) -> None:
    words = cache.vocabulary(data)
    said = describe(view.selection, words)
    with layout.heading(said, counts_line(view)):
        add_slide.button(SlideKind.MAP, view.selection, words, title=said)
        take_away.buttons(data, view, key="map")
    messages.about_link(data)
    if view.is_empty:
        messages.show_empty()
