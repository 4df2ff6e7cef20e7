"""Parts that every page shares: its heading and its footer."""

import streamlit as st

from border_atlas.config import DATA_AS_OF
from border_atlas.domain.dates_text import say_date
from border_atlas.maps.safety import escape
from border_atlas.model import DISCLAIMER


def heading(title: str, subtitle: str) -> None:
    """Show a page's title and one line below it; both may hold text from data or links."""
    st.markdown(f"### {escape(title)}")
    st.caption(escape(subtitle))


def footer() -> None:
    """Show the state of the data and the disclaimer."""
    st.caption(f"Data as of {say_date(DATA_AS_OF.isoformat())}. {DISCLAIMER}")
