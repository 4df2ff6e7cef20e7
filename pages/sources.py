"""All sources, how often they are used, and how far the dataset can be trusted."""

import streamlit as st

from border_atlas.domain.briefing import SlideKind
from border_atlas.domain.selection import Selection
from border_atlas.ui import add_slide, cache, layout, messages, search_box, sources_page, state, take_away

data = cache.dataset()
words = cache.vocabulary(data)
state.begin("sources", words)

view = cache.view(data, Selection())
with layout.heading(
    "Sources and method",
    f"{len(data.sources):,} sources of missions, border areas, activities, sites, crossing points and decisions",
):
    add_slide.button(SlideKind.SOURCES, Selection(), words, title="Sources")
    take_away.buttons(data, view, key="sources")
messages.about_link(data)
search_box.search_box(data)
sources_page.key_figures(data)
listed, method, doubts = st.tabs(["All sources", "Method and limits", "Known doubts"])
with listed:
    sources_page.source_table(data)
with method:
    sources_page.method()
with doubts:
    sources_page.doubts(data)
layout.footer()
