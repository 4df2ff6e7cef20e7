"""Puts the document together: the same for the file to take along and for the presenter's page."""

from collections.abc import Callable, Iterable
from pathlib import Path
from string import Template
from typing import Final

from border_atlas.data.dataset import Dataset
from border_atlas.domain.deck import Deck
from border_atlas.export.html.assets_text import scripts, styles
from border_atlas.export.html.csp import inline, policy
from border_atlas.export.html.data import player_data
from border_atlas.export.html.slides import slide_html
from border_atlas.maps.safety import escape, script_json

_PAGE: Final = Path(__file__).parent / "page.html"


def player_document(
    data: Dataset,
    deck: Deck,
    *,
    start: int = 0,
    presenter: bool = False,
    focus: bool = True,
    shown_as: tuple[int, int] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> str:
    """Return the briefing as one HTML document.

    Parameters
    ----------
    start
        Slide to begin with, the first being 0; a ``#3`` in the address goes before it.
    presenter
        Whether to begin with notes, timer and the next title beside the slide.
    focus
        Whether the document takes the keyboard at once when it stands in a frame; a preview beside an editor must not.
    shown_as
        Number of the slide, and of all, for a deck of one slide that was cut out of a longer one.
    progress
        Told after each step how many of how many are done; what it raises ends the work.
    """
    return Template(_PAGE.read_text(encoding="utf-8")).substitute(
        lang=escape(deck.language or "en"),
        title=escape(deck.title or "Briefing"),
        style=deck.style.value.lower(),
        policy=policy(scripts(), styles()),
        styles=_joined("style", styles()),
        scripts=_joined("script", scripts()),
        slides="\n".join(_slides(deck, shown_as, progress)),
        data=script_json(player_data(data, deck, start=start, presenter=presenter, focus=focus)),
    )


def _joined(name: str, texts: Iterable[str]) -> str:
    return "\n".join(inline(name, text) for text in texts)


def _slides(deck: Deck, shown_as: tuple[int, int] | None, progress: Callable[[int, int], None] | None) -> Iterable[str]:
    for number in range(len(deck.slides)):
        yield slide_html(deck, number, shown_as=shown_as)
        if progress is not None:
            progress(number + 1, len(deck.slides))
