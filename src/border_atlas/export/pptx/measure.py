"""How much room text takes: widths of DejaVu Sans, which errs on the wide side, and lines after wrapping."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

import matplotlib as mpl
from PIL import ImageFont

#: Height of a line of text in sizes of its letters.
LINE: Final = 1.2
_POINTS: Final = 72
#: Arial runs narrower than DejaVu Sans: on names, titles and summaries of the dataset 0.88 to 0.93 of its width,
#: in bold 0.84 to 0.89; its capitals do not.
_NARROWER: Final = {False: 0.91, True: 0.87}
_CAPITALS: Final = {False: 1.04, True: 0.97}
_EM: Final = 200
_WIDE: Final = frozenset("WF")


@lru_cache(maxsize=2)
def _font(*, bold: bool) -> ImageFont.FreeTypeFont:
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return ImageFont.truetype(str(Path(mpl.get_data_path()) / "fonts" / "ttf" / name), _EM)


@lru_cache(maxsize=8192)
def _advance(character: str, *, bold: bool) -> float:
    """Return the width of a character in sizes."""
    if unicodedata.east_asian_width(character) in _WIDE:
        return 1.0
    return _font(bold=bold).getlength(character) / _EM * (_CAPITALS if character.isupper() else _NARROWER)[bold]


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line of text in inches."""
    return sum(_advance(character, bold=bold) for character in text) * size / _POINTS


def line_height(size: float) -> float:
    """Return the height of a line in inches."""
    return size * LINE / _POINTS


def count_lines(text: str, room: float, size: float, *, bold: bool = False) -> int:
    """Count the lines of a text that is wrapped at words to ``room`` inches."""
    return sum(_wrapped(line, room, size, bold=bold) for line in text.split("\n"))


def _wrapped(text: str, room: float, size: float, *, bold: bool) -> int:
    lines, used = 1, 0.0
    blank = width(" ", size, bold=bold)
    for word in text.split(" "):
        needs = width(word, size, bold=bold)
        if used and used + needs > room:
            lines, used = lines + 1, 0.0
        # A word longer than the line is cut by every office program.
        while needs > room > 0:
            lines, needs = lines + 1, needs - room
        used += needs + blank
    return lines


def first_fitting(sizes: Iterable[int], text: str, room: float, height: float, *, bold: bool = False) -> int:
    """Return the first size in which a text fits a box in inches; the last one if none does."""
    size = 0
    for size in sizes:
        if count_lines(text, room, size, bold=bold) * line_height(size) <= height:
            break
    return size


def shortened(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Cut a text to one line of ``room`` inches and say so by an ellipsis."""
    flat = " ".join(text.split())
    if width(flat, size, bold=bold) <= room:
        return flat
    low, high = 0, len(flat)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width(flat[:middle].rstrip() + "…", size, bold=bold) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return flat[:low].rstrip() + "…"
