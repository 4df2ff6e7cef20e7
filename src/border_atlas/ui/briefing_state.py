"""The briefing of a session: its history of changes and the slide at hand."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from border_atlas.domain.briefing import Briefing
from border_atlas.domain.briefing_edit import History
from border_atlas.errors import BriefingError
from border_atlas.maps.safety import escape

_HISTORY: Final = "briefing_history"
_CHOSEN: Final = "briefing_chosen"
_GENERATION: Final = "briefing_generation"
_EMPTY: Final = Briefing("Briefing")


def history() -> History:
    """Return the session's briefing with the steps before it."""
    found: History = st.session_state.get(_HISTORY, History(_EMPTY))
    return found


def briefing() -> Briefing:
    """Return the session's briefing as it is now."""
    return history().now


def is_begun() -> bool:
    """Tell whether anything was done to the session's briefing yet."""
    return _HISTORY in st.session_state


def begin_with(past: History) -> None:
    """Start from a briefing that an earlier session made."""
    st.session_state[_HISTORY] = past
    renew()


def change(made: Briefing) -> None:
    """Go on to a changed briefing."""
    st.session_state[_HISTORY] = history().then(made)


def replace_all(made: Briefing) -> None:
    """Go on to quite another briefing; the one before can be brought back."""
    change(made)
    st.session_state.pop(_CHOSEN, None)
    renew()


def edit(step: Callable[[Briefing], Briefing]) -> None:
    """Change the briefing by a step that may refuse; a refusal is said and changes nothing."""
    try:
        change(step(briefing()))
    except BriefingError as error:
        st.toast(escape(str(error)), icon=":material/error:")
    renew()


def undo() -> None:
    """Take the last change back."""
    st.session_state[_HISTORY] = history().back()
    renew()


def redo() -> None:
    """Make the change again that was taken back last."""
    st.session_state[_HISTORY] = history().again()
    renew()


def choose(slide_id: str) -> None:
    """Take a slide at hand."""
    st.session_state[_CHOSEN] = slide_id


def chosen() -> str:
    """Return the id of the slide at hand; the first one if none was chosen; empty without slides."""
    slides = briefing().slides
    wanted = st.session_state.get(_CHOSEN)
    if any(slide.slide_id == wanted for slide in slides):
        return str(wanted)
    return slides[0].slide_id if slides else ""


def renew() -> None:
    """Let the editor's widgets start anew from the briefing."""
    st.session_state[_GENERATION] = st.session_state.get(_GENERATION, 0) + 1


def widget_key(name: str) -> str:
    """Return the key of an editor's widget; it changes when the briefing was changed from outside."""
    return f"briefing_{name}_{st.session_state.get(_GENERATION, 0)}"
