"""Charts and small tables of a deck, cut to what a slide can hold; what is cut is said in the title."""

from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from border_atlas.config import FIRST_YEAR
from border_atlas.data.dataset import Dataset
from border_atlas.domain.deck import DeckChart, DeckTable
from border_atlas.domain.deck_words import bars_alt, gantt_alt, matrix_alt
from border_atlas.domain.matrix import By, matrix
from border_atlas.domain.richtext import plain
from border_atlas.domain.timeline import GroupBy, Label, per_year, timeline_rows
from border_atlas.model import ActivityType
from border_atlas.palette import FAMILY_COLOURS, ORGANISATION_COLOURS

#: Most rows that a slide holds of a timeline, a matrix and a table.
MOST_BARS: Final = 18
MOST_ROWS: Final = 16
MOST_CELLS: Final = 12

_COLOURS: Final = {str(key): colour for key, colour in (*FAMILY_COLOURS.items(), *ORGANISATION_COLOURS.items())}
_FAMILIES: Final = {str(family): colour for family, colour in FAMILY_COLOURS.items()}


def years_chart(dataset: Dataset, activities: pd.DataFrame, *, by: GroupBy, title: str) -> DeckChart:
    """Return the number of activities that can have been active in each year, stacked by group."""
    counts = per_year(dataset, activities, by=by)
    groups = list(dict.fromkeys(counts.sort_values("place")["group"]))
    wide = counts.pivot_table(index="year", columns="group", values="n", aggfunc="sum", fill_value=0)
    if len(wide):
        wide = wide.reindex(index=range(int(wide.index.min()), dataset.data_as_of.year + 1), fill_value=0)
    frame = wide.reindex(columns=groups).astype(int).rename_axis(index="category", columns=None).reset_index()
    colours = {group: _COLOURS[group] for group in groups}
    return DeckChart("bars", title, frame, colours, bars_alt(frame, title))


def gantt_chart(
    dataset: Dataset, activities: pd.DataFrame, *, title: str, label: Label = "both", most: int = MOST_BARS
) -> DeckChart:
    """Return when activities took place; of many, those that can have lasted longest."""
    kept = longest(dataset, activities, most)
    frame = timeline_rows(dataset, kept, label=label)
    whole = title if len(kept) == len(activities) else f"{title}: the {len(kept)} longest of {len(activities)}"
    colours = {family: colour for family, colour in _FAMILIES.items() if family in set(frame["family"])}
    return DeckChart("gantt", whole, frame, colours, gantt_alt(frame, whole))


def matrix_chart(dataset: Dataset, activities: pd.DataFrame, *, by: By, title: str, most: int = MOST_ROWS) -> DeckChart:
    """Return activities by mission or area (rows, the most first) and type (columns, those that occur)."""
    found = matrix(dataset, activities, by=by)
    rows = found.rows[:most]
    cells = found.cells[found.cells["row"].isin(rows)]
    kinds = [str(kind) for kind in ActivityType if kind in set(cells["activity_type"])]
    wide = cells.pivot_table(index="row", columns="activity_type", values="n", aggfunc="sum", fill_value=0)
    frame = wide.reindex(index=list(rows), columns=kinds).astype(int).rename_axis(index="row", columns=None)
    frame = frame.reset_index()
    whole = title if len(rows) == len(found.rows) else f"{title}: the {len(rows)} with most of {len(found.rows)}"
    return DeckChart("matrix", whole, frame, {}, matrix_alt(frame, whole))


def in_matrix(dataset: Dataset, activities: pd.DataFrame, *, by: By, most: int = MOST_ROWS) -> pd.DataFrame:
    """Return the activities that a matrix of these holds."""
    found = matrix(dataset, activities, by=by)
    kept = found.cells.loc[found.cells["row"].isin(found.rows[:most]), "row_id"]
    return activities[activities[f"{by}_id"].isin(kept)]


def small_table(frame: pd.DataFrame, title: str, columns: dict[str, str], most: int = MOST_CELLS) -> DeckTable:
    """Return the first rows of a table; ``columns`` leads from its columns to the headings to show."""
    shown = frame[list(columns)].head(most)
    rows = tuple(tuple(cell_text(cell) for cell in row) for row in shown.itertuples(index=False, name=None))
    return DeckTable(title, tuple(columns.values()), rows, more=len(frame) - len(shown))


def cell_text(cell: object) -> str:
    """Return a cell as text: whole numbers without a point, thousands with a comma, nothing for what is missing."""
    if isinstance(cell, str):
        return plain(cell)
    if cell is None or pd.isna(cell):  # type: ignore[call-overload]  # cells are scalars
        return ""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return f"{cell:,.0f}" if float(cell).is_integer() else f"{cell:,.1f}"
    return plain(str(cell))


def longest(dataset: Dataset, activities: pd.DataFrame, most: int = MOST_BARS) -> pd.DataFrame:
    """Keep the activities of the widest intervals up to the day of the data, in the order of the table."""
    if len(activities) <= most:
        return activities
    begin, today = np.datetime64(date(FIRST_YEAR, 1, 1), "s"), np.datetime64(dataset.data_as_of, "s")
    ends, begins = activities["latest"].to_numpy(), activities["earliest"].to_numpy()
    lasted = np.minimum(ends, today) - np.maximum(begins, begin)
    kept = np.argsort(-lasted, kind="stable")[:most]
    return activities.iloc[np.sort(kept)]
