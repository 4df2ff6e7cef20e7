"""Real browsers at once: pages in Chromium that change their filters at the same moment.

Each page is a session of its own that draws its map; that many browsers on the server's own two cores wait for each
other as much as for the server, so the light sessions of `sessions.py` are the measure of the server alone.
"""

import re
import statistics

from playwright.sync_api import Browser

from border_atlas.config import GEODATA
from border_atlas.data.load import load_dataset
from border_atlas.maps.styles import ORGANISATION_LOOKS
from border_atlas.model import Organisation
from tests.benchmarks.drivers import ADDED, Ours, counts
from tests.benchmarks.probe import PATIENCE, Probe, chromium, new_context, visit
from tests.benchmarks.servers import serve


def measure(number: int) -> dict[str, float]:
    """Return medians from press to painted map (ms) of one page alone and of ``number`` pages at once."""
    data = load_dataset(GEODATA)
    states = [Ours([counts(data, ADDED[:chosen])]).first for chosen in range(len(ADDED) + 1)]
    with serve("ours") as server, chromium() as browser:
        _wave(browser, server.url, states, 1)  # warms the server
        alone = _wave(browser, server.url, states, 1)
        crowd = _wave(browser, server.url, states, number)
    return {
        "browsers": number,
        "browser_alone_ms": round(statistics.median(alone), 1),
        "browser_median_ms": round(statistics.median(crowd), 1),
        "browser_p95_ms": round(statistics.quantiles(crowd, n=20)[-1], 1),
    }


def _wave(browser: Browser, url: str, states: list[str], number: int) -> list[float]:
    """Open pages, add one organisation after the other on all of them, and close them."""
    probes = [visit(new_context(browser), url, states[0])[0] for _ in range(number)]
    times = []
    for name, shown in zip(ADDED, states[1:], strict=True):
        for probe in probes:
            _open_list(probe, shown)
        for probe in probes:
            probe.page.get_by_role("option", name=ORGANISATION_LOOKS[Organisation(name)].label, exact=True).click()
        times += [_painted(probe) for probe in probes]
    for probe in probes:
        probe.page.context.close()
    return times


def _open_list(probe: Probe, shown: str) -> None:
    probe.settle()
    probe.page.keyboard.press("Escape")
    probe.page.get_by_role("combobox", name=re.compile("Organisation")).click()
    probe.page.evaluate("condition => { bench.down = null; bench.arm(condition); }", shown)


def _painted(probe: Probe) -> float:
    probe.page.wait_for_function("() => bench.painted !== null", timeout=PATIENCE)
    down, painted = probe.page.evaluate("() => [bench.down, bench.painted]")
    return float(painted - down)
