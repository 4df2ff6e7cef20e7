"""What the filters say is known before they are drawn, and is the same."""

from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from border_atlas.domain.selection import Selection
from border_atlas.domain.timeless import timeless
from border_atlas.model import MissionStatus
from border_atlas.ui import cross_filter, filters, state
from tests.factories import make_dataset

DATA = make_dataset()
CHOSEN = Selection(
    organisations=("UN",), families=("connect",), activity_types=("training",), engagements=("train",),
    kinds=("land border",), statuses=("ended",), verified=("yes",), year_from=1990, year_to=2001,
    active_on=date(1999, 5, 1), text="x", colour_by="organisation",
)  # fmt: skip


def script() -> None:
    """Ask twice in one run: before the widgets are drawn, and by drawing them."""
    import streamlit as st  # noqa: PLC0415  runs as a script of its own

    from border_atlas.ui import cache, filters, state  # noqa: PLC0415

    data = cache.dataset()
    state.begin("map", cache.vocabulary(data))
    st.session_state["before"] = filters.asked(data)
    st.session_state["drawn"] = filters.draw(data)


def test_before_any_widget_was_drawn_the_selection_of_the_link_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    state.keep(CHOSEN)
    state.renew_widgets()
    assert filters.asked(DATA) == CHOSEN


def test_what_is_asked_before_is_what_the_widgets_say() -> None:
    app = AppTest.from_function(script, default_timeout=60).run()
    generation = app.session_state["atlas_generation"]
    app.multiselect(key=f"filter_org_{generation}").set_value(["EU", "AU"])
    app.text_input(key=f"filter_text_{generation}").set_value(" Abyei ")
    app.slider(key=f"filter_years_{generation}").set_value((1990, 2004))
    app.radio(key=f"filter_colour_{generation}").set_value("organisation")
    app.run()
    assert not app.exception
    assert app.session_state["before"] == app.session_state["drawn"]
    said = app.session_state["drawn"]
    assert (said.organisations, said.text, said.year_from, said.year_to) == (("AU", "EU"), "Abyei", 1990, 2004)


@pytest.mark.parametrize(
    ("handles", "period"),
    [
        ((2026, 2026), (2026, 2026)),
        ((1947, 1947), (1947, 1947)),
        ((1990, 2026), (1990, 2026)),
        ((1947, 2026), (None, None)),
    ],
)
def test_a_year_at_an_end_of_the_slider_is_kept(
    monkeypatch: pytest.MonkeyPatch, handles: tuple[int, int], period: tuple[int | None, int | None]
) -> None:
    monkeypatch.setattr(st, "session_state", {})
    state.keep(Selection(year_from=handles[0], year_to=handles[1]))
    state.renew_widgets()
    said = filters.asked(DATA)
    assert (said.year_from, said.year_to) == period
    assert timeless(DATA, said).year == (handles[0] if handles[0] == handles[1] else None)


def test_a_second_click_on_the_last_year_lets_it_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    for period in ((2026, 2026), (None, None)):
        cross_filter.pick_year(2026, {"year": 2026})
        state.keep(filters.asked(DATA))
        assert (state.current().year_from, state.current().year_to) == period


@pytest.mark.parametrize("status", MissionStatus)
def test_every_status_that_a_link_may_name_is_kept(monkeypatch: pytest.MonkeyPatch, status: MissionStatus) -> None:
    monkeypatch.setattr(st, "session_state", {})
    state.keep(Selection(statuses=(status,)))
    state.renew_widgets()
    assert filters.asked(DATA).statuses == (status,)


def test_the_map_page_shows_what_its_filters_say() -> None:
    app = AppTest.from_file(str(Path(__file__).resolve().parents[2] / "app.py"), default_timeout=60)
    app.query_params["org"] = "OSCE"
    app.run()
    box = next(one for one in app.multiselect if one.label == "Organisation")
    box.set_value(["AU"]).run()
    assert not app.exception
    assert app.query_params["org"] == "AU"


def folded(app: AppTest) -> list[str]:
    """Name the filters that are folded away, as far as they were sent."""
    labels = [one.label for kind in ("button_group", "date_input") for one in app.get(kind)]
    return [label for label in labels if label in {"How it goes about it", "Active on a date", "Mission status"}]


def test_filters_that_are_folded_away_are_sent_when_they_are_opened() -> None:
    app = AppTest.from_function(script, default_timeout=60).run()
    assert folded(app) == []
    app.session_state[f"filter_more_{app.session_state['atlas_generation']}"] = True
    app.run()
    assert sorted(folded(app)) == ["Active on a date", "How it goes about it", "Mission status"]


def test_a_filter_in_use_that_is_folded_away_again_keeps_what_it_says() -> None:
    app = AppTest.from_function(script, default_timeout=60)
    app.query_params["on"] = "1999-05-01"
    app.run()
    more = f"filter_more_{app.session_state['atlas_generation']}"
    app.session_state[more] = False
    app.run()
    assert app.session_state["drawn"].active_on == date(1999, 5, 1)
    app.date_input[0].set_value(None).run()
    assert app.session_state["drawn"].active_on is None
    app.run()
    assert app.session_state["before"].active_on is None
