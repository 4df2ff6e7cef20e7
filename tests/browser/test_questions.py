"""The questions that an officer brings, each answered by the app alone, with dates and a source."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser


def open_page(page: Page, url: str, heading: str) -> None:
    page.goto(url)
    expect(page.get_by_role("heading", name=heading)).to_be_visible()


def find(page: Page, text: str, pick: str | None = None) -> None:
    page.get_by_role("textbox", name=re.compile("Find a mission")).fill(text)
    page.keyboard.press("Enter")
    if pick:
        page.locator('[class*="st-key-find_"]').get_by_role("button", name=pick, exact=False).first.click()


def cells(page: Page) -> Locator:
    return page.locator("[data-testid=stDataFrame]:visible [role=gridcell]")


def expect_cells(page: Page, *texts: str) -> None:
    for text in texts:
        expect(cells(page).filter(has_text=text).first).to_be_attached()


def expect_a_source(page: Page, publisher: str = "") -> None:
    links = page.locator(".ba-sources a[href^=http]")
    expect(links.first).to_be_attached()
    if publisher:
        expect(page.locator(".ba-sources li").filter(has_text=publisher).first).to_be_attached()


def test_who_trains_border_guards_in_central_asia_and_since_when(page: Page, app_url: str, watch: Any) -> None:
    open_page(page, app_url, "All missions and border areas")
    find(page, "zentralasien")
    expect(page).to_have_url(re.compile("country=KAZ"))
    find(page, "training", pick="Training")
    expect(
        page.get_by_role("heading", name="Missions that trained border services in or around Central Asia")
    ).to_be_visible()
    page.get_by_test_id("stMain").get_by_text("Activities", exact=True).click()
    expect_cells(page, "BMSC", "Staff courses for senior border officials")
    find(page, "BMSC")
    expect(page.get_by_role("heading", name="BMSC")).to_be_visible()
    expect(page.locator(".ba-period, .ba-small, .ba-when").filter(has_text="October 2009").first).to_be_attached()
    expect_a_source(page)
    assert watch.foreign == []


def test_who_monitored_the_georgian_russian_border_and_when_it_stopped(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/areas", "Border areas")
    find(page, "Georgian-Russian border, Chechen section")
    main = page.get_by_test_id("stMain")
    expect(page.get_by_role("heading", name="Georgian-Russian border, Chechen section").first).to_be_visible()
    expect(main).to_contain_text("OSCE Mission to Georgia")
    expect(main).to_contain_text("1999")
    expect(main).to_contain_text("2004")
    expect_a_source(page)


def test_what_changed_on_the_iraq_kuwait_border_between_1990_and_2004(page: Page, app_url: str) -> None:
    open_page(page, f"{app_url}/areas", "Border areas")
    find(page, "iraq kuwait")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("9 April 1991 (date of the decision) – 6 October 2003")
    expect(main).to_contain_text("Demarcation support")
    expect(main).to_contain_text("Nobody is on record since")
    expect_a_source(page, "United Nations")


def ask(page: Page, app_url: str, question: str) -> None:
    open_page(page, f"{app_url}/gaps", "Gaps and overlaps")
    # A click while the page is still being built is a click on what is about to be replaced.
    expect(cells(page).first).to_be_attached()
    page.get_by_role("button", name=question).click()


def pick_row(page: Page, number: int) -> None:
    """Tick the box of a row of the table: the first column of the grid, by its place."""
    grid = page.locator("[data-testid=stDataFrame]:visible").first
    grid.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    place = grid.bounding_box()
    assert place is not None
    page.mouse.click(place["x"] + 20, place["y"] + 35 + 35 * number + 17)


def test_where_un_and_eu_both_worked_in_africa_in_2015(page: Page, app_url: str) -> None:
    ask(page, app_url, "UN and EU on African borders, 2015")
    expect(page).to_have_url(re.compile(r"g\.region=africa"))
    expect_cells(page, "Libya", "UNSMIL, EUBAM Libya")
    expect(page.get_by_test_id("stMain")).to_contain_text("missions of the EU and UN together")
    pick_row(page, 0)
    expect_a_source(page)


def test_which_ceasefire_lines_have_an_observer_mission_today(page: Page, app_url: str) -> None:
    ask(page, app_url, "Ceasefire lines observed on 5 January 2026")
    expect(page).to_have_url(re.compile(r"g\.kind=ceasefire-line"))
    expect_cells(page, "UNMOGIP", "UNFICYP", "UNIFIL", "MINURSO")
    pick_row(page, 2)
    expect(page).to_have_url(re.compile("area="))
    expect_a_source(page)


def test_where_border_monitoring_ended_without_a_successor(page: Page, app_url: str) -> None:
    ask(page, app_url, "Border monitoring without a successor")
    expect(page).to_have_url(re.compile(r"g\.list=recently-ended"))
    expect_cells(page, "Gukovo", "30 September 2021")
    expect(page.get_by_test_id("stMain")).to_contain_text("without a successor")
    pick_row(page, 0)
    expect_a_source(page)
