"""Matrices measured: names of columns level where their words fit, else written upwards."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from border_atlas.charts.labels import SHORT_TYPES
from border_atlas.domain.deck import DeckChart
from border_atlas.export.pptx import grids
from border_atlas.export.pptx.look import CHART_SIZE, HEADING_SIZE
from border_atlas.export.pptx.measure import count_lines, line_height, width
from border_atlas.export.pptx.page import Box
from border_atlas.export.pptx.sheets import Grid
from border_atlas.export.pptx.texts import one_line
from border_atlas.model import ActivityType

#: Height of the heading above a panel.
HEADING: Final = line_height(HEADING_SIZE) + 0.08
_CELL: Final = 0.09
#: Widest names of rows, as a share of the slide, and widest column of counts in inches.
_NAMES: Final = 0.3
_COLUMN: Final = 0.95
_HEAD_SIZES: Final = (12, 11, 10)
_HIGHEST: Final = 2.0


@dataclass(frozen=True, eq=False)
class LaidMatrix:
    """A matrix, or what is left of it, with its measures."""

    heading: str
    alt: str
    grid: Grid
    head_size: float
    turned: bool


def lay_matrix(chart: DeckChart, heading: str, box: Box) -> LaidMatrix:
    """Lay out a matrix, in smaller rows if it then needs no second slide."""
    room = box.h - (HEADING if heading else 0.0)
    tries = [_laid(chart, heading, size, box.w) for size in (CHART_SIZE, CHART_SIZE - 1)]
    return next((one for one in tries if sum(one.grid.heights) <= room), tries[0])


def _laid(chart: DeckChart, heading: str, size: int, room: float) -> LaidMatrix:
    head = ("", *(column_name(str(name)) for name in chart.frame.columns[1:]))
    rows = tuple(
        (one_line(str(row[0])), *("" if pd.isna(n) or not n else f"{int(n):,}" for n in row[1:]))
        for row in chart.frame.itertuples(index=False, name=None)
    )
    names, column = _widths(rows, len(head) - 1, size, room)
    head_size, high, turned = _head(head, column)
    row_heights = [_row_height(row[0], names, size) for row in rows]
    grid = Grid(head, rows, (names, *[column] * (len(head) - 1)), (high, *row_heights), size)
    return LaidMatrix(heading, chart.alt, grid, head_size, turned)


def _widths(rows: tuple[grids.Row, ...], number: int, size: int, room: float) -> tuple[float, float]:
    names = max((width(row[0], size) for row in rows), default=1.0) + grids.CELL_X + 0.08
    column = min(_COLUMN, (room - min(names, room * _NAMES)) / max(number, 1))
    return min(names, room - column * number), column


def _row_height(name: str, names: float, size: int) -> float:
    return count_lines(name, names - grids.CELL_X, size) * line_height(size) + _CELL


def _head(head: grids.Row, column: float) -> tuple[float, float, bool]:
    """Return the size of the heads, how high they are, and whether they are written upwards."""
    room = column - grids.HEAD_X
    for size in _HEAD_SIZES:
        if all(grids.longest_word(name, size, bold=False) <= room for name in head):
            return size, max(count_lines(name, room, size) for name in head) * line_height(size) + grids.CELL_Y, False
    size = _HEAD_SIZES[1]
    return size, min(max(width(name, size) for name in head) + 0.16, _HIGHEST), True


def column_name(name: str) -> str:
    """Return the word for a type of activity that stands at the head of a column."""
    return SHORT_TYPES[ActivityType(name)] if name in set(ActivityType) else one_line(name)
