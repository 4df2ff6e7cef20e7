"""The worker: one door, limits that hold, a kill that harms nobody, and GDAL with few drivers."""

import importlib
import logging
import os
import subprocess
import sys
import threading
import time

import pandas as pd
import pytest

from border_atlas import gdal_lock
from border_atlas.data.own import guard, read
from border_atlas.data.own.contract import Limits
from border_atlas.data.own.read import read_own
from border_atlas.errors import OwnFileError
from tests.data.own import samples


def worker(script: str) -> tuple[str, ...]:
    return (sys.executable, "-c", f"import sys; sys.stdin.buffer.read(); {script}")


def test_a_file_comes_back_through_the_worker() -> None:
    content = samples.each_form()["places.zip"]
    own = read_own(content, "C:\\data\\places.zip")
    assert (own.name, own.form, own.size, len(own.digest)) == ("places.zip", "Shapefile", len(content), 64)
    assert list(own.layers[0].table["name"]) == samples.TEXTS


def test_kinds_of_values_survive_the_way() -> None:
    day = pd.Timestamp("2024-02-01 10:30")
    rows = [["a", "b"], [day, 1], [True, 2], [1.5, 3], ["x", 4], [None, 5], [7, 6]]
    table = read_own(samples.xlsx_of({"s": rows}), "x.xlsx").layers[0].table
    assert list(table["a"]) == [day, True, 1.5, "x", None, 7]
    assert [type(value) for value in table["a"]] == [pd.Timestamp, bool, float, str, type(None), int]
    assert list(table["b"]) == [1, 2, 3, 4, 5, 6]


def test_a_worker_that_starts_slowly_still_gets_the_whole_file(monkeypatch: pytest.MonkeyPatch) -> None:
    run = "runpy.run_module('border_atlas.data.own.worker', run_name='__main__')"
    slow = f"import runpy, time; time.sleep(0.5); {run}"
    monkeypatch.setattr(read, "_COMMAND", (sys.executable, "-P", "-c", slow))
    content = b"a,b\n" + b"1,2\n" * 100_000  # more than a pipe holds
    assert len(read_own(content, "x.csv", limits=Limits(seconds=20)).layers[0].table) == 100_000


def test_a_refusal_keeps_its_parts() -> None:
    with pytest.raises(OwnFileError) as caught:
        read_own(b"<html></html>", "x.csv")
    assert (caught.value.where, "XML (html)" in caught.value.what) == ("x.csv", True)
    assert caught.value.right


def test_too_big_files_never_reach_a_worker() -> None:
    with pytest.raises(OwnFileError, match="too big"):
        read_own(b"a,b\n1,2\n", "x.csv", limits=Limits(bytes=4))


def test_memory_is_limited() -> None:
    content = b"[" + b"[[]]," * 9_000_000 + b"[]]"
    content = b'{"type":"Point","coordinates":' + content + b"}"
    with pytest.raises(OwnFileError, match="memory"):
        read_own(content, "x.geojson", limits=Limits(memory_mb=700))


def test_time_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "_COMMAND", worker("import time; time.sleep(60)"))
    start = time.monotonic()
    with pytest.raises(OwnFileError, match="took too long"):
        read_own(b"a,b\n1,2\n", "x.csv", limits=Limits(seconds=0.5))
    assert time.monotonic() - start < 5


def test_reading_can_be_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "_COMMAND", worker("import time; time.sleep(60)"))
    cancel = threading.Event()
    threading.Timer(0.3, cancel.set).start()
    with pytest.raises(OwnFileError, match="cancelled"):
        read_own(b"a,b\n1,2\n", "x.csv", cancel=cancel)


def test_a_file_waits_for_its_turn_and_is_told_when_none_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "_TURNS", threading.BoundedSemaphore(1))
    with read._turn("first.csv", Limits(), None):  # noqa: SLF001  as if another file were being read
        with pytest.raises(OwnFileError, match="Other files are being read just now") as caught:
            read_own(b"a,b\n1,2\n", "x.csv", limits=Limits(seconds=0.3))
        threading.Timer(0.3, (cancel := threading.Event()).set).start()
        with pytest.raises(OwnFileError, match="cancelled"):
            read_own(b"a,b\n1,2\n", "x.csv", cancel=cancel)
    assert caught.value.right == "Try again in a minute."
    assert read_own(b"a,b\n1,2\n", "x.csv").form == "CSV"


def test_no_more_workers_run_at_once_than_may(monkeypatch: pytest.MonkeyPatch) -> None:
    running, most, lock = 0, 0, threading.Lock()

    def busy(*_: object) -> bytes:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.1)
        with lock:
            running -= 1
        return b""

    def one() -> None:
        with pytest.raises(OwnFileError, match="half-way"):
            read_own(b"a,b\n1,2\n", "x.csv")

    monkeypatch.setattr(read, "_through_worker", busy)
    threads = [threading.Thread(target=one) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == read.AT_ONCE


def test_a_system_without_limits_is_told_in_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    bare = importlib.reload(guard)
    try:
        with pytest.raises(OwnFileError, match=r"Windows.*cap the memory.*Linux"):
            read_own(b"a,b\n1,2\n", "x.csv")
        with pytest.raises(OwnFileError, match="Windows"):
            bare.close_in(Limits())
    finally:
        monkeypatch.undo()
        importlib.reload(guard)


@pytest.mark.parametrize(
    "script",
    [
        "import os; os.kill(os.getpid(), 9)", "import os; os.abort()", "sys.exit(3)", "pass",
        "sys.stdout.write('x' * 20)", r"sys.stdout.buffer.write(b'\0' * 7 + b'\2{}')",
        r"sys.stdout.buffer.write(b'\0' * 7 + bytes([14]) + b'{\"form\": \"x\"}')",
    ],
)  # fmt: skip
def test_a_crash_becomes_a_message(
    script: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(read, "_COMMAND", worker(script))
    with caplog.at_level(logging.WARNING), pytest.raises(OwnFileError) as caught:
        read_own(b"a,b\nsecret,2\n", "private.csv")
    assert caught.value.right
    assert "secret" not in caplog.text
    assert "private" not in caplog.text


GUARDED = """
from border_atlas.data.own.guard import close_in
from border_atlas.data.own.limits import Limits
import os, socket, sqlite3, subprocess
close_in(Limits())
try:
    {attempt}
except OSError as error:
    print(type(error).__name__)
"""


@pytest.mark.parametrize(
    "attempt",
    [
        "open('/etc/passwd')", "open('/tmp/own-file-test', 'w')", "socket.create_connection(('127.0.0.1', 9))",
        "subprocess.run(['true'])", "os.system('true')", "sqlite3.connect('/tmp/own-file-test.db')", "os.fork()",
        "open(os.__file__, 'a')",
    ],
)  # fmt: skip
def test_the_worker_opens_no_other_file_connects_and_starts_nothing(attempt: str) -> None:
    done = subprocess.run(  # noqa: S603  our own interpreter
        [sys.executable, "-c", GUARDED.format(attempt=attempt)], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.strip() == "PermissionError"


def test_gdal_offers_few_drivers() -> None:
    gdal_lock.assert_locked()
    import pyogrio  # noqa: PLC0415  after the lock

    assert set(pyogrio.list_drivers()) <= gdal_lock.ALLOWED


def test_an_open_gdal_would_be_noticed() -> None:
    script = (
        "import os, pyogrio; pyogrio.list_drivers()\nfrom border_atlas import gdal_lock\n"
        "try:\n    gdal_lock.assert_locked()\nexcept gdal_lock.GdalLockError as error:\n    print(error)"
    )
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("GDAL_", "OGR_"))}
    done = subprocess.run(  # noqa: S603  our own interpreter
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60, env=environment
    )
    assert "OGR_VRT" in done.stdout
