"""The files that every page offers: made when asked for, named by what they hold."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from border_atlas.data.own.contract import OwnFile
from border_atlas.domain.citations import Request
from border_atlas.domain.own_drawing import MARK
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.ui import own_state, take_away
from border_atlas.ui.take_away import file_name
from tests.data.own.samples import csv_of, read_here
from tests.factories import make_dataset

APP = Path(__file__).resolve().parents[2] / "app.py"
DATA = make_dataset()


def test_a_file_says_in_its_name_whether_it_holds_all() -> None:
    everything, some = Selection(), Selection(organisations=("UN",))
    day = f"{DATA.data_as_of:%Y%m%d}"
    assert file_name(DATA, select(DATA, everything), "csv") == f"border-atlas-all_{day}.csv"
    assert file_name(DATA, select(DATA, some), "csv") == f"border-atlas-selection_{day}.csv"
    asked = Request("Gaps", {"g.region": "africa"})
    assert file_name(DATA, select(DATA, everything), "csv", asked) == f"border-atlas-selection_{day}.csv"


def labels(app: AppTest) -> list[str]:
    assert not app.exception
    return [button.label for button in app.get("download_button")]


FORMATS = {"Excel", "CSV, all tables", "GeoPackage", "GeoJSON", "Map as PNG", "Poster A3 (PDF)"}


@pytest.mark.parametrize("page", ["map", "activities", "missions", "areas", "gaps", "to_check", "sources"])
def test_every_page_offers_all_formats_in_its_open_list(page: str) -> None:
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.session_state[f"take_{page}"] = True
    app.run()
    if page != "map":
        app.switch_page(f"pages/{page}.py").run()
    assert set(labels(app)) >= FORMATS


def test_a_closed_list_holds_nothing() -> None:
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    assert FORMATS.isdisjoint(labels(app))


POSTS = [["a", "44", "42"], ["b", "44.2", "42"], ["c", "44", "x"]]


def own_set() -> own_state.OwnSet:
    layers = read_here(csv_of(["name", "lon", "lat"], POSTS).encode(), "posts.csv")
    return own_state.understood(OwnFile("posts.csv", "CSV", 1, "ab" * 32, tuple(layers)), 0, layers[0], DATA)


@pytest.mark.parametrize("own", [(), (own_set(),)], ids=["without", "with"])
def test_own_data_are_on_a_poster_only_when_asked_for(
    own: tuple[own_state.OwnSet, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: dict[str, Callable[[], bytes]] = {}

    def offer(label: str, build: Callable[[], bytes], **more: Any) -> None:
        made[label] = build
        assert ("own-data" in more["file_name"]) is bool(own)

    monkeypatch.setattr(take_away.st, "download_button", offer)
    take_away.pictures(DATA, select(DATA, Selection()), "x", own=own)
    said = PdfReader(io.BytesIO(made["Poster A3 (PDF)"]())).pages[0].extract_text()
    assert (MARK in said) is bool(own)
    assert ("1 kept aside" in said) is bool(own)


def test_a_tick_for_own_data_is_offered_only_where_there_are_some_and_not_set() -> None:
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.session_state["take_map"] = True
    app.run()
    ticks = [box for box in app.checkbox if box.label == "Draw my own data too"]
    assert ticks == []
    one = own_set()
    app.session_state["atlas_own_sets"] = {one.key: one}
    app.run()
    assert [box.value for box in app.checkbox if box.label == "Draw my own data too"] == [False]
    one.shown = False
    assert not app.run().exception
    assert [box for box in app.checkbox if box.label == "Draw my own data too"] == []
