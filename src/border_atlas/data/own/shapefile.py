"""Zipped Shapefiles: only the needed members, under names of ours, go to GDAL's one driver in memory."""

import io
import struct
import zipfile
from pathlib import PurePosixPath
from typing import Any

from border_atlas.data.own import shapes
from border_atlas.data.own.archive import member_bytes, open_zip
from border_atlas.data.own.limits import Limits
from border_atlas.data.own.raw import RawLayer, check_counts, refuse

_NEEDED = (".shp", ".shx")
_PARTS = (*_NEEDED, ".dbf", ".prj", ".cpg")
_HEADER = 100
#: Code pages that a .cpg may name, by what users write; all else is guessed.
_CODE_PAGES = {
    "utf-8": "UTF-8", "utf8": "UTF-8", "65001": "UTF-8", "iso-8859-1": "ISO-8859-1", "latin1": "ISO-8859-1",
    "88591": "ISO-8859-1", "cp1252": "CP1252", "1252": "CP1252", "ansi 1252": "CP1252", "windows-1252": "CP1252",
    "cp1251": "CP1251", "1251": "CP1251", "ansi 1251": "CP1251", "windows-1251": "CP1251", "cp1250": "CP1250",
    "1250": "CP1250", "windows-1250": "CP1250", "cp1256": "CP1256", "1256": "CP1256", "windows-1256": "CP1256",
}  # fmt: skip


def read_shapefile(content: bytes, *, name: str, limits: Limits) -> list[RawLayer]:
    """Return one layer per .shp of the archive."""
    archive = open_zip(content, limits)
    groups = _groups(archive)
    if len(groups) > limits.layers:
        refuse("The archive holds too many Shapefiles", value=len(groups), right=f"At most {limits.layers} are read.")
    vertices, layers = shapes.Vertices(limits), []
    for stem, members in groups.items():
        parts = {part: member_bytes(archive, member, limits) for part, member in members.items()}
        _check(parts, stem, limits)
        layers.append(_layer(parts, PurePosixPath(stem).name or name, vertices))
    left = len([member for member in archive.infolist() if not member.is_dir()]) - sum(map(len, groups.values()))
    if left:
        layers[0].notes.append(f"{left} other file(s) in the archive left out")
    return layers


def _groups(archive: zipfile.ZipFile) -> dict[str, dict[str, str]]:
    members: dict[str, dict[str, str]] = {}
    for member in archive.namelist():
        path = PurePosixPath(member)
        # Mac archives carry shadow files.
        if path.suffix.lower() in _PARTS and "__MACOSX" not in path.parts and not path.name.startswith("._"):
            members.setdefault(str(path.with_suffix("")), {})[path.suffix.lower()] = member
    groups = {stem: parts for stem, parts in members.items() if ".shp" in parts}
    for stem, parts in groups.items():
        if ".shx" not in parts:
            refuse(
                "A part of the Shapefile is missing",
                where=ascii(stem),
                value=".shx",
                right="Pack .shp, .shx, .dbf and .prj.",
            )
    if not groups:
        refuse("The archive holds no Shapefile", right="Pack .shp, .shx, .dbf and .prj together.")
    return groups


def _check(parts: dict[str, bytes], stem: str, limits: Limits) -> None:
    """Refuse cut files and too big tables before GDAL sees them."""
    for part in _NEEDED:
        content = parts[part]
        if len(content) < _HEADER or content[:4] != b"\0\0\x27\x0a":
            refuse("This is no Shapefile or it is cut off", where=ascii(stem + part), right="Export it again.")
        told = struct.unpack(">i", content[24:28])[0] * 2
        if told > len(content):
            refuse(
                "The Shapefile is cut off", where=ascii(stem + part), value=f"{len(content):,} of {told:,} bytes",
                right="Export it again.",
            )  # fmt: skip
    rows = (len(parts[".shx"]) - _HEADER) // 8
    columns = _check_dbf(parts[".dbf"], stem, rows) if ".dbf" in parts else 0
    check_counts(
        rows=rows, columns=columns, max_rows=limits.rows, max_columns=limits.columns, max_cells=limits.cells,
        where=ascii(stem),
    )  # fmt: skip


def _check_dbf(table: bytes, stem: str, shapes_told: int) -> int:
    if len(table) < 33:  # noqa: PLR2004  header and its end mark
        refuse("The table of the Shapefile is cut off", where=ascii(stem + ".dbf"), right="Export it again.")
    rows, header, width = struct.unpack("<IHH", table[4:12])
    if header + rows * width > len(table) + 1:
        refuse(
            "The table of the Shapefile is cut off", where=ascii(stem + ".dbf"),
            value=f"{len(table):,} of {header + rows * width:,} bytes", right="Export it again.",
        )  # fmt: skip
    if rows != shapes_told:
        refuse(
            "Shapes and records of the Shapefile differ in number", where=ascii(stem),
            value=f"{shapes_told:,} shapes, {rows:,} records", right="Export it again.",
        )  # fmt: skip
    return int((header - 33) // 32)


def _layer(parts: dict[str, bytes], name: str, vertices: shapes.Vertices) -> RawLayer:
    table, encoding, note = _through_gdal(parts)
    geometry = next((field for field in table.column_names if field in {"wkb_geometry", "geometry"}), "")
    columns = [field for field in table.column_names if field != geometry]
    layer = RawLayer(
        name=name, columns=columns, data=[table.column(field).to_pylist() for field in columns],
        rows=list(range(1, table.num_rows + 1)), notes=[f"encoding: {encoding}{note}"],
    )  # fmt: skip
    if ".dbf" not in parts:
        layer.notes.append("no .dbf in the archive: shapes without attributes")
    layer.shapes = shapes.from_wkb(table.column(geometry).to_pylist(), layer, vertices)
    shapes.to_wgs84(layer, parts.get(".prj", b"").decode("utf-8", errors="replace").strip().strip("\0"))
    return layer


def _through_gdal(parts: dict[str, bytes]) -> tuple[Any, str, str]:
    # The .prj is read by PROJ alone and the .cpg by us, so neither is handed on.
    import pyogrio  # noqa: PLC0415  heavy, and only this form needs it

    from border_atlas.gdal_lock import assert_locked  # noqa: PLC0415  loads GDAL

    assert_locked()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for part in (".shp", ".shx", ".dbf"):
            if part in parts:
                archive.writestr(f"layer{part}", parts[part])
    encoding, note = _encoding(parts)
    try:
        _, table = pyogrio.raw.read_arrow(packed.getvalue(), encoding=encoding)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError) as error:
        refuse("The Shapefile cannot be read", value=error, right="Export it again.")
    return table, encoding, note


def _encoding(parts: dict[str, bytes]) -> tuple[str, str]:
    told = parts.get(".cpg", b"").decode("ascii", errors="replace").strip().lower()
    if told in _CODE_PAGES:
        return _CODE_PAGES[told], ""
    try:
        parts.get(".dbf", b"")[_HEADER:].decode("utf-8")
    except UnicodeDecodeError:
        return "CP1252", " (guessed)"
    return "UTF-8", " (guessed)"
