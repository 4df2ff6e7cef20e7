"""The Missions page: the list with all, one and no mission, and profiles of every sort."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from border_atlas.config import GEODATA
from border_atlas.data.load import load_dataset
from border_atlas.domain.url import vocabulary_of
from border_atlas.ui import cache
from tests.factories import make_dataset

PAGE = Path(__file__).resolve().parents[2] / "pages" / "missions.py"
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


def test_without_filters_all_missions_are_listed(page: Open) -> None:
    app = page()
    assert len(app.dataframe[0].value) == len(DATA.missions)
    assert list(app.dataframe[0].proto.column_order)[:2] == ["Mission", "Status"]


def test_a_filter_leaves_one_mission(page: Open) -> None:
    app = page(org="ASEAN")
    assert list(app.dataframe[0].value["mission_id"]) == ["asean-aot"]


def test_nothing_left_says_how_to_get_out_of_it(page: Open) -> None:
    app = page(q="no such words anywhere")
    assert "matches all filters" in app.info[0].value
    assert len(app.dataframe) == 0


@pytest.mark.parametrize(
    ("mission", "says"),
    [
        ("unficyp", ["UNFICYP", "4 March 1964 (date of the decision) – running", "UNSC resolution 186 (1964)", "UNDP"]),
        ("unikom", ["Ended", "6 October 2003", "Demarcation support"]),
        ("osce-georgia", ["OSCE Mission to Georgia", "Chechen section"]),
        ("eucap-somalia", ["EUCAP Nestor"]),
    ],
)
def test_a_link_to_a_mission_opens_its_profile(page: Open, mission: str, says: list[str]) -> None:
    app = page(mission=mission)
    told = text(app) + " ".join(str(frame.value.to_dict("records")) for frame in app.dataframe)
    for words in [*says, "Border areas", "Partners", "Sources", "data as of", "checked on"]:
        assert words in told
    assert app.query_params["mission"] == mission
    assert len(app.get("vega_lite_chart")) + len(app.get("arrow_vega_lite_chart")) == 1


def test_a_mission_without_activities_says_what_is_missing(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    idle = make_dataset([{"mission_id": "idle", "acronym": "", "name": "Idle Mission"}], [], [])
    monkeypatch.setattr(cache, "dataset", lambda: idle)
    monkeypatch.setattr(cache, "vocabulary", lambda data: vocabulary_of(data, {}))
    app = page(mission="idle")
    told = text(app)
    for words in ["Idle Mission", "no proof that there was none", "No border area is on record", "0 activities"]:
        assert words in told
    assert len(app.get("vega_lite_chart")) + len(app.get("arrow_vega_lite_chart")) == 0


def test_the_profile_can_be_cited_with_a_link_that_names_the_version(page: Open) -> None:
    said = " ".join(code.value for code in page(mission="unisfa").code)
    assert "mission=unisfa&v=" in said


def test_closing_a_profile_goes_back_to_the_list(page: Open) -> None:
    app = page(mission="unisfa", org="UN")
    app.button(key="mission_close").click().run()
    assert not app.exception
    assert "mission" not in app.query_params
    assert set(app.dataframe[0].value["Organisation"]) == {"UN"}


def test_an_unknown_id_leaves_a_note_and_the_list(page: Open) -> None:
    app = page(mission="atlantis")
    assert "atlantis" in app.warning[0].value
    assert len(app.dataframe[0].value) == len(DATA.missions)
