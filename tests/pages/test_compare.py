"""The Compare page: two sides from a link, presets, nothing on a side."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

OpenApp = Callable[..., AppTest]


def texts(app: AppTest) -> list[str]:
    return [markdown.value for markdown in app.markdown]


def test_without_a_link_un_and_eu_are_compared(open_app: OpenApp) -> None:
    app = open_app("pages/compare.py")
    assert "**UN missions**" in texts(app)
    assert "**EU missions**" in texts(app)
    assert set(app.dataframe[0].value["In"]) == {"only left", "only right"}


def test_a_preset_compares_two_times_and_writes_the_link(open_app: OpenApp) -> None:
    app = open_app("pages/compare.py")
    app.button(key="compare_preset_1").click().run()
    assert not app.exception
    assert app.query_params["l.from"] == "1990"
    missions = app.dataframe[0].value.set_index("mission_id")["In"]
    assert missions["unficyp"] == "both"
    assert missions["uniimog"] == "only left"


def test_a_side_without_records_shows_the_other_alone(open_app: OpenApp) -> None:
    app = open_app("pages/compare.py")
    app.multiselect(key=next(box.key for box in app.multiselect if box.label == "Organisation, right")).set_value(
        ["ASEAN"]
    ).run()
    assert not app.exception
    assert "**ASEAN missions**" in texts(app)


def test_swapping_turns_the_sides_round(open_app: OpenApp) -> None:
    app = open_app("pages/compare.py")
    app.button(key="compare_swap").click().run()
    assert (app.query_params["l.org"], app.query_params["r.org"]) == ("EU", "UN")
