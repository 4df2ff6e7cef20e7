"""What is particular to each format: the file's own description, looks, winding, layers."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import geopandas as gpd
import openpyxl
import pandas as pd
import pyogrio
import pytest
import shapely
from shapely.geometry import LineString

from border_atlas.config import WGS84
from border_atlas.domain.citations import Request
from border_atlas.domain.selection import Selection
from border_atlas.errors import ExportError
from border_atlas.export.about import about_table
from border_atlas.export.csv import to_csv, to_csv_zip, to_table_zip
from border_atlas.export.geojson import to_geojson
from border_atlas.export.gpkg import to_gpkg
from border_atlas.export.xlsx import to_xlsx
from border_atlas.model import DISCLAIMER
from tests.export.conftest import Source, source
from tests.export.readers import TABLES, gpkg_file

MUST_SAY = ["UN missions", "1 mission · 2 border areas · 2 activities", "2026-01-05", "2026-11-23", "20260105-test"]
MUST_SAY += ["?org=UN&v=20260105-test", "CC BY 4.0", DISCLAIMER]


@pytest.fixture
def un_only() -> Source:
    return source(Selection(organisations=("UN",)))


def zipped(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        return files.read(name).decode()


def about_in_xlsx(data: bytes) -> str:
    rows = openpyxl.load_workbook(io.BytesIO(data))["About"].iter_rows(values_only=True)
    return "\n".join(str(row[1]) for row in rows)


def about_in_gpkg(data: bytes) -> str:
    with gpkg_file(data) as path:
        return "\n".join(pyogrio.read_dataframe(path, layer="about")["text"])


def about_in_geojson(data: bytes) -> str:
    return "\n".join(text for _, text in json.loads(data)["about"])


def about_in_csv(data: bytes) -> str:
    return zipped(data, "README.txt")


@pytest.mark.parametrize(
    ("build", "read"),
    [
        (to_csv_zip, about_in_csv), (to_xlsx, about_in_xlsx), (to_geojson, about_in_geojson), (to_gpkg, about_in_gpkg),
    ],
)  # fmt: skip
def test_every_file_says_where_it_comes_from(
    un_only: Source, build: Callable[..., bytes], read: Callable[[bytes], str]
) -> None:
    text = read(build(*un_only))
    assert [said for said in MUST_SAY if said not in text] == []


def test_every_column_is_explained(everything: Source) -> None:
    data = to_csv_zip(*everything)
    text = zipped(data, "README.txt")
    heads = [
        zipped(data, f"{name}.csv").lstrip("\ufeff").splitlines()[0].split(",") for name in ("missions", "sources")
    ]
    assert all(f"  {column} " in text for head in heads for column in head)


@pytest.mark.parametrize(
    ("build", "read"),
    [
        (to_csv_zip, about_in_csv), (to_xlsx, about_in_xlsx), (to_geojson, about_in_geojson), (to_gpkg, about_in_gpkg),
    ],
)  # fmt: skip
def test_every_file_carries_the_notes_on_the_boundaries_in_it(
    build: Callable[..., bytes], read: Callable[[bytes], str]
) -> None:
    kosovo = source(
        areas=[{"countries": ("ALB", "XKX"), "geometry": LineString([(20.5, 42.2), (20.6, 42.0)])}], activities=[{}]
    )
    assert "References to Kosovo are without prejudice" in read(build(*kosovo))
    elsewhere = source(
        areas=[{"countries": ("AUS",), "geometry": LineString([(130, -25), (131, -25)])}], activities=[{}]
    )
    assert "References to Kosovo" not in read(build(*elsewhere))


def test_one_table_goes_out_clean_with_a_readme_beside_it(everything: Source) -> None:
    dataset, _view, _about = everything
    rows = pd.DataFrame({"area_id": ["north-line"], "Border or line": ["=1+1"]})
    asked = Request("Gaps in Europe", {"g.list": "gaps"})
    about = about_table(
        dataset, rows, "Gaps", asked, exported_on=date(2026, 11, 23), address="https://example.org/gaps"
    )
    data = to_table_zip(rows, "gaps", about)
    assert zipped(data, "gaps.csv").lstrip("\ufeff") == "area_id,Border or line\r\nnorth-line,'=1+1\r\n"
    said = zipped(data, "README.txt")
    wanted = ["Gaps in Europe", "Gaps: 1 row", "2026-01-05", "2026-11-23", "20260105-test", "CC BY 4.0", DISCLAIMER]
    wanted += ["https://example.org/gaps?g.list=gaps&v=20260105-test", "The sources of each record", "Natural Earth"]
    assert [one for one in wanted if one not in said] == []
    assert to_table_zip(rows, "gaps", about) == data


def test_a_table_carries_the_notes_on_the_areas_of_its_rows_or_of_its_missions() -> None:
    dataset, _view, _about = source(
        areas=[{"countries": ("ALB", "XKX"), "geometry": LineString([(20.5, 42.2), (20.6, 42.0)])}], activities=[{}]
    )
    asked = Request("All", {})

    def notes(**columns: list[str]) -> str:
        return " ".join(
            about_table(dataset, pd.DataFrame(columns), "T", asked, exported_on=date(2026, 11, 23)).boundary_notes
        )

    assert "Kosovo" in notes(area_id=["north-line"])
    assert "Kosovo" in notes(mission_id=["alpha"])
    assert notes(mission_id=["beta"]) == notes(Activity=["Training"]) == ""


def test_csv_guards_texts_and_headings_but_no_number() -> None:
    table = pd.DataFrame({"=head": ["=1+1", "plain"], "km": [-1.5, float("nan")], "n": [-2, 3]})
    assert to_csv(table).decode("utf-8-sig") == "'=head,km,n\r\n'=1+1,-1.5,-2\r\nplain,,3\r\n"


def test_seats_and_boxes_stand_in_the_tables(everything: Source) -> None:
    data = to_csv_zip(*everything)
    missions = pd.read_csv(io.StringIO(zipped(data, "missions.csv")))
    areas = pd.read_csv(io.StringIO(zipped(data, "border_areas.csv")))
    assert missions.loc[0, ["hq_lon", "hq_lat"]].tolist() == [44.8, 41.7]
    assert areas.loc[0, ["lon_min", "lat_min", "lon_max", "lat_max"]].tolist() == [40, 42, 46, 43]


def test_a_workbook_is_ready_to_be_filtered(everything: Source) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(*everything)))
    assert book.sheetnames == [
        "Missions", "Border areas", "Activities", "Field sites", "Crossing points", "Mandates", "Sources", "About",
    ]  # fmt: skip
    sheet = book["Activities"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", f"A1:{sheet.cell(4, sheet.max_column).coordinate}")
    assert sheet.column_dimensions["A"].width > 9
    assert book["Sources"]["D2"].hyperlink.target == "https://example.org/page"
    heads = [cell.value for cell in book["Border areas"][1]]
    assert book["Border areas"].cell(2, heads.index("length_km") + 1).value == 420.4


def test_a_text_like_a_formula_stays_text_when_its_cell_is_edited() -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(*source(missions=[{"name": "=1+1"}], activities=[]))))
    cell = book["Missions"]["C2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_a_text_too_long_for_excel_is_cut_and_says_so() -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(*source(missions=[{"notes": "x" * 40_000}], activities=[]))))
    texts = [cell.value for cell in book["Missions"][2] if isinstance(cell.value, str) and cell.value.endswith("(cut)")]
    assert [len(text) for text in texts] == [32_767]


def test_geojson_rings_turn_as_the_standard_wants(everything: Source) -> None:
    zone = next(feature for feature in features(everything) if feature["id"] == "border_areas/south-zone")
    assert shapely.geometry.shape(zone["geometry"]).exterior.is_ccw
    clockwise = shapely.Polygon([(0, 0), (0, 1), (1, 1), (1, 0)])
    turned = features(source(areas=[{"geometry": clockwise}], activities=[]))[-1]
    assert shapely.geometry.shape(turned["geometry"]).exterior.is_ccw


def features(made: Source) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(to_geojson(*made))["features"]
    return found


def test_geojson_features_name_their_activities_and_gdal_reads_them(everything: Source) -> None:
    by_id = {feature["id"]: feature["properties"]["activity_ids"] for feature in features(everything)}
    assert by_id["missions/alpha"] == "alpha-1;alpha-2"
    assert by_id["border_areas/gate"] == "beta-1"
    frame = gpd.read_file(io.BytesIO(to_geojson(*everything)))
    assert frame["layer"].tolist() == ["missions"] * 2 + ["border_areas"] * 3
    assert frame.crs == WGS84


def test_geopackage_layers_read_back_equal_with_their_geometry(everything: Source) -> None:
    dataset, _, _ = everything
    names = [*TABLES, "about", "columns"]
    with gpkg_file(to_gpkg(*everything)) as path:
        assert pyogrio.list_layers(path)[:, 0].tolist() == names
        missions, areas, activities = (gpd.read_file(path, layer=name) for name in names[:3])
    assert missions.crs == areas.crs == activities.crs == WGS84
    assert missions.geometry.geom_equals_exact(dataset.missions.geometry, 0).all()
    assert areas.geometry.geom_equals_exact(dataset.areas.geometry, 0).all()
    assert activities.geometry.geom_equals_exact(dataset.areas.geometry, 0).all()


def test_places_in_the_field_and_crossing_points_have_a_place_in_map_files() -> None:
    made = source(sites=[{}], crossings=[{"activity_ids": ("alpha-1", "beta-1")}])
    with gpkg_file(to_gpkg(*made)) as path:
        points = [gpd.read_file(path, layer=name).geometry[0].coords[0] for name in ("field_sites", "crossing_points")]
    assert points == [(44.1, 42.0), (44.6, 42.7)]
    by_id = {feature["id"]: feature for feature in features(made)}
    assert by_id["field_sites/alpha-post"]["geometry"]["coordinates"] == [44.1, 42.0]
    assert by_id["crossing_points/pass"]["properties"]["activity_ids"] == "alpha-1;beta-1"


def test_a_crossing_point_names_only_activities_that_are_in_the_file() -> None:
    made = source(Selection(organisations=("UN",)), crossings=[{"activity_ids": ("alpha-1", "beta-1")}])
    crossing = pd.read_csv(io.StringIO(zipped(to_csv_zip(*made), "crossing_points.csv"))).loc[0]
    assert crossing[["activity_ids", "area_name", "lon", "lat"]].tolist() == ["alpha-1", "North line", 44.6, 42.7]


def test_one_record_is_enough_for_every_format() -> None:
    one = source(activities=[], areas=[{}], missions=[{}])
    assert all(build(*one) for build in (to_csv_zip, to_xlsx, to_geojson, to_gpkg))


def test_a_table_too_long_for_a_sheet_is_refused(everything: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("border_atlas.export.xlsx._MAX_ROWS", 2)
    with pytest.raises(ExportError, match="border_areas has 3 rows; a sheet holds 2"):
        to_xlsx(*everything)
