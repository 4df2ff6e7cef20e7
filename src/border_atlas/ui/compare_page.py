"""The parts of the Compare page: presets, two sides with controls and maps that move together, and the tables."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import Final

import pandas as pd
import streamlit as st

from border_atlas.config import DATA_AS_OF, FIRST_YEAR
from border_atlas.data.dataset import Dataset
from border_atlas.domain.citations import Request
from border_atlas.domain.compare import PRESETS, Comparison, Place, Sides
from border_atlas.domain.compare_url import LEFT, RIGHT, sides_from_params, sides_to_params
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.sentence import counts_line, describe
from border_atlas.domain.tables import ID_COLUMN, What
from border_atlas.domain.view import View
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.maps.safety import escape
from border_atlas.maps.styles import ORGANISATION_LOOKS
from border_atlas.model import FAMILY_LABELS, Family, Organisation
from border_atlas.ui import cache, details, map_view, messages, own_params, state, table_download

MAP_KEYS: Final = {LEFT: "compare_left", RIGHT: "compare_right"}
_SIDES: Final = "compare_sides"
_BASE: Final = "compare_base"
_GENERATION: Final = "compare_generation"
_NOTES: Final = "compare_notes"
_GROUP: Final = "compare_group"
_TITLES: Final[dict[What, str]] = {"missions": "Missions", "areas": "Border areas", "activities": "Activities"}
_HIDDEN: Final = ("mission_id", "area_id", "activity_id", "Start basis", "End basis", "Sources", "Partners")
_PLACES: Final = {
    Place.BOTH: "in both", Place.LEFT: "only left", Place.RIGHT: "only right", Place.BETWEEN: "only in between",
}  # fmt: skip


def begin(words: Vocabulary) -> None:
    """Take over the sides that a link asks for."""
    params = own_params.changed_outside(LEFT, RIGHT)
    if params is None and state.went_through_history() and _is_bare():
        params = {}
    if params is not None or _SIDES not in st.session_state:
        sides, notes = sides_from_params(params or {}, words)
        _compare(sides)
        st.session_state[_NOTES] = notes


def _is_bare() -> bool:
    """Tell whether the address says nothing of the sides: it then stands for the first preset."""
    return not any(name.startswith((LEFT, RIGHT)) for name in st.query_params)


def address(sides: Sides) -> dict[str, str]:
    """Return what the page writes into the address.

    A bare one is left as it is while the first preset is shown: writing it out would make a second entry in the
    browser's history, at which Back would stop once more.
    """
    first = next(iter(PRESETS.values()))
    said = {} if _is_bare() and sides == first else sides_to_params(sides)
    return own_params.keep(said, LEFT, RIGHT)


def _compare(sides: Sides) -> None:
    """Make two sides the session's own; the widgets start anew from them."""
    st.session_state[_SIDES] = st.session_state[_BASE] = sides
    st.session_state[_NOTES] = ()
    st.session_state[_GENERATION] = st.session_state.get(_GENERATION, 0) + 1


def notes() -> None:
    """Show what of the link could not be used."""
    messages.show_notes(st.session_state.get(_NOTES, ()))


def presets() -> None:
    """Offer ready comparisons, and the exchange of the two sides."""
    with st.container(horizontal=True):
        for number, (label, sides) in enumerate(PRESETS.items()):
            st.button(
                label, key=f"compare_preset_{number}", on_click=_compare, args=(sides,), icon=":material/compare:"
            )
        now: Sides = st.session_state[_SIDES]
        st.button("Swap sides", key="compare_swap", on_click=_compare, args=(Sides(now.right, now.left),),
                  icon=":material/swap_horiz:")  # fmt: skip


def controls(words: Vocabulary) -> Sides:
    """Draw the controls of both sides; return what they ask for."""
    base: Sides = st.session_state[_BASE]
    columns = st.columns(2, gap="medium")
    sides = Sides(
        *(
            _side(column, prefix, start, words)
            for column, prefix, start in zip(columns, (LEFT, RIGHT), (base.left, base.right), strict=True)
        )
    )
    st.session_state[_SIDES] = sides
    return sides


def _side(column: "st.delta_generator.DeltaGenerator", prefix: str, base: Selection, words: Vocabulary) -> Selection:
    name = "left" if prefix == LEFT else "right"
    with column, st.container(border=True):
        looks = {str(one): ORGANISATION_LOOKS[one].label for one in Organisation if one in words.organisations}
        organisations = _many(prefix, f"Organisation, {name}", looks, base.organisations)
        years = _years(prefix, f"Years, {name}", base)
        with st.expander("Country and activity", expanded=bool(base.countries or base.families)):
            countries = _many(prefix, f"Country, {name}", words.countries, base.countries)
            labels = {str(family): FAMILY_LABELS[family] for family in Family}
            families = _many(prefix, f"Family of activity, {name}", labels, base.families)
    return replace(
        base, organisations=organisations, countries=countries, families=families, year_from=years[0], year_to=years[1],
    )  # fmt: skip


def _many(prefix: str, label: str, options: Mapping[str, str], chosen: Sequence[str]) -> tuple[str, ...]:
    picked = st.multiselect(
        label, list(options), default=[one for one in chosen if one in options], placeholder="All",
        format_func=lambda value: options[value], key=f"{prefix}{label}{st.session_state[_GENERATION]}",
    )  # fmt: skip
    return tuple(picked)


def _years(prefix: str, label: str, base: Selection) -> tuple[int | None, int | None]:
    last = DATA_AS_OF.year
    start, end = st.slider(
        label, FIRST_YEAR, last,
        (max(base.year_from or FIRST_YEAR, FIRST_YEAR), min(base.year_to or last, last)),
        key=f"{prefix}years{st.session_state[_GENERATION]}",
        help="Both handles on one year compare that year. Partial dates and open ends count.",
    )  # fmt: skip
    return (start, end) if (start, end) != (FIRST_YEAR, last) else (None, None)


def look(data: Dataset, found: Comparison) -> None:
    """Let the maps begin where a link leads to: at what is chosen, or at the countries of both sides."""
    if not state.arrived_without_frame():
        return
    shown = pd.concat([found.left.areas.bounds, found.right.areas.bounds])
    if state.current().mission or state.current().area:
        map_view.go_to_chosen(data)
    elif (found.left.selection.countries or found.right.selection.countries) and len(shown):
        map_view.go_to((*shown[["minx", "miny"]].min(), *shown[["maxx", "maxy"]].max()))


def title(found: Comparison, words: Vocabulary) -> str:
    """Name both sides."""
    left, right = (describe(view.selection, words) for view in (found.left, found.right))
    return f"{left} | {right}"


def maps(found: Comparison, words: Vocabulary) -> None:
    """Draw both maps, each below its sentence; they move together."""
    group = st.session_state.setdefault(_GROUP, secrets.token_hex(8))
    chosen = state.current()
    for column, prefix, view in zip(st.columns(2, gap="medium"), (LEFT, RIGHT), (found.left, found.right), strict=True):
        with column:
            st.markdown(f"**{escape(describe(view.selection, words))}**")
            st.caption(counts_line(view))
            shown = replace(view, selection=replace(view.selection, mission=chosen.mission, area=chosen.area))
            map_view.draw(shown, key=MAP_KEYS[prefix], sync=group, height=420)


def summary(found: Comparison) -> None:
    """Say in one line what is shared."""
    shares = [
        f"{_TITLES[what]}: " + ", ".join(f"{found.count(what, place)} {said}" for place, said in _PLACES.items()
                                         if place is not Place.BETWEEN or found.count(what, place))
        for what in _TITLES
    ]  # fmt: skip
    st.markdown("  \n".join(shares))


def chosen(data: Dataset) -> None:
    """Show the details of what was picked on a map or in a table."""
    now = state.current()
    if now.mission or now.area:
        view: View = select(data, Selection(mission=now.mission, area=now.area))
        details.panel(data, view)
    else:
        st.caption("Click on either map, or pick a row, to see the details here.")


def tabs(data: Dataset, found: Comparison) -> None:
    """Show what is in both, only left, only right and only in between."""
    labels = [f"{_TITLES[what]} ({len(rows)})" for what, rows in found.tables.items()]
    for tab, (what, rows) in zip(st.tabs(labels), found.tables.items(), strict=True):
        with tab:
            _table(data, what, rows, said=title(found, cache.vocabulary(data)))


def _table(data: Dataset, what: What, rows: pd.DataFrame, *, said: str) -> None:
    if rows.empty:
        st.caption("No rows on either side.")
        return
    digest = sha256(rows[["In", ID_COLUMN[what]]].to_csv().encode()).hexdigest()[:10]
    key = f"compare_table_{what}_{digest}"
    st.dataframe(
        rows, hide_index=True, height=360, key=key, selection_mode="single-row",
        on_select=partial(_pick, data, what, rows, key),
        column_order=[column for column in rows.columns if column not in _HIDDEN],
        column_config={"Length (km)": st.column_config.NumberColumn(format="localized")},
    )  # fmt: skip
    asked = Request(said, st.query_params.to_dict())
    table_download.button(data, rows, f"Compare {_TITLES[what].lower()}", key=f"compare_csv_{what}", request=asked)


def _pick(data: Dataset, what: What, rows: pd.DataFrame, key: str) -> None:
    picked = st.session_state[key]["selection"]["rows"]
    if picked:
        kind = "area" if what == "areas" else "mission"
        state.choose(kind, str(rows[f"{kind}_id"].iloc[picked[0]]))
        map_view.go_to_chosen(data)
