"""Whatever a text holds, every format gives it back."""

from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from border_atlas.export.csv import to_csv_zip
from border_atlas.export.geojson import to_geojson
from border_atlas.export.gpkg import to_gpkg
from border_atlas.export.guard import clean
from border_atlas.export.xlsx import to_xlsx
from tests.export.conftest import Source, source
from tests.export.readers import READERS, TABLES

BUILDERS: Final[dict[str, Callable[..., bytes]]] = {
    "csv": to_csv_zip, "xlsx": to_xlsx, "geojson": to_geojson, "gpkg": to_gpkg,
}  # fmt: skip
NASTY: Final = [
    '=HYPERLINK("http://x")', "@SUM(1)", "-2+3|cmd", "\t=1", "'=1", "{{7*7}}", "{% x %}", "${x}", '"', "'", "a,b",
    "a;=1", "line\nbreak", "cr\rlf\r\n", "😀 🇺🇳", "שלום עולם", "مرحبا\u202e", "<script>", "_x0041_", "\x00\x07",
    "\ufeffbom", "2013-05-22", "1e5", "0012", "TRUE", "NULL", "http://example.org/a b", "  blank  ", "\u2028", "NaN",
    "]]>&amp;",
]  # fmt: skip
slow_files = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def hostile(texts: list[str]) -> Source:
    """Make a record of each kind for each text; one of several values of a cell holds no semicolon."""
    rows = [(f"r{number}", text, text.replace(";", "")) for number, text in enumerate(texts)]
    return source(
        missions=[
            {"mission_id": key, "name": text, "acronym": text, "former_names": (one, "b"), "notes": text}
            for key, text, one in rows
        ],
        areas=[
            {"area_id": key, "name": text, "name_fr": text, "names_parties": text, "notes": text}
            for key, text, _ in rows
        ],
        activities=[
            {"activity_id": key, "mission_id": key, "area_id": key, "title": text, "summary": text,
             "partners": ("a", one), "source_ids": (key,)}
            for key, text, one in rows
        ],
        sites=[{"site_id": key, "mission_id": key, "name": text, "place": text} for key, text, _ in rows],
        mandates=[{"mandate_id": key, "mission_id": key, "body": text, "summary": text} for key, text, _ in rows],
        crossings=[
            {"crossing_id": key, "area_id": key, "activity_ids": (key,), "name": text, "notes": text}
            for key, text, _ in rows
        ],
        sources=[{"source_id": key, "title": text, "url": text} for key, text, _ in rows] + [{}],
    )  # fmt: skip


def check(kind: str, texts: list[str]) -> None:
    tables = READERS[kind](BUILDERS[kind](*hostile(texts)))
    for number, text in enumerate(texts):
        said, value = clean(text), clean(text.replace(";", ""))
        mission, area, activity, site, crossing, decision, page = (tables[name][number] for name in TABLES)
        assert [mission[name] for name in ("name", "acronym", "notes")] == [said] * 3
        assert mission["former_names"] == f"{value};b"
        assert [area[name] for name in ("name", "name_fr", "names_parties", "notes")] == [said] * 4
        assert [activity[name] for name in ("title", "summary", "mission_acronym", "area_name")] == [said] * 4
        assert activity["partners"] == f"a;{value}"
        assert [site[name] for name in ("name", "place", "mission_acronym")] == [said] * 3
        assert [crossing[name] for name in ("name", "area_name", "notes")] == [said] * 3
        assert [decision[name] for name in ("body", "summary", "mission_acronym")] == [said] * 3
        assert [page[name] for name in ("title", "url")] == [said] * 2


@pytest.mark.parametrize("kind", BUILDERS)
def test_nasty_text_reads_back_equal(kind: str) -> None:
    check(kind, NASTY)


@pytest.mark.parametrize("kind", BUILDERS)
@slow_files
@given(texts=st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=20)), min_size=1, max_size=20))
def test_any_text_reads_back_equal(kind: str, texts: list[str]) -> None:
    check(kind, texts)


@pytest.mark.parametrize("kind", BUILDERS)
def test_all_formats_hold_the_same_records(kind: str, everything: Source) -> None:
    tables = READERS[kind](BUILDERS[kind](*everything))
    assert [row["mission_id"] for row in tables["missions"]] == ["alpha", "beta"]
    assert [row["area_id"] for row in tables["border_areas"]] == ["north-line", "south-zone", "gate"]
    assert [row["activity_id"] for row in tables["activities"]] == ["alpha-1", "alpha-2", "beta-1"]
    assert [row["source_id"] for row in tables["sources"]] == ["page"]
    assert tables["border_areas"][0]["length_km"] == "420.4"
    assert tables["border_areas"][0]["length_published_km"] == ""
    assert tables["border_areas"][1]["length_km"] == ""
    assert tables["missions"][0]["n_activities"] == "2"
    assert tables["missions"][1]["end_date"] == "2008-05"


@pytest.mark.parametrize("kind", BUILDERS)
def test_decisions_sites_and_crossings_go_out_with_their_sources(kind: str) -> None:
    pages = [{}, *({"source_id": name} for name in ("of-site", "of-decision", "of-crossing", "unused"))]
    made = source(
        sites=[{"source_ids": ("of-site",)}], mandates=[{"source_ids": ("of-decision",)}],
        crossings=[{"source_ids": ("of-crossing",)}], sources=pages,
    )  # fmt: skip
    tables = READERS[kind](BUILDERS[kind](*made))
    assert [tables[name][0]["name"] for name in ("field_sites", "crossing_points")] == ["Post One", "High Pass"]
    assert tables["mandates"][0]["effect"] == "set"
    assert [row["source_id"] for row in tables["sources"]] == ["page", "of-site", "of-decision", "of-crossing"]


@pytest.mark.parametrize("kind", BUILDERS)
def test_an_empty_view_is_a_whole_file_without_records(kind: str, nothing: Source) -> None:
    assert READERS[kind](BUILDERS[kind](*nothing)) == {name: [] for name in TABLES}


@pytest.mark.parametrize("kind", BUILDERS)
def test_the_same_view_gives_the_same_bytes(kind: str, everything: Source) -> None:
    assert BUILDERS[kind](*everything) == BUILDERS[kind](*everything)


@pytest.mark.parametrize("kind", BUILDERS)
def test_printed_numbers_go_out_with_their_sources(kind: str) -> None:
    made = source(
        missions=[
            {"strength": 44.0, "strength_kind": "deployed", "strength_as_of": "2025-12", "strength_source_id": "count"},
            {"mission_id": "beta"},
        ],
        areas=[{"length_published_km": 450.5, "length_source_id": "print"}],
        activities=[{}],
        sources=[{}, {"source_id": "count"}, {"source_id": "print"}, {"source_id": "unused"}],
    )
    tables = READERS[kind](BUILDERS[kind](*made))
    # Beside an unknown one, pandas reads the whole number of a GeoPackage with a point.
    assert [row["strength"].removesuffix(".0") for row in tables["missions"]] == ["44", ""]
    assert tables["border_areas"][0]["length_published_km"] == "450.5"
    assert [row["source_id"] for row in tables["sources"]] == ["page", "count", "print"]
