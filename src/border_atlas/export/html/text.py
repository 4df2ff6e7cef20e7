"""Paragraphs, lists and links of a slide as HTML; every string passes the gate of ``maps/safety``."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from border_atlas.domain.deck import Block, Run
from border_atlas.export.links import safe_link
from border_atlas.maps.safety import escape

_LISTS: Final = {"bullet": "ul", "number": "ol"}


def tag(name: str, inner: str, **attributes: str) -> str:
    """Return an element; ``inner`` is HTML already, attributes are escaped here.

    ``class_`` stands for ``class``, other underscores for hyphens (``aria_label``).
    """
    named = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{named}>{inner}</{name}>"


def optional(name: str, text: str, **attributes: str) -> str:
    """Return an element around a text, or nothing for an empty text."""
    return tag(name, escape(text), **attributes) if text else ""


def link(inner: str, address: str, **attributes: str) -> str:
    """Return ``inner`` (HTML) as a link that opens beside the talk, or unlinked if the address is no web page."""
    found = safe_link(address)
    return tag("a", inner, href=found, target="_blank", rel="noopener noreferrer", **attributes) if found else inner


def blocks_html(blocks: Iterable[Block]) -> str:
    """Return paragraphs, headings (below the slide's own) and nested lists."""
    parts = []
    for kind, group in groupby(blocks, key=lambda block: block.kind in _LISTS):
        if kind:
            parts.append(_list(list(group)))
        else:
            parts += [tag("h3" if one.kind == "heading" else "p", runs_html(one.runs)) for one in group]
    return "".join(parts)


def runs_html(runs: Iterable[Run]) -> str:
    """Return text with its bold, italic and linked parts."""
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    inner = escape(run.text)
    if run.italic:
        inner = tag("em", inner)
    if run.bold:
        inner = tag("strong", inner)
    return link(inner, run.link)


def _list(items: Sequence[Block]) -> str:
    """Return items as lists; deeper ones stand inside the item before them."""
    level = items[0].level
    entries: list[tuple[Block, list[Block]]] = []
    for item in items:
        if entries and item.level > level:
            entries[-1][1].append(item)
        else:
            entries.append((item, []))
    return "".join(
        tag(_LISTS[kind], "".join(_entry(item, inside) for item, inside in group))
        for kind, group in groupby(entries, key=lambda entry: entry[0].kind)
    )


def _entry(item: Block, inside: Sequence[Block]) -> str:
    return tag("li", runs_html(item.runs) + (_list(inside) if inside else ""))
