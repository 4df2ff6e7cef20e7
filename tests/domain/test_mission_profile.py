"""The list of missions and what a mission's profile is made of."""

import pytest

from border_atlas.domain.mission_list import mission_list
from border_atlas.domain.mission_profile import mission_profile, mission_view
from border_atlas.domain.mission_tiles import tiles
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.errors import SelectionError
from tests.factories import make_dataset

DATA = make_dataset(
    [
        {"mission_id": "runs", "acronym": "RUNS", "start_date": "2010", "end_date": "", "end_basis": "running"},
        {"mission_id": "open", "acronym": "", "name": "Open End", "start_date": "2012", "end_basis": "unknown"},
        {
            "mission_id": "gone", "acronym": "GONE", "start_date": "1990", "end_date": "2010", "end_basis": "ended",
            "successors": ("runs",),
        },
    ],
    [{"area_id": "north", "name": "North line"}, {"area_id": "south", "name": "South line"}],
    [
        {
            "activity_id": "a1", "mission_id": "runs", "area_id": "north", "title": "Patrols",
            "partners": ("Guards", "Customs"),
        },
        {"activity_id": "a2", "mission_id": "runs", "area_id": "north", "title": "Talks", "partners": ("Guards",)},
        {"activity_id": "a3", "mission_id": "runs", "area_id": "south", "title": "Posts", "partners": ()},
        {"activity_id": "a4", "mission_id": "gone", "area_id": "south", "title": "Watch", "partners": ()},
    ],
)  # fmt: skip


def test_missions_that_run_come_first_and_an_unknown_end_is_said() -> None:
    rows = mission_list(DATA, select(DATA, Selection()))
    assert list(zip(rows["Mission"], rows["Status"], strict=True)) == [
        ("RUNS", "Running"), ("Open End", "End not known"), ("GONE", "Ended"),
    ]  # fmt: skip
    assert list(rows["Activities"]) == [3, 0, 1]
    assert list(rows["Border areas"]) == [2, 0, 1]


def test_a_filter_narrows_the_list_not_the_numbers() -> None:
    rows = mission_list(DATA, select(DATA, Selection(text="Talks")))
    assert list(zip(rows["mission_id"], rows["Activities"], strict=True)) == [("runs", 3)]


def test_a_profile_gathers_areas_and_partners() -> None:
    profile = mission_profile(DATA, "runs")
    assert list(zip(profile.areas["Border area"], profile.areas["Activities"], strict=True)) == [
        ("North line", 2), ("South line", 1),
    ]  # fmt: skip
    assert [(one.name, one.activities) for one in profile.partners] == [
        ("Customs", ("Patrols",)), ("Guards", ("Patrols", "Talks")),
    ]  # fmt: skip


def test_a_profile_leads_to_what_came_after() -> None:
    assert [one.label for one in mission_profile(DATA, "gone").after] == ["RUNS"]


def test_a_mission_without_work_says_what_that_means() -> None:
    profile = mission_profile(DATA, "open")
    assert profile.areas.empty
    assert "no proof that there was none" in profile.summary
    assert {one.label: one.value for one in tiles(DATA, profile)}["Border work"] == "0 activities"


def test_its_map_shows_the_mission_and_its_areas_alone() -> None:
    view = mission_view(DATA, "gone")
    assert list(view.missions["mission_id"]) == ["gone"]
    assert list(view.areas["area_id"]) == ["south"]
    assert list(view.area_counts.index) == ["south"]


def test_an_unknown_mission_is_refused() -> None:
    with pytest.raises(SelectionError, match="atlantis"):
        mission_profile(DATA, "atlantis")
