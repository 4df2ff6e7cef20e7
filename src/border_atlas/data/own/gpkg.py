"""GeoPackage through SQLite alone, opened in memory, read-only and without any code of the file.

Views, triggers, virtual tables and functions are what makes a strange SQLite file dangerous: only plain
tables are read, an authorizer denies all but reading, and the file's schema is not trusted.
"""

import sqlite3
import struct
from typing import Any

from border_atlas.data.own import shapes
from border_atlas.data.own.limits import Limits
from border_atlas.data.own.raw import RawLayer, RowFault, check_counts, refuse
from border_atlas.data.own.text import clean_name

_ENVELOPES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}
#: No single cell, shapes included, is longer, in bytes.
_LONGEST = 50_000_000
_DAMAGED = "The GeoPackage is damaged or cut off"


def read_gpkg(content: bytes, *, name: str, limits: Limits) -> list[RawLayer]:
    """Return all feature and attribute layers."""
    _check_size(content)
    try:
        with _opened(content) as connection:
            return _layers(connection, name, limits)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        refuse(_DAMAGED, value=error, right="Export it again.")


def _check_size(content: bytes) -> None:
    if len(content) < 100:  # noqa: PLR2004  the header of a SQLite file
        refuse(_DAMAGED, value=f"{len(content)} bytes", right="Export it again.")
    page, pages = struct.unpack(">H", content[16:18])[0], struct.unpack(">I", content[28:32])[0]
    page = 65_536 if page == 1 else page
    if page * pages > len(content):
        refuse(_DAMAGED, value=f"{len(content):,} of {page * pages:,} bytes", right="Copy or export it again.")


def _opened(content: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    # A file in write-ahead mode cannot be opened in memory; what counts is in its main file once it was closed.
    connection.deserialize(content[:18] + b"\x01\x01" + content[20:])
    for pragma in ("trusted_schema=OFF", "query_only=ON", "cell_size_check=ON", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    # A generated column can make a text of a gigabyte from nothing.
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    connection.set_authorizer(_authorize)
    return connection


def _authorize(action: int, *_names: str | None) -> int:
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _layers(connection: sqlite3.Connection, name: str, limits: Limits) -> list[RawLayer]:
    kinds = {
        row[0]: (row[1], row[2] or "")
        for row in connection.execute("SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'view')")
    }
    if "gpkg_contents" not in kinds or kinds["gpkg_contents"][0] != "table":
        refuse("The database is no GeoPackage: it has no table gpkg_contents", right="Export it as GeoPackage.")
    listed = connection.execute("SELECT table_name, data_type FROM gpkg_contents").fetchmany(limits.layers * 10)
    wanted = [table for table, kind in listed if kind in {"features", "attributes"}]
    plain = [table for table in wanted if _is_plain(kinds.get(table, ("", "")))]
    if len(plain) > limits.layers:
        refuse("The GeoPackage has too many layers", value=len(plain), right=f"At most {limits.layers} are read.")
    if not plain:
        left = ", ".join(clean_name(str(table)) for table in wanted) or "none"
        refuse(
            "The GeoPackage has no layer that is a plain table", value=left,
            right="Views are not read: save them as tables.",
        )  # fmt: skip
    vertices, budget = shapes.Vertices(limits), [limits.cells]
    layers = [_layer(connection, table, vertices, limits, budget) for table in plain]
    for table in wanted:
        if table not in plain:
            layers[0].notes.append(f"“{clean_name(str(table))}” is a view or virtual table and was left out")
    layers[0].notes += [f"tables with no shapes to read were left out: {kind}" for _, kind in listed if kind == "tiles"]
    return layers if len(layers) > 1 or plain else [RawLayer(name, [], [], [])]


def _is_plain(kind: tuple[str, str]) -> bool:
    return kind[0] == "table" and not kind[1].lstrip().upper().startswith("CREATE VIRTUAL")


def _layer(
    connection: sqlite3.Connection, table: str, vertices: shapes.Vertices, limits: Limits, budget: list[int]
) -> RawLayer:
    cursor = connection.execute(f"SELECT * FROM {_quoted(table)}")  # noqa: S608  quoted, and read-only by authorizer
    names = [column[0] for column in cursor.description]
    check_counts(
        rows=0, columns=len(names), max_rows=limits.rows, max_columns=limits.columns, max_cells=limits.cells,
        where=f"layer “{clean_name(table)}”",
    )  # fmt: skip
    most = min(limits.rows, budget[0] // max(len(names), 1))
    records = cursor.fetchmany(most + 1)
    if len(records) > most:
        refuse(
            "The layer has too many rows", where=f"layer “{clean_name(table)}”", value=f"more than {most:,}",
            right="Split the file or leave out columns.",
        )  # fmt: skip
    budget[0] -= len(records) * len(names)
    layer = RawLayer(name=table, columns=names, data=[], rows=list(range(1, len(records) + 1)))
    layer.data = [list(cells) for cells in zip(*records, strict=True)] or [[] for _ in names]
    _geometry(connection, layer, vertices)
    return layer


def _geometry(connection: sqlite3.Connection, layer: RawLayer, vertices: shapes.Vertices) -> None:
    found = connection.execute(
        "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ?", (layer.name,)
    ).fetchone() if _has(connection, "gpkg_geometry_columns") else None  # fmt: skip
    if found is None:
        return
    place = next((i for i, name in enumerate(layer.columns) if name.casefold() == str(found[0]).casefold()), None)
    if place is None:
        refuse(
            "The geometry column is missing", where=f"layer “{layer.name}”", value=found[0], right="Export it again."
        )
    layer.columns.pop(place)
    blobs = [_wkb(blob, row, layer) for blob, row in zip(layer.data.pop(place), layer.rows, strict=True)]
    layer.shapes = shapes.from_wkb(blobs, layer, vertices)
    shapes.to_wgs84(layer, _crs(connection, found[1]))


def _has(connection: sqlite3.Connection, table: str) -> bool:
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return connection.execute(query, (table,)).fetchone() is not None


def _wkb(blob: Any, row: int, layer: RawLayer) -> bytes | None:  # noqa: ANN401  whatever the cell holds
    """Return the WKB behind the GeoPackage header."""
    if blob is None:
        return None
    if isinstance(blob, bytes) and len(blob) >= 8 and blob[:2] == b"GP":  # noqa: PLR2004  the header's length
        flags = blob[3]
        start = 8 + _ENVELOPES.get((flags >> 1) & 0b111, 0)
        if not flags & 0b100000:
            return blob[start:]
    layer.faults.append(RowFault(row, "geometry", type(blob).__name__, "this is no GeoPackage shape"))
    return None


def _crs(connection: sqlite3.Connection, srs_id: Any) -> str:  # noqa: ANN401  whatever the cell holds
    if not _has(connection, "gpkg_spatial_ref_sys"):
        return shapes.WGS84 if srs_id == 4326 else ""  # noqa: PLR2004  EPSG code
    row = connection.execute(
        "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?",
        (srs_id,),
    ).fetchone()
    if row is None or srs_id in {-1, 0}:
        return ""
    if str(row[0]).upper() == "EPSG" and isinstance(row[1], int):
        return f"EPSG:{row[1]}"
    return str(row[2]) if row[2] not in {None, "undefined"} else ""
