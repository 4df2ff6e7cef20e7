"""Frames become projections and extents that fit them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod
from shapely.geometry import LineString, Point

from border_atlas.domain.frame import Frame
from border_atlas.maps.static.aim import PANE, frame_aim, sight_of, view_aim
from border_atlas.maps.static.furniture import has_north, scale_bar
from border_atlas.maps.static.projection import kind_for, parallels_of
from tests.maps.static.samples import nothing, one_map

WIDE, HIGH = 960.0, 540.0


@pytest.mark.parametrize(
    ("span", "south", "north", "kind"),
    [
        (360, -60, 80, "equal-earth"),
        (101, 20, 60, "equal-earth"),
        (20, 36, 47, "conic"),
        (20, -47, -36, "conic"),
        (30, 5, 20, "azimuthal"),
        (30, -20, 30, "azimuthal"),
        (60, 66, 82, "azimuthal"),
    ],
)
def test_a_frame_gets_the_projection_that_suits_it(span: float, south: float, north: float, kind: str) -> None:
    assert kind_for(span, south, north) == kind


def test_standard_parallels_lie_a_sixth_inside() -> None:
    assert parallels_of(36, 48) == (38, 46)


def test_a_frames_extent_is_that_of_the_web_map_at_its_middle() -> None:
    aim, _ = frame_aim(Frame(60, 20, 7))
    # At 60° a pixel of the web map is half as long as at the equator.
    assert aim.width == pytest.approx(40_075_017 * 0.5 / (256 * 2**7) * PANE[0], rel=1e-6)
    assert aim.height / aim.width == pytest.approx(720 / 1280)


def test_the_middle_of_the_frame_is_the_middle_of_the_picture() -> None:
    shown = sight_of(one_map(frame=Frame(42, 44, 6)), WIDE, HIGH)
    assert shown.points(np.array([[44.0, 42.0]]))[0] == pytest.approx([480, 270], abs=0.01)
    assert shown.degrees(np.array([[480.0, 270.0]]))[0] == pytest.approx([44, 42], abs=1e-3)


def test_projections_are_equal_area() -> None:
    for frame in (Frame(42, 44, 5), Frame(2, 20, 5), Frame(20, 15, 2)):
        shown = sight_of(one_map(frame=frame), WIDE, HIGH)
        sizes = []
        for x, y in ((frame.lon, frame.lat), (frame.lon + 6, frame.lat - 5), (frame.lon - 8, frame.lat + 4)):
            ring = np.array([(x, y), (x + 0.5, y), (x + 0.5, y + 0.5), (x, y + 0.5)])
            on_paper = shown.points(ring)
            ground, _ = Geod(ellps="WGS84").polygon_area_perimeter(*ring.T)
            sizes.append(_area(on_paper) / ground)
        assert sizes == pytest.approx([sizes[0]] * 3, rel=0.01)


def test_a_view_fits_into_its_picture() -> None:
    wanted = one_map(areas=[{"geometry": LineString([(40, 43), (46, 38)])}], missions=[{"geometry": Point(44.8, 41.7)}])
    shown = sight_of(wanted, WIDE, HIGH)
    ends = shown.points(np.array([(40.0, 43.0), (46.0, 38.0), (44.8, 41.7)]))
    assert shown.inside(ends, margin=10).all()
    assert ends[:, 1].max() - ends[:, 1].min() > HIGH * 0.8


def test_a_single_point_is_not_looked_at_through_a_microscope() -> None:
    aim, _ = view_aim(one_map(areas=[{"geometry": Point(44.8, 41.7)}]).view)
    assert aim.width == aim.height == 160_000


def test_an_empty_view_shows_the_world() -> None:
    shown = sight_of(nothing(), WIDE, HIGH)
    assert shown.kind == "equal-earth"
    assert shown.window.east - shown.window.west > 300


def test_a_view_across_the_antimeridian_stays_small() -> None:
    aim, _ = view_aim(
        one_map(
            areas=[{"geometry": LineString([(178, -17), (179.9, -16)])}], missions=[{"geometry": Point(-179, -18)}]
        ).view
    )
    assert aim.lon == pytest.approx(179.5)
    assert aim.width < 500_000


def test_a_frame_across_the_antimeridian_counts_on_beyond_it() -> None:
    window = sight_of(one_map(frame=Frame(-17.5, 179.5, 6)), WIDE, HIGH).window
    assert window.west < 179
    assert window.east > 182
    assert window.east - window.west < 40


def test_a_frame_at_the_pole_shows_all_longitudes() -> None:
    window = sight_of(one_map(frame=Frame(85, 0, 5)), WIDE, HIGH * 8).window
    assert window.is_whole_turn
    assert window.north == 90


@settings(max_examples=60, deadline=None)
@given(lat=st.floats(-90, 90), lon=st.floats(-400, 400), zoom=st.floats(0, 20), high=st.floats(60, 900))
def test_every_frame_has_a_window_that_holds_its_middle(lat: float, lon: float, zoom: float, high: float) -> None:
    frame = Frame(lat, lon, zoom)
    shown = sight_of(one_map(frame=frame), WIDE, high)
    window = shown.window
    assert window.west <= frame.lon <= window.east
    assert -90 <= window.south < window.north <= 90
    assert window.east - window.west <= 360 + 1e-9


@pytest.mark.parametrize("frame", [Frame(42, 44, 6), Frame(0, 20, 5), Frame(14, 5, 4.5), Frame(65, 20, 7)])
def test_the_scale_bar_is_as_long_as_it_says(frame: Frame) -> None:
    shown = sight_of(one_map(frame=frame), WIDE, HIGH)
    bar = scale_bar(shown)
    assert bar is not None
    middle = ((WIDE - bar.length) / 2, HIGH / 2), ((WIDE + bar.length) / 2, HIGH / 2)
    assert shown.ground(*middle) == pytest.approx(bar.metres, rel=0.02)
    assert WIDE * 0.05 < bar.length < WIDE * 0.2


def test_a_scale_bar_has_a_round_length() -> None:
    bar = scale_bar(sight_of(one_map(frame=Frame(42, 44, 6)), WIDE, HIGH))
    assert bar is not None
    assert bar.text in {"100 km", "200 km", "500 km"}
    near = scale_bar(sight_of(one_map(frame=Frame(42, 44, 16)), WIDE, HIGH))
    assert near is not None
    assert near.text in {"100 m", "200 m", "500 m"}


def test_the_world_has_neither_scale_nor_north() -> None:
    shown = sight_of(nothing(), WIDE, HIGH)
    assert scale_bar(shown) is None
    assert not has_north(shown)


def test_north_is_up_in_the_middle_and_leans_towards_the_pole_beside_it() -> None:
    shown = sight_of(one_map(frame=Frame(50, 20, 5.5)), WIDE, HIGH)
    assert has_north(shown)
    assert shown.north_at(480, 270) == pytest.approx(0, abs=0.01)
    assert shown.north_at(900, 270) < -3
    assert shown.north_at(60, 270) > 3


def test_no_arrow_near_the_pole() -> None:
    assert not has_north(sight_of(one_map(frame=Frame(82, 20, 6)), WIDE, HIGH))


def _area(ring: np.ndarray) -> float:
    x, y = ring.T
    return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2)
