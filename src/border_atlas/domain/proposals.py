"""Proposals to correct the tables: what each changes, and the change file that ``apply`` takes."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from border_atlas.data.changes.contract import CELL_COLUMNS, CELLS, NEW
from border_atlas.data.columns import BAR
from border_atlas.data.schemas import SCHEMAS
from border_atlas.data.tables import (
    ACTIVITIES,
    AREAS,
    COLUMNS,
    CROSSINGS,
    FIELD_SITES,
    MANDATES,
    MISSIONS,
    SOURCES,
    split_values,
)
from border_atlas.domain.sources import UNREAD

#: Tables to which readers can propose something, by the name that they read.
TABLES: Final = {
    MISSIONS: "Mission", AREAS: "Border area", ACTIVITIES: "Activity", FIELD_SITES: "Field site",
    MANDATES: "Mandate decision", CROSSINGS: "Crossing point", SOURCES: "Source",
}  # fmt: skip
#: Columns that name one record of another table.
REFERENCES: Final = {"mission_id": MISSIONS, "area_id": AREAS}
_TITLES: Final = ("title", "name", "symbol")
_NOT_ALLOWED: Final = "is not allowed"
_EMPTY: Final = "is empty"
_ID_WORDS: Final = 6

Row = Mapping[str, str]


@dataclass(frozen=True)
class Proposal:
    """Changed cells of one record, or a record to be added, with the source that shows it and the reason.

    ``cells`` are the changed cells, of a new record all of them; ``source`` is a new row of the sources, or empty.
    """

    table: str
    key: str
    cells: tuple[tuple[str, str], ...]
    is_new: bool
    source_id: str
    source: tuple[tuple[str, str], ...]
    reason: str


def allowed(table: str, column: str) -> tuple[str, ...]:
    """Return the words that a column takes; none if it takes any text."""
    for rule in SCHEMAS[table].columns[column].checks:
        problem, _, right = str(rule.error).partition(BAR)
        if problem == _NOT_ALLOWED:
            return tuple(right.split(" or "))
    return ()


def is_required(table: str, column: str) -> bool:
    """Say whether a cell of this column must not be empty."""
    return any(str(rule.error).partition(BAR)[0] == _EMPTY for rule in SCHEMAS[table].columns[column].checks)


def label(table: str, row: Row) -> str:
    """Name a record as readers know it, with its id."""
    said = next((row[name] for name in ("acronym", *_TITLES) if row.get(name)), "")
    owner = f"{row['mission_id']}: " if "mission_id" in row and table != MISSIONS else ""
    return f"{owner}{said} ({row[COLUMNS[table][0]]})"


def changed(before: Row, after: Row) -> dict[str, str]:
    """Return the cells that differ."""
    return {name: value for name, value in after.items() if value != before.get(name, "")}


def with_source(row: Row, source_id: str, today: str) -> dict[str, str]:
    """Name the source in a record and say when it was read; the placeholder for none gives way to it."""
    if not source_id or "source_ids" not in row:
        return dict(row)
    named = [one for one in split_values(row["source_ids"]) if one != UNREAD]
    ids = ";".join(dict.fromkeys([*named, source_id]))
    return {**row, "source_ids": ids} | ({"checked_on": today} if "checked_on" in row else {})


def new_id(words: Iterable[str], taken: Iterable[str]) -> str:
    """Make an id of some words that is not taken yet."""
    plain = unicodedata.normalize("NFKD", " ".join(words)).encode("ascii", "ignore").decode().lower()
    base = "-".join(re.findall(r"[a-z0-9]+", plain)[:_ID_WORDS]) or "new"
    used, candidate, number = set(taken), base, 2
    while candidate in used:
        candidate, number = f"{base}-{number}", number + 1
    return candidate


def files(proposals: Sequence[Proposal]) -> dict[str, pd.DataFrame]:
    """Return the files of a change, by name: new rows of each table, and the changed cells."""
    rows: dict[str, list[Row]] = {}
    cells: list[tuple[str, ...]] = []
    for one in proposals:
        if one.source:
            rows.setdefault(SOURCES, []).append(dict(one.source))
        if one.is_new:
            rows.setdefault(one.table, []).append(dict(one.cells))
        else:
            table = one.table.removesuffix(".csv")
            cells += [(table, one.key, column, value, one.source_id, one.reason) for column, value in one.cells]
    made = {f"{NEW}{table}": _frame(COLUMNS[table], found) for table, found in rows.items()}
    if cells:
        made[CELLS] = pd.DataFrame(cells, columns=pd.Index(CELL_COLUMNS), dtype="str").drop_duplicates()
    return made


def notes(proposals: Sequence[Proposal]) -> str:
    """Return what editors should know of new records: their reasons, which their tables have no column for."""
    said = [f"{one.table}, {one.key}: {one.reason} (source: {one.source_id})" for one in proposals if one.is_new]
    return "\n".join((*said, ""))


def _frame(columns: Sequence[str], rows: Sequence[Row]) -> pd.DataFrame:
    whole = [{name: row.get(name, "") for name in columns} for row in rows]
    return pd.DataFrame(whole, columns=pd.Index(columns), dtype="str").drop_duplicates()
