"""Cuts Streamlit's font of symbols to those in use: ``python -m border_atlas.symbols`` (``make symbols``).

The font holds some four thousand symbols and is the largest file of a first visit; the app and Streamlit's own
scripts name a tenth of them. Run again when Streamlit is exchanged or an icon is new; a test tells.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from border_atlas.config import PROJECT_ROOT
from border_atlas.modules_ahead import streamlit_files

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

#: What is served in place of Streamlit's font.
SYMBOLS: Final = Path(__file__).parent / "ui" / "symbols.woff2"
_STATIC: Final = streamlit_files()
_OURS: Final = re.compile(r":material/([a-z0-9_]+):")
_WORDS: Final = re.compile(r"[\"'`:/]([a-z0-9_]{2,40})[\"'`:]")


def font_file() -> Path:
    """Return Streamlit's own font of symbols."""
    (found,) = (_STATIC / "media").glob("MaterialSymbols-Rounded.*.woff2")
    return found


def ours() -> set[str]:
    """Return the names of the symbols that the app's own code asks for."""
    folders = (PROJECT_ROOT / "src", PROJECT_ROOT / "pages")
    files = [PROJECT_ROOT / "app.py", *(path for folder in folders for path in folder.rglob("*.py"))]
    return {name for path in files for name in _OURS.findall(path.read_text(encoding="utf-8"))}


def theirs(names: Iterable[str]) -> set[str]:
    """Return those of the names that stand as words of their own in Streamlit's scripts."""
    words: set[str] = set()
    for path in (_STATIC / "js").glob("*.js"):
        words.update(_WORDS.findall(path.read_text(encoding="utf-8")))
    return words & set(names)


def ligatures(font: "TTFont") -> dict[str, str]:
    """Return the glyph of each symbol by the name that is written for it."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    found = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            for first, rest in getattr(getattr(table, "ExtSubTable", table), "ligatures", {}).items():
                for one in rest:
                    found["".join(letters[part] for part in (first, *one.Component))] = one.LigGlyph
    return found


def write(path: Path = SYMBOLS) -> int:
    """Write the cut font; return its number of symbols."""
    from fontTools import subset  # noqa: PLC0415  wanted only here
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    options = subset.Options(flavor="woff2", layout_closure=False, layout_features=["*"], notdef_outline=True)
    font = TTFont(font_file())
    known = ligatures(font)
    wanted = {name: known[name] for name in (ours() | theirs(known)) & set(known)}
    cutter = subset.Subsetter(options)
    cutter.populate(glyphs=set(wanted.values()), text="abcdefghijklmnopqrstuvwxyz0123456789_")
    cutter.subset(font)
    subset.save_font(font, path, options)
    return len(wanted)


if __name__ == "__main__":
    sys.stdout.write(f"{write()} symbols, {SYMBOLS.stat().st_size / 1000:.0f} kB\n")
