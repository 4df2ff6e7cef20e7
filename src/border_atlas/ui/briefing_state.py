"""The briefing of a session: its history of changes, the slide at hand, and its copy in the browser."""

from collections.abc import Callable
from typing import Any, Final

import streamlit as st

from border_atlas.domain.briefing import Briefing
from border_atlas.domain.briefing_edit import History
from border_atlas.domain.briefing_file import from_json, to_json
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.errors import BriefingError
from border_atlas.maps.safety import escape

_HISTORY: Final = "briefing_history"
_CHOSEN: Final = "briefing_chosen"
_GENERATION: Final = "briefing_generation"
_KEEPER: Final = "briefing_keeper"
_EMPTY: Final = Briefing("Briefing")

#: Keeps the briefing in the browser's own session storage, and gives it back to a session that has none yet.
_KEEP_JS: Final = """
export default function ({ data, setTriggerValue }) {
  const name = "border-atlas-briefing";
  if (data.text) {
    sessionStorage.setItem(name, data.text);
    return;
  }
  const kept = sessionStorage.getItem(name);
  if (kept) setTriggerValue("kept", kept);
}
"""


def history() -> History:
    """Return the session's briefing with the steps before it."""
    found: History = st.session_state.get(_HISTORY, History(_EMPTY))
    return found


def briefing() -> Briefing:
    """Return the session's briefing as it is now."""
    return history().now


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


def keep_in_browser(words: Vocabulary) -> None:
    """Keep the briefing in the browser against reloads; a new session takes over what is kept there."""
    touched = _HISTORY in st.session_state
    text = to_json(briefing()).decode() if touched else ""
    # Asked for anew in each run: Streamlit knows a component by its name and forgets none.
    keeper = st.components.v2.component("border_atlas_briefing_keeper", js=_KEEP_JS)
    found: Any = keeper(key=_KEEPER, data={"text": text}, on_kept_change=lambda: None, height=0)
    kept = getattr(found, "kept", None)
    if not touched and isinstance(kept, str):
        _take_over(kept, words)


def _take_over(kept: str, words: Vocabulary) -> None:
    try:
        found, _notes = from_json(kept.encode("utf-8", "replace"), words)
    except BriefingError as error:
        st.session_state[_HISTORY] = History(_EMPTY)
        st.toast(f"The briefing kept in this browser cannot be read. {escape(str(error))}", icon=":material/error:")
        return
    st.session_state[_HISTORY] = History(found)
    if found.slides:
        st.toast("Your briefing is back.", icon=":material/slideshow:")
        renew()
        st.rerun()
