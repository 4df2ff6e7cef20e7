"""Rows of timelines and counts per year."""

from datetime import date

import pytest

from border_atlas.domain.timeline import (
    FIRST_YEAR,
    ROW_COLUMNS,
    YEAR_COLUMNS,
    as_year,
    per_year,
    timeline_rows,
)
from tests.factories import make_dataset

DATA = make_dataset()


def test_a_day_is_a_year_with_a_fraction() -> None:
    assert as_year(date(2013, 1, 1)) == 2013
    assert as_year(date(2012, 7, 2)) == pytest.approx(2012.5)


def test_each_activity_has_its_parts_under_a_label_of_its_own() -> None:
    rows = timeline_rows(DATA, DATA.activities)
    assert list(rows.columns) == list(ROW_COLUMNS)
    assert list(dict.fromkeys(rows["row"])) == ["BETA · Gate", "ALPHA · North line", "ALPHA · South zone"]
    south = rows[rows["activity_id"] == "alpha-2"]
    assert list(south["part"]) == ["possible", "end mark"]
    assert south["x2"].iloc[0] == pytest.approx(as_year(date(2013, 6, 1)))
    assert south["life"].iloc[0] == "2013 – May 2013 (last seen, may have gone on)"


def test_rows_of_the_same_name_are_numbered() -> None:
    data = make_dataset(activities=({}, {"activity_id": "alpha-2"}))
    rows = timeline_rows(data, data.activities, label="mission")
    assert list(dict.fromkeys(rows["row"])) == ["ALPHA · Border monitoring", "ALPHA · Border monitoring (2)"]


def test_rows_of_a_mission_begin_with_what_tells_them_apart() -> None:
    rows = timeline_rows(DATA, DATA.activities[DATA.activities["mission_id"] == "beta"], label="area")
    assert set(rows["row"]) == {"Border monitoring · Gate"}


def test_the_number_of_a_repeated_activity_stands_where_no_chart_cuts_it() -> None:
    data = make_dataset(activities=({}, {"activity_id": "alpha-2"}))
    rows = timeline_rows(data, data.activities, label="area")
    assert list(dict.fromkeys(rows["row"])) == ["Border monitoring · North line", "Border monitoring (2) · North line"]


def test_no_activity_gives_no_row_but_all_columns() -> None:
    none = DATA.activities.iloc[:0]
    assert list(timeline_rows(DATA, none).columns) == list(ROW_COLUMNS)
    counted = per_year(DATA, none, by="family")
    assert counted.empty
    assert list(counted.columns) == list(YEAR_COLUMNS)


def test_an_activity_counts_in_each_year_in_which_it_can_have_been_active() -> None:
    rows = per_year(DATA, DATA.activities, by="organisation").set_index(["group", "year"])
    assert rows.loc[("EU", 2004), ["n", "n_sure"]].tolist() == [
        1,
        1,
    ]  # began in 2004: at the latest on its last day
    assert rows.loc[("EU", 2008), ["n", "n_sure"]].tolist() == [1, 1]
    assert ("EU", 2009) not in rows.index
    assert rows.loc[("UN", 2013), ["n", "n_sure"]].tolist() == [
        2,
        1,
    ]  # 2013 to May 2013: no day of it is sure
    assert rows.loc[("UN", 2026), "n"] == 1


def test_counts_by_family_say_the_family() -> None:
    rows = per_year(DATA, DATA.activities, by="family")
    assert set(rows["group_label"]) == {"Monitor", "Build capacity"}
    assert rows["year"].between(FIRST_YEAR, 2026).all()


def test_what_ended_before_the_first_year_does_not_count() -> None:
    data = make_dataset(activities=({"start_date": "1940", "end_date": "1942", "end_basis": "ended"},))
    assert per_year(data, data.activities, by="family").empty
