"""The one door for users' own files: bytes in, checked tables and shapes out."""

import threading

from border_atlas.data.own.contract import Limits, OwnFile
from border_atlas.errors import OwnFileError


def read_own(
    content: bytes, name: str, *, limits: Limits | None = None, cancel: threading.Event | None = None
) -> OwnFile:
    """Read a user's file in a worker process.

    Raises
    ------
    OwnFileError
        When the file is refused, with what to do about it.
    """
    raise OwnFileError("Reading is not there yet", where=name, value=f"{len(content)} bytes {limits} {cancel}")
