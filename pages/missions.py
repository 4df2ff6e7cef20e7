"""Missions: a list of all, and the profile of each: what it is, where it works, since when, on which sources."""

from border_atlas.domain.briefing import SlideKind
from border_atlas.domain.sentence import counts_line, describe
from border_atlas.ui import (
    add_slide,
    cache,
    filters,
    layout,
    messages,
    mission_profile,
    missions_page,
    state,
    take_away,
)

data = cache.dataset()
words = cache.vocabulary(data)
state.begin("missions", words)
missions_page.hear(data)
selection = filters.sidebar(data)
state.keep(selection)
state.write_address(selection)

if selection.mission is not None:
    messages.about_link(data)
    mission_profile.show(data, words, selection, selection.mission)
else:
    view = cache.view(data, selection)
    with layout.heading("Missions", f"{describe(selection, words)} · {counts_line(view)}"):
        add_slide.button(SlideKind.MAP, selection, words, title=describe(selection, words))
        take_away.buttons(data, view, key="missions")
    messages.about_link(data)
    missions_page.show(data, view)
layout.footer()
