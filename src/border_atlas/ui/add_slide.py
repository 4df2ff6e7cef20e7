"""The button of every page that takes its view into the briefing."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import streamlit as st

from border_atlas.domain.briefing import Slide, SlideKind
from border_atlas.domain.briefing_edit import add
from border_atlas.domain.frame import Frame, parse_frame
from border_atlas.domain.selection import Selection
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.errors import BriefingError
from border_atlas.maps.safety import escape
from border_atlas.ui import briefing_keeper, briefing_state

_SAID: Final = "atlas_slide_said"
_WITH_MAP: Final = frozenset({SlideKind.MAP, SlideKind.MISSION, SlideKind.AREA, SlideKind.COMPARE, SlideKind.GAPS})


def button(
    kind: SlideKind, selection: Selection, words: Vocabulary, *, title: str, extra: Mapping[str, str] | None = None
) -> None:
    """Offer to take the page's view as a slide, with the map where it stands at that moment.

    Parameters
    ----------
    extra
        What the page keeps for itself in its address.
    """
    briefing_keeper.keep_in_browser(words)
    _say()
    slide = Slide("new", kind, title, selection=selection, extra=dict(extra or {}))
    number = len(briefing_state.briefing().slides)
    st.button(
        f"Add to briefing ({number})" if number else "Add to briefing", icon=":material/add_to_queue:",
        key="add_slide", on_click=partial(_add, slide), help="Takes this view, as it is now, as a slide.",
    )  # fmt: skip


def _add(slide: Slide) -> None:
    if slide.kind in _WITH_MAP:
        slide = Slide(
            slide.slide_id, slide.kind, slide.title, selection=slide.selection, frame=_frame(), extra=slide.extra
        )
    now = briefing_state.briefing()
    try:
        made = add(now, slide)
    except BriefingError as error:
        st.session_state[_SAID] = (escape(str(error)), ":material/error:")
        return
    briefing_state.change(made)
    briefing_state.choose(made.slides[-1].slide_id)
    briefing_state.renew()
    st.session_state[_SAID] = (f"Slide {len(made.slides)} added: {escape(slide.title)}", ":material/slideshow:")


def _say() -> None:
    """Say what came of the last click: where a part of a page is run alone, what a callback says is not shown."""
    said: tuple[str, str] | None = st.session_state.pop(_SAID, None)
    if said is not None:
        text, icon = said
        st.toast(text, icon=icon)


def _frame() -> Frame | None:
    """Return where the map looks; the browser keeps it in the address without a run of the script."""
    at = st.query_params.get("at", "")
    return parse_frame(at) if at else None
