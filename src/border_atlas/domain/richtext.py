"""Markdown of a slide as blocks of runs: paragraphs, headings, lists, bold, italic, links, and nothing else.

Only links to ``http`` and ``https`` survive; HTML stays the text that it is, pictures become the text that stands
for them, code becomes plain text. What is drawn from the blocks therefore carries words and looks, never markup.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from border_atlas.domain.briefing import MAX_TEXT
from border_atlas.domain.deck import Block, Run


class _Parser(MarkdownIt):
    """Reads every address as a link, to be judged later: so a bad one leaves its text and not its brackets."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  the parser's own name
        return True


_PARSER: Final = _Parser("commonmark", {"html": False}).enable("strikethrough")
_WEB: Final = frozenset({"http", "https"})
#: Controls, directions that could turn the reading of what stands behind them, halves of characters, non-characters.
_UNPRINTABLE: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_BREAKS: Final = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_LISTS: Final = {"bullet_list_open": "bullet", "ordered_list_open": "number"}


def plain(text: str) -> str:
    """Return a line as it may be shown: no control characters, no turned directions, single blanks."""
    return " ".join(_UNPRINTABLE.sub("", _BREAKS.sub("\n", text)).split())


def blocks_of(markdown: str) -> tuple[Block, ...]:
    """Read Markdown, of which no more than `MAX_TEXT` characters count."""
    text = _UNPRINTABLE.sub("", _BREAKS.sub("\n", markdown[:MAX_TEXT]))
    return tuple(_walk(_PARSER.parse(text)))


def paragraph(text: str, *, bold: bool = False) -> Block:
    """Return a plain paragraph."""
    return Block("paragraph", (Run(plain(text), bold=bold),))


def text_of(blocks: Sequence[Block]) -> str:
    """Return the bare words of blocks, one line a block."""
    return "\n".join("".join(run.text for run in block.runs) for block in blocks)


@dataclass
class _Place:
    """Where a walk through a document stands: kinds of the open lists, and whether an item has begun."""

    lists: list[str] = field(default_factory=list)
    fresh: bool = False

    def block(self, runs: tuple[Run, ...], *, heading: bool) -> Block:
        """Make the block that belongs here; only the first of an item bears its sign."""
        level = max(len(self.lists) - 1, 0)
        if self.lists and self.fresh:
            self.fresh = False
            return Block("bullet" if self.lists[-1] == "bullet" else "number", runs, level)
        return Block("heading" if heading and not self.lists else "paragraph", runs, level)


def _walk(tokens: Sequence[Token]) -> Iterator[Block]:
    place, heading = _Place(), False
    for token in tokens:
        if token.type in _LISTS:
            place.lists.append(_LISTS[token.type])
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            place.lists.pop()
            place.fresh = False
        elif token.type == "list_item_open":
            place.fresh = True
        elif token.type == "heading_open":
            heading = True
        elif token.type == "inline":
            runs = tuple(_joined(_runs(token.children or ())))
            if runs:
                yield place.block(runs, heading=heading)
            heading = False
        elif token.type in {"fence", "code_block"}:
            for line in filter(str.strip, token.content.splitlines()):
                yield place.block((Run(line.rstrip()),), heading=False)


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    bold = italic = 0
    link = ""
    for token in tokens:
        if token.type in _STEPS:
            bold, italic = bold + _STEPS[token.type][0], italic + _STEPS[token.type][1]
        elif token.type == "link_open":
            link = _web_address(str(token.attrGet("href") or ""))
        elif token.type == "link_close":
            link = ""
        elif _said(token):
            yield Run(_said(token), bold > 0, italic > 0, link)


_STEPS: Final = {"strong_open": (1, 0), "strong_close": (-1, 0), "em_open": (0, 1), "em_close": (0, -1)}


def _said(token: Token) -> str:
    """Return the words of a part of a line; a picture says what stands for it."""
    if token.type == "image":
        return "".join(map(_said, token.children or ()))
    return " " if token.type in {"softbreak", "hardbreak"} else token.content


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Put neighbours of one look together, and leave out the blanks at both ends."""
    kept: list[Run] = []
    for run in runs:
        last = kept[-1] if kept else None
        if last is not None and (last.bold, last.italic, last.link) == (run.bold, run.italic, run.link):
            kept[-1] = Run(last.text + run.text, run.bold, run.italic, run.link)
        else:
            kept.append(run)
    if "".join(run.text for run in kept).strip():
        yield from kept


def _web_address(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:  # such as http://[
        return ""
    return url if parts.scheme.lower() in _WEB and parts.hostname else ""
