"""Small files of every form, made in memory; and an in-process reader for quick tests."""

import io
import json
import sqlite3
import struct
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import openpyxl
import pandas as pd
import pyogrio
import shapely

from border_atlas.data.own import wire
from border_atlas.data.own.contract import OwnLayer
from border_atlas.data.own.forms import read_raw
from border_atlas.data.own.frames import own_layer
from border_atlas.data.own.limits import Limits

TEXTS = ["Čop", "Ağrı", "ሞያሌ"]  # noqa: RUF001  a Turkish letter
COUNTS = [1, None, 3]
POINTS = [(22.2, 48.43), (43.05, 39.72), (39.06, 3.53)]


def read_here(content: bytes, name: str, **caps: Any) -> list[OwnLayer]:
    """Read without the worker, but over the same wire."""
    _, layers = wire.decode(wire.encode(*read_raw(content, name, Limits(**caps))))
    return [own_layer(head, table) for head, table in layers]


def frame(crs: str = "EPSG:4326") -> gpd.GeoDataFrame:
    table = {"name": TEXTS, "count": pd.array(COUNTS, dtype="Int64")}
    points = gpd.GeoSeries([shapely.Point(point) for point in POINTS], crs="EPSG:4326")
    return gpd.GeoDataFrame(table, geometry=points.to_crs(crs))


def csv_of(columns: Sequence[str], rows: Sequence[Sequence[str]], delimiter: str = ",") -> str:
    return "".join(
        delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in [columns, *rows]
    )


def xlsx_of(sheets: Mapping[str, Sequence[Sequence[Any]]], merged: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for area in merged:
            sheet.merge_cells(area)
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


def geojson_of(features: Sequence[Any], **more: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more}).encode()


def feature(geometry: Any, /, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def point(x: Any = 1.0, y: Any = 2.0) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [x, y]}


def gpkg_of(layers: Mapping[str, gpd.GeoDataFrame]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.gpkg"
        for name, layer in layers.items():
            pyogrio.write_dataframe(layer, path, layer=name, driver="GPKG", append=path.exists())
        return path.read_bytes()


def with_sql(gpkg: bytes, script: str) -> bytes:
    """Return the GeoPackage after a script ran in it."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(gpkg)
    connection.executescript(script)
    content = connection.serialize()
    connection.close()
    return content


def shapefile_parts(layer: gpd.GeoDataFrame, stem: str = "layer") -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        pyogrio.write_dataframe(layer, Path(folder) / f"{stem}.shp", driver="ESRI Shapefile", encoding="UTF-8")
        return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def zip_of(members: Mapping[str, bytes]) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return sink.getvalue()


def parquet_of(layer: gpd.GeoDataFrame) -> bytes:
    sink = io.BytesIO()
    layer.to_parquet(sink)
    return sink.getvalue()


def kml_of(placemarks: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
        f"{placemarks}</Document></kml>"
    ).encode()


def kml_points() -> bytes:
    marks = "".join(
        f'<Placemark><name>{text}</name><ExtendedData><Data name="count"><value>{count or ""}</value></Data>'
        f"</ExtendedData><Point><coordinates>{x},{y},0</coordinates></Point></Placemark>"
        for text, count, (x, y) in zip(TEXTS, COUNTS, POINTS, strict=True)
    )
    return kml_of(marks)


def each_form() -> dict[str, bytes]:
    """Return the same three places in every form, by file name."""
    rows = [[text, str(count or ""), str(x), str(y)] for text, count, (x, y) in zip(TEXTS, COUNTS, POINTS, strict=True)]
    columns = ["name", "count", "lon", "lat"]
    return {
        "places.csv": csv_of(columns, rows).encode(),
        "places.tsv": csv_of(columns, rows, "\t").encode("utf-16"),
        "places.xlsx": xlsx_of({"places": [columns, *rows]}),
        "places.geojson": geojson_of(
            [feature(point(*xy), name=text, count=count)
             for text, count, xy in zip(TEXTS, COUNTS, POINTS, strict=True)]
        ),
        "places.gpkg": gpkg_of({"places": frame()}),
        "places.zip": zip_of(shapefile_parts(frame(), "places")),
        "places.parquet": parquet_of(frame()),
        "places.kml": kml_points(),
    }  # fmt: skip


def dbf_rows(dbf: bytes) -> int:
    return int(struct.unpack("<I", dbf[4:8])[0])
