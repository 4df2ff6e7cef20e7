"""The selection of a session: where it lives, and how it keeps in step with the page's address.

The address is the truth when it was changed from outside (a link, reload, back); the widgets are when a
person uses them. ``_ADDRESS`` remembers what we wrote last, so the two can be told apart.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from border_atlas.domain.permalinks import VERSION_PARAM
from border_atlas.domain.selection import Selection
from border_atlas.domain.url import Vocabulary, from_params, to_params

_SELECTION: Final = "atlas_selection"
_ADDRESS: Final = "atlas_address"
_NOTES: Final = "atlas_notes"
_PAGE: Final = "atlas_page"
_GENERATION: Final = "atlas_generation"
_BASE: Final = "atlas_base"
_FRESH: Final = "atlas_fresh"
_ARRIVED: Final = "atlas_arrived"
_VERSION: Final = "atlas_version"
_FRAME: Final = "at"


def _address() -> dict[str, str]:
    return {name: value for name, value in st.query_params.to_dict().items() if name != _FRAME}


def _changed_page(page: str) -> bool:
    changed = st.session_state.get(_PAGE) != page
    st.session_state[_PAGE] = page
    return changed


def _lags_behind(address: dict[str, str]) -> bool:
    """Tell whether an empty address only means that the browser has not taken up ours yet.

    The browser empties its address when it changes the page, and a run that a component asks for before our
    address has arrived there comes with the empty one still. Only its buttons for back and forward bring an
    empty address that is meant.
    """
    return not address and not went_through_history()


def went_through_history() -> bool:
    """Tell whether the browser's buttons for back and forward asked for this run."""
    run = get_script_run_ctx()
    return run is not None and run.is_history_navigation


def begin(page: str, vocabulary: Vocabulary) -> Selection:
    """Return the selection that this run starts from and keep it in the session.

    A page reached through the navigation comes with an empty address: then the session's selection goes on.
    """
    _enter_through_the_app()
    address = _address()
    moved = _changed_page(page)
    known = st.session_state.get(_ADDRESS)
    goes_on = known is not None and (address == known or _lags_behind(address))
    st.session_state[_FRESH] = not goes_on
    if not goes_on:
        parsed = from_params(address, vocabulary)
        st.session_state[_SELECTION] = parsed.selection
        st.session_state[_NOTES] = tuple(parsed.notes)
        st.session_state[_ADDRESS] = address
        st.session_state[_VERSION] = address.get(VERSION_PARAM, "")
        st.session_state[_ARRIVED] = _FRAME not in st.query_params
    if moved or not goes_on:
        renew_widgets()
    return current()


def _enter_through_the_app() -> None:
    """Start anew through ``app.py`` if Streamlit ran the page by itself.

    Until a server has run ``st.navigation`` once, Streamlit takes the folder ``pages`` for the older kind of app
    and opens a link to a page without our navigation, layout and title.
    """
    if PagesManager.uses_pages_directory:
        PagesManager.uses_pages_directory = False
        st.rerun()


def page() -> str:
    """Return the name of the present page as given to `begin`."""
    name: str = st.session_state.get(_PAGE, "")
    return name


def current() -> Selection:
    """Return the session's selection."""
    selection: Selection = st.session_state.get(_SELECTION, Selection())
    return selection


def arrived_without_frame() -> bool:
    """Tell once whether a link was opened that does not say where the map shall look."""
    return bool(st.session_state.pop(_ARRIVED, False))


def keep(selection: Selection) -> None:
    """Make ``selection`` the session's own."""
    st.session_state[_SELECTION] = selection


def choose(kind: str | None, record_id: str | None) -> None:
    """Open the details of a mission or an area, or close them."""
    keep(
        replace(
            current(),
            mission=record_id if kind == "mission" else None,
            area=record_id if kind == "area" else None,
        )
    )


def notes() -> tuple[str, ...]:
    """Return what of the link could not be used."""
    found: tuple[str, ...] = st.session_state.get(_NOTES, ())
    return found


def link_version() -> str:
    """Return the version of the data that the link names by which this selection came, if it names one."""
    version: str = st.session_state.get(_VERSION, "")
    return version


def write_address(selection: Selection, *, also: Mapping[str, str] | None = None) -> None:
    """Write the selection into the address, keeping the map's frame, which the browser puts there."""
    wanted = to_params(selection) | dict(also or {})
    # A link to the page that it stands on tells the server its parameters but leaves the browser's address as it
    # was: it is sent even if it looks right. The browser ignores what it has.
    if wanted != _address() or st.session_state.get(_FRESH):
        frame = st.query_params.get(_FRAME)
        st.query_params.from_dict(wanted | ({_FRAME: frame} if frame else {}))
    if wanted != st.session_state.get(_ADDRESS) and not st.session_state.get(_FRESH):
        st.session_state[_NOTES] = ()
        st.session_state[_VERSION] = ""
    st.session_state[_ADDRESS] = wanted
    # What a part of the page writes later, in a run of its own, is no link that was just opened.
    st.session_state[_FRESH] = False


def renew_widgets() -> None:
    """Let the filter widgets start anew from the selection, whatever they showed before."""
    st.session_state[_GENERATION] = st.session_state.get(_GENERATION, 0) + 1
    st.session_state[_BASE] = current()


def widget_base() -> Selection:
    """Return the selection that the widgets started from: their defaults must not change under them."""
    base: Selection = st.session_state.get(_BASE, Selection())
    return base


def widget_key(name: str) -> str:
    """Return the key of a filter widget; it changes when the selection was changed from outside."""
    return f"filter_{name}_{st.session_state.get(_GENERATION, 0)}"
