"""The sidebar: one widget a filter, all of them together one Selection."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

import streamlit as st

from border_atlas.config import DATA_AS_OF, FIRST_YEAR
from border_atlas.data.dataset import Dataset
from border_atlas.domain.selection import ColourBy, Selection
from border_atlas.maps.styles import ORGANISATION_LOOKS
from border_atlas.model import (
    ACTIVITY_LABELS,
    ENGAGEMENT_LABELS,
    FAMILY_LABELS,
    VERIFIED_LABELS,
    ActivityType,
    AreaKind,
    Engagement,
    MissionStatus,
    Organisation,
    Verified,
)
from border_atlas.ui import state
from border_atlas.ui.search_box import search_box

_COLOURS: Final[dict[ColourBy, str]] = {"family": "activity", "organisation": "organisation"}


def _many(name: str, label: str, options: Mapping[str, str], chosen: Sequence[str], hint: str) -> tuple[str, ...]:
    picked = st.multiselect(
        label,
        list(options),
        default=[value for value in chosen if value in options],
        format_func=lambda value: options[value],
        placeholder=hint,
        key=state.widget_key(name),
    )
    return tuple(picked)


def _pills(name: str, label: str, options: Mapping[str, str], chosen: Sequence[str]) -> tuple[str, ...]:
    picked = st.pills(
        label,
        list(options),
        selection_mode="multi",
        default=[value for value in chosen if value in options],
        format_func=lambda value: options[value],
        key=state.widget_key(name),
    )
    return tuple(picked)


def _years(base: Selection) -> tuple[int | None, int | None]:
    last = DATA_AS_OF.year
    start, end = st.slider(
        "Active in the years",
        FIRST_YEAR,
        last,
        (base.year_from or FIRST_YEAR, min(base.year_to or last, last)),
        key=state.widget_key("years"),
        help="Keeps what was active at some time in these years. Partial dates and open ends count.",
    )
    return (start if start > FIRST_YEAR else None, end if end < last else None)


def _day(base: Selection) -> date | None:
    picked = st.date_input(
        "Active on a date",
        base.active_on,
        min_value=date(FIRST_YEAR, 1, 1),
        max_value=date(DATA_AS_OF.year + 1, 12, 31),
        format="YYYY-MM-DD",
        key=state.widget_key("day"),
    )
    return picked if isinstance(picked, date) else None


def _countries(data: Dataset) -> dict[str, str]:
    used = {code for codes in data.missions["host_countries"] for code in codes}
    used |= {code for codes in data.areas["countries"] for code in codes}
    names = data.countries.set_index("iso3")["name"]
    return dict(sorted(((code, str(names.get(code, code))) for code in used), key=lambda item: item[1]))


def _what(base: Selection) -> Selection:
    families = _pills("family", "Family of activity", {str(k): v for k, v in FAMILY_LABELS.items()}, base.families)
    types = _many(
        "type",
        "Activity",
        {str(k): ACTIVITY_LABELS[k] for k in ActivityType},
        base.activity_types,
        "All activities",
    )
    return Selection(families=families, activity_types=types)


def _where(data: Dataset, base: Selection) -> Selection:
    countries = _many("country", "Country", _countries(data), base.countries, "All countries")
    kinds = _many("kind", "Kind of area", {str(k): str(k).capitalize() for k in AreaKind}, base.kinds, "All kinds")
    return Selection(countries=countries, kinds=kinds)


def sidebar(data: Dataset) -> Selection:
    """Draw the search box and the filters and return the selection they say; the chosen object is kept."""
    search_box(data)
    base, current = state.widget_base(), state.current()
    with st.sidebar:
        text = st.text_input(
            "Words in names and summaries", base.text, placeholder="e.g. Abyei, customs, Chernivtsi",
            max_chars=120, key=state.widget_key("text"),
        )  # fmt: skip
        looks = {str(key): ORGANISATION_LOOKS[key].label for key in Organisation}
        organisations = _many("org", "Organisation", looks, base.organisations, "All organisations")
        what = _what(base)
        year_from, year_to = _years(base)
        where = _where(data, base)
        with st.expander("More filters", expanded=_more_in_use(base)):
            ways = {str(key): ENGAGEMENT_LABELS[key] for key in Engagement}
            engagements = _pills("how", "How it goes about it", ways, base.engagements)
            active_on = _day(base)
            options = {str(key): str(key).capitalize() for key in (MissionStatus.RUNNING, MissionStatus.ENDED)}
            statuses = _pills("status", "Mission status", options, base.statuses)
            marks = {str(key): VERIFIED_LABELS[key].capitalize() for key in Verified}
            verified = _pills("verified", "Checked against sources", marks, base.verified)
        colour_by = st.radio(
            "Colour areas by", list(_COLOURS), format_func=_COLOURS.__getitem__, horizontal=True,
            index=list(_COLOURS).index(base.colour_by), key=state.widget_key("colour"),
        )  # fmt: skip
        st.button("Clear all filters", icon=":material/filter_alt_off:", on_click=_clear, width="stretch")
    return replace(
        current,
        organisations=organisations, families=what.families, activity_types=what.activity_types,
        engagements=engagements,
        countries=where.countries, kinds=where.kinds, verified=verified, statuses=statuses,
        year_from=year_from, year_to=year_to, active_on=active_on, text=text.strip(), colour_by=colour_by,
    )  # fmt: skip


def _more_in_use(base: Selection) -> bool:
    return bool(base.engagements or base.active_on or base.statuses or base.verified)


def _clear() -> None:
    current = state.current()
    state.keep(Selection(mission=current.mission, area=current.area, colour_by=current.colour_by))
    state.renew_widgets()
