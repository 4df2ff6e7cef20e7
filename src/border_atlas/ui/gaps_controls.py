"""The controls of the page on gaps and overlaps: a question in widgets, in a link, and ready made."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

import streamlit as st

from border_atlas.config import DATA_AS_OF, FIRST_YEAR
from border_atlas.data.dataset import Dataset
from border_atlas.domain.citations import Request
from border_atlas.domain.coverage_url import EXAMPLES, MAX_YEARS, Asked, from_params, to_params
from border_atlas.domain.regions import REGIONS
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.maps.styles import ORGANISATION_LOOKS
from border_atlas.model import FAMILY_LABELS, AreaKind, Family, Organisation
from border_atlas.ui import cache, own_params

_PREFIX: Final = "g."
_ASKED: Final = "gaps_asked"
_BASE: Final = "gaps_base"
_GENERATION: Final = "gaps_generation"
_REGION: Final = "gaps_region"
_WORLD: Final = ""
_OWN: Final = "own"


def begin(words: Vocabulary) -> None:
    """Take over the question that a link asks."""
    params = own_params.changed_outside(_PREFIX)
    if params is not None or _ASKED not in st.session_state:
        _ask(from_params(own_params.without_prefix(params or {}, _PREFIX), words))


def _ask(asked: Asked) -> None:
    """Make a question the session's own; the widgets start anew from it."""
    st.session_state[_ASKED] = st.session_state[_BASE] = asked
    st.session_state[_GENERATION] = st.session_state.get(_GENERATION, 0) + 1


def _key(name: str) -> str:
    return f"gaps_{name}_{st.session_state[_GENERATION]}"


def examples() -> None:
    """Offer questions that people ask."""
    with st.container(horizontal=True):
        for number, (label, asked) in enumerate(EXAMPLES.items()):
            st.button(label, key=f"gaps_example_{number}", on_click=_ask, args=(asked,), icon=":material/quiz:")


def controls(words: Vocabulary) -> Asked:
    """Draw the controls and return the question they ask."""
    base: Asked = st.session_state[_BASE]
    where, when, what, which = st.columns([0.24, 0.25, 0.27, 0.24], gap="small")
    with where:
        region, countries = _where(base, words)
        years = st.number_input("Recent: the last … years", 1, MAX_YEARS, base.years, key=_key("years"))
    with when:
        on = _when(base)
    with what:
        kinds = _many("kinds", "Kind of border", {str(kind): str(kind).capitalize() for kind in AreaKind}, base.kinds)
        labels = {str(family): FAMILY_LABELS[family] for family in Family}
        families = _many("families", "Only this work counts", labels, base.families)
    with which:
        looks = {str(one): ORGANISATION_LOOKS[one].label for one in Organisation if one in words.organisations}
        together = _many("together", "Overlaps of these together", looks, base.together)
    asked = Asked(region, countries, on, families, kinds, together, int(years), st.session_state[_ASKED].shown)
    st.session_state[_ASKED] = asked
    return asked


def which_list(sizes: Mapping[str, str]) -> str:
    """Offer the lists of the answer with their sizes, and return the one to show."""
    asked: Asked = st.session_state[_ASKED]
    picked = st.segmented_control(
        "List", list(sizes), default=st.session_state[_BASE].shown, label_visibility="collapsed", key=_key("list"),
        format_func=lambda name: f"{name} ({sizes[name]})",
    )  # fmt: skip
    st.session_state[_ASKED] = replace(asked, shown=picked or asked.shown)
    return picked or asked.shown


def params() -> dict[str, str]:
    """Return the parameters of the question, for the address."""
    return own_params.keep(own_params.with_prefix(to_params(st.session_state[_ASKED]), _PREFIX), _PREFIX)


def request(data: Dataset) -> Request:
    """Return the question with the parameters that ask it again."""
    asked: Asked = st.session_state[_ASKED]
    return Request(asked.said(cache.vocabulary(data).countries), params())


def region_changed() -> bool:
    """Tell once after each change of region; not for a link that says where the map looks."""
    asked: Asked = st.session_state[_ASKED]
    region = (asked.region, asked.countries)
    before = st.session_state.get(_REGION)
    st.session_state[_REGION] = region
    if before is None:
        return any(region) and "at" not in st.query_params
    return bool(region != before)


def _where(base: Asked, words: Vocabulary) -> tuple[str, tuple[str, ...]]:
    labels = {_WORLD: "Whole world", _OWN: "Countries …"} | {name: name for name in REGIONS}
    start = base.region or (_OWN if base.countries else _WORLD)
    region = st.selectbox(
        "Region", list(labels), index=list(labels).index(start), format_func=labels.__getitem__, key=_key("region")
    )
    if region != _OWN:
        return region, ()
    return "", _many("countries", "Countries", words.countries, base.countries)


def _when(base: Asked) -> str:
    """Ask for a day or for a whole year."""
    is_year = len(base.on) == len("2015")
    as_year = st.segmented_control(
        "When", ["On a day", "In a year"], default="In a year" if is_year else "On a day", key=_key("when")
    )
    if as_year == "In a year":
        year = st.number_input("Year", FIRST_YEAR, DATA_AS_OF.year, int(base.on[:4]), key=_key("year"))
        return str(year)
    day = st.date_input(
        "Day", DATA_AS_OF if is_year else base.question.first, min_value=date(FIRST_YEAR, 1, 1),
        max_value=date(DATA_AS_OF.year, 12, 31), format="YYYY-MM-DD", key=_key("day"),
    )  # fmt: skip
    return day.isoformat() if isinstance(day, date) else base.on


def _many(name: str, label: str, options: Mapping[str, str], chosen: tuple[str, ...]) -> tuple[str, ...]:
    picked = st.multiselect(
        label, list(options), default=[one for one in chosen if one in options], key=_key(name),
        format_func=lambda value: options[value], placeholder="All" if name != "together" else "Any two missions",
    )  # fmt: skip
    return tuple(picked)
