"""The one gate through which a string from data passes before it reaches Folium, HTML or a template.

Folium compiles rendered elements as Jinja templates and puts names and popups into HTML and JavaScript
strings (see https://github.com/python-visualization/folium). Escaping for HTML alone does not stop
``{{…}}`` on the server or ``${…}`` and backticks in the browser, so every character that means something
to any of the three is written as a numeric entity.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final

from border_atlas.errors import BorderAtlasError

_SPECIAL: Final = "&<>\"'`{}$\\\u2028\u2029"
_ENTITIES: Final = str.maketrans({character: f"&#{ord(character)};" for character in _SPECIAL})
_TEMPLATE: Final = re.compile(r"\{\{|\{%|\{#")

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]


def escape(text: str) -> str:
    """Return ``text`` harmless in HTML, in a JavaScript string or template literal, and in Jinja."""
    return text.translate(_ENTITIES)


def script_json(value: Json) -> str:
    r"""Return ``value`` as JSON that is safe inside a ``<script>`` and inside a Jinja template.

    Braces that would open a template and angle brackets that would end the script are written as ``\\u00XX``
    escapes within strings; between tokens a blank keeps braces apart.
    """
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    text = _escape_in_strings(text).replace("{{", "{ {").replace("}}", "} }")
    refuse_templates(text)
    return text


def _escape_in_strings(text: str) -> str:
    def swap(match: re.Match[str]) -> str:
        return re.sub(r"[<>&{}$`']", lambda m: f"\\u{ord(m.group()):04x}", match.group())

    return re.sub(r'"(?:[^"\\]|\\.)*"', swap, text)


def refuse_templates(text: str) -> str:
    """Return ``text`` as it is, or refuse it if it holds the start of a template expression.

    Raises
    ------
    BorderAtlasError
        If ``{{``, ``{%`` or ``{#`` is left; rendering it would run it on the server.
    """
    found = _TEMPLATE.search(text)
    if found:
        around = text[max(found.start() - 20, 0) : found.end() + 20]
        msg = f"A string for the map holds {found.group()!r} near {around!r}; pass it through escape() first."
        raise BorderAtlasError(msg)
    return text
