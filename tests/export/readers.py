"""Reads each export back into plain tables: text as text, ``""`` where nothing is known."""

import csv
import io
import json
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import openpyxl
import pyogrio

from border_atlas.export.guard import unguard

Rows = list[dict[str, str]]
Tables = dict[str, Rows]
_SHEETS = {
    "Missions": "missions", "Border areas": "border_areas", "Activities": "activities", "Field sites": "field_sites",
    "Crossing points": "crossing_points", "Mandates": "mandates", "Sources": "sources",
}  # fmt: skip
TABLES = tuple(_SHEETS.values())


def read_csv_zip(data: bytes) -> Tables:
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        names = [name for name in files.namelist() if name.endswith(".csv")]
        return {name.removesuffix(".csv"): _csv_rows(files.read(name)) for name in names}


def read_xlsx(data: bytes) -> Tables:
    book = openpyxl.load_workbook(io.BytesIO(data))
    tables: Tables = {}
    for title, name in _SHEETS.items():
        header, *rows = book[title].iter_rows()
        assert all(cell.data_type != "f" for row in rows for cell in row)
        names = [str(cell.value) for cell in header]
        tables[name] = [dict(zip(names, (_excel(cell.value) for cell in row), strict=True)) for row in rows]
    return tables


def read_geojson(data: bytes) -> Tables:
    content = json.loads(data)
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES[:-2] if name != "activities"}
    for feature in content["features"]:
        tables[feature["properties"]["layer"]].append(feature["properties"])
    tables |= {name: content[name] for name in ("activities", "mandates", "sources")}
    return {name: [_plain(row) for row in rows] for name, rows in tables.items()}


def read_gpkg(data: bytes) -> Tables:
    tables: Tables = {}
    with gpkg_file(data) as path:
        for name in TABLES:
            frame = pyogrio.read_dataframe(path, layer=name, read_geometry=False)
            rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
            tables[name] = [_plain(row) for row in rows]
    return tables


@contextmanager
def gpkg_file(data: bytes) -> Iterator[Path]:
    """GDAL warns of GeoPackages that are not called so."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.gpkg"
        path.write_bytes(data)
        yield path


READERS = {"csv": read_csv_zip, "xlsx": read_xlsx, "geojson": read_geojson, "gpkg": read_gpkg}


def _csv_rows(data: bytes) -> Rows:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [{name: unguard(cell) for name, cell in row.items()} for row in rows]


def _excel(value: object) -> str:
    return "" if value is None else str(value)


def _plain(row: dict[str, Any]) -> dict[str, str]:
    return {name: "" if value is None else str(value) for name, value in row.items()}
