"""Messages to the reader: errors, notes on a link, empty results."""

from collections.abc import Sequence

import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain.permalinks import version_notice
from border_atlas.errors import BorderAtlasError
from border_atlas.maps.safety import escape
from border_atlas.ui import state


def show_error(what: str, error: BorderAtlasError) -> None:
    """Show an error of ours: what failed, and the reason that the error itself gives."""
    st.error(f"**{what}** {escape(str(error))}", icon=":material/error:")


def show_notes(notes: Sequence[str]) -> None:
    """Show what of a link could not be used."""
    if notes:
        listed = "\n".join(f"- {escape(note)}" for note in notes)
        st.warning(f"Parts of this link were left out:\n\n{listed}", icon=":material/link_off:")


def about_link(data: Dataset) -> None:
    """Say what of the link could not be used, and whether it was made with other data than these."""
    show_notes(state.notes())
    notice = version_notice(state.link_version(), data)
    if notice:
        st.info(escape(notice), icon=":material/history:")


def show_empty() -> None:
    """Say that nothing matches, and how to get out of it."""
    st.info(
        "No mission or border area matches all filters together. Remove one of them, widen the years, "
        "or clear all filters in the sidebar.",
        icon=":material/filter_alt_off:",
    )
