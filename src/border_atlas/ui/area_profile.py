"""The profile of a border area: the border as an object."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final

import streamlit as st

from border_atlas.charts import gaps as gap_chart
from border_atlas.data.dataset import Dataset
from border_atlas.domain.area_history import Change, within
from border_atlas.domain.area_profile import AreaProfile, area_profile
from border_atlas.domain.area_relations import Related
from border_atlas.domain.area_tiles import tiles
from border_atlas.domain.area_view import area_frame, area_view
from border_atlas.domain.area_words import quality_sentence, status_label, status_sentence
from border_atlas.domain.area_work import MissionHere, Presence
from border_atlas.domain.briefing import SlideKind
from border_atlas.domain.citations import Request, cite_area
from border_atlas.domain.dates_text import say_day
from border_atlas.domain.proofs import source_lines
from border_atlas.domain.selection import Selection
from border_atlas.domain.stretches import Stretches
from border_atlas.domain.view import View
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.ui import add_slide, area_html, cache, card_html, field_html, layout, profile, state, take_away

#: Name of the map on the page.
MAP_KEY: Final = "area_map"
#: Height of the map in pixels; what stands beside it is as high by the style sheet.
HEIGHT: Final = 480
_MANY: Final = 6


@st.cache_resource(max_entries=200, show_spinner=False)
def _profile(version: str, area_id: str, _data: Dataset) -> AreaProfile:  # noqa: ARG001  keyed by the version
    return area_profile(_data, cache.stretches(_data), area_id)


def show(data: Dataset, words: Vocabulary, selection: Selection, area_id: str) -> None:
    """Show all that is known of a border area, whatever the filters."""
    found = _profile(data.version, area_id, data)
    shown = area_view(data, area_id, found.shown_areas, colour_by=selection.colour_by)
    _head(data, words, found, shown)
    st.html(area_html.tiles(tiles(data, found)) + area_html.lead(found.history))
    left, right = st.columns([0.6, 0.4], gap="medium")
    with left:
        profile.profile_map(data, shown, MAP_KEY, bounds=area_frame(data, shown, area_id), height=HEIGHT)
    with right:
        _who(found)
    _timeline(data, found)
    left, right = st.columns([0.56, 0.44], gap="large")
    with left:
        _changes(found.changes, selection)
    with right:
        _names(found)
        _line(data, found)
        _around(found)
    _activities(found)
    _crossings(found)
    _sources(data, found)


def _head(data: Dataset, words: Vocabulary, found: AreaProfile, shown: View) -> None:
    st.button(
        "All border areas", icon=":material/arrow_back:", type="tertiary", key="area_close", on_click=_close,
    )  # fmt: skip
    with layout.heading(found.card.title, found.card.subtitle):
        add_slide.button(SlideKind.AREA, Selection(area=found.area_id), words, title=found.card.title)
        profile.cite(cite_area(data, found.area_id, address=profile.page_address()), "area")
        asked = Request(f"Who works and worked here: {found.card.title}", {"area": found.area_id})
        sheet = partial(_sheet, data, found.area_id, cache.stretches(data))
        take_away.buttons(data, shown, "area", request=asked, sheet=sheet)


def _sheet(data: Dataset, area_id: str, stretches: Stretches) -> bytes:
    # Loaded when a sheet is wanted: the typesetter takes longer to load than the page.
    from border_atlas.export.pdf.write import area_profile_pdf  # noqa: PLC0415

    return area_profile_pdf(data, area_id, stretches=stretches)


def _close() -> None:
    state.choose(None, None)
    # The list has no map that the address could frame.
    st.query_params.pop("at", None)


def _who(found: AreaProfile) -> None:
    with st.container(border=True, key="area_who"):
        st.markdown("##### Who works here on the day of the data")
        _missions(_present(found, Presence.AT_WORK), "Nobody is shown to work here on the day of the data.")
        may_be = _present(found, Presence.MAY_BE)
        if may_be:
            st.markdown("##### Not known to have left")
            _missions(may_be, "")
        st.markdown("##### Who worked here before")
        _missions(_present(found, Presence.LEFT, Presence.TO_COME), "No earlier mission is on record here.")
        if found.wider_missions:
            with st.expander(f"On wider areas that take this one in ({len(found.wider_missions)})"):
                _missions(found.wider_missions, "")


def _present(found: AreaProfile, *presences: Presence) -> list[MissionHere]:
    return [one for one in found.missions if one.presence in presences]


def _missions(missions: Sequence[MissionHere], nobody: str) -> None:
    if not missions:
        st.caption(nobody)
    for mission in missions:
        with st.container(gap=None):
            profile.open_link("mission", mission.mission_id, mission.label, note="Open this mission")
            st.html(area_html.mission_here(mission))


def _timeline(data: Dataset, found: AreaProfile) -> None:
    profile.timeline(
        data, found.activities, label="mission", key="area-timeline",
        title=f"Missions at work: {found.card.title}",
        behind=gap_chart.gap_bands(found.gaps), note=gap_chart.LEGEND if found.gaps else "",
    )  # fmt: skip


def _changes(changes: Sequence[Change], selection: Selection) -> None:
    st.markdown("#### What changed")
    kept, period = within(changes, selection)
    if period:
        st.caption(f"Only {period}, as chosen in the sidebar: {len(kept)} of {len(changes)} changes.")
    if kept:
        st.html(area_html.change_list(kept))
    else:
        st.caption("No dated change is on record.")


def _names(found: AreaProfile) -> None:
    if found.facts:
        with_length = any(fact.source for fact in found.facts)
        st.markdown(f"#### {'Names and length' if with_length else 'Other names'}")
        st.html(card_html.STYLE + card_html.facts(found.facts))


def _line(data: Dataset, found: AreaProfile) -> None:
    st.markdown("#### What kind of line this is")
    label, sentence = status_label(found.line_status), status_sentence(found.line_status)
    notes = "".join(area_html.boundary_note(note.text, source_lines(data, note.source_ids)) for note in found.notes)
    quality = quality_sentence(found.geometry_quality)
    st.html(area_html.line_kind(found.line_status, label, sentence) + notes + area_html.plain(quality))


def _around(found: AreaProfile) -> None:
    groups = (
        ("Sections and crossings of it", found.sections),
        ("Wider areas that take it in", found.wider),
        ("Neighbouring areas", found.beside),
    )
    if not any(areas for _, areas in groups):
        return
    st.markdown("#### Border areas around")
    with st.container(key="area_around", gap="small"):
        for title, areas in groups:
            if areas:
                st.caption(title)
                _links(areas[:_MANY])
            if len(areas) > _MANY:
                with st.expander(f"{len(areas) - _MANY} more"):
                    _links(areas[_MANY:])


def _links(areas: Iterable[Related]) -> None:
    with st.container(gap=None):
        for area in areas:
            profile.open_link("area", area.area_id, area.name, icon=":material/fence:", note=area.relation.capitalize())


def _activities(found: AreaProfile) -> None:
    number = len(found.lines)
    st.markdown(f"#### {number} {'activity' if number == 1 else 'activities'}")
    if not number:
        st.caption("No activity is on record here.")
        return
    places = {one.area_id: one.name for one in found.sections}
    st.html(area_html.works(found.lines, {one.mission_id: one.label for one in found.missions}, places))


def _crossings(found: AreaProfile) -> None:
    number = len(found.crossings)
    if number:
        st.markdown(f"#### {number} crossing {'point' if number == 1 else 'points'}")
        st.html(field_html.crossings(found.crossings))


def _sources(data: Dataset, found: AreaProfile) -> None:
    st.markdown("#### Sources")
    proof = found.card.proof
    st.html(
        f"{card_html.STYLE}<p>{card_html.mark(proof)}"
        f'<span class="ba-small"> · data as of {say_day(data.data_as_of)}</span></p>{card_html.notes(proof)}'
    )
    profile.source_list(data, found.source_ids)
