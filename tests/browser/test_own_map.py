"""Own data on the map, in a real browser: drawn, marked, harmless, and out of the way of the rest."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import serve
from tests.browser.own_records import ODD

pytestmark = pytest.mark.browser
MARK = "Own data, not part of the dataset"


@pytest.fixture(scope="module")
def own_url() -> Iterator[str]:
    yield from serve(app="tests/browser/apps/own_map.py")


def open_map(page: Page, url: str) -> Frame:
    page.goto(f"{url}/?at=42,44,7")
    page.frame_locator('iframe[title^="streamlit_folium"]').locator("html[data-atlas=ready]").wait_for(state="attached")
    return next(frame for frame in page.frames if "st_folium" in frame.url)


def choose(page: Page, frame: Frame, name: str) -> None:
    before = frame.evaluate("() => document.documentElement.dataset.own || ''")
    page.get_by_text(name, exact=True).click()
    frame.wait_for_function("before => (document.documentElement.dataset.own || '') !== before", arg=before)


def open_popup(frame: Frame, row: int) -> str:
    """Open the popup of a record by its row in the file and return what it says."""
    said: str = frame.evaluate(
        """row => {
            for (const layer of atlas.own.group.getLayers().filter(layer => layer.getPopup())) {
                layer.openPopup();
                const text = [...document.querySelectorAll('.atlas-own-popup')].at(-1).innerText;
                if (text.includes(`Row ${row} of`)) return text;
            }
            return '';
        }""",
        row,
    )
    return said


def test_odd_strings_are_shown_as_they_are_and_run_nothing(page: Page, own_url: str, watch: Any) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    frame = open_map(page, own_url)
    choose(page, frame, "few")
    said = [open_popup(frame, row) for row in (2, 3, 4, 5)]
    for odd, text in zip(ODD, said, strict=True):
        assert " ".join(odd.split()) in " ".join(text.split())
        assert MARK in text
    assert "2023-05-01" in said[0]
    expect(frame.locator(".atlas-own-badge")).to_contain_text(f"{MARK}: {ODD[1]}, 4 records, 5 kept aside")
    expect(frame.locator(".atlas-legend section").first).to_contain_text("post (2)")
    assert (dialogs, watch.errors, watch.foreign, watch.failed) == ([], [], [], [])


@pytest.mark.parametrize("number", ["few", "many"])
def test_own_marks_leave_border_areas_clickable_and_the_slider_at_work(
    page: Page, own_url: str, watch: Any, number: str
) -> None:
    frame = open_map(page, own_url)
    choose(page, frame, number)
    frame.get_by_role("button", name="One year back").click()
    frame.wait_for_function("() => atlas.time.year === atlas.time.last - 1")
    assert frame.evaluate("() => atlas.own.group.getLayers().length") > 4
    picked = frame.evaluate(
        """() => { const picked = []; atlas.areas.pick = (...what) => picked.push(what);
            const frame = atlas.map.getBounds().pad(-0.2);
            const lines = [...atlas.areas.wanted.keys()].map(i => atlas.areas.items.get(i))
                .filter(item => item.display === 'line').flatMap(item => item.coarse.getLayers());
            const ends = lines.flatMap(line => line.getLatLngs().flat(2)).filter(end => frame.contains(end));
            const box = atlas.map.getContainer().getBoundingClientRect();
            const spots = ends.map(end => atlas.map.latLngToContainerPoint(end))
                .map(at => ({ clientX: box.x + at.x, clientY: box.y + at.y, bubbles: true }));
            const below = spot => document.elementFromPoint(spot.clientX, spot.clientY);
            const spot = spots.find(one => !below(one).closest('.leaflet-marker-icon, .leaflet-control'));
            const under = below(spot);
            for (const kind of ['mousemove', 'mousedown', 'mouseup', 'click']) {
                under.dispatchEvent(new MouseEvent(kind, spot));
            }
            return picked.map(([kind]) => kind); }"""
    )
    assert picked == ["area"]
    assert watch.errors == []


def test_many_records_are_hexagons_until_one_asks_for_more_detail(page: Page, own_url: str, watch: Any) -> None:
    frame = open_map(page, own_url)
    choose(page, frame, "many")
    assert 0 < frame.evaluate("() => atlas.own.group.getLayers().length") < 2000
    expect(frame.locator(".atlas-own-badge")).to_contain_text("incidents.csv, 20,000 records")
    frame.evaluate("() => { atlas.map.setView([42, 44], 9, {animate: false}); }")
    before = frame.evaluate("() => document.documentElement.dataset.own")
    frame.get_by_role("button", name="More detail here").click()
    frame.wait_for_function("before => document.documentElement.dataset.own !== before", arg=before)
    label = "document.querySelector('.atlas-own-popup').innerText"
    assert "incident" in frame.evaluate(f"() => {{ atlas.own.group.getLayers()[0].openPopup(); return {label}; }}")
    assert watch.errors == []


def test_own_data_go_when_they_are_no_longer_wanted(page: Page, own_url: str) -> None:
    frame = open_map(page, own_url)
    choose(page, frame, "few")
    choose(page, frame, "none")
    expect(frame.locator(".atlas-own-badge")).to_have_count(0)
    assert frame.evaluate("() => atlas.own.group.getLayers().length") == 0
    assert MARK not in frame.locator("html").inner_text()


def test_two_sessions_never_see_each_others_data(page: Page, own_url: str) -> None:
    mine = open_map(page, own_url)
    choose(page, mine, "few")
    browser = page.context.browser
    assert browser is not None
    other = browser.new_context().new_page()
    theirs = open_map(other, own_url)
    assert json.loads(theirs.evaluate("() => JSON.stringify(atlas.wanted.own || null)")) is None
    assert mine.evaluate("() => atlas.own.layers.length") == 1
    other.context.close()
