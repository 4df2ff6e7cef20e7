"""What a click in a chart does to the selection, and the chips that undo it.

A clicked cell chooses its mission or border area and its type of activity for all pages. The chart in
which it was clicked goes on showing what was there before, with the cell framed: ``Pin`` remembers that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

from border_atlas.config import FIRST_YEAR
from border_atlas.data.dataset import Dataset
from border_atlas.domain.matrix import By
from border_atlas.domain.selection import Selection
from border_atlas.domain.timeless import in_year
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.maps.safety import escape
from border_atlas.model import ACTIVITY_LABELS, ActivityType
from border_atlas.ui import map_view, state
from border_atlas.ui.chart_frame import Point

_PIN: Final = "atlas_pin"


@dataclass(frozen=True)
class Pin:
    """A clicked cell, and what was done before it was clicked."""

    kind: By
    row_id: str
    activity_type: str
    types_before: tuple[str, ...]
    families_before: tuple[str, ...]

    def agrees(self, selection: Selection) -> bool:
        """Say whether the selection still is what the click made it."""
        chosen = selection.mission if self.kind == "mission" else selection.area
        return chosen == self.row_id and selection.activity_types == (self.activity_type,) and not selection.families


def pin() -> Pin | None:
    """Return the clicked cell, unless the selection was changed since."""
    found: Pin | None = st.session_state.get(_PIN)
    return found if found and found.agrees(state.current()) else None


def before_pin(selection: Selection) -> Selection:
    """Return the selection without the type that was clicked: what the matrix goes on showing."""
    held = pin()
    if held is None:
        return selection
    return selection.with_(activity_types=held.types_before, families=held.families_before)


def without_time(selection: Selection) -> Selection:
    """Return the selection for all years: what the chart of years goes on showing."""
    return in_year(selection, None)


def focus(activities: pd.DataFrame, selection: Selection, *, but: By | None = None) -> pd.DataFrame:
    """Keep the activities of the chosen mission or area; the kind named in ``but`` is not narrowed."""
    for kind, chosen in (("mission", selection.mission), ("area", selection.area)):
        if chosen is not None and kind != but:
            activities = activities[activities[f"{kind}_id"] == chosen]
    return activities


def pick_cell(data: Dataset, kind: By, point: Point) -> None:
    """Choose the mission or area and the type of a clicked cell; the framed cell again: undo."""
    row_id, activity_type = str(point.get("row_id")), str(point.get("activity_type"))
    held, current = pin(), state.current()
    if held and (held.kind, held.row_id, held.activity_type) == (kind, row_id, activity_type):
        unpin()
        return
    if activity_type not in set(ActivityType) or row_id not in _ids(data, kind):
        return
    before = before_pin(current)
    st.session_state[_PIN] = Pin(kind, row_id, activity_type, before.activity_types, before.families)
    state.keep(current.with_(activity_types=(activity_type,), families=()))
    _choose(data, kind, row_id)


def pick_bar(data: Dataset, point: Point) -> None:
    """Choose the mission of a clicked bar of the timeline."""
    mission = str(point.get("mission_id"))
    if mission in _ids(data, "mission"):
        _choose(data, "mission", mission)


def pick_year(last: int, point: Point) -> None:
    """Keep only the clicked year, in place of a period or a day; the same year again: undo."""
    year, current = point.get("year"), state.current()
    if not isinstance(year, int | float) or not FIRST_YEAR <= year <= last:
        return
    if (current.year_from, current.year_to) == (int(year), int(year)):
        reset("year_from", "year_to")
        return
    state.keep(in_year(current, int(year)))
    state.renew_widgets()


def unpin() -> None:
    """Take a clicked cell back, the chosen mission or area with it."""
    current = before_pin(state.current())
    st.session_state.pop(_PIN, None)
    state.keep(current.with_(mission=None, area=None))
    state.renew_widgets()


def reset(*names: str) -> None:
    """Set fields of the selection back to "no filter"."""
    current = state.current()
    for name in names:
        current = current.without(name)
    state.keep(current)
    state.renew_widgets()


def chips(selection: Selection, words: Vocabulary) -> None:
    """Show what was chosen in charts or on the map, each with a way to clear it."""
    held = pin()
    with st.container(horizontal=True, key="chips"):
        if held:
            name = _name(words, held.kind, held.row_id)
            _chip("cell", f"{name} × {ACTIVITY_LABELS[ActivityType(held.activity_type)]}", unpin)
        elif selection.mission:
            _chip("mission", _name(words, "mission", selection.mission), reset, "mission")
        elif selection.area:
            _chip("area", _name(words, "area", selection.area), reset, "area")
        if selection.activity_types and not held:
            types = ", ".join(ACTIVITY_LABELS[ActivityType(one)] for one in selection.activity_types)
            _chip("types", types, reset, "activity_types")
        years = _years(selection)
        if years:
            _chip("years", years, reset, "year_from", "year_to")


def _chip(key: str, label: str, act: Callable[..., None], *arguments: str) -> None:
    st.button(
        f"Only {escape(label)}", icon=":material/close:", key=f"chip_{key}", on_click=act, args=arguments,
        help="Clear this",
    )  # fmt: skip


def _name(words: Vocabulary, kind: By, record_id: str) -> str:
    return (words.missions if kind == "mission" else words.areas).get(record_id, record_id)


def _years(selection: Selection) -> str:
    first, last = selection.year_from, selection.year_to
    if first is None and last is None:
        return ""
    if first == last:
        return str(first)
    return f"{first or ''}–{last or ''}"


def _ids(data: Dataset, kind: By) -> set[str]:
    frame = data.missions if kind == "mission" else data.areas
    return set(frame[f"{kind}_id"])


def _choose(data: Dataset, kind: By, record_id: str) -> None:
    state.choose(kind, record_id)
    map_view.go_to_chosen(data)
    state.renew_widgets()
