"""What a proposal changes, and the files made of it."""

import pytest

from border_atlas.data.tables import ACTIVITIES, COLUMNS, MISSIONS, SOURCES
from border_atlas.domain import proposals
from border_atlas.domain.proposals import Proposal
from border_atlas.model import EndBasis

ROW = {"mission_id": "m", "name": "A", "source_ids": "one", "checked_on": "2020"}
CHANGE = Proposal(MISSIONS, "m", (("name", "B"),), is_new=False, source_id="one", source=(), reason="It says so.")


def test_words_and_need_come_from_the_schema() -> None:
    assert proposals.allowed(ACTIVITIES, "end_basis") == tuple(EndBasis)
    assert proposals.allowed(ACTIVITIES, "title") == ()
    assert proposals.is_required(ACTIVITIES, "title")
    assert not proposals.is_required(ACTIVITIES, "notes")


def test_only_cells_that_differ_are_changes() -> None:
    assert proposals.changed(ROW, ROW | {"name": "B"}) == {"name": "B"}
    assert proposals.changed(ROW, ROW) == {}


@pytest.mark.parametrize(
    ("before", "source", "after"),
    [("one", "two", "one;two"), ("one", "one", "one"), ("general-knowledge", "two", "two"), ("", "two", "two")],
)
def test_a_source_is_named_once_and_replaces_the_placeholder(before: str, source: str, after: str) -> None:
    named = proposals.with_source(ROW | {"source_ids": before}, source, "2026-11-24")
    assert (named["source_ids"], named["checked_on"]) == (after, "2026-11-24")


def test_without_a_source_nothing_is_named() -> None:
    assert proposals.with_source(ROW, "", "2026-11-24") == ROW
    assert proposals.with_source({"title": "A"}, "two", "2026-11-24") == {"title": "A"}


@pytest.mark.parametrize(
    ("words", "made"),
    [
        (("UN News", "Élan: a title of many more words than six"), "un-news-elan-a-title-of"),
        (("taken",), "taken-2"),
        (("日本",), "new"),
        ((), "new"),
    ],
)
def test_an_id_is_made_of_words_and_not_taken(words: tuple[str, ...], made: str) -> None:
    assert proposals.new_id(words, {"taken"}) == made


def test_a_record_is_named_as_readers_know_it() -> None:
    assert proposals.label(MISSIONS, {"mission_id": "m", "acronym": "", "name": "A"}) == "A (m)"
    activity = {"activity_id": "a-1", "mission_id": "m", "title": "Patrols"}
    assert proposals.label(ACTIVITIES, activity) == "m: Patrols (a-1)"


def test_changed_cells_new_records_and_sources_go_to_their_files() -> None:
    source = (("source_id", "two"), ("title", "T"))
    new = Proposal(ACTIVITIES, "m-2", (("activity_id", "m-2"), ("title", "X")), is_new=True, source_id="two",
                   source=source, reason="Missing.")  # fmt: skip
    made = proposals.files([CHANGE, new])
    assert list(made) == ["new_sources.csv", "new_activities.csv", "changes.csv"]
    assert made["changes.csv"].to_numpy().tolist() == [["missions", "m", "name", "B", "one", "It says so."]]
    assert list(made["new_sources.csv"].columns) == list(COLUMNS[SOURCES])
    assert made["new_activities.csv"]["title"].tolist() == ["X"]
    assert proposals.notes([CHANGE, new]) == "activities.csv, m-2: Missing. (source: two)\n"


def test_the_same_source_for_two_records_is_added_once() -> None:
    source = (("source_id", "two"), ("title", "T"))
    two = [Proposal(MISSIONS, key, (("name", "B"),), is_new=False, source_id="two", source=source, reason="R")
           for key in ("m", "n")]  # fmt: skip
    assert len(proposals.files(two)["new_sources.csv"]) == 1
