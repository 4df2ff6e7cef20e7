"""What reading a user's own file gives."""

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from border_atlas.data.own.limits import Limits
from border_atlas.data.own.raw import RowFault

__all__ = ["Limits", "OwnFile", "OwnLayer", "RowFault"]


@dataclass(frozen=True, eq=False)
class OwnLayer:
    """One table or layer of a user's file.

    `table` has a RangeIndex and object columns with unique, non-empty names; its values are
    str, int, float, bool, pd.Timestamp (naive, in UTC where the file tells a time zone) or None.
    `rows` tells for each record its row in the file (1 = the file's first line; features count from 1).
    `geometry` is in EPSG:4326 with the same index, None for plain tables; single shapes may be None.
    `crs` is the CRS as found (`EPSG:32638`), empty if the file names none.
    `notes` say what was decided on reading: delimiter, encoding, title rows skipped, columns renamed.
    `faults` name single cells and shapes that could not be taken as they are; no row is dropped for them.
    """

    name: str
    table: pd.DataFrame
    rows: tuple[int, ...]
    geometry: gpd.GeoSeries | None
    crs: str
    notes: tuple[str, ...]
    faults: tuple[RowFault, ...] = ()


@dataclass(frozen=True, eq=False)
class OwnFile:
    """A user's file as read: its name, form (`CSV`, `GeoPackage`, …), size in bytes and SHA-256."""

    name: str
    form: str
    size: int
    digest: str
    layers: tuple[OwnLayer, ...]
