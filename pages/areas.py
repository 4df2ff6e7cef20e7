"""Border areas: a list of all, and the profile of each: who works and worked there, when, on which sources."""

from border_atlas.domain.briefing import SlideKind
from border_atlas.domain.sentence import counts_line, describe
from border_atlas.ui import add_slide, area_profile, areas_page, cache, filters, layout, messages, state, take_away

data = cache.dataset()
words = cache.vocabulary(data)
state.begin("areas", words)
areas_page.hear(data)
selection = filters.sidebar(data)
state.keep(selection)
state.write_address(selection)

if selection.area is not None:
    messages.about_link(data)
    area_profile.show(data, words, selection, selection.area)
else:
    view = cache.view(data, selection)
    with layout.heading("Border areas", f"{describe(selection, words)} · {counts_line(view)}"):
        add_slide.button(SlideKind.MAP, selection, words, title=describe(selection, words))
        take_away.buttons(data, view, key="areas")
    messages.about_link(data)
    areas_page.show(data, view)
layout.footer()
