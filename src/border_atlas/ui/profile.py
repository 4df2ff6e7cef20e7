"""Parts of a profile that missions and border areas share: citation, map, timeline, sources, links."""

from collections.abc import Iterable
from typing import Final, Literal

import altair as alt
import pandas as pd
import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from border_atlas.charts import gantt
from border_atlas.data.dataset import Dataset
from border_atlas.domain.bounds import Bounds, area_bounds, mission_bounds
from border_atlas.domain.cards import SourceLine
from border_atlas.domain.citations import Citation
from border_atlas.domain.proofs import source_lines
from border_atlas.domain.sources import UNREAD
from border_atlas.domain.timeline import Label, as_year, timeline_rows
from border_atlas.domain.url import to_params
from border_atlas.domain.view import View
from border_atlas.maps.safety import escape
from border_atlas.model import SourceStanding
from border_atlas.ui import chart_frame, map_view, state
from border_atlas.ui.card_html import STYLE

Kind = Literal["mission", "area"]

#: The page on which a record's profile stands.
PAGES: Final[dict[Kind, str]] = {"mission": "pages/missions.py", "area": "pages/areas.py"}
_FRAMED: Final = "atlas_framed"
_FLAGS: Final = {
    SourceStanding.MIRROR: "mirror: a copy, not the publisher’s own page",
    SourceStanding.NEWS_COPY: "news copy: a reprint, not the publisher’s own page",
}


def cite(said: Citation, key: str) -> None:
    """Offer a ready citation behind a button; ``key`` names it on its page."""
    with st.popover("Cite this", icon=":material/format_quote:", key=f"cite_{key}"):
        st.code(said.long, language=None, wrap_lines=True)
        st.caption(escape(f"Short: {said.short}"))


def page_address() -> str:
    """Return the page's own address without parameters; empty where the browser did not say it."""
    return (st.context.url or "").partition("?")[0]


def profile_map(data: Dataset, view: View, key: str, *, bounds: Bounds | None = None, height: int = 430) -> None:
    """Draw the map of a view, framed on its chosen record when this is opened.

    Parameters
    ----------
    key
        Names the map on its page; give the same to ``map_view.hear_click``.
    bounds
        What to frame (degrees) instead of the record's own box.
    """
    chosen = view.selection
    mark = (chosen.mission, chosen.area, state.widget_key(key))
    framed = f"{_FRAMED}_{key}"
    # A link that says where to look is obeyed, when a session begins with it.
    by_link = framed not in st.session_state and "at" in st.query_params
    if st.session_state.get(framed) != mark and not by_link:
        map_view.go_to(bounds or _own_bounds(data, view))
    st.session_state[framed] = mark
    map_view.draw(view, key=key, height=height)


def _own_bounds(data: Dataset, view: View) -> Bounds:
    chosen = view.selection
    if chosen.mission is not None:
        return mission_bounds(data, chosen.mission)
    if chosen.area is not None:
        return area_bounds(data, chosen.area)
    west, south, east, north = view.areas.total_bounds
    return float(west), float(south), float(east), float(north)


def timeline(
    data: Dataset,
    activities: pd.DataFrame,
    *,
    label: Label,
    title: str,
    key: str,
    behind: alt.Chart | None = None,
    note: str = "",
) -> None:
    """Show when activities took place, from the first of them to the day of the data.

    Parameters
    ----------
    label
        What names a row: the mission or the area, each with the type of activity.
    key
        Names the chart on its page and the file with its data.
    behind
        What to draw below the bars, on the same years.
    note
        How to read it, before what is said of the bars.
    """
    rows = timeline_rows(data, activities, label=label)
    if rows.empty:
        st.caption("No activity on record.")
        return
    years = (float(rows["x"].min()), as_year(data.data_as_of))
    drawn = gantt.gantt_chart(rows, title=title, years=years)
    if behind is not None:
        drawn.layer.insert(0, behind)
    chart_frame.chart(
        drawn, rows=rows.drop(columns=["x", "x2", "opacity"]), key=key, note=f"{note} {gantt.LEGEND}".strip(),
        says=f"{title}: {rows['row'].nunique()} bars from {rows['begin'].min()[:4]} on.",
    )  # fmt: skip


def source_list(data: Dataset, source_ids: Iterable[str]) -> None:
    """List sources with publisher, type and days; mirrors and news copies are flagged."""
    st.html(STYLE + sources_html(source_lines(data, source_ids)))


def sources_html(lines: Iterable[SourceLine]) -> str:
    """Return sources as a list in HTML."""
    items = "".join(_source(line) for line in lines)
    return f'<ul class="ba-sources">{items}</ul>' if items else "<p>No source is named.</p>"


def _source(line: SourceLine) -> str:
    title = f"<b>{escape(line.title or line.url)}</b>"
    if line.url.startswith(("http://", "https://")):
        title = f'<a href="{escape(line.url)}" target="_blank" rel="noopener noreferrer">{title}</a>'
    if line.source_id == UNREAD:
        return f"<li>{title}</li>"
    flag = _FLAGS.get(SourceStanding(line.standing)) if line.standing else None
    flagged = f' <span class="ba-mark ba-partly">⚑ {escape(flag)}</span>' if flag else ""
    said = [
        line.publisher,
        line.source_type.capitalize(),
        f"published {line.published}" if line.published else "publication date not known",
        f"checked on {line.checked_on}" if line.checked_on else "not checked",
    ]
    facts = " · ".join(escape(part) for part in said if part)
    return f'<li>{title}{flagged}<br><span class="ba-small">{facts}</span></li>'


def open_link(kind: Kind, record_id: str, label: str, *, icon: str | None = None, note: str | None = None) -> None:
    """Show a link to a record's profile that keeps the filters."""
    wanted = state.current().with_(
        mission=record_id if kind == "mission" else None, area=record_id if kind == "area" else None
    )
    try:
        st.page_link(PAGES[kind], label=escape(label), icon=icon, query_params=to_params(wanted), help=note)
    except StreamlitPageNotFoundError:  # a page that runs alone has no other to link to
        st.markdown(escape(label))
