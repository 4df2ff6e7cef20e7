"""The Map page for all, one and no records, and for links that are partly wrong."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from border_atlas.config import GEODATA
from border_atlas.data.load import load_dataset
from border_atlas.domain.permalinks import version_tag

OpenApp = Callable[..., AppTest]

#: What is said when no filter hides anything.
DATA = load_dataset(GEODATA)
WHOLE = f"{len(DATA.missions)} missions · {len(DATA.areas)} border areas · {len(DATA.activities)} activities"


def captions(app: AppTest) -> list[str]:
    return [caption.value for caption in app.caption]


def html(app: AppTest) -> str:
    return " ".join(str(element.proto.body) for element in app.get("html"))


def test_without_filters_the_whole_dataset_is_shown(open_app: OpenApp) -> None:
    app = open_app()
    assert WHOLE in captions(app)


def test_a_link_to_one_mission_opens_its_details_with_sources(open_app: OpenApp) -> None:
    app = open_app(mission="unisfa")
    assert "#### UNISFA" in [markdown.value for markdown in app.markdown]
    assert "United Nations Interim Security Force for Abyei" in html(app)
    assert "reliefweb.int/organization/unisfa" in html(app)


def test_a_link_with_filters_is_taken_over_and_said(open_app: OpenApp) -> None:
    app = open_app(org="EU", type="training")
    assert "### EU missions that trained border services" in [markdown.value for markdown in app.markdown]
    assert app.query_params["org"] == "EU"


def test_nonsense_in_a_link_leaves_a_note_and_the_rest_works(open_app: OpenApp) -> None:
    app = open_app(org="UN,<script>", kind="castle")
    assert "is no organisation" in app.warning[0].value
    assert "<script>" not in app.warning[0].value
    assert app.query_params["org"] == "UN"


def test_an_empty_selection_says_how_to_get_out_of_it(open_app: OpenApp) -> None:
    app = open_app(q="no such words anywhere")
    assert "No mission or border area matches" in app.info[0].value
    assert "0 missions · 0 border areas · 0 activities" in captions(app)


def test_a_link_to_missions_not_yet_begun_is_taken_over_though_there_are_none(open_app: OpenApp) -> None:
    app = open_app(status="not-yet-begun")
    assert app.query_params["status"] == "not-yet-begun"
    assert "No mission or border area matches" in app.info[0].value
    assert not app.warning


def test_typing_a_search_filters_and_goes_into_the_address(open_app: OpenApp) -> None:
    app = open_app()
    next(box for box in app.text_input if box.label.startswith("Words in names")).set_value("Abyei").run()
    assert app.query_params["q"] == "Abyei"
    assert "text “Abyei”" in app.markdown[0].value


def test_clearing_all_filters_brings_everything_back(open_app: OpenApp) -> None:
    app = open_app(org="OAS")
    next(button for button in app.button if button.label == "Clear all filters").click().run()
    assert WHOLE in captions(app)
    assert "org" not in app.query_params


@pytest.mark.parametrize(
    ("mission", "acronym"),
    [
        ("unmogip", "UNMOGIP"), ("unficyp", "UNFICYP"), ("unisfa", "UNISFA"), ("minustah", "MINUSTAH"),
        ("untaet", "UNTAET"), ("eucap-sahel-niger", "EUCAP Sahel Niger"), ("euam-ukraine", "EUAM Ukraine"),
        ("euam-iraq", "EUAM Iraq"), ("eubam-libya", "EUBAM Libya"), ("minusca", "MINUSCA"),
        ("osce-bishkek", "OSCE Programme Office in Bishkek"), ("osce-skopje", "OSCE Mission to Skopje"),
        ("osce-astana", "OSCE Programme Office in Astana"), ("euavsec-south-sudan", "EUAVSEC South Sudan"),
    ],
)  # fmt: skip
def test_each_mission_of_the_field_is_found_by_search_and_opens_with_a_sourced_activity(
    open_app: OpenApp, mission: str, acronym: str
) -> None:
    app = open_app(q=acronym, mission=mission)
    assert "<article" in html(app)
    assert "<a href=" in html(app)
    assert not app.warning
    assert "outside the present filters" not in html(app).split("</article>")[0]


def test_a_former_id_leads_to_the_present_one_and_says_so(open_app: OpenApp) -> None:
    app = open_app(mission="un-unifil")
    assert app.query_params["mission"] == "unifil"
    assert "now called “unifil”" in app.warning[0].value


def test_a_frozen_link_of_other_data_says_that_newer_exist(open_app: OpenApp) -> None:
    app = open_app(mission="unifil", v="20250101-0123abcd")
    assert "newer data exist" in app.info[0].value


def test_a_frozen_link_of_these_data_says_nothing(open_app: OpenApp) -> None:
    app = open_app(v=version_tag(load_dataset(GEODATA)))
    assert not app.info
    assert not app.warning
