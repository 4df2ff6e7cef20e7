"""Exports beside the page: what a job says of its work, and that cancel ends it."""

import threading

import pytest
import streamlit as st
from streamlit.runtime.scriptrunner import RerunData, RerunException

from border_atlas.domain.briefing import Briefing
from border_atlas.errors import BriefingError
from border_atlas.ui import briefing_jobs
from border_atlas.ui.briefing_jobs import Job, Progress, Work


@pytest.fixture
def job() -> Job:
    return Job("PDF handout", "talk.pdf", "application/pdf", Briefing("Talk"))


def test_a_job_holds_its_file_and_how_far_it_came(job: Job) -> None:
    def work(told: Progress) -> bytes:
        told(2, 5)
        return b"%PDF"

    job.run(work)
    assert (job.content, job.done, job.total, job.error) == (b"%PDF", 2, 5, "")
    assert job.over.is_set()


def test_cancel_ends_the_work_at_its_next_step(job: Job) -> None:
    steps: list[int] = []
    begun = threading.Event()

    def work(told: Progress) -> bytes:
        for step in range(1_000):
            told(step, 1_000)
            steps.append(step)
            begun.set()
            job.stop.wait(5)
        return b"whole"

    thread = threading.Thread(target=job.run, args=(work,))
    thread.start()
    assert begun.wait(5)
    job.stop.set()
    thread.join(5)
    assert not thread.is_alive()
    assert (steps, job.content) == ([0], None)
    assert "Cancelled" in job.error


def test_an_error_of_ours_is_what_the_page_says(job: Job) -> None:
    def work(_told: Progress) -> bytes:
        msg = "no such slide"
        raise BriefingError(msg)

    job.run(work)
    assert (job.content, job.error) == (None, "no such slide")


def test_the_page_does_not_wait_for_work_that_broke(job: Job) -> None:
    def work(_told: Progress) -> bytes:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        job.run(work)
    assert job.over.is_set()
    assert "could not be made" in job.error


def test_an_export_that_was_asked_for_outlives_a_run_broken_off(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    runs: list[int] = []

    def make() -> tuple[Job, Work]:
        runs.append(len(runs))
        if len(runs) == 1:
            raise RerunException(RerunData())
        return job, lambda _told: b"%PDF"

    desk = briefing_jobs.desk()
    desk.ask(make)
    with pytest.raises(RerunException):
        desk.begin()
    briefing_jobs.desk().begin()
    assert job.over.wait(5)
    desk.begin()
    assert (runs, job.content) == ([0, 1], b"%PDF")


def test_an_export_that_cannot_begin_is_tried_once_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})

    def make() -> tuple[Job, Work]:
        raise ZeroDivisionError

    desk = briefing_jobs.desk()
    desk.ask(make)
    with pytest.raises(ZeroDivisionError):
        desk.begin()
    assert desk.wanted is None


def test_asking_for_an_export_looks_at_no_state_of_the_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st, "session_state", {})
    desk = briefing_jobs.desk()
    monkeypatch.delattr(st, "session_state")

    def make() -> tuple[Job, Work]:
        raise NotImplementedError

    desk.ask(make)
    assert desk.wanted is make
