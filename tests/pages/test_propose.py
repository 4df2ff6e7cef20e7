"""The form checks at once, collects proposals, and gives a file that `apply` takes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from border_atlas.data.changes.apply import plan
from border_atlas.data.changes.read import parse_changes
from border_atlas.data.tables import COLUMNS
from border_atlas.domain.proposals import TABLES, Proposal
from border_atlas.export.change_file import contents
from border_atlas.export.guard import unguard
from border_atlas.ui import propose_state, propose_words

PAGE = Path(__file__).resolve().parents[2] / "pages" / "propose.py"
Open = Callable[..., AppTest]


@pytest.fixture
def open_page() -> Open:
    def opened(**params: str) -> AppTest:
        app = AppTest.from_string(f"import streamlit as st\nst.navigation([st.Page({str(PAGE)!r})]).run()")
        for name, value in params.items():
            app.query_params[name.replace("__", ".")] = value
        app.run(timeout=60)
        assert not app.exception
        return app

    return opened


def named(app: AppTest, kind: str, label: str) -> Any:
    return next(one for one in app.get(kind) if one.label.removesuffix(" *") == label)


def add(app: AppTest) -> Any:
    return named(app, "button", "Add to my proposals")


def unmogip(open_page: Open) -> AppTest:
    return open_page(r__table="missions", r__id="unmogip")


def test_a_link_opens_the_record(open_page: Open) -> None:
    app = unmogip(open_page)
    assert named(app, "selectbox", "Record").value == "unmogip"
    assert named(app, "text_input", "Acronym").value == "UNMOGIP"
    assert not app.warning


def test_a_link_to_nothing_opens_the_empty_form(open_page: Open) -> None:
    app = open_page(r__table="missions", r__id="<script>")
    assert named(app, "selectbox", "Record").value is None
    assert open_page(r__table="ships", r__id="x").selectbox


def test_nothing_changed_is_nothing_to_add(open_page: Open) -> None:
    assert not [one for one in unmogip(open_page).button if one.label == "Add to my proposals"]


def test_a_fault_is_told_at_once_and_bars_the_way(open_page: Open) -> None:
    app = unmogip(open_page)
    named(app, "text_input", "Start").set_value("1949-13").run(timeout=60)
    assert app.dataframe[0].value["What is wrong"].iloc[0].endswith("is no date")
    assert add(app).disabled


def test_proposals_are_collected_and_apply_takes_them(open_page: Open) -> None:
    app = unmogip(open_page)
    named(app, "text_input", "Headquarters").set_value("Islamabad and Srinagar")
    named(app, "text_input", "Reason, in one sentence").set_value("=Both seats").run(timeout=60)
    assert add(app).disabled  # no source yet
    source = named(app, "selectbox", "Source")
    chosen = next(iter(propose_state.rows("sources.csv")))
    source.set_value(chosen).run(timeout=60)
    assert not app.error
    add(app).click().run(timeout=60)
    (one,) = app.session_state["propose_proposals"]
    assert dict(one.cells)["hq_place"] == "Islamabad and Srinagar"
    assert dict(one.cells)["source_ids"].endswith(chosen)
    outcome = plan(propose_state.TABLES, parse_changes(contents([one]), clean=unguard))
    assert (outcome.faults, outcome.changed["missions.csv"]) == ((), len(one.cells))
    assert app.get("download_button")[0].label == "Download the change file (1)"
    named(app, "button", "Remove").click().run(timeout=60)
    assert not app.get("download_button")


def proposal(mission: str) -> Proposal:
    cells = (("hq_place", "Here"),)
    return Proposal("missions.csv", mission, cells, is_new=False, source_id="page", source=(), reason="Because")


def kept(app: AppTest) -> list[str]:
    return [one.key for one in app.session_state["propose_proposals"]]


def test_one_proposal_is_removed_however_often_its_button_is_clicked(open_page: Open) -> None:
    app = open_page()
    some = ["unmogip", "unficyp", "unifil"]
    app.session_state["propose_proposals"] = [proposal(one) for one in some]
    app.run(timeout=60)
    button = named(app, "button", "Remove")
    for _ in range(3):
        button.click().run(timeout=60)
        assert not app.exception
        assert kept(app) == ["unficyp", "unifil"]


def test_a_proposal_added_twice_is_kept_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    one = proposal("unmogip")
    propose_state.add(one)
    propose_state.add(one)
    assert propose_state.all_proposals() == [one]


def test_anything_can_be_searched_from_the_page(open_page: Open) -> None:
    app = open_page()
    named(app, "text_input", "Find a mission, border, country …").set_value("Georgia").run(timeout=60)
    assert not app.exception
    assert [one for one in app.button if one.key.startswith("find_")]


def test_a_new_record_needs_what_the_schema_needs(open_page: Open) -> None:
    app = open_page()
    named(app, "button_group", "What").set_value("Add a record").run(timeout=60)
    named(app, "selectbox", "Of what kind").set_value("sources.csv").run(timeout=60)
    named(app, "text_input", "Title").set_value("A page on borders").run(timeout=60)
    told = set(app.dataframe[0].value["Field"])
    assert {"Publisher", "Type of source", "Original or copy"} <= told
    named(app, "text_input", "Publisher").set_value("UN News")
    named(app, "text_input", "Address on the web").set_value("https://news.un.org/en/story/2026/01/1")
    named(app, "selectbox", "Type of source").set_value("press")
    named(app, "selectbox", "Original or copy").set_value("original")
    named(app, "text_input", "Reason, in one sentence").set_value("It tells of the border").run(timeout=60)
    add(app).click().run(timeout=60)
    assert app.session_state["propose_proposals"][0].key == "un-news-a-page-on-borders"


def test_countries_are_picked_by_name_and_kept_as_codes(open_page: Open) -> None:
    app = open_page(r__table="missions", r__id="unmik")
    hosts = named(app, "multiselect", "Host countries")
    assert (hosts.value, "Kosovo*" in hosts.options) == (["XKX"], True)
    hosts.set_value(["XKX", "SRB"])
    named(app, "text_input", "Reason, in one sentence").set_value("Both").run(timeout=60)
    named(app, "selectbox", "Source").set_value(next(iter(propose_state.rows("sources.csv")))).run(timeout=60)
    add(app).click().run(timeout=60)
    assert dict(app.session_state["propose_proposals"][0].cells)["host_countries"] == "XKX;SRB"


@pytest.mark.parametrize("table", list(TABLES))
def test_every_field_has_words_of_its_own(table: str) -> None:
    said = [propose_words.said(table, column) for column in COLUMNS[table]]
    assert len(set(said)) == len(said)
    assert not [one for one in said if "_" in one or one[0].islower()]
