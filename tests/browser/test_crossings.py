"""Crossing points on the map: those of the chosen area or mission from afar, the others from near by."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_map_page import map_frame

pytestmark = pytest.mark.browser

_DRAWN = "() => [...atlas.crossings.group.getLayers()].map((one) => one.options.alt)"


def test_from_near_by_crossings_are_drawn_and_in_the_legend(page: Page, app_url: str) -> None:
    page.goto(app_url)
    frame = map_frame(page)
    assert frame.evaluate(_DRAWN) == []
    frame.evaluate("() => { atlas.map.setView([34.1, 71.1], 8, {animate: false}); }")
    assert "Crossing point Torkham" in frame.evaluate(_DRAWN)
    expect(frame.get_by_text("road, rail, river or other crossing")).to_be_attached()


def test_the_crossing_of_a_mission_is_drawn_whatever_the_zoom(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?mission=isaf&at=20,40,3")
    frame = map_frame(page)
    assert frame.evaluate("() => atlas.map.getZoom()") == 3
    assert frame.evaluate(_DRAWN) == ["Crossing point Torkham"]


def test_a_click_opens_the_border_area(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?at=34.12,71.09,9")
    frame = map_frame(page)
    frame.get_by_label("Crossing point Torkham").click(force=True)
    expect(page.get_by_role("heading", name="Torkham crossing (Khyber Border Coordination Center)")).to_be_visible()
