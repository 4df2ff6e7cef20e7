"""Merges changes into the text of the tables; lines that nothing changes stay as they are, byte for byte."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

from border_atlas.data.changes.contract import CELLS, NEW, REMOVE, Cell, Changes, NewRow, Outcome
from border_atlas.data.faults import Fault
from border_atlas.data.tables import COLUMNS, SOURCES

#: A table counts as sorted by its key if at most one neighbour in so many is out of order.
_SORTED: Final = 50


class _Table:
    """One table as lines of text, with the cells of each."""

    def __init__(self, file: str, text: str) -> None:
        head, *lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
        self.header = next(csv.reader([head] if head else []), list(COLUMNS[file]))
        self.lines = lines
        self.cells = [dict(zip(self.header, row, strict=True)) for row in csv.reader(self.lines)]

    def find(self, key: str) -> list[int]:
        """Return where a key stands."""
        return [index for index, row in enumerate(self.cells) if row[self.header[0]] == key]

    def set(self, index: int, column: str, value: str) -> None:
        """Write one cell."""
        self.cells[index][column] = value
        self.lines[index] = _line(self.cells[index][name] for name in self.header)

    def add(self, values: Mapping[str, str]) -> None:
        """Add a record where the table's order puts it, or at the end."""
        at = self._place(values[self.header[0]])
        self.cells.insert(at, {name: values[name] for name in self.header})
        self.lines.insert(at, _line(values[name] for name in self.header))

    def remove(self, index: int) -> None:
        """Take a record out."""
        del self.cells[index], self.lines[index]

    def text(self) -> str:
        """Return the whole file."""
        return "\n".join((_line(self.header), *self.lines, ""))

    def _place(self, key: str) -> int:
        keys = [row[self.header[0]] for row in self.cells]
        falls = sum(one > other for one, other in pairwise(keys))
        if len(keys) < _SORTED or falls * _SORTED > len(keys):
            return len(keys)
        return next((index for index, other in enumerate(keys) if other > key), len(keys))


def merge(texts: Mapping[str, str], changes: Changes) -> Outcome:
    """Merge changes into tables.

    Parameters
    ----------
    texts
        The text of each table by the name of its file; a table that is not there yet begins empty.
    changes
        New rows are added first, so that changed cells can speak of them.
    """
    return _Merge(texts).run(changes)


class _Merge:
    """The tables on their way to what they are to be."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.tables = {file: _Table(file, texts.get(file, "")) for file in COLUMNS}
        self.faults: list[Fault] = []
        self.notes: list[str] = []
        self.changed: Counter[str] = Counter()
        self.added: Counter[str] = Counter()
        self.removed: Counter[str] = Counter()
        self.seen: dict[tuple[str, str, str], Cell] = {}

    def run(self, changes: Changes) -> Outcome:
        for row in changes.rows:
            self._add(row)
        sources = {row["source_id"] for row in self.tables[SOURCES].cells}
        for cell in changes.cells:
            wrong = list(self._misplaced(cell))
            self.faults.extend((*_unfounded(cell, sources), *wrong))
            # A value without a reason is set all the same, so that what else is wrong with it is told as well.
            if not wrong:
                self._set(cell)
        touched = self.changed + self.added + self.removed
        texts = {file: self.tables[file].text() for file in COLUMNS if touched[file]}
        faults = (*changes.faults, *self.faults)
        return Outcome(faults, tuple(self.notes), self.changed, self.added, self.removed, texts)

    def _add(self, row: NewRow) -> None:
        table, column = self.tables[row.table], COLUMNS[row.table][0]
        key = row.values[column]
        there = table.find(key)
        if not there:
            table.add(row.values)
            self.added[row.table] += 1
        elif any(table.cells[index] == row.values for index in there):
            self.notes.append(f"{row.file}, line {row.line}: {key} stands in {row.table} already, cell for cell")
        else:
            differ = [name for name, value in table.cells[there[0]].items() if value != row.values[name]]
            problem = f"stands in {row.table} already, with other values in {', '.join(differ)}"
            self.faults.append(Fault(row.file, row.line, column, key, problem, f"a new id, or changes in {CELLS}"))

    def _misplaced(self, cell: Cell) -> Iterable[Fault]:
        """Yield why there is no such cell, or why it cannot be written."""
        if cell.table not in COLUMNS:
            names = ", ".join(file.removesuffix(".csv") for file in COLUMNS)
            yield _fault(cell, "table", cell.table.removesuffix(".csv"), "is no table", names)
            return
        key, *others = COLUMNS[cell.table]
        if cell.column == REMOVE and cell.value:
            yield _fault(cell, "value", cell.value, "stands beside 'remove'", "an empty value")
        if cell.column not in {*others, REMOVE}:
            yield _fault(cell, "column", cell.column, f"is no column of {cell.table} to change", ", ".join(others))
        places = len(self.tables[cell.table].find(cell.key))
        if not places:
            right = f"an existing {key}, or a row in {NEW}{cell.table}"
            yield _fault(cell, "id", cell.key, f"does not stand in {cell.table}", right)
        elif places > 1:
            yield _fault(cell, "id", cell.key, f"stands {places} times in {cell.table}", "a key of one row")
        other = self.seen.get((cell.table, cell.key, cell.column), cell)
        if other.value != cell.value:
            problem = f"differs from line {other.line} of {other.file}, which changes the same cell"
            yield _fault(cell, "value", cell.value, problem, f"one value for {cell.key}, {cell.column}")

    def _set(self, cell: Cell) -> None:
        table = self.tables[cell.table]
        (index,) = table.find(cell.key)
        self.seen[cell.table, cell.key, cell.column] = cell
        if cell.column == REMOVE:
            table.remove(index)
            self.removed[cell.table] += 1
            return
        if table.cells[index][cell.column] == cell.value:
            where = f"{cell.file}, line {cell.line}: {cell.key}, {cell.column}"
            self.notes.append(f"{where} has the value '{cell.value}' already")
            return
        table.set(index, cell.column, cell.value)
        self.changed[cell.table] += 1


def _unfounded(cell: Cell, sources: set[str]) -> Iterable[Fault]:
    """Yield what a changed cell does not rest on; a row of sources.csv is its own source."""
    if not cell.reason.strip():
        yield _fault(cell, "reason", "", "is empty", "one sentence on why the value changes")
    if not cell.source_id and cell.table != SOURCES and cell.column != REMOVE:
        yield _fault(cell, "source_id", "", "is empty", "the source that shows the value")
    if cell.source_id and cell.source_id not in sources:
        right = f"a source_id of {SOURCES}, or a row in {NEW}{SOURCES}"
        yield _fault(cell, "source_id", cell.source_id, "does not exist", right)


def _fault(cell: Cell, column: str, value: str, problem: str, right: str) -> Fault:
    return Fault(cell.file, cell.line, column, value, problem, right)


def _line(values: Iterable[str]) -> str:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="").writerow(values)
    return buffer.getvalue()
