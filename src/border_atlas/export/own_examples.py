"""Small invented files, one of each form that can be brought along, to try the page with."""

import io
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

import geopandas as gpd
import pyogrio
import shapely
import xlsxwriter

from border_atlas.config import WGS84

_PLACES: Final = (
    ("Example site 1", "post", "2023-02-11", 41.53, 41.52),
    ("Example site 2", "incident", "2023-05-30", 43.1, 42.62),
    ("Example site 3", "incident", "2023-08-04", 44.02, 42.24),
    ("Example site 4", "post", "2024-01-19", 44.9, 42.74),
    ("Example site 5", "market", "2024-03-02", 33.02, 35.08),
    ("Example site 6", "incident", "2024-03-28", 33.62, 35.13),
    ("Example site 7", "post", "2024-06-15", 29.63, 46.84),
    ("Example site 8", "market", "2024-09-09", 20.42, 42.21),
    ("Example site 9", "incident", "2025-01-07", 28.42, 9.61),
    ("Example site 10", "post", "2025-02-20", 35.60, 33.27),
    ("Example site 11", "market", "2025-04-13", 74.32, 33.93),
    ("Example site 12", "post", "2025-05-05", 12.48, 32.87),
)
_COLUMNS: Final = ("name", "kind", "date")
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Example:
    """A file to download: what it is called, its type, its bytes, and what is in it."""

    name: str
    mime: str
    content: bytes
    what: str


@cache
def examples() -> tuple[Example, ...]:
    """Return an invented file of each form; all hold the same twelve places."""
    made: tuple[tuple[str, str, Callable[[], bytes], str], ...] = (
        ("example-sites.csv", "text/csv", lambda: _delimited(";", "\ufeff", _comma), "CSV with decimal commas"),
        ("example-sites.tsv", "text/tab-separated-values", lambda: _delimited("\t", "", str), "TSV"),
        ("example-sites.xlsx", _XLSX, _xlsx, "Excel with a title row"),
        ("example-sites.geojson", "application/geo+json", _geojson, "GeoJSON"),
        ("example-sites.gpkg", "application/geopackage+sqlite3", _gpkg, "GeoPackage"),
        ("example-sites.zip", "application/zip", _shapefile, "Shapefile in UTM (zip)"),
        ("example-sites.parquet", "application/vnd.apache.parquet", _parquet, "GeoParquet"),
        ("example-sites.kml", "application/vnd.google-earth.kml+xml", _kml, "KML"),
    )
    return tuple(Example(name, mime, make(), what) for name, mime, make, what in made)


def _comma(number: object) -> str:
    return str(number).replace(".", ",")


def _delimited(delimiter: str, start: str, said: Callable[[object], str]) -> bytes:
    rows = [delimiter.join([*_COLUMNS, "longitude", "latitude"])]
    rows += [delimiter.join([*texts, said(lon), said(lat)]) for *texts, lon, lat in _PLACES]
    return (start + "\r\n".join(rows) + "\r\n").encode()


def _frame(places: tuple[tuple[str, str, str, float, float], ...] = _PLACES) -> gpd.GeoDataFrame:
    table = {column: [place[number] for place in places] for number, column in enumerate(_COLUMNS)}
    points = shapely.points([(lon, lat) for *_, lon, lat in places])
    return gpd.GeoDataFrame(table, geometry=points, crs=WGS84)


def _xlsx() -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Sites")
        sheet.merge_range(0, 0, 0, 4, "Invented sites, for trying out", book.add_format({"bold": True}))
        for row, cells in enumerate([(*_COLUMNS, "longitude", "latitude"), *_PLACES], start=2):
            sheet.write_row(row, 0, cells)
    return packed.getvalue()


def _geojson() -> bytes:
    return str(_frame().to_json(drop_id=True)).encode()


def _gpkg() -> bytes:
    with tempfile.TemporaryDirectory(prefix="border-atlas-") as folder:
        path = Path(folder) / "example.gpkg"
        pyogrio.write_dataframe(_frame(), path, layer="sites", driver="GPKG", dataset_options={"VERSION": "1.2"})
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("UPDATE gpkg_contents SET last_change = '2026-01-01T00:00:00.000Z'")
        return path.read_bytes()


def _shapefile() -> bytes:
    """Pack a Shapefile of the sites in the Caucasus, in UTM zone 38 N."""
    packed = io.BytesIO()
    with tempfile.TemporaryDirectory(prefix="border-atlas-") as folder:
        path = Path(folder) / "example-sites.shp"
        pyogrio.write_dataframe(_frame(_PLACES[:4]).to_crs(32638), path, driver="ESRI Shapefile", encoding="UTF-8")
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
            for part in sorted(Path(folder).iterdir()):
                files.writestr(zipfile.ZipInfo(part.name, (2026, 1, 1, 0, 0, 0)), part.read_bytes())
    return packed.getvalue()


def _parquet() -> bytes:
    packed = io.BytesIO()
    _frame().to_parquet(packed, index=False)
    return packed.getvalue()


def _kml() -> bytes:
    marks = "".join(
        f"<Placemark><name>{escape(name)}</name><TimeStamp><when>{day}</when></TimeStamp><ExtendedData>"
        f'<Data name="kind"><value>{escape(kind)}</value></Data><Data name="date"><value>{day}</value></Data>'
        f"</ExtendedData><Point><coordinates>{lon},{lat}</coordinates></Point></Placemark>\n"
        for name, kind, day, lon, lat in _PLACES
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n'
    return f"{head}{marks}</Document></kml>\n".encode()
