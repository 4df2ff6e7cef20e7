"""A page with nothing but the map and own data on it: a few with odd names, or many."""

import numpy as np
import streamlit as st

from border_atlas.domain import own_layer
from border_atlas.domain.own_hexagons import CellIndex
from border_atlas.domain.timeless import timeless
from border_atlas.ui import cache, filters, map_view, state
from tests.browser.own_records import ODD, few, many

data = cache.dataset()
words = cache.vocabulary(data)
state.begin("map", words)
map_view.hear_click(data)
selection = filters.sidebar(data)
state.keep(selection)
state.write_address(selection)
wanted = st.radio("Own data", ["none", "few", "many"], horizontal=True)
if wanted == "many" and "many" not in st.session_state:
    made = many(20_000)
    st.session_state["many"] = (made, CellIndex(made))
own = []
if wanted == "few":
    own = [own_layer.layer(few(), name=ODD[1], kept_aside=5)]
if wanted == "many":
    table, index = st.session_state["many"]
    kept = (
        table["_category"].to_numpy() == "theft" if st.checkbox("Thefts only") else np.ones(len(table), dtype=np.bool_)
    )
    frame = map_view.own_frame()
    own = [own_layer.layer(table, name="incidents.csv", kept_aside=0, viewport=frame, index=index, keep=kept)]
map_view.draw(cache.view(data, selection), time=timeless(data, selection), own=own)
