"""The history of a border area in sentences, and what changed when."""

from datetime import date

import pytest

from border_atlas.domain.area_history import changes, history, say_span, within
from border_atlas.domain.area_work import Gap, MissionHere, Presence, Work
from border_atlas.domain.selection import Selection
from border_atlas.model import Family
from tests.factories import TODAY, make_dataset


def stay(
    label: str, first: int, last: int, *, presence: Presence = Presence.LEFT, organisation: str = "UN"
) -> MissionHere:
    work = Work("a", "Training", Family.BUILD_CAPACITY, "", "")
    end = TODAY if presence == Presence.AT_WORK else date(last, 12, 31)
    return MissionHere(
        label.lower(), label, label, organisation, presence, f"{first} – {last}", date(first, 1, 1), end, (work,)
    )


def test_nobody_ever_is_said_with_its_limit() -> None:
    assert history([], [], TODAY) == "No mission is on record here. That is no proof that none was."


def test_few_missions_are_told_one_by_one_with_what_they_did() -> None:
    told = history([stay("NEW", 2010, 2012, organisation="OSCE"), stay("UNOLD", 1990, 1995)], [], TODAY)
    assert told == (
        "2 missions are on record here: UNOLD with training, 1990 – 1995; NEW (OSCE) with training, 2010 – 2012."
    )


def test_of_many_missions_the_first_and_the_longest_are_told_and_who_is_there() -> None:
    now = stay("UND", 2020, 2026, presence=Presence.AT_WORK)
    maybe = stay("UNE", 2021, 2026, presence=Presence.MAY_BE)
    told = history([now, maybe, stay("UNA", 1990, 1991), stay("UNB", 1992, 2004)], [], TODAY)
    assert told == (
        "4 missions are on record here. The first was UNA with training, 1990 – 1991. The longest was UNB, about "
        "13 years. At work on 5 January 2026: UND. Not known to have left: UNE."
    )


def test_gaps_are_told_the_longest_first_chosen_then_in_order_and_the_open_one_last() -> None:
    gaps = [
        Gap(date(1996, 1, 1), date(1999, 12, 31)),
        Gap(date(2001, 1, 1), date(2001, 12, 31)),
        Gap(date(2003, 1, 1), date(2008, 12, 31)),
        Gap(date(2009, 6, 1), date(2009, 6, 30)),
        Gap(date(2013, 1, 1), TODAY),
    ]
    told = history([stay("UNOLD", 1990, 2012)], gaps, TODAY)
    assert told.endswith(
        "Nobody is on record from 1 January 1996 to 31 December 1999 (about 4 years) and from 1 January 2003 to "
        "31 December 2008 (about 6 years), and in 1 shorter gap. Nobody is on record since 1 January 2013."
    )


@pytest.mark.parametrize(
    ("days", "said"),
    [(5, "a few weeks at most"), (31, "about a month"), (240, "about 8 months"), (1500, "about 4 years")],
)
def test_spans_are_no_finer_than_the_dates(days: int, said: str) -> None:
    assert say_span(days) == said


def test_changes_tell_begin_and_end_in_order_with_sources() -> None:
    data = make_dataset()
    found = changes(data, data.activities, area_id="north-line")
    assert [(one.when, one.mission, one.what) for one in found] == [
        ("2004", "BETA", "border monitoring (Gate) began"),
        ("May 2008", "BETA", "border monitoring (Gate) ended"),
        ("2010", "ALPHA", "border monitoring began"),
        ("2013", "ALPHA", "training (South zone) began"),
        ("May 2013", "ALPHA", "training (South zone) was last seen and may have gone on"),
    ]
    assert {source.title for one in found for source in one.sources} == {"A page"}


def test_what_falls_together_of_one_mission_is_told_together() -> None:
    data = make_dataset(
        activities=[
            {"activity_id": "a", "activity_type": "training", "start_basis": "decided"},
            {"activity_id": "b", "start_basis": "decided", "area_id": "gate"},
            {"activity_id": "c", "start_basis": "decided", "area_id": "south-zone"},
        ]
    )
    (change,) = changes(data, data.activities, area_id="north-line")
    assert change.what == "training and border monitoring (Gate and South zone) were decided on"


def test_an_activity_without_dates_is_no_change() -> None:
    data = make_dataset(activities=[{"start_date": "", "end_basis": "unknown"}])
    assert changes(data, data.activities, area_id="north-line") == ()


@pytest.mark.parametrize(
    ("years", "kept", "said"),
    [
        ({}, 5, ""),
        ({"year_from": 2008, "year_to": 2010}, 2, "2008–2010"),
        ({"year_from": 2010}, 3, "from 2010 on"),
        ({"year_to": 2004}, 1, "up to 2004"),
        ({"year_from": 2010, "year_to": 2010}, 1, "2010"),
    ],
)
def test_changes_can_be_narrowed_to_the_years_of_a_selection(years: dict[str, int], kept: int, said: str) -> None:
    data = make_dataset()
    found, period = within(changes(data, data.activities, area_id="north-line"), Selection(**years))
    assert (len(found), period) == (kept, said)
