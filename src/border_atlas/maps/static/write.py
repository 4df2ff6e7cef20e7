"""Turns a painted figure into the bytes of a PNG, SVG or PDF file that says what it shows."""

import io
import re
from collections.abc import Callable
from typing import Any, Final, Literal
from xml.sax.saxutils import escape

import matplotlib as mpl
from matplotlib.figure import Figure

from border_atlas.data.dataset import Dataset
from border_atlas.domain.citations import BASE_CREDIT
from border_atlas.domain.dates_text import say_day
from border_atlas.domain.deck import DeckMap
from border_atlas.maps.static.text import ONE_AT_A_TIME, plain
from border_atlas.model import DISCLAIMER

Form = Literal["png", "svg", "pdf"]

_COMPRESSION: Final = 5
_SETTINGS: Final[dict[Any, Any]] = {
    "text.hinting": "no_hinting",
    "svg.hashsalt": "border-atlas",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
}
#: Coordinates of paths are in points: a hundredth of one is finer than any printer.
_PATH: Final = re.compile(rb' d="[^"]*"')
_DECIMALS: Final = re.compile(rb"(\.\d\d)\d+")
_SVG_TAG: Final = re.compile(rb"<svg [^>]*>")


def write(
    paint: Callable[[Figure], None], paper: tuple[float, float], about: dict[str, str], *, dpi: int, form: Form
) -> bytes:
    """Paint a figure on paper of a size in points and return the file; ``about`` is what `about_map` says."""
    with ONE_AT_A_TIME, mpl.rc_context(_SETTINGS):
        # Whole pixels: Matplotlib cuts off what is over, and would take one from a side that is a hair too short.
        size = [(round(side / 72 * dpi) + 1e-4) / dpi for side in paper] if form == "png" else [p / 72 for p in paper]
        figure = Figure(figsize=(size[0], size[1]), dpi=dpi, facecolor="#FFFFFF")
        paint(figure)
        return {"png": _png, "svg": _svg, "pdf": _pdf}[form](figure, about)


def about_map(wanted: DeckMap, data: Dataset) -> dict[str, str]:
    """Return title, description, source and disclaimer of a map."""
    title = plain(wanted.caption) or "Map of border management in peace operations"
    return {
        "Title": title,
        "Description": plain(wanted.alt) or title,
        "Source": f"Border Atlas, data as of {say_day(data.data_as_of)}. {BASE_CREDIT}",
        "Disclaimer": DISCLAIMER,
    }


def _png(figure: Figure, about: dict[str, str]) -> bytes:
    out = io.BytesIO()
    metadata = {**about, "Software": "Border Atlas"}
    figure.savefig(out, format="png", dpi=figure.dpi, metadata=metadata, pil_kwargs={"compress_level": _COMPRESSION})
    return out.getvalue()


def _svg(figure: Figure, about: dict[str, str]) -> bytes:
    out = io.BytesIO()
    metadata: dict[str, Any] = {
        "Title": about["Title"], "Description": about["Description"], "Source": about["Source"],
        "Rights": about["Disclaimer"], "Date": None, "Creator": "Border Atlas",
    }  # fmt: skip
    figure.savefig(out, format="svg", metadata=metadata)
    # Readers for the blind look for these two, not for the metadata.
    said = f"<title>{escape(about['Title'])}</title>\n <desc>{escape(about['Description'])}</desc>".encode()
    short = _PATH.sub(lambda path: _DECIMALS.sub(rb"\1", path[0]), out.getvalue())
    return _SVG_TAG.sub(lambda tag: tag[0][:-1] + b' role="img">\n ' + said, short, count=1)


def _pdf(figure: Figure, about: dict[str, str]) -> bytes:
    out = io.BytesIO()
    metadata: dict[str, Any] = {
        "Title": about["Title"], "Subject": about["Description"], "Author": "Border Atlas",
        "Keywords": about["Source"], "Creator": "Border Atlas", "CreationDate": None, "ModDate": None,
    }  # fmt: skip
    figure.savefig(out, format="pdf", metadata=metadata)
    return out.getvalue()
