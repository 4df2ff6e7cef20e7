"""The panel beside the map: what is known of the chosen mission or border area."""

from collections import Counter

import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain.cards import ActivityGroup, Card
from border_atlas.domain.details import area_card, mission_card
from border_atlas.domain.view import View
from border_atlas.maps.safety import escape
from border_atlas.maps.styles import FAMILY_COLOURS
from border_atlas.model import FAMILY_LABELS, Family
from border_atlas.ui import card_html, map_view, profile, propose_link, state

HEIGHT = 560


def panel(data: Dataset, view: View) -> None:
    """Show the chosen record, or an overview of what the map shows."""
    with st.container(height=HEIGHT, border=True, key="details"):
        chosen = view.selection
        if chosen.mission is not None:
            _card(data, mission_card(data, view, chosen.mission))
        elif chosen.area is not None:
            _card(data, area_card(data, view, chosen.area))
        else:
            _overview(view)


def _card(data: Dataset, card: Card) -> None:
    title, move, close = st.columns([0.72, 0.14, 0.14], vertical_alignment="center")
    title.markdown(f"#### {escape(card.title)}")
    move.button(
        "", icon=":material/my_location:", help="Show on the map", type="tertiary", key="details_move",
        on_click=map_view.go_to_chosen, args=(data,),
    )  # fmt: skip
    close.button(
        "", icon=":material/close:", help="Close the details", on_click=state.choose, args=(None, None),
        type="tertiary", key="details_close",
    )  # fmt: skip
    if not card.shown:
        st.caption("The present filters leave this out of the map; it is shown here all the same.")
    st.html(card_html.head(card))
    record_id = state.current().mission if card.kind == "mission" else state.current().area
    profile.open_link(card.kind, str(record_id), "Open the full profile", icon=":material/open_in_new:")
    propose_link.button(card.kind, str(record_id))
    st.markdown(f"##### {card.n_activities} {'activity' if card.n_activities == 1 else 'activities'}")
    for group in card.groups:
        _group(data, card, group)


def _group(data: Dataset, card: Card, group: ActivityGroup) -> None:
    other = "area" if card.kind == "mission" else "mission"
    st.button(
        escape(group.label), icon=":material/border_outer:" if other == "area" else ":material/flag:",
        help=f"Open this {'border area' if other == 'area' else 'mission'}", type="tertiary",
        on_click=_open, args=(data, other, group.record_id), key=f"open_{other}_{group.record_id}",
    )  # fmt: skip
    st.html(card_html.STYLE + "".join(card_html.activity(line) for line in group.activities))


def _open(data: Dataset, kind: str, record_id: str) -> None:
    state.choose(kind, record_id)
    map_view.go_to_chosen(data)


def _overview(view: View) -> None:
    st.markdown("#### What the map shows")
    st.markdown(
        "Click a **headquarters** (shape and colour by organisation) or a **border area** to see who works "
        "or worked there, doing what, since when and according to which source. Tables below do "
        "the same."
    )
    families = Counter(view.activities["family"])
    largest = max(families.values(), default=1)
    rows = "".join(
        f'<div class="ba-bar"><span>{FAMILY_LABELS[family]}</span>'
        f'<i style="width: {families[family] / largest * 55:.1f}%; background: {FAMILY_COLOURS[family]}"></i>'
        f"<b>{families[family]}</b></div>"
        for family in Family
    )
    st.html(f"{_BARS}<p>Activities by family</p>{rows}")
    st.caption(_organisations(view))


def _organisations(view: View) -> str:
    counts = Counter(view.missions["organisation"]).most_common()
    said = ", ".join(f"{name} {count}" for name, count in counts)
    return f"Missions by organisation: {escape(said)}." if said else ""


_BARS = """
<style>
.ba-bar { display: flex; align-items: center; gap: .5rem; margin: .2rem 0; font-size: .9rem; }
.ba-bar span { flex: 0 0 7.2rem; } .ba-bar i { height: .8rem; border-radius: 2px; min-width: 2px; }
</style>
"""
