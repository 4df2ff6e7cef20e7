"""The main path of the Border areas page: from the list to a profile with map, timeline and sources, and on."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watch

pytestmark = pytest.mark.browser

#: Milliseconds; the first page of a cold app on a busy machine takes its time.
WAIT = 30_000


def wait_for_map(page: Page) -> None:
    frame = page.frame_locator("iframe").first
    frame.locator("html[data-atlas=ready]").wait_for(timeout=WAIT, state="attached")


def test_who_monitored_the_georgian_russian_border_and_when_did_it_stop(page: Page, app_url: str, watch: Watch) -> None:
    page.goto(f"{app_url}/areas")
    expect(page.locator("[data-testid=stDataFrame] canvas").first).to_be_visible(timeout=WAIT)
    box = page.get_by_label("Find a mission, border, country")
    box.fill("Georgia-Russia border")
    box.press("Enter")
    expect(page.get_by_role("heading", name="Georgia-Russia border", exact=True)).to_be_visible(timeout=WAIT)
    expect(page).to_have_url(re.compile(r"area=georgia-russia-border"), timeout=WAIT)
    expect(page.get_by_text("OMG (OSCE) with border monitoring, 15 December 1999")).to_be_visible(timeout=WAIT)

    change = page.locator(".ba-changes > li", has_text="31 December 2004")
    change.locator("summary").click()
    expect(change.get_by_role("link", name="OSCE extends border monitoring mission in Georgia")).to_be_visible()
    wait_for_map(page)
    expect(page.locator("[data-testid=stVegaLiteChart] svg")).to_have_count(1, timeout=WAIT)

    page.get_by_role("link", name="Georgian-Russian border, Chechen section").click()
    expect(page.get_by_role("heading", name="Georgian-Russian border, Chechen section")).to_be_visible(timeout=WAIT)
    page.get_by_role("button", name="All border areas").click()
    expect(page.get_by_role("heading", name="Border areas", exact=True)).to_be_visible(timeout=WAIT)
    expect(page).not_to_have_url(re.compile(r"area="), timeout=WAIT)
    assert watch.foreign == []


def test_what_changed_on_the_iraq_kuwait_border_between_1990_and_2004(page: Page, app_url: str, watch: Watch) -> None:
    page.goto(f"{app_url}/areas?area=irq-kwt-dmz&from=1990&to=2004")
    expect(page.get_by_text("Only 1990–2004, as chosen in the sidebar: 6 of 8 changes.")).to_be_visible(timeout=WAIT)
    expect(page.locator(".ba-changes > li").first).to_contain_text("April 1991")
    expect(page.locator(".ba-changes > li").last).to_contain_text("6 October 2003")
    wait_for_map(page)
    page.get_by_role("link", name="UNIKOM", exact=True).click()
    expect(page).to_have_url(re.compile(r"/missions\?.*mission=unikom"), timeout=WAIT)
    expect(page.get_by_role("heading", name="UNIKOM", exact=True)).to_be_visible(timeout=WAIT)
    assert watch.foreign == []


def test_a_name_in_the_sorted_list_opens_the_border_that_it_names(page: Page, app_url: str, watch: Watch) -> None:
    page.goto(f"{app_url}/areas?q=Abyei")
    table = page.locator("[data-testid=stDataFrame] canvas").first
    expect(table).to_be_visible(timeout=WAIT)
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 90, box["y"] + 17)
    expect(page.get_by_role("heading", name="Border areas", exact=True)).to_be_visible()
    page.mouse.click(box["x"] + 70, box["y"] + 53)
    expect(page).to_have_url(re.compile(r"area=abyei"), timeout=WAIT)
    expect(page.get_by_role("heading", name="Abyei Area")).to_be_visible(timeout=WAIT)
    assert watch.foreign == []
