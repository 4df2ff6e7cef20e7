"""From the worker's Arrow tables to frames."""

import json
from typing import Any

import geopandas as gpd
import pandas as pd

from border_atlas.config import WGS84
from border_atlas.data.own.contract import OwnLayer, RowFault
from border_atlas.data.own.wire import MIXED


def own_layer(head: dict[str, Any], table: Any) -> OwnLayer:  # noqa: ANN401  pyarrow has no types
    """Return the layer of one head and Arrow table."""
    index = pd.RangeIndex(table.num_rows)
    columns = {
        name: pd.Series(_cells(table.column(place), table.schema.field(place)), index=index, dtype=object)
        for place, name in enumerate(head["columns"], start=1)
    }
    geometry = None
    if head["shapes"]:
        blobs = table.column("shapes").to_pylist()
        geometry = gpd.GeoSeries.from_wkb(blobs, index=index, crs=WGS84)
    return OwnLayer(
        name=head["name"], table=pd.DataFrame(columns, index=index, columns=head["columns"], dtype=object),
        rows=tuple(table.column("rows").to_pylist()), geometry=geometry, crs=head["crs"],
        notes=tuple(head["notes"]), faults=tuple(RowFault(*fault) for fault in head["faults"]),
    )  # fmt: skip


def _cells(column: Any, field: Any) -> list[Any]:  # noqa: ANN401  pyarrow has no types
    cells = column.to_pylist()
    if (field.metadata or {}).get(b"kind") == MIXED:
        return [None if cell is None else _unpacked(*json.loads(cell)) for cell in cells]
    if str(field.type).startswith("timestamp"):
        return [None if cell is None else pd.Timestamp(cell) for cell in cells]
    return list(cells)


def _unpacked(kind: str, value: Any) -> Any:  # noqa: ANN401  any kind of cell
    if kind == "datetime":
        return pd.Timestamp(value)
    return float(value) if kind == "float" else value
