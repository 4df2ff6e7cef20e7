"""To check next: what rests on the oldest checks and the weakest sources."""

from border_atlas.domain.briefing import SlideKind
from border_atlas.domain.provenance import figures, to_check
from border_atlas.domain.sentence import counts_line, describe
from border_atlas.ui import add_slide, cache, filters, layout, messages, provenance_page, state, take_away

data = cache.dataset()
words = cache.vocabulary(data)
state.begin("to_check", words)
provenance_page.begin()
selection = filters.sidebar(data)
state.keep(selection)
view = cache.view(data, selection)
rows = to_check(data, view)

with layout.heading("To check next", f"{describe(selection, words)} · {counts_line(view)}"):
    add_slide.button(SlideKind.MAP, selection, words, title=describe(selection, words))
    take_away.buttons(data, view, key="to_check")
messages.about_link(data)
provenance_page.key_figures(figures(rows))
wanted = provenance_page.filters(rows)
state.write_address(selection, also=provenance_page.params(wanted))
provenance_page.show(data, view, rows, wanted)
provenance_page.explain()
layout.footer()
