"""Hexagons that count own records."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.domain.own_hexagons import (
    SIZES,
    CellIndex,
    corners,
    from_mercator,
    hexagons,
    number_categories,
    positions,
    to_mercator,
)

degrees = st.tuples(st.floats(-180, 179.99), st.floats(-84, 84))


def index_of(places: list[tuple[float, float] | None], categories: list[str] | None = None) -> CellIndex:
    points = [None if place is None else shapely.Point(place) for place in places]
    frame = gpd.GeoDataFrame({"_category": categories or [""] * len(points)}, geometry=points, crs="EPSG:4326")
    return CellIndex(frame)


def metres(places: np.ndarray) -> np.ndarray:
    """Project to Web Mercator, also what lies beyond its last latitude, where corners may be."""
    east, north = np.radians(places).T
    return 6_378_137.0 * np.column_stack([east, np.arctanh(np.sin(north))])


@given(st.lists(degrees, min_size=1, max_size=30), st.sampled_from(SIZES))
def test_every_record_is_counted_once_in_the_hexagon_that_holds_it(
    places: list[tuple[float, float]], size: float
) -> None:
    index = index_of(list(places))
    cells = index.cells(index.placed, size)
    assert cells.counts.sum() == len(places)
    # In metres of Web Mercator, where the sides are straight: in degrees those that slope are not.
    around = metres(corners(cells).reshape(-1, 2)).reshape(-1, 6, 2)
    points = shapely.points(metres(np.array(places)))
    nearest = shapely.distance(shapely.polygons(around)[:, None], points[None, :]).min(axis=0)
    assert nearest.max() < 1e-3


def test_a_record_beside_a_sloping_side_is_in_its_hexagon() -> None:
    place = (5.0, 13.537924378533319)
    index = index_of([place])
    cells = index.cells(index.placed, 400_000.0)
    around = shapely.Polygon(metres(corners(cells)[0]))
    assert around.distance(shapely.Point(metres(np.array([place]))[0])) < 1e-3


@given(st.lists(degrees, min_size=1, max_size=30))
def test_mercator_and_back(places: list[tuple[float, float]]) -> None:
    x, y = to_mercator(np.array(places))
    np.testing.assert_allclose(from_mercator(np.column_stack([x, y])), places, atol=1e-9)


def test_a_hexagon_is_found_by_its_centre() -> None:
    size = 1000.0
    q, r = np.meshgrid(np.arange(-3, 4), np.arange(-3, 4))
    x, y = size * np.sqrt(3) * (q + r / 2), size * 1.5 * r
    found = hexagons(x.ravel(), y.ravel(), size)
    np.testing.assert_array_equal(found[0], q.ravel())
    np.testing.assert_array_equal(found[1], r.ravel())


def test_there_are_never_more_cells_than_asked_for() -> None:
    random = np.random.default_rng(1)
    index = index_of(list(zip(random.uniform(-170, 170, 5000), random.uniform(-60, 60, 5000), strict=True)))
    levels = index.pyramid(index.placed, 900)
    assert sum(len(cells.q) for cells in levels) <= 900
    assert len(levels) > 1
    assert [cells.size for cells in levels] == list(SIZES[: len(levels)])
    assert all(cells.counts.sum() == 5000 for cells in levels)


def test_no_record_is_lost_where_even_the_coarsest_size_has_many_cells() -> None:
    index = index_of([(-90, 0), (0, 0), (90, 0)])
    (only,) = index.pyramid(index.placed, 2)
    assert only.counts.sum() == 3


def test_a_cell_wears_the_commonest_category_of_those_shown() -> None:
    index = index_of([(10, 10), (10, 10), (10, 10)], ["post", "post", "raid"])
    assert index.labels == ("post", "raid")
    assert index.cells(index.placed, SIZES[0]).categories.tolist() == [0]
    assert index.cells(np.array([2]), SIZES[0]).categories.tolist() == [1]


def test_records_without_a_place_are_in_no_cell() -> None:
    index = index_of([(10, 10), None])
    assert index.placed.tolist() == [0]
    assert index.cells(index.placed, SIZES[0]).counts.tolist() == [1]


def test_a_box_may_reach_beyond_the_antimeridian() -> None:
    index = index_of([(179, 0), (-179, 0), (0, 0)])
    assert index.within(index.placed, (170, -10, 190, 10)).tolist() == [0, 1]
    assert index.within(index.placed, (-190, -10, -170, 10)).tolist() == [0, 1]
    assert index.within(index.placed, (-540, -90, 540, 90)).tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("values", "names", "numbers"),
    [
        (["b", "a", "b"], ("b", "a"), [0, 1, 0]),
        (["", ""], ("other",), [0, 0]),
        (["a", ""], ("a", "other"), [0, 1]),
        (["other", "a"], ("a", "other"), [1, 0]),
        ([], ("other",), []),
    ],
)
def test_categories_are_numbered_by_how_common_they_are(
    values: list[str], names: tuple[str, ...], numbers: list[int]
) -> None:
    found = number_categories(pd.Series(values, dtype=object))
    assert found[0] == names
    assert found[1].tolist() == numbers


def test_the_ninth_category_is_other() -> None:
    labels, numbers = number_categories(pd.Series(list("aabbccddeeffgghhi")))
    assert labels == (*"abcdefgh", "other")
    assert numbers[-1] == 8


def test_shapes_lie_where_a_point_of_theirs_lies() -> None:
    shapes = np.array([shapely.box(0, 0, 2, 2), shapely.Point(190, 5), None, shapely.Polygon()], dtype=object)
    found = positions(shapes, shapely.get_type_id(shapes) > 0)
    np.testing.assert_array_equal(found[:2], [[1, 1], [-170, 5]])
    assert np.isnan(found[2:]).all()
