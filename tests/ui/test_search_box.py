"""The find box: what a pick does on each page, and what is typed in vain."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = Path(__file__).resolve().parents[2] / "app.py"


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_file(str(APP), default_timeout=60).run()


def find(app: AppTest, query: str) -> AppTest:
    app.text_input(key="atlas_find").set_value(query).run()
    assert not app.exception
    return app


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button if re.fullmatch(r"find_\d+", button.key or "")]


def test_one_clear_name_opens_at_once(app: AppTest) -> None:
    assert find(app, "unmogip").query_params["mission"] == "unmogip"
    assert app.text_input(key="atlas_find").value == ""


def test_a_region_in_german_filters_its_countries(app: AppTest) -> None:
    find(app, "Zentralasien")
    assert app.query_params["country"] == "KAZ,KGZ,TJK,TKM,UZB"
    assert any("around Central Asia" in markdown.value for markdown in app.markdown)


def test_several_names_are_offered_and_a_pick_filters(app: AppTest) -> None:
    find(app, "georgia")
    assert len(labels(app)) > 1
    next(button for button in app.button if button.label == "Georgia").click().run()
    assert not app.exception
    assert app.query_params["country"] == "GEO"


def test_nothing_found_is_said(app: AppTest) -> None:
    find(app, "qqqqzzzz")
    assert labels(app) == []
    assert any("Nothing found" in caption.value for caption in app.caption)


def test_from_a_page_without_filters_a_pick_leads_to_the_map(app: AppTest) -> None:
    app.switch_page("pages/sources.py").run()
    find(app, "Zypern")
    assert app.query_params["country"] == "CYP"
    assert any("Cyprus" in markdown.value for markdown in app.markdown)


def test_more_hits_than_shown_are_told_and_can_be_seen(app: AppTest) -> None:
    find(app, "kosovo")
    assert {"UNMIK", "OMIK"} <= set(labels(app))
    told = next(caption.value for caption in app.caption if caption.value.startswith("The first 10 of "))
    app.button(key="find_more").click().run()
    assert not app.exception
    assert str(len([one for one in app.button if re.fullmatch(r"find_\d+", one.key or "")])) in told
    assert not [caption for caption in app.caption if caption.value.startswith("The first")]
