"""The Map page in a real browser that can reach nobody but the app."""

import itertools
import re
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.RootContainer_pb2 import RootContainer

from border_atlas.config import GEODATA
from border_atlas.data.load import load_dataset

pytestmark = pytest.mark.browser

DATA = load_dataset(GEODATA)


def map_frame(page: Page) -> Frame:
    """Wait until the map has all its layers and return the component's frame."""
    inside = page.frame_locator('iframe[title^="streamlit_folium"]')
    inside.locator("html[data-atlas=ready]").wait_for(state="attached")
    return next(frame for frame in page.frames if "st_folium" in frame.url)


def shown(frame: Frame) -> dict[str, int]:
    """Count what is on the map itself, not what was asked for."""
    counts: dict[str, int] = frame.evaluate(
        """() => ({
            land: atlas.base.land.group.getLayers().length,
            lines: atlas.base.lines.group.getLayers().length,
            areas: atlas.areas.group.getLayers().length,
            missions: atlas.missions.group.getLayers().length + atlas.missions.highlight.getLayers().length,
        })"""
    )
    return counts


def wait_for_missions(frame: Frame, number: int) -> None:
    count = "atlas.missions.group.getLayers().length + atlas.missions.highlight.getLayers().length"
    frame.wait_for_function(f"() => {count} === {number}")


def led_by(*organisations: str) -> int:
    """Count the dataset's missions of some organisations."""
    return int(DATA.missions["organisation"].isin(organisations).sum())


def click_mission(frame: Frame, acronym: str) -> None:
    """Bring a headquarters into view and click its marker as a person would."""
    frame.evaluate(
        "name => { const item = [...atlas.missions.items.values()].find(i => i.acronym === name);"
        " atlas.map.setView(item.at, 9, {animate: false}); }",
        acronym,
    )
    frame.locator(f'.atlas-mission[aria-label^="{acronym}"]').first.click()


def test_the_map_shows_land_lines_areas_and_missions_without_the_internet(page: Page, app_url: str, watch: Any) -> None:
    page.goto(app_url)
    frame = map_frame(page)
    assert shown(frame) == {"land": 1, "lines": 1, "areas": len(DATA.areas), "missions": len(DATA.missions)}
    assert watch.foreign == []
    assert watch.errors == []
    assert watch.failed == []


def test_finer_land_is_fetched_only_when_somebody_comes_near(page: Page, app_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.extend(re.findall(r"/(land[a-z-]*)\.[0-9a-f]{10}\.json", request.url)))
    page.goto(app_url)
    frame = map_frame(page)
    drawn = "level => atlas.base.land.group.hasLayer(atlas.base.land[level])"
    assert frame.evaluate(drawn, "far")
    for zoom, level in ((4, "coarse"), (6, "detail")):
        frame.evaluate("zoom => { atlas.map.setZoom(zoom, {animate: false}); }", zoom)
        frame.wait_for_function(
            "level => atlas.base.land[level] && atlas.base.land.group.hasLayer(atlas.base.land[level])", arg=level
        )
    frame.evaluate("() => { atlas.map.setZoom(2, {animate: false}); }")
    assert frame.evaluate(drawn, "far")
    assert asked == ["land-far", "land", "land-detail"]


def test_a_filter_sends_the_map_and_its_details_and_no_filter_again(page: Page, app_url: str) -> None:
    received: list[bytes | str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda one: received.append(one)))  # noqa: PLW0108  Playwright wants a function of its own
    page.goto(app_url)
    frame = map_frame(page)
    wait_for_missions(frame, len(DATA.missions))
    page.wait_for_timeout(1000)
    received.clear()
    page.get_by_role("combobox", name=re.compile("Organisation")).click()
    page.get_by_role("option", name="NATO", exact=True).click()
    wait_for_missions(frame, led_by("NATO"))
    page.wait_for_timeout(1500)
    messages = [ForwardMsg.FromString(one) for one in received if isinstance(one, bytes)]
    paths = [one.metadata.delta_path for one in messages if one.WhichOneof("type") == "delta"]
    main, sidebar = (sum(path[0] == root for path in paths) for root in (RootContainer.MAIN, RootContainer.SIDEBAR))
    assert main > 5
    assert sidebar == 0


def test_land_is_painted(page: Page, app_url: str) -> None:
    page.goto(app_url)
    frame = map_frame(page)
    grey = frame.evaluate(
        """() => { const canvas = document.querySelector('.leaflet-atlas-land-pane canvas, .atlas-land canvas')
                 || atlas.base.landRenderer._container;
             const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
             let n = 0; for (let i = 3; i < data.length; i += 4) n += data[i] > 0; return n / (data.length / 4); }"""
    )
    assert 0.15 < grey < 0.8


def test_choosing_an_organisation_leaves_just_its_missions(page: Page, app_url: str) -> None:
    page.goto(app_url)
    frame = map_frame(page)
    page.get_by_role("combobox", name=re.compile("Organisation")).click()
    page.get_by_role("option", name="OSCE", exact=True).click()
    wait_for_missions(frame, led_by("OSCE"))
    organisations = frame.evaluate(
        "() => [...new Set(atlas.wanted.m.map(i => atlas.missions.items.get(i).organisation))]"
    )
    assert organisations == ["OSCE"]
    expect(page).to_have_url(re.compile("org=OSCE"))


def test_clicking_unisfa_shows_abyei_and_its_sources(page: Page, app_url: str, watch: Any) -> None:
    page.goto(app_url)
    frame = map_frame(page)
    click_mission(frame, "UNISFA")
    expect(page.get_by_role("heading", name="UNISFA")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Abyei Area"))).to_be_visible()
    assert page.locator(".ba-sources a").count() >= 3
    expect(page).to_have_url(re.compile("mission=unisfa"))
    assert frame.evaluate("() => atlas.links.getLayers().length") >= 1
    assert watch.errors == []


def test_panning_and_zooming_do_not_rerun_the_script(page: Page, app_url: str) -> None:
    sent: list[str] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda _data: sent.append("rerun")))
    page.goto(app_url)
    frame = map_frame(page)
    page.wait_for_timeout(1500)
    before = len(sent)
    frame.evaluate("() => { atlas.map.setView([42, 20], 6, {animate: false}); atlas.map.panBy([80, 40]); }")
    page.wait_for_timeout(1500)
    assert len(sent) == before
    assert "at=" in page.url


def test_a_filter_change_keeps_the_frame_and_the_map(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?at=42.000,20.000,6")
    frame = map_frame(page)
    frame.evaluate("() => { window.sameMap = true; }")
    page.get_by_role("combobox", name=re.compile("Organisation")).click()
    page.get_by_role("option", name="European Union", exact=True).click()
    wait_for_missions(frame, led_by("EU"))
    assert frame.evaluate("() => [window.sameMap, atlas.map.getZoom(), Math.round(atlas.map.getCenter().lat)]") == [
        True, 6, 42,
    ]  # fmt: skip


def test_reload_and_back_restore_the_view(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?org=EU&at=42.000,20.000,6")
    frame = map_frame(page)
    wait_for_missions(frame, led_by("EU"))
    page.get_by_role("combobox", name=re.compile("Organisation")).click()
    page.get_by_role("option", name="OSCE", exact=True).click()
    wait_for_missions(frame, led_by("EU", "OSCE"))
    page.go_back()
    wait_for_missions(frame, led_by("EU"))
    page.reload()
    frame = map_frame(page)
    wait_for_missions(frame, led_by("EU"))
    assert frame.evaluate("() => atlas.map.getZoom()") == 6


def test_a_row_picked_in_the_table_is_chosen_on_the_map(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?q=UNISFA")
    map_frame(page)
    page.get_by_test_id("stMain").get_by_text("Missions", exact=True).click()
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    table.click(position={"x": 18, "y": 52})
    expect(page).to_have_url(re.compile("mission=unisfa"))


def test_the_year_slider_plays_in_the_browser_and_tells_only_when_stopped(page: Page, app_url: str) -> None:
    sent: list[str] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda _data: sent.append("rerun")))
    page.goto(app_url)
    frame = map_frame(page)
    page.wait_for_timeout(1000)
    before = len(sent)
    frame.get_by_role("button", name="Play the years").click()
    frame.wait_for_function("() => atlas.time.year >= 1951")
    assert len(sent) == before
    assert 0 < shown(frame)["missions"] < 10
    frame.get_by_role("button", name="Stop").click()
    expect(page).to_have_url(re.compile(r"from=195\d&to=195\d"))


def test_a_year_shows_the_same_before_and_after_the_server_hears_of_it(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?on=1995-06-01&status=running")
    frame = map_frame(page)
    frame.evaluate("() => atlas.time.go(2010)")
    before = shown(frame)
    frame.evaluate("() => atlas.time.tell()")
    expect(page).to_have_url(re.compile(r"\?status=running&from=2010&to=2010$"))
    expect(page.get_by_role("heading", name="Running missions active in 2010")).to_be_visible()
    wait_for_missions(frame, before["missions"])
    assert shown(frame) == before


def test_the_last_year_is_still_shown_when_playing_has_ended_there(page: Page, app_url: str) -> None:
    page.goto(app_url)
    frame = map_frame(page)
    last = DATA.data_as_of.year
    frame.evaluate("last => { atlas.time.go(last - 2); atlas.time.toggle(); }", last)
    expect(page).to_have_url(re.compile(f"from={last}&to={last}"))
    expect(page.get_by_role("heading", name=f"Missions active in {last}")).to_be_visible()
    assert frame.locator(".atlas-time output").text_content() == str(last)


def test_the_app_works_below_a_path(page: Page, app_url_below_a_path: str, watch: Any) -> None:
    page.goto(app_url_below_a_path)
    assert shown(map_frame(page))["missions"] == len(DATA.missions)
    assert watch.errors == []
    assert watch.failed == []


def test_the_foot_of_the_map_carries_the_notes_of_what_is_in_the_frame(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?at=34.500,75.000,6")
    notes = map_frame(page).locator(".atlas-notes")
    expect(notes).to_contain_text("Line of Control in Jammu and Kashmir")
    expect(notes).not_to_contain_text("Cyprus")


def test_the_whole_world_has_no_room_for_notes(page: Page, app_url: str) -> None:
    page.goto(app_url)
    expect(map_frame(page).locator(".atlas-notes")).to_be_empty()


def test_the_caption_says_of_a_year_played_that_boundaries_are_of_today(page: Page, app_url: str) -> None:
    sent: list[str] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda _data: sent.append("rerun")))
    page.goto(app_url)
    frame = map_frame(page)
    said = frame.locator(".atlas-past")
    expect(said).to_be_empty()
    page.wait_for_timeout(1500)
    before = len(sent)
    frame.get_by_role("button", name="Play the years").click()
    expect(said).to_contain_text("not those of 195")
    assert len(sent) == before
    frame.get_by_role("button", name="Stop").click()
    expect(page).to_have_url(re.compile("from=195"))
    expect(said).to_contain_text("not those of 195")
    frame.get_by_role("button", name="Show all years again").click()
    expect(page).not_to_have_url(re.compile("from="))
    expect(said).to_be_empty()


def test_the_last_year_of_the_slider_is_today(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?to=1947")
    frame = map_frame(page)
    expect(frame.locator(".atlas-past")).to_contain_text("not those of 1947")
    frame.evaluate("last => atlas.time.go(last)", DATA.data_as_of.year)
    expect(frame.locator(".atlas-past")).to_be_empty()


def boxes(frame: Frame, *selectors: str) -> list[dict[str, float]]:
    found: list[dict[str, float]] = frame.evaluate(
        "names => names.flatMap(name => [...document.querySelectorAll(name)]).map(e => e.getBoundingClientRect())"
        ".filter(box => box.width).map(({left, top, right, bottom}) => ({left, top, right, bottom}))",
        list(selectors),
    )
    return found


def overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    across = one["left"] < other["right"] and other["left"] < one["right"]
    return across and one["top"] < other["bottom"] and other["top"] < one["bottom"]


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
@pytest.mark.parametrize("at", ["20.000,15.000,2", "34.500,75.000,6"])
def test_an_open_legend_shows_the_keys_of_lines_and_covers_no_control(
    page: Page, app_url: str, width: int, height: int, at: str
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{app_url}/?at={at}")
    frame = map_frame(page)
    controls = (".leaflet-bar:not(.atlas-legend)", ".leaflet-control-scale", ".leaflet-control-layers")
    closed = boxes(frame, ".atlas-legend", *controls)
    assert not [pair for pair in itertools.combinations(closed, 2) if overlap(*pair)]
    frame.locator(".atlas-legend summary").click()
    frame.wait_for_timeout(500)
    legend, *others = boxes(frame, ".atlas-legend", *controls)
    assert not [other for other in others if overlap(legend, other)]
    (body,) = boxes(frame, ".atlas-legend-body")
    lines = boxes(frame, ".atlas-legend section:first-of-type li")
    assert len(lines) == 5
    assert all(line["bottom"] <= body["bottom"] for line in lines)
    background = "getComputedStyle(document.querySelector('.atlas-legend')).backgroundColor"
    assert frame.evaluate(background).startswith("rgb(")


def test_a_legend_that_is_cut_says_so_until_its_end(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?at=34.500,75.000,6")
    frame = map_frame(page)
    frame.locator(".atlas-legend summary").click()
    more = frame.get_by_role("button", name="More below")
    expect(more).to_be_visible()
    frame.evaluate("() => { const body = document.querySelector('.atlas-legend-body'); body.scrollTop = 9999; }")
    expect(more).to_be_hidden()
