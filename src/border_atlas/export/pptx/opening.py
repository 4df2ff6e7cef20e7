"""The title slide: title, subtitle, and a text if it is short."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from border_atlas.domain.deck import Deck, DeckSlide
from border_atlas.export.pptx.look import TITLE_SIZES
from border_atlas.export.pptx.measure import first_fitting, shortened
from border_atlas.export.pptx.page import OPENING_TEXT, OPENING_TITLE, Page
from border_atlas.export.pptx.sheets import Texts
from border_atlas.export.pptx.texts import Para, fitting_size, one_line, paragraphs, plain

_SIZES: Final = (44, 40, 36, *TITLE_SIZES)
_SUBTITLE_SIZES: Final = (22, 20, 18, 16, 14)


@dataclass(frozen=True)
class Opening:
    """The title slide; ``texts`` has no room of its own on the slide, its placeholder has."""

    title: str
    size: float
    texts: Texts | None
    #: Whether the text of the slide has to go on a slide of its own.
    is_full: bool


def plan_opening(deck: Deck, slide: DeckSlide | None, page: Page) -> Opening:
    """Lay out the title slide; without a slide of the deck, from the deck alone."""
    room, height = page.inner.w, OPENING_TEXT[1]
    title = one_line((slide and slide.title) or deck.title) or "Border Atlas"
    size = first_fitting(_SIZES, title, room, OPENING_TITLE[1], bold=True)
    blocks = paragraphs(slide.blocks) if slide else ()
    lines = tuple(dict.fromkeys(filter(None, map(one_line, (deck.subtitle, slide.said if slide else "")))))
    head = plain("\n".join(lines))
    low = None if _has_links(blocks) else fitting_size((*head, *blocks), _SUBTITLE_SIZES, room, height)
    if low is not None:
        return Opening(title, size, _texts((*head, *blocks), page, low), is_full=False)
    low = fitting_size(head, _SUBTITLE_SIZES, room, height) or _SUBTITLE_SIZES[-1]
    cut = plain("\n".join(shortened(line, room * 2, low) for line in lines))
    return Opening(title, size, _texts(cut, page, low), is_full=bool(blocks))


def _has_links(paras: Sequence[Para]) -> bool:
    """Whether there are links: in the colour of links, they could not be read on this slide."""
    return any(run.link for para in paras for run in para.block.runs)


def _texts(paras: tuple[Para, ...], page: Page, size: float) -> Texts | None:
    return Texts(paras, page.inner, size) if paras else None
