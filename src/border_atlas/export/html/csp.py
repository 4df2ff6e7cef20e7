"""Inline scripts and styles with the policy that lets a browser run these and no others."""

import hashlib
from base64 import b64encode
from collections.abc import Sequence

from border_atlas.errors import ExportError


def digest(text: str) -> str:
    """Return the hash of a script or style as a policy names it."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    """Return a Content-Security-Policy that forbids all but these texts and pictures made in the page."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(digest, scripts))}",
            f"style-src {' '.join(map(digest, styles))}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def inline(name: str, text: str) -> str:
    """Return a ``script`` or ``style`` element around a text of ours.

    Raises
    ------
    ExportError
        If the text would end the element before its end.
    """
    if f"</{name}" in text.lower() or "<!--" in text:
        msg = f"A {name} of the document holds </{name} or <!-- and would end early; write it in another way."
        raise ExportError(msg)
    return f"<{name}>{text}</{name}>"
