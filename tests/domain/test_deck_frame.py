"""Where the map of a slide looks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point

from border_atlas.domain.deck_frame import PANEL, fitting_frame, frame_bounds, view_bounds
from border_atlas.domain.frame import Frame
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from tests.factories import make_dataset


def test_at_zoom_1_a_panel_of_512_pixels_shows_the_whole_world() -> None:
    assert frame_bounds(Frame(0, 0, 1), 512, 512) == pytest.approx((-180, -85.0511, 180, 85.0511), abs=1e-3)


def test_each_zoom_halves_what_is_seen() -> None:
    wide, near = frame_bounds(Frame(42, 43.5, 6)), frame_bounds(Frame(42, 43.5, 7))
    assert near[2] - near[0] == pytest.approx((wide[2] - wide[0]) / 2)
    assert near[2] - near[0] == pytest.approx(PANEL[0] * 360 / (256 * 2**7))
    assert near[1] < 42 < near[3]


def test_a_frame_goes_on_beyond_the_antimeridian() -> None:
    west, _, east, _ = frame_bounds(Frame(-17, 179, 5))
    assert west < 179
    assert east > 180


@given(st.floats(-170, 170), st.floats(-70, 60), st.floats(0.01, 60), st.floats(0.01, 20))
def test_a_fitting_frame_holds_its_box(west: float, south: float, wide: float, high: float) -> None:
    box = (west, south, west + wide, south + high)
    frame = fitting_frame(box)
    found = frame_bounds(frame)
    turn = 360 if found[0] > box[2] else -360 if found[2] < box[0] else 0
    assert found[0] + (-turn) <= box[0] + 1e-3
    assert found[2] + (-turn) >= box[2] - 1e-3
    assert found[1] <= box[1] + 1e-3
    assert found[3] >= box[3] - 1e-3


def test_the_box_of_views_holds_areas_and_seats() -> None:
    data = make_dataset()
    assert view_bounds(select(data, Selection())) == pytest.approx((29.7, 41, 46, 46.8))
    assert view_bounds(select(data, Selection(organisations=("UN",))), seats=False) == pytest.approx((40, 41, 46, 43))


def test_nothing_has_no_box() -> None:
    assert view_bounds(select(make_dataset(), Selection(text="no such words"))) is None
    assert view_bounds() is None


def test_a_box_across_the_antimeridian_is_the_narrow_one() -> None:
    points = [{"area_id": "a", "geometry": _point(179)}, {"area_id": "b", "geometry": _point(-178)}]
    data = make_dataset(missions=[{"geometry": _point(180)}], areas=points, activities=[{"area_id": "a"}])
    found = view_bounds(select(data, Selection()))
    assert found == pytest.approx((179, -17, 182, -17))
    assert fitting_frame(found).lon == pytest.approx(-179.5)


def _point(lon: float) -> Point:
    return Point(lon, -17)
