"""Each form there and back: the same three places come out of every file."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from border_atlas.data.own.contract import OwnLayer
from tests.data.own import samples
from tests.data.own.samples import POINTS, TEXTS, feature, geojson_of, point, read_here, xlsx_of

FILES = samples.each_form()
WITH_SHAPES = [name for name in FILES if not name.endswith(("csv", "tsv", "xlsx"))]


def only(layers: list[OwnLayer]) -> OwnLayer:
    assert len(layers) == 1
    return layers[0]


@pytest.mark.parametrize("name", FILES)
def test_every_form_gives_the_same_texts_and_counts(name: str) -> None:
    layer = only(read_here(FILES[name], name))
    assert layer.name == "places"
    assert list(layer.table["name"]) == TEXTS
    assert [None if count is None else int(count) for count in layer.table["count"]] == [1, None, 3]
    assert len(layer.rows) == 3


@pytest.mark.parametrize("name", WITH_SHAPES)
def test_every_spatial_form_gives_the_same_shapes(name: str) -> None:
    layer = only(read_here(FILES[name], name))
    assert isinstance(layer.geometry, gpd.GeoSeries)
    assert layer.geometry.crs == "EPSG:4326"
    found = shapely.get_coordinates(layer.geometry.to_numpy())
    assert np.allclose(found, POINTS)
    assert layer.rows == (1, 2, 3)


def test_rows_of_tables_are_lines_of_the_file() -> None:
    layer = only(read_here(b'a,b\n1,"two\nlines"\n\n3,4\n', "x.csv"))
    assert layer.rows == (2, 5)
    assert any("1 empty row" in note for note in layer.notes)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "~"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "utf-32"])
def test_any_delimiter_and_encoding(delimiter: str, encoding: str) -> None:
    text = samples.csv_of(
        ["place", "lon", "lat"], [["Besançon", "6,02", "47,24"], ["Görlitz", "14,99", "51,15"]], delimiter
    )
    layer = only(read_here(text.encode(encoding), "x.csv"))
    assert list(layer.table.columns) == ["place", "lon", "lat"]
    assert layer.table.iloc[0].tolist() == ["Besançon", "6,02", "47,24"]


def test_decimal_commas_do_not_pass_for_delimiters() -> None:
    layer = only(read_here("Ort;Länge;Breite\nKehl;7,81;48,57\nWörth;8,27;49,05\n".encode("cp1252"), "x.csv"))
    assert layer.table.to_numpy().tolist() == [["Kehl", "7,81", "48,57"], ["Wörth", "8,27", "49,05"]]


def test_excel_hint_names_the_delimiter() -> None:
    layer = only(read_here(b"sep=|\na|b\n1,5|2\n", "x.csv"))
    assert list(layer.table.columns) == ["a", "b"]
    assert layer.rows == (3,)


def test_title_rows_above_a_header_are_skipped_with_a_note() -> None:
    layer = only(read_here(b"Incidents 2024,,\nsource: field,,\n\nplace,lon,lat\nA,1,2\nB,3,4\nC,5,6\n", "x.csv"))
    assert list(layer.table.columns) == ["place", "lon", "lat"]
    assert layer.rows == (5, 6, 7)
    assert any("Incidents 2024" in note for note in layer.notes)


def test_ragged_rows_lose_nothing_and_are_counted() -> None:
    layer = only(read_here(b"a,b\n1,2\n3\n4,5,6\n", "x.csv"))
    assert layer.table.to_numpy().tolist() == [["1", "2", None], ["3", None, None], ["4", "5", "6"]]
    assert any("1 row(s) shorter" in note for note in layer.notes)
    assert any("1 row(s) longer" in note for note in layer.notes)


def test_workbook_with_merged_titles_and_groups() -> None:
    rows = [["Crossing points", None, None], [None], ["Sector", "Place", "Since"],
            ["North", "A", pd.Timestamp("2024-02-01")], [None, "B", "unknown"], ["South", "C", 2020]]  # fmt: skip
    layer = only(read_here(xlsx_of({"List": rows}, merged=["A1:C1", "A4:A5"]), "x.xlsx"))
    assert list(layer.table["Sector"]) == ["North", "North", "South"]
    assert list(layer.table["Since"]) == [pd.Timestamp("2024-02-01"), "unknown", 2020]
    assert layer.rows == (4, 5, 6)
    assert any("Crossing points" in note for note in layer.notes)


def test_each_sheet_is_a_layer_and_empty_ones_are_counted() -> None:
    layers = read_here(xlsx_of({"A": [["x", "y"], [1, 2]], "B": [["z", "q"], [3.5, True]], "C": []}), "x.xlsx")
    assert [layer.name for layer in layers] == ["A", "B"]
    assert layers[1].table.iloc[0].tolist() == [3.5, True]
    assert any("1 empty sheet" in note for note in layers[0].notes)


def test_shapefile_in_utm_comes_out_in_degrees() -> None:
    parts = samples.shapefile_parts(samples.frame("EPSG:32638").iloc[[1]])
    layer = only(read_here(samples.zip_of({f"folder/{name}": part for name, part in parts.items()}), "x.zip"))
    assert layer.crs == "EPSG:32638"
    assert np.allclose(shapely.get_coordinates(layer.geometry.to_numpy()), [POINTS[1]], atol=1e-6)


def test_geopackage_with_three_layers() -> None:
    layers = read_here(
        samples.gpkg_of({"a": samples.frame(), "b": samples.frame("EPSG:3857"), "c": samples.frame()}), "x.gpkg"
    )
    assert [layer.name for layer in layers] == ["a", "b", "c"]
    assert layers[1].crs == "EPSG:3857"
    assert np.allclose(shapely.get_coordinates(layers[1].geometry.to_numpy()), POINTS, atol=1e-6)


def test_open_rings_are_closed_and_wrong_shapes_named() -> None:
    ring = [[0, 0], [1, 0], [1, 1]]
    layer = only(
        read_here(
            geojson_of(
                [feature({"type": "Polygon", "coordinates": [ring]}), feature(point("x", 1)), feature(None), "text", {}]
            ),
            "x.geojson",
        )
    )
    assert [fault.row for fault in layer.faults] == [1, 2, 4, 5]
    assert [shape is None for shape in layer.geometry] == [False, True, True, True, True]


def test_old_geojson_names_its_crs() -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    layer = only(read_here(geojson_of([feature(point(1113194.9, 0.0))], crs=crs), "x.json"))
    assert layer.crs == "EPSG:3857"
    assert shapely.get_coordinates(layer.geometry.to_numpy())[0][0] == pytest.approx(10)


def test_kml_shapes_of_all_kinds() -> None:
    ring = "<LinearRing><coordinates>0,0 4,0 4,4 0,0</coordinates></LinearRing>"
    hole = "<LinearRing><coordinates>2,1 3,1 3,2 2,1</coordinates></LinearRing>"
    marks = (
        "<Placemark><LineString><coordinates>\n0,0\n1,1,5 </coordinates></LineString></Placemark>"
        f"<Placemark><Polygon><innerBoundaryIs>{hole}</innerBoundaryIs><outerBoundaryIs>{ring}</outerBoundaryIs></Polygon>"
        "</Placemark><Placemark><MultiGeometry><Point><coordinates>1,1</coordinates></Point>"
        "<Point><coordinates>2,2</coordinates></Point></MultiGeometry></Placemark><Placemark><name>none</name></Placemark>"
    )
    layer = only(read_here(samples.kml_of(marks), "x.kml"))
    assert [shape and shape.geom_type for shape in layer.geometry] == ["LineString", "Polygon", "MultiPoint", None]
    assert len(layer.geometry[1].interiors) == 1
    assert list(layer.table["name"]) == [None, None, None, "none"]
