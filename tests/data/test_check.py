"""The check tells all faults at once, with file, line, column, value and what would be right."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from border_atlas.cli import main
from border_atlas.config import TABLES
from border_atlas.data import built, rules
from border_atlas.data.check import check, report
from border_atlas.data.tables import ACTIVITIES, AREAS, COLUMNS, COUNTRIES, CROSSINGS, MISSIONS, SOURCES, read_table


def tables_of(geodata: Path) -> dict[str, pd.DataFrame]:
    return {file: read_table(geodata / "tables" / file, columns) for file, columns in COLUMNS.items()}


SetCell = Callable[[str, int, str, str], None]
SetFeature = Callable[[str, int, dict[str, Any]], None]


def test_a_sound_dataset_has_no_fault(geodata: Path) -> None:
    found = check(geodata)
    assert found.empty
    assert report(found) == "The dataset is sound: no fault found.\n"
    assert list(found.columns) == ["file", "row", "column", "value", "problem", "right"]


def test_all_faults_are_told_at_once(geodata: Path, set_cell: SetCell) -> None:
    set_cell(SOURCES, 0, "url", "javascript:alert(1)")
    set_cell(ACTIVITIES, 1, "start_date", "2013-13")
    (geodata / "tables" / COUNTRIES).write_text("atlas_name\n", encoding="utf-8")
    (geodata / "boundaries.geojson").unlink()
    found = check(geodata)
    assert set(found["file"]) == {ACTIVITIES, SOURCES, COUNTRIES, "boundaries.geojson"}


def test_a_fault_says_where_what_and_what_would_be_right(geodata: Path, set_cell: SetCell) -> None:
    set_cell(ACTIVITIES, 1, "start_date", "2013-13")
    right = "right is YYYY, YYYY-MM or YYYY-MM-DD that exists."
    lines = report(check(geodata)).splitlines()
    assert lines == [
        f"activities.csv, line 3, column start_date: '2013-13' is no date; {right}",
        "1 fault found.",
    ]


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ((ACTIVITIES, 0, "mission_id", "nobody"), "does not exist"),
        ((ACTIVITIES, 0, "area_id", "nowhere"), "does not exist"),
        ((ACTIVITIES, 0, "source_ids", "hearsay"), "does not exist"),
        ((CROSSINGS, 0, "area_id", "nowhere"), "does not exist"),
        ((CROSSINGS, 0, "activity_ids", "new-1;nothing"), "does not exist"),
        ((CROSSINGS, 0, "countries", "ZZZ"), "does not exist"),
        ((CROSSINGS, 0, "source_ids", "hearsay"), "does not exist"),
        ((CROSSINGS, 0, "checked_on", ""), "is empty beside a verified record"),
        ((AREAS, 0, "countries", "AAA;ZZZ"), "does not exist"),
        ((MISSIONS, 0, "host_countries", "ZZZ"), "does not exist"),
        ((MISSIONS, 0, "successors", "nobody"), "does not exist"),
        ((MISSIONS, 0, "successors", ""), "does not name it among its successors"),
        (("boundary_lines.csv", 0, "note_id", "no-note"), "does not exist"),
        (("territories.csv", 0, "owner", "ZZZ"), "does not exist"),
        (("territories.csv", 0, "owner", "BBB"), "differs from countries.csv"),
        ((MISSIONS, 0, "end_date", "2000"), "lies before the start 2001-03"),
        ((MISSIONS, 1, "start_date", "2027"), "lies after the data's date"),
        ((ACTIVITIES, 1, "start_date", "2012"), "lies before the mission began (2013-01-01)"),
        ((ACTIVITIES, 0, "end_date", "2013"), "lies after the mission ended (2012)"),
        ((ACTIVITIES, 0, "end_date", ""), "is empty though the mission ended (2012)"),
        ((ACTIVITIES, 0, "start_basis", "decided"), "has no start_date beside it"),
        ((ACTIVITIES, 1, "end_basis", "ended"), "has no end_date beside it"),
        ((ACTIVITIES, 0, "end_basis", "running"), "contradicts the end_date 2012-06-30"),
        ((ACTIVITIES, 1, "last_seen", ""), "is empty beside 'running'"),
        ((MISSIONS, 1, "verified", "partly"), "rests on 'general-knowledge' alone"),
        ((MISSIONS, 0, "source_ids", "page;general-knowledge"), "names a page and general knowledge"),
        ((MISSIONS, 0, "checked_on", ""), "is empty beside a verified record"),
        ((MISSIONS, 0, "strength", ""), "is empty beside strength_kind authorised"),
        ((MISSIONS, 0, "strength_of", ""), "is empty beside strength 1200"),
        ((MISSIONS, 0, "strength_source_id", ""), "is empty beside strength 1200"),
        ((MISSIONS, 0, "strength_source_id", "hearsay"), "does not exist"),
        ((MISSIONS, 0, "strength_as_of", "2026-02"), "lies after the data's date"),
        ((AREAS, 0, "recipe", "border AAA"), "cannot read 'border AAA'"),
        ((AREAS, 0, "length_source_id", ""), "is empty beside the published length 160"),
        ((AREAS, 0, "length_published_km", ""), "is empty beside its source other-page"),
        ((AREAS, 0, "length_source_id", "hearsay"), "does not exist"),
        ((AREAS, 0, "lon_min", "12"), "is not below lon_max 11"),
        ((AREAS, 0, "lat_max", "-1"), "is not below lat_max -1"),
        ((SOURCES, 0, "url", ""), "is empty without a word why"),
        ((SOURCES, 0, "published", "2026-02"), "lies after the check on 2026-01-05"),
        ((COUNTRIES, 3, "label", "Reef"), "does not go with the label"),
        ((COUNTRIES, 0, "label_lat", ""), "does not go with label_lat"),
        ((COUNTRIES, 1, "name", "North"), "has a second name"),
    ],
)
def test_rows_that_do_not_fit_together_are_told(
    geodata: Path, set_cell: SetCell, cell: tuple[str, int, str, str], problem: str
) -> None:
    set_cell(*cell)
    assert problem in {fault.problem for fault in rules.faults(tables_of(geodata)) if fault.file == cell[0]}


def test_an_activity_may_share_only_the_mission_s_first_month(geodata: Path, set_cell: SetCell) -> None:
    set_cell(ACTIVITIES, 0, "start_date", "2001-03-31")
    assert check(geodata).empty


@pytest.mark.parametrize(
    ("file", "members", "problem"),
    [
        (
            "missions.geojson",
            {"geometry": {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}},
            "is no geometry",
        ),
        ("missions.geojson", {"geometry": None}, "is no geometry"),
        ("crossings.geojson", {"properties": {"traffic": "sea"}}, "differs from the table"),
        (
            "missions.geojson",
            {"geometry": {"type": "Point", "coordinates": [181, 0]}},
            "lies outside the world",
        ),
        (
            "missions.geojson",
            {"geometry": {"type": "Point", "coordinates": [1.234567, 0]}},
            "too many decimals",
        ),
        ("missions.geojson", {"properties": {"name": "Another"}}, "differs from the table"),
        ("border_areas.geojson", {"properties": {"length_published_km": 161}}, "differs from the table"),
        ("missions.geojson", {"properties": {"mission_id": "ancient"}}, "is not in the table"),
        (
            "border_areas.geojson",
            {"geometry": {"type": "GeometryCollection", "geometries": []}},
            "is no geometry for this file",
        ),
        (
            "border_areas.geojson",
            {"geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}},
            "is not valid",
        ),
        (
            "border_areas.geojson",
            {"geometry": {"type": "LineString", "coordinates": [[-179, 0], [179, 1]]}},
            "is 358 degrees wide",
        ),
        ("border_areas.geojson", {"geometry": {"type": "LineString", "coordinates": []}}, "is empty"),
        (
            "border_areas.geojson",
            {"geometry": {"type": "LineString", "coordinates": [[1, 2]]}},
            "cannot be read",
        ),
        ("border_areas.geojson", {"properties": {"geometry_quality": "good"}}, "is not allowed"),
        ("boundaries.geojson", {"properties": {"line_status": ""}}, "is not allowed"),
        ("countries.geojson", {"properties": {"iso3": "ZZZ"}}, "does not exist"),
    ],
)
def test_faults_of_built_files_are_told(
    geodata: Path, set_feature: SetFeature, file: str, members: dict[str, Any], problem: str
) -> None:
    set_feature(file, 0, members)
    told = [fault.problem for fault in built.faults(geodata, tables_of(geodata)) if fault.file == file]
    assert any(problem in text for text in told), told


def test_a_table_that_was_edited_after_the_build_is_told(geodata: Path) -> None:
    built = geodata / ACTIVITIES
    built.write_text(built.read_text(encoding="utf-8").replace("They watched.", "They slept."), encoding="utf-8")
    (fault,) = check(geodata).to_dict("records")
    assert (fault["file"], fault["row"], fault["column"]) == ("built activities.csv", 2, "summary")
    assert fault["right"].startswith("'They watched.'")


def test_another_reference_system_is_told(geodata: Path) -> None:
    path = geodata / "boundaries.geojson"
    crs = '{"crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},'
    path.write_text(crs + path.read_text(encoding="utf-8")[1:], encoding="utf-8")
    assert check(geodata)["right"].tolist() == ["EPSG:4326"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"features": []}', '{"features": [1]}'])
def test_a_damaged_built_file_is_told(geodata: Path, content: str) -> None:
    (geodata / "border_areas.geojson").write_text(content, encoding="utf-8")
    (fault,) = check(geodata).to_dict("records")
    assert fault["file"] == "border_areas.geojson"
    assert "python -m border_atlas build" in fault["right"]


def test_an_empty_folder_gives_a_fault_for_each_file(tmp_path: Path) -> None:
    found = check(tmp_path)
    assert set(COLUMNS) < set(found["file"])
    assert report(found).endswith(" faults found.\n")


def test_the_command_exits_with_one_on_a_fault(
    geodata: Path, set_cell: SetCell, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--geodata", str(geodata)]) == 0
    set_cell(MISSIONS, 0, "name", " ")
    assert main(["check", "--geodata", str(geodata)]) == 1
    assert "missions.csv, line 2, column name" in capsys.readouterr().out


@pytest.mark.parametrize(("file", "number"), [(MISSIONS, 125), (AREAS, 153), (ACTIVITIES, 259), (COUNTRIES, 255)])
def test_no_record_of_the_first_fact_base_is_lost(file: str, number: int) -> None:
    table = read_table(TABLES / file, COLUMNS[file])
    assert table.iloc[:, 0].nunique() >= number
