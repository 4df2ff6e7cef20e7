"""The briefing: slides collected on the other pages, put in order, presented and taken away."""

import streamlit as st

from border_atlas.ui import (
    briefing_exports,
    briefing_files,
    briefing_jobs,
    briefing_keeper,
    briefing_page,
    briefing_player,
    briefing_state,
    cache,
    layout,
    search_box,
    state,
)

data = cache.dataset()
words = cache.vocabulary(data)
state.begin("briefing", words)
if briefing_player.is_presenting():
    briefing_player.present(data, words)
    st.stop()
briefing_keeper.keep_in_browser(words)
search_box.search_box(data)
state.write_address(state.current())

number = len(briefing_state.briefing().slides)
with layout.heading(
    "Briefing", f"{number} {'slide' if number == 1 else 'slides'}; title, sources and disclaimer come by themselves"
):
    briefing_files.ready_made(data, words)
    briefing_files.menu(words)
    briefing_exports.menu(data, words)
    briefing_player.present_button()
briefing_files.failures()
briefing_jobs.show()
if number:
    briefing_page.whole()
    listed, edited = st.columns([0.27, 0.73], gap="medium")
    with listed:
        briefing_page.steps()
        briefing_page.slide_list()
        briefing_page.text_slide()
    with edited:
        briefing_page.preview(data, words)
        briefing_page.editor()
        briefing_exports.pictures(data, words)
else:
    briefing_page.empty()
    briefing_page.steps()
    briefing_page.text_slide()
layout.footer()
