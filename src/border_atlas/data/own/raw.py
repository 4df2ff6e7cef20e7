"""A layer as the worker holds it: plain lists, no pandas, so that the worker starts fast."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NoReturn

from border_atlas.errors import OwnFileError

#: What a cell may hold after cleaning.
Value = str | int | float | bool | datetime | None


@dataclass(frozen=True)
class RowFault:
    """A cell or shape that could not be taken as it is; `column` is "geometry" for shapes."""

    row: int
    column: str
    value: str
    what: str


@dataclass
class RawLayer:
    """A layer on its way: `data` holds one list of cells per column, `shapes` Shapely geometries or None."""

    name: str
    columns: list[str]
    data: list[list[Any]]
    rows: list[int]
    shapes: list[Any] | None = None
    crs: str = ""
    notes: list[str] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)


def refuse(what: str, *, where: str = "", value: object = "", right: str = "") -> NoReturn:
    """Raise an `OwnFileError`; the value is shown in at most 80 characters."""
    raise OwnFileError(what, where=where, value=str(value)[:80], right=right)


def check_counts(*, rows: int, columns: int, max_rows: int, max_columns: int, max_cells: int, where: str) -> None:
    """Refuse a table with too many rows, columns or cells."""
    if columns > max_columns:
        refuse(
            "The table has too many columns", where=where, value=f"{columns:,}",
            right=f"Keep at most {max_columns:,} columns.",
        )  # fmt: skip
    if rows > max_rows:
        refuse(
            "The table has too many rows", where=where, value=f"{rows:,}",
            right=f"Split the file; at most {max_rows:,} rows are read.",
        )  # fmt: skip
    if rows * columns > max_cells:
        refuse(
            "The table has too many cells", where=where, value=f"{rows:,} rows × {columns:,} columns",
            right=f"Leave out columns or rows; at most {max_cells:,} cells are read.",
        )  # fmt: skip
