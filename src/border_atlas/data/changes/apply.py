"""Applies changes to the tables: all of them, or none with every reason why."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from border_atlas.data.changes.contract import Changes, Outcome
from border_atlas.data.changes.merge import merge
from border_atlas.data.check import check_tables
from border_atlas.data.faults import Fault
from border_atlas.data.files import write_files
from border_atlas.data.tables import COLUMNS, line_of
from border_atlas.errors import DatasetError


class _Place(NamedTuple):
    """Where a fault stands, by the key of the record and not by the line."""

    file: str
    key: str
    column: str
    value: str
    problem: str


def plan(folder: Path, changes: Changes) -> Outcome:
    """Say what applying changes would do, without doing it.

    Parameters
    ----------
    folder
        The folder of the tables.
    changes
        As `border_atlas.data.changes.read.read_changes` gives them.
    """
    return _planned(_texts(folder), changes)


def apply(folder: Path, changes: Changes) -> Outcome:
    """Apply changes to the tables in a folder: whole, or not at all if there is a fault.

    Raises
    ------
    DatasetError
        If a table cannot be read or written, or was changed by somebody else meanwhile.
    """
    before = _texts(folder)
    outcome = _planned(before, changes)
    if outcome.faults or not outcome.texts:
        return outcome
    if _texts(folder) != before:
        msg = f"{folder} was changed by somebody else meanwhile; right is to apply the file again."
        raise DatasetError(msg)
    try:
        write_files(folder, outcome.texts)
    except OSError as error:
        msg = f"{folder} cannot be written: {error.strerror}; right is a folder that you may change."
        raise DatasetError(msg) from error
    return outcome


def _texts(folder: Path) -> dict[str, str]:
    try:
        files = {file: folder / file for file in COLUMNS}
        return {file: path.read_bytes().decode("utf-8-sig") for file, path in files.items() if path.exists()}
    except (OSError, UnicodeDecodeError) as error:
        msg = f"The tables in {folder} cannot be read: {error}; right is UTF-8 text."
        raise DatasetError(msg) from error


def _planned(texts: dict[str, str], changes: Changes) -> Outcome:
    standing = _checked(texts)
    broken = [fault for fault in standing.values() if fault.row is None and fault.file in texts]
    if broken:
        return Outcome(faults=tuple(broken))
    merged = merge(texts, changes)
    after = _checked({**texts, **merged.texts})
    origins = _origins(changes)
    new = [_traced(place, fault, origins) for place, fault in after.items() if place not in standing]
    old = len(after) - len(new)
    notes = (*merged.notes, *([_standing(old)] if old else []))
    return replace(merged, faults=(*merged.faults, *new), notes=notes)


def _checked(texts: dict[str, str]) -> dict[_Place, Fault]:
    """Check tables in a folder of their own; the keys of the result outlast a change of the lines' numbers."""
    with TemporaryDirectory() as name:
        write_files(Path(name), texts)
        found, tables = check_tables(Path(name))
    places: dict[_Place, Fault] = {}
    for fault in found:
        key = "" if fault.row is None else str(tables[fault.file].iloc[fault.row - line_of(0), 0])
        places[_Place(fault.file, key, fault.column, fault.value, fault.problem)] = fault
    return places


def _origins(changes: Changes) -> dict[tuple[str, str, str], tuple[str, int]]:
    """Return the file and line of the change that speaks of a table's record and column, or of the record at all."""
    origins: dict[tuple[str, str, str], tuple[str, int]] = {}
    for cell in changes.cells:
        origins[cell.table, cell.key, cell.column] = (cell.file, cell.line)
        origins.setdefault((cell.table, cell.key, ""), (cell.file, cell.line))
    for row in changes.rows:
        origins[row.table, row.values[COLUMNS[row.table][0]], ""] = (row.file, row.line)
    return origins


def _traced(place: _Place, fault: Fault, origins: Mapping[tuple[str, str, str], tuple[str, int]]) -> Fault:
    """Tell a fault of the merged tables where the change file brings it in."""
    record = (place.file, place.key)
    file, line = origins.get((*record, fault.column)) or origins.get((*record, "")) or (fault.file, fault.row)
    named = f"({place.key} in {place.file}) {fault.problem}" if place.key else fault.problem
    return fault._replace(file=file, row=line, problem=named)


def _standing(number: int) -> str:
    what, it = (f"{number} faults", "them") if number > 1 else ("1 fault", "it")
    return f"{what} stood in the tables before; 'check' tells {it}"
