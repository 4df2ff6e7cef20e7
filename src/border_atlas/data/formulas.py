r"""Texts that a spreadsheet would run: made harmless on their way out, and given back as they were on their way in.

A spreadsheet takes a CSV cell that begins with ``=``, ``+``, ``-``, ``@`` and the like for a formula and
runs it (https://owasp.org/www-community/attacks/CSV_Injection). `guard` puts an apostrophe before such a
beginning, also after a semicolon or a line break, because a spreadsheet whose list separator is the
semicolon cuts cells there. `unguard` takes exactly that apostrophe away again, whatever the text was:
``unguard(guard(text)) == text``.
"""

import re
from typing import Final

#: Signs that begin a formula, with their full-width forms, and blanks that a spreadsheet skips before one.
_TRIGGER: Final = r"[=+\-@|%\t＝＋－＠]"  # noqa: RUF001  full-width signs are meant
_DANGER: Final = re.compile(rf"(^|[;\n\r])(?='*{_TRIGGER})")
_GUARDED: Final = re.compile(rf"(^|[;\n\r])'(?='*{_TRIGGER})")


def guard(text: str) -> str:
    """Put an apostrophe before whatever a spreadsheet would take for a formula."""
    return _DANGER.sub(r"\1'", text)


def unguard(text: str) -> str:
    """Take away the apostrophes that `guard` has put into a text."""
    return _GUARDED.sub(r"\1", text)


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet would run a text if somebody typed it into a cell."""
    return _DANGER.match(text) is not None
