"""The corpora as names, countries, columns, layers and file names on Your data: drawn, and nothing of them runs."""

import math
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.test_own_page import badge, drop
from tests.data.own.corpus import BIG_LIST, STRINGS
from tests.data.own.samples import csv_of, xlsx_of

pytestmark = pytest.mark.browser
#: What would be run: by a browser, by Jinja on the server, by Vega or Markdown on the way.
SCRIPTS = (
    "<img src=x onerror=alert(1)>", "</script><script>alert(2)</script>", "{{ 7*7 }}", "{% raw %}", "${alert(3)}",
    "`+alert(4)+`", "javascript:alert(5)", "<svg/onload=alert(6)>", "[x](javascript:alert(7))", ":red[y] $x^2$ `z`",
    "datum['x'] + alert(8)", "\u2028alert(9)\u2029", "<style>*{display:none}</style>", "__proto__", "constructor",
)  # fmt: skip
NAMES = [text for text in [*SCRIPTS, *STRINGS, *BIG_LIST] if text.strip()]
FILE = "{{7*7}}<img src=x onerror=alert(10)>${alert(11)}`.csv"
#: Tells every frame to remember a dialog instead of showing it.
TRAP = "window.alert = window.confirm = window.prompt = () => { window.top.atlasRan = true; };"


@pytest.fixture
def dialogs(page: Page, watch: Any) -> Iterator[list[str]]:
    """Fail after the test if anything ran, a dialog opened or the console complained."""
    opened: list[str] = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    page.add_init_script(TRAP)
    yield opened
    assert page.evaluate("() => window.atlasRan") is None
    assert (opened, watch.errors, watch.foreign, watch.failed) == ([], [], [], [])


def spiral(number: int) -> list[list[str]]:
    """Return as many places in and around Georgia, as longitude and latitude."""
    turns = [(place**0.5 / 20, place * 2.4) for place in range(number)]
    return [[f"{44 + far * math.cos(turn):.4f}", f"{42 + far * math.sin(turn) / 2:.4f}"] for far, turn in turns]


def map_of(page: Page) -> Frame:
    return next(frame for frame in page.frames if "st_folium" in frame.url)


def open_popups(page: Page) -> int:
    """Open the popup and tooltip of each own record that is drawn, and count them."""
    opened: int = map_of(page).evaluate(
        """() => {
            const layers = atlas.own.group.getLayers().filter(layer => layer.getPopup());
            for (const layer of layers) { layer.openTooltip?.(); layer.openPopup(); }
            return layers.length;
        }"""
    )
    return opened


def look_through(page: Page) -> None:
    """Open what else shows strings of the file."""
    page.get_by_text("How the columns were understood").click()
    for tab in ("Per year", "Records", "Kept aside and remarks"):
        page.get_by_role("tab", name=tab).click()


@pytest.mark.usefixtures("dialogs")
def test_as_names_countries_and_file_name(page: Page, app_url: str) -> None:
    rows = [[text, text, *place] for text, place in zip(NAMES, spiral(len(NAMES)), strict=True)]
    drop(page, app_url, FILE, csv_of(["name", "country", "lon", "lat"], rows).encode("utf-8", "replace"))
    expect(badge(page)).to_contain_text(f"{len(NAMES)} records")
    expect(badge(page)).to_contain_text("{{7*7}}")
    assert open_popups(page) == len(NAMES)
    look_through(page)
    page.get_by_role("link", name="Map", exact=True).click()
    expect(page.get_by_role("heading", name="All missions and border areas")).to_be_visible()
    expect(badge(page)).to_contain_text("{{7*7}}")


@pytest.mark.usefixtures("dialogs")
def test_as_columns_and_categories(page: Page, app_url: str) -> None:
    columns = [*SCRIPTS, *STRINGS[:150]]
    rows = [[SCRIPTS[number % 15]] * len(columns) + place for number, place in enumerate(spiral(60))]
    drop(page, app_url, "columns.csv", csv_of([*columns, "lon", "lat"], rows).encode("utf-8", "replace"))
    expect(badge(page)).to_contain_text("60 records")
    assert open_popups(page) == 60
    look_through(page)
    page.get_by_role("button", name="Take it away").click()
    expect(page.get_by_role("button", name="GeoPackage").first).to_be_visible()


@pytest.mark.usefixtures("dialogs")
def test_as_layers_and_missions(page: Page, app_url: str) -> None:
    places = spiral(len(SCRIPTS))
    table = [[text, *place] for text, place in zip(["UNIFIL", *SCRIPTS[1:]], places, strict=True)]
    layers = ("{{7-7}} ${alert(1)}", "<img src=x onerror=alert(2)>", "$x^2$ `y` __z__")
    drop(page, app_url, "layers.xlsx", xlsx_of({name: [["mission", "lon", "lat"], *table] for name in layers}))
    expect(badge(page)).to_contain_text(f"{layers[0]}, {len(SCRIPTS)} records")
    page.get_by_role("combobox", name="Layer").click()
    page.get_by_role("option", name=layers[1]).click()
    expect(badge(page)).to_contain_text(layers[1])
    assert open_popups(page) == len(SCRIPTS)
