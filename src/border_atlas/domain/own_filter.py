"""Filters made from the columns of a user's own records."""

from collections.abc import Mapping, Sequence
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


@dataclass(frozen=True)
class Choice:
    """A column to filter by, with its values, the most frequent first."""

    column: str
    values: tuple[str, ...]


def filter_columns(records: pd.DataFrame) -> tuple[Choice, ...]:
    """Return the user's columns that have a few values each of which stands for many records."""
    found = []
    for column in records.columns:
        if column in OWN_COLUMNS:
            continue
        values = as_text(records[column])
        # A look at the first rows spares a count of what is plainly all different.
        if values.head(10 * MOST_VALUES).nunique() > MOST_VALUES:
            continue
        counts = values.value_counts()
        if 2 <= len(counts) <= MOST_VALUES and 2 * len(counts) <= max(len(values), 4):  # noqa: PLR2004
            found.append(Choice(str(column), tuple(str(value) for value in counts.index)))
    return tuple(found[:MOST_COLUMNS])


def as_text(cells: pd.Series) -> pd.Series:
    """Return cells as they stand in a filter."""
    return cells.map(lambda cell: EMPTY if cell is None or cell != cell or cell == "" else str(cell))  # noqa: PLR0124


def years_of(records: pd.DataFrame) -> tuple[int, int] | None:
    """Return the first and last year of the records' dates, if there are two different ones."""
    years = records["_date"].dt.year.dropna()
    if years.empty or years.min() == years.max():
        return None
    return int(years.min()), int(years.max())


def mask(
    records: pd.DataFrame, wanted: Mapping[str, Sequence[str]], years: tuple[int, int] | None = None
) -> npt.NDArray[np.bool_]:
    """Return which records have one of the wanted values in each column and a date within the years.

    A column without wanted values keeps all; with ``years``, records without a date are left out.
    """
    keep = np.ones(len(records), dtype=np.bool_)
    for column, values in wanted.items():
        if values:
            keep &= as_text(records[column]).isin(list(values)).to_numpy()
    if years is not None:
        keep &= records["_date"].dt.year.between(*years).to_numpy(dtype=np.bool_, na_value=False)
    return keep
