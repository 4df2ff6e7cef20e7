"""What reading a user's own file gives, and the limits it is read under."""

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd


@dataclass(frozen=True, eq=False)
class OwnLayer:
    """One table or layer of a user's file.

    `table` has a RangeIndex and columns with unique, non-empty names (str); its values are
    str, int, float, bool, pd.Timestamp (naive, UTC if the file told a time zone) or None.
    `rows` tells for each record its row in the file (1 = the file's first line; features count from 1).
    `geometry` is in EPSG:4326 with the same index, None for plain tables; one geometry may be None.
    `crs` is the CRS as found (`EPSG:32638`), empty if the file names none.
    `notes` say what was decided on reading: delimiter, encoding, title rows skipped, columns renamed.
    """

    name: str
    table: pd.DataFrame
    rows: tuple[int, ...]
    geometry: gpd.GeoSeries | None
    crs: str
    notes: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class OwnFile:
    """A user's file as read: its name, form (`CSV`, `GeoPackage`, …), size in bytes and SHA-256."""

    name: str
    form: str
    size: int
    digest: str
    layers: tuple[OwnLayer, ...]


@dataclass(frozen=True)
class Limits:
    """Caps on what is read; all are checked before or while reading, never after.

    `ratio` is unpacked to packed size of an archive, `depth` the nesting of JSON or XML,
    `seconds` the wall clock and `memory_mb` the address space of the worker.
    """

    bytes: int = 50_000_000
    members: int = 200
    ratio: int = 200
    unpacked: int = 300_000_000
    layers: int = 50
    rows: int = 200_000
    columns: int = 500
    cells: int = 5_000_000
    vertices: int = 3_000_000
    characters: int = 32_767
    depth: int = 50
    seconds: float = 60.0
    memory_mb: int = 2_048
