"""The map frame in the address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.domain.frame import Frame, format_frame, parse_frame

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


def test_a_frame_is_written_short() -> None:
    assert format_frame(Frame(9.6, 28.43331234, 7)) == "9.6,28.4333,7"


@given(NUMBERS, NUMBERS, NUMBERS)
def test_a_frame_comes_back_from_its_link(lat: float, lon: float, zoom: float) -> None:
    frame = Frame(lat, lon, zoom)
    assert parse_frame(format_frame(frame)) == frame


def test_a_frame_out_of_range_is_moved_to_the_edge() -> None:
    assert parse_frame("1000,-500,99") == Frame(85.0511, -180, 18)


@pytest.mark.parametrize("text", ["", "1,2", "1,2,3,4", "a,b,c", "nan,0,3", "inf,0,3", "1;2;3", "9" * 500])
def test_nonsense_is_no_frame(text: str) -> None:
    assert parse_frame(text) is None


@given(st.text())
def test_nothing_raises(text: str) -> None:
    parse_frame(text)
