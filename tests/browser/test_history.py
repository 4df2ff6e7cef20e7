"""Back in the browser: one press a page, and each page as it was left."""

import re
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
FAMILY = re.compile("family=advise")


def path_of(page: Page) -> str:
    return urlparse(page.url).path


def open_from_the_bar(page: Page, name: str, written: str) -> None:
    """Open a page from the navigation and wait for what the script writes into its address."""
    page.get_by_role("link", name=name, exact=True).click()
    expect(page).to_have_url(re.compile(written))
    page.wait_for_timeout(1500)


def test_back_takes_one_press_a_page(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?family=advise")
    expect(page.get_by_role("heading", name="Missions that advised on borders")).to_be_visible()
    page.wait_for_timeout(1500)
    open_from_the_bar(page, "Missions", "missions.*family=advise")
    open_from_the_bar(page, "Compare", "compare.*family=advise")
    page.get_by_role("button", name="Before 1991 and since").click()
    expect(page).to_have_url(re.compile(r"l\.from=1947"))
    page.wait_for_timeout(1500)
    open_from_the_bar(page, "Map", r"/\?family=advise")
    for path in ("/compare", "/compare", "/missions", "/"):
        page.go_back()
        expect(page).to_have_url(FAMILY)
        page.wait_for_timeout(1500)
        assert path_of(page) == path
        assert FAMILY.search(page.url)


def test_back_leads_from_a_preset_to_the_sides_before_and_then_off_the_page(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/sources")
    page.get_by_role("link", name="Compare", exact=True).click()
    heading = page.get_by_text("EU missions", exact=True)
    expect(heading).to_be_visible()
    page.wait_for_timeout(1500)
    page.get_by_role("button", name="Before 1991 and since").click()
    expect(page).to_have_url(re.compile(r"l\.from=1947"))
    page.wait_for_timeout(1500)
    page.go_back()
    expect(heading).to_be_visible()
    assert "l.from" not in page.url
    page.wait_for_timeout(1500)
    page.go_back()
    expect(page).to_have_url(re.compile("/sources"))
    page.wait_for_timeout(1500)
    assert path_of(page) == "/sources"


def test_a_page_opened_by_its_bare_address_is_left_by_one_press(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/compare")
    expect(page.get_by_text("EU missions", exact=True)).to_be_visible()
    page.wait_for_timeout(1500)
    open_from_the_bar(page, "Map", "/$|/\\?at=")
    page.go_back()
    expect(page).to_have_url(re.compile("/compare"))
    page.wait_for_timeout(1500)
    assert path_of(page) == "/compare"
    expect(page.get_by_text("EU missions", exact=True)).to_be_visible()


def test_a_filter_set_on_a_page_just_opened_is_an_entry_of_its_own(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/sources")
    page.get_by_role("link", name="Missions", exact=True).click()
    page.get_by_test_id("stSidebar").get_by_role("button", name="Advise").click()
    expect(page).to_have_url(FAMILY)
    page.go_back()
    expect(page).not_to_have_url(FAMILY)
    assert path_of(page) == "/missions"
