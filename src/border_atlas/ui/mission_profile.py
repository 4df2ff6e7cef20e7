"""The profile of a mission: facts, map, timeline, border areas, partners, kin, activities and sources."""

from functools import partial
from typing import Final

import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain.bounds import mission_bounds
from border_atlas.domain.briefing import SlideKind
from border_atlas.domain.citations import Request, cite_mission
from border_atlas.domain.dates_text import say_day
from border_atlas.domain.mission_profile import Kin, MissionProfile, mission_profile, mission_view
from border_atlas.domain.mission_tiles import tiles
from border_atlas.domain.selection import Selection
from border_atlas.domain.view import View
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.maps.safety import escape
from border_atlas.ui import add_slide, area_html, card_html, field_html, layout, profile, state, take_away

#: Name of the map on the page.
MAP_KEY: Final = "mission_map"
HEIGHT: Final = 480


@st.cache_resource(max_entries=200, show_spinner=False)
def _profile(version: str, mission_id: str, _data: Dataset) -> MissionProfile:  # noqa: ARG001  keyed by the version
    return mission_profile(_data, mission_id)


def show(data: Dataset, words: Vocabulary, selection: Selection, mission_id: str) -> None:
    """Show all that is known of a mission, whatever the filters."""
    found = _profile(data.version, mission_id, data)
    shown = mission_view(data, mission_id, colour_by=selection.colour_by)
    _head(data, words, found, shown)
    st.html(area_html.tiles(tiles(data, found)) + area_html.lead(f"{found.dates}. {found.summary}"))
    left, right = st.columns([0.6, 0.4], gap="medium")
    with left:
        profile.profile_map(data, shown, MAP_KEY, bounds=mission_bounds(data, mission_id), height=HEIGHT)
    with right:
        _facts(found)
    if len(found.activities):
        profile.timeline(
            data, found.activities, label="area", key="mission-timeline", title=f"Border work of {found.card.title}"
        )
    _mandates(found)
    _areas(found)
    _activities(found)
    _sites(found)
    _sources(data, found)


def _head(data: Dataset, words: Vocabulary, found: MissionProfile, shown: View) -> None:
    st.button("All missions", icon=":material/arrow_back:", type="tertiary", key="mission_close", on_click=_close)
    with layout.heading(found.card.title, found.card.subtitle or found.organisation):
        add_slide.button(SlideKind.MISSION, Selection(mission=found.mission_id), words, title=found.card.title)
        profile.cite(cite_mission(data, found.mission_id, address=profile.page_address()), "mission")
        asked = Request(f"Border work of {found.card.title}", {"mission": found.mission_id})
        sheet = partial(_sheet, data, found.mission_id)
        take_away.buttons(data, shown, "mission", request=asked, sheet=sheet)


def _sheet(data: Dataset, mission_id: str) -> bytes:
    # Loaded when a sheet is wanted: the typesetter takes longer to load than the page.
    from border_atlas.export.pdf.write import mission_profile_pdf  # noqa: PLC0415

    return mission_profile_pdf(data, mission_id)


def _close() -> None:
    state.choose(None, None)
    # The list has no map that the address could frame.
    st.query_params.pop("at", None)


def _facts(found: MissionProfile) -> None:
    with st.container(border=True, key="area_who"):
        st.html(card_html.STYLE + card_html.facts(found.facts))
        _kin("Came after", found.before)
        _kin("Followed by", found.after)
        _partners(found)


def _kin(title: str, missions: tuple[Kin, ...]) -> None:
    if missions:
        st.markdown(f"##### {title}")
    for one in missions:
        with st.container(gap=None):
            profile.open_link("mission", one.mission_id, one.label, note="Open this mission")
            st.caption(escape(one.dates))


def _areas(found: MissionProfile) -> None:
    st.markdown("#### Border areas")
    if found.areas.empty:
        st.caption("No border area is on record.")
        return
    key = f"mission_areas_{found.mission_id}"
    st.dataframe(
        found.areas, hide_index=True, key=key, selection_mode="single-row", on_select=partial(_pick, found, key),
        column_order=[name for name in found.areas.columns if name != "area_id"],
        height=min(400, 38 + 35 * len(found.areas)),
    )  # fmt: skip
    if st.session_state.pop(_SWITCH, None):
        st.switch_page(profile.PAGES["area"])
    st.caption("Pick a row to open the border area.")


_SWITCH: Final = "mission_switch"


def _pick(found: MissionProfile, key: str) -> None:
    picked = st.session_state[key]["selection"]["rows"]
    if picked:
        state.choose("area", str(found.areas["area_id"].iloc[picked[0]]))
        st.session_state[_SWITCH] = True


def _partners(found: MissionProfile) -> None:
    st.markdown("##### Partners")
    if not found.partners:
        st.caption("No partner is on record.")
        return
    items = "".join(
        f"<li><b>{escape(one.name)}</b><br><span class='ba-small'>{escape('; '.join(one.activities))}</span></li>"
        for one in found.partners
    )
    st.html(f"{card_html.STYLE}<ul class='ba-sources'>{items}</ul>")


def _activities(found: MissionProfile) -> None:
    number = len(found.lines)
    st.markdown(f"#### {number} {'activity' if number == 1 else 'activities'}")
    if not number:
        st.caption("No activity is on record.")
        return
    places = dict(zip(found.areas["area_id"], found.areas["Border area"], strict=True))
    st.html(area_html.works(found.lines, {found.mission_id: ""}, places))


def _mandates(found: MissionProfile) -> None:
    if found.mandates:
        st.markdown("#### The mandate in time")
        st.html(field_html.mandates(found.mandates))


def _sites(found: MissionProfile) -> None:
    if found.sites:
        st.markdown(f"#### {len(found.sites)} {'place' if len(found.sites) == 1 else 'places'} in the field")
        st.html(field_html.sites(found.sites))


def _sources(data: Dataset, found: MissionProfile) -> None:
    st.markdown("#### Sources")
    proof = found.card.proof
    st.html(
        f"{card_html.STYLE}<p>{card_html.mark(proof)}"
        f'<span class="ba-small"> · data as of {say_day(data.data_as_of)}</span></p>{card_html.notes(proof)}'
    )
    profile.source_list(data, found.source_ids)
