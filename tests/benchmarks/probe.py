"""A page in Chromium that tells what it was sent, when its script ran and when something was painted."""

import base64
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

WATCH: Final = (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")
#: Names that are not this machine do not resolve, at once: no app may wait for a network.
FLAGS: Final = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
PATIENCE: Final = 90_000
#: Milliseconds after which a page has said all that it had to say.
QUIET: Final = 330


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run Chromium until the block ends."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        msg = f"No browser found (looked for {', '.join(BROWSERS)}); `make browser` installs one."
        raise RuntimeError(msg)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Traffic:
    """What went over the network since the last count; bytes as on the wire."""

    socket: int = 0
    http: int = 0
    sent: int = 0
    asked: int = 0
    run_began: float | None = None
    run_ended: float | None = None

    @property
    def script(self) -> float | None:
        """Milliseconds from the browser's wish to run the script to the end of that run."""
        if self.run_began is None or self.run_ended is None:
            return None
        return (self.run_ended - self.run_began) * 1000


class Probe:
    """A page with its traffic."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.traffic = Traffic()
        self._cdp: CDPSession = page.context.new_cdp_session(page)
        self._cdp.on("Network.webSocketFrameReceived", self._received)
        self._cdp.on("Network.webSocketFrameSent", self._sent)
        self._cdp.on("Network.loadingFinished", self._finished)
        self._cdp.on("Network.requestWillBeSent", self._asked)
        self._cdp.send("Network.enable")

    def _received(self, event: dict[str, Any]) -> None:
        payload = base64.b64decode(event["response"]["payloadData"])
        self.traffic.socket += len(payload)
        if ForwardMsg.FromString(payload).WhichOneof("type") == "script_finished":
            self.traffic.run_ended = event["timestamp"]

    def _sent(self, event: dict[str, Any]) -> None:
        self.traffic.sent += 1
        if self.traffic.run_began is None:
            self.traffic.run_began = event["timestamp"]

    def _finished(self, event: dict[str, Any]) -> None:
        self.traffic.http += int(event["encodedDataLength"])

    def _asked(self, _event: dict[str, Any]) -> None:
        self.traffic.asked += 1

    def settle(self) -> Traffic:
        """Wait until nothing more comes, and return the traffic since the last call."""
        self.page.wait_for_timeout(QUIET)
        counted, self.traffic = self.traffic, Traffic()
        return counted

    def time(self, condition: str, act: Callable[[], None]) -> float:
        """Return milliseconds from the last press that ``act`` makes until the condition is painted."""
        self.page.evaluate("condition => { bench.down = null; bench.arm(condition); }", condition)
        act()
        self.page.wait_for_function("() => bench.painted !== null", timeout=PATIENCE)
        down, painted = self.page.evaluate("() => [bench.down, bench.painted]")
        return float(painted - down)


def visit(context: BrowserContext, url: str, condition: str) -> tuple[Probe, float]:
    """Open a page and return it with the milliseconds until the condition was painted."""
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(f"if (window === window.top) window.benchFirst = {json.dumps(condition)};\n{WATCH}")
    probe = Probe(page)
    page.goto(url, wait_until="commit")
    page.wait_for_function("() => window.bench && bench.painted !== null", timeout=PATIENCE)
    return probe, float(page.evaluate("() => bench.painted"))


def new_context(browser: Browser, **options: Any) -> BrowserContext:
    """Return a context with an empty cache of its own."""
    return browser.new_context(viewport={"width": 1366, "height": 768}, locale="en-GB", **options)
