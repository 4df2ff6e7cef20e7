"""Whatever comes in: a table or a refusal of ours, and no row lost without a count."""

import csv
import io
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from border_atlas.data.own.csv_table import find_delimiter, read_csv
from border_atlas.data.own.header import header_position
from border_atlas.data.own.limits import Limits
from border_atlas.data.own.sniff import FORMS, sniff
from border_atlas.data.own.text import clean, clean_name, decode, unique_names
from border_atlas.errors import OwnFileError
from tests.data.own import samples
from tests.data.own.samples import feature, geojson_of, read_here

FILES = samples.each_form()
CELLS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)
MAGIC = st.sampled_from(
    [b"", b"PK\x03\x04", b"PAR1", b"SQLite format 3\0", b"{", b"<kml>", b"\xff\xfe", b"\xef\xbb\xbf"]
)


@given(
    MAGIC, st.binary(max_size=300), st.sampled_from(["csv", "json", "xlsx", "gpkg", "zip", "parquet", "kml", "", "exe"])
)
def test_sniffing_says_a_form_or_refuses(magic: bytes, content: bytes, extension: str) -> None:
    try:
        form = sniff(magic + content, f"x.{extension}")
    except OwnFileError as error:
        assert error.what  # noqa: PT017  a refusal is as good as a form
    else:
        assert extension in FORMS[form]


@given(st.binary(max_size=400))
def test_decoding_gives_text_without_nul_or_refuses(content: bytes) -> None:
    try:
        text, _ = decode(content, where="x")
    except OwnFileError:
        return
    assert "\0" not in text


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=6), st.sampled_from(",;\t|"))
def test_no_row_of_a_csv_is_lost_without_a_count(rows: list[list[str]], delimiter: str) -> None:
    sink = io.StringIO(newline="")
    writer = csv.writer(sink, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([["first", "second", "third"], *rows])
    layer = read_csv(sink.getvalue().encode(), name="x", limits=Limits())[0]
    empty = sum(int(count) for note in layer.notes for count in re.findall(r"^(\d+) empty row", note))
    assert layer.columns == ["first", "second", "third"]
    assert len(layer.rows) + empty == len(rows)
    kept = [[cell or None for cell in row] for row in rows if any(cell.strip() for cell in row)]
    assert [list(cells) for cells in zip(*layer.data, strict=True)] == kept


@given(st.text(max_size=200))
def test_any_text_is_a_table_or_refused(text: str) -> None:
    assert len(find_delimiter(text)) == 1
    try:
        layer = read_csv(text.encode("utf-8", "surrogatepass"), name="x", limits=Limits())[0]
    except OwnFileError:
        return
    assert all(len(cells) == len(layer.rows) for cells in layer.data)


@given(st.lists(st.lists(st.none() | CELLS, max_size=4), max_size=8))
def test_a_header_is_found_where_there_is_a_row(rows: list[list[str | None]]) -> None:
    place = header_position(rows)
    assert place == -1 or 0 <= place < len(rows)


@given(st.lists(st.text(max_size=6), max_size=20))
def test_names_are_unique_clean_and_never_empty(names: list[str]) -> None:
    unique = unique_names(names)
    assert len({name.casefold() for name in unique}) == len(names)
    assert all(name and clean(name) == (name, False) and name.casefold() != "geometry" for name in unique)


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    cleaned, _ = clean(text)
    assert clean(cleaned) == (cleaned, False)
    assert clean_name(clean_name(text)) == clean_name(text)


@given(JSON, JSON)
def test_any_json_as_geometry_or_properties(geometry: object, properties: object) -> None:
    content = geojson_of([{"type": "Feature", "geometry": geometry, "properties": properties}, feature(None)])
    try:
        layer = read_here(content, "x.geojson")[0]
    except OwnFileError:
        return
    assert len(layer.table) == 2


@given(JSON, st.sampled_from(["Point", "LineString", "Polygon", "MultiPolygon", "MultiPoint", "GeometryCollection"]))
def test_any_json_as_coordinates(coordinates: object, kind: str) -> None:
    shape = {"type": kind, "coordinates": coordinates, "geometries": coordinates}
    try:
        layer = read_here(geojson_of([feature(shape)]), "x.geojson")[0]
    except OwnFileError:
        return
    assert layer.geometry[0] is not None or layer.faults


@given(JSON)
def test_any_json_as_document(document: object) -> None:
    try:
        read_here(json.dumps(document).encode(), "x.json")
    except OwnFileError as error:
        assert error.what  # noqa: PT017  most are refused


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith("parquet")])
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_files_with_bytes_changed_are_read_or_refused(name: str, data: st.DataObject) -> None:
    content = bytearray(FILES[name])
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        layers = read_here(bytes(content), name)
    except OwnFileError:
        return
    assert layers
