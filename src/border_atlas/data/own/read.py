"""The one door for users' own files: bytes in, clean tables and shapes out."""

import dataclasses
import hashlib
import json
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import NamedTuple

import pyarrow as pa

from border_atlas.data.own import guard, wire
from border_atlas.data.own.contract import Limits, OwnFile
from border_atlas.data.own.frames import own_layer
from border_atlas.data.own.raw import refuse
from border_atlas.data.own.text import clean_name

_LOG = logging.getLogger(__name__)
_COMMAND = (sys.executable, "-P", "-m", "border_atlas.data.own.worker")
#: So often a running worker is looked after, in seconds.
_LOOK = 0.1
_DEFAULT = Limits()
#: So many workers of this process read at once; each may take `Limits.memory_mb`.
AT_ONCE = 2
_TURNS = threading.BoundedSemaphore(AT_ONCE)
#: What the worker inherits; nothing that holds keys or proxies.
_KEPT = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PROJ_DATA", "PROJ_LIB")
_ALONE = {
    "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system", "PROJ_NETWORK": "OFF",
    "ARROW_IO_THREADS": "1", "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": "{noext}", "GDAL_HTTP_PROXY": "127.0.0.1:9",
    "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1", "MALLOC_ARENA_MAX": "2",
}  # fmt: skip


def read_own(content: bytes, name: str, *, limits: Limits = _DEFAULT, cancel: threading.Event | None = None) -> OwnFile:
    """Read a user's file in a worker process that is killed when it takes too much or is cancelled.

    While `AT_ONCE` files are being read, another one waits for its turn as long as its own reading may take.

    Parameters
    ----------
    content
        The file's bytes; no path is ever opened.
    name
        The file's name as the user has it; only its last part and its ending count.
    limits
        Caps on size, shape, time and memory.
    cancel
        When set by another thread, reading stops within a fraction of a second.

    Raises
    ------
    OwnFileError
        When the file is refused: what is wrong, where, which value, what would be right.
    """
    shown = file_name(name)
    if len(content) > limits.bytes:
        refuse(
            "The file is too big", where=shown, value=f"{len(content):,} bytes",
            right=f"At most {limits.bytes:,} bytes are read: split the file or simplify its shapes.",
        )  # fmt: skip
    guard.assert_possible()
    with _turn(shown, limits, cancel):
        answer = _through_worker(content, shown, limits, cancel)
    try:
        form, layers = wire.decode(answer)
        own = tuple(own_layer(head, table) for head, table in layers)
    except (pa.ArrowException, KeyError, TypeError, ValueError) as error:
        _LOG.warning("own file: the worker's answer cannot be read (%s)", type(error).__name__)
        refuse("Reading stopped half-way", where=shown, right="Try again, or save the file in another form.")
    digest = hashlib.sha256(content).hexdigest()
    return OwnFile(name=shown, form=form, size=len(content), digest=digest, layers=own)


def file_name(name: str) -> str:
    """Return the last part of a path, clean and short, with its ending."""
    last = name[-500:].replace("\\", "/").rpartition("/")[2]
    stem, dot, ending = last.rpartition(".")
    if not dot:
        stem, ending = last, ""
    ending = clean_name(ending)[:12]
    return f"{clean_name(stem) or 'file'}{dot}{ending}"


class _Late(NamedTuple):
    """What is said when something does not come in time."""

    what: str
    value: str
    right: str


@contextmanager
def _turn(name: str, limits: Limits, cancel: threading.Event | None) -> Iterator[None]:
    """Wait until fewer files are being read than may be."""
    late = _Late(
        "Other files are being read just now", f"no turn within {limits.seconds:g} s", "Try again in a minute."
    )
    _wait_for(lambda: _TURNS.acquire(timeout=_LOOK), late, name, limits, cancel)
    try:
        yield
    finally:
        _TURNS.release()


def _heed(cancel: threading.Event | None, name: str) -> None:
    if cancel is not None and cancel.is_set():
        refuse("Reading was cancelled", where=name)


def _through_worker(content: bytes, name: str, limits: Limits, cancel: threading.Event | None) -> bytes:
    head = json.dumps({"name": name, "limits": dataclasses.asdict(limits)}).encode("ascii")
    environment = {key: os.environ[key] for key in _KEPT if key in os.environ} | _ALONE
    with subprocess.Popen(  # noqa: S603  our own interpreter and module
        _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
    ) as worker:  # fmt: skip
        answer, chatter = _talk(worker, head + b"\n" + content, name, limits, cancel)
    if chatter:
        # File names and values of users stay out of the log: only the last line's kind of error is kept.
        _LOG.warning("own file: the worker said %s", chatter.decode("utf-8", "replace").strip().split("\n")[-1][:60])
    if worker.returncode != 0 or not answer:
        _LOG.warning("own file: the worker ended with %s", worker.returncode)
        refuse(
            "Reading was stopped because it took more memory or time than allowed, or broke the reader", where=name,
            right="Split or simplify the file, or save it in another form.",
        )  # fmt: skip
    return answer


def _talk(
    worker: subprocess.Popen[bytes], message: bytes, name: str, limits: Limits, cancel: threading.Event | None
) -> tuple[bytes, bytes]:
    # A thread of its own sends and receives: `communicate` with a timeout forgets what it has not sent yet.
    with ThreadPoolExecutor(1) as pool:
        try:
            return _wait(pool.submit(worker.communicate, message), name, limits, cancel)
        finally:
            worker.kill()


def _wait(
    answer: "Future[tuple[bytes, bytes]]", name: str, limits: Limits, cancel: threading.Event | None
) -> tuple[bytes, bytes]:
    late = _Late("Reading took too long", f"more than {limits.seconds:g} s", "Split or simplify the file.")
    _wait_for(lambda: bool(wait([answer], timeout=_LOOK).done), late, name, limits, cancel)
    return answer.result()


def _wait_for(
    comes: Callable[[], bool], late: _Late, name: str, limits: Limits, cancel: threading.Event | None
) -> None:
    """Look again and again, a moment each, whether something comes, until it takes too long or nobody wants it."""
    end = time.monotonic() + limits.seconds
    while not comes():
        _heed(cancel, name)
        if time.monotonic() > end:
            refuse(late.what, where=name, value=late.value, right=late.right)
