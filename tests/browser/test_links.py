"""Links to pages: on a server that nobody has visited yet, and with the find box."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watch, serve

pytestmark = pytest.mark.browser


@pytest.fixture
def fresh_url() -> Iterator[str]:
    yield from serve()


def test_a_link_to_a_page_opens_it_inside_the_app_on_a_fresh_server(page: Page, fresh_url: str) -> None:
    page.goto(f"{fresh_url}/to_check?c.marks=no")
    expect(page.get_by_role("heading", name="To check next")).to_be_visible()
    expect(page.get_by_role("link", name="Gaps")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"c\.marks=no"))


def test_the_find_box_opens_a_mission_by_keyboard_alone(page: Page, app_url: str, watch: Watch) -> None:
    page.goto(f"{app_url}/sources")
    box = page.get_by_role("textbox", name=re.compile("Find a mission"))
    box.click()
    page.keyboard.type("unmogip")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"mission=unmogip"))
    expect(page.get_by_role("heading", name=re.compile("UNMOGIP")).first).to_be_visible()
    assert watch.foreign == []
