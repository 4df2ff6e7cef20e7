"""Turns a user's table into records with place, date and names, and tells everything that is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import geopandas as gpd
import numpy as np
import pandas as pd

from border_atlas.config import WGS84
from border_atlas.data.dataset import Dataset
from border_atlas.data.own.contract import OwnLayer
from border_atlas.domain import own_faults
from border_atlas.domain.own_cells import Objects, text_of
from border_atlas.domain.own_dates import read_days
from border_atlas.domain.own_guess import ColumnMapping
from border_atlas.domain.own_match import Match, Unmatched, match
from border_atlas.domain.own_names import ROLES, Role, name_books
from border_atlas.domain.own_place import Placed, extents, place
from border_atlas.errors import OwnFileError

__all__ = ["OWN_COLUMNS", "OwnRecords", "Unmatched", "apply"]

#: Columns that are added to the user's own.
OWN_COLUMNS: Final = (
    "_row", "_label", "_category", "_date", "_mission_id", "_country", "_area_id", "_placed_by", "geometry",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class OwnRecords:
    """Records ready for the map: ``good`` (EPSG:4326), all faults, how many are kept aside, and unknown names.

    ``good`` has the user's columns as they are, then `OWN_COLUMNS`. ``faults`` has row, column, value, fault
    and right, in the order of the file. A record is kept aside if its place is wrong or missing.
    """

    name: str
    good: gpd.GeoDataFrame
    faults: pd.DataFrame
    kept_aside: int
    unmatched: tuple[Unmatched, ...]
    notes: tuple[str, ...]


def apply(
    layer: OwnLayer,
    mapping: ColumnMapping,
    dataset: Dataset,
    *,
    choices: Mapping[tuple[str, str], str] | None = None,
) -> OwnRecords:
    """Read a layer as a mapping says; ``choices`` gives an id for a role and a name as the user wrote it."""
    _check(layer.table, mapping)
    matches = _matches(layer.table, mapping, dataset, choices or {})
    placed = place(layer, mapping, dataset, {role: one.ids for role, one in matches.items()})
    moments, late = _dates(layer.table, mapping)
    codes = placed.codes.assign(date=late, **{role: one.codes for role, one in matches.items()})
    aside = (codes[list(own_faults.PLACES)] != "").any(axis=1).to_numpy(dtype=bool)
    added = _added(layer, mapping, matches, placed, moments)
    own, renamed = _own_columns(layer.table)
    good = gpd.GeoDataFrame(
        pd.concat([own, added], axis=1)[~aside].reset_index(drop=True), geometry="geometry", crs=WGS84
    )
    faults = own_faults.together([own_faults.of_reader(layer.faults), _told(layer, codes, mapping)])
    return OwnRecords(
        name=layer.name,
        good=good,
        faults=faults,
        kept_aside=int(aside.sum()),
        unmatched=tuple(one for role in matches for one in matches[role].unmatched),
        notes=(*renamed, *_notes(int(aside.sum()), good, late, placed)),
    )


def _check(table: pd.DataFrame, mapping: ColumnMapping) -> None:
    named = {*_columns(mapping).values(), mapping.label, mapping.category} - {None}
    unknown = sorted(str(column) for column in named if column not in table.columns)
    if unknown:
        msg = "The table has no such column"
        raise OwnFileError(msg, where="Mapping of columns", value=unknown[0][:80], right="Choose another.")


def _told(layer: OwnLayer, codes: pd.DataFrame, mapping: ColumnMapping) -> pd.DataFrame:
    """Tell the faults of cells and of shapes, whose values are where they lie."""
    table, columns = layer.table, _columns(mapping)
    beyond = (codes["shape"] != "").to_numpy(dtype=bool)
    if beyond.any():
        table = table.assign(**{own_faults.GEOMETRY: extents(layer, beyond)})
        columns["shape"] = own_faults.GEOMETRY
    return own_faults.tell(codes, table, pd.Series(layer.rows, dtype="int64"), columns)


def _matches(
    table: pd.DataFrame, mapping: ColumnMapping, dataset: Dataset, choices: Mapping[tuple[str, str], str]
) -> dict[Role, Match]:
    books = name_books(dataset)
    columns = {role: column for role in ROLES if (column := getattr(mapping, role)) is not None}
    return {role: match(table[column], column, role, books[role], choices) for role, column in columns.items()}


def _dates(table: pd.DataFrame, mapping: ColumnMapping) -> tuple[Any, Objects]:
    if mapping.date is None:
        return np.full(len(table), np.datetime64("NaT"), dtype="datetime64[s]"), np.full(len(table), "", dtype=object)
    days = read_days(table[mapping.date], day_first=mapping.day_first)
    return days.moments, days.faults


def _added(
    layer: OwnLayer, mapping: ColumnMapping, matches: Mapping[Role, Match], placed: Placed, moments: object
) -> pd.DataFrame:
    nothing = np.full(len(layer.table), "", dtype=object)
    ids = {role: matches[role].ids if role in matches else nothing for role in ROLES}
    return pd.DataFrame(
        {
            "_row": np.array(layer.rows, dtype=np.int64),
            "_label": _texts(layer.table, mapping.label),
            "_category": _texts(layer.table, mapping.category),
            "_date": moments,
            "_mission_id": pd.Series(ids["mission"], dtype=object),
            "_country": pd.Series(ids["country"], dtype=object),
            "_area_id": pd.Series(ids["area"], dtype=object),
            "_placed_by": pd.Series(placed.by, dtype=object),
            "geometry": gpd.GeoSeries(placed.shapes, crs=WGS84),
        }
    )


def _texts(table: pd.DataFrame, column: str | None) -> "pd.Series[Any]":
    texts = [""] * len(table) if column is None else [text_of(cell) for cell in table[column].tolist()]
    return pd.Series(texts, dtype=object)


def _own_columns(table: pd.DataFrame) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Give the user's columns, those with a name of ours under another one, and say so."""
    taken = {str(column) for column in table.columns} | set(OWN_COLUMNS)
    names: dict[str, str] = {}
    for column in (one for one in OWN_COLUMNS if one in table.columns):
        new = f"{column} (own)"
        while new in taken:
            new += "+"
        taken.add(new)
        names[column] = new
    notes = tuple(f"Your column {old} is called {new} here, because its name is needed." for old, new in names.items())
    return table.reset_index(drop=True).rename(columns=names), notes


def _columns(mapping: ColumnMapping) -> dict[str, str]:
    roles = ("longitude", "latitude", "coordinates", "date", *ROLES)
    return {role: column for role in roles if (column := getattr(mapping, role)) is not None}


def _notes(aside: int, good: gpd.GeoDataFrame, late: Objects, placed: Placed) -> tuple[str, ...]:
    undated, by = int((late != "").sum()), good["_placed_by"].value_counts()
    unplaced = int(by.get("", 0))
    numbered = (
        (int(by.get("mission", 0)), "placed at the headquarters of their mission, and therefore near no border area"),
        (int(by.get("country", 0)), "placed in the middle of their country, and therefore near no border area"),
        (aside, "kept aside because of faults in their place"),
        (unplaced, "used without a place on the map"),
        (undated, "used without a date because theirs cannot be read"),
    )
    told = (f"{number} {'record is' if number == 1 else 'records are'} {what}." for number, what in numbered if number)
    return (*placed.notes, *told)
