"""The line on a picture of the past: its boundaries are not of then."""

from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes

from border_atlas.domain.deck import DeckMap
from border_atlas.maps.past import past_note
from border_atlas.maps.static import brush, looks
from border_atlas.maps.static.furniture import Layout
from border_atlas.maps.static.room import Box
from border_atlas.maps.static.text import measure, plain, wrap

#: From line to line in sizes of the text, and the room around in pixels of the web map.
_STEP: Final = 1.3
_PAD: Final = 6.0


@dataclass(frozen=True)
class Note:
    """Lines of text within a box at the bottom right, in points from the bottom left of the panel."""

    box: Box
    lines: tuple[str, ...]
    size: float


def note_of(wanted: DeckMap, paper: Layout, left: float) -> Note | None:
    """Lay out what a map of the past has to say; a map of today says nothing.

    Parameters
    ----------
    left
        How far (points) the bottom left corner is taken already.
    """
    text = past_note(wanted.view)
    if not text:
        return None
    size, pad = paper.sizes.small_text, _PAD * paper.sizes.px
    lines = wrap(plain(text), size, max(paper.width - left - 3 * pad, paper.width / 3))
    wide = max(measure(line, size) for line in lines)
    high = len(lines) * size * _STEP
    return Note((paper.width - wide - 2 * pad, pad, paper.width - pad, pad + high), tuple(lines), size)


def paint_note(panel: Axes, note: Note, px: float) -> None:
    """Write the note; ``px`` is one pixel of the web map in points."""
    right, top = note.box[2], note.box[3]
    for number, line in enumerate(note.lines):
        y = top - (number + 0.5) * note.size * _STEP
        brush.text(panel, right, y, line, note.size, align="right", halo=2.6 * px, zorder=8.2, colour=looks.INK)
