"""The main path of the Missions page: list, profile, its map, and the link sent to somebody else."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watch

pytestmark = pytest.mark.browser

FREE_OF_THE_FOOT = """() => {
  const drawn = '.leaflet-marker-icon, .leaflet-overlay-pane path.leaflet-interactive';
  const low = Math.max(...[...document.querySelectorAll(drawn)]
    .map((one) => one.getBoundingClientRect()).filter((box) => box.height).map((box) => box.bottom));
  return low > 0 && low <= atlas.map.attributionControl.getContainer().getBoundingClientRect().top;
}"""


def test_a_name_in_the_list_opens_the_profile_and_back_returns(page: Page, app_url: str, watch: Watch) -> None:
    page.goto(f"{app_url}/missions?org=OSCE")
    grid = page.locator("[data-testid=stDataFrame]:visible").first
    expect(grid.locator("[role=gridcell]").first).to_be_attached()
    place = grid.bounding_box()
    assert place is not None
    page.mouse.click(place["x"] + 20, place["y"] + 35 + 17)
    expect(page).to_have_url(re.compile("mission="))
    expect(page.get_by_role("heading", name="Border areas")).to_be_visible()
    page.go_back()
    expect(page).not_to_have_url(re.compile("mission="))
    expect(page.get_by_role("heading", name="Missions", exact=True)).to_be_visible()
    page.go_forward()
    expect(page.get_by_role("heading", name="Border areas")).to_be_visible()
    page.get_by_role("button", name="All missions").click()
    expect(page).not_to_have_url(re.compile("mission="))
    expect(page.get_by_role("heading", name="Missions")).to_be_visible()
    assert watch.foreign == []


def test_a_link_to_a_profile_shows_map_timeline_and_sources(page: Page, app_url: str, watch: Watch) -> None:
    page.goto(f"{app_url}/missions?mission=unisfa")
    inside = page.frame_locator('iframe[title^="streamlit_folium"]')
    inside.locator("html[data-atlas=ready]").wait_for(state="attached")
    frame = next(frame for frame in page.frames if "st_folium" in frame.url)
    frame.wait_for_function("() => atlas.map.getZoom() >= 5 && atlas.wanted.a.length === 2")
    # The foot with the notes on boundaries must not hide the mission's south.
    frame.wait_for_function(FREE_OF_THE_FOOT)
    expect(page.locator("[data-testid=stVegaLiteChart] svg")).to_have_count(1)
    assert page.locator(".ba-sources a[href^=http]").count() >= 3
    assert watch.foreign == []
