"""Files that are written whole or not at all: a draft beside them takes their place in one step."""

import os
from collections.abc import Mapping
from pathlib import Path
from uuid import uuid4

from border_atlas.errors import ExportError


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write all files or, if one cannot be written, none; no draft stays behind.

    Raises
    ------
    OSError
        If a file or its folder cannot be written.
    """
    drafts = {path: path.with_name(f".{path.name}.{uuid4().hex}.part") for path in contents}
    try:
        for path, draft in drafts.items():
            draft.write_bytes(contents[path])
        for path, draft in drafts.items():
            os.replace(draft, path)  # noqa: PTH105  atomic on every system, Path.replace says less
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def write_out(path: Path, content: bytes) -> None:
    """Write a file that somebody asked for, see `write_all`.

    Raises
    ------
    ExportError
        If it cannot be written.
    """
    try:
        write_all({path: content})
    except OSError as error:
        msg = f"{path} cannot be written: {error.strerror}; right is a file in a folder that is there."
        raise ExportError(msg) from error
