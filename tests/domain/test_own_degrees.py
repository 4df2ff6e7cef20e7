"""Coordinates are read in every way in which people write them, alone and in pairs."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from border_atlas.domain.own_degrees import (
    BOTH_SIGNS,
    O_LETTER,
    SIXTY,
    UNREAD,
    WRONG_AXIS,
    meaning_of_o,
    read_degree,
    read_degrees,
)
from border_atlas.domain.own_pairs import read_pair, read_pairs

#: A hundredth of a second of arc: what the formats below keep.
CLOSE = 0.011 / 3600
LATITUDES = st.floats(-90, 90, allow_nan=False)
LONGITUDES = st.floats(-180, 180, allow_nan=False)


def column(*cells: object) -> "pd.Series[Any]":
    return pd.Series(cells, dtype=object)


def sexagesimal(value: float, letters: str, form: str) -> str:
    hundredths = round(abs(value) * 360_000)
    degrees, rest = divmod(hundredths, 360_000)
    minutes, seconds = divmod(rest, 6000)
    return form.format(d=degrees, m=minutes, s=f"{seconds / 100:.2f}", h=letters[value < 0])


@pytest.mark.parametrize(
    ("text", "value", "axis"),
    [
        ("48.2", 48.2, ""),
        ("48,2", 48.2, ""),
        ("-48,2", -48.2, ""),
        ("\u2212 48.2", -48.2, ""),
        ("48°12'N", 48.2, "lat"),
        ("48º12\u00b430¨ S", -48.208333, "lat"),
        ("N 48 12 30", 48.208333, "lat"),
        ("48:12:30", 48.208333, ""),
        ("48d12m30s", 48.208333, ""),
        ("48° 12,5' s", -48.208333, "lat"),
        ("481230N", 48.208333, "lat"),
        ("0162200E", 16.366667, "lon"),
        ("16.5 Ost", 16.5, "lon"),
        ("16° 22' ouest", -16.366667, "lon"),
        ("48° 12\u2032 \u0441. \u0448.", 48.2, "lat"),
        ("\u0664\u0668\u066b\u0662", 48.2, ""),
    ],
)
def test_a_coordinate_is_read(text: str, value: float, axis: str) -> None:
    read = read_degree(text)
    assert read.value == pytest.approx(value, abs=1e-6)
    assert (read.axis, read.fault) == (axis, "")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Vienna", UNREAD),
        ("48.208.174", UNREAD),
        ("48.5°12'", UNREAD),
        ("48°61'N", SIXTY),
        ("-48.2 N", BOTH_SIGNS),
        ("16.4 O", O_LETTER),
        ("4" * 500, UNREAD),
    ],
)
def test_what_is_no_coordinate_is_told(text: str, fault: str) -> None:
    read = read_degree(text)
    assert np.isnan(read.value)
    assert read.fault == fault


def test_the_letter_o_is_east_beside_w_and_west_beside_e() -> None:
    assert meaning_of_o(["16 O", "3 W"]) is True
    assert meaning_of_o(["16 O", "3 E"]) is False
    assert meaning_of_o(["16 O"]) is None
    assert read_degrees(column("16 O", "3 W"), "lon").numbers.tolist() == [16.0, -3.0]


def test_a_column_is_read_with_its_empty_and_odd_cells() -> None:
    read = read_degrees(column(1.5, "2,5", "", None, "NA", np.True_, "x", "3 N", 10**400), "lon")
    assert read.numbers[:2].tolist() == [1.5, 2.5]
    assert np.isposinf(read.numbers[8])
    assert read.empty.tolist() == [False, False, True, True, True, False, False, False, False]
    assert read.faults.tolist() == ["", "", "", "", "", UNREAD, UNREAD, WRONG_AXIS, ""]


@pytest.mark.parametrize(
    "text",
    [
        "48.2, 16.4", "48,2; 16,4", "48,2, 16,4", "48,2 16,4", "48.2 16.4", "(48.2,16.4)", "48,2000,16,4000",
        "48°12'N 16°24'E", "E 16° 24' N 48° 12'", "POINT (16.4 48.2)", "SRID=4326;POINT(16.4 48.2)", "geo:48.2,16.4",
        "lon: 16.4, lat: 48.2", "48 12 0 16 24 0", "48.2N/16.4E",
    ],
)  # fmt: skip
def test_a_pair_is_read(text: str) -> None:
    read = read_pair(text, "lat-lon")
    assert (read.lat, read.lon) == pytest.approx((48.2, 16.4))
    assert read.fault == ""


@pytest.mark.parametrize(
    "text", ["48,2", "48.2", "Vienna, Austria", "48.2 N 16.4 N", "POINT (a b)", "1 2 3", ", ", "x" * 999]
)
def test_what_is_no_pair_is_told(text: str) -> None:
    read = read_pair(text, "lat-lon")
    assert np.isnan([read.lat, read.lon]).all()
    assert read.fault == UNREAD


def test_the_order_of_a_pair_counts_unless_letters_tell_it() -> None:
    assert read_pair("16.4, 48.2", "lon-lat")[:2] == (16.4, 48.2)
    assert read_pair("48.2 N, 16.4 E", "lon-lat")[:2] == (16.4, 48.2)


@given(LATITUDES, st.sampled_from(["{:.8f}", "{:.8f} ", "+{:.8f}"]), st.booleans())
def test_decimal_degrees_come_back(value: float, form: str, comma: bool) -> None:  # noqa: FBT001  drawn
    text = form.format(value).replace("+-", "-")
    text = text.replace(".", ",") if comma else text
    assert read_degrees(column(text), "lat").numbers[0] == pytest.approx(value, abs=1e-8)


@given(
    LATITUDES,
    LONGITUDES,
    st.sampled_from(
        ["{d}°{m}'{s}\"{h}", "{h}{d}° {m}\u2032 {s}\u2033", "{d} {m} {s} {h}", "{h} {d}:{m}:{s}", "{d}d{m}m{s}s {h}"]
    ),
    st.sampled_from([", ", " ", "; ", "/"]),
)
def test_degrees_minutes_and_seconds_come_back(lat: float, lon: float, form: str, between: str) -> None:
    north, east = sexagesimal(lat, "NS", form), sexagesimal(lon, "EW", form)
    assert read_degrees(column(north), "lat").numbers[0] == pytest.approx(lat, abs=CLOSE)
    assert read_degrees(column(east), "lon").numbers[0] == pytest.approx(lon, abs=CLOSE)
    pair = read_pair(north + between + east, "lat-lon")
    assert (pair.lat, pair.lon) == pytest.approx((lat, lon), abs=CLOSE)


CELLS = st.one_of(
    st.text(max_size=120), st.floats(), st.integers(), st.booleans(), st.none(), st.datetimes().map(pd.Timestamp),
    st.from_regex(r"[0-9NSEWO°'\"., +-]{0,30}", fullmatch=True),
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(CELLS, max_size=8))
def test_no_cell_stops_the_reading(cells: list[object]) -> None:
    read = read_degrees(column(*cells), "lat")
    assert ((read.faults != "") | read.empty | ~np.isnan(read.numbers)).all()
    pairs = read_pairs(column(*cells), "lat-lon")
    assert ((pairs.faults != "") | pairs.empty | ~np.isnan(pairs.lon)).all()
