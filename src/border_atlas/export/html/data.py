"""What the player's scripts read: layers, looks, and for each slide what its maps show."""

from typing import cast

from border_atlas.data.dataset import Dataset
from border_atlas.domain.boundary_notes import note_boxes
from border_atlas.domain.deck import Deck, DeckMap, DeckSlide
from border_atlas.export.html.frames import map_bounds
from border_atlas.export.html.layers import deck_layers
from border_atlas.maps.atlas_map import MAX_ZOOM, Hosts, browser_config
from border_atlas.maps.message import show_message
from border_atlas.maps.safety import Json


def player_data(
    data: Dataset, deck: Deck, *, start: int = 0, presenter: bool = False, focus: bool = True
) -> dict[str, Json]:
    """Return the deck for the browser.

    ``slides`` hold title and maps; a map says what it ``show``s (the message of `border_atlas.maps.message`) and its
    ``bounds`` as ``[[south, west], [north, east]]``. All other text of slides is in the document itself.
    """
    nowhere = Hosts(leaflet="", cluster="", assets="", layers="")
    return {
        "config": browser_config(nowhere, {}) | {"maxZoom": MAX_ZOOM, "notes": _notes(deck)},
        "layers": deck_layers(data, deck),
        "slides": [_slide(slide) for slide in deck.slides],
        "start": min(max(start, 0), max(len(deck.slides) - 1, 0)),
        "presenter": presenter,
        "focus": focus,
    }


def _notes(deck: Deck) -> Json:
    """Return all boundary notes with their boxes, for whoever leaves the slide's frame."""
    found = note_boxes(deck.style.value) if any(slide.maps for slide in deck.slides) else ()
    return [{"text": note.text, "boxes": [list(box) for box in boxes]} for note, boxes in found]


def _slide(slide: DeckSlide) -> dict[str, Json]:
    return {"title": slide.title, "maps": [_map(one) for one in slide.maps]}


def _map(shown: DeckMap) -> dict[str, Json]:
    west, south, east, north = (round(edge, 4) for edge in map_bounds(shown))
    return {
        "show": cast("Json", show_message(shown.view, overlay=shown.states, own=shown.own)),
        "bounds": [[south, west], [north, east]],
        "legend": shown.legend,
        "labels": shown.labels,
    }
