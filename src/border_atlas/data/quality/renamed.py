"""Checks the list of former ids, which keeps old links alive."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from border_atlas.data.dates import parse_partial
from border_atlas.data.faults import Fault
from border_atlas.data.rules import Tables
from border_atlas.data.tables import AREAS, COLUMNS, MISSIONS, line_of
from border_atlas.errors import DateError

RENAMED: Final = "renamed_ids.csv"
RENAMED_COLUMNS: Final = ("old_id", "new_id", "kind", "since", "notes")
_TABLE_OF: Final = {"mission": MISSIONS, "area": AREAS}


def renamed_ids(tables: Tables, folder: Path) -> Iterator[Fault]:
    """Yield what is wrong with ``renamed_ids.csv``; without the file nothing was ever renamed."""
    path = folder / RENAMED
    if not path.exists():
        return
    try:
        rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        yield Fault(RENAMED, None, "", "", f"cannot be read: {error}", "a CSV file in UTF-8")
        return
    if not rows or tuple(rows[0]) != RENAMED_COLUMNS:
        yield Fault(RENAMED, 1, "", "", "has other columns", ", ".join(RENAMED_COLUMNS))
        return
    old: set[str] = set()
    for index, cells in enumerate(rows[1:]):
        if len(cells) != len(RENAMED_COLUMNS):
            yield Fault(RENAMED, line_of(index), "", "", f"has {len(cells)} cells", str(len(RENAMED_COLUMNS)))
            continue
        row = dict(zip(RENAMED_COLUMNS, cells, strict=True))
        yield from _row_faults(line_of(index), row, tables, old)
        old.add(row["old_id"])


def _row_faults(line: int, row: dict[str, str], tables: Tables, old: set[str]) -> Iterator[Fault]:
    file = _TABLE_OF.get(row["kind"])
    if file is None:
        yield Fault(RENAMED, line, "kind", row["kind"], "is not allowed", " or ".join(_TABLE_OF))
        return
    ids = set(tables[file][COLUMNS[file][0]]) if file in tables else {row["new_id"]}
    if row["new_id"] not in ids:
        yield Fault(RENAMED, line, "new_id", row["new_id"], f"does not stand in {file}", "the id in use")
    if row["old_id"] in ids:
        yield Fault(RENAMED, line, "old_id", row["old_id"], f"is in use in {file}", "an id of the past")
    if row["old_id"] in old:
        yield Fault(RENAMED, line, "old_id", row["old_id"], "stands twice", "one row for each former id")
    try:
        parse_partial(row["since"])
    except DateError:
        yield Fault(RENAMED, line, "since", row["since"], "is no date", "the day of the change, YYYY-MM-DD")
