"""Loading: the frames have the promised shape, and damage is told with its cure."""

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from border_atlas.config import DATA_AS_OF
from border_atlas.data.load import BUILT_FILES, load_dataset
from border_atlas.errors import DatasetError


def test_frames_keep_the_order_of_the_tables_and_count_from_zero(geodata: Path) -> None:
    data = load_dataset(geodata)
    assert data.missions["mission_id"].tolist() == ["old", "new"]
    assert data.activities["activity_id"].tolist() == ["old-1", "new-1"]
    for frame in (data.missions, data.areas, data.activities):
        assert isinstance(frame.index, pd.RangeIndex)


def test_geometry_is_in_degrees_on_wgs_84(geodata: Path) -> None:
    data = load_dataset(geodata)
    assert data.missions.crs == data.areas.crs == "EPSG:4326"
    assert data.missions.geometry.iloc[0].coords[0] == (10.5, -5.0)
    assert data.areas.geom_type.tolist() == ["LineString", "Point"]


def test_several_values_become_tuples(geodata: Path) -> None:
    data = load_dataset(geodata)
    assert data.missions["host_countries"].tolist() == [("AAA", "BBB"), ("AAA",)]
    assert data.missions["source_ids"].iloc[0] == ("page", "other-page")
    assert data.areas["countries"].iloc[1] == ("AAA",)
    assert data.activities["partners"].tolist() == [("A", "B"), ()]


def test_texts_stay_texts_and_lengths_are_numbers(geodata: Path) -> None:
    data = load_dataset(geodata)
    assert data.missions["start_date"].tolist() == ["2001-03", "2013-01-01"]
    assert data.missions["end_date"].tolist() == ["2012", ""]
    assert data.areas["length_km"].iloc[0] == pytest.approx(157.2)
    assert data.areas["length_km"].isna().tolist() == [False, True]
    assert data.missions["strength"].fillna(0).tolist() == [1200, 0]
    assert data.areas["length_published_km"].iloc[0] == 160
    assert data.areas["length_source_id"].tolist() == ["other-page", ""]


def test_crossings_are_points_that_refer_to_area_and_activities(geodata: Path) -> None:
    crossings = load_dataset(geodata).crossings
    assert crossings[["area_id", "activity_ids", "traffic"]].iloc[0].tolist() == ["gate", ("old-1",), "road and rail"]
    assert crossings.geometry.iloc[0].coords[0] == (10, 0)


def test_the_activities_of_a_crossing_must_exist(geodata: Path, set_feature: Callable[..., None]) -> None:
    set_feature("crossings.geojson", 0, {"properties": {"activity_ids": "old-1;nothing"}})
    with pytest.raises(DatasetError, match="activity_ids: 'nothing' does not exist"):
        load_dataset(geodata)


def test_the_source_of_a_number_must_exist(geodata: Path, set_feature: Callable[..., None]) -> None:
    set_feature("border_areas.geojson", 0, {"properties": {"length_source_id": "hearsay"}})
    with pytest.raises(DatasetError, match="length_source_id: 'hearsay' does not exist"):
        load_dataset(geodata)


def test_life_goes_from_the_first_to_the_last_possible_day(geodata: Path) -> None:
    data = load_dataset(geodata)
    missions = data.missions[["earliest", "latest"]].astype(str).to_numpy().tolist()
    assert missions == [["2001-03-01", "2012-12-31"], ["2013-01-01", "9999-12-31"]]
    activities = data.activities[["earliest", "latest"]].astype(str).to_numpy().tolist()
    assert activities == [["2001-03-01", "2012-06-30"], ["2013-01-01", "9999-12-31"]]
    assert data.activities["latest"].dtype == "datetime64[s]"


def test_a_mission_with_unknown_start_can_have_begun_whenever(geodata: Path, set_feature: Callable[..., None]) -> None:
    set_feature("missions.geojson", 0, {"properties": {"start_date": None}})
    data = load_dataset(geodata)
    assert data.missions["earliest"].iloc[0] == pd.Timestamp("0001-01-01").as_unit("s")
    assert data.missions["start_date"].iloc[0] == ""


def test_activities_know_their_family(geodata: Path) -> None:
    assert load_dataset(geodata).activities["family"].tolist() == ["monitor", "build-capacity"]


def test_countries_are_named_ones_with_a_code(geodata: Path) -> None:
    countries = load_dataset(geodata).countries
    assert countries["iso3"].tolist() == ["AAA", "BBB"]
    assert countries["label_rank"].tolist() == [1.0, 2.0]
    assert countries["label_lon"].isna().tolist() == [False, True]


def test_version_follows_the_content_of_the_built_files(geodata: Path, set_feature: Callable[..., None]) -> None:
    before = load_dataset(geodata)
    assert before.version == load_dataset(geodata).version
    assert before.data_as_of == DATA_AS_OF
    set_feature("missions.geojson", 0, {"properties": {"name": "Renamed"}})
    assert load_dataset(geodata).version != before.version


@pytest.mark.parametrize("file", BUILT_FILES)
def test_a_missing_file_is_named_with_the_cure(geodata: Path, file: str) -> None:
    (geodata / file).unlink()
    with pytest.raises(DatasetError, match="python -m border_atlas build") as caught:
        load_dataset(geodata)
    assert file in str(caught.value)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"features": 1}', '{"features": [{}]}', '{"features": []}'])
def test_a_damaged_file_is_named_with_the_cure(geodata: Path, content: str) -> None:
    (geodata / "missions.geojson").write_text(content, encoding="utf-8")
    with pytest.raises(DatasetError, match=r"missions\.geojson.*python -m border_atlas build"):
        load_dataset(geodata)


def test_a_broken_geometry_is_told(geodata: Path, set_feature: Callable[..., None]) -> None:
    set_feature("border_areas.geojson", 0, {"geometry": {"type": "LineString", "coordinates": [[1, 2]]}})
    with pytest.raises(DatasetError, match=r"border_areas\.geojson"):
        load_dataset(geodata)


def test_a_missing_column_is_named(geodata: Path) -> None:
    path = geodata / "missions.geojson"
    content = json.loads(path.read_text(encoding="utf-8"))
    for feature in content["features"]:
        del feature["properties"]["acronym"]
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(DatasetError, match=r"missions\.geojson has no acronym"):
        load_dataset(geodata)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (("activities.csv", 0, "mission_id", "nobody"), "'nobody' does not exist"),
        (("activities.csv", 0, "area_id", "nowhere"), "'nowhere' does not exist"),
        (("activities.csv", 0, "source_ids", "page;hearsay"), "'hearsay' does not exist"),
        (("activities.csv", 1, "activity_id", "old-1"), "'old-1' stands twice"),
        (("activities.csv", 0, "activity_type", "sailing"), "sailing"),
        (("activities.csv", 0, "end_date", "2012-13"), "'2012-13'"),
        (("activities.csv", 1, "end_date", "1999"), "cannot end"),
    ],
)
def test_rows_that_do_not_fit_are_told(
    geodata: Path, set_cell: Callable[..., None], cell: tuple[str, int, str, str], told: str
) -> None:
    set_cell(*cell)
    with pytest.raises(DatasetError, match=told):
        load_dataset(geodata)


def test_a_length_that_is_no_number_is_told(geodata: Path, set_feature: Callable[..., None]) -> None:
    set_feature("border_areas.geojson", 0, {"properties": {"length_km": "far"}})
    with pytest.raises(DatasetError, match="length_km"):
        load_dataset(geodata)


def test_version_follows_the_tables_that_are_read_live(geodata: Path) -> None:
    before = load_dataset(geodata).version
    (geodata / "tables" / "readings.csv").write_text("read_on\n2026-01\n", encoding="utf-8")
    assert load_dataset(geodata).version != before
