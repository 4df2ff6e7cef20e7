"""Joining own records to border areas: exact distances, every record kept."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import assume, example, given
from hypothesis import strategies as st
from pyproj import Geod
from shapely.geometry import LineString, Point, Polygon

from border_atlas.config import WGS84
from border_atlas.domain import own_join
from border_atlas.domain.own_near import edges_of
from border_atlas.errors import JoinError
from tests.factories import make_dataset

GEOD = Geod(ellps="WGS84")
DATA = make_dataset()


def records(*shapes: object, **columns: object) -> gpd.GeoDataFrame:
    table = {"_row": range(2, len(shapes) + 2), "_date": pd.NaT} | columns
    return gpd.GeoDataFrame(table, geometry=list(shapes), crs=WGS84)


def by_hand(lon: float, lat: float, line: LineString) -> float:
    """Geodesic distance in km to a line cut into very short pieces."""
    corners = shapely.get_coordinates(shapely.segmentize(line, 0.0005))
    _, _, metres = GEOD.inv(np.full(len(corners), lon), np.full(len(corners), lat), *corners.T)
    return float(np.min(metres)) / 1_000


def one_line(line: LineString) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({"length_km": [1.0], "area_km2": [np.nan]}, geometry=[line], crs=WGS84)


def test_points_lie_in_a_zone_near_a_line_or_nowhere() -> None:
    joined = own_join.join(records(Point(44.5, 41.2), Point(43, 42.6), Point(10, 10)), DATA, 25)
    assert joined["area_id"].tolist() == ["south-zone", "north-line", ""]
    assert joined["area_name"].tolist() == ["South zone", "North line", ""]
    assert joined["relation"].tolist() == ["in", "near", ""]
    assert joined["distance_km"].iloc[0] == 0
    assert joined["distance_km"].iloc[1] == pytest.approx(
        by_hand(43, 42.6, LineString([(40, 43), (46, 42)])), abs=0.001
    )
    assert np.isnan(joined["distance_km"].iloc[2])


def test_a_distance_decides() -> None:
    point = records(Point(43, 42.6))
    far = by_hand(43, 42.6, LineString([(40, 43), (46, 42)]))
    assert own_join.join(point, DATA, far + 0.001)["area_id"].tolist() == ["north-line"]
    assert own_join.join(point, DATA, far - 0.001)["area_id"].tolist() == [""]
    assert own_join.join(point, DATA, 0)["area_id"].tolist() == [""]


@pytest.mark.parametrize("wrong", [-1, 1_001, float("nan")])
def test_a_senseless_distance_is_refused(wrong: float) -> None:
    with pytest.raises(JoinError, match="between 0 and 1000 km"):
        own_join.join(records(Point(0, 0)), DATA, wrong)


def test_lines_and_areas_get_a_row_for_each_area_that_they_touch() -> None:
    crossing = LineString([(44.5, 41.2), (44.5, 43)])
    joined = own_join.join(records(crossing, Polygon([(0, 0), (1, 0), (1, 1)])), DATA, 25)
    assert joined["area_id"].tolist() == ["north-line", "south-zone", ""]
    assert joined["relation"].tolist() == ["touches", "touches", ""]
    assert joined["_row"].tolist() == [2, 2, 3]


def test_a_named_area_goes_before_a_place_and_rows_without_place_stay() -> None:
    joined = own_join.join(records(Point(44.5, 41.2), None, None, _area_id=["gate", "", "gate"]), DATA, 25)
    assert joined["area_id"].tolist() == ["gate", "", "gate"]
    assert joined["relation"].tolist() == ["named", "", "named"]


def test_what_stands_at_a_headquarters_or_in_mid_country_is_near_nothing() -> None:
    by = ["mission", "country", "coordinates"]
    joined = own_join.join(records(*[Point(44.5, 41.2)] * 3, _placed_by=by), DATA, 25)
    assert joined["area_id"].tolist() == ["", "", "south-zone"]


def test_the_antimeridian_is_no_wall() -> None:
    edges = edges_of(one_line(LineString([(179.9, 65), (179.9, 66)])))
    area, distance = edges.nearest(np.array([[-179.95, 65.5]]), 25)
    _, _, metres = GEOD.inv(-179.95, 65.5, 179.9, 65.5)
    assert area.tolist() == [0]
    assert distance[0] == pytest.approx(metres / 1_000, abs=0.001)


@given(
    lon=st.floats(-170, 170), lat=st.floats(-75, 75), east=st.floats(-0.4, 0.4), north=st.floats(-0.4, 0.4),
    ends=st.tuples(*[st.floats(-0.5, 0.5)] * 4),
)  # fmt: skip
@example(lon=0.0, lat=58.0, east=-0.25, north=0.25, ends=(0.0, -0.375, 0.5, -0.25))
def test_distances_are_right_to_the_metre(
    lon: float, lat: float, east: float, north: float, ends: tuple[float, float, float, float]
) -> None:
    assume(max(abs(ends[0] - ends[2]), abs(ends[1] - ends[3])) > 0.001)
    line = LineString([(lon + ends[0], lat + ends[1]), (lon + ends[2], lat + ends[3])])
    area, distance = edges_of(one_line(line)).nearest(np.array([[lon + east, lat + north]]), 300)
    assert area.tolist() == [0]
    # The hand-made cut is up to 30 m off along the line, which matters only close to it.
    hand = by_hand(lon + east, lat + north, line)
    assert distance[0] <= hand + 0.001
    assert hand - distance[0] <= 0.001 if hand > 1 else hand - distance[0] <= 0.06


def test_of_areas_that_share_a_stretch_the_shortest_is_named() -> None:
    lines = [LineString([(0, 0), (0, 1), (0, 2)]), LineString([(0, 0), (0, 1)])]
    areas = gpd.GeoDataFrame({"length_km": [222.0, 111.0], "area_km2": [np.nan] * 2}, geometry=lines, crs=WGS84)
    area, _ = edges_of(areas).nearest(np.array([[0.1, 0.5], [0.1, 1.5]]), 25)
    assert area.tolist() == [1, 0]


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), max_size=30))
def test_no_record_is_lost_and_points_never_double(places: list[tuple[float, float]]) -> None:
    joined = own_join.join(records(*map(Point, places)), DATA, 100)
    assert joined["_row"].tolist() == list(range(2, len(places) + 2))


def test_columns_that_are_called_like_ours_stay_with_their_user() -> None:
    joined = own_join.join(records(Point(44.5, 41.2), area_id=["mine"], Relation=["x"]), DATA, 25)
    assert joined["area_id"].tolist() == ["south-zone"]
    assert joined["area_id (own)"].tolist() == ["mine"]
    assert joined["Relation (own)"].tolist() == ["x"]


def test_counts_stand_beside_the_dataset() -> None:
    joined = own_join.join(records(Point(44.5, 41.2), Point(44.6, 41.2), Point(43, 42.6)), DATA, 25)
    counts = own_join.counts(joined, DATA)
    assert counts.to_dict("list") == {
        "area_id": ["south-zone", "north-line"], "area_name": ["South zone", "North line"],
        "records": [2, 1], "activities": [1, 1], "missions_active": [0, 1],
    }  # fmt: skip


def test_years_without_records_count_nothing() -> None:
    dates = pd.to_datetime(["2020-05-01", "2022-01-01", None]).as_unit("s")
    years = own_join.per_year(records(Point(0, 0), Point(0, 0), Point(0, 0), _date=dates))
    assert years.to_dict("list") == {"year": [2020, 2021, 2022], "records": [1, 0, 1]}
    assert own_join.per_year(records(Point(0, 0))).empty


def test_no_records_join_to_none() -> None:
    joined = own_join.join(records(), DATA, 25)
    assert len(joined) == 0
    assert {"area_id", "area_name", "relation", "distance_km"} <= set(joined.columns)
    assert own_join.counts(joined, DATA).empty
