"""The map: what the selection leaves, details of what is chosen, and the same result as a table."""

import streamlit as st

from border_atlas.domain.briefing import SlideKind
from border_atlas.domain.sentence import counts_line, describe
from border_atlas.domain.timeless import timeless
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
    search_box,
    state,
    take_away,
)

data = cache.dataset()
words = cache.vocabulary(data)
state.begin("map", words)
map_view.hear_click(data)
search_box.search_box(data)
selection = filters.asked(data)
state.keep(selection)
state.write_address(selection)
if state.arrived_without_frame():
    map_view.go_to_chosen(data)
view = cache.view(data, selection)

# What people wait for is sent first, wherever it stands on the page: map, details, then the rest.
head = st.container(key="map_head")
map_column, details_column = st.columns([0.68, 0.32], gap="small")
with map_column:
    map_view.draw(view, time=timeless(data, selection), own=own_state.drawings(map_view.own_frame()))
with details_column:
    details.panel(data, view)
with head:
    with layout.heading(describe(selection, words), counts_line(view)):
        add_slide.button(SlideKind.MAP, selection, words, title=describe(selection, words))
        take_away.buttons(data, view, key="map")
    messages.about_link(data)
    if view.is_empty:
        messages.show_empty()
filters.draw(data)
result_table.on_request(data, view)
