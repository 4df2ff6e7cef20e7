"""Quality: how far the records are verified, what they rest on, where they are thin, and what to look at."""

from border_atlas.domain.quality_text import about
from border_atlas.ui import cache, layout, messages, quality_page, search_box, state

data = cache.dataset()
state.begin("quality", cache.vocabulary(data))
report = quality_page.sections(data)
with layout.heading("Quality", about(data)):
    quality_page.downloads(data, report)
messages.about_link(data)
search_box.search_box(data)
quality_page.aims(report)
quality_page.show(report)
layout.footer()
