"""What the worker may not do: grow, run on, write, connect, start programs or open files of others."""

import mimetypes
import os
import sys
from pathlib import Path

from border_atlas.data.own.limits import Limits
from border_atlas.errors import OwnFileError

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "ftplib.",
              "urllib.", "shutil.", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink",
              "webbrowser.", "sqlite3.enable_load_extension", "sqlite3.load_extension")  # fmt: skip
_ROOTS = (
    *(f"{Path(root).resolve()}{os.sep}" for root in (sys.prefix, sys.base_prefix, str(Path(__file__).parents[2]))),
    "/usr/share/zoneinfo/",
    "/dev/null",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def assert_possible() -> None:
    """Refuse to read where the operating system cannot limit what reading takes.

    Raises
    ------
    OwnFileError
        On Windows.
    """
    if resource is None:
        what = "Files of your own cannot be read by a Border Atlas that runs on Windows itself"
        right = (
            "Windows cannot cap the memory and time that a damaged or hostile file takes. Run it on Linux, in a Linux "
            "container or in the Windows Subsystem for Linux (WSL); all other pages work here."
        )
        raise OwnFileError(what, right=right)


def close_in(limits: Limits) -> None:
    """Set the limits of the operating system and refuse what reading a file never needs.

    Raises
    ------
    OwnFileError
        Where there are no such limits.
    """
    assert_possible()
    memory, seconds = limits.memory_mb * 1_000_000, int(limits.seconds) + 1
    for kind, most in (
        (resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0), (resource.RLIMIT_NOFILE, 64),
    ):  # fmt: skip
        resource.setrlimit(kind, (most, most))
    # Libraries that ask for file types would look through the machine's own lists.
    mimetypes.knownfiles.clear()
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        what = f"the worker may not use {event}"
        raise PermissionError(what)
    if event == "open" and isinstance(arguments[0], str | bytes):
        _check_open(os.fsdecode(arguments[0]), arguments[2])
    if event == "sqlite3.connect" and arguments[0] != ":memory:":
        what = "the worker may not open databases"
        raise PermissionError(what)


def _check_open(path: str, flags: object) -> None:
    real = os.path.realpath(path)
    if not real.startswith(_ROOTS) or (isinstance(flags, int) and flags & _WRITING):
        what = "the worker may not open other files"
        raise PermissionError(what)
