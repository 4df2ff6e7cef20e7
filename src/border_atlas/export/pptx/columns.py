"""Text in two columns, side by side on as many sheets as it takes."""

from collections.abc import Iterator
from typing import Final

from border_atlas.export.pptx.arrange import Part
from border_atlas.export.pptx.page import COLUMN_GAP, Box
from border_atlas.export.pptx.sheets import Texts
from border_atlas.export.pptx.texts import Para, cut_to_pages

COLUMNS: Final = 2


def in_columns(paras: tuple[Para, ...], box: Box, height: float, size: float) -> list[tuple[Para, ...]]:
    """Cut paragraphs to columns of one height in inches."""
    return cut_to_pages(paras, box.columns(COLUMNS, COLUMN_GAP)[0].w, height, size)


def column_parts(columns: list[tuple[Para, ...]], first: Box, following: Box, size: float) -> Iterator[Part]:
    """Put columns on sheets, two on each."""
    for at in range(0, len(columns), COLUMNS):
        both = tuple(para for column in columns[at : at + COLUMNS] for para in column)
        yield Part(body=Texts(both, following if at else first, size, columns=COLUMNS))
