"""Slides as they will be: the preview of one, and the whole briefing in the full window."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain.briefing import Briefing, Slide, SlideKind
from border_atlas.domain.briefing_file import to_json
from border_atlas.domain.briefing_frame import with_frame_slides
from border_atlas.domain.deck import Deck
from border_atlas.domain.deck_fill import fill
from border_atlas.domain.own_drawing import OwnDrawing
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.export.html.player import player_document
from border_atlas.ui import briefing_state, cache, own_state

_PRESENTING: Final = "briefing_presenting"
_LEAVE: Final = "present_leave_by_key"
#: Escape leaves, wherever the keyboard is: the player says so from its frame.
_LEAVE_JS: Final = """
export default function ({ setTriggerValue }) {
  const said = (event) => { if (event.data === "border-atlas-leave") setTriggerValue("leave", true); };
  const pressed = (event) => { if (event.key === "Escape") setTriggerValue("leave", true); };
  addEventListener("message", said);
  addEventListener("keydown", pressed);
  return () => { removeEventListener("message", said); removeEventListener("keydown", pressed); };
}
"""
#: The player fills the window; Streamlit's own parts make room.
_FULL: Final = """
<style>
[data-testid="stHeader"], [data-testid="stSidebar"], [data-testid="stSidebarCollapsedControl"] { display: none; }
.stMainBlockContainer { padding: 0 !important; max-width: none !important; }
.stMain { overflow: hidden; }
.st-key-present_stage iframe { position: fixed; inset: 0; width: 100vw !important; height: 100vh !important; }
.st-key-present_stage iframe { z-index: 10; border: 0; }
.st-key-present_leave { position: fixed; top: .15rem; right: .15rem; z-index: 20; opacity: .3; width: auto; }
.st-key-present_leave:hover, .st-key-present_leave:focus-within { opacity: 1; }
.st-key-present_leave button { min-height: 0; padding: .05rem .2rem; border: 0; background: none; }
.st-key-present_leave button p { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
</style>
"""
#: A slide is laid out as on a screen and made smaller as a whole; only a phone gets the layout of a phone.
_SCALED: Final = """
<style>
.st-key-b_preview {
  container-type: inline-size; aspect-ratio: 16 / 9; overflow: hidden;
  border: 1px solid color-mix(in srgb, currentColor 18%, transparent); border-radius: .4rem;
}
.st-key-b_preview iframe {
  width: 1280px !important; height: 720px !important; max-width: none; border: 0;
  transform-origin: top left; scale: tan(atan2(100cqw, 1280px));
}
@media (max-width: 640px) {
  .st-key-b_preview { aspect-ratio: auto; }
  .st-key-b_preview iframe { width: 100% !important; height: 30rem !important; scale: none; }
}
</style>
"""


def deck_of(data: Dataset, words: Vocabulary, briefing: Briefing, own: Sequence[OwnDrawing] = ()) -> Deck:
    """Fill a briefing from the dataset, and from own data that were ticked for it."""
    return fill(briefing, data, words, stretches=cache.stretches(data), own=own)


@dataclass(frozen=True)
class _Wish:
    """What is wanted of a briefing: the slide to begin with, or, with its number and that of all, it alone."""

    start: int
    focus: bool
    shown_as: tuple[int, int] | None = None


@st.cache_data(max_entries=40, show_spinner="Preparing the slide …")
def _document(key: tuple[str, bytes, _Wish], _data: Dataset, _words: Vocabulary, _briefing: Briefing) -> str:
    return _drawn(_data, deck_of(_data, _words, _briefing), key[2])


def _drawn(data: Dataset, deck: Deck, wish: _Wish) -> str:
    if wish.shown_as is None:
        return player_document(data, deck, start=wish.start, focus=wish.focus)
    alone = replace(deck, slides=(deck.slides[wish.start],))
    return player_document(data, alone, focus=wish.focus, shown_as=wish.shown_as)


def _player(data: Dataset, words: Vocabulary, briefing: Briefing, wish: _Wish) -> str:
    """Return the document; one with own data goes past the cache, which all sessions share."""
    own = own_state.for_briefing()
    if own:
        return _drawn(data, deck_of(data, words, briefing, own), wish)
    return _document((data.version, to_json(briefing), wish), data, words, briefing)


def place_of(briefing: Briefing, slide: Slide) -> tuple[int, int]:
    """Return the number of a slide in the whole briefing, with what comes by itself, and how many slides there are."""
    ids = [one.slide_id for one in with_frame_slides(briefing).slides]
    return ids.index(slide.slide_id) + 1, len(ids)


def preview(data: Dataset, words: Vocabulary, briefing: Briefing, slide: Slide) -> None:
    """Show one slide in a frame of its own, without its neighbours."""
    alone = replace(briefing, slides=(slide,))
    # A title slide of one's own gets none before it.
    start = 0 if slide.kind is SlideKind.TITLE else 1
    # Whoever types beside it keeps the keyboard.
    document = _player(data, words, alone, _Wish(start, focus=False, shown_as=place_of(briefing, slide)))
    st.html(_SCALED)
    with st.container(key="b_preview"):
        st.iframe(document, height=720)


def present_button() -> None:
    """Offer to present."""
    empty = not briefing_state.briefing().slides
    st.button("Present", icon=":material/play_arrow:", type="primary", key="b_present", on_click=_begin, disabled=empty)


def _begin() -> None:
    st.session_state[_PRESENTING] = True


def _end() -> None:
    st.session_state[_PRESENTING] = False


def is_presenting() -> bool:
    """Tell whether the briefing fills the window."""
    return bool(st.session_state.get(_PRESENTING) and briefing_state.briefing().slides)


def present(data: Dataset, words: Vocabulary) -> None:
    """Fill the window with the briefing; slides change in the browser, without a run of the script."""
    briefing = briefing_state.briefing()
    st.html(_FULL)
    st.button("Leave", icon=":material/close:", key="present_leave", on_click=_end, help="Back to the editor (Esc)")
    # Asked for anew in each run: Streamlit knows a component by its name and forgets none.
    st.components.v2.component("border_atlas_leave", js=_LEAVE_JS)(key=_LEAVE, on_leave_change=_end, height=0)
    document = _player(data, words, briefing, _Wish(0, focus=True))
    with st.container(key="present_stage"):
        st.iframe(document, height=800)
