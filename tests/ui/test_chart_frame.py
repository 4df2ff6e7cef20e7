"""What a click in a chart does, and that a chart which is gone has no say any more."""

from collections.abc import Callable
from typing import Any

import altair as alt
import pandas as pd
import pytest
import streamlit as st

from border_atlas.ui import chart_frame, state

ROWS = pd.DataFrame({"year": [2001]})
MARK = {"year": 2001}


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> dict[str, Callable[[], None]]:
    """Give each chart that is drawn by its key, with what Streamlit calls on a click in it."""
    charts: dict[str, Callable[[], None]] = {}

    def altair_chart(_chart: object, *, key: str, on_select: Callable[[], None], **_options: Any) -> None:
        charts[key] = on_select

    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "altair_chart", altair_chart)
    return charts


def draw(heard: list[chart_frame.Point]) -> str:
    layers = alt.layer(alt.Chart(ROWS).mark_bar())
    chart_frame.chart(layers, rows=ROWS, key="years", says="One year.", pick=("bar", heard.append))
    return state.widget_key("chart_years")


def click(drawn: dict[str, Callable[[], None]], key: str) -> None:
    st.session_state[key] = {"selection": {"bar": [MARK]}}
    drawn[key]()


def test_a_click_hands_over_the_fields_of_its_mark(drawn: dict[str, Callable[[], None]]) -> None:
    heard: list[chart_frame.Point] = []
    click(drawn, draw(heard))
    assert heard == [MARK]


def test_a_chart_that_was_renewed_is_not_heard_again(drawn: dict[str, Callable[[], None]]) -> None:
    heard: list[chart_frame.Point] = []
    old = draw(heard)
    click(drawn, old)
    state.renew_widgets()
    new = draw(heard)
    click(drawn, old)
    assert heard == [MARK]
    click(drawn, new)
    assert heard == [MARK, MARK]
