"""One box on every page that finds anything by name; a pick opens it, moves the map or sets a filter."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import streamlit as st

from border_atlas.config import PROJECT_ROOT
from border_atlas.data.dataset import Dataset
from border_atlas.domain.bounds import place_bounds
from border_atlas.domain.regions import countries_in
from border_atlas.domain.search import Hit, HitKind, find, is_alone, is_clear
from border_atlas.domain.selection import SelectionChanges
from border_atlas.maps.safety import escape
from border_atlas.ui import cache, map_view, one_entry, state

_TEXT: Final = "atlas_find"
_SWITCH: Final = "atlas_find_switch"
_ALL: Final = "atlas_find_all"
#: Hits shown at once, and when all are asked for.
_FIRST: Final = 10
_MOST: Final = 60
#: Hits that are looked at to see whether the first must be meant.
_NEAR: Final = 7
_ICONS: Final[dict[HitKind, str]] = {
    "mission": ":material/flag:",
    "area": ":material/border_outer:",
    "country": ":material/public:",
    "region": ":material/travel_explore:",
    "organisation": ":material/groups:",
    "activity": ":material/handyman:",
    "family": ":material/category:",
    "place": ":material/location_on:",
}
_KINDS: Final[dict[HitKind, str]] = {
    "mission": "Open this mission",
    "area": "Open this border area",
    "country": "Show this country only",
    "region": "Show the countries of this region only",
    "organisation": "Show this organisation only",
    "activity": "Show this activity only",
    "family": "Show this family of activities only",
    "place": "Show this place on the map",
}
#: What a pick changes in the selection.
_FILTERS: Final[dict[HitKind, Callable[[str], SelectionChanges]]] = {
    "country": lambda code: {"countries": (code,)},
    "organisation": lambda name: {"organisations": (name,)},
    "activity": lambda kind: {"activity_types": (kind,), "families": ()},
    "family": lambda family: {"families": (family,), "activity_types": ()},
}
_MAP: Final = "pages/map.py"
#: Pages that open a record, if the app has them.
_PROFILES: Final[dict[HitKind, str]] = {"mission": "pages/missions.py", "area": "pages/areas.py"}
#: Pages that show what the filters leave.
_FILTERED: Final = frozenset({"map", "missions", "areas", "activities"})


def search_box(data: Dataset) -> None:
    """Draw the box at the top of the sidebar, with what it finds below.

    The map shows a pick at once, other pages switch to where it can be seen.
    """
    page = state.page()
    target = st.session_state.pop(_SWITCH, None)
    if target is not None:
        st.switch_page(target)
    with st.sidebar:
        with st.container(gap=None):
            query = st.text_input(
                "Find a mission, border, country …", key=_TEXT, max_chars=80, on_change=_enter, args=(data, page),
                placeholder="e.g. UNMOGIP, Zypern, Abyei",
            )  # fmt: skip
            one_entry.keep()
        if query:
            _hits(data, page, query)


def _hits(data: Dataset, page: str, query: str) -> None:
    hits = find(data, query)
    if not hits:
        st.caption("Nothing found. Try fewer words, or another spelling.")
    shown = hits[: _MOST if st.session_state.get(_ALL) == query else _FIRST]
    with st.container(gap=None):
        for number, hit in enumerate(shown):
            st.button(
                escape(hit.label), icon=_ICONS[hit.kind], help=f"{_KINDS[hit.kind]}: {escape(hit.detail)}",
                key=f"find_{number}", on_click=partial(_pick, data, page, hit), type="tertiary",
            )  # fmt: skip
    _more(query, len(shown), len(hits))


def _more(query: str, shown: int, found: int) -> None:
    """Say that there are more hits than shown, with the way to them."""
    if shown == found:
        return
    st.caption(f"The first {shown} of {found}." + (" Type more to find fewer." if shown == _MOST else ""))
    if shown < _MOST:
        said = f"Show all {found}" if found <= _MOST else f"Show the first {_MOST}"
        st.button(said, icon=":material/expand_more:", key="find_more", on_click=_show_all, args=(query,))


def _show_all(query: str) -> None:
    st.session_state[_ALL] = query


def _enter(data: Dataset, page: str) -> None:
    """Take what was typed if only one thing can be meant.

    A filter is set at once only where nothing else is near: "Georgia" may also mean its border. What only holds
    the word in a name of another language is not near: "Zypern" is the country.
    """
    hits = find(data, st.session_state[_TEXT], limit=_NEAR)
    if is_clear(hits) and (hits[0].kind in _PROFILES or is_alone(hits)):
        _pick(data, page, hits[0])


def _pick(data: Dataset, page: str, hit: Hit) -> None:
    st.session_state[_TEXT] = ""
    if hit.kind in _FILTERS:
        _filter(page, _FILTERS[hit.kind](hit.id))
    elif hit.kind == "region":
        _filter(page, {"countries": countries_in(hit.id, cache.vocabulary(data).countries)})
    elif hit.kind == "place":
        map_view.go_to(place_bounds(data, hit.id))
        _switch(page, _MAP)
    else:
        state.choose(hit.kind, hit.id)
        map_view.go_to_chosen(data)
        _switch(page, _PROFILES[hit.kind])


def _filter(page: str, changes: SelectionChanges) -> None:
    state.keep(state.current().with_(**changes))
    state.renew_widgets()
    _switch(page, _MAP if page not in _FILTERED else None)


def _switch(page: str, target: str | None) -> None:
    """Go to a page at the next run: a callback cannot. The map stays, it shows every pick."""
    if target is None or page in {"map", Path(target).stem}:
        return
    exists = (PROJECT_ROOT / target).exists()
    st.session_state[_SWITCH] = target if exists else _MAP
