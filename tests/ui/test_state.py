"""The address is the truth when it was changed from outside, but not while the browser lags behind us."""

from streamlit.testing.v1 import AppTest


def _page() -> None:
    import streamlit as st  # noqa: PLC0415 -- the test harness runs the function's text alone
    from streamlit.runtime.scriptrunner import get_script_run_ctx  # noqa: PLC0415

    from border_atlas.domain.url import Vocabulary  # noqa: PLC0415
    from border_atlas.ui import state  # noqa: PLC0415

    vocabulary = Vocabulary(
        organisations=frozenset({"UN"}), missions=frozenset({"kfor"}), areas=frozenset(), countries=frozenset()
    )
    get_script_run_ctx().is_history_navigation = "back" in st.session_state  # type: ignore[union-attr]
    found = state.begin(st.session_state.get("page", "map"), vocabulary)
    state.write_address(found)
    st.text(found.mission or "none")


def _opened() -> AppTest:
    app = AppTest.from_function(_page)
    app.query_params["mission"] = "kfor"
    app.run()
    assert not app.exception
    assert app.text[0].value == "kfor"
    return app


def _go(app: AppTest, page: str) -> None:
    """Change the page as Streamlit's front end does: with an empty address."""
    app.session_state["page"] = page
    app.query_params.clear()
    app.run()


def test_a_page_change_keeps_the_selection_though_its_address_is_empty() -> None:
    app = _opened()
    _go(app, "activities")
    assert app.text[0].value == "kfor"
    assert app.query_params["mission"] == "kfor"


def test_a_run_that_a_component_asks_for_before_the_address_arrived_keeps_the_selection() -> None:
    app = _opened()
    _go(app, "activities")
    _go(app, "activities")
    _go(app, "activities")
    assert app.text[0].value == "kfor"


def test_a_late_empty_address_keeps_the_selection_though_ours_had_been_seen_by_a_run_of_our_own() -> None:
    app = _opened()
    _go(app, "activities")
    app.run()
    _go(app, "activities")
    assert app.text[0].value == "kfor"


def test_going_back_to_an_empty_address_starts_anew() -> None:
    app = _opened()
    _go(app, "activities")
    app.run()
    app.session_state["back"] = True
    _go(app, "activities")
    assert app.text[0].value == "none"
