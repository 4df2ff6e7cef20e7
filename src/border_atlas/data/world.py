"""Gets the file of world-atlas that the build reads: from a folder, an archive, or by npm."""

import json
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from border_atlas.errors import DatasetError

PACKAGE: Final = "world-atlas"
VERSION: Final = "2.0.2"
#: 1:10 million, the finest that the package has.
FILE: Final = "countries-10m.json"

_NPM_SECONDS: Final = 120


@contextmanager
def world_atlas(given: Path | None) -> Iterator[Path]:
    """Give the path of the countries file while the context lasts.

    Parameters
    ----------
    given
        Folder of the unpacked package, or its ``.tgz``; None fetches it by ``npm pack``.

    Raises
    ------
    DatasetError
        If the package cannot be had, lacks the file or is another version.
    """
    with tempfile.TemporaryDirectory(prefix="border-atlas-") as name:
        folder = Path(name)
        package = given if given is not None else _npm_pack(folder)
        yield _countries_file(package if package.is_dir() else _unpacked(package, folder))


def _npm_pack(folder: Path) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        msg = (
            f"npm is not installed, so {PACKAGE} {VERSION} cannot be fetched. Install npm, or name a folder "
            f"or .tgz of the package: python -m border_atlas build --atlas PATH."
        )
        raise DatasetError(msg)
    command = [npm, "pack", f"{PACKAGE}@{VERSION}", "--pack-destination", str(folder), "--silent"]
    try:
        # Fixed words and a folder of our own: nothing from outside gets into the command.
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=_NPM_SECONDS)  # noqa: S603
    except (subprocess.SubprocessError, OSError) as error:
        detail = (getattr(error, "stderr", None) or str(error)).strip().splitlines()[-1:]
        msg = f"'npm pack {PACKAGE}@{VERSION}' failed: {''.join(detail)}. Try again, or give --atlas PATH."
        raise DatasetError(msg) from error
    return folder / f"{PACKAGE}-{VERSION}.tgz"


def _unpacked(archive: Path, folder: Path) -> Path:
    try:
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
    except (OSError, tarfile.TarError) as error:
        msg = f"{archive} is not a readable .tgz of {PACKAGE} {VERSION}: {error}."
        raise DatasetError(msg) from error
    return folder


def _countries_file(folder: Path) -> Path:
    for root in (folder, folder / "package"):
        if (root / FILE).is_file():
            _check_version(root / "package.json")
            return root / FILE
    msg = f"{folder} has no {FILE}; right is the folder or .tgz of npm {PACKAGE} {VERSION}."
    raise DatasetError(msg)


def _check_version(manifest: Path) -> None:
    """Refuse another version: other versions have other borders."""
    if not manifest.is_file():
        return
    version = json.loads(manifest.read_text(encoding="utf-8")).get("version")
    if version != VERSION:
        msg = f"{manifest.parent} is {PACKAGE} {version}; right is version {VERSION}."
        raise DatasetError(msg)
