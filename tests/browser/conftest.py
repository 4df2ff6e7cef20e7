"""A running app and a real browser that may ask nobody but the app."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


#: Seconds; the first page of a cold app on a busy machine takes its time.
TIMEOUT = float(os.environ.get("ATLAS_BROWSER_TIMEOUT", "60"))
expect.set_options(timeout=TIMEOUT * 1000)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_until_ready(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if process.poll() is not None:
            pytest.fail(f"The app stopped with exit code {process.returncode} before it was ready.")
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=2).close()  # noqa: S310  our own server
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"The app at {url} was not ready within a minute.")


def serve(*options: str, app: str = "serve.py") -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", app, "--server.port", str(port), *options]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    base = next((o.split("=", 1)[1] for o in options if o.startswith("--server.baseUrlPath=")), "")
    url = f"http://127.0.0.1:{port}" + (f"/{base}" if base else "")
    try:
        wait_until_ready(url, process)
        yield url
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="session")
def app_url() -> Iterator[str]:
    yield from serve()


@pytest.fixture(scope="session")
def app_url_below_a_path() -> Iterator[str]:
    yield from serve("--server.baseUrlPath=atlas/demo")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.fail(f"No browser found (looked for {', '.join(BROWSERS)}); `make browser` installs one.")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()


class Watch:
    """What a page asked for and complained about."""

    def __init__(self) -> None:
        self.foreign: list[str] = []
        self.errors: list[str] = []
        self.failed: list[str] = []
        self.reruns = 0

    def __call__(self, route: Route) -> None:
        url = route.request.url
        if "//127.0.0.1:" in url or url.startswith(("data:", "blob:")):
            route.continue_()
        else:
            self.foreign.append(url)
            route.abort()

    def hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def miss(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":
            self.failed.append(f"{request.url}: {request.failure}")


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def page(browser: Browser, watch: Watch) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="en-GB")
    context.route("**/*", watch)
    opened = context.new_page()
    opened.set_default_timeout(TIMEOUT * 1000)
    opened.on("console", watch.hear)
    opened.on("requestfailed", watch.miss)
    opened.on("pageerror", lambda error: watch.errors.append(str(error)))
    yield opened
    context.close()
