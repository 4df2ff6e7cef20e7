"""Your data in a real browser: dropped, read, drawn, joined; private to one session; harmless."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from border_atlas.export.own_examples import examples
from tests.data.own.samples import csv_of

pytestmark = pytest.mark.browser
MARK = "Own data, not part of the dataset"
UNSEEN = "Quiet place 4711"
HOSTILE = "<img src=x onerror=alert(1)>{{ 7*7 }}${alert(2)}`</script><script>alert(3)</script>"


def drop(page: Page, url: str, name: str, content: bytes) -> None:
    page.goto(url)
    page.get_by_role("link", name="Your data").click()
    field = page.locator("[data-testid=stFileUploader] input[type=file]")
    field.wait_for(state="attached")
    field.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})


def map_frame(page: Page) -> Any:
    return page.frame_locator('iframe[title^="streamlit_folium"]')


def badge(page: Page) -> Any:
    return map_frame(page).locator(".atlas-own-badge")


def example(ending: str) -> bytes:
    return next(one.content for one in examples() if one.name.endswith(ending))


def test_a_dropped_file_is_on_the_map_and_joined(page: Page, app_url: str, watch: Any) -> None:
    drop(page, app_url, "sites.csv", example(".csv"))
    expect(badge(page)).to_contain_text(f"{MARK}: sites.csv, 12 records")
    expect(page.get_by_text("12 of 12", exact=True)).to_be_visible()
    expect(page.get_by_text("Most records: United Nations buffer zone in Cyprus with 2")).to_be_attached()
    assert (watch.errors, watch.foreign, watch.failed) == ([], [], [])


def test_it_also_stands_on_the_map_page_until_switched_off(page: Page, app_url: str) -> None:
    drop(page, app_url, "sites.csv", example(".csv"))
    expect(badge(page)).to_contain_text("sites.csv")
    page.get_by_role("link", name="Map", exact=True).click()
    expect(page.get_by_role("heading", name="All missions and border areas")).to_be_visible()
    expect(badge(page)).to_contain_text(f"{MARK}: sites.csv")


def test_another_browser_and_a_new_visit_see_nothing(page: Page, browser: Browser, app_url: str) -> None:
    drop(page, app_url, "private.csv", csv_of(["name", "lon", "lat"], [[UNSEEN, "44", "42"]]).encode())
    expect(badge(page)).to_contain_text("private.csv")
    other = browser.new_context()
    try:
        visitor = other.new_page()
        drop(visitor, app_url, "mine.geojson", example(".geojson"))
        expect(badge(visitor)).to_contain_text("mine.geojson")
        assert "private.csv" not in badge(visitor).inner_text()
        assert UNSEEN not in visitor.content()
    finally:
        other.close()
    expect(badge(page)).to_contain_text("private.csv")
    assert "mine.geojson" not in badge(page).inner_text()
    page.goto(f"{app_url}/own")
    expect(page.get_by_text("What happens with a file.")).to_be_visible()
    assert "private.csv" not in page.content()


def test_hostile_names_and_values_run_nothing(page: Page, app_url: str, watch: Any) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    rows = [[HOSTILE, HOSTILE, "44", "42"], [HOSTILE, HOSTILE, "44.2", "42"], [HOSTILE, "x", HOSTILE, "42"]]
    content = csv_of(["name", HOSTILE, "lon", "lat"], rows)
    drop(page, app_url, f"{HOSTILE}.csv", content.encode())
    expect(badge(page)).to_contain_text("2 records, 1 kept aside")
    for tab in ("Per year", "Records", "Kept aside and remarks (1)"):
        page.get_by_role("tab", name=tab).click()
    expect(page.get_by_text("Download this list")).to_be_visible()
    assert (dialogs, watch.errors, watch.foreign) == ([], [], [])


def test_a_refused_file_says_why_and_changes_nothing(page: Page, app_url: str) -> None:
    drop(page, app_url, "layer.gpkg", b"<OGRVRTDataSource></OGRVRTDataSource>")
    expect(page.get_by_text("could not be read; nothing was changed")).to_be_visible()
    expect(page.get_by_text("What happens with a file.")).to_be_visible()
