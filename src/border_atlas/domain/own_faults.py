"""Checks a user's records with pandera, all at once, and tells every fault in words."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd
import pandera.pandas as pa

from border_atlas.data.own.contract import RowFault
from border_atlas.domain import own_dates, own_degrees
from border_atlas.domain.own_cells import text_of

COLUMNS: Final = ("row", "column", "value", "fault", "right")
#: Faults of a whole record rather than of a cell.
RECORD: Final = ""
#: What the reader of the file calls the column of a shape.
GEOMETRY: Final = "geometry"
#: A longer value is cut.
_MOST: Final = 200


class Words(NamedTuple):
    """A fault in words, and what would be right."""

    fault: str
    right: str


_DEGREES: Final = "Write degrees such as 48.2082, 48,2082 or 48°12'30\"N."
_LOST: Final = "; perhaps the decimal sign was lost."
_NAME: Final = "Write an id or name of the dataset, or choose what is meant."
_UNDATED: Final = "; the record is used without a date."
_SHAPE: Final = "Correct the shape in the program that it comes from, and export it in WGS 84."
#: Told by the reader of the file already.
_TOLD: Final = "refused"
_WORDS: Final[dict[str, Words]] = {
    own_degrees.UNREAD: Words("No coordinate can be read from this.", _DEGREES),
    own_degrees.BOTH_SIGNS: Words("Sign and letter contradict each other.", "Write either a sign or a letter."),
    own_degrees.SIXTY: Words("There are 60 or more minutes or seconds.", "Write minutes and seconds below 60."),
    own_degrees.O_LETTER: Words(
        "The letter O is east in German and west in French and Spanish.", "Write E for east or W for west."
    ),
    own_degrees.WRONG_AXIS: Words(
        "The letter belongs to the other axis.",
        "Write N or S for a latitude, E or W for a longitude; perhaps the columns are exchanged.",
    ),
    "no number": Words("This is not a finite number.", _DEGREES),
    "longitude range": Words("A longitude cannot lie beyond 180.", f"Write degrees from -180 to 180{_LOST}"),
    "latitude range": Words("A latitude cannot lie beyond 90.", f"Write degrees from -90 to 90{_LOST}"),
    "half": Words("This coordinate is empty, the other is not.", "Fill both, or neither."),
    "null island": Words(
        "0° N, 0° E lies in the Gulf of Guinea and nearly always stands for an unknown place.",
        "Write the true place, or leave both coordinates empty.",
    ),
    "no place": Words("The record has no place.", "Give coordinates, or a border area, mission or country."),
    own_dates.UNREAD: Words(
        f"No date can be read from this{_UNDATED}", "Write a day such as 2024-05-13 or 13.05.2024."
    ),
    own_dates.NO_DAY: Words(f"The calendar has no such day{_UNDATED}", "Write a day that exists."),
    own_dates.TWO_READINGS: Words(
        f"Day and month stand in another order than chosen for this column{_UNDATED}",
        "Write all dates in the same order, best as 2024-05-13.",
    ),
    "unknown mission": Words("The dataset has no such mission.", _NAME),
    "unknown country": Words("The dataset has no such country.", _NAME),
    "unknown area": Words("The dataset has no such border area.", _NAME),
}
#: Roles whose faults put the whole record aside: its place is wrong or missing.
PLACES: Final = ("longitude", "latitude", "coordinates", "shape", "place")


def _told(role: str) -> pa.Column:
    """Return a column that holds the code of a fault, or nothing."""
    return pa.Column(object, pa.Check(lambda cells: cells == "", error=role), coerce=False)


#: Each record's faults by role; the value that fails is the fault's code.
_SCHEMA: Final = pa.DataFrameSchema(
    {role: _told(role) for role in (*PLACES, "date", "mission", "country", "area")}, strict=True
)


def blank(number: int) -> pd.DataFrame:
    """Return the frame of codes for so many records without a fault."""
    return pd.DataFrame({role: np.full(number, "", dtype=object) for role in _SCHEMA.columns}, dtype=object)


def tell(codes: pd.DataFrame, table: pd.DataFrame, rows: "pd.Series[int]", columns: Mapping[str, str]) -> pd.DataFrame:
    """Tell all faults of records.

    Parameters
    ----------
    codes
        A code for each record and role, see `blank`.
    table
        The user's cells.
    rows
        The row in the file of each record.
    columns
        The user's column of each role; a role without column is about the record.
    """
    cases = _cases(codes.replace(_TOLD, ""))
    where = cases["index"].to_numpy(dtype=np.intp)
    column = cases["column"].map(lambda role: columns.get(role, RECORD))
    words = cases["failure_case"].map(lambda code: _WORDS[code])
    return pd.DataFrame(
        {
            "row": rows.to_numpy()[where],
            "column": column.to_numpy(dtype=object),
            "value": _values(table, where, column),
            "fault": [one.fault for one in words],
            "right": [one.right for one in words],
        },
        columns=list(COLUMNS),
        dtype=object,
    )


def of_reader(faults: Iterable[RowFault]) -> pd.DataFrame:
    """Tell what the reader of the file found wrong with cells and shapes."""
    told = [
        (one.row, one.column, one.value[:_MOST], one.what, _SHAPE if one.column == GEOMETRY else "") for one in faults
    ]
    return pd.DataFrame(told, columns=list(COLUMNS), dtype=object)


def together(frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Put faults together in the order of the file."""
    whole = pd.concat(list(frames), ignore_index=True)
    whole["row"] = whole["row"].astype("int64")
    return whole.sort_values("row", kind="stable", ignore_index=True)


def _cases(codes: pd.DataFrame) -> pd.DataFrame:
    """Validate and return index, column and code of each fault."""
    try:
        _SCHEMA.validate(codes.astype(object), lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases: pd.DataFrame = errors.failure_cases[["index", "column", "failure_case"]]
        return cases.sort_values("index", kind="stable")
    return pd.DataFrame({"index": [], "column": [], "failure_case": []}, dtype=object)


def _values(table: pd.DataFrame, where: Any, column: "pd.Series[Any]") -> list[str]:  # noqa: ANN401  positions
    cells = {name: table[name].to_numpy(dtype=object) for name in column.unique() if name in table}
    return [
        text_of(cells[name][place])[:_MOST] if name in cells else "" for place, name in zip(where, column, strict=True)
    ]
