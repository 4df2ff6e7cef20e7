"""One round with one app: what a visitor does, and what each step took."""

from dataclasses import dataclass, field
from typing import Final

from playwright.sync_api import Browser

from tests.benchmarks.drivers import Driver
from tests.benchmarks.probe import Probe, Traffic, new_context, visit
from tests.benchmarks.servers import Server

#: Milliseconds over which the pictures of the playing year slider are counted.
_PLAYED: Final = 1000
_CHANGES: Final = 1


@dataclass
class Samples:
    """Everything measured of each app: app → figure → values in the order of the rounds."""

    values: dict[str, dict[str, list[float]]] = field(default_factory=dict)

    def add(self, app: str, figure: str, value: float | None) -> None:
        """Keep a value; None means that the app has no such thing."""
        if value is not None:
            self.values.setdefault(app, {}).setdefault(figure, []).append(round(value, 3))


def one_round(browser: Browser, server: Server, driver: Driver, samples: Samples) -> None:
    """Visit an app twice, with an empty and with a filled cache, then use it."""
    app = server.name
    context = new_context(browser)
    probe, shown = visit(context, server.url, driver.first)
    samples.add(app, "first_cold_ms", shown)
    traffic = probe.settle()
    samples.add(app, "first_cold_kb", (traffic.http + traffic.socket) / 1000)
    probe.page.close()
    probe, shown = visit(context, server.url, driver.first)
    samples.add(app, "first_warm_ms", shown)
    traffic = probe.settle()
    samples.add(app, "first_warm_kb", (traffic.http + traffic.socket) / 1000)
    driver.begin()
    _changes(probe, driver, app, samples)
    _moves(probe, driver, app, samples)
    _clicks(probe, driver, app, samples)
    _slider(probe, driver, app, samples)
    context.close()


def _changes(probe: Probe, driver: Driver, app: str, samples: Samples) -> None:
    """Change the filter to warm up and then for the count, each time to what was not just shown."""
    for turn in range(driver.warming + _CHANGES):
        took = driver.change(probe)
        traffic = probe.settle()
        if turn >= driver.warming:
            samples.add(app, "change_ms", took)
            _traffic(app, traffic, samples)


def _traffic(app: str, traffic: Traffic, samples: Samples) -> None:
    samples.add(app, "change_script_ms", traffic.script)
    samples.add(app, "change_socket_kb", traffic.socket / 1000)
    samples.add(app, "change_http_kb", traffic.http / 1000)


def _moves(probe: Probe, driver: Driver, app: str, samples: Samples) -> None:
    """Pan and zoom; count what the browser then asks the server to do."""
    if driver.move(probe):
        samples.add(app, "move_reruns", probe.settle().sent)


def _clicks(probe: Probe, driver: Driver, app: str, samples: Samples) -> None:
    for _ in range(2):
        samples.add(app, "click_ms", driver.click(probe))
        probe.settle()


def _slider(probe: Probe, driver: Driver, app: str, samples: Samples) -> None:
    """Let the years play; count the pictures a second and the runs of the script meanwhile."""
    if not driver.play(probe):
        return
    samples.add(app, "slider_fps", driver.pictures(probe, _PLAYED))
    samples.add(app, "slider_reruns", probe.traffic.sent)
