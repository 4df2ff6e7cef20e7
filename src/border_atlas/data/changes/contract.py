"""What a change file holds, and what becomes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from border_atlas.data.faults import Fault

#: Name of the file of changed cells in a folder or archive, and its columns.
CELLS: Final = "changes.csv"
CELL_COLUMNS: Final = ("table", "id", "column", "value", "source_id", "reason")
#: Stands in place of a column's name to remove the whole record; its value is empty.
REMOVE: Final = "remove"
#: Begins the name of a file of new rows; the name of the table alone will do as well.
NEW: Final = "new_"


class Cell(NamedTuple):
    """A new value for one cell; ``table`` is the name of the table's file, ``line`` that of the change file."""

    file: str
    line: int
    table: str
    key: str
    column: str
    value: str
    source_id: str
    reason: str


class NewRow(NamedTuple):
    """A record to be added; ``values`` has every column of the table."""

    file: str
    line: int
    table: str
    values: Mapping[str, str]


@dataclass(frozen=True)
class Changes:
    """All that a change file asks for, and what could not be read of it."""

    cells: tuple[Cell, ...] = ()
    rows: tuple[NewRow, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What applying changes does; with a fault nothing is done.

    ``changed``, ``added`` and ``removed`` count cells and rows by table, ``texts`` are the tables as they are to be.
    """

    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()
    changed: Mapping[str, int] = field(default_factory=dict)
    added: Mapping[str, int] = field(default_factory=dict)
    removed: Mapping[str, int] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
