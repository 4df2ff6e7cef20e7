"""Own records on the map, as many as the address says: ``?n=1000000``, with one filter."""

import numpy as np
import streamlit as st

from border_atlas.domain import own_layer
from border_atlas.domain.own_hexagons import CellIndex
from border_atlas.domain.selection import Selection
from border_atlas.ui import cache, map_view
from tests.browser.own_records import many

number = int(st.query_params["n"])
if "records" not in st.session_state:
    records = many(number)
    st.session_state["records"] = (records, CellIndex(records), records["_category"].to_numpy())
records, index, categories = st.session_state["records"]
thefts = st.checkbox("Thefts only")
keep = categories == "theft" if thefts else np.ones(number, dtype=bool)
drawing = own_layer.layer(records, name="incidents", kept_aside=0, index=index, keep=keep)
map_view.draw(cache.view(cache.dataset(), Selection()), own=[drawing])
