"""Reads change files: one CSV of changed cells, or a folder or zip archive with new records as well."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from border_atlas.data.changes.contract import CELL_COLUMNS, CELLS, NEW, Cell, Changes, NewRow
from border_atlas.data.faults import Fault
from border_atlas.data.own.archive import member_bytes, open_zip
from border_atlas.data.own.limits import Limits
from border_atlas.data.tables import COLUMNS
from border_atlas.errors import DatasetError

if TYPE_CHECKING:
    import _csv

#: A change file is small; what is bigger is something else.
LIMITS: Final = Limits(bytes=20_000_000, members=50, unpacked=50_000_000)
#: What a spreadsheet puts between cells, depending on the language of the computer.
_DELIMITERS: Final = ",;\t"

Clean = Callable[[str], str]


class _Line(NamedTuple):
    number: int
    values: dict[str, str]


def read_changes(path: Path, *, clean: Clean = str) -> Changes:
    """Read a change file.

    Parameters
    ----------
    path
        A CSV file of changed cells, or a folder or zip archive with ``changes.csv`` and files of new rows.
    clean
        Takes from each cell what makes it safe in a spreadsheet.

    Raises
    ------
    DatasetError
        If there is nothing to read.
    OwnFileError
        If an archive is damaged or too big.
    """
    try:
        contents = _contents(path)
    except OSError as error:
        msg = f"{path} cannot be read: {error.strerror}; right is a CSV file, a zip archive or a folder."
        raise DatasetError(msg) from None
    if not contents:
        msg = f"{path.name} holds no CSV file; right is {CELLS} or {NEW}activities.csv and the like."
        raise DatasetError(msg)
    return parse_changes(contents, clean=clean)


def parse_changes(contents: Mapping[str, bytes], *, clean: Clean = str) -> Changes:
    """Read the files of a change, by name; faults are gathered, not raised."""
    cells: list[Cell] = []
    rows: list[NewRow] = []
    faults: list[Fault] = []
    for file in sorted(contents):
        table = _table_of(file)
        if table is None and file != CELLS:
            known = f"{CELLS}, {', '.join(f'{NEW}{name}' for name in COLUMNS)}"
            faults.append(Fault(file, None, "", "", "is no file of changes", known))
            continue
        columns = COLUMNS[table] if table else CELL_COLUMNS
        for found in _lines(file, contents[file], columns, clean):
            if isinstance(found, Fault):
                faults.append(found)
            elif table:
                rows.append(NewRow(file, found.number, table, found.values))
            else:
                cells.append(_cell(file, found))
    return Changes(tuple(cells), tuple(rows), tuple(faults))


def _contents(path: Path) -> dict[str, bytes]:
    if path.is_dir():
        return {file.name: file.read_bytes() for file in sorted(path.glob("*.csv"))}
    content = path.read_bytes()
    if not content.startswith(b"PK"):
        # A single file is one of changed cells unless its name says something else.
        return {path.name if _table_of(path.name) else CELLS: content}
    archive = open_zip(content, LIMITS)
    names = [name for name in archive.namelist() if name.endswith(".csv") and not name.startswith("__MACOSX")]
    return {PurePosixPath(name).name: member_bytes(archive, name, LIMITS) for name in names}


def _table_of(file: str) -> str | None:
    table = file.removeprefix(NEW)
    return table if table in COLUMNS else None


def _cell(file: str, line: _Line) -> Cell:
    table, *rest = (line.values[name] for name in CELL_COLUMNS)
    return Cell(file, line.number, table if table.endswith(".csv") else f"{table}.csv", *rest)


def _lines(file: str, content: bytes, columns: tuple[str, ...], clean: Clean) -> Iterator[_Line | Fault]:
    """Yield the records of one file, or what is wrong with it."""
    try:
        # The byte order mark that spreadsheets write is harmless.
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield Fault(file, None, "", f"byte {error.start}", "is not UTF-8", "a file saved as UTF-8")
        return
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=first.count), strict=True)
    try:
        header = next(reader, [])
        wrong = list(_header_faults(file, header, columns))
        yield from wrong or _records(file, reader, header, clean)
    except csv.Error as error:
        yield Fault(file, reader.line_num, "", str(error), "cannot be read", "quotes only around cells with a comma")


def _header_faults(file: str, header: list[str], columns: tuple[str, ...]) -> Iterator[Fault]:
    right = f"the columns {', '.join(columns)}"
    for name in columns:
        if name not in header:
            yield Fault(file, 1, name, "", "is a missing column", right)
    for name in dict.fromkeys(header):
        if name not in columns:
            yield Fault(file, 1, name, name, "is an unknown column", right)
        elif header.count(name) > 1:
            yield Fault(file, 1, name, name, "stands twice", right)


def _records(file: str, reader: "_csv.Reader", header: list[str], clean: Clean) -> Iterator[_Line | Fault]:
    before = reader.line_num
    for row in reader:
        number, before = before + 1, reader.line_num
        if not any(row):
            continue
        if len(row) != len(header):
            right = f"{len(header)}, with quotes around commas"
            yield Fault(file, number, "", "", f"has {len(row)} cells", right)
        else:
            yield _Line(number, dict(zip(header, map(clean, row), strict=True)))
