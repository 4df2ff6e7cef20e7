"""The naive app: what one writes first. All records in one Folium map, rebuilt and sent at each change."""

from pathlib import Path

import folium
import geopandas as gpd
import pandas as pd
import streamlit as st
import streamlit.components.v1 as components
from streamlit_folium import st_folium
from xstatic.pkg import leaflet

GEODATA = Path(__file__).resolve().parents[3] / "geodata"
LINE = {"color": "#8a93a3", "weight": 1}
AREA = {"color": "#0B5FA5", "weight": 2}


@st.cache_data
def load() -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame, gpd.GeoDataFrame, pd.DataFrame]:
    """Read the four files; even the naive app caches that."""
    missions = gpd.read_file(GEODATA / "missions.geojson").astype({"checked_on": str, "last_seen": str})
    areas = gpd.read_file(GEODATA / "border_areas.geojson").astype({"checked_on": str})
    boundaries = gpd.read_file(GEODATA / "boundaries.geojson")
    return missions, areas, boundaries, pd.read_csv(GEODATA / "activities.csv")


st.set_page_config(layout="wide")
missions, areas, boundaries, activities = load()
chosen = st.sidebar.selectbox("Organisation", ["All", "UN", "EU", "OSCE", "Other"])
if chosen != "All":
    missions = missions[missions["organisation"] == chosen]
    activities = activities[activities["mission_id"].isin(missions["mission_id"])]
    areas = areas[areas["area_id"].isin(activities["area_id"])]

atlas = folium.Map(location=[20, 15], zoom_start=2)
# The one thing that is not as one writes it first: the benchmark has no network, so Leaflet is served from here.
components.declare_component("naive_leaflet", path=leaflet.BASE_DIR)
atlas.default_js = [("leaflet", "../naive.naive_leaflet/leaflet.js")]
atlas.default_css = [("leaflet", "../naive.naive_leaflet/leaflet.css")]
folium.GeoJson(boundaries, style_function=lambda _feature: LINE).add_to(atlas)
popup = folium.GeoJsonPopup(["name", "kind", "notes"])
folium.GeoJson(areas, style_function=lambda _feature: AREA, popup=popup).add_to(atlas)
for row in missions.itertuples():
    text = f"<h4>{row.acronym}</h4>{row.name}<br>{row.notes}"
    # A tooltip, because Folium's popups ask another host for jQuery.
    folium.Marker([row.geometry.y, row.geometry.x], tooltip=text).add_to(atlas)
said = st_folium(atlas, use_container_width=True)
clicked = said.get("last_object_clicked")
if clicked:
    picked = missions[(missions.geometry.y == clicked["lat"]) & (missions.geometry.x == clicked["lng"])]
    st.dataframe(activities[activities["mission_id"].isin(picked["mission_id"])])
