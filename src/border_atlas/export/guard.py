r"""Texts on their way into files: cleaned of what no format can carry, and harmless in a spreadsheet."""

import re
from typing import Final

from border_atlas.data.formulas import guard, looks_like_formula, unguard

__all__ = ["clean", "guard", "looks_like_formula", "unguard"]

#: What no reader of XML 1.0, SQLite texts or UTF-8 gets back: most control characters, lone surrogates.
_UNFIT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS: Final = re.compile("\r\n?")


def clean(text: str) -> str:
    r"""Drop control characters but tab and line break, and write each line break as ``\n``."""
    return _UNFIT.sub("", _LINE_ENDS.sub("\n", text))
