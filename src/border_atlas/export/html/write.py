"""Writes a briefing as one HTML file that opens from disk, without any network."""

from collections.abc import Callable

from border_atlas.data.dataset import Dataset
from border_atlas.domain.deck import Deck
from border_atlas.export.html.player import player_document


def to_html(data: Dataset, deck: Deck, *, progress: Callable[[int, int], None] | None = None) -> bytes:
    """Return the file: slides with live maps, keys, notes and print, with no part anywhere else.

    Parameters
    ----------
    progress
        Told after each slide how many of how many are done; what it raises ends the work.
    """
    return player_document(data, deck, progress=progress).encode()
