"""Each string of the corpus as value, column name, layer name and file name, in every form that can hold it."""

from xml.sax.saxutils import escape, quoteattr

import geopandas as gpd
import pytest
import shapely
from openpyxl.utils.exceptions import IllegalCharacterError

from border_atlas.data.own.contract import OwnLayer
from border_atlas.data.own.raw import Value
from border_atlas.data.own.read import file_name
from border_atlas.data.own.text import clean, clean_name, unique_names
from tests.data.own import samples
from tests.data.own.corpus import BIG_LIST, STRINGS
from tests.data.own.samples import feature, geojson_of, point, read_here, xlsx_of


def expected(texts: list[str]) -> list[Value]:
    return [clean(text)[0] or None for text in texts]


def check_names(layer: OwnLayer) -> None:
    names = list(layer.table.columns)
    assert all(name.strip() and isinstance(name, str) for name in names)
    assert len({name.casefold() for name in names}) == len(names)


@pytest.mark.parametrize("texts", [STRINGS, BIG_LIST], ids=["ours", "big list"])
def test_as_values_of_a_csv(texts: list[str]) -> None:
    rows = [["row", text] for text in texts]
    layer = read_here(samples.csv_of(["kind", "text"], rows).encode(), "x.csv")[0]
    assert list(layer.table["text"]) == expected(texts)


def test_the_big_list_as_file_and_layer_names() -> None:
    for text in BIG_LIST:
        name = file_name(f"{text}.csv")
        assert "/" not in name
        assert clean(read_here(b"a,b\n1,2\n", name)[0].name)[1] is False


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("texts", [STRINGS, BIG_LIST[:450], BIG_LIST[-450:]], ids=["ours", "big list", "its end"])
def test_as_columns_of_a_csv(delimiter: str, texts: list[str]) -> None:
    rows = [[f"{row}-{place}" for place in range(len(texts))] for row in range(3)]
    layer = read_here(samples.csv_of(texts, rows, delimiter).encode(), "x.csv")[0]
    assert list(layer.table.columns) == unique_names(texts)
    assert layer.table.to_numpy().tolist() == rows
    check_names(layer)


@pytest.mark.parametrize("text", STRINGS, ids=range(len(STRINGS)))
def test_as_the_first_column_of_a_csv(text: str) -> None:
    layer = read_here(samples.csv_of([text, "b"], [["1", "2"], ["3", "4"]]).encode(), "x.csv")[0]
    assert layer.table.to_numpy().tolist() == [["1", "2"], ["3", "4"]]
    assert list(layer.table.columns) == unique_names([text, "b"])


def test_in_geojson() -> None:
    features = [feature(point(), text=text) for text in STRINGS]
    assert list(read_here(geojson_of(features), "x.geojson")[0].table["text"]) == expected(STRINGS)
    layer = read_here(geojson_of([feature(point(), **dict.fromkeys(STRINGS, "v"))]), "x.geojson")[0]
    assert set(layer.table.iloc[0]) == {"v"}
    assert len(layer.table.columns) == len(STRINGS)
    check_names(layer)


def test_in_workbooks() -> None:
    held = []
    for text in STRINGS:
        try:
            xlsx_of({"x": [["a"], [text]]})
        except IllegalCharacterError:
            continue
        # A text that starts with "=" is a formula to a spreadsheet; the writer of this test would make it one.
        if not text.startswith("=") and text.strip():
            held.append(text)
    layer = read_here(xlsx_of({"x": [["kind", "text"], *(["row", text] for text in held)]}), "x.xlsx")[0]
    assert [text.replace("\r\n", "\n").replace("\r", "\n") for text in layer.table["text"]] == [
        text.replace("\r\n", "\n").replace("\r", "\n") for text in expected(held)
    ]
    assert len(held) > 140


GPKG_TABLES = ("gpkg_contents", "gpkg_geometry_columns")


def test_in_geopackages_as_value_and_layer_name() -> None:
    table = gpd.GeoDataFrame({"text": STRINGS}, geometry=[shapely.Point(1, 2)] * len(STRINGS), crs="EPSG:4326")
    content = samples.gpkg_of({"plain": table})
    assert list(read_here(content, "x.gpkg")[0].table["text"]) == expected(STRINGS)
    for text in STRINGS[::7]:
        name = text.replace("'", "''")
        quoted = text.replace('"', '""')
        script = ";".join(
            ["PRAGMA foreign_keys=OFF", "PRAGMA legacy_alter_table=ON", _without_triggers(content).rstrip("; ")]
            + [f'ALTER TABLE "plain" RENAME TO "{quoted}"']
            + [f"UPDATE {table} SET table_name = '{name}'" for table in GPKG_TABLES]  # noqa: S608  hostile by design
        )
        layer = read_here(samples.with_sql(content, script), "x.gpkg")[0]
        assert layer.name == clean_name(text) or not clean_name(text)
        assert len(layer.table) == len(STRINGS)


def _without_triggers(content: bytes) -> str:
    import sqlite3  # noqa: PLC0415  only here

    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
    connection.close()
    return "".join(f'DROP TRIGGER "{name}";' for name in names)


def test_in_kml() -> None:
    held = [text for text in STRINGS if text.strip() and text.isprintable()]
    marks = "".join(
        f"<Placemark><name>{escape(text)}</name><ExtendedData><Data name={quoteattr(text)}><value>v</value></Data>"
        "</ExtendedData><Point><coordinates>1,2</coordinates></Point></Placemark>"
        for text in held
    )
    layer = read_here(samples.kml_of(marks), "x.kml")[0]
    assert len(layer.table) == len(held)
    check_names(layer)


def test_in_parquet() -> None:
    table = gpd.GeoDataFrame({"text": STRINGS}, geometry=[shapely.Point(1, 2)] * len(STRINGS), crs="EPSG:4326")
    assert list(read_here(samples.parquet_of(table), "x.parquet")[0].table["text"]) == expected(STRINGS)


@pytest.mark.parametrize("text", STRINGS, ids=range(len(STRINGS)))
def test_as_file_name(text: str) -> None:
    name = file_name(f"{text}.csv")
    assert "/" not in name
    assert name.endswith(".csv")
    layer = read_here(b"a,b\n1,2\n", name)[0]
    assert layer.name
    assert clean(layer.name)[1] is False
