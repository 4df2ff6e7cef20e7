"""Shows a chart with its data to download, and tells what is clicked in it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

import altair as alt
import pandas as pd
import streamlit as st

from border_atlas.ui import cache, state, table_download

#: Height in pixels of what scrolls below a head.
SCROLL_HEIGHT: Final = 560

Point = Mapping[str, Any]


def chart(
    drawn: alt.LayerChart,
    *,
    rows: pd.DataFrame,
    key: str,
    says: str,
    head: alt.LayerChart | None = None,
    note: str = "",
    pick: tuple[str, Callable[[Point], None]] | None = None,
) -> None:
    """Show a chart, a note on how to read it and a button that downloads its data.

    Parameters
    ----------
    rows
        What the button downloads.
    key
        Names the widgets and the file; unique on a page.
    says
        What the chart shows, for those who cannot see it.
    head
        Stays in place above the chart, which then scrolls.
    pick
        Name of a point selection of the chart, and what to do with the fields of a clicked mark. They come
        from the browser: check them like any other input from outside.
    """
    if head is not None:
        with st.container(gap=None):
            st.altair_chart(head, width="stretch", key=f"head_{key}", alt=f"{says} Heads of the columns.")
            with st.container(height=SCROLL_HEIGHT, border=False, key=f"scroll_{key}"):
                _draw(drawn, key, says, pick)
    else:
        _draw(drawn, key, says, pick)
    text, button = st.columns([0.74, 0.26], vertical_alignment="top")
    text.caption(note or " ")
    with button:
        table_download.button(
            cache.dataset(), rows, key, key=f"csv_{key}", label="Download the chart’s data", fills=True
        )


def _draw(drawn: alt.LayerChart, key: str, says: str, pick: tuple[str, Callable[[Point], None]] | None) -> None:
    # The key changes with each selection from outside, so that a new chart starts without an old click.
    widget = _widget(key)
    if pick is None:
        st.altair_chart(drawn, width="stretch", key=widget, alt=says)
        return
    name, act = pick
    st.altair_chart(
        drawn,
        width="stretch",
        key=widget,
        alt=says,
        selection_mode=name,
        on_select=partial(_hear, key, widget, name, act),
    )


def _widget(key: str) -> str:
    return state.widget_key(f"chart_{key}")


def _hear(key: str, widget: str, name: str, act: Callable[[Point], None]) -> None:
    # On a busy machine the browser can send the click of a chart that is gone once more, which would undo it.
    if widget != _widget(key):
        return
    said = st.session_state.get(widget)
    points = said["selection"].get(name) if said else None
    if isinstance(points, list) and points and isinstance(points[0], dict):
        act(points[0])
