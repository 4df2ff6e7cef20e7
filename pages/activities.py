"""Who did what where and when: matrix, timeline, counts per year and table of activities."""

from border_atlas.domain.sentence import counts_line, describe
from border_atlas.ui import activities_page, cache, cross_filter, filters, layout, messages, state, take_away

data = cache.dataset()
words = cache.vocabulary(data)
state.begin("activities", words)
selection = filters.sidebar(data)
state.keep(selection)
state.write_address(selection)
view = cache.view(data, selection)

with layout.heading(describe(selection, words), counts_line(view)):
    take_away.buttons(data, view, key="activities")
messages.about_link(data)
cross_filter.chips(selection, words)
section = activities_page.sections()
if view.is_empty:
    messages.show_empty()
else:
    activities_page.show(section, data, view)
layout.footer()
