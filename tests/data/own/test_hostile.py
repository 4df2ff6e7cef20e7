"""Files made to harm: each is refused with a message, or read without what is dangerous in it."""

import io
import json
import sqlite3
import struct
import zipfile

import pytest

from border_atlas.data.own.sniff import FORMS
from border_atlas.errors import OwnFileError
from tests.data.own import samples
from tests.data.own.samples import feature, geojson_of, kml_of, point, read_here, xlsx_of, zip_of

EXTENSIONS = sorted({extension for extensions in FORMS.values() for extension in extensions})
POINTERS = {
    "vrt": b'<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer>'
    b"</OGRVRTDataSource>",
    "vrt with declaration": b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x -->\n<OGRVRTDataSource></OGRVRTDataSource>',
    "raster vrt": b'<VRTDataset rasterXSize="1" rasterYSize="1"></VRTDataset>',
    "gdalg": b'{"type": "gdal_streamed_alg", "command_line": "gdal vector pipeline ! read /etc/passwd ! write x"}',
    "gdalg with bom": '\ufeff {"command_line": "gdal vector convert /etc/x", "type": "gdal_streamed_alg"}'.encode(),
    "wfs": b"WFS:http://127.0.0.1/x",
    "vsi": b"/vsicurl/http://127.0.0.1/x.geojson",
    "wfs xml": b'<?xml version="1.0"?><OGRWFSDataSource><URL>http://127.0.0.1</URL></OGRWFSDataSource>',
    "gml": b'<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml"></gml:FeatureCollection>',
    "topojson": b'{"type": "Topology", "objects": {}, "arcs": []}',
    "esri json": b'{"geometryType": "esriGeometryPoint", "features": []}',
    "html": b"<!doctype html><script>alert(1)</script>",
}


@pytest.mark.parametrize("extension", EXTENSIONS)
@pytest.mark.parametrize("pointer", POINTERS)
def test_texts_that_open_other_files_are_refused_under_every_extension(pointer: str, extension: str) -> None:
    with pytest.raises(OwnFileError, match=r"looks like|is no GeoJSON"):
        read_here(POINTERS[pointer], f"x.{extension}")


@pytest.mark.parametrize("pointer", POINTERS)
@pytest.mark.parametrize("member", ["x.vrt", "x.geojson", "x.csv", "x.kml", "x.gdalg.json"])
def test_nor_inside_a_zip(pointer: str, member: str) -> None:
    with pytest.raises(OwnFileError, match="looks like"):
        read_here(zip_of({member: POINTERS[pointer]}), "x.zip")


@pytest.mark.parametrize("pointer", POINTERS)
def test_nor_in_place_of_a_part_of_a_shapefile(pointer: str) -> None:
    parts = samples.shapefile_parts(samples.frame())
    for part in ("layer.shp", "layer.shx", "layer.dbf"):
        with pytest.raises(OwnFileError, match=r"no Shapefile|cut off|differ in number"):
            read_here(zip_of(parts | {part: POINTERS[pointer]}), "x.zip")
    with pytest.raises(OwnFileError, match="reference system is not known"):
        read_here(zip_of(parts | {"layer.prj": POINTERS[pointer]}), "x.zip")
    assert len(read_here(zip_of(parts | {"layer.cpg": POINTERS[pointer]}), "x.zip")[0].table) == 3
    layer = read_here(zip_of(parts | {"layer.vrt": POINTERS[pointer]}), "x.zip")[0]
    assert any("1 other file(s)" in note for note in layer.notes)


def test_extension_and_content_must_agree() -> None:
    files = samples.each_form()
    for name, content in files.items():
        for extension in EXTENSIONS:
            if extension not in next(kinds for kinds in FORMS.values() if name.rpartition(".")[2] in kinds):
                with pytest.raises(OwnFileError, match="does not go with the file's ending"):
                    read_here(content, f"x.{extension}")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\0\0", b"\xff\xfe\0\0"])
def test_empty_files_are_refused(content: bytes) -> None:
    with pytest.raises(OwnFileError):
        read_here(content, "x.csv")


@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.9, 0.99])
@pytest.mark.parametrize(
    "name", ["places.xlsx", "places.geojson", "places.gpkg", "places.zip", "places.parquet", "places.kml"]
)
def test_half_files_are_refused_with_a_message(name: str, share: float) -> None:
    content = samples.each_form()[name]
    with pytest.raises(OwnFileError) as caught:
        read_here(content[: int(len(content) * share)], name)
    assert caught.value.what


def test_half_a_quote_is_refused_with_its_line() -> None:
    with pytest.raises(OwnFileError, match=r"line 3: A quotation mark"):
        read_here(b'a,b\n1,2\n"3,4\n5,6\n', "x.csv")


def test_zip_bombs_are_refused_before_they_unpack() -> None:
    parts = samples.shapefile_parts(samples.frame())
    with pytest.raises(OwnFileError, match="suspiciously much"):
        read_here(zip_of(parts | {"layer.dbf": b"\0" * 50_000_000}), "x.zip")
    with pytest.raises(OwnFileError, match="unpacks to too much"):
        read_here(zip_of(parts | {"layer.dbf": b"\0" * 5_000_000}), "x.zip", unpacked=4_000_000)
    with pytest.raises(OwnFileError, match="too many members"):
        read_here(zip_of(parts | {f"{i}.txt": b"" for i in range(300)}), "x.zip")


def test_a_zip_that_lies_about_its_sizes_is_refused() -> None:
    content = bytearray(zip_of({"layer.shp": b"\0" * 3_000_000}))
    place = content.rindex(b"PK\x01\x02")
    content[place + 24 : place + 28] = struct.pack("<I", 1_000)
    with pytest.raises(OwnFileError):
        read_here(bytes(content), "x.zip")


@pytest.mark.parametrize("name", ["../layer.shp", "/etc/layer.shp", "C:\\layer.shp"])
def test_names_that_lead_out_of_the_zip_are_refused(name: str) -> None:
    with pytest.raises(OwnFileError, match="leads out of it"):
        read_here(zip_of({name: b"x"}), "x.zip")


@pytest.mark.parametrize("opening", ["[", '{"a":', '{"type":"FeatureCollection","features":['])
def test_json_nested_deep_is_refused(opening: str) -> None:
    with pytest.raises(OwnFileError):
        read_here(b'{"type": "Feature", "a": ' + opening.encode() * 100_000, "x.geojson")


def test_nesting_within_properties_and_collections_is_capped() -> None:
    deep: object = 1
    collection: object = point()
    for _ in range(60):
        deep, collection = [deep], {"type": "GeometryCollection", "geometries": [collection]}
    with pytest.raises(OwnFileError, match="nested too deep"):
        read_here(geojson_of([feature(point(), a=deep)]), "x.geojson")
    layer = read_here(geojson_of([feature(collection)]), "x.geojson")[0]
    assert layer.faults[0].row == 1


def test_deep_kml_entities_and_links_are_refused() -> None:
    with pytest.raises(OwnFileError, match="nested too deep"):
        read_here(kml_of("<Folder>" * 100_000), "x.kml")
    bomb = b'<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "x">]><kml><Placemark><name>&a;</name></Placemark></kml>'
    with pytest.raises(OwnFileError, match="document type"):
        read_here(bomb, "x.kml")
    with pytest.raises(OwnFileError, match="no placemarks"):
        read_here(kml_of("<NetworkLink><Link><href>http://127.0.0.1/x</href></Link></NetworkLink>"), "x.kml")


def test_entities_in_workbooks_are_refused() -> None:
    sink = io.BytesIO(xlsx_of({"x": [["a"], [1]]}))
    with zipfile.ZipFile(sink, "a") as archive:
        archive.writestr("xl/evil.xml", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>')
    with pytest.raises(OwnFileError, match="document type"):
        read_here(sink.getvalue(), "x.xlsx")


@pytest.mark.parametrize("columns", [100_000, 1_000_000])
def test_a_table_of_very_many_columns_is_refused(columns: int) -> None:
    with pytest.raises(OwnFileError, match="too many columns"):
        read_here(b"a," * columns + b"a\n" + b"1," * columns + b"1\n", "x.csv")


def test_many_columns_in_other_forms_are_refused() -> None:
    properties = {f"c{i}": i for i in range(2_000)}
    with pytest.raises(OwnFileError, match="too many columns"):
        read_here(geojson_of([feature(point(), **properties)]), "x.geojson")
    with pytest.raises(OwnFileError, match="too many columns"):
        read_here(xlsx_of({"x": [list(properties), list(properties.values())]}), "x.xlsx")


def test_rows_cells_vertices_and_texts_are_capped() -> None:
    with pytest.raises(OwnFileError, match="too many rows"):
        read_here(b"a,b\n" + b"1,2\n" * 400, "x.csv", rows=200)
    with pytest.raises(OwnFileError, match="too many cells"):
        read_here(b"a,b\n" + b"1,2\n" * 400, "x.csv", cells=700)
    line = {"type": "LineString", "coordinates": [[0, i] for i in range(50)]}
    with pytest.raises(OwnFileError, match="too many vertices"):
        read_here(geojson_of([feature(line)] * 3), "x.geojson", vertices=100)
    layer = read_here(b"a,b\n1," + b"x" * 50_000 + b"\n", "x.csv")[0]
    assert len(layer.table["b"][0]) == 32_767
    assert (layer.faults[0].row, layer.faults[0].column) == (2, "b")


def test_huge_numbers_stay_text_or_become_a_fault() -> None:
    raw = b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":' + b"9" * 6_000
    raw += b',"b":1e999,"c":123456789012345678901},"geometry":{"type":"Point","coordinates":[1e999,1]}}]}'
    layer = read_here(raw, "x.geojson")[0]
    assert layer.table.iloc[0].tolist() == ["9" * 6_000, None, "123456789012345678901"]
    assert "not a finite number" in layer.faults[0].what


def test_views_and_virtual_tables_are_left_out_and_triggers_do_not_run() -> None:
    script = (
        "CREATE VIEW spy AS SELECT load_extension('x') AS a, readfile('/etc/passwd') AS b;"
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('spy', 'attributes', 'spy', 0);"
        "CREATE TRIGGER t AFTER INSERT ON places BEGIN DELETE FROM places; END;"
    )
    layers = read_here(samples.with_sql(samples.gpkg_of({"places": samples.frame()}), script), "x.gpkg")
    assert [layer.name for layer in layers] == ["places"]
    assert len(layers[0].table) == 3
    assert any("“spy” is a view" in note for note in layers[0].notes)


def test_a_view_in_place_of_a_table_is_refused() -> None:
    content = samples.gpkg_of({"places": samples.frame()})
    swapped = "PRAGMA legacy_alter_table=ON; ALTER TABLE {0} RENAME TO old_; CREATE VIEW {0} AS SELECT * FROM old_;"
    for table in ("gpkg_contents", "places"):
        with pytest.raises(OwnFileError):
            read_here(samples.with_sql(content, swapped.format(table)), "x.gpkg")


def test_generated_columns_make_no_huge_texts() -> None:
    script = (
        "CREATE TABLE evil (a INTEGER, b TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000))) VIRTUAL);"
        "INSERT INTO evil (a) VALUES (1);"
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('evil', 'attributes', 'e', 0);"
    )
    with pytest.raises(OwnFileError, match="damaged"):
        read_here(samples.with_sql(samples.gpkg_of({"places": samples.frame()}), script), "x.gpkg")


def _plain_database() -> bytes:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE a (b)")
        content = connection.serialize()
    connection.close()
    return content


def test_a_plain_database_is_refused() -> None:
    with pytest.raises(OwnFileError, match="SQLite database"):
        read_here(_plain_database(), "x.gpkg")


def test_control_characters_go_with_a_note_and_nul_is_refused() -> None:
    layer = read_here(b"a,b\n1,x\x07\x1by\n", "x.csv")[0]
    assert layer.table["b"][0] == "xy"
    assert any("control characters" in note for note in layer.notes)
    with pytest.raises(OwnFileError, match=r"line 2: The text holds a NUL"):
        read_here(b"a,b\n1,x" + b"y" * 9_000 + b"\0\n", "x.csv")
    with pytest.raises(OwnFileError, match="NUL"):
        read_here(geojson_of([feature(point(), a="x\0y")]), "x.geojson")


def test_lone_surrogates_are_replaced_with_a_note() -> None:
    layer = read_here(geojson_of([feature(point(), **{"a\ud800": "x\udc00y"})]), "x.geojson")[0]
    assert layer.table.columns.tolist() == ["a\ufffd"]
    assert layer.table.iloc[0, 0] == "x\ufffdy"


def test_wrong_encodings_are_refused_or_guessed_with_a_note() -> None:
    with pytest.raises(OwnFileError, match="says it is UTF-8"):
        read_here(b"\xef\xbb\xbfa,b\n\xff,2\n", "x.csv")
    with pytest.raises(OwnFileError, match="says it is UTF-16"):
        read_here(b"\xff\xfe" + "a,b\n1,2\n".encode("utf-16-le")[:-1], "x.csv")
    assert any("Windows-1252" in note for note in read_here(b"a,b\n\xe9,2\n", "x.csv")[0].notes)


def test_metres_without_a_crs_are_refused() -> None:
    parts = samples.shapefile_parts(samples.frame("EPSG:32638"))
    del parts["layer.prj"]
    with pytest.raises(OwnFileError, match=r"no coordinate reference system.*\.prj"):
        read_here(zip_of(parts), "x.zip")


def test_a_parquet_with_broken_geo_metadata_is_refused() -> None:
    import pyarrow as pa  # noqa: PLC0415  only here
    import pyarrow.parquet as pq  # noqa: PLC0415  only here

    for geo in ("{", "[]", json.dumps({"primary_column": "x", "columns": {"x": 1}}), "[" * 100_000):
        sink = io.BytesIO()
        pq.write_table(pa.table({"a": [1]}).replace_schema_metadata({"geo": geo}), sink)
        with pytest.raises(OwnFileError, match="GeoParquet metadata"):
            read_here(sink.getvalue(), "x.parquet")
