"""Turns templates and data into a PDF, the same bytes for the same input on every machine."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import matplotlib as mpl
import typst

from border_atlas.errors import ExportError
from border_atlas.export.pdf.text import Json

_TEMPLATES: Final = Path(__file__).with_name("templates")
#: Accessible PDF: tagged, titled, every picture with a text in its place.
_STANDARD: Final = "ua-1"


@contextmanager
def workshop() -> Iterator[Path]:
    """Give a folder with the templates, for pictures and data; it is gone afterwards."""
    with TemporaryDirectory(prefix="border-atlas-") as name:
        folder = Path(name)
        for template in _TEMPLATES.glob("*.typ"):
            shutil.copyfile(template, folder / template.name)
        yield folder


@cache
def fonts() -> typst.Fonts:
    """Return the compiler's own fonts and those of Matplotlib; what is installed on the machine does not count.

    Matplotlib brings a last resort with a box for every sign that no other font has: without it, one
    rare sign in a name would make the whole accessible file impossible.
    """
    return typst.Fonts(include_system_fonts=False, font_paths=[Path(mpl.get_data_path()) / "fonts" / "ttf"])


def compile_pdf(folder: Path, template: str, data: Json, made_on: date) -> bytes:
    """Return the PDF of a template in ``folder``; texts reach it as data, so none is run as code.

    Raises
    ------
    ExportError
        If the document cannot be made.
    """
    (folder / "data.json").write_text(json.dumps(data), encoding="utf-8")
    try:
        return typst.compile(
            folder / template,
            root=folder,
            font_paths=fonts(),
            pdf_standards=[_STANDARD],
            timestamp=datetime.combine(made_on, time(), UTC),
        )
    except typst.TypstError as error:
        msg = f"The PDF {data['title']!r} cannot be made: {error.message}"
        raise ExportError(msg) from error
