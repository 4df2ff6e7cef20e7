"""A briefing as files: PowerPoint, handout, one HTML file, and the pictures of a slide's map."""

from collections.abc import Callable
from functools import partial
from typing import Final, Literal

import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain.briefing import Briefing
from border_atlas.domain.briefing_file import to_json
from border_atlas.domain.deck import Deck
from border_atlas.domain.deck_fill import fill
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.export.html.write import to_html
from border_atlas.export.pdf.write import about_pages, to_pdf
from border_atlas.export.picture import map_picture
from border_atlas.export.pptx.write import count_slides, to_pptx
from border_atlas.ui import briefing_jobs, briefing_page, briefing_state, cache, own_state
from border_atlas.ui.briefing_jobs import Job, Progress, Work

Drawer = Callable[[Dataset, Deck, Progress], bytes]

_PPTX: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_FORMATS: Final[tuple[tuple[str, str, str, str, Drawer], ...]] = (
    ("PowerPoint 16:9", "pptx", _PPTX, ":material/slideshow:",
     lambda data, deck, told: to_pptx(data, deck, ratio="16:9", progress=told)),
    ("PowerPoint 4:3", "pptx", _PPTX, ":material/slideshow:",
     lambda data, deck, told: to_pptx(data, deck, ratio="4:3", progress=told)),
    ("PDF handout", "pdf", "application/pdf", ":material/picture_as_pdf:",
     lambda data, deck, told: to_pdf(data, deck, progress=told)),
    ("One HTML file", "html", "text/html", ":material/html:",
     lambda data, deck, told: to_html(data, deck, progress=told)),
)  # fmt: skip
_SCALES: Final[tuple[Literal["1x", "2x", "300dpi"], ...]] = ("1x", "2x", "300dpi")


def menu(data: Dataset, words: Vocabulary) -> None:
    """Offer the whole briefing in each format."""
    now = briefing_state.briefing()
    place = st.popover("Export", icon=":material/download:", disabled=not now.slides, key="b_export", on_change="rerun")
    with place:
        st.caption("Every file carries legend, state of the data, sources and boundary notes; notes go with it.")
        # The buttons are there before the panel opens: a click on one that is only just drawn could be lost.
        for label, extension, mime, icon, drawer in _FORMATS:
            st.button(
                label, icon=icon, width="stretch", key=f"b_export_{label}", on_click=briefing_jobs.desk().ask,
                args=(partial(_whole, data, words, label, extension, mime, drawer),),
            )  # fmt: skip
        if place.open:
            st.caption(sizes((data.version, to_json(now)), data, words, now))


@st.cache_data(max_entries=20, show_spinner="Counting slides and pages …")
def sizes(
    key: tuple[str, bytes],  # noqa: ARG001  what the cache knows it by
    _data: Dataset,
    _words: Vocabulary,
    _briefing: Briefing,
) -> str:
    """Say how long each file will be; own data are left out of the count."""
    deck = fill(_briefing, _data, _words, stretches=cache.stretches(_data))
    listed = f"{len(deck.sources)} {'source' if len(deck.sources) == 1 else 'sources'} listed by number"
    return (
        f"PowerPoint: **{count_slides(_data, deck)} slides** at 16:9, at 4:3 sometimes one or two more. "
        f"PDF handout: **about {about_pages(deck)} pages**. "
        f"HTML: **{len(deck.slides)} slides**. Of these, title, sources and disclaimer come by themselves; {listed}."
    )


def _whole(data: Dataset, words: Vocabulary, label: str, extension: str, mime: str, drawer: Drawer) -> tuple[Job, Work]:
    briefing, stretches, own = briefing_state.briefing(), cache.stretches(data), own_state.for_briefing()

    def work(told: Progress) -> bytes:
        told(0, len(briefing.slides))
        return drawer(data, fill(briefing, data, words, stretches=stretches, own=own), told)

    name = briefing_page.file_name(briefing, extension)
    return Job(label, name, mime, briefing), work


def pictures(data: Dataset, words: Vocabulary) -> None:
    """Offer the first map of the slide at hand as a picture."""
    now = briefing_state.briefing()
    slide = now.slide(briefing_state.chosen())
    if slide is None or slide.kind not in briefing_page.WITH_MAP:
        return
    with st.popover("Map as picture", icon=":material/image:", key="b_picture"):
        for scale in _SCALES:
            st.button(
                f"PNG, {scale}", key=f"b_png_{scale}", width="stretch", on_click=briefing_jobs.desk().ask,
                args=(partial(_picture, data, words, now, slide.slide_id, "png", scale),),
            )  # fmt: skip
        st.button(
            "SVG", key="b_svg", width="stretch", on_click=briefing_jobs.desk().ask,
            args=(partial(_picture, data, words, now, slide.slide_id, "svg", "1x"),),
        )  # fmt: skip


def _picture(
    data: Dataset, words: Vocabulary, briefing: Briefing, slide_id: str, form: Literal["png", "svg"],
    scale: Literal["1x", "2x", "300dpi"],
) -> tuple[Job, Work]:  # fmt: skip
    stretches, own = cache.stretches(data), own_state.for_briefing()

    def work(told: Progress) -> bytes:
        told(0, 1)
        deck = fill(briefing, data, words, stretches=stretches, own=own)
        wanted = next(slide for slide in deck.slides if slide.slide_id == slide_id).maps[0]
        told(0, 1)
        return map_picture(
            data, wanted.view, wanted.frame, form=form, scale=scale, style=str(briefing.style), states=wanted.states,
            own=wanted.own,
        )  # fmt: skip

    mime = "image/png" if form == "png" else "image/svg+xml"
    return Job(f"{form.upper()} {scale}", f"border-atlas-map.{form}", mime, briefing), work
