"""Filters made from the columns of a user's own records."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from border_atlas.domain.own_apply import OWN_COLUMNS

#: A column with more different values than this makes no filter.
MOST_VALUES: Final = 25
#: So many columns are offered at most; the first ones of the file.
MOST_COLUMNS: Final = 6
#: Stands for an empty cell in a filter.
EMPTY: Final = "(empty)"
#: Stands for the year of a record without a date.
_NO_YEAR: Final = -1

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Choice:
    """A column to filter by, with its values, the most frequent first."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Filters:
    """What records can be filtered by; made once, so that a filter of a million records is a matter of moments.

    ``codes`` holds for each choice the position of each record's value, ``year`` each record's year (-1: none).
    """

    choices: tuple[Choice, ...]
    codes: tuple[npt.NDArray[np.int8], ...]
    year: npt.NDArray[np.int16]

    @property
    def years(self) -> tuple[int, int] | None:
        """Return the first and last year of the records' dates, if there are two different ones."""
        dated = self.year[self.year != _NO_YEAR]
        if not len(dated) or dated.min() == dated.max():
            return None
        return int(dated.min()), int(dated.max())

    def mask(self, wanted: Mapping[str, Sequence[str]], years: tuple[int, int] | None = None) -> Mask:
        """Return which records have one of the wanted values in each column and a date within the years.

        A column without wanted values keeps all; with ``years``, records without a date are left out.
        """
        keep = np.ones(len(self.year), dtype=np.bool_)
        for choice, codes in zip(self.choices, self.codes, strict=True):
            values = wanted.get(choice.column, ())
            if values:
                keep &= np.isin(choice.values, list(values))[codes]
        if years is not None:
            keep &= (self.year >= years[0]) & (self.year <= years[1])
        return keep


def make_filters(records: pd.DataFrame) -> Filters:
    """Return filters of the user's columns that have a few values each of which stands for many records."""
    found = list(_columns(records))
    year = records["_date"].dt.year.fillna(_NO_YEAR).to_numpy(dtype=np.int16)
    return Filters(tuple(choice for choice, _ in found), tuple(codes for _, codes in found), year)


def _columns(records: pd.DataFrame) -> Iterator[tuple[Choice, npt.NDArray[np.int8]]]:
    number = 0
    for column in records.columns.drop([*OWN_COLUMNS], errors="ignore"):
        # A look at the first rows spares a count of what is plainly all different.
        if number == MOST_COLUMNS or as_text(records[column].head(10 * MOST_VALUES)).nunique() > MOST_VALUES:
            continue
        texts = as_text(records[column])
        counts = texts.value_counts()
        if 2 <= len(counts) <= MOST_VALUES and 2 * len(counts) <= max(len(texts), 4):  # noqa: PLR2004
            number += 1
            codes = counts.index.get_indexer(pd.Index(texts)).astype(np.int8)
            yield Choice(str(column), tuple(str(value) for value in counts.index)), codes


def as_text(cells: pd.Series) -> pd.Series:
    """Return cells as they stand in a filter."""
    return cells.map(lambda cell: EMPTY if cell is None or cell != cell or cell == "" else str(cell))  # noqa: PLR0124
