"""GeoParquet and plain Parquet through PyArrow."""

import io
import json
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from border_atlas.data.own import shapes
from border_atlas.data.own.limits import Limits
from border_atlas.data.own.raw import RawLayer, check_counts, refuse

_DEGREES = "OGC:CRS84"


def read_parquet(content: bytes, *, name: str, limits: Limits) -> list[RawLayer]:
    """Return the one table, with shapes if the file says which column holds them."""
    try:
        file = pq.ParquetFile(io.BytesIO(content))
        columns = len(file.schema_arrow.names)
        check_counts(
            rows=file.metadata.num_rows, columns=columns, max_rows=limits.rows, max_columns=limits.columns,
            max_cells=limits.cells, where="the file",
        )  # fmt: skip
        _check_unpacked(file, limits)
        table = file.read(use_threads=False)
    except (pa.ArrowException, OSError, ValueError) as error:
        refuse("The Parquet file is damaged or cut off", value=error, right="Export it again.")
    return [_layer(table, name, _geo(table, content), limits)]


def _check_unpacked(file: Any, limits: Limits) -> None:  # noqa: ANN401  pyarrow has no types
    unpacked = sum(file.metadata.row_group(i).total_byte_size for i in range(file.metadata.num_row_groups))
    if unpacked > limits.unpacked:
        refuse(
            "The Parquet file unpacks to too much", value=f"{unpacked:,} bytes",
            right=f"At most {limits.unpacked:,} bytes are unpacked.",
        )  # fmt: skip


def _geo(table: Any, content: bytes) -> dict[str, Any]:  # noqa: ANN401  pyarrow has no types
    raw = (table.schema.metadata or {}).get(b"geo")
    if raw is None:
        return {}
    try:
        geo = json.loads(raw)
        column = geo["columns"][geo["primary_column"]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        refuse("The GeoParquet metadata cannot be read", value=error, right="Export the file again.")
    if not isinstance(column, dict) or geo["primary_column"] not in table.column_names:
        refuse(
            "The GeoParquet metadata names a column that is missing", value=geo["primary_column"],
            where=f"file of {len(content):,} bytes", right="Export the file again.",
        )  # fmt: skip
    return {"name": geo["primary_column"], **column}


def _layer(table: Any, name: str, geo: dict[str, Any], limits: Limits) -> RawLayer:  # noqa: ANN401
    places = [i for i, column in enumerate(table.column_names) if column != geo.get("name")]
    layer = RawLayer(
        name=name, columns=[table.column_names[i] for i in places], rows=list(range(1, table.num_rows + 1)),
        data=[_cells(table.column(i)) for i in places],
    )  # fmt: skip
    if not geo:
        layer.notes.append("Parquet without geo metadata: read as a plain table")
        return layer
    if str(geo.get("encoding", "WKB")).upper() != "WKB":
        refuse("The shapes of the GeoParquet are not in WKB", value=geo.get("encoding"), right="Export them as WKB.")
    cells = table.column(geo["name"]).to_pylist()
    blobs = [cell if isinstance(cell, bytes) else None for cell in cells]
    layer.shapes = shapes.from_wkb(blobs, layer, shapes.Vertices(limits))
    crs = geo.get("crs", _DEGREES)
    shapes.to_wgs84(layer, json.dumps(crs) if isinstance(crs, dict) else str(crs or ""))
    return layer


def _cells(column: Any) -> list[Any]:  # noqa: ANN401  pyarrow has no types
    if pa.types.is_timestamp(column.type) and column.type.unit == "ns":
        # Python's datetime knows microseconds.
        column = column.cast(pa.timestamp("us", tz=column.type.tz), safe=False)
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    try:
        return list(column.to_pylist())
    except (UnicodeDecodeError, ValueError, OverflowError, pa.ArrowException) as error:
        refuse("A column cannot be read", value=error, right="Export the file again with plain text and numbers.")
