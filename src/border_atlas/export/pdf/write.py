"""Writes a briefing as a handout and a mission or border area as a profile of one page, in A4."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from border_atlas.data.dataset import Dataset
from border_atlas.domain.briefing import Briefing, HouseStyle, Slide, SlideKind
from border_atlas.domain.cards import Card
from border_atlas.domain.deck import Deck, DeckSlide
from border_atlas.domain.deck_fill import fill
from border_atlas.domain.details import area_card, mission_card
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.stretches import Stretches
from border_atlas.domain.vocabulary import vocabulary_of
from border_atlas.export.pdf.compile import compile_pdf, workshop
from border_atlas.export.pdf.data import card_facts, deck_data, slide_data
from border_atlas.export.pdf.pictures import BESIDE, map_data
from border_atlas.export.pdf.shorten import variants

Progress = Callable[[int, int], None]
#: Rough measures of a page, for `about_pages`.
_SOURCES_ON_PAGE: Final = 66
_LETTERS_ON_PAGE: Final = 2600
_ROWS_ON_PAGE: Final = 30


def to_pdf(data: Dataset, deck: Deck, *, progress: Progress | None = None) -> bytes:
    """Return the handout: cover with contents, each slide with its notes, all sources, disclaimer.

    Parameters
    ----------
    progress
        Told after each slide how many of how many are done; what it raises ends the work.

    Raises
    ------
    ExportError
        If the document cannot be made.
    """
    slides = []
    with workshop() as folder:
        for number, slide in enumerate(deck.slides):
            slides.append(slide_data(deck, number, map_data(data, slide.maps, folder, f"map-{number + 1}")))
            if progress is not None:
                progress(number + 1, len(deck.slides))
        return compile_pdf(folder, "handout.typ", deck_data(deck, slides), deck.data_as_of)


def about_pages(deck: Deck) -> int:
    """Estimate how many pages the handout has, without making it."""
    cover = not deck.slides or deck.slides[0].kind is not SlideKind.TITLE
    return cover + sum(_pages(slide, len(deck.sources)) for slide in deck.slides)


def _pages(slide: DeckSlide, sources: int) -> int:
    if slide.kind is SlideKind.SOURCES:
        return 1 + sources // _SOURCES_ON_PAGE
    letters = sum(len(run.text) for block in (*slide.blocks, *slide.notes) for run in block.runs)
    rows = sum(len(table.rows) for table in slide.tables) + sum(len(chart.frame) for chart in slide.charts[:1])
    parts = bool(slide.maps) + letters / _LETTERS_ON_PAGE + rows / _ROWS_ON_PAGE
    return max(1, round(parts))


def mission_profile_pdf(data: Dataset, mission_id: str, *, style: HouseStyle = HouseStyle.NEUTRAL) -> bytes:
    """Return a mission on one page; what does not fit is counted there.

    Raises
    ------
    SelectionError
        If there is no such mission.
    """
    wanted = Selection(mission=mission_id)
    card = mission_card(data, select(data, wanted), mission_id)
    return profile_page(data, _filled(data, SlideKind.MISSION, wanted, style), card)


def area_profile_pdf(
    data: Dataset, area_id: str, *, style: HouseStyle = HouseStyle.NEUTRAL, stretches: Stretches | None = None
) -> bytes:
    """Return a border area on one page; what does not fit is counted there.

    Parameters
    ----------
    stretches
        Of the dataset's borders, if they are at hand; else they are worked out (a second).

    Raises
    ------
    SelectionError
        If there is no such border area.
    """
    wanted = Selection(area=area_id)
    card = area_card(data, select(data, wanted), area_id)
    return profile_page(data, _filled(data, SlideKind.AREA, wanted, style, stretches), card)


def profile_page(data: Dataset, deck: Deck, card: Card) -> bytes:
    """Return the only slide of a deck as one page, with the facts of its card.

    Raises
    ------
    ExportError
        If the page cannot be made.
    """
    with workshop() as folder:
        drawn = map_data(data, deck.slides[0].maps, folder, "map", size=BESIDE)
        slide = slide_data(deck, 0, drawn)
        slide |= card_facts(card, slide)
        return compile_pdf(folder, "profile.typ", deck_data(deck, variants(slide)), deck.data_as_of)


def _filled(
    data: Dataset, kind: SlideKind, wanted: Selection, style: HouseStyle, stretches: Stretches | None = None
) -> Deck:
    """Fill a deck of one slide, without those that a briefing gets by itself."""
    briefing = Briefing("", (Slide("profile", kind, selection=wanted),), style=style)
    deck = fill(briefing, data, vocabulary_of(data), stretches=stretches)
    slide = next(one for one in deck.slides if one.slide_id == "profile")
    return replace(deck, title=slide.title, slides=(slide,))
