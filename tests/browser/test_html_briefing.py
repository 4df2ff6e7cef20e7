"""The briefing file in a real browser, opened from disk, which may ask nobody for anything."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from border_atlas.config import GEODATA
from border_atlas.data.dataset import Dataset
from border_atlas.data.load import load_dataset
from border_atlas.domain.deck import Block, Deck, DeckTable, Run
from border_atlas.export.html.player import player_document
from border_atlas.export.html.write import to_html
from tests.export.html_decks import EVIL, hostile_data, make_deck
from tests.factories import make_dataset

pytestmark = pytest.mark.browser


class Talk:
    """A page that shows a file, with what it asked for, complained about and tried to say."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page, self.address = page, file.as_uri()
        self.asked: list[str] = []
        self.errors: list[str] = []
        self.dialogs: list[str] = []
        page.context.route("**/*", self.gate)
        page.on(
            "console",
            lambda message: self.errors.append(message.text) if message.type in {"error", "warning"} else None,
        )
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))

    def gate(self, route: Route) -> None:
        address = route.request.url.partition("#")[0]
        if address == self.address:
            route.continue_()
        else:
            self.asked.append(address)
            route.abort()

    def open(self, hash_: str = "") -> Page:
        self.page.goto(self.address + hash_)
        self.page.locator("html[data-player=ready]").wait_for(state="attached")
        return self.page


Opened = Callable[[Dataset, Deck], Talk]

#: Rows that are shown, how far the note below them runs over, what it says, and heads that do not fit their column.
_SEEN = """() => {
  const part = document.querySelector(".tables");
  const more = part.querySelector(".more");
  return {
    rows: [...part.querySelectorAll("tbody tr")].filter((row) => !row.hidden).length,
    below: more.getBoundingClientRect().bottom - part.getBoundingClientRect().bottom,
    more: more.textContent,
    broken: [...part.querySelectorAll("th")].filter((head) => head.scrollWidth > head.clientWidth + 1
      || head.offsetHeight > 4 * parseFloat(getComputedStyle(head).fontSize)).length,
  };
}"""


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    # Without flights a map is where it shall be at once.
    context = browser.new_context(viewport={"width": 1366, "height": 768}, reduced_motion="reduce", locale="en-GB")

    def write(data: Dataset, deck: Deck) -> Talk:
        file = tmp_path / "briefing.html"
        file.write_bytes(to_html(data, deck))
        return Talk(context.new_page(), file)

    yield write
    context.close()


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load_dataset(GEODATA)


@pytest.fixture
def talk(opened: Opened, data: Dataset) -> Talk:
    return opened(data, make_deck(data))


def map_state(page: Page) -> dict[str, Any]:
    state: dict[str, Any] = page.evaluate(
        """() => { const {map, atlas} = talk.stage.maps[0];
             const canvas = atlas.base.landRenderer._container;
             const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
             let painted = 0; for (let i = 3; i < data.length; i += 400) if (data[i] > 0) painted += 1;
             const {areas, base} = atlas;
             return {painted, areas: areas.group.getLayers().length, lines: base.lines.group.getLayers().length,
                     missions: atlas.missions.shown.size, zoom: map.getZoom(), centre: map.getCenter()}; }"""
    )
    return state


def title(page: Page) -> str:
    return page.locator(".slide:not([hidden]) h2").inner_text()


def test_keys_move_through_the_slides_and_the_address_follows(talk: Talk) -> None:
    page = talk.open()
    assert title(page) == "First slide"
    for key, number in (
        ("ArrowRight", 2),
        (" ", 3),
        ("PageDown", 4),
        ("ArrowLeft", 3),
        ("PageUp", 2),
        ("End", 5),
        ("Home", 1),
    ):
        page.keyboard.press(key)
        expect(page.locator(".slide:not([hidden])")).to_have_id(f"slide-{number}")
        assert page.evaluate("location.hash") == f"#{number}"
    page.evaluate("location.hash = '#4'")
    expect(page.locator("#slide-4")).to_be_visible()
    assert title(talk.open("#3")) == "Third slide"


def test_the_map_is_painted_from_the_file_alone(talk: Talk, data: Dataset) -> None:
    page = talk.open("#3")
    page.wait_for_function("document.documentElement.dataset.atlas === 'ready'")
    page.wait_for_timeout(200)
    state = map_state(page)
    assert state["painted"] > 100
    assert (state["areas"], state["missions"], state["lines"]) == (len(data.areas), len(data.missions), 1)
    assert talk.asked == []
    assert talk.errors == []


def test_one_map_is_carried_on_and_comes_back_to_the_frame_after_exploring(talk: Talk) -> None:
    page = talk.open("#3")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#slide-2 .live-map")).to_be_visible()
    assert page.evaluate("talk.stage.maps.length") == 1
    home = map_state(page)
    assert home["centre"]["lat"] == pytest.approx(42, abs=0.2)
    back = page.get_by_role("button", name="Back to the slide’s frame")
    expect(back).to_be_hidden()
    page.keyboard.press("Shift+ArrowLeft")
    expect(back).to_be_visible()
    back.click()
    expect(back).to_be_hidden()
    assert map_state(page)["centre"] == pytest.approx(home["centre"], abs=0.05)


def test_the_player_works_in_a_frame_of_another_page(talk: Talk, data: Dataset) -> None:
    page = talk.page
    page.set_content("<iframe sandbox='allow-scripts' width=1200 height=700></iframe>")
    document = player_document(data, make_deck(data), start=1, presenter=True)
    page.evaluate("text => { document.querySelector('iframe').srcdoc = text; }", document)
    frame = page.frame_locator("iframe")
    expect(frame.locator("#slide-2 .live-map")).to_be_visible()
    expect(frame.locator(".panel .next-title")).to_have_text("Third slide")
    frame.locator("body").press("ArrowRight")
    expect(frame.locator("#slide-3")).to_be_visible()
    assert (talk.asked, talk.errors) == ([], [])


def test_notes_are_hidden_until_asked_for(talk: Talk) -> None:
    page = talk.open()
    expect(page.get_by_text("Say hello").first).to_be_hidden()
    page.keyboard.press("n")
    expect(page.locator("#slide-1 .notes")).to_contain_text("Say hello")
    expect(page.locator("#slide-1 .notes")).to_be_visible()
    page.keyboard.press("n")
    expect(page.locator("#slide-1 .notes")).to_be_hidden()


def test_the_screen_goes_black_and_comes_back(talk: Talk) -> None:
    page = talk.open()
    page.keyboard.press("b")
    expect(page.locator("#black")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#black")).to_be_hidden()


def test_the_presenter_sees_notes_timer_and_what_comes_next(talk: Talk) -> None:
    page = talk.open()
    page.keyboard.press("p")
    panel = page.get_by_role("complementary", name="Presenter view")
    expect(panel).to_contain_text("Say hello")
    expect(panel.locator(".next-title")).to_have_text("Second slide")
    expect(panel.locator("output")).to_have_text("00:01")
    page.keyboard.press("p")
    expect(panel).to_have_count(0)


def test_the_presenter_view_has_a_window_of_its_own_that_moves_the_talk(talk: Talk) -> None:
    page = talk.open()
    with page.expect_popup() as popup:
        page.keyboard.press("w")
    own = popup.value
    expect(own.locator(".panel-notes")).to_contain_text("Say hello")
    own.keyboard.press("ArrowRight")
    expect(own.locator(".now")).to_contain_text("Slide 2 of 5")
    expect(page.locator("#slide-2")).to_be_visible()
    assert (talk.asked, talk.errors) == ([], [])


def test_help_bar_theme_and_swipe(talk: Talk) -> None:
    page = talk.open()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    before = page.evaluate("document.documentElement.dataset.theme")
    page.keyboard.press("t")
    assert page.evaluate("document.documentElement.dataset.theme") != before
    page.get_by_role("button", name="Next slide").first.click()
    expect(page.locator("#slide-2")).to_be_visible()
    page.evaluate(
        """() => { const header = document.querySelector('#slide-2 header');
             const touch = x => new Touch({identifier: 1, target: header, clientX: x, clientY: 50});
             const fire = (name, x) => header.dispatchEvent(new TouchEvent(name,
               {bubbles: true, touches: name === 'touchstart' ? [touch(x)] : [], changedTouches: [touch(x)]}));
             fire('touchstart', 300); fire('touchend', 100); }"""
    )
    expect(page.locator("#slide-3")).to_be_visible()


def test_a_printed_slide_has_its_own_page_with_map_and_notes(talk: Talk, tmp_path: Path) -> None:
    page = talk.open("#2")
    page.wait_for_function("document.documentElement.dataset.atlas === 'ready'")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function("document.querySelectorAll('.printed svg path').length > 100")
    expect(page.locator("#slide-2 .notes")).to_be_visible()
    assert page.locator(".slide:visible").count() == 5
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".slide:visible").count() == 1
    page.pdf(path=str(tmp_path / "print.pdf"), prefer_css_page_size=True)
    assert (tmp_path / "print.pdf").read_bytes().count(b"/Type /Page\n") == 5


def test_hostile_strings_run_nothing_and_are_shown_as_they_are(opened: Opened) -> None:
    data = hostile_data()
    talk = opened(data, make_deck(data, EVIL, address="javascript:alert(4)"))
    page = talk.open()
    for number in range(1, 6):
        expect(page.locator(f"#slide-{number}")).to_be_visible()
        assert EVIL.replace("\u2028", "") in title(page).replace("\u2028", "").replace("\n", "")
        page.keyboard.press("ArrowRight")
    for key in ("p", "n", "Home", "ArrowRight"):
        page.keyboard.press(key)
    page.locator("#slide-2 .leaflet-marker-icon").first.hover()
    expect(page.locator(".leaflet-tooltip")).to_contain_text("alert(1)")
    assert page.locator("img, a[href^=javascript]").count() == 0
    assert (talk.dialogs, talk.asked, talk.errors) == ([], [], [])


@pytest.mark.parametrize("width", [390, 1366, 1920])
def test_nothing_is_wider_than_the_screen(talk: Talk, width: int) -> None:
    talk.page.set_viewport_size({"width": width, "height": 800})
    page = talk.open()
    for number in range(1, 6):
        page.evaluate(f"talk.go({number - 1})")
        section = page.locator(f"#slide-{number}")
        assert section.evaluate("one => one.scrollWidth <= one.clientWidth + 1")
        assert section.evaluate("one => one.clientWidth") <= width


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1024, 640)])
def test_rows_beside_a_map_are_seen_whole_and_those_without_room_are_counted(
    opened: Opened, size: tuple[int, int]
) -> None:
    data = make_dataset()
    whole = make_deck(data)
    rows = tuple((f"Border {number} of two countries with long names", "A mission", "May 2024") for number in range(40))
    table = DeckTable("Recently ended", ("Border area", "Last mission", "Successor"), rows, more=5)
    long = tuple(Block("paragraph", (Run("Words on what the map shows. " * 12),)) for _ in range(3))
    slide = replace(whole.slides[1], tables=(table,), blocks=long)
    talk = opened(data, replace(whole, slides=(slide,)))
    talk.page.set_viewport_size({"width": size[0], "height": size[1]})
    seen = talk.open().evaluate(_SEEN)
    assert seen["rows"] >= 3
    assert seen["below"] <= 1
    assert seen["more"] == f"and {45 - seen['rows']} more"
    assert seen["broken"] == 0
