"""Border Atlas: page config and navigation."""

import streamlit as st

st.set_page_config(page_title="Border Atlas", page_icon=":material/public:", layout="wide")

st.navigation(
    [
        st.Page("pages/map.py", title="Map", icon=":material/map:", default=True),
        st.Page("pages/sources.py", title="Sources", icon=":material/menu_book:", url_path="sources"),
    ],
    position="top",
).run()
