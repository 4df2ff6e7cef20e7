"""A deck as a PowerPoint file that anybody can go on editing."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from pptx.presentation import Presentation
from pptx.slide import Slide

from border_atlas.data.dataset import Dataset
from border_atlas.domain.briefing import SlideKind
from border_atlas.domain.deck import Deck, DeckSlide
from border_atlas.export.pptx.annex import in_notes
from border_atlas.export.pptx.master import new_file
from border_atlas.export.pptx.opening import plan_opening
from border_atlas.export.pptx.pack import packed
from border_atlas.export.pptx.page import Page, Ratio
from border_atlas.export.pptx.plan import plan_slide
from border_atlas.export.pptx.slides import add_notes, draw_opening, draw_sheet
from border_atlas.export.pptx.texts import one_line

#: The disclaimer in the few words that a footer has room for; the whole of it has a slide.
SHORT_DISCLAIMER: Final = "Names and boundaries shown imply no endorsement"


def to_pptx(
    data: Dataset, deck: Deck, *, ratio: Ratio = "16:9", progress: Callable[[int, int], None] | None = None
) -> bytes:
    """Return a deck as a file; equal decks give equal bytes.

    A slide that is too long for one page goes on on further ones; titles then end in "(1/2)".

    Parameters
    ----------
    progress
        Called after each slide with the number of slides done and of all; may raise to stop.
    """
    page = Page(ratio)
    file = new_file(page, deck.style, footer=f"{one_line(deck.footer)} · {SHORT_DISCLAIMER}")
    if not deck.slides:
        draw_opening(file, plan_opening(deck, None, page))
    for done, slide in enumerate(deck.slides, start=1):
        _draw(file, data, deck, slide, page)
        if progress:
            progress(done, len(deck.slides))
    return packed(file, deck)


def _draw(file: Presentation, data: Dataset, deck: Deck, slide: DeckSlide, page: Page) -> None:
    made: list[Slide] = []
    if slide.kind is SlideKind.TITLE:
        opening = plan_opening(deck, slide, page)
        made.append(draw_opening(file, opening))
        # The text of a title slide that has no room there follows on a slide of its own.
        slide = replace(slide, said="", blocks=slide.blocks if opening.is_full else ())
    if slide.kind is not SlideKind.TITLE or slide.blocks:
        sheets = plan_slide(data, slide, deck, page)
        made += [draw_sheet(file, data, sheet) for sheet in sheets]
        slide = replace(slide, notes=(*slide.notes, *in_notes([one for sheet in sheets for one in sheet.left_over])))
    add_notes(made[0], slide)


def count_slides(data: Dataset, deck: Deck, *, ratio: Ratio = "16:9") -> int:
    """Return how many slides the file of a deck has, without drawing it."""
    page = Page(ratio)
    return max(sum(_count(data, deck, slide, page) for slide in deck.slides), 1)


def _count(data: Dataset, deck: Deck, slide: DeckSlide, page: Page) -> int:
    if slide.kind is not SlideKind.TITLE:
        return len(plan_slide(data, slide, deck, page))
    if not plan_opening(deck, slide, page).is_full:
        return 1
    return 1 + len(plan_slide(data, replace(slide, said=""), deck, page))
