"""Propose a correction: change or add a record, name the source, take the change file away."""

from border_atlas.ui import cache, layout, messages, propose_page, search_box, state

data = cache.dataset()
state.begin("propose", cache.vocabulary(data))
propose_page.begin()
layout.heading(
    "Propose a correction", "Change or add records, name the page that shows it, and send the file to the editors"
)
messages.about_link(data)
search_box.search_box(data)
propose_page.form()
propose_page.collected()
layout.footer()
