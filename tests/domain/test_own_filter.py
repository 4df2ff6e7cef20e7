"""Filters from the columns of own records."""

import pandas as pd

from border_atlas.domain.own_filter import EMPTY, Choice, make_filters

RECORDS = pd.DataFrame(
    {
        "kind": ["theft", "shots", "theft", None, "theft", "shots"],
        "note": ["a", "b", "c", "d", "e", "f"],
        "_category": ["x"] * 6,
        "_date": pd.to_datetime(["2020-01-01", "2021-05-01", None, "2023-01-01", "2021-02-02", None]).as_unit("s"),
    }
)


FILTERS = make_filters(RECORDS)


def test_columns_with_few_values_make_filters_and_our_own_do_not() -> None:
    assert FILTERS.choices == (Choice("kind", ("theft", "shots", EMPTY)),)


def test_no_wish_keeps_all() -> None:
    assert FILTERS.mask({"kind": ()}).tolist() == [True] * 6


def test_values_of_a_column_are_alternatives_and_empty_is_one() -> None:
    assert FILTERS.mask({"kind": ["shots", EMPTY]}).tolist() == [False, True, False, True, False, True]


def test_years_leave_out_what_has_no_date() -> None:
    assert FILTERS.years == (2020, 2023)
    assert FILTERS.mask({}, (2021, 2022)).tolist() == [False, True, False, False, True, False]


def test_no_records_give_no_filters() -> None:
    empty = make_filters(RECORDS.head(0))
    assert empty.choices == ()
    assert empty.years is None
    assert empty.mask({"kind": ["theft"]}).tolist() == []


def test_a_column_of_the_owner_that_begins_with_an_underscore_makes_a_filter() -> None:
    assert [one.column for one in make_filters(RECORDS.rename(columns={"kind": "_kind"})).choices] == ["_kind"]


def test_equal_numbers_of_different_kinds_are_told_apart_as_written() -> None:
    filters = make_filters(RECORDS.assign(kind=pd.Series([1, True, 1, True, None, None], dtype=object)))
    assert set(filters.choices[0].values) == {"1", "True", EMPTY}
    assert filters.mask({"kind": ["True"]}).tolist() == [False, True, False, True, False, False]
