"""Who works and worked on a border area, and where nobody did."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain.area_work import Gap, MissionHere, Presence, activities_in, gaps, missions_here, per_year
from tests.factories import MISSIONS, TODAY, make_dataset


def dataset(*activities: dict[str, Any]) -> Dataset:
    rows = [{"activity_id": f"a{number}", **row} for number, row in enumerate(activities)]
    return make_dataset(missions=[*MISSIONS, {"mission_id": "gamma", "acronym": "GAMMA"}], activities=rows)


def here(data: Dataset, area: str = "north-line") -> tuple[MissionHere, ...]:
    return missions_here(data, activities_in(data, [area]), area_id=area)


def gaps_of(data: Dataset) -> tuple[Gap, ...]:
    works = activities_in(data, ["north-line"])
    return gaps(missions_here(data, works, area_id="north-line"), works, data.data_as_of)


def ended(start: str, end: str, **more: Any) -> dict[str, Any]:
    return {"start_date": start, "end_date": end, "end_basis": "ended", **more}


@pytest.mark.parametrize(
    ("dates", "presence"),
    [
        ({}, Presence.AT_WORK),
        ({"end_basis": "unknown"}, Presence.MAY_BE),
        ({"end_date": "2012", "end_basis": "ended"}, Presence.LEFT),
        ({"end_date": "2026-03", "end_basis": "mandate-ended"}, Presence.AT_WORK),
        ({"end_date": "2025-11", "end_basis": "last-seen"}, Presence.LEFT),
        ({"start_date": "2026-06"}, Presence.TO_COME),
    ],
)
def test_presence_on_the_day_of_the_data(dates: dict[str, Any], presence: Presence) -> None:
    assert [one.presence for one in here(dataset(dates))] == [presence]


def test_an_activity_is_not_longer_than_its_mission() -> None:
    data = dataset({"mission_id": "beta", "start_date": "2004", "end_basis": "unknown"})
    (mission,) = here(data)
    assert mission.presence == Presence.LEFT
    assert mission.last == date(2008, 5, 31)


def test_several_activities_of_a_mission_are_one_stay_from_first_to_last() -> None:
    data = dataset(ended("2012-03", "2014"), ended("2010-05-01", "2011"), ended("2013", "2013"))
    (mission,) = here(data)
    assert mission.dates == "1 May 2010 – 2014"
    assert [work.activity_id for work in mission.works] == ["a1", "a0", "a2"]


def test_an_end_that_is_shown_to_run_says_more_than_one_that_nobody_knows() -> None:
    data = dataset({"start_date": "2011", "end_basis": "unknown"}, {"start_date": "2012", "last_seen": "2026-01-05"})
    (mission,) = here(data)
    assert mission.presence == Presence.AT_WORK
    assert mission.dates == "2011 – running, last shown 5 January 2026"


def test_those_at_work_come_first_then_the_last_to_leave() -> None:
    data = dataset(
        ended("2010", "2012"), {"mission_id": "gamma"}, ended("2004", "2006", mission_id="beta")
    )  # fmt: skip
    assert [one.mission_id for one in here(data)] == ["gamma", "alpha", "beta"]


def test_work_elsewhere_names_its_area() -> None:
    data = dataset({}, {"area_id": "gate"})
    works = activities_in(data, ["north-line", "gate"])
    (mission,) = missions_here(data, works, area_id="north-line")
    assert [work.area for work in mission.works] == ["", "Gate"]


def test_nobody_ever_has_no_gap() -> None:
    assert gaps_of(dataset({"area_id": "gate"})) == ()


def test_days_between_two_stays_are_a_gap_on_every_reading_of_the_dates() -> None:
    data = dataset(ended("2010", "2012-06"), {"mission_id": "gamma", "start_date": "2015"})
    assert gaps_of(data) == (Gap(date(2012, 7, 1), date(2014, 12, 31)),)


def test_stays_that_overlap_or_meet_leave_no_gap() -> None:
    data = dataset(ended("2010", "2012-12-31"), {"mission_id": "gamma", "start_date": "2013-01-01"})
    assert gaps_of(data) == ()


def test_a_short_stay_within_a_long_one_does_not_end_it() -> None:
    data = dataset(ended("2010", "2020"), ended("2011", "2011"), {"start_date": "2021"})
    assert gaps_of(data) == ()


def test_after_the_last_has_left_the_gap_goes_on_to_the_day_of_the_data() -> None:
    assert gaps_of(dataset(ended("2010", "2012"))) == (Gap(date(2013, 1, 1), TODAY),)


@given(st.lists(st.tuples(st.integers(2010, 2025), st.integers(0, 6)), min_size=1, max_size=6))
def test_a_year_lies_in_a_gap_just_if_no_stay_holds_it(stays: list[tuple[int, int]]) -> None:
    data = dataset(*(ended(str(begin), str(min(begin + length, 2025))) for begin, length in stays))
    covered = {year for begin, length in stays for year in range(begin, min(begin + length, 2025) + 1)}
    empty = {year for gap in gaps_of(data) for year in range(gap.first.year, gap.last.year + 1)}
    assert empty == set(range(min(covered), 2027)) - covered


def test_years_count_missions_not_activities() -> None:
    data = dataset(ended("2010", "2012"), ended("2011", "2011"), ended("2012", "2013", mission_id="gamma"))
    works = activities_in(data, ["north-line"])
    assert per_year(works, 2009, date(2014, 6, 1)) == [0, 1, 1, 2, 1, 0]
