"""Texts of a deck on their way to a slide: cleaned, numbered, measured and cut to pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from border_atlas.domain.deck import Block, Run
from border_atlas.export.guard import clean
from border_atlas.export.links import safe_link
from border_atlas.export.pptx.measure import count_lines, line_height

#: Most characters of a source that are underlined as a link.
_LONGEST_LINK: Final = 48
#: Indent of a list level in inches, and space after a paragraph in lines.
INDENT: Final = 0.28
AFTER: Final = 0.4
#: A paragraph is cut only where so many lines stand before and after.
_LEAST_LINES: Final = 3
#: Deeper lists are drawn at this depth.
MAX_LEVEL: Final = 4


@dataclass(frozen=True)
class Para:
    """A block with its number in its list (1 for the first; 0 where it is no numbered item)."""

    block: Block
    number: int = 0

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(run.text for run in self.block.runs)

    @property
    def indent(self) -> float:
        """How far its text stands from the left, in inches."""
        return INDENT * (self.block.level + 1) if self.block.kind in {"bullet", "number"} else 0.0


def one_line(text: str) -> str:
    """Clean a text and draw its lines together."""
    return " ".join(clean(text).split())


def linked(text: str, link: str) -> tuple[Run, ...]:
    """Link the publisher, or the first words, of a source; long links break badly in some programs."""
    if not link:
        return (Run(text),)
    head, colon, rest = text.partition(": ")
    if not colon or len(head) > _LONGEST_LINK:
        at = text.rfind(" ", 0, _LONGEST_LINK)
        at = at if len(text) > _LONGEST_LINK and at > 0 else min(len(text), _LONGEST_LINK)
        return tuple(run for run in (Run(text[:at], link=link), Run(text[at:])) if run.text)
    return Run(head, link=link), Run(f": {rest}")


def paragraphs(blocks: Iterable[Block]) -> tuple[Para, ...]:
    """Clean blocks, number the items of lists and drop what is empty."""
    found: list[Para] = []
    counts: dict[int, int] = {}
    for block in blocks:
        tidy = _tidy(block)
        counts = {level: number for level, number in counts.items() if level <= tidy.level}
        if tidy.kind == "number":
            counts[tidy.level] = counts.get(tidy.level, 0) + 1
        elif tidy.kind != "bullet" or tidy.level == 0:
            counts = {}
        if any(run.text.strip() for run in tidy.runs):
            found.append(Para(tidy, counts[tidy.level] if tidy.kind == "number" else 0))
    return tuple(found)


def plain(text: str) -> tuple[Para, ...]:
    """Return a text without any looks as paragraphs, one a line."""
    return paragraphs(Block("paragraph", (Run(line),)) for line in clean(text).split("\n"))


def _tidy(block: Block) -> Block:
    runs = tuple(replace(run, text=clean(run.text), link=safe_link(run.link)) for run in block.runs)
    return replace(block, runs=runs, level=min(max(block.level, 0), MAX_LEVEL))


def para_height(para: Para, room: float, size: float) -> float:
    """Return the height of a paragraph with the space after it, in inches."""
    bold = para.block.kind == "heading" or any(run.bold for run in para.block.runs)
    return (count_lines(para.text, room - para.indent, size, bold=bold) + AFTER) * line_height(size)


def text_height(paras: Iterable[Para], room: float, size: float) -> float:
    """Return the height of paragraphs in inches."""
    return sum(para_height(para, room, size) for para in paras)


def fitting_size(paras: Sequence[Para], sizes: Sequence[int], room: float, height: float) -> float | None:
    """Return the first size in which all paragraphs fit, or ``None``."""
    return next((size for size in sizes if text_height(paras, room, size) <= height), None)


def cut_to_pages(paras: Iterable[Para], room: float, height: float, size: float) -> list[tuple[Para, ...]]:
    """Share paragraphs among pages of one height; one that is longer than a page is cut at a word."""
    pages: list[list[Para]] = [[]]
    left = height
    waiting = list(paras)[::-1]
    while waiting:
        para = waiting.pop()
        needs = para_height(para, room, size)
        if needs <= left:
            pages[-1].append(para)
            left -= needs
        elif left < height and not _worth_cutting(needs, left, size):
            waiting.append(para)
            pages.append([])
            left = height
        else:
            first, rest = _halves(para, room, left, size)
            pages[-1].append(first)
            waiting.extend([rest] if rest else [])
            pages.append([])
            left = height
    return [tuple(page) for page in pages if page]


def _worth_cutting(needs: float, left: float, size: float) -> bool:
    """Whether enough lines of a paragraph stand on both pages if it is cut."""
    least = _LEAST_LINES * line_height(size)
    return left >= least and needs - left >= least


def _halves(para: Para, room: float, height: float, size: float) -> tuple[Para, Para | None]:
    """Cut a paragraph where a page ends."""
    low, high = 1, len(para.text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = para_height(_part(para, 0, middle), room, size) <= height
        low, high = (middle, high) if fits else (low, middle - 1)
    blank = para.text.rfind(" ", 1, low)
    at = blank + 1 if blank > 0 and low < len(para.text) else low
    rest = _part(para, at, len(para.text))
    return _part(para, 0, at), rest if rest.text.strip() else None


def _part(para: Para, begin: int, end: int) -> Para:
    runs, at = [], 0
    for run in para.block.runs:
        piece = run.text[max(begin - at, 0) : max(end - at, 0)]
        if piece:
            runs.append(replace(run, text=piece))
        at += len(run.text)
    kind = "paragraph" if begin and para.block.kind != "heading" else para.block.kind
    return replace(para, block=replace(para.block, kind=kind, runs=tuple(runs)))
