"""Joined own records in every format: what was taken away reads back as it was, through the app's own reader."""

import io
import json
import sqlite3
import zipfile
from typing import Any

import geopandas as gpd
import numpy as np
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
import shapely
from shapely.geometry import LineString, Point, Polygon

from border_atlas.data.own.contract import OwnLayer
from border_atlas.domain import own_apply, own_guess, own_join
from border_atlas.domain.own_drawing import MARK
from border_atlas.errors import ExportError
from border_atlas.export import own
from border_atlas.export.guard import clean
from border_atlas.export.own_examples import Example, examples
from tests.data.own.corpus import BIG_LIST, STRINGS
from tests.data.own.samples import csv_of, read_here
from tests.domain.own_layers import layer_of
from tests.factories import make_dataset

DATA = make_dataset()
ABOUT = own.OwnAbout("list.csv", kept_aside=2, within_km=25)
#: Read back by the app's own reader; the zip is unpacked first.
FORMATS = ("csv", "zip", "xlsx", "gpkg", "geojson", "parquet")
HOLDING_SHAPES = ("gpkg", "geojson", "parquet")
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "'=1+1", "''-x", "a;=2", "a\n=2", "\t=1", "＝1", "-", "'", "plain"]  # noqa: RUF001
SHAPES = [
    Point(44.8, 41.7), LineString([(43, 42), (44.123456789, 42.987654321)]),
    Polygon([(44, 42), (45, 42), (45, 43), (44, 43)], [[(44.2, 42.2), (44.4, 42.2), (44.4, 42.4)]]), None,
]  # fmt: skip


def joined(columns: dict[str, list[Any]], shapes: list[Any] | None = None) -> gpd.GeoDataFrame:
    """Join columns as the page does; all at one point unless they bring shapes."""
    number = len(next(iter(columns.values())))
    placed = [shape or Point(44.8, 41.7) for shape in shapes or [None] * number]
    records = own_apply.apply(layer_of(columns, shapes=placed), own_guess.ColumnMapping(), DATA).good
    return own_join.join(records.set_geometry(shapes or placed, crs=records.crs), DATA, 25)


def back(table: gpd.GeoDataFrame, extension: str) -> OwnLayer:
    """Write a table and read it back as a user's file."""
    content = own.to_bytes(table, DATA, ABOUT, extension)
    if extension == "zip":
        with zipfile.ZipFile(io.BytesIO(content)) as files:
            content, extension = files.read("own-records.csv"), "csv"
    return read_here(content, f"own.{extension}")[0]


def cells(layer: OwnLayer, column: str) -> list[Any]:
    return list(layer.table[column])


@pytest.mark.parametrize("extension", FORMATS)
def test_naughty_strings_come_back_as_values(extension: str) -> None:
    texts = [text for text in [*STRINGS, *BIG_LIST] if clean(text).strip()]
    table = joined({"text": texts, "number": list(range(len(texts)))})
    expected = [clean(text) for text in table["text"]]
    assert cells(back(table, extension), "text") == expected
    assert len(expected) == len(texts)


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("texts", [STRINGS, BIG_LIST[:450], BIG_LIST[-450:]], ids=["ours", "big list", "its end"])
def test_naughty_strings_come_back_as_columns(extension: str, texts: list[str]) -> None:
    rows = [["44.8", "41.7", *map(str, range(len(texts)))]]
    layer = read_here(csv_of(["lon", "lat", *texts], rows).encode(), "x.csv")[0]
    records = own_apply.apply(layer, own_guess.ColumnMapping("lon", "lat"), DATA).good
    found = back(own_join.join(records, DATA, 25), extension).table
    assert [name for name in layer.table.columns if name not in found.columns] == []
    assert [str(found[name][0]) for name in layer.table.columns] == list(layer.table.iloc[0])


@pytest.mark.parametrize("extension", FORMATS)
def test_what_looks_like_a_formula_comes_back_as_the_same_text(extension: str) -> None:
    table = joined({"text": FORMULAS, "=1+1": ["x"] * len(FORMULAS)})
    layer = back(table, extension)
    assert cells(layer, "text") == FORMULAS
    assert cells(layer, "=1+1") == ["x"] * len(FORMULAS)


def test_no_cell_of_a_table_file_is_a_formula() -> None:
    table = joined({"text": FORMULAS, "=1+1": FORMULAS})
    book = openpyxl.load_workbook(io.BytesIO(own.to_bytes(table, DATA, ABOUT, "xlsx")))
    assert {cell.data_type for row in book["Own records"].iter_rows() for cell in row} <= {"s", "n"}
    lines = own.to_bytes(joined({"=1+1": ["=2", "@x"]}), DATA, ABOUT, "csv").decode("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ["'=1+1", "'=2", "'@x"]


@pytest.mark.parametrize("extension", FORMATS)
def test_an_apostrophe_of_the_owner_stays(extension: str) -> None:
    assert cells(back(joined({"text": ["'-alert-'", "’t Hof"]}), extension), "text") == ["'-alert-'", "’t Hof"]
    foreign = read_here(csv_of(["text", "b"], [["'-alert-'", "1"]]).encode(), "foreign.csv")[0]
    assert cells(foreign, "text") == ["'-alert-'"]


KINDS: dict[str, list[Any]] = {
    "whole": [1, None, -7], "long": [2**53 + 1, 123456789012345678, None], "part": [0.1, 1 / 3, None],
    "either": [1, 2.5, None], "truth": [True, None, False], "mixed": ["a", 1, None], "empty": [None, None, None],
    "when": [pd.Timestamp("2024-03-05 13:45:00"), None, pd.Timestamp("1850-01-02")],
}  # fmt: skip


@pytest.mark.parametrize("extension", ["geojson", "parquet", "xlsx", "gpkg"])
def test_numbers_keep_their_kind_and_digits(extension: str) -> None:
    layer = back(joined(KINDS), extension)
    assert cells(layer, "whole") == [1, None, -7]
    assert [None if cell is None else int(cell) for cell in cells(layer, "long")] == KINDS["long"]
    assert cells(layer, "either") == [1, 2.5, None]
    assert cells(layer, "mixed") == ["a", "1", None]
    assert cells(layer, "truth") == [True, None, False]
    digits = cells(layer, "part")
    assert digits[:2] == (pytest.approx([0.1, 1 / 3], rel=1e-15) if extension == "xlsx" else [0.1, 1 / 3])


@pytest.mark.parametrize("extension", FORMATS)
def test_empty_cells_stay_empty(extension: str) -> None:
    layer = back(joined({**KINDS, "last": ["x", "y", "z"]}), extension)
    assert [cells(layer, name)[-1] for name in ("long", "part", "either", "mixed")] == [None] * 4
    assert "empty" not in layer.table or cells(layer, "empty") == [None] * 3


@pytest.mark.parametrize("extension", FORMATS)
def test_times_come_back_at_their_moment(extension: str) -> None:
    with_zone = read_here(
        b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"when":"2024-03-05T13:45:00+03:00"},'
        b'"geometry":{"type":"Point","coordinates":[44.8,41.7]}}]}',
        "x.geojson",
    )[0]
    records = own_apply.apply(with_zone, own_guess.guess(with_zone, DATA), DATA).good
    assert cells(back(own_join.join(records, DATA, 25), extension), "when") == ["2024-03-05T13:45:00+03:00"]
    moments = [None if cell is None else pd.Timestamp(cell) for cell in cells(back(joined(KINDS), extension), "when")]
    naive = [None if moment is None else moment.tz_localize(None) for moment in moments]
    assert naive == KINDS["when"]


def test_a_day_is_a_day_to_excel() -> None:
    book = openpyxl.load_workbook(io.BytesIO(own.to_bytes(joined({"when": KINDS["when"]}), DATA, ABOUT, "xlsx")))
    assert [row[0].is_date for row in book["Own records"].iter_rows(min_row=2)] == [True, False, False]


@pytest.mark.parametrize("extension", HOLDING_SHAPES)
def test_lines_areas_and_missing_places_come_back(extension: str) -> None:
    table = joined({"name": ["point", "line", "area", "nowhere"]}, SHAPES)
    layer = back(table, extension)
    assert layer.faults == ()
    expected = dict(zip(table["name"], table.geometry, strict=True))
    for name, shape in zip(layer.table["name"], layer.geometry, strict=True):
        assert shape == expected[name] if shape is None else shapely.equals_exact(shape, expected[name], normalize=True)
    assert set(layer.table["name"]) == {"point", "line", "area", "nowhere"}


@pytest.mark.parametrize("extension", ["csv", "zip", "xlsx"])
def test_tables_tell_the_place_of_points_as_numbers_and_of_shapes_as_text(extension: str) -> None:
    table = joined({"name": ["point", "line", "area", "nowhere"]}, SHAPES)
    found = back(table, extension).table.drop_duplicates("name").set_index("name")
    assert [float(cell) for cell in found.loc["point", ["atlas_longitude", "atlas_latitude"]]] == [44.8, 41.7]
    assert found.loc["nowhere", ["atlas_longitude", "atlas_latitude", "atlas_shape"]].isna().all()
    for name, shape in zip(("line", "area"), SHAPES[1:3], strict=True):
        assert shapely.equals_exact(shapely.from_wkt(found.loc[name, "atlas_shape"]), shape)


OURS = ["fid", "geom", "GEOMETRY_", "area_id", "row_in_file", "placed_by", "atlas_longitude", "_id", "_row", "_label"]


@pytest.mark.parametrize("extension", FORMATS)
def test_columns_with_names_of_ours_are_kept_beside_ours(extension: str) -> None:
    table = joined({name: [f"of the user: {name}"] for name in OURS})
    layer = back(table, extension)
    kept = {str(cells(layer, name)[0]) for name in layer.table.columns}
    assert {f"of the user: {name}" for name in OURS} <= kept
    assert len({name.casefold() for name in layer.table.columns}) == len(layer.table.columns)
    assert {"area_id", "relation", "distance_km"} <= set(layer.table.columns)


def test_the_missions_and_countries_that_records_name_go_along() -> None:
    records = own_apply.apply(
        layer_of({"who": ["ALPHA", "BETA"], "where": ["Georgia", None]}),
        own_guess.ColumnMapping(mission="who", country="where"), DATA,
    ).good  # fmt: skip
    layer = back(own_join.join(records, DATA, 25), "csv")
    assert cells(layer, "mission_id") == ["alpha", "beta"]
    assert cells(layer, "country_iso3") == ["GEO", None]
    assert "mission_id" not in back(joined({"name": ["a"]}), "csv").table.columns


@pytest.mark.parametrize("extension", FORMATS)
def test_a_column_of_the_owner_keeps_its_name(extension: str) -> None:
    layer = back(joined({name: ["own"] for name in ("fid", "geom", "_id", "ogc_fid")}), extension)
    assert [cells(layer, name) for name in ("fid", "geom", "_id", "ogc_fid")] == [["own"]] * 4


def test_a_shape_that_is_too_long_for_a_cell_is_said_so_and_not_cut() -> None:
    long = LineString(np.column_stack([np.linspace(40, 41, 3000), np.linspace(41, 42, 3000)]))
    text = cells(back(joined({"name": ["a"]}, [long]), "xlsx"), "atlas_shape")[0]
    assert text.endswith("characters, too long for a cell: take the GeoPackage)")


@pytest.mark.parametrize("extension", FORMATS)
def test_a_reimported_export_can_be_exported_again(extension: str) -> None:
    once = back(joined({"name": ["a", "=b"]}), extension)
    records = own_apply.apply(once, own_guess.guess(once, DATA), DATA)
    again = back(own_join.join(records.good, DATA, 25), extension)
    assert records.kept_aside == 0
    assert cells(again, "name") == ["a", "=b"]


@pytest.mark.parametrize("extension", FORMATS)
def test_no_records_make_a_file_too(extension: str) -> None:
    assert own.to_bytes(joined({"name": ["a"]}).head(0), DATA, ABOUT, extension)


def test_each_file_that_can_says_whose_data_it_holds() -> None:
    table = joined({"name": ["a"]})
    files = {extension: own.to_bytes(table, DATA, ABOUT, extension) for extension in FORMATS}
    with zipfile.ZipFile(io.BytesIO(files["zip"])) as packed:
        assert MARK in packed.read("README.txt").decode()
    assert MARK in str(json.loads(files["geojson"])["about"])
    assert MARK.encode() in pq.read_schema(io.BytesIO(files["parquet"])).metadata[b"border_atlas"]
    assert MARK in str(list(openpyxl.load_workbook(io.BytesIO(files["xlsx"]))["About"].values))
    database = sqlite3.connect(":memory:")
    database.deserialize(files["gpkg"])
    said = dict(database.execute("SELECT heading, text FROM about").fetchall())
    database.close()
    assert said["Mark"].startswith(MARK)
    assert said["Kept aside"] == "2 rows of the file had faults and are not in here"


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(ExportError, match="no format “pdf”; choose one of csv, zip, xlsx, geojson, gpkg, parquet"):
        own.to_bytes(joined({"name": ["a"]}), DATA, ABOUT, "pdf")


def test_the_list_of_faults_is_harmless_and_complete() -> None:
    layer = layer_of({"lon": ["=1+1", "44", "@x"], "lat": ["42", "95", "41"]})
    faults = own_apply.apply(layer, own_guess.ColumnMapping("lon", "lat"), DATA).faults
    content = own.faults_csv(faults)
    assert b"\n=" not in content
    assert b",=" not in content
    table = read_here(content, "faults.csv")[0].table
    assert list(table["row"]) == ["2", "3", "4"]
    assert list(table["value"]) == ["'=1+1", "95", "'@x"]
    assert list(table.columns) == ["row", "column", "value", "fault", "right"]


@pytest.mark.parametrize("example", examples(), ids=lambda one: one.name)
def test_every_example_is_read_without_fault_and_placed_whole(example: Example) -> None:
    (layer,) = read_here(example.content, example.name)
    records = own_apply.apply(layer, own_guess.guess(layer, DATA), DATA)
    assert (layer.faults, len(records.faults), records.kept_aside) == ((), 0, 0)
    assert len(records.good) == (4 if example.name.endswith(".zip") else 12)
    assert not records.good.geometry.isna().any()
    assert np.isfinite(records.good.total_bounds).all()
    assert not records.good["_date"].isna().any()
    assert sorted(set(records.good["_category"])) == ["incident", "market", "post"][
        : 3 if len(layer.rows) > 4 else 2
    ] or (set(records.good["_category"]) == {"incident", "post"})
