"""The Briefing page: the list of slides, the editor, the preview, and what to do with the whole."""

from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain.briefing import MAX_TEXT, MAX_TITLE, Briefing, HouseStyle, Slide, SlideKind, SlideOptions
from border_atlas.domain.briefing_edit import add, change, delete, duplicate, move
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.maps.safety import escape
from border_atlas.ui import briefing_player, briefing_state

ICONS: Final = {
    SlideKind.TITLE: ":material/title:",
    SlideKind.TEXT: ":material/notes:",
    SlideKind.MAP: ":material/map:",
    SlideKind.MISSION: ":material/flag:",
    SlideKind.AREA: ":material/fence:",
    SlideKind.TIMELINE: ":material/view_timeline:",
    SlideKind.PER_YEAR: ":material/bar_chart:",
    SlideKind.MATRIX: ":material/grid_on:",
    SlideKind.COMPARE: ":material/compare:",
    SlideKind.GAPS: ":material/join_inner:",
    SlideKind.SOURCES: ":material/menu_book:",
    SlideKind.DISCLAIMER: ":material/gavel:",
}
_STYLES: Final = {
    HouseStyle.NEUTRAL: "Neutral", HouseStyle.UN: "UN", HouseStyle.EU: "EU", HouseStyle.OSCE: "OSCE",
}  # fmt: skip
#: Kinds of slides that hold a map.
WITH_MAP: Final = frozenset({SlideKind.MAP, SlideKind.MISSION, SlideKind.AREA, SlideKind.COMPARE, SlideKind.GAPS})
#: Six buttons in the room of a narrow column: their words are for readers of the screen, and in the tooltip.
_SMALL: Final = """
<style>
.st-key-b_steps button { padding: .25rem .55rem; }
.st-key-b_steps button p { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
</style>
"""
_EMPTY: Final = """
##### Nothing collected yet
1. On any page, press **Add to briefing**: the view becomes a slide, with the map where it stands.
2. Come back here to put the slides in order, give them text and notes, and choose a house style.
3. **Present** full screen, or take it away as PowerPoint, PDF or one HTML file that opens without internet.

Or begin with a ready-made briefing; its texts are made from the data as they stand.
"""


def empty() -> None:
    """Say what to do with an empty briefing."""
    with st.container(border=True):
        st.markdown(_EMPTY)


def whole() -> None:
    """Edit what belongs to the briefing as a whole, with undo and redo."""
    now = briefing_state.briefing()
    title, subtitle, style = st.columns([0.42, 0.36, 0.22], gap="small")
    title.text_input(
        "Title of the briefing", now.title, max_chars=MAX_TITLE, key=briefing_state.widget_key("title"),
        on_change=_set_whole, args=("title",), placeholder="e.g. Border monitoring in the Caucasus",
    )  # fmt: skip
    subtitle.text_input(
        "Subtitle", now.subtitle, max_chars=MAX_TITLE, key=briefing_state.widget_key("subtitle"),
        on_change=_set_whole, args=("subtitle",), placeholder="e.g. Desk briefing, Monday",
    )  # fmt: skip
    style.selectbox(
        "House style", list(_STYLES), index=list(_STYLES).index(now.style), format_func=_STYLES.__getitem__,
        key=briefing_state.widget_key("style"), on_change=_set_whole, args=("style",),
        help="Whose wording the boundary notes follow, and a sober colour. No emblems.",
    )  # fmt: skip


def _set_whole(name: str) -> None:
    value = st.session_state[briefing_state.widget_key(name)]
    now = briefing_state.briefing()
    briefing_state.change(
        replace(
            now,
            title=value if name == "title" else now.title,
            subtitle=value if name == "subtitle" else now.subtitle,
            style=value if name == "style" else now.style,
        )
    )


def steps() -> None:
    """Offer undo and redo, and what can be done with the slide at hand; above the list, so that nothing moves away."""
    past = briefing_state.history()
    st.html(_SMALL)
    with st.container(horizontal=True, gap="xsmall", key="b_steps"):
        st.button(
            "Undo", icon=":material/undo:", help="Undo", key="b_undo",
            on_click=briefing_state.undo, disabled=not past.before,
        )  # fmt: skip
        st.button(
            "Redo", icon=":material/redo:", help="Redo", key="b_redo",
            on_click=briefing_state.redo, disabled=not past.undone,
        )  # fmt: skip
        at_hand = briefing_state.chosen()
        if at_hand:
            _actions(at_hand)


def text_slide() -> None:
    """Offer a slide of text alone."""
    st.button("Text slide", icon=":material/add:", on_click=_add_text, key="b_text")


def _add_text() -> None:
    briefing_state.edit(lambda now: add(now, Slide("new", SlideKind.TEXT, "New slide")))
    slides = briefing_state.briefing().slides
    if slides:
        briefing_state.choose(slides[-1].slide_id)


def slide_list() -> None:
    """List the slides in their order."""
    at_hand = briefing_state.chosen()
    with st.container(gap="xsmall", key="b_list"):
        for number, slide in enumerate(briefing_state.briefing().slides, start=1):
            _entry(number, slide, at_hand=slide.slide_id == at_hand)


def _entry(number: int, slide: Slide, *, at_hand: bool) -> None:
    st.button(
        f"{number}. {escape(slide.title) or 'Without title'}", icon=ICONS[slide.kind], width="stretch",
        type="primary" if at_hand else "tertiary", key=f"b_open_{slide.slide_id}",
        on_click=briefing_state.choose, args=(slide.slide_id,),
    )  # fmt: skip


def _actions(slide_id: str) -> None:
    """Offer what can be done with the slide at hand."""
    for icon, words, step in (
        (":material/arrow_upward:", "Move up", partial(move, slide_id=slide_id, by=-1)),
        (":material/arrow_downward:", "Move down", partial(move, slide_id=slide_id, by=1)),
        (":material/content_copy:", "Duplicate", partial(duplicate, slide_id=slide_id)),
        (":material/delete:", "Delete", partial(delete, slide_id=slide_id)),
    ):
        st.button(
            words, icon=icon, help=words, key=f"b_{words.lower().replace(' ', '_')}",
            on_click=briefing_state.edit, args=(step,),
        )  # fmt: skip


def editor() -> None:
    """Edit the slide at hand: title, text, notes, options."""
    slide = briefing_state.briefing().slide(briefing_state.chosen())
    if slide is None:
        return
    st.text_input(
        "Title of the slide", slide.title, max_chars=MAX_TITLE, key=_key("slide_title", slide),
        on_change=_set, args=(slide, "slide_title"),
    )  # fmt: skip
    text, notes = st.columns(2, gap="small")
    text.text_area(
        "Text on the slide (Markdown)", slide.text, max_chars=MAX_TEXT, height=150, key=_key("text", slide),
        on_change=_set, args=(slide, "text"), placeholder="Paragraphs, - lists, **bold**, [links](https://…)",
    )  # fmt: skip
    notes.text_area(
        "Speaker notes", slide.notes, max_chars=MAX_TEXT, height=150, key=_key("notes", slide),
        on_change=_set, args=(slide, "notes"), placeholder="What to say; only you see it.",
    )  # fmt: skip
    if slide.kind in WITH_MAP:
        with st.container(horizontal=True):
            for name, words, value in (
                ("legend", "Legend", slide.options.legend), ("labels", "Labels", slide.options.labels),
            ):  # fmt: skip
                st.toggle(words, value, key=_key(name, slide), on_change=_set, args=(slide, name))


def _key(name: str, slide: Slide) -> str:
    return briefing_state.widget_key(f"{name}_{slide.slide_id}")


def _set(slide: Slide, name: str) -> None:
    """Take over one field of the editor; the slide may have been changed by another field in the same run."""
    value = st.session_state[_key(name, slide)]
    now = briefing_state.briefing()
    found = now.slide(slide.slide_id)
    if found is None:
        return
    options = found.options
    made = replace(
        found,
        title=value if name == "slide_title" else found.title,
        text=value if name == "text" else found.text,
        notes=value if name == "notes" else found.notes,
        options=SlideOptions(
            legend=value if name == "legend" else options.legend, labels=value if name == "labels" else options.labels
        ),
    )
    briefing_state.change(change(now, made))


def preview(data: Dataset, words: Vocabulary) -> None:
    """Show the slide at hand as it will be, with its live map."""
    now = briefing_state.briefing()
    slide = now.slide(briefing_state.chosen())
    if slide is not None:
        briefing_player.preview(data, words, now, slide)


def file_name(briefing: Briefing, extension: str) -> str:
    """Name a file after the briefing, in letters that every system takes."""
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in briefing.title).split()
    return f"{'-'.join(words)[:60].lower() or 'briefing'}.{extension}"
