r"""Texts on their way into files: cleaned of what no format can carry, and harmless in a spreadsheet.

A spreadsheet takes a CSV cell that begins with ``=``, ``+``, ``-``, ``@`` and the like for a formula and
runs it (https://owasp.org/www-community/attacks/CSV_Injection). `guard` puts an apostrophe before such a
beginning, also after a semicolon or a line break, because a spreadsheet whose list separator is the
semicolon cuts cells there. `unguard` takes exactly that apostrophe away again, whatever the text was:
``unguard(guard(text)) == text``.
"""

import re
from typing import Final

#: What no reader of XML 1.0, SQLite texts or UTF-8 gets back: most control characters, lone surrogates.
_UNFIT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS: Final = re.compile("\r\n?")
#: Signs that begin a formula, with their full-width forms, and blanks that a spreadsheet skips before one.
_TRIGGER: Final = r"[=+\-@|%\t＝＋－＠]"  # noqa: RUF001  full-width signs are meant
_DANGER: Final = re.compile(rf"(^|[;\n\r])(?='*{_TRIGGER})")
_GUARDED: Final = re.compile(rf"(^|[;\n\r])'(?='*{_TRIGGER})")


def clean(text: str) -> str:
    r"""Drop control characters but tab and line break, and write each line break as ``\n``."""
    return _UNFIT.sub("", _LINE_ENDS.sub("\n", text))


def guard(text: str) -> str:
    """Put an apostrophe before whatever a spreadsheet would take for a formula."""
    return _DANGER.sub(r"\1'", text)


def unguard(text: str) -> str:
    """Take away the apostrophes that `guard` has put into a text."""
    return _GUARDED.sub(r"\1", text)


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet would run a text if somebody typed it into a cell."""
    return _DANGER.match(text) is not None
