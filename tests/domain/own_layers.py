"""Hand-made layers of users' files for tests."""

import geopandas as gpd
import pandas as pd

from border_atlas.config import WGS84
from border_atlas.data.own.contract import OwnLayer, RowFault


def make_layer(
    *, shapes: list[object] | None = None, faults: tuple[RowFault, ...] = (), **columns: list[object]
) -> OwnLayer:
    """Make a layer of columns; its first record stands in row 2 of the file."""
    return layer_of(columns, shapes=shapes, faults=faults)


def layer_of(
    columns: dict[str, list[object]], *, shapes: list[object] | None = None, faults: tuple[RowFault, ...] = ()
) -> OwnLayer:
    """Make a layer of columns with any names."""
    table = pd.DataFrame({name: pd.Series(cells, dtype=object) for name, cells in columns.items()}, dtype=object)
    geometry = None if shapes is None else gpd.GeoSeries(shapes, crs=WGS84)
    return OwnLayer("sites", table, tuple(range(2, len(table) + 2)), geometry, "", (), faults)
