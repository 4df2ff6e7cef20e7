"""A page with nothing but the map and own data on it: a few with odd names, or many."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
import streamlit as st

from border_atlas.domain import own_layer
from border_atlas.domain.own_cells import CellIndex
from border_atlas.domain.timeless import timeless
from border_atlas.ui import cache, filters, map_view, state

ODD = [
    "<img src=x onerror=alert(1)>",
    "{{ cycler.__init__.__globals__.os.getpid() }} ${alert(2)} `</script>`",
    "map_0123456789abcdef alert(coords); drawnItems_draw_control_div_7",
    "Пост № 4",
]
SHAPES = [
    shapely.Point(44.8, 41.7),
    shapely.Point(44.0, 42.2),
    shapely.LineString([(43, 42), (44, 42.5), (45, 42.4)]),
    shapely.box(42, 41, 43, 41.8).union(shapely.Point(43.5, 41.2).buffer(0.2)),
]


def few() -> gpd.GeoDataFrame:
    """Return two points, a line and an area with two parts, with strings that mean something elsewhere."""
    dates = pd.to_datetime(["2023-05-01", None, "2024-01-31", None]).as_unit("s")
    columns = {"_row": range(2, 6), "_label": ODD, "_category": [ODD[0], "post", "post", ""], "_date": dates}
    return gpd.GeoDataFrame(columns, geometry=SHAPES, crs="EPSG:4326")


def many(number: int) -> gpd.GeoDataFrame:
    """Return points around the Caucasus."""
    random = np.random.default_rng(7)
    points = shapely.points(random.normal(44, 6, number), random.normal(42, 3, number))
    columns = {
        "_row": np.arange(number) + 2, "_label": [f"incident {at}" for at in range(number)],
        "_category": random.choice(["shelling", "crossing", "theft"], number), "_date": pd.NaT,
    }  # fmt: skip
    return gpd.GeoDataFrame(columns, geometry=points, crs="EPSG:4326")


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
