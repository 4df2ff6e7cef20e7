"""Who did what where and when: matrix, timeline, counts per year and table of activities."""

from border_atlas.domain.sentence import counts_line, describe
from border_atlas.ui import activities_page, add_slide, cache, cross_filter, filters, layout, messages, state, take_away

data = cache.dataset()
words = cache.vocabulary(data)
state.begin("activities", words)
activities_page.begin()
selection = filters.sidebar(data)
state.keep(selection)
view = cache.view(data, selection)

tools = layout.heading(describe(selection, words), counts_line(view))
messages.about_link(data)
cross_filter.chips(selection, words)
section = activities_page.sections()
state.write_address(selection, also=activities_page.params(section))
with tools:
    kind, extra = activities_page.as_slide(section)
    add_slide.button(kind, selection, words, title=describe(selection, words), extra=extra)
    take_away.buttons(data, view, key="activities")
if view.is_empty:
    messages.show_empty()
else:
    activities_page.show(section, data, view)
layout.footer()
