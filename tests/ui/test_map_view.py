"""What the map says in the browser becomes the selection of the session."""

from datetime import date

import pytest
import streamlit as st

from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.ui import map_view, state
from tests.factories import make_dataset

DATA = make_dataset()
DAY = date(2005, 6, 1)  # when only beta was there


def say(monkeypatch: pytest.MonkeyPatch, year: object, before: Selection) -> bool:
    """Let the slider stop at a year in a session that begins with a selection."""
    monkeypatch.setattr(st, "session_state", {map_view.MAP_KEY: {"kind": "year", "index": year, "n": 1}})
    state.keep(before)
    return map_view.hear_click(DATA)


@pytest.mark.parametrize("before", [Selection(), Selection(statuses=("running",))])
def test_a_day_hides_nothing_of_the_year_at_which_the_slider_stopped(
    monkeypatch: pytest.MonkeyPatch, before: Selection
) -> None:
    assert say(monkeypatch, 2012, before.with_(active_on=DAY))
    assert state.current() == before.with_(year_from=2012, year_to=2012)
    assert select(DATA, state.current()).missions["mission_id"].tolist() == ["alpha"]


def test_all_years_are_all_days_too(monkeypatch: pytest.MonkeyPatch) -> None:
    assert say(monkeypatch, None, Selection(year_from=2010, year_to=2010, active_on=DAY))
    assert state.current() == Selection()


@pytest.mark.parametrize("year", [1900, 2027, "2010", 2010.5, True])
def test_a_year_that_the_slider_does_not_have_changes_nothing(monkeypatch: pytest.MonkeyPatch, year: object) -> None:
    assert not say(monkeypatch, year, Selection(active_on=DAY))
    assert state.current() == Selection(active_on=DAY)
