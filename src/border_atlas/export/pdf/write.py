"""Writes a briefing as a handout and a mission or border area as a profile of one page, in A4."""

from collections.abc import Callable

from border_atlas.data.dataset import Dataset
from border_atlas.domain.deck import Deck
from border_atlas.export.pdf.compile import compile_pdf, workshop
from border_atlas.export.pdf.data import deck_data, slide_data
from border_atlas.export.pdf.pictures import map_data

Progress = Callable[[int, int], None]


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
