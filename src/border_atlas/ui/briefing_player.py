"""Slides as they will be: the preview of one, and the whole briefing in the full window."""

from dataclasses import replace
from typing import Final

import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain.briefing import Briefing, Slide, SlideKind
from border_atlas.domain.briefing_file import to_json
from border_atlas.domain.deck import Deck
from border_atlas.domain.deck_fill import fill
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.export.html.player import player_document
from border_atlas.ui import briefing_state, cache

_PRESENTING: Final = "briefing_presenting"
#: The player fills the window; Streamlit's own parts make room.
_FULL: Final = """
<style>
[data-testid="stHeader"], [data-testid="stSidebar"], [data-testid="stSidebarCollapsedControl"] { display: none; }
.stMainBlockContainer { padding: 0 !important; max-width: none !important; }
.stMain { overflow: hidden; }
iframe[data-testid="stIFrame"] { position: fixed; inset: 0; width: 100vw !important; height: 100vh !important; }
iframe[data-testid="stIFrame"] { z-index: 10; border: 0; }
.st-key-present_leave { position: fixed; top: .4rem; right: .5rem; z-index: 20; opacity: .25; width: auto; }
.st-key-present_leave:hover, .st-key-present_leave:focus-within { opacity: 1; }
</style>
"""


def deck_of(data: Dataset, words: Vocabulary, briefing: Briefing) -> Deck:
    """Fill a briefing from the dataset."""
    return fill(briefing, data, words, stretches=cache.stretches(data))


@st.cache_data(max_entries=40, show_spinner="Preparing the slide …")
def _document(key: tuple[str, bytes, int], _data: Dataset, _words: Vocabulary, _briefing: Briefing) -> str:
    return player_document(_data, deck_of(_data, _words, _briefing), start=key[2])


def preview(data: Dataset, words: Vocabulary, briefing: Briefing, slide: Slide) -> None:
    """Show one slide in a frame of its own, without its neighbours."""
    alone = replace(briefing, slides=(slide,))
    # A title slide of one's own gets none before it.
    start = 0 if slide.kind is SlideKind.TITLE else 1
    document = _document((data.version, to_json(alone), start), data, words, alone)
    st.iframe(document, height=520)


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
    st.button("Leave", icon=":material/close:", key="present_leave", on_click=_end, help="Back to the editor")
    st.iframe(_document((data.version, to_json(briefing), 0), data, words, briefing), height=800)
