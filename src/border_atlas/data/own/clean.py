"""The last step of every reader: clean names and values, count what was changed, check the caps."""

import json
import math
from collections import Counter
from datetime import UTC, date, datetime
from typing import Any

from border_atlas.data.own.limits import Limits
from border_atlas.data.own.raw import RawLayer, RowFault, Value, check_counts, refuse
from border_atlas.data.own.text import clean, clean_name, short_list, unique_names

#: More faults than these are counted, not listed.
MOST_FAULTS = 1_000
#: The part of a value that a fault shows.
SHOWN = 80
_INT64 = 2**63


def finish(layer: RawLayer, limits: Limits) -> RawLayer:
    """Return the layer with clean names and values; what was changed stands in its notes and faults."""
    where = f"layer “{clean_name(layer.name)}”"
    check_counts(
        rows=len(layer.rows), columns=len(layer.columns), max_rows=limits.rows,
        max_columns=limits.columns, max_cells=limits.cells, where=where,
    )  # fmt: skip
    _names(layer)
    counts: Counter[str] = Counter()
    layer.data = [
        [_value(cell, row, column, layer, counts, limits) for cell, row in zip(cells, layer.rows, strict=True)]
        for column, cells in zip(layer.columns, layer.data, strict=True)
    ]
    layer.notes += [f"{count:,} × {what}" for what, count in counts.items()]
    if len(layer.faults) > MOST_FAULTS:
        layer.notes.append(f"{len(layer.faults):,} faults, of which the first {MOST_FAULTS:,} are listed")
        del layer.faults[MOST_FAULTS:]
    layer.notes = [clean(note.replace("\0", ""))[0] for note in layer.notes]
    return layer


def _names(layer: RawLayer) -> None:
    name = clean_name(layer.name) or "layer"
    if name != layer.name:
        layer.notes.append(f"layer renamed to “{name}”")
    layer.name = name
    columns = unique_names(layer.columns)
    renamed = [new for old, new in zip(layer.columns, columns, strict=True) if old != new]
    if renamed:
        layer.notes.append(f"{len(renamed)} column(s) renamed: {short_list(renamed)}")
    layer.columns = columns


def _value(cell: Any, row: int, column: str, layer: RawLayer, counts: Counter[str], limits: Limits) -> Value:  # noqa: ANN401
    value = plain(cell, counts)
    if not isinstance(value, str):
        return value
    if "\0" in value:
        refuse(
            "A text holds a NUL character", where=f"row {row}, column “{column}”",
            right="Remove the character or export the file again.",
        )  # fmt: skip
    value, changed = clean(value)
    if changed:
        counts["text with control characters or broken characters, which were removed or replaced"] += 1
    if len(value) > limits.characters:
        what = f"text of {len(value):,} characters cut to {limits.characters:,}"
        layer.faults.append(RowFault(row, column, value[:SHOWN], what))
        counts[f"text cut to {limits.characters:,} characters"] += 1
        value = value[: limits.characters]
    return value or None


def plain(cell: Any, counts: Counter[str]) -> Value:  # noqa: ANN401  readers hand over whatever the file held
    """Return the cell as one of the plain kinds of value."""
    if cell is None or isinstance(cell, str | bool):
        return cell
    if isinstance(cell, int):
        return cell if -_INT64 <= cell < _INT64 else str(cell)
    if isinstance(cell, float):
        return _number(cell, counts)
    return _moment(cell) if isinstance(cell, date) else _other(cell, counts)


def _other(cell: Any, counts: Counter[str]) -> str:  # noqa: ANN401  whatever the file held
    if isinstance(cell, bytes | bytearray | memoryview):
        counts["binary value, shown by its length only"] += 1
        return f"{len(cell)} bytes"
    if isinstance(cell, dict | list | tuple):
        counts["nested value, kept as JSON text"] += 1
        return json.dumps(cell, ensure_ascii=False, default=str)
    return str(cell)


def _number(cell: float, counts: Counter[str]) -> float | None:
    if math.isfinite(cell):
        return cell
    if not math.isnan(cell):
        counts["infinite number, taken as empty"] += 1
    return None


def _moment(cell: date) -> datetime:
    if not isinstance(cell, datetime):
        return datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001  a day has no time zone
    return cell if cell.tzinfo is None else cell.astimezone(UTC).replace(tzinfo=None)
