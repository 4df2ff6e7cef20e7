"""Places in the field on the map: those of the chosen mission from afar, all from near by."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_map_page import map_frame

pytestmark = pytest.mark.browser


def test_the_chosen_missions_places_are_drawn_and_named(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?mission=eumm-georgia")
    frame = map_frame(page)
    mark = frame.get_by_label("EUMM Georgia, field office Field Office Gori")
    expect(mark).to_be_attached()
    drawn = frame.evaluate("() => [...atlas.sites.group.getLayers()].map((one) => one.options.alt)")
    assert all(name.startswith("EUMM Georgia") for name in drawn if atlas_zoom(frame) < 6)
    expect(frame.get_by_text("Field sites", exact=True).first).to_be_attached()


def atlas_zoom(frame: object) -> float:
    """Return the zoom of a map's frame."""
    return float(frame.evaluate("() => atlas.map.getZoom()"))  # type: ignore[attr-defined]


def test_from_afar_no_place_is_drawn_without_a_choice(page: Page, app_url: str) -> None:
    page.goto(app_url)
    frame = map_frame(page)
    assert frame.evaluate("() => atlas.sites.drawn") == 0
    frame.evaluate("() => { atlas.map.setView([42, 44], 8, {animate: false}); }")
    assert frame.evaluate("() => atlas.sites.drawn") > 0
