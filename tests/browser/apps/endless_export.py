"""A page with an export on it that goes on until somebody cancels it."""

import time

import streamlit as st

from border_atlas.domain.briefing import Briefing
from border_atlas.ui import briefing_jobs
from border_atlas.ui.briefing_jobs import Job, Progress, Work


def make() -> tuple[Job, Work]:
    def work(told: Progress) -> bytes:
        while True:
            told(1, 8)
            time.sleep(0.05)

    return Job("Endless", "talk.pdf", "application/pdf", Briefing("Talk")), work


st.button("Export", on_click=briefing_jobs.desk().ask, args=(make,))
briefing_jobs.show()
