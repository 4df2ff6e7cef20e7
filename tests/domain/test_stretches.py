"""Borders are cut where the set of border areas on them changes."""

import geopandas as gpd
import numpy as np
import pytest
from shapely.geometry import LineString, MultiPoint, Point, Polygon, box

from border_atlas.config import WGS84
from border_atlas.domain.stretches import Stretches, make_stretches
from tests.factories import make_areas

#: A degree of longitude at the equator on WGS 84.
DEGREE_KM = 111.3195


def boundaries(*lines: tuple[str, tuple[str, ...], LineString]) -> gpd.GeoDataFrame:
    rows = [
        {"line_id": name, "name": name, "sides": sides, "geometry_quality": "derived", "geometry": line}
        for name, sides, line in lines
    ]
    return gpd.GeoDataFrame(rows, geometry="geometry", crs=WGS84)


EQUATOR = boundaries(("A – B", ("AAA", "BBB"), LineString([(0, 0), (10, 0)])))


def area(area_id: str, geometry: object, *countries: str, length_km: float = float("nan")) -> dict[str, object]:
    return {
        "area_id": area_id, "name": area_id, "countries": countries or ("AAA", "BBB"), "geometry": geometry,
        "length_km": length_km,
    }  # fmt: skip


def lengths(stretches: Stretches, ids: list[str]) -> dict[tuple[str, str], float]:
    return {
        (row.name_, ",".join(np.array(ids)[on])): round(row.km, 1)
        for row, on in zip(stretches.table.rename(columns={"name": "name_"}).itertuples(), stretches.areas, strict=True)
    }


def test_a_border_is_cut_where_an_area_begins_and_ends() -> None:
    areas = make_areas(area("part", LineString([(2, 0), (6, 0)])))
    found = lengths(make_stretches(areas, EQUATOR), ["part"])
    assert found[("A – B", "part")] == pytest.approx(4 * DEGREE_KM, abs=10)
    assert sum(found.values()) == pytest.approx(10 * DEGREE_KM, abs=0.2)


def test_the_same_line_drawn_a_little_off_is_the_same() -> None:
    areas = make_areas(area("off", LineString([(0, 0.01), (10, 0.01)])))
    assert list(lengths(make_stretches(areas, EQUATOR), ["off"])) == [("A – B", "off")]


def test_a_line_three_kilometres_off_is_another_line() -> None:
    areas = make_areas(area("aside", LineString([(0, 0.03), (10, 0.03)])))
    assert ("aside", "aside") in lengths(make_stretches(areas, EQUATOR), ["aside"])


def test_a_crossing_line_does_not_lie_on_the_border() -> None:
    areas = make_areas(area("across", LineString([(5, -3), (5, 3)])))
    assert ("A – B", "across") not in lengths(make_stretches(areas, EQUATOR), ["across"])


def test_a_zone_covers_the_stretch_inside_it() -> None:
    areas = make_areas(area("zone", box(2, -1, 4, 1)))
    found = lengths(make_stretches(areas, EQUATOR), ["zone"])
    assert found[("A – B", "zone")] == pytest.approx(2 * DEGREE_KM, abs=10)


def test_a_zone_does_not_cover_the_border_of_a_third_country_at_its_end() -> None:
    lines = boundaries(
        ("A-B", ("AAA", "BBB"), LineString([(0, 0), (5, 0)])),
        ("A-C", ("AAA", "CCC"), LineString([(5, 0), (9, 0)])),
    )
    areas = make_areas(area("zone", box(0, -1, 5.5, 1)))
    found = lengths(make_stretches(areas, lines), ["zone"])
    assert ("A-B", "zone") in found
    assert ("A-C", "zone") not in found


def test_a_coast_is_a_stretch_of_its_own_and_stands_once() -> None:
    short, long = LineString([(0, 5), (3, 5)]), LineString([(0, 5), (9, 5)])
    areas = make_areas(area("short", short, length_km=330.0), area("long", long, length_km=990.0))
    found = lengths(make_stretches(areas, EQUATOR), ["short", "long"])
    assert found[("short", "short,long")] == pytest.approx(3 * DEGREE_KM, rel=0.02)
    assert found[("long", "long")] == pytest.approx(6 * DEGREE_KM, rel=0.02)


def test_points_and_zones_without_a_line_are_places() -> None:
    sea = Polygon([(20, 20), (21, 20), (21, 21)])
    areas = make_areas(area("gate", Point(5, 0.001)), area("sea", sea), area("line", LineString([(0, 0), (10, 0)])))
    found = lengths(make_stretches(areas, EQUATOR), ["gate", "sea", "line"])
    assert found[("gate", "gate,line")] == 0.0
    assert found[("sea", "sea")] == 0.0


def test_several_points_are_one_place() -> None:
    areas = make_areas(area("airports", MultiPoint([(3, 5), (7, 5)])))
    assert ("airports", "airports") in lengths(make_stretches(areas, EQUATOR), ["airports"])


def test_share_of_an_area_is_by_length() -> None:
    areas = make_areas(area("whole", LineString([(0, 0), (10, 0)])), area("part", LineString([(0, 0), (2.5, 0)])))
    stretches = make_stretches(areas, EQUATOR)
    whole, part = stretches.share_of(stretches.areas[:, 1])
    assert whole == pytest.approx(0.25, abs=0.02)
    assert part == pytest.approx(1.0)
