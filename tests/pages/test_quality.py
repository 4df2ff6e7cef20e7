"""The page on quality shows the report and offers it as a file."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

PAGE = Path(__file__).resolve().parents[2] / "pages" / "quality.py"


@pytest.fixture(scope="module")
def app() -> AppTest:
    run = AppTest.from_string(f"import streamlit as st\nst.navigation([st.Page({str(PAGE)!r})]).run()")
    run.run(timeout=60)
    assert not run.exception
    return run


def test_aims_stand_beside_what_is(app: AppTest) -> None:
    assert [metric.label for metric in app.metric][:2] == ["Missions verified (%)", "Activities verified (%)"]
    assert app.metric[0].delta.startswith("aim 100: ")


def test_every_table_of_the_report_is_shown(app: AppTest) -> None:
    headings = [one.value.removeprefix("##### ") for one in app.markdown if one.value.startswith("##### ")]
    assert headings[0] == "Aims"
    assert len(headings) == 9
    assert "All" in list(app.dataframe[5].value.columns)


def test_the_report_can_be_taken_away(app: AppTest) -> None:
    labels = [button.label for button in app.get("download_button")]
    assert labels[:3] == ["Markdown", "Web page", "CSV"]
