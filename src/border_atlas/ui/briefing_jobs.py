"""Exports that run beside the page: progress, cancel, and the finished file."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import streamlit as st

from border_atlas.domain.briefing import Briefing
from border_atlas.errors import BorderAtlasError
from border_atlas.maps.safety import escape
from border_atlas.ui import briefing_state

_JOB: Final = "briefing_job"
_DESK: Final = "briefing_job_desk"
_POLL_SECONDS: Final = 0.5

Progress = Callable[[int, int], None]
Work = Callable[[Progress], bytes]


class _Cancelled(Exception):  # noqa: N818  not an error: somebody wished it
    """Raised inside an export whose user pressed cancel."""


@dataclass
class Job:
    """One export: what it makes, how far it is, and what came of it."""

    name: str
    file_name: str
    mime: str
    made_from: Briefing
    done: int = 0
    total: int = 0
    content: bytes | None = None
    error: str = ""
    stop: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)

    def told(self, done: int, total: int) -> None:
        """Take over how far the work is; ends it if the user cancelled."""
        self.done, self.total = done, total
        if self.stop.is_set():
            raise _Cancelled

    def run(self, work: Work) -> None:
        """Do the work; runs in a thread of its own and touches nothing of the page."""
        try:
            self.content = work(self.told)
        except _Cancelled:
            self.error = "Cancelled; nothing was written."
        except BorderAtlasError as error:
            self.error = str(error)
        finally:
            # Also after an error that nobody foresaw, which the thread reports to the log: the page must not wait.
            if self.content is None and not self.error:
                self.error = "The file could not be made; the server's log says more."
            self.over.set()


Make = Callable[[], tuple[Job, Work]]


@dataclass
class Desk:
    """Where an export is asked for, to be begun by the page's next whole run.

    A button's callback does no more than `ask`: what takes time there, and even a look into the session's state, is
    broken off by the next event of the page (a panel closed with Escape), and the click would be lost.
    """

    wanted: Make | None = None

    def ask(self, make: Make) -> None:
        """Keep the wish until a run has come to begin it."""
        self.wanted = make

    def begin(self) -> None:
        """Begin the export that was asked for, if one was.

        The wish outlives a run that is broken off, which Streamlit does by what is no `Exception`, but no error.
        """
        if self.wanted is None:
            return
        try:
            _start(*self.wanted())
        except Exception:
            self.wanted = None
            raise
        self.wanted = None


def desk() -> Desk:
    """Return the session's desk."""
    found: Desk = st.session_state.setdefault(_DESK, Desk())
    return found


def _start(job: Job, work: Work) -> None:
    """Begin an export; one that still runs is cancelled."""
    running: Job | None = st.session_state.get(_JOB)
    if running is not None:
        running.stop.set()
    st.session_state[_JOB] = job
    threading.Thread(target=job.run, args=(work,), daemon=True, name=f"export {job.name}").start()


def show() -> None:
    """Begin the export that was asked for, and show the one that runs or ran last."""
    desk().begin()
    job: Job | None = st.session_state.get(_JOB)
    if job is None:
        return
    if job.over.is_set():
        _finished(job)
    else:
        _running()


@st.fragment(run_every=_POLL_SECONDS)
def _running() -> None:
    job: Job | None = st.session_state.get(_JOB)
    if job is None or job.over.is_set():
        st.rerun()
    share = job.done / job.total if job.total else 0.0
    said = f"Making {job.name}: slide {job.done} of {job.total}" if job.total else f"Making {job.name} …"
    bar, cancel = st.columns([0.82, 0.18], vertical_alignment="center")
    bar.progress(min(share, 1.0), said)
    cancel.button("Cancel", icon=":material/close:", on_click=job.stop.set, key="job_cancel")


def _finished(job: Job) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="job_done"):
        if job.content is None:
            st.markdown(f":material/info: {escape(job.name)}: {escape(job.error)}", width="content")
        else:
            _download(job, job.content)
        st.button("", icon=":material/close:", help="Put away", type="tertiary", on_click=_put_away, key="job_away")


def _download(job: Job, content: bytes) -> None:
    size = len(content) / 1_000_000
    st.download_button(
        f"Download {job.file_name} ({size:.1f} MB)", content, file_name=job.file_name, mime=job.mime,
        icon=":material/download:", type="primary", on_click="ignore", key="job_download",
    )  # fmt: skip
    if job.made_from != briefing_state.briefing():
        st.caption("The briefing was changed since.", width="content")


def _put_away() -> None:
    st.session_state.pop(_JOB, None)
