"""The copy of the briefing in the browser: it outlives reloads, lost connections and restarts of the server."""

from typing import Any, Final
from uuid import uuid4

import streamlit as st

from border_atlas.domain.briefing import Briefing
from border_atlas.domain.briefing_edit import History, add
from border_atlas.domain.briefing_file import from_json, to_json
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.errors import BriefingError
from border_atlas.maps.safety import escape
from border_atlas.ui import briefing_state

_KEEPER: Final = "briefing_keeper"
_SESSION: Final = "briefing_session"
_HEARD: Final = "briefing_heard"
_REFUSED: Final = "briefing_not_kept"

#: What an earlier session kept is handed over before it is written over, however soon the new session writes.
_KEEP_JS: Final = """
const TEXT = "border-atlas-briefing";
const OWNER = "border-atlas-briefing-session";

export default function ({ data, setTriggerValue }) {
  try {
    const kept = sessionStorage.getItem(TEXT);
    if (kept && !data.heard && sessionStorage.getItem(OWNER) !== data.session) {
      setTriggerValue("kept", kept);
    } else if (data.text) {
      sessionStorage.setItem(TEXT, data.text);
      sessionStorage.setItem(OWNER, data.session);
    }
  } catch (error) {
    if (data.text && !data.refused) setTriggerValue("refused", String(error.name));
  }
}
"""


def keep_in_browser(words: Vocabulary) -> None:
    """Keep the briefing in the browser's session storage; a new session takes over what is kept there."""
    memory = st.session_state
    if _SESSION not in memory:
        memory[_SESSION] = uuid4().hex
    sent = {
        "text": to_json(briefing_state.briefing()).decode() if briefing_state.is_begun() else "",
        "session": memory[_SESSION],
        "heard": _HEARD in memory,
        "refused": _REFUSED in memory,
    }
    # Asked for anew in each run: Streamlit knows a component by its name and forgets none.
    keeper = st.components.v2.component("border_atlas_briefing_keeper", js=_KEEP_JS)
    found: Any = keeper(
        key=_KEEPER, data=sent, on_kept_change=lambda: None, on_refused_change=lambda: None, height=0
    )  # fmt: skip
    kept = getattr(found, "kept", None)
    if isinstance(kept, str) and _HEARD not in memory:
        memory[_HEARD] = True
        _take_over(kept, words)
    if getattr(found, "refused", None) and _REFUSED not in memory:
        memory[_REFUSED] = True
        st.toast("This browser does not keep the briefing: save it as a file.", icon=":material/warning:")


def _take_over(kept: str, words: Vocabulary) -> None:
    try:
        found, _notes = from_json(kept.encode("utf-8", "replace"), words)
    except BriefingError as error:
        st.toast(f"The briefing kept in this browser cannot be read. {escape(str(error))}", icon=":material/error:")
        return
    if not found.slides:
        return
    st.toast("Your briefing is back.", icon=":material/slideshow:")
    made, left_out = joined(found, briefing_state.briefing())
    if left_out:
        st.toast(escape(left_out), icon=":material/warning:", duration="infinite")
    briefing_state.begin_with(History(found).then(made))
    st.rerun()


def joined(kept: Briefing, new: Briefing) -> tuple[Briefing, str]:
    """Put slides behind a kept briefing that were collected before it came back.

    Returns
    -------
    The briefing, and how many slides were left out and why, or an empty text.
    """
    for place, slide in enumerate(new.slides):
        try:
            kept = add(kept, slide)
        except BriefingError as error:
            lost = len(new.slides) - place
            return kept, f"{lost} new slide{'s were' if lost > 1 else ' was'} left out. {error}"
    return kept, ""
