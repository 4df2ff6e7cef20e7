"""Crossing points on the map: those of the chosen area or mission from afar, the others from near by."""

import pytest
from playwright.sync_api import Page, expect

from border_atlas.config import GEODATA
from border_atlas.data.load import load_dataset
from border_atlas.domain.crossings import crossings_of
from tests.browser.test_map_page import map_frame

pytestmark = pytest.mark.browser

DATA = load_dataset(GEODATA)
TORKHAM = DATA.crossings.set_index("crossing_id").loc["torkham"]
_DRAWN = "() => [...atlas.crossings.group.getLayers()].map((one) => one.options.alt)"


def test_from_near_by_crossings_are_drawn_and_in_the_legend(page: Page, app_url: str) -> None:
    page.goto(app_url)
    frame = map_frame(page)
    assert frame.evaluate(_DRAWN) == []
    frame.evaluate("() => { atlas.map.setView([34.1, 71.1], 8, {animate: false}); }")
    assert f"Crossing point {TORKHAM['name']}" in frame.evaluate(_DRAWN)
    expect(frame.get_by_text("road, rail, river or other crossing")).to_be_attached()


def test_the_crossings_of_a_mission_and_no_others_are_drawn_from_afar(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?mission=isaf&at=20,40,3")
    frame = map_frame(page)
    assert frame.evaluate("() => atlas.map.getZoom()") == 3
    works = DATA.activities["activity_id"][DATA.activities["mission_id"] == "isaf"]
    names = crossings_of(DATA, activities=works)["name"]
    assert sorted(frame.evaluate(_DRAWN)) == sorted(f"Crossing point {name}" for name in names)


def test_a_click_opens_the_border_area(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?at={TORKHAM.geometry.y:.2f},{TORKHAM.geometry.x:.2f},9")
    frame = map_frame(page)
    frame.get_by_label(f"Crossing point {TORKHAM['name']}").click(force=True)
    name = DATA.areas.set_index("area_id").loc[TORKHAM["area_id"], "name"]
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
