"""Two maps side by side: each shows its own selection, both move together, no script runs for it."""

import re
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

pytestmark = pytest.mark.browser


def map_frames(page: Page) -> list[Frame]:
    """Wait until both maps have all their layers; give their frames from left to right."""
    boxes = page.locator('iframe[title^="streamlit_folium"]')
    expect(boxes).to_have_count(2)
    for number in range(2):
        inside = boxes.nth(number).content_frame
        inside.locator("html[data-atlas=ready]").wait_for(state="attached")
    frames = [frame for frame in page.frames if "st_folium" in frame.url]
    return sorted(frames, key=lambda frame: frame.frame_element().bounding_box()["x"])  # type: ignore[index]


def organisations(frame: Frame) -> list[str]:
    found: list[str] = frame.evaluate(
        "() => [...new Set(atlas.wanted.m.map(i => atlas.missions.items.get(i).organisation))]"
    )
    return found


def test_each_map_shows_its_side_and_both_move_together(page: Page, app_url: str, watch: Any) -> None:
    sent: list[str] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda _data: sent.append("rerun")))
    page.goto(f"{app_url}/compare")
    left, right = map_frames(page)
    assert (organisations(left), organisations(right)) == (["UN"], ["EU"])
    page.wait_for_timeout(1500)
    before = len(sent)
    left.evaluate("() => { atlas.map.setView([42, 43], 6, {animate: false}); }")
    right.wait_for_function("() => atlas.map.getZoom() === 6 && Math.round(atlas.map.getCenter().lng) === 43")
    right.evaluate("() => { atlas.map.setView([10, 20], 5, {animate: false}); }")
    left.wait_for_function("() => atlas.map.getZoom() === 5 && Math.round(atlas.map.getCenter().lng) === 20")
    assert len(sent) == before
    assert watch.foreign == []


def test_a_preset_compares_two_times(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/compare")
    map_frames(page)
    page.get_by_role("button", name="Before 1991 and since").click()
    expect(page).to_have_url(re.compile(r"l\.from=1947&l\.to=1990&r\.from=1991"))
    left, _right = map_frames(page)
    left.wait_for_function("() => atlas.wanted.m.length < 40")
    assert "EU" not in organisations(left)
