"""Files as other programs and people make them, not made for the app; the records are invented."""

import io
import tempfile
import zipfile
from datetime import date
from pathlib import Path

import geopandas as gpd
import openpyxl
import pandas as pd
import pyogrio
import shapely

from border_atlas.config import WGS84

SURVEY_COLUMNS = (
    "Startzeit;Befrager/in;Übergang;Standort;_Standort_latitude;_Standort_longitude;_Standort_precision;"
    "Wartezeit (min);Zufriedenheit;_id;_uuid"
)
SURVEY_ROWS = (
    ("2024-05-13T09:14:02.000+04:00", "K. Müller", "Rikoti", "42,0735", "43,5512", "4,9", "35", "gut", "1042"),
    ("2024-05-13T11:40:55.000+04:00", "K. Müller", "Enguri-Brücke", "42,5011", "41,9002", "5", "80", "gut", "1043"),
    ("2024-05-14T08:02:11.000+04:00", "T. Weiß", "Ergneti", "42,1701", "43,9711", "4,2", "15", "gut", "1044"),
    ("2024-05-14T10:22:00.000+04:00", "T. Weiß", "Sadachlo", "41,2301", "44,7811", "3,2", "120", "schlecht", "1045"),
    ("2024-05-15T10:22:00.000+04:00", "T. Weiß", "ohne GPS", "", "", "", "", "schlecht", "1046"),
)
INCIDENTS = """Nr,Datum,Land,Ort / Abschnitt,Mission,Ereignis
1,03.02.2024,Géorgie,,EUMM Georgia,Verhaftung an der Verwaltungslinie
2,17.02.2024,Zypern,United Nations buffer zone in Cyprus,UNFICYP,Steinwürfe
3,5.3.2024,Украина,,,Drohne gesichtet
4,12.03.2024,Lebanon,Blue Line,UNIFIL,"Beschuss, zwei Tote"
5,13.03.2024,Líbano,BLUE LINE,UNIFIL,Beschuss
6,14.03.2024,Syrien,,UNDOF,Mine
7,20.03.2024,Atlantis,,,unklar
"""
TOWNS = "Date,Location,What\n2024-01-02,Lower Village,arrest\n2024-02-02,Upper Village,arrest\n"


def survey(encoding: str) -> bytes:
    """Return an export of a survey program: semicolons, decimal commas, its position in one column too."""
    rows = [
        [when, who, where, f"{lat} {lon} 0 {precision}".strip(), lat, lon, precision, wait, how, number, f"u{number}"]
        for when, who, where, lat, lon, precision, wait, how, number in SURVEY_ROWS
    ]
    return "\r\n".join([SURVEY_COLUMNS, *(";".join(row) for row in rows), ""]).encode(encoding)


def districts() -> bytes:
    """Return a Shapefile in UTM zone 36 N as a colleague zips a folder: no .cpg, and files that nobody asked for."""
    names, boxes = ["Morphou", "Nikosia Süd", "Famagusta"], [(33.0, 35.05), (33.5, 35.0), (33.9, 35.0)]
    table = {"BEZIRK": names, "EINW": [1200, 55000, 42000]}
    shapes = [shapely.box(x, y, x + 0.2, y + 0.2) for x, y in boxes]
    sink = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as packed:
        path = Path(folder) / "bezirke.shp"
        pyogrio.write_dataframe(
            gpd.GeoDataFrame(table, geometry=shapes, crs=WGS84).to_crs(32636), path, driver="ESRI Shapefile",
            encoding="ISO-8859-1",
        )  # fmt: skip
        for part in (part for part in sorted(Path(folder).iterdir()) if part.suffix != ".cpg"):
            packed.writestr(f"Lieferung 2024/{part.name}", part.read_bytes())
            packed.writestr(f"__MACOSX/Lieferung 2024/._{part.name}", b"\0\5\x16\7")
        packed.writestr("Lieferung 2024/liesmich.txt", "Stand: 2024")
    return sink.getvalue()


def three_layers() -> bytes:
    """Return a GeoPackage of points in Web Mercator, lines in degrees, and a table that names missions."""
    posts = gpd.GeoDataFrame(
        {"post": ["A", "B", "C"], "since": pd.to_datetime(["2019-01-01", "2020-05-05", None])},
        geometry=shapely.points([(35.6, 33.27), (35.4, 33.1), (35.8, 33.1)]), crs=WGS84,
    ).to_crs(3857)  # fmt: skip
    ways = [shapely.LineString([(35.1, 33.09), (35.6, 33.25)]), shapely.LineString([(35.8, 33.3), (35.9, 32.8)])]
    patrols = gpd.GeoDataFrame({"route": ["patrol 1", "patrol 2"]}, geometry=ways, crs=WGS84)
    staff = pd.DataFrame({"mission": ["UNIFIL", "UNDOF", "EUMM Georgia"], "staff": [10500, 1100, 200]})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "south.gpkg"
        for layer, table in (("posts", posts), ("patrols", patrols), ("staff", staff)):
            pyogrio.write_dataframe(table, path, layer=layer, driver="GPKG", append=path.exists())
        return path.read_bytes()


REPORT_ROWS = (
    ("Georgia", "Sadakhlo", "41°14'05\"N", "44°47'20\"E", 1200, 300, date(1997, 5, 1)),
    (None, "Sarpi", "41°31'16\"N", "41°32'50\"E", 5200, 900, date(1988, 8, 31)),
    ("Moldova", "Palanca", "46°24'30\"N", "30°06'10\"E", 2200, 800, date(2001, 1, 1)),
    (None, "Otaci", "48°26'N", "27°47'E", 200, 80, None),
)


def report() -> bytes:
    """Return a spreadsheet as a report has it: merged titles, countries merged over rows, a sum, a footnote."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Übersicht 2024"
    for row in (
        ["Border crossing points – annual report"], ["Source: regional offices, as of 31 December 2024"], [],
        ["Country", "Crossing", "Coordinates", None, "Traffic", None, "Opened"],
        [None, None, "N", "E", "cars", "lorries", None], *REPORT_ROWS,
        ["Total", None, None, None, 8800, 2080, None], [], ["* provisional"],
    ):  # fmt: skip
        sheet.append(row)
    for merged in ("A1:G1", "A2:G2", "C4:D4", "E4:F4", "A6:A7", "A8:A9"):
        sheet.merge_cells(merged)
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()
