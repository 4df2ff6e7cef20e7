"""Filters from the columns of own records."""

import pandas as pd

from border_atlas.domain.own_filter import EMPTY, Choice, filter_columns, mask, years_of

RECORDS = pd.DataFrame(
    {
        "kind": ["theft", "shots", "theft", None, "theft", "shots"],
        "note": ["a", "b", "c", "d", "e", "f"],
        "_category": ["x"] * 6,
        "_date": pd.to_datetime(["2020-01-01", "2021-05-01", None, "2023-01-01", "2021-02-02", None]).as_unit("s"),
    }
)


def test_columns_with_few_values_make_filters_and_our_own_do_not() -> None:
    assert filter_columns(RECORDS) == (Choice("kind", ("theft", "shots", EMPTY)),)


def test_no_wish_keeps_all() -> None:
    assert mask(RECORDS, {"kind": ()}).tolist() == [True] * 6


def test_values_of_a_column_are_alternatives_and_empty_is_one() -> None:
    assert mask(RECORDS, {"kind": ["shots", EMPTY]}).tolist() == [False, True, False, True, False, True]


def test_years_leave_out_what_has_no_date() -> None:
    assert years_of(RECORDS) == (2020, 2023)
    assert mask(RECORDS, {}, (2021, 2022)).tolist() == [False, True, False, False, True, False]


def test_no_records_give_no_filters() -> None:
    empty = RECORDS.head(0)
    assert filter_columns(empty) == ()
    assert years_of(empty) is None
    assert mask(empty, {"kind": ["theft"]}).tolist() == []
