"""The link from a record's details to the form that corrects it."""

from typing import Final, Literal

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

#: Begins the names of the parameters that say which record is meant.
PREFIX: Final = "r."
_PAGE: Final = "pages/propose.py"
_TABLES: Final = {"mission": "missions", "area": "border_areas"}


def button(kind: Literal["mission", "area"], record_id: str) -> None:
    """Show a link to the form, filled with this record; nothing where the app has no such page."""
    wanted = {f"{PREFIX}table": _TABLES[kind], f"{PREFIX}id": record_id}
    try:
        st.page_link(_PAGE, label="Propose a correction", icon=":material/edit_note:", query_params=wanted)
    except StreamlitPageNotFoundError:  # a page that runs alone has no other to link to
        return
