"""Texts and their blocks as plain data for the templates, which take them as text and never as code."""

import re
from collections.abc import Sequence
from typing import Any, Final

from border_atlas.domain.deck import Block
from border_atlas.export.guard import clean
from border_atlas.export.links import safe_link

Json = dict[str, Any]

#: Signs that turn the direction of what follows: they could make a link or a name read as another.
_TURNS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LISTS: Final = {"bullet": "list", "number": "enum"}


def printable(text: str) -> str:
    """Drop what no page can show: control characters, lone surrogates, changes of direction."""
    return _TURNS.sub("", clean(text))


def block_tree(blocks: Sequence[Block]) -> list[Json]:
    """Turn blocks into paragraphs, headings and nested lists."""
    tree: list[Json] = []
    for block in blocks:
        if block.kind in _LISTS:
            _add_item(tree, block, block.level)
        else:
            tree.append({"kind": block.kind, "runs": _runs(block)})
    return tree


def _add_item(tree: list[Json], block: Block, depth: int) -> None:
    """Append an item to the list that ends ``tree``, or to the one inside its last item."""
    last = tree[-1] if tree else None
    if depth > 0 and last is not None and last["kind"] in _LISTS.values():
        _add_item(last["items"][-1]["inner"], block, depth - 1)
        return
    kind = _LISTS[block.kind]
    if last is None or last["kind"] != kind:
        tree.append({"kind": kind, "items": []})
    tree[-1]["items"].append({"runs": _runs(block), "inner": []})


def _runs(block: Block) -> list[Json]:
    return [
        {"text": printable(run.text), "bold": run.bold, "italic": run.italic, "link": safe_link(run.link)}
        for run in block.runs
    ]
