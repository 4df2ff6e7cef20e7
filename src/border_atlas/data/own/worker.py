"""The process that reads one file: limits and the file come in by the pipe, Arrow goes out, nothing else happens.

Run as ``python -m border_atlas.data.own.worker``.
"""

import json
import os
import sys
import traceback
from typing import BinaryIO

from border_atlas.data.own.guard import close_in
from border_atlas.data.own.limits import Limits
from border_atlas.errors import OwnFileError


def main() -> int:
    """Read the file on standard input and write the answer to what was standard output."""
    # Chatter of libraries must not mix with the answer.
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    head = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**head["limits"])
    close_in(limits)
    _write(answer, _answer(sys.stdin.buffer.read(), head["name"], limits))
    # Skips tidying up of big tables: the answer is out.
    os._exit(0)


def _write(answer: BinaryIO, content: bytes) -> None:
    answer.write(content)
    answer.flush()


def _answer(content: bytes, name: str, limits: Limits) -> bytes:
    from border_atlas.data.own import wire  # noqa: PLC0415  heavy, loaded under the limits

    try:
        from border_atlas.data.own.forms import read_raw  # noqa: PLC0415  heavy, loaded under the limits

        return wire.encode(*read_raw(content, name, limits))
    except OwnFileError as error:
        return wire.encode_error(error)
    except MemoryError:
        what = "Reading needs more memory than it may use"
        return wire.encode_error(OwnFileError(what, right="Split the file or leave out columns."))
    except Exception as error:  # noqa: BLE001  the one place where any failure of a foreign parser becomes a message
        traceback.print_exc(limit=-4)
        what = "The file cannot be read"
        right = "It may be damaged: open it in the program it came from and save it again."
        return wire.encode_error(OwnFileError(what, value=type(error).__name__, right=right))


if __name__ == "__main__":
    sys.exit(main())
