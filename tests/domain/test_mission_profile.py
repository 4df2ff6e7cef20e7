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


@pytest.mark.parametrize(
    ("basis", "remark"),
    [("ended", "as of 5 January 2026"), ("mandate-ended", "end of the mandate"), ("unknown", "end not confirmed")],
)
def test_the_head_says_what_an_end_rests_on(basis: str, remark: str) -> None:
    data = make_dataset([{"mission_id": "gone", "end_date": "2010", "end_basis": basis}], [], [])
    assert tiles(data, mission_profile(data, "gone"))[0][1:] == ("Ended", remark)


@pytest.mark.parametrize(
    ("hosts", "label", "value"),
    [
        ((), "Host countries", "Not known"),
        (("GEO",), "Host country", "Georgia"),
        (("GEO", "UKR"), "Host countries", "Georgia, Ukraine"),
        (("GEO", "UKR", "RUS"), "Host countries", "3 countries"),
    ],
)
def test_the_head_says_where_a_mission_is(hosts: tuple[str, ...], label: str, value: str) -> None:
    data = make_dataset([{"mission_id": "one", "host_countries": hosts}], [], [])
    assert (label, value) in [one[:2] for one in tiles(data, mission_profile(data, "one"))]


def test_a_mission_without_an_acronym_is_named_once() -> None:
    card = mission_profile(DATA, "open").card
    assert (card.title, card.subtitle) == ("Open End", "")


def test_its_map_shows_the_mission_and_its_areas_alone() -> None:
    view = mission_view(DATA, "gone")
    assert list(view.missions["mission_id"]) == ["gone"]
    assert list(view.areas["area_id"]) == ["south"]
    assert list(view.area_counts.index) == ["south"]


def test_an_unknown_mission_is_refused() -> None:
    with pytest.raises(SelectionError, match="atlantis"):
        mission_profile(DATA, "atlantis")


def test_the_headquarters_say_how_far_off_the_work_is() -> None:
    facts = {fact.label: fact.value for fact in mission_profile(DATA, "runs").facts}
    assert facts["Headquarters"].endswith("from its nearest border area")
    assert {fact.label: fact.value for fact in mission_profile(DATA, "open").facts}["Headquarters"] == "Tbilisi"


def test_a_mission_that_runs_says_on_which_day_no_end_was_known() -> None:
    data = make_dataset([{"mission_id": "one", "start_date": "2013-05"}], [], [])
    since = {one.label: one for one in tiles(data, mission_profile(data, "one"))}["Since"]
    assert (since.value, since.remark) == ("May 2013", "no end known on 5 January 2026")
