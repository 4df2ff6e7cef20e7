"""The page on gaps and overlaps: ready questions, a region, and a question without an answer."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

OpenApp = Callable[..., AppTest]


def lists(app: AppTest) -> list[str]:
    return [str(row) for frame in app.dataframe for row in frame.value.to_dict("records")]


def test_the_world_today_tells_what_absence_of_a_record_means(open_app: OpenApp) -> None:
    app = open_app("pages/gaps.py")
    assert any("Absence of a record is not absence of work" in caption.value for caption in app.caption)
    assert [metric.label for metric in app.metric] == [
        "A mission shown to run",
        "Two or more shown to run",
        "End of the work not known",
        "No mission any more",
        "Areas left without a successor",
    ]


@pytest.mark.parametrize(
    ("label", "wanted"),
    [
        ("UN and EU on African borders, 2015", ("EUBAM Libya", "UNSMIL")),
        ("Border monitoring without a successor", ("none",)),
        ("Ceasefire lines observed on 5 January 2026", ("UNDOF", "UNFICYP", "UNMOGIP")),
    ],
)
def test_a_ready_question_is_answered_by_its_list(open_app: OpenApp, label: str, wanted: tuple[str, ...]) -> None:
    app = open_app("pages/gaps.py")
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    said = " ".join(lists(app))
    assert [name for name in wanted if name not in said] == []


def test_a_region_narrows_the_question_and_goes_into_the_address(open_app: OpenApp) -> None:
    app = open_app("pages/gaps.py")
    app.selectbox[0].set_value("Central Asia").run()
    assert not app.exception
    assert app.query_params["g.region"] == "central-asia"
    assert any("in Central Asia" in markdown.value for markdown in app.markdown)
