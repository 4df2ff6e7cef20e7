"""Own records by their number: from a click on a filter to the painted map, all numbers in turn."""

import statistics
import time
from typing import Final

from playwright.sync_api import Browser, Frame, Page

from tests.benchmarks.probe import PATIENCE, chromium, new_context
from tests.benchmarks.servers import serve

NUMBERS: Final = (1_000, 10_000, 100_000, 1_000_000)
_MAP: Final = 'iframe[title^="streamlit_folium"]'
#: The map says in this attribute which drawing of own data it shows; two pictures later it has been painted.
_PAINTED: Final = """old => new Promise(done => { const look = () => document.documentElement.dataset.own !== old
    ? requestAnimationFrame(() => requestAnimationFrame(done)) : requestAnimationFrame(look); look(); })
    .then(() => 1)"""


def measure(rounds: int) -> dict[str, float]:
    """Return for each number of records the median in milliseconds; the first round warms up."""
    times: dict[int, list[float]] = {number: [] for number in NUMBERS}
    with serve("own") as server, chromium() as browser:
        pages = {number: _open(browser, f"{server.url}/?n={number}&at=42,44,5") for number in NUMBERS}
        for turn in range(rounds + 1):
            for number, page in pages.items():
                took = _change(*page)
                if turn:
                    times[number].append(took)
    return {f"{number:,}": round(statistics.median(row), 1) for number, row in times.items()}


def _open(browser: Browser, url: str) -> tuple[Page, Frame]:
    page = new_context(browser).new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(url)
    page.frame_locator(_MAP).locator("html[data-own]").wait_for(state="attached")
    return page, next(frame for frame in page.frames if "st_folium" in frame.url)


def _change(page: Page, inside: Frame) -> float:
    page.bring_to_front()
    page.wait_for_timeout(400)
    old = inside.evaluate("() => document.documentElement.dataset.own")
    began = time.perf_counter()
    page.get_by_text("Thefts only").click()
    inside.evaluate(_PAINTED, old)
    return (time.perf_counter() - began) * 1000
