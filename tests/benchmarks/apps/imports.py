"""The floor with the packages that the app's first page imports: what they cost is not the app's doing."""

import altair as alt
import branca
import folium
import geopandas
import numpy as np
import PIL
import pyogrio
import pyproj
import rapidfuzz
import shapely
import streamlit as st
import streamlit_folium
import xlsxwriter

PACKAGES = (
    alt, branca, folium, geopandas, np, PIL, pyogrio, pyproj, rapidfuzz, shapely, streamlit_folium, xlsxwriter,
)  # fmt: skip

chosen = st.selectbox("Organisation", ["All", "UN", "EU", "OSCE", "Other"])
st.html(f'<p id="floor">Chosen: {chosen}, with {len(PACKAGES)} packages</p>')
