"""Work is shown to run, or its end is not known: apart in tables, figures, sentences and on the map."""

from datetime import date

import pytest

from border_atlas.config import GEODATA
from border_atlas.data.dataset import Dataset
from border_atlas.data.load import load_dataset
from border_atlas.domain import coverage_tables as tables
from border_atlas.domain.area_work import Presence, activities_in, missions_here
from border_atlas.domain.coverage import Coverage, Question, cover, present_in, year_of
from border_atlas.domain.coverage_map import CoverageState, area_states, unsure_areas
from border_atlas.domain.coverage_shown import say_last_seen, shown_to_run
from border_atlas.domain.coverage_text import figures, measures, paragraph
from border_atlas.domain.stretches import make_stretches
from tests.factories import TODAY, Row, make_activities, make_dataset

ON_THE_DAY = Question(TODAY, TODAY)
UNKNOWN = {"end_basis": "unknown", "end_date": ""}
#: Alpha has run on the line since 2010; the end of gamma, seen there in 2012, is not known; nor that of old.
MISSIONS = (
    {},
    {"mission_id": "gamma", "acronym": "GAMMA", "organisation": "EU", **UNKNOWN},
    {"mission_id": "old", "acronym": "OLD", "organisation": "AU", "start_date": "1963", **UNKNOWN},
)
ALPHA = {"activity_id": "alpha-1", "last_seen": "2026-01-05"}
GAMMA = {"activity_id": "gamma-1", "mission_id": "gamma", **UNKNOWN, "last_seen": "2012"}
OLD = {"activity_id": "old-1", "mission_id": "old", "start_date": "1963", **UNKNOWN, "last_seen": "1964-02-29"}


def covered(*activities: Row, question: Question = ON_THE_DAY) -> Coverage:
    data = make_dataset(missions=MISSIONS, activities=activities)
    return cover(data, make_stretches(data.areas, data.areas.iloc[:0].assign(sides=None)), question)


def said(coverage: Coverage) -> str:
    rows = {"overlaps": tables.overlaps(coverage), "gaps": tables.gaps(coverage), "ended": tables.ended(coverage)}
    return paragraph(coverage, where="here", **rows)


@pytest.mark.parametrize(
    ("work", "shown"),
    [
        ({"end_basis": "running", "last_seen": "2024"}, True),
        ({"end_basis": "ended", "end_date": "2026"}, True),
        ({"end_basis": "mandate-ended", "end_date": "2026-12-31"}, True),
        ({"end_basis": "unknown", "last_seen": "2026-01-05"}, False),
        ({"end_basis": "unknown", "last_seen": "2026"}, False),
        ({"end_basis": "last-seen", "end_date": "2026", "last_seen": "2026"}, False),
        ({"end_basis": "unknown", "last_seen": ""}, False),
    ],
)
def test_on_the_day_of_the_data_only_a_page_or_an_end_shows_work_to_run(work: Row, *, shown: bool) -> None:
    data = make_dataset(activities=[work])
    assert shown_to_run(data, TODAY).tolist() == [shown]


def test_work_of_unknown_end_is_shown_before_the_day_it_was_last_seen_and_not_after() -> None:
    data = make_dataset(activities=[{**UNKNOWN, "last_seen": "2012"}])
    days = (date(2011, 6, 1), date(2012, 6, 1), date(2013, 1, 1))
    assert [shown_to_run(data, day).tolist() for day in days] == [[True], [True], [False]]


def test_an_area_with_work_of_unknown_end_only_is_not_at_work() -> None:
    coverage = covered(OLD)
    assert tables.at_work(coverage).empty
    rows = tables.unsure(coverage)
    assert rows[["area_id", "Last seen", "End not known"]].to_numpy().tolist() == [
        ["north-line", "1964-02-29", "OLD (last seen 1964)"]
    ]
    assert tables.gaps(coverage).empty


def test_lines_with_work_of_unknown_end_are_measured_apart() -> None:
    told = figures(covered(OLD))
    assert (told.km_at_work, told.km_gap) == (0, 0)
    assert told.km_unsure == told.km_all - told.km_at_work > 0


def test_figures_name_work_of_unknown_end() -> None:
    coverage = covered(OLD)
    labels = [label for _, label in measures(coverage, tables.ended(coverage))]
    assert labels == [
        "A mission shown to run", "Two or more shown to run", "End of the work not known", "No mission any more",
        "Areas left without a successor",
    ]  # fmt: skip


def test_a_mission_at_work_does_not_hide_that_the_end_of_another_is_not_known() -> None:
    (row,) = tables.at_work(covered(ALPHA, GAMMA)).to_dict("records")
    assert (row["Shown to run"], row["Missions"], row["End not known"]) == (1, "ALPHA", "GAMMA (last seen 2012)")


def test_an_overlap_that_hangs_on_an_unknown_end_is_not_certain() -> None:
    coverage = covered(ALPHA, GAMMA)
    rows = tables.overlaps(coverage)
    assert rows[["Certain", "Missions"]].to_numpy().tolist() == [["no", "ALPHA, GAMMA"]]
    assert "Nowhere are two missions or more shown to run." in said(coverage)
    assert "they meet only if work of unknown end goes on; at the head" in said(coverage)


def test_certain_overlaps_come_first_and_name_only_those_shown_to_run() -> None:
    beta = {**GAMMA, "activity_id": "gamma-2", "area_id": "gate", "end_basis": "running"}
    there = {**ALPHA, "activity_id": "alpha-2", "area_id": "gate"}
    old = {**OLD, "area_id": "gate"}
    rows = tables.overlaps(covered(ALPHA, GAMMA, beta, there, old))
    assert rows["Certain"].tolist() == ["yes", "no"]
    assert rows["Missions"].tolist() == ["ALPHA, GAMMA", "ALPHA, GAMMA"]
    assert rows["End not known"].tolist() == ["OLD (last seen 1964)", "GAMMA (last seen 2012)"]


def test_the_paragraph_tells_what_was_not_seen_for_long() -> None:
    assert "the end of the work is not known; no page shows it in the 10 years before." in said(covered(OLD))
    seen = {**GAMMA, "last_seen": "2020", "area_id": "gate"}
    assert "of these no page shows it in the 10 years before." in said(covered(OLD, seen))
    assert "the end of the work is not known." in said(covered({**GAMMA, "last_seen": "2020"}))


def test_a_day_after_that_of_the_data_says_so() -> None:
    late = date(2026, 6, 1)
    assert "(the data are of 5 January 2026)" in said(covered(ALPHA, question=Question(late, late)))


def test_a_year_counts_work_that_a_page_shows_in_it() -> None:
    assert tables.at_work(covered(GAMMA, question=Question(*year_of(2012))))["Missions"].tolist() == ["GAMMA"]


def test_a_successor_of_unknown_end_is_not_certain() -> None:
    left = {
        "activity_id": "alpha-9", "area_id": "twin", "start_date": "2012", "end_date": "2020", "end_basis": "ended",
    }  # fmt: skip
    data = make_dataset(missions=MISSIONS, areas=[{}, {"area_id": "twin"}], activities=[left, GAMMA])
    coverage = cover(data, make_stretches(data.areas, data.areas.iloc[:0].assign(sides=None)), ON_THE_DAY)
    rows = tables.ended(coverage)
    assert rows[["area_id", "Successor", "End not known"]].to_numpy().tolist() == [
        ["twin", "not certain", "GAMMA (last seen 2012)"]
    ]
    assert list(unsure_areas(coverage)) == [True, True]


def test_the_map_does_not_call_work_of_unknown_end_a_mission_or_a_gap() -> None:
    coverage = covered({**ALPHA, "area_id": "gate"}, OLD)
    assert area_states(coverage, tables.ended(coverage)) == {0: CoverageState.UNSURE, 2: CoverageState.ONE}


@pytest.mark.parametrize(
    ("work", "words"),
    [
        ({"last_seen": "2013-05"}, "last seen 2013"),
        ({"last_seen": "", "start_date": "2008", "start_basis": "first-seen"}, "last seen 2008"),
        ({"last_seen": "", "start_date": "2012-02-23", "start_basis": "decided"}, "begun 2012, not seen since"),
        ({"last_seen": "", "start_date": "", "start_basis": "unknown"}, "never seen"),
    ],
)
def test_it_is_said_when_work_was_last_seen(work: Row, words: str) -> None:
    assert say_last_seen(make_activities({**UNKNOWN, **work})) == words


@pytest.fixture(scope="module")
def real() -> Dataset:
    return load_dataset(GEODATA)


def test_the_count_of_every_area_is_that_of_its_profile(real: Dataset) -> None:
    counted = present_in(real)
    for area_id, (shown, unsure) in counted.items():
        here = missions_here(real, activities_in(real, [area_id]), area_id=area_id)
        found = [one.presence for one in here]
        assert (area_id, found.count(Presence.AT_WORK), found.count(Presence.MAY_BE)) == (area_id, shown, unsure)
