"""What is wrong in the dataset, told so that an editor can put it right."""

from collections.abc import Iterable
from typing import Final, NamedTuple

import pandas as pd

#: A value longer than this is cut in the report.
_MAX_VALUE: Final = 80


class Fault(NamedTuple):
    """One fault: ``row`` is the line of a table's file or the number of a built feature, both from 1."""

    file: str
    row: int | None
    column: str
    value: str
    problem: str
    right: str


def frame(faults: Iterable[Fault]) -> pd.DataFrame:
    """Return faults as a table, sorted by file, row and column, each fault once."""
    ordered = sorted(set(faults), key=lambda fault: (fault.file, fault.row or 0, *fault[2:]))
    table = pd.DataFrame(ordered, columns=pd.Index(Fault._fields), dtype="object")
    return table.astype({"row": "Int64"})


def say(faults: pd.DataFrame) -> str:
    """Say every fault in a line of its own, and their number."""
    if faults.empty:
        return "The dataset is sound: no fault found.\n"
    lines = [line(Fault(*row)) for row in faults.itertuples(index=False)]
    number = f"{len(lines)} fault{'s' if len(lines) > 1 else ''} found."
    return "\n".join((*lines, number, ""))


def line(fault: Fault) -> str:
    """Say one fault in one line."""
    parts = [fault.file]
    if not pd.isna(fault.row):
        parts.append(f"line {fault.row}" if fault.file.endswith(".csv") else f"feature {fault.row}")
    if fault.column:
        parts.append(f"column {fault.column}")
    value = fault.value if len(fault.value) <= _MAX_VALUE else fault.value[: _MAX_VALUE - 1] + "…"
    quoted = f" '{value}'" if value else ""
    return f"{', '.join(parts)}:{quoted} {fault.problem}; right is {fault.right}."
