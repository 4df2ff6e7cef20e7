"""Guesses what the columns of a user's table are; the user has the last word."""

from dataclasses import dataclass
from typing import Final

import pandas as pd
import shapely

from border_atlas.data.dataset import Dataset
from border_atlas.data.own.contract import OwnLayer
from border_atlas.domain.own_axes import Axes, Samples, find_axes
from border_atlas.domain.own_cells import sample, texts_of
from border_atlas.domain.own_columns import Found, find_category, find_date, find_label, find_names
from border_atlas.domain.own_names import NameBook, Role, name_books
from border_atlas.domain.own_pairs import Order

__all__ = ["ColumnMapping", "Order", "guess"]

#: Rows of a table that are looked at.
_ROWS: Final = 400
_SHAPES: Final = Axes(reasons=("The places are the shapes in the file.",))


@dataclass(frozen=True)
class ColumnMapping:
    """Which column of a user's table is what; None: there is none.

    Coordinates stand in ``longitude`` and ``latitude``, or both in ``coordinates``, whose ``order`` counts
    where letters do not tell it. ``day_first`` reads 03/04/2024 as 3 April. ``reasons`` are sentences for the user.
    """

    longitude: str | None = None
    latitude: str | None = None
    coordinates: str | None = None
    order: Order = "lat-lon"
    label: str | None = None
    category: str | None = None
    date: str | None = None
    day_first: bool = True
    mission: str | None = None
    country: str | None = None
    area: str | None = None
    reasons: tuple[str, ...] = ()


def guess(layer: OwnLayer, dataset: Dataset) -> ColumnMapping:
    """Guess what each column is, by its name and its values."""
    table, books = layer.table, name_books(dataset)
    samples = {str(column): sample(table[column], _ROWS) for column in table.columns}
    named = find_names(samples, books)
    axes = _SHAPES if _has_shapes(layer) else _axes(table, dataset, books, named)
    taken = {column for column in (axes.longitude, axes.latitude, axes.coordinates) if column}
    named = {role: found for role, found in named.items() if found.column not in taken}
    columns = [found.column for found in named.values() if found.column]
    date = find_date(samples, table, {*taken, *columns})
    used = {*taken, *columns, *([date.column] if date.column else [])}
    category = find_category(samples, used)
    label = find_label(samples, {*used, *([category.column] if category.column else [])}, columns)
    told = (found.reason for found in (*named.values(), label, category))
    return ColumnMapping(
        longitude=axes.longitude,
        latitude=axes.latitude,
        coordinates=axes.coordinates,
        order=axes.order,
        label=label.column,
        category=category.column,
        date=date.column,
        day_first=date.day_first,
        **{role: found.column for role, found in named.items()},
        reasons=(*axes.reasons, *(reason for reason in told if reason), *date.reasons),
    )


def _has_shapes(layer: OwnLayer) -> bool:
    shapes = [] if layer.geometry is None else layer.geometry.to_numpy()
    return bool((~shapely.is_missing(shapes) & ~shapely.is_empty(shapes)).any())


def _axes(table: pd.DataFrame, dataset: Dataset, books: dict[Role, NameBook], named: dict[Role, Found]) -> Axes:
    """Look for coordinates in rows that are the same for all columns, and tell which countries they name."""
    rows = sample(pd.Series(range(1, len(table) + 1), index=table.index, dtype=object), _ROWS)
    looked_at = table.loc[rows.index]
    samples: Samples = {str(column): looked_at[column] for column in table.columns}
    return find_axes(samples, dataset, _countries(looked_at, books, named))


def _countries(table: pd.DataFrame, books: dict[Role, NameBook], named: dict[Role, Found]) -> list[str] | None:
    column = named.get("country", Found()).column
    if column is None:
        return None
    texts = texts_of(table[column])
    codes = [books["country"].find(text) for text in texts.texts]
    return [codes[code] if code >= 0 else "" for code in texts.codes.tolist()]
