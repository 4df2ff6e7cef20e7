"""Parts that every page shares: its heading and its footer."""

from pathlib import Path
from typing import Final

import streamlit as st

from border_atlas.config import DATA_AS_OF
from border_atlas.domain.dates_text import say_date
from border_atlas.maps.safety import escape
from border_atlas.model import DISCLAIMER

#: A file of ours: Streamlit would fetch a named icon from another host.
ICON: Final = Path(__file__).with_name("icon.png")


#: Streamlit leaves room for a poster above and beside each page; a map needs it more.
_ROOM: Final = """
<style>
.stMainBlockContainer { padding: 3.6rem 1.6rem 2rem; }
.stMainBlockContainer h3 { padding: 0; }
[class*="st-key-find_"] button { justify-content: flex-start; text-align: left; }
[class*="st-key-find_"] button div { justify-content: flex-start; text-align: left; }
.st-key-b_list button { justify-content: flex-start; text-align: left; }
.st-key-b_list button div { justify-content: flex-start; text-align: left; }
[data-testid="stSidebarHeader"] { height: 2.2rem; padding-bottom: 0; }
</style>
"""


def heading(title: str, subtitle: str) -> "st.delta_generator.DeltaGenerator":
    """Show a page's title and one line below it; both may hold text from data or links.

    Returns
    -------
    The place beside the title for what can be done with the page as a whole.
    """
    st.html(_ROOM)
    words, tools = st.columns([0.52, 0.48], vertical_alignment="center")
    with words:
        st.markdown(f"### {escape(title)}")
        st.caption(escape(subtitle))
    return tools.container(horizontal=True, horizontal_alignment="right")


def footer() -> None:
    """Show the state of the data and the disclaimer."""
    st.caption(f"Data as of {say_date(DATA_AS_OF.isoformat())}. {DISCLAIMER}")
