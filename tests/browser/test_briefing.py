"""A briefing as a new user makes it: collect, order, notes, present with the keyboard, reload, take along, open."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.browser.conftest import Watch, serve

pytestmark = pytest.mark.browser


def collect(page: Page, link: str) -> None:
    page.goto(link)
    page.get_by_role("button", name="Add to briefing").click()
    expect(page.get_by_text(re.compile(r"Slide \d+ added"))).to_be_visible()


def go_to_briefing(page: Page) -> None:
    page.get_by_role("link", name="Briefing").first.click()
    expect(page.get_by_role("heading", name="Briefing", exact=True)).to_be_visible()


def open_file_menu(page: Page) -> None:
    button = page.get_by_test_id("stPopoverButton").filter(has_text="File")
    if button.get_attribute("aria-expanded") != "true":
        button.click()
    expect(page.get_by_role("button", name="Save as a file")).to_be_visible()


def entries(page: Page) -> list[str]:
    return [re.sub(r"^\D*\d+\. ", "", text) for text in page.locator(".st-key-b_list button p").all_inner_texts()]


def player(page: Page, place: str) -> FrameLocator:
    """Give the slides of a place: the ``b_preview`` or the ``present_stage``."""
    return page.frame_locator(f".st-key-{place} iframe")


def test_a_briefing_is_collected_ordered_presented_and_survives_a_reload(
    page: Page, app_url: str, watch: Watch
) -> None:
    page.goto(f"{app_url}/?country=GEO&at=42.300,43.500,6")
    page.get_by_role("button", name="Add to briefing").click()
    expect(page.get_by_text("Slide 1 added")).to_be_visible()
    page.get_by_role("link", name="Gaps").first.click()
    expect(page.get_by_role("heading", name="Gaps and overlaps")).to_be_visible()
    page.get_by_role("button", name="Add to briefing (1)").click()
    expect(page.get_by_text("Slide 2 added")).to_be_visible()
    go_to_briefing(page)

    expect(page.locator(".st-key-b_list button")).to_have_count(2)
    page.get_by_role("textbox", name="Title of the briefing").fill("Border monitoring in the Caucasus")
    page.get_by_role("textbox", name="Speaker notes").fill("Begin with the map.")
    page.keyboard.press("Control+Enter")
    page.locator(".st-key-b_move_up button").first.click()
    expect(page.locator(".st-key-b_list button").first).to_contain_text("Gaps and overlaps")

    page.reload()
    expect(page.locator(".st-key-b_list button")).to_have_count(2)
    assert entries(page)[0].startswith("Gaps and overlaps")

    page.get_by_role("button", name="Present").click()
    expect(page.get_by_role("textbox", name="Title of the briefing")).to_have_count(0)
    expect(page.locator('iframe[data-testid="stIFrame"]')).to_have_count(1)
    inside = player(page, "present_stage")
    inside.locator("html[data-player=ready]").wait_for(state="attached")
    shown = inside.locator(".slide:not([hidden])")
    for number, title in enumerate(("Border monitoring in the Caucasus", "Gaps and overlaps", "Georgia"), start=1):
        expect(shown).to_have_id(f"slide-{number}")
        expect(shown).to_contain_text(title)
        inside.locator("body").press("ArrowRight")
    inside.locator("body").press("n")
    page.get_by_role("button", name="Leave").click()
    expect(page.get_by_role("textbox", name="Title of the briefing")).to_have_value("Border monitoring in the Caucasus")
    assert watch.foreign == []


def test_the_file_restores_the_briefing_elsewhere_and_a_damaged_one_changes_nothing(
    page: Page, browser: Browser, app_url: str, tmp_path: Path
) -> None:
    collect(page, f"{app_url}/missions?mission=unisfa")
    go_to_briefing(page)
    open_file_menu(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    kept = tmp_path / "talk.json"
    download.value.save_as(kept)
    broken = tmp_path / "broken.json"
    broken.write_bytes(kept.read_bytes()[:-30])

    context = browser.new_context(viewport={"width": 1366, "height": 768})
    other = context.new_page()
    try:
        other.goto(f"{app_url}/briefing")
        expect(other.get_by_text("Nothing collected yet")).to_be_visible()
        open_file_menu(other)
        other.locator("input[type=file]").first.set_input_files(kept)
        expect(other.locator(".st-key-b_list button")).to_have_count(1)
        expect(other.locator(".st-key-b_list button").first).to_contain_text("UNISFA")
        open_file_menu(other)
        other.locator("input[type=file]").first.set_input_files(broken)
        expect(other.get_by_text("your briefing is unchanged")).to_be_visible()
        expect(other.locator(".st-key-b_list button")).to_have_count(1)
    finally:
        context.close()


def test_the_three_exports_are_made_beside_the_page(page: Page, app_url: str, tmp_path: Path) -> None:
    collect(page, f"{app_url}/areas?area=abyei")
    go_to_briefing(page)
    for name, start in (("PowerPoint 16:9", b"PK"), ("PDF handout", b"%PDF"), ("One HTML file", b"<!doctype html")):
        page.get_by_role("button", name="Export").click()
        page.get_by_role("button", name=name).click()
        ready = page.get_by_role("button", name=re.compile(r"Download .*\(\d"))
        expect(ready).to_be_visible(timeout=90_000)
        with page.expect_download() as download:
            ready.click()
        made = tmp_path / name.replace(" ", "-").replace(":", "-")
        download.value.save_as(made)
        assert made.read_bytes()[:15].lower().startswith(start.lower())
        page.reload()
        expect(page.locator(".st-key-b_list button")).to_have_count(1)


@pytest.fixture
def cold_url() -> Iterator[str]:
    """Give an app that has only just started, where the first export has the most to make ready."""
    yield from serve()


def test_a_click_on_an_export_is_not_lost_when_the_panel_is_closed_at_once(page: Page, cold_url: str) -> None:
    page.goto(f"{cold_url}/briefing")
    page.get_by_role("button", name="Ready-made").click()
    page.get_by_role("button", name="The field in eight slides").click()
    expect(page.locator(".st-key-b_list button")).to_have_count(8)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Export").click()
    page.get_by_role("button", name="PowerPoint 16:9").click()
    under_way = page.get_by_role("button", name=re.compile(r"^(Cancel|Download )"))
    expect(page.get_by_text("Measuring borders").or_(under_way).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(under_way.first).to_be_visible()


@pytest.fixture(scope="module")
def endless_url() -> Iterator[str]:
    yield from serve(app="tests/browser/apps/endless_export.py")


def test_an_export_is_cancelled_and_put_away(page: Page, endless_url: str) -> None:
    page.goto(endless_url)
    page.get_by_role("button", name="Export").click()
    expect(page.get_by_text("Making Endless: slide 1 of 8")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("Cancelled; nothing was written.")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile(r"^Download "))).to_have_count(0)
    page.locator(".st-key-job_away button").first.click()
    expect(page.get_by_text("Cancelled; nothing was written.")).to_have_count(0)


def test_the_preview_leaves_the_keyboard_to_whoever_types(page: Page, app_url: str) -> None:
    collect(page, f"{app_url}/missions?mission=unisfa")
    go_to_briefing(page)
    player(page, "b_preview").locator("html[data-player=ready]").wait_for(state="attached")
    title = page.get_by_role("textbox", name="Title of the slide")
    title.fill("UNISFA for the desk")
    title.press("Tab")
    expect(player(page, "b_preview").get_by_role("heading", name="UNISFA for the desk")).to_be_visible()
    player(page, "b_preview").locator("html[data-player=ready]").wait_for(state="attached")
    page.keyboard.type("firm but brief")
    expect(page.get_by_role("textbox", name="Text on the slide")).to_have_value("firm but brief")


def test_keys_work_at_once_while_presenting_and_escape_leaves(page: Page, app_url: str, watch: Watch) -> None:
    collect(page, f"{app_url}/missions?mission=unisfa")
    go_to_briefing(page)
    page.get_by_role("button", name="Present").click()
    shown = player(page, "present_stage").locator(".slide:not([hidden])")
    expect(shown).to_have_id("slide-1")
    page.wait_for_function("document.activeElement.tagName === 'IFRAME'")
    page.keyboard.press("ArrowRight")
    expect(shown).to_have_id("slide-2")
    page.keyboard.press("b")
    expect(player(page, "present_stage").locator("#black")).to_be_visible()
    page.keyboard.press("Escape")
    expect(player(page, "present_stage").locator("#black")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.get_by_role("textbox", name="Title of the briefing")).to_be_visible()
    assert watch.foreign == []


def test_slides_collected_before_the_kept_briefing_is_back_join_it(page: Page, app_url: str) -> None:
    collect(page, f"{app_url}/missions?mission=unisfa")
    page.evaluate("sessionStorage.setItem('border-atlas-briefing-session', 'an earlier one')")
    page.get_by_role("button", name="Add to briefing (1)").click()
    expect(page.get_by_text("Your briefing is back.")).to_be_visible()
    go_to_briefing(page)
    # The one that the browser kept, and the two that this session has.
    expect(page.locator(".st-key-b_list button")).to_have_count(3)
