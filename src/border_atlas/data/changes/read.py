"""Reads change files: one CSV of changed cells, or a folder or zip archive with new records as well."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
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
#: What is passed over in an archive: the word to the editors, and what a Mac puts beside the files.
_PASSED_OVER: Final = frozenset({"readme.txt", ".ds_store"})
_MAC: Final = "__MACOSX"

Clean = Callable[[str], str]


class _Line(NamedTuple):
    number: int
    values: dict[str, str]


def read_changes(path: Path, *, clean: Clean = str) -> Changes:
    """Read a change file; two files of one name, and files of an archive that are not read, are faults.

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
        contents, faults = _contents(path)
    except OSError as error:
        msg = f"{path} cannot be read: {error.strerror}; right is a CSV file, a zip archive or a folder."
        raise DatasetError(msg) from None
    if not contents:
        msg = f"{path.name} holds no CSV file; right is {CELLS} or {NEW}activities.csv and the like."
        raise DatasetError(msg)
    changes = parse_changes(contents, clean=clean)
    return replace(changes, faults=(*faults, *changes.faults))


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


def _contents(path: Path) -> tuple[dict[str, bytes], tuple[Fault, ...]]:
    """Return the bytes of each file by its plain name, and what keeps others from being read."""
    if path.is_dir():
        files = {file.name: file for file in sorted(path.iterdir()) if file.is_file()}
        chosen, faults = _chosen(name for name in files if _plain_name(name).endswith(".csv"))
        return {name: files[member].read_bytes() for name, member in chosen.items()}, faults
    content = path.read_bytes()
    if not content.startswith(b"PK"):
        # A single file is one of changed cells unless its name says something else.
        name = _plain_name(path.name)
        return {name if _table_of(name) else CELLS: content}, ()
    archive = open_zip(content, LIMITS)
    chosen, faults = _chosen(filter(_counts, archive.namelist()))
    return {name: member_bytes(archive, member, LIMITS) for name, member in chosen.items()}, faults


def _counts(member: str) -> bool:
    """Tell whether a member of an archive is a file that somebody put there to be read."""
    path = PurePosixPath(member)
    return not (member.endswith("/") or path.parts[:1] == (_MAC,) or path.name.casefold() in _PASSED_OVER)


def _chosen(members: Iterable[str]) -> tuple[dict[str, str], tuple[Fault, ...]]:
    """Return the first member of each plain name, and a fault for every other member."""
    chosen: dict[str, str] = {}
    faults: list[Fault] = []
    for member in members:
        name = _plain_name(member)
        if not name.endswith(".csv"):
            faults.append(Fault(member, None, "", "", "is not read", "an archive of CSV files and a README.txt"))
        elif name in chosen:
            problem = f"has the same name as {chosen[name]}"
            faults.append(Fault(member, None, "", "", problem, "one file of each name, or an archive for each"))
        else:
            chosen[name] = member
    return chosen, tuple(faults)


def _plain_name(member: str) -> str:
    """Return a file's name without folders, with a small ending: ``ben/new_missions.CSV`` → new_missions.csv."""
    path = PurePosixPath(member)
    return f"{path.stem}{path.suffix.lower()}"


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
