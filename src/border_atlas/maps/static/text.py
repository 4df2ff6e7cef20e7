"""Texts on drawn maps: cleaned of what a font or a file cannot carry, measured, and wrapped."""

import re
from functools import lru_cache
from threading import RLock
from typing import Final

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.textpath import text_to_path

#: Comes with Matplotlib, so that maps look the same on every machine.
FAMILY: Final = "DejaVu Sans"
#: Matplotlib keeps its fonts, and what they were last asked, for all threads in common.
ONE_AT_A_TIME: Final = RLock()
_UNFIT: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
_REPLACEMENT: Final = "\ufffd"
ELLIPSIS: Final = "…"


def font(size: float, *, bold: bool = False, italic: bool = False) -> FontProperties:
    """Return the font of drawn maps in a size (points)."""
    return FontProperties(
        family=FAMILY, size=size, weight="bold" if bold else "normal", style="italic" if italic else "normal"
    )


def plain(text: str) -> str:
    """Return a text on one line with signs that the font has; what it has not becomes a question mark in a box."""
    spaced = " ".join(_UNFIT.sub(" ", text).split())
    known = _signs()
    return "".join(sign if ord(sign) in known else _REPLACEMENT for sign in spaced)


@lru_cache(maxsize=4096)
def measure(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return how wide a text is, in points."""
    shape = font(size, bold=bold, italic=italic)
    with ONE_AT_A_TIME:
        width, _, _ = text_to_path.get_text_width_height_descent(text, shape, ismath=False)
    return float(width)


def wrap(text: str, size: float, width: float) -> list[str]:
    """Break a text into lines no wider than ``width`` points; a longer word stands on a line of its own."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and measure(longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines


def shortened(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """Return a text cut to ``width`` points, with an ellipsis if something is left out."""
    if measure(text, size, bold=bold) <= width:
        return text
    while text and measure(text.rstrip() + ELLIPSIS, size, bold=bold) > width:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS


@lru_cache(maxsize=1)
def _signs() -> frozenset[int]:
    return frozenset(get_font(findfont(font(10))).get_charmap())
