"""Clicks in charts change the selection, and can be taken back."""

from collections.abc import Iterator
from datetime import date

import pytest
import streamlit as st

from border_atlas.domain.selection import Selection
from border_atlas.ui import cross_filter, state
from tests.factories import make_dataset

DATA = make_dataset()
CELL = {"row_id": "alpha", "activity_type": "training"}


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give each test a session of its own."""
    monkeypatch.setattr(st, "session_state", {})
    state.keep(Selection(families=("connect",), year_from=2010))
    return


def test_a_cell_chooses_its_mission_and_type_for_all_pages() -> None:
    cross_filter.pick_cell(DATA, "mission", CELL)
    now = state.current()
    assert (now.mission, now.activity_types, now.families, now.year_from) == ("alpha", ("training",), (), 2010)


def test_the_matrix_goes_on_showing_what_was_there_before() -> None:
    cross_filter.pick_cell(DATA, "mission", CELL)
    before = cross_filter.before_pin(state.current())
    assert (before.activity_types, before.families) == ((), ("connect",))


def test_the_same_cell_again_takes_it_back() -> None:
    before = state.current()
    cross_filter.pick_cell(DATA, "mission", CELL)
    cross_filter.pick_cell(DATA, "mission", CELL)
    assert state.current() == before
    assert cross_filter.pin() is None


def test_another_cell_keeps_what_was_there_before_the_first() -> None:
    cross_filter.pick_cell(DATA, "mission", CELL)
    cross_filter.pick_cell(DATA, "area", {"row_id": "gate", "activity_type": "border-monitoring"})
    now = state.current()
    assert (now.mission, now.area) == (None, "gate")
    cross_filter.unpin()
    assert state.current().families == ("connect",)


def test_a_click_counts_only_while_the_selection_is_what_it_made_it() -> None:
    cross_filter.pick_cell(DATA, "mission", CELL)
    state.keep(state.current().with_(activity_types=("training", "coast-guard")))
    assert cross_filter.pin() is None
    assert cross_filter.before_pin(state.current()) == state.current()


@pytest.mark.parametrize(
    "point", [{}, {"row_id": "nobody", "activity_type": "training"}, {"row_id": "alpha", "activity_type": "<b>"}]
)
def test_cells_that_do_not_exist_change_nothing(point: dict[str, str]) -> None:
    before = state.current()
    cross_filter.pick_cell(DATA, "mission", point)
    assert state.current() == before


def test_a_bar_chooses_its_mission() -> None:
    cross_filter.pick_bar(DATA, {"mission_id": "beta"})
    assert state.current().mission == "beta"
    cross_filter.pick_bar(DATA, {"mission_id": ["beta"]})
    assert state.current().mission == "beta"


def test_a_year_is_kept_alone_and_let_go_again() -> None:
    cross_filter.pick_year(2026, {"year": 1991.0})
    assert (state.current().year_from, state.current().year_to) == (1991, 1991)
    cross_filter.pick_year(2026, {"year": 1991})
    assert (state.current().year_from, state.current().year_to) == (None, None)


def test_a_clicked_year_takes_the_place_of_a_day() -> None:
    state.keep(state.current().with_(active_on=date(1995, 6, 1)))
    cross_filter.pick_year(2026, {"year": 1991})
    chosen = state.current()
    assert (chosen.year_from, chosen.year_to, chosen.active_on) == (1991, 1991, None)


@pytest.mark.parametrize("year", [1900, 2030, "1991", None, float("nan")])
def test_years_that_the_chart_does_not_have_change_nothing(year: object) -> None:
    before = state.current()
    cross_filter.pick_year(2026, {"year": year})
    assert state.current() == before


def test_focus_narrows_to_the_chosen_record_but_not_the_rows_it_was_clicked_in() -> None:
    chosen = Selection(mission="beta")
    assert list(cross_filter.focus(DATA.activities, chosen)["activity_id"]) == ["beta-1"]
    assert len(cross_filter.focus(DATA.activities, chosen, but="mission")) == 3


def test_the_chart_of_years_is_not_narrowed_by_years() -> None:
    assert cross_filter.without_time(state.current()) == Selection(families=("connect",))
