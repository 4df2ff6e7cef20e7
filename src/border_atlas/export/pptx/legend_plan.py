"""The legend of a map measured: as a strip that flows below it, or as a column beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from border_atlas.export.pptx.measure import line_height, width
from border_atlas.export.pptx.texts import one_line
from border_atlas.maps.static.draw import LegendEntry

SIZE: Final = 11
ROW: Final = line_height(SIZE) + 0.05
#: Room for a sign with the space after it.
SIGN: Final = 0.36
_BETWEEN: Final = 0.2
_GROUP_GAP: Final = 0.1


@dataclass(frozen=True)
class Item:
    """A heading (without an entry) or an entry, and where it stands: inches from the legend's left upper corner."""

    text: str
    entry: LegendEntry | None
    x: float
    y: float
    wide: float

    @property
    def bottom(self) -> float:
        """Where its row ends."""
        return self.y + ROW


def merged(legends: Iterable[Sequence[LegendEntry]]) -> tuple[LegendEntry, ...]:
    """Make one legend of several, each entry once, groups kept together."""
    entries = list(dict.fromkeys(entry for legend in legends for entry in legend))
    groups = list(dict.fromkeys(entry.group for entry in entries))
    return tuple(sorted(entries, key=lambda entry: groups.index(entry.group)))


def strip(entries: Sequence[LegendEntry], room: float) -> tuple[Item, ...]:
    """Let headings and entries flow in rows; no heading is left alone at the end of one."""
    items: list[Item] = []
    x = y = 0.0
    for text, entry, wide, with_next in _pieces(entries):
        if x and x + with_next > room:
            x, y = 0.0, y + ROW
        items.append(Item(text, entry, x, y, wide))
        x += wide + (_BETWEEN if entry else _BETWEEN / 2)
    return tuple(items)


def column(entries: Sequence[LegendEntry]) -> tuple[Item, ...]:
    """Put headings and entries below each other."""
    items: list[Item] = []
    y = 0.0
    for text, entry, wide, _ in _pieces(entries):
        if entry is None and items:
            y += _GROUP_GAP
        items.append(Item(text.removesuffix(":") if entry is None else text, entry, 0.0, y, wide))
        y += ROW
    return tuple(items)


def height(items: Sequence[Item]) -> float:
    """Return how high a laid legend is."""
    return max((item.bottom for item in items), default=0.0)


def breadth(items: Sequence[Item]) -> float:
    """Return how wide a laid legend is."""
    return max((item.x + item.wide for item in items), default=0.0)


def _pieces(entries: Sequence[LegendEntry]) -> Iterable[tuple[str, LegendEntry | None, float, float]]:
    """Give text, entry, width, and the width that has to fit the row: of a heading, with its first entry."""
    for group, found in groupby(entries, key=lambda entry: entry.group):
        own = [(one_line(entry.label), entry) for entry in found]
        widths = [SIGN + width(text, SIZE) for text, _ in own]
        heading = f"{one_line(group)}:"
        wide = width(heading, SIZE, bold=True)
        yield heading, None, wide, wide + _BETWEEN + widths[0]
        for (text, entry), needs in zip(own, widths, strict=True):
            yield text, entry, needs, needs
