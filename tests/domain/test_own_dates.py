"""Dates are read as people write them, and the order of day and month is taken from the column."""

from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.domain.own_dates import NO_DAY, TWO_READINGS, UNREAD, order_of_days, read_day, read_days


def column(*cells: object) -> "pd.Series[Any]":
    return pd.Series(cells, dtype=object)


@pytest.mark.parametrize(
    "text",
    [
        "2024-05-13", "2024/05/13", "20240513", "13.05.2024", "13.5.24", "13/05/2024", "13 May 2024", "May 13, 2024",
        "13. Mai 2024", "13 mai 2024", "13 de mayo de 2024", "13 мая 2024 \u0433.", "Mon, 13 May 2024", "13-May-2024",
    ],
)  # fmt: skip
def test_a_day_is_read(text: str) -> None:
    assert read_day(text, day_first=True).moment == datetime(2024, 5, 13)  # noqa: DTZ001  dates have no zone


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-05-13T10:30:00+02:00", "2024-05-13T08:30"),
        ("13.05.2024 14:30", "2024-05-13T14:30"),
        ("2024-05", "2024-05-01"),
        ("2024", "2024-01-01"),
        ("Juni 2020", "2020-06-01"),
    ],
)
def test_times_months_and_years_are_read(text: str, moment: str) -> None:
    assert np.datetime64(str(read_day(text, day_first=True).moment)) == np.datetime64(moment)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("soon", UNREAD), ("spring 2020", UNREAD), ("ma 2020", UNREAD), ("31.02.2024", NO_DAY), ("0000-01-01", NO_DAY),
        ("05/13/2024", TWO_READINGS), ("9" * 300, UNREAD), ("9999-12-31T23:59:59-10:00", NO_DAY),
    ],
)  # fmt: skip
def test_what_is_no_day_is_told(text: str, fault: str) -> None:
    assert read_day(text, day_first=True) == (None, fault)


def test_the_order_is_taken_from_dates_that_can_be_read_in_one_way_only() -> None:
    assert order_of_days(["05/13/2024", "01/02/2024"]) == (False, 1, 0, 1)
    assert order_of_days(["13/05/2024", "14/05/2024", "05/15/2024"]) == (True, 2, 1, 0)
    assert order_of_days(["01/02/2024", "03.04.2024"]) == (True, 0, 0, 1)


def test_a_column_is_read() -> None:
    cells = column("2024-05-13", pd.Timestamp("2024-05-14 10:00"), None, "NA", "x", "2024-13-01")
    read = read_days(cells, day_first=True)
    assert read.moments.dtype == "datetime64[s]"
    assert read.moments[:2].astype(str).tolist() == ["2024-05-13T00:00:00", "2024-05-14T10:00:00"]
    assert read.faults.tolist() == ["", "", "", "", UNREAD, NO_DAY]
    assert read.empty.tolist() == [False, False, True, True, False, False]


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d %B %Y"]))
def test_dates_come_back(day: date, form: str) -> None:
    read = read_days(column(day.strftime(form)), day_first=not form.startswith("%m"))
    assert read.moments[0] == np.datetime64(day)


@given(st.lists(st.one_of(st.text(max_size=80), st.floats(), st.datetimes(), st.from_regex(r"[0-9./: -]{0,20}"))))
def test_no_cell_stops_the_reading(cells: list[object]) -> None:
    read = read_days(column(*cells), day_first=True)
    assert (np.isnat(read.moments) == ((read.faults != "") | read.empty)).all()
