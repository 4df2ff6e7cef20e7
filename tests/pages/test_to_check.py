"""The list of what to check next: order, narrowing, nothing left."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

OpenApp = Callable[..., AppTest]


def test_the_oldest_check_comes_first(open_app: OpenApp) -> None:
    app = open_app("pages/to_check.py")
    rows = app.dataframe[0].value
    assert rows["Checked on"].iloc[0] < rows["Checked on"].iloc[-1]
    assert list(rows["Checked on"]) == sorted(rows["Checked on"])


def test_a_mark_narrows_the_list_and_goes_into_the_address(open_app: OpenApp) -> None:
    app = open_app("pages/to_check.py")
    before = len(app.dataframe[0].value)
    marks = next(group for group in app.get("button_group") if group.label == "Mark")
    marks.set_value(["partly"]).run()
    assert not app.exception
    assert 0 < len(app.dataframe[0].value) < before
    assert app.query_params["c.marks"] == "partly"


def test_an_empty_selection_leaves_nothing_to_check(open_app: OpenApp) -> None:
    app = open_app("pages/to_check.py", q="no such words anywhere")
    assert not app.dataframe
    assert app.info


def test_dates_fit_their_tiles(open_app: OpenApp) -> None:
    figures = {one.label: one.value for one in open_app("pages/to_check.py").metric}
    assert figures["Data as of"] == "5 Jan 2026"
    assert len(figures["Oldest check"]) <= len("30 Sep 2026")
