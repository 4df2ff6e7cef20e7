"""The Activities page with nothing, one activity and everything selected."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

PAGE = Path(__file__).resolve().parents[2] / "pages" / "activities.py"
SECTIONS = ("Matrix", "Timeline", "Per year", "Table")

Open = Callable[..., AppTest]


@pytest.fixture
def page() -> Open:
    def open_page(section: str = "Matrix", **params: str) -> AppTest:
        app = AppTest.from_file(str(PAGE), default_timeout=60)
        for name, value in params.items():
            app.query_params[name] = value
        app.session_state["activities_section"] = section
        app.run()
        assert not app.exception
        return app

    return open_page


def charts(app: AppTest) -> int:
    return len(app.get("arrow_vega_lite_chart")) + len(app.get("vega_lite_chart"))


@pytest.mark.parametrize("section", SECTIONS)
def test_nothing_selected_says_so(page: Open, section: str) -> None:
    app = page(section, q="no such words anywhere")
    assert "matches all filters" in app.info[0].value
    assert charts(app) == 0


@pytest.mark.parametrize(("section", "number"), [("Matrix", 2), ("Timeline", 1), ("Per year", 1), ("Table", 0)])
def test_one_mission_with_one_type(page: Open, section: str, number: int) -> None:
    app = page(section, mission="untso", type="ceasefire-monitoring")
    assert charts(app) == number
    assert [button.label for button in app.button if button.label.startswith("Only")] == [
        "Only UNTSO",
        "Only Ceasefire monitoring",
    ]


@pytest.mark.parametrize(("section", "number"), [("Matrix", 2), ("Timeline", 2), ("Per year", 1), ("Table", 0)])
def test_everything_has_heads_that_stay_in_place(page: Open, section: str, number: int) -> None:
    app = page(section)
    assert charts(app) == number
    assert not app.info


def test_a_mission_without_the_chosen_type_says_that_nothing_matches(page: Open) -> None:
    app = page("Timeline", mission="untso", type="training")
    assert "No activity matches" in app.info[0].value


def test_a_chip_clears_what_it_names(page: Open) -> None:
    app = page("Timeline", mission="untso")
    app.button(key="chip_mission").click().run()
    assert not app.exception
    assert "mission" not in app.query_params
    assert charts(app) == 2


def test_a_link_opens_a_section_and_the_address_keeps_it() -> None:
    app = AppTest.from_file(str(PAGE), default_timeout=60)
    app.query_params["a.show"] = "per-year"
    app.run()
    assert not app.exception
    assert app.session_state["activities_section"] == "Per year"
    assert app.query_params["a.show"] == "per-year"


def test_table_columns_can_be_chosen(page: Open) -> None:
    app = page("Table")
    columns = app.multiselect(key="activities_columns")
    assert columns.value[:2] == ["Mission", "Border area"]
    columns.set_value(["Title"]).run()
    assert not app.exception
    assert list(app.dataframe[0].proto.column_order) == ["Title"]
