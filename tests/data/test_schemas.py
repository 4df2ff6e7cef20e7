"""Each rule for a cell refuses what is wrong and says what is right."""

from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from border_atlas.data import schemas
from border_atlas.data.faults import Fault
from border_atlas.data.tables import ACTIVITIES, AREAS, COLUMNS, COUNTRIES, CROSSINGS, MISSIONS, SOURCES

Found = Callable[..., list[Fault]]


@pytest.fixture
def found(sound_table: Callable[[str], pd.DataFrame]) -> Found:
    """Return a function that sets one cell of the first row and gives the faults of the table."""

    def look(file: str, column: str, value: str) -> list[Fault]:
        table = sound_table(file)
        table.loc[0, column] = value
        return list(schemas.faults(file, table))

    return look


@pytest.mark.parametrize("file", COLUMNS)
def test_schema_and_reader_name_the_same_columns(file: str) -> None:
    assert tuple(schemas.SCHEMAS[file].columns) == COLUMNS[file]


@pytest.mark.parametrize("file", COLUMNS)
def test_a_sound_table_has_no_fault(file: str, sound_table: Callable[[str], pd.DataFrame]) -> None:
    assert not list(schemas.faults(file, sound_table(file)))


@pytest.mark.parametrize(
    ("file", "column", "value", "problem"),
    [
        (MISSIONS, "mission_id", "Old_Mission", "is no id"),
        (MISSIONS, "mission_id", "", "is empty"),
        (MISSIONS, "mission_id", "a--b", "is no id"),
        (MISSIONS, "name", "", "is empty"),
        (MISSIONS, "name", "Old ", "has blanks at its edge"),
        (MISSIONS, "name", "{{x}}", "holds the start of a template"),
        (MISSIONS, "notes", "{% if %}", "holds the start of a template"),
        (MISSIONS, "notes", "a\u2028b", "holds a control character"),
        (MISSIONS, "organisation", "NASA", "is not allowed"),
        (MISSIONS, "operation_type", "war", "is not allowed"),
        (MISSIONS, "host_countries", "AAA; BBB", "is no list of countries"),
        (MISSIONS, "host_countries", "AAA;AAA", "is no list of countries"),
        (MISSIONS, "host_countries", "aaa", "is no list of countries"),
        (MISSIONS, "former_names", "A;;B", "is no list of texts"),
        (MISSIONS, "hq_lon", "180.1", "is no coordinate"),
        (MISSIONS, "hq_lat", "-91", "is no coordinate"),
        (MISSIONS, "hq_lat", "north", "is no coordinate"),
        (MISSIONS, "hq_lat", "nan", "is no coordinate"),
        (MISSIONS, "hq_lat", "1e1", "is no coordinate"),
        (MISSIONS, "start_date", "2013-13", "is no date"),
        (MISSIONS, "start_basis", "", "is empty"),
        (MISSIONS, "end_basis", "over", "is not allowed"),
        (MISSIONS, "source_ids", "", "is empty"),
        (MISSIONS, "source_ids", "a,b", "is no list of ids"),
        (MISSIONS, "verified", "maybe", "is not allowed"),
        (MISSIONS, "strength", "1,200", "is no whole number"),
        (MISSIONS, "strength", "44.5", "is no whole number"),
        (MISSIONS, "strength", "0", "is no whole number"),
        (MISSIONS, "strength_kind", "planned", "is not allowed"),
        (MISSIONS, "strength_as_of", "Dec 2025", "is no date"),
        (AREAS, "kind", "wall", "is not allowed"),
        (AREAS, "line_status", "solid", "is not allowed"),
        (AREAS, "display", "blob", "is not allowed"),
        (AREAS, "countries", "", "is empty"),
        (AREAS, "name_de", "{{x}}", "holds the start of a template"),
        (AREAS, "length_published_km", "3,323", "is no amount"),
        (AREAS, "length_published_km", "0", "is no amount"),
        (AREAS, "length_published_km", "about 300", "is no amount"),
        (AREAS, "length_source_id", "Page One", "is no id"),
        (ACTIVITIES, "activity_type", "sailing", "is not allowed"),
        (CROSSINGS, "traffic", "camel", "is not allowed"),
        (CROSSINGS, "activity_ids", "a, b", "is no list of ids"),
        (CROSSINGS, "lon", "", "is empty"),
        (SOURCES, "url", "javascript:alert(1)", "is no web address"),
        (SOURCES, "url", "ftp://example.org/a", "is no web address"),
        (SOURCES, "url", "https://", "is no web address"),
        (SOURCES, "url", "https://[", "is no web address"),
        (SOURCES, "url", "https://example.org/a b", "is no web address"),
        (SOURCES, "standing", "copy", "is not allowed"),
        (COUNTRIES, "iso_n3", "1", "is no code"),
        (COUNTRIES, "iso3", "A1", "is no code"),
        (COUNTRIES, "label_rank", "9", "is not allowed"),
    ],
)
def test_a_wrong_cell_is_told(found: Found, file: str, column: str, value: str, problem: str) -> None:
    faults = [fault for fault in found(file, column, value) if fault.problem == problem]
    assert [(fault.file, fault.row, fault.column, fault.value) for fault in faults] == [(file, 2, column, value)]
    assert faults[0].right


@pytest.mark.parametrize(
    ("file", "column", "value"),
    [
        (MISSIONS, "acronym", ""),
        (MISSIONS, "name", "Mission d'été {1}"),
        (MISSIONS, "hq_lon", "-179.99"),
        (MISSIONS, "end_date", "2012-02-29"),
        (MISSIONS, "predecessors", ""),
        (AREAS, "line_status", ""),
        (AREAS, "length_published_km", "120.5"),
        (CROSSINGS, "traffic", ""),
        (CROSSINGS, "activity_ids", ""),
        (AREAS, "names_parties", "North: Line of the North; South: Administrative line"),
        (AREAS, "recipe", "border AAA-BBB clip buffer 10; point 1 2"),
        (SOURCES, "url", ""),
        (SOURCES, "url", "https://xn--e1afmkfd.example/ԵՄ/?a=b&c=%20"),
    ],
)
def test_a_right_cell_is_left_alone(found: Found, file: str, column: str, value: str) -> None:
    assert found(file, column, value) == []


def test_a_key_that_stands_twice_is_told_on_both_lines(found: Found) -> None:
    faults = found(MISSIONS, "mission_id", "new")
    assert [(fault.row, fault.problem) for fault in faults] == [(2, "stands twice"), (3, "stands twice")]


def test_an_unknown_column_is_told(sound_table: Callable[[str], pd.DataFrame]) -> None:
    (fault,) = schemas.faults(MISSIONS, sound_table(MISSIONS).assign(colour="red"))
    assert (fault.row, fault.column, fault.problem) == (None, "colour", "is an unknown column")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(value=st.text(max_size=8))
def test_no_text_whatever_breaks_the_check(found: Found, value: str) -> None:
    for fault in found(MISSIONS, "start_date", value):
        assert (fault.row, fault.column, fault.value) == (2, "start_date", value)
