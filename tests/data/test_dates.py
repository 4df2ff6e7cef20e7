"""Partial dates: what they mean and how they combine."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.data.dates import (
    BEGINNING,
    OPEN_END,
    Interval,
    life,
    parse_optional,
    parse_partial,
)
from border_atlas.errors import DateError

YEAR_2013 = Interval.of_years(2013, 2013)

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@st.composite
def partial_texts(draw: st.DrawFn) -> str:
    text = draw(days).isoformat()
    return text[: draw(st.sampled_from((4, 7, 10)))]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2013", date(2013, 1, 1), date(2013, 12, 31)),
        ("2013-02", date(2013, 2, 1), date(2013, 2, 28)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2013-12", date(2013, 12, 1), date(2013, 12, 31)),
        ("2013-05-22", date(2013, 5, 22), date(2013, 5, 22)),
    ],
)
def test_a_partial_date_is_the_interval_of_its_possible_days(text: str, first: date, last: date) -> None:
    partial = parse_partial(text)
    assert (partial.first, partial.last, str(partial)) == (first, last, text)


@pytest.mark.parametrize(
    "text",
    ["", "13", "2013-5", "2013-13", "2013-02-30", "2013/05", " 2013", "0000", "2013-05-22T00:00", "٢٠١٣"],
)
def test_what_is_no_date_is_refused_with_its_value(text: str) -> None:
    with pytest.raises(DateError, match="right is") as caught:
        parse_partial(text)
    assert f"'{text}'" in str(caught.value)


def test_an_empty_text_is_no_date_but_allowed() -> None:
    assert parse_optional("") is None


@given(partial_texts())
def test_every_written_precision_is_read_back(text: str) -> None:
    partial = parse_partial(text)
    assert partial.first.isoformat().startswith(text)
    assert partial.last.isoformat().startswith(text)
    for neighbour in (partial.first - timedelta(days=1), partial.last + timedelta(days=1)):
        assert not neighbour.isoformat().startswith(text)


@given(partial_texts(), days)
def test_a_day_is_in_the_interval_just_when_its_text_begins_like_the_date(text: str, day: date) -> None:
    partial = parse_partial(text)
    assert (day in Interval(partial.first, partial.last)) == day.isoformat().startswith(text)


@pytest.mark.parametrize(
    ("start", "end", "active"),
    [
        ("2013", "2013", True),
        ("2013-05", "2013-05", True),
        ("2013-12-31", "", True),
        ("2001", "", True),
        ("", "", True),
        ("2010", "2013", True),
        ("2010", "2013-01", True),
        ("2010", "2012", False),
        ("2014", "", False),
    ],
)
def test_active_in_2013_takes_in_partial_dates_and_open_ends(start: str, end: str, *, active: bool) -> None:
    assert life(parse_optional(start), parse_optional(end)).overlaps(YEAR_2013) is active


def test_a_record_without_dates_is_open_on_both_sides() -> None:
    assert life(None, None) == Interval(BEGINNING, OPEN_END)


def test_an_unknown_start_is_that_of_the_mission() -> None:
    begun = date(2010, 3, 1)
    assert life(None, parse_partial("2012"), since=begun) == Interval(begun, date(2012, 12, 31))


def test_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(DateError, match="cannot end"):
        life(parse_partial("2013"), parse_partial("2012"))


def test_a_year_may_end_within_itself() -> None:
    assert life(parse_partial("2013-05-22"), parse_partial("2013")).latest == date(2013, 12, 31)


@given(days, days, days, days)
def test_overlap_does_not_depend_on_the_order(a: date, b: date, c: date, d: date) -> None:
    one, other = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    shared = max(one.earliest, other.earliest) <= min(one.latest, other.latest)
    assert one.overlaps(other) is other.overlaps(one) is shared


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_a_month_ends_on_its_last_day(year: int, month: int) -> None:
    assert parse_partial(f"{year:04}-{month:02}").last.day == calendar.monthrange(year, month)[1]
