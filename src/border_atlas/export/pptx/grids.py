"""Tables measured: how wide columns are, how high rows, how many of them go on a slide."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from border_atlas.domain.deck import DeckTable
from border_atlas.export.pptx.look import TABLE_SIZES
from border_atlas.export.pptx.measure import count_lines, line_height, width
from border_atlas.export.pptx.sheets import Grid
from border_atlas.export.pptx.texts import one_line

#: Empty space in a cell: left and right together, top and bottom together, in inches.
CELL_X: Final = 0.16
CELL_Y: Final = 0.1
#: Likewise at the head of a column of a matrix.
HEAD_X: Final = 0.06
#: Longest cell in characters before anything is measured.
_MAX_CELL: Final = 1_500
#: A column asks for no more than this to stand on one line.
_WIDEST: Final = 8.0
_NARROWEST: Final = 0.45
_SLACK: Final = 0.06
#: The largest size of a table that goes on over several slides, by its place.
_MIDDLE: Final = 2

Row = tuple[str, ...]


def layout_table(table: DeckTable, room: float, height: float, most: float) -> Grid:
    """Lay a table out in the largest size in which all fits a height, or in a middle one if it must go on.

    Parameters
    ----------
    most
        Height of an empty slide; a row that is higher than that is shortened.
    """
    rows = tuple(_cleaned(row) for row in table.rows) or (_cleaned(("None", *[""] * (len(table.columns) - 1))),)
    head = _cleaned(table.columns)
    tries = [_grid(head, rows, room, size, most) for size in TABLE_SIZES]
    whole = next((grid for grid in tries if sum(grid.heights) <= height), None)
    return whole or min(tries[_MIDDLE:], key=lambda grid: _slides(grid, most))


def _slides(grid: Grid, most: float) -> int:
    """Estimate how many slides a table takes."""
    return math.ceil(sum(grid.heights[1:]) / max(most - grid.heights[0], 1.0))


def fits(grid: Grid, height: float) -> int:
    """Count the rows that fit below the head."""
    left = height - grid.heights[0]
    for number, needs in enumerate(grid.heights[1:]):
        left -= needs
        if left < 0:
            return number
    return len(grid.rows)


def cut(grid: Grid, number: int) -> tuple[Grid, Grid | None]:
    """Cut a table after some rows; the rest carries the head again."""
    first = replace(grid, rows=grid.rows[:number], heights=grid.heights[: number + 1])
    if number >= len(grid.rows):
        return first, None
    return first, replace(grid, rows=grid.rows[number:], heights=(grid.heights[0], *grid.heights[number + 1 :]))


def _cleaned(cells: Sequence[str]) -> Row:
    return tuple(cell if len(cell) <= _MAX_CELL else cell[:_MAX_CELL] + "…" for cell in map(one_line, cells))


def _grid(head: Row, rows: tuple[Row, ...], room: float, size: float, height: float) -> Grid:
    widths = column_widths((head, *rows), room, size)
    top = _row_height(head, widths, size, bold=True)
    shown = tuple(_capped(row, widths, size, height - top) for row in rows)
    heights = tuple(_row_height(row, widths, size) for row in shown)
    return Grid(head, shown, widths, (top, *heights), size)


def _capped(row: Row, widths: Sequence[float], size: float, height: float) -> Row:
    """Shorten the cells of a row that is higher than a slide."""
    longest = max(map(len, row), default=0)
    while longest > 1 and _row_height(row, widths, size) > height:
        longest = longest * 3 // 4
        row = tuple(cell if len(cell) <= longest else cell[:longest].rstrip("… ") + "…" for cell in row)
    return row


def _row_height(row: Row, widths: Sequence[float], size: float, *, bold: bool = False) -> float:
    lines = max(
        (count_lines(cell, wide - CELL_X - _SLACK, size, bold=bold) for cell, wide in zip(row, widths, strict=True)),
        default=1,
    )
    return lines * line_height(size) + CELL_Y


def column_widths(rows: Sequence[Row], room: float, size: float) -> tuple[float, ...]:
    """Share the room: each column gets its longest word, the rest goes where the long texts are."""
    columns = list(zip(*rows, strict=True))
    extra = CELL_X + _SLACK
    # No word, however long, takes room that another column needs for its own words.
    most = max(room / len(columns) - extra, _NARROWEST)
    words = [max(longest_word(cell, size) for cell in column) for column in columns]
    least = [min(max(_NARROWEST, word), most) + extra for word in words]
    long = [_typical(column, size) + extra for column in columns]
    wanted = [max(pair) for pair in zip(least, long, strict=True)]
    if sum(least) >= room:
        return tuple(part * room / sum(least) for part in least)
    if sum(wanted) <= room:
        return tuple(part * room / sum(wanted) for part in wanted)
    share = (room - sum(least)) / (sum(wanted) - sum(least))
    return tuple(low + (high - low) * share for low, high in zip(least, wanted, strict=True))


def _typical(column: Sequence[str], size: float) -> float:
    """Return the width of the long cells of a column, but not of its one longest."""
    widths = sorted(width(cell, size) for cell in column)
    return min(widths[len(widths) * 3 // 4], _WIDEST)


def longest_word(text: str, size: float, *, bold: bool = True) -> float:
    """Return the width of the longest part of a text that no program breaks."""
    return max((width(word, size, bold=bold) for word in text.replace("-", "- ").split()), default=0.0)
