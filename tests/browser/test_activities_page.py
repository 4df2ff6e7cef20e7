"""The main path of the Activities page: a clicked cell filters the charts and the map, a chip lets go of it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watch

pytestmark = pytest.mark.browser

#: Milliseconds; the first page of a cold app on a busy machine takes its time.
WAIT = 60_000


def open_page(page: Page, url: str) -> None:
    page.goto(f"{url}/activities")
    expect(page.locator("[data-testid=stVegaLiteChart] svg")).to_have_count(2, timeout=WAIT)


def test_a_clicked_cell_filters_map_and_charts_until_its_chip_is_closed(page: Page, app_url: str, watch: Watch) -> None:
    open_page(page, app_url)
    page.locator('svg text[aria-label^="column: Border control; row: KFOR;"]').click()
    chip = page.get_by_role("button", name="Only KFOR × Border control")
    expect(chip).to_be_visible(timeout=WAIT)
    expect(page).to_have_url(re.compile("type=border-control&mission=kfor"), timeout=WAIT)

    page.get_by_text("Timeline", exact=True).click()
    expect(page.get_by_text("KFOR · Border Albania - Kosovo*").first).to_be_visible(timeout=WAIT)
    page.get_by_role("link", name="Map").first.click()
    expect(page.get_by_role("heading", name="KFOR")).to_be_visible(timeout=WAIT)
    expect(page).to_have_url(re.compile("type=border-control&mission=kfor"), timeout=WAIT)

    page.get_by_role("link", name="Activities").first.click()
    chip.click()
    expect(chip).to_have_count(0, timeout=WAIT)
    expect(page).not_to_have_url(re.compile("mission="), timeout=WAIT)
    assert watch.foreign == []


def test_a_clicked_year_is_kept_alone(page: Page, app_url: str, watch: Watch) -> None:
    open_page(page, app_url)
    page.get_by_text("Per year", exact=True).click()
    expect(page.get_by_text("Activities in each year").first).to_be_visible(timeout=WAIT)
    page.locator("[data-testid=stVegaLiteChart] svg .mark-rect.role-mark path").nth(60).click()
    expect(page.get_by_role("button", name=re.compile(r"Only 19\d\d"))).to_be_visible(timeout=WAIT)
    expect(page).to_have_url(re.compile(r"from=(\d{4})&to=\1"), timeout=WAIT)
    assert watch.foreign == []
