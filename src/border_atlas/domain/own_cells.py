"""Cells of users' tables as text, each different text looked at once."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

Objects = npt.NDArray[np.object_]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

#: What people and programs write into an empty cell. "NA" is not among them: it is Namibia's code.
_EMPTY: Final = frozenset({"-", "--", "–", "—", "n/a", "#n/a", "null", "nan", "none", "nat", "<na>", "?", "."})

#: Cells of a long column that are looked at for a first sample.
_GLANCE: Final = 4000


class Texts(NamedTuple):
    """The texts of a column: ``texts[codes[i]]`` stands in row ``i``; an empty cell has the code -1."""

    codes: npt.NDArray[np.intp]
    texts: list[str]

    def spread(self, values: Objects, empty: object) -> Objects:
        """Give each row the value of its text."""
        return objects([*values, empty])[self.codes]

    def counts(self) -> npt.NDArray[np.intp]:
        """Count the rows of each text."""
        return np.bincount(self.codes[self.codes >= 0], minlength=len(self.texts))


def texts_of(cells: "pd.Series[Any]", *, na: bool = False) -> Texts:
    """Give a column's texts without blanks at their edges; ``na``: "NA" is an empty cell too."""
    values = np.empty(len(cells), dtype=object)
    values[:] = [text_of(cell) for cell in cells.tolist()]
    values[(values == "") | (values == "NA") if na else values == ""] = None
    codes, unique = pd.factorize(values, use_na_sentinel=True)
    return Texts(codes, list(unique))


def text_of(cell: object) -> str:
    """Give a cell as a person would write it; an empty string for an empty cell."""
    if isinstance(cell, str):
        text = cell.strip()
        return "" if len(text) <= 5 and text.casefold() in _EMPTY else text  # noqa: PLR2004  the longest empty word
    if cell is None or cell is pd.NaT or cell is pd.NA:
        return ""
    if isinstance(cell, float):
        return _number(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ").removesuffix(" 00:00:00")
    return str(cell)


def _number(cell: float) -> str:
    if np.isnan(cell):
        return ""
    return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else str(cell)  # noqa: PLR2004  still exact


def each_text(texts: Texts, function: Callable[[str], object], empty: object) -> Objects:
    """Apply a function to each different text and give every row its result."""
    return texts.spread(objects([function(text) for text in texts.texts]), empty)


def objects(values: Sequence[object]) -> Objects:
    """Give values as an array of objects, also if they are tuples."""
    array = np.empty(len(values), dtype=object)
    for place, value in enumerate(values):
        array[place] = value
    return array


def sample(cells: "pd.Series[Any]", most: int) -> "pd.Series[Any]":
    """Take at most so many cells that are not empty, from all parts of a column."""
    filled = _filled(_spread(cells, _GLANCE))
    if len(filled) < most <= len(cells):
        filled = _filled(cells)
    return _spread(filled, most)


def _filled(cells: "pd.Series[Any]") -> "pd.Series[Any]":
    return cells[[text_of(cell) != "" for cell in cells.tolist()]]


def _spread(cells: "pd.Series[Any]", most: int) -> "pd.Series[Any]":
    if len(cells) <= most:
        return cells
    return cells.iloc[np.linspace(0, len(cells) - 1, most).astype(np.intp)]
