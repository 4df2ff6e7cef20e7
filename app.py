"""Border Atlas: page config and navigation."""

import streamlit as st

from border_atlas.ui.layout import ICON

st.set_page_config(page_title="Border Atlas", page_icon=str(ICON), layout="wide")

st.navigation(
    {
        "": [
            st.Page("pages/map.py", title="Map", icon=":material/map:", default=True),
            st.Page("pages/missions.py", title="Missions", icon=":material/flag:", url_path="missions"),
            st.Page("pages/areas.py", title="Border areas", icon=":material/fence:", url_path="areas"),
            st.Page("pages/activities.py", title="Activities", icon=":material/table_chart:", url_path="activities"),
            st.Page("pages/compare.py", title="Compare", icon=":material/compare:", url_path="compare"),
            st.Page("pages/gaps.py", title="Gaps", icon=":material/join_inner:", url_path="gaps"),
            st.Page("pages/briefing.py", title="Briefing", icon=":material/slideshow:", url_path="briefing"),
            st.Page("pages/own.py", title="Your data", icon=":material/upload_file:", url_path="own"),
        ],
        "The data": [
            st.Page("pages/sources.py", title="Sources", icon=":material/menu_book:", url_path="sources"),
            st.Page("pages/quality.py", title="Quality", icon=":material/verified:", url_path="quality"),
            st.Page("pages/to_check.py", title="To check next", icon=":material/fact_check:", url_path="to_check"),
            st.Page("pages/propose.py", title="Propose a correction", icon=":material/edit_note:", url_path="propose"),
        ],
    },
    position="top",
).run()
