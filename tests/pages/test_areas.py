"""The Border areas page: the list with all, one and no area, and profiles of every sort."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from border_atlas.config import GEODATA
from border_atlas.data.load import load_dataset
from border_atlas.ui import cache

PAGE = Path(__file__).resolve().parents[2] / "pages" / "areas.py"
DATA = load_dataset(GEODATA)

Open = Callable[..., AppTest]


@pytest.fixture
def page() -> Open:
    def open_page(**params: str) -> AppTest:
        app = AppTest.from_file(str(PAGE), default_timeout=60)
        for name, value in params.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        return app

    return open_page


def text(app: AppTest) -> str:
    parts = [str(element.proto.body) for element in app.get("html")]
    parts += [element.value for element in (*app.markdown, *app.caption)]
    return " ".join(parts)


def test_without_filters_all_areas_are_listed(page: Open) -> None:
    app = page()
    rows = app.dataframe[0].value
    assert len(rows) == len(DATA.areas)
    assert list(app.dataframe[0].proto.column_order)[:2] == ["Border area", "At work on 5 January 2026"]
    assert f"{len(DATA.areas)} border areas" in text(app)


def test_a_filter_leaves_one_area(page: Open) -> None:
    app = page(q="Ouanaminthe")
    assert list(app.dataframe[0].value["area_id"]) == ["ouanaminthe"]


def test_nothing_left_says_how_to_get_out_of_it(page: Open) -> None:
    app = page(q="no such words anywhere")
    assert "matches all filters" in app.info[0].value
    assert len(app.dataframe) == 0


@pytest.mark.parametrize(
    ("area", "says"),
    [
        ("georgia-russia-border", ["OMG (OSCE) with border monitoring", "31 December 2004", "Chechen section"]),
        ("irq-kwt-dmz", ["6 October 2003 (end of the mandate)", "equal-area projection", "ended with its mandate"]),
        ("gukovo-bcp", ["A place", "no length"]),
        ("xkx-srb", ["*References to Kosovo", "Administrative boundary line", "Whether it is more than that"]),
        ("loc-kashmir", ["Line of Control in Jammu and Kashmir agreed by India and Pakistan"]),
        ("abl-abkhazia", ["do not measure on it", "Abkhazia and South Ossetia lie within"]),
    ],
)
def test_a_link_to_an_area_opens_its_profile(page: Open, area: str, says: list[str]) -> None:
    app = page(area=area)
    told = text(app).replace("&#x27;", "'")
    headings = ["Who works here on the day of the data", "What changed", "What kind of line this is", "data as of"]
    for words in [*says, *headings]:
        assert words in told
    assert "<a href=" in told
    assert app.query_params["area"] == area
    assert len(app.get("vega_lite_chart")) + len(app.get("arrow_vega_lite_chart")) == 1


def test_the_profile_can_be_cited_with_a_link_that_names_the_version(page: Open) -> None:
    said = " ".join(code.value for code in page(area="abyei").code)
    assert "“Abyei Area”" in said
    assert "area=abyei&v=" in said


def test_years_of_the_sidebar_narrow_what_changed(page: Open) -> None:
    told = text(page(**{"area": "irq-kwt-dmz", "from": "1992", "to": "2000"}))
    assert "Only 1992–2000, as chosen in the sidebar: 4 of 8 changes." in told


def test_closing_a_profile_goes_back_to_the_list(page: Open) -> None:
    app = page(area="abyei", kind="disputed-area")
    app.button(key="area_close").click().run()
    assert not app.exception
    assert "area" not in app.query_params
    assert set(app.dataframe[0].value["Kind"]) == {"Disputed area"}


def test_an_unknown_id_leaves_a_note_and_the_list(page: Open) -> None:
    app = page(area="atlantis")
    assert "atlantis" in app.warning[0].value
    assert len(app.dataframe[0].value) == len(DATA.areas)


def test_an_area_without_activity_has_a_profile(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    data = load_dataset(GEODATA)
    left = data.activities[data.activities["area_id"] != "tiran-strait"].reset_index(drop=True)
    bare = replace(data, activities=left, version="without-tiran")
    monkeypatch.setattr(cache, "dataset", lambda: bare)
    told = text(page(area="tiran-strait"))
    assert "No mission is on record here. That is no proof that none was." in told
    assert "No activity is on record here." in told
