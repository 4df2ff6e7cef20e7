"""Gaps and overlaps: where missions meet, where they left, and what was never seen on a kind of border."""

from border_atlas.domain.briefing import SlideKind
from border_atlas.domain.citations import Request
from border_atlas.domain.coverage import cover
from border_atlas.domain.selection import Selection
from border_atlas.ui import (
    add_slide,
    cache,
    gaps_controls,
    gaps_page,
    layout,
    map_view,
    messages,
    search_box,
    state,
    take_away,
)

data = cache.dataset()
words = cache.vocabulary(data)
state.begin("gaps", words)
gaps_controls.begin(words)
map_view.hear_click(data, key=gaps_page.MAP_KEY)
search_box.search_box(data)
if state.arrived_without_frame():
    map_view.go_to_chosen(data)

tools = layout.heading(
    "Gaps and overlaps", "Where missions meet on a border, where the last one left, what was never seen"
)
messages.about_link(data)
gaps_controls.examples()
asked = gaps_controls.controls(words)
view = gaps_page.show(data, cover(data, cache.stretches(data), asked.question), asked.where(words.countries))
state.write_address(state.current(), also=gaps_controls.params())
said = Request(asked.said(words.countries), gaps_controls.params())
with tools:
    title = f"Gaps and overlaps {asked.where(words.countries)}, {asked.on}"
    add_slide.button(SlideKind.GAPS, Selection(), words, title=title, extra=said.params)
    take_away.buttons(data, view, key="gaps", request=said)
layout.footer()
