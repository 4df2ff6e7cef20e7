"""How layers travel from the worker: a JSON head and Arrow streams; never pickle."""

import dataclasses
import json
import struct
from datetime import datetime
from typing import Any

import pyarrow as pa

from border_atlas.data.own.raw import RawLayer, Value
from border_atlas.errors import OwnFileError

_LENGTH = struct.Struct(">Q")
_KINDS: dict[type, pa.DataType] = {
    str: pa.string(), bool: pa.bool_(), int: pa.int64(), float: pa.float64(), datetime: pa.timestamp("us"),
}  # fmt: skip
#: Columns of several kinds travel as JSON text of kind and value.
MIXED = b"mixed"


def encode(form: str, layers: list[RawLayer]) -> bytes:
    """Return layers as bytes."""
    bodies = [_body(layer) for layer in layers]
    heads = [
        {
            "name": layer.name, "crs": layer.crs, "notes": layer.notes, "columns": layer.columns,
            "faults": [dataclasses.astuple(fault) for fault in layer.faults], "length": len(body),
            "shapes": layer.shapes is not None,
        }
        for layer, body in zip(layers, bodies, strict=True)
    ]  # fmt: skip
    return _framed({"form": form, "layers": heads}) + b"".join(bodies)


def encode_error(error: OwnFileError) -> bytes:
    """Return a refusal as bytes."""
    return _framed({"error": [error.what, error.where, error.value, error.right]})


def _framed(head: dict[str, Any]) -> bytes:
    # ASCII, as lone surrogates in a message cannot be written as UTF-8.
    text = json.dumps(head).encode("ascii")
    return _LENGTH.pack(len(text)) + text


def _body(layer: RawLayer) -> bytes:
    arrays, fields = [pa.array(layer.rows, pa.int64())], [pa.field("rows", pa.int64())]
    for place, cells in enumerate(layer.data):
        array, kind = _array(cells)
        arrays.append(array)
        fields.append(pa.field(str(place), array.type, metadata={"kind": kind}))
    if layer.shapes is not None:
        import shapely  # noqa: PLC0415  tables need no shapes

        arrays.append(pa.array(list(shapely.to_wkb(layer.shapes)), pa.binary()))
        fields.append(pa.field("shapes", pa.binary()))
    table = pa.Table.from_arrays(arrays, schema=pa.schema(fields))
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def _array(cells: list[Value]) -> tuple[Any, bytes]:
    kinds = {type(cell) for cell in cells if cell is not None}
    if len(kinds) <= 1:
        return pa.array(cells, _KINDS[kinds.pop()] if kinds else pa.string()), b""
    texts = [None if cell is None else json.dumps([type(cell).__name__, _json(cell)]) for cell in cells]
    return pa.array(texts, pa.string()), MIXED


def _json(cell: Value) -> str | int | float | bool | None:
    return cell.isoformat() if isinstance(cell, datetime) else cell


def decode(data: bytes) -> tuple[str, list[tuple[dict[str, Any], Any]]]:
    """Return the form, and head and Arrow table of each layer.

    Raises
    ------
    OwnFileError
        The worker's refusal, or when its answer is not complete.
    """
    try:
        (length,) = _LENGTH.unpack_from(data)
        head = json.loads(data[_LENGTH.size : _LENGTH.size + length])
    except (struct.error, ValueError) as error:
        what = "Reading stopped half-way"
        raise OwnFileError(what, right="Try again with a smaller file.") from error
    if "error" in head:
        what, where, value, right = head["error"]
        raise OwnFileError(what, where=where, value=value, right=right)
    start, layers = _LENGTH.size + length, []
    for layer in head["layers"]:
        with pa.ipc.open_stream(pa.py_buffer(data[start : start + layer["length"]])) as reader:
            layers.append((layer, reader.read_all()))
        start += layer["length"]
    return head["form"], layers
