"""What the columns of a user's file are: the guess with its reasons, and the way to correct it."""

from dataclasses import replace
from typing import Any, Final

import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain.own_apply import Unmatched
from border_atlas.domain.own_drawing import counted
from border_atlas.domain.own_guess import ColumnMapping
from border_atlas.maps.safety import escape
from border_atlas.ui import own_state
from border_atlas.ui.own_state import OwnSet

_NONE: Final = "–"
_ROLES: Final = {
    "longitude": "Longitude", "latitude": "Latitude", "coordinates": "Both in one column", "label": "Name on the map",
    "category": "Colour by", "date": "Date", "mission": "Mission", "country": "Country", "area": "Border area",
}  # fmt: skip
_ORDERS: Final = {"lat-lon": "Latitude first", "lon-lat": "Longitude first"}
_DAYS: Final = {True: "Day first (13.05.2024)", False: "Month first (05/13/2024)"}
_LEAVE: Final = ("", "leave unmatched")
#: So many names that were not found are offered for correction at once.
_MOST_NAMES: Final = 12


def show(one: OwnSet, data: Dataset) -> None:
    """Show how the columns were understood and let the user correct it."""
    lost = own_state.bounds(one) is None
    with st.expander("How the columns were understood", icon=":material/view_column:", expanded=lost):
        for reason in one.mapping.reasons:
            st.markdown(f"- {escape(reason)}")
        if one.layer.notes:
            st.caption(f"On reading: {escape('; '.join(one.layer.notes))}.")
        wanted = _asked(one)
        if wanted != one.mapping:
            own_state.understand_anew(one, data, mapping=wanted)
            st.rerun()
        if one.mapping != one.guess and st.button("Back to the first guess", key=f"own_guess_{one.key}"):
            _forget_widgets(one)
            own_state.understand_anew(one, data, mapping=one.guess)
            st.rerun()
    if one.records.unmatched:
        _names(one, data)


def _asked(one: OwnSet) -> ColumnMapping:
    mapping, columns = one.mapping, [_NONE, *map(str, one.layer.table.columns)]
    picked: dict[str, Any] = {}
    grid = st.columns(3)
    for number, (role, words) in enumerate(_ROLES.items()):
        now = getattr(mapping, role) or _NONE
        with grid[number % 3]:
            got = st.selectbox(words, columns, index=columns.index(now), key=_key(one, role))
        picked[role] = None if got == _NONE else got
    if picked["coordinates"]:
        picked["order"] = st.radio(
            "Order in that column", list(_ORDERS), format_func=_ORDERS.__getitem__, horizontal=True,
            index=list(_ORDERS).index(mapping.order or "lat-lon"), key=_key(one, "order"),
        )  # fmt: skip
    if picked["date"]:
        picked["day_first"] = st.radio(
            "Dates with points or slashes", list(_DAYS), format_func=_DAYS.__getitem__, horizontal=True,
            index=list(_DAYS).index(bool(mapping.day_first)), key=_key(one, "day_first"),
        )  # fmt: skip
    changed = {role: value for role, value in picked.items() if value != getattr(mapping, role)}
    return replace(mapping, **changed) if changed else mapping


def _key(one: OwnSet, role: str) -> str:
    return f"own_role_{one.key}_{role}"


def _forget_widgets(one: OwnSet) -> None:
    for role in (*_ROLES, "order", "day_first"):
        st.session_state.pop(_key(one, role), None)


def _names(one: OwnSet, data: Dataset) -> None:
    number, records = len(one.records.unmatched), sum(name.count for name in one.records.unmatched)
    said = f"{counted(number, 'name')} of {counted(records, 'record')} not found in the dataset: say what is meant"
    # The map comes first where there is something on it.
    with st.expander(said, icon=":material/help:", expanded=one.records.good.empty):
        st.caption("Pick what is meant; the records are placed and joined at once. Others stay as they are.")
        with st.form(f"own_names_{one.key}", border=False):
            picks: dict[tuple[str, str], str] = {
                (name.role, name.value): _name(one, name, place)
                for place, name in enumerate(one.records.unmatched[:_MOST_NAMES])
            }
            if st.form_submit_button("Use these"):
                own_state.understand_anew(one, data, choices={what: record for what, record in picks.items() if record})
                st.rerun()


def _name(one: OwnSet, name: Unmatched, place: int) -> str:
    """Let the user say what a name means; the name is shown as plain text."""
    words = dict([_LEAVE, *name.suggestions])
    picked: str = st.selectbox(
        escape(f"{name.column}: {name.value} ({counted(name.count, 'record')})"), list(words),
        format_func=lambda record_id: words[record_id], key=f"own_name_{one.key}_{place}_{hash(name.value)}",
    )  # fmt: skip
    return picked
