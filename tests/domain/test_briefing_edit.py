"""Changing a briefing, and taking changes back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.domain.briefing import MAX_SLIDES, Briefing, Slide, SlideKind
from border_atlas.domain.briefing_edit import MAX_STEPS, History, add, change, delete, duplicate, move
from border_atlas.errors import BriefingError

A, B, C = (Slide(one, SlideKind.TEXT, title=one.upper()) for one in ("a", "b", "c"))
THREE = Briefing("Three", (A, B, C))


def titles(briefing: Briefing) -> str:
    return "".join(slide.title for slide in briefing.slides)


def test_a_new_slide_comes_last_with_an_id_of_its_own() -> None:
    briefing = add(add(THREE, Slide("a", SlideKind.MAP, title="D")), Slide("a", SlideKind.MAP, title="E"))
    assert titles(briefing) == "ABCDE"
    assert len({slide.slide_id for slide in briefing.slides}) == 5


def test_a_full_briefing_takes_no_more() -> None:
    full = Briefing("Full", tuple(replace(A, slide_id=f"x{number}") for number in range(MAX_SLIDES)))
    with pytest.raises(BriefingError, match="100 slides"):
        add(full, A)


@pytest.mark.parametrize(
    ("slide_id", "by", "order"), [("a", 1, "BAC"), ("c", -1, "ACB"), ("a", -1, "ABC"), ("a", 9, "BCA")]
)
def test_a_slide_moves_and_stays_within_the_briefing(slide_id: str, by: int, order: str) -> None:
    assert titles(move(THREE, slide_id, by)) == order


def test_a_copy_stands_behind_its_slide() -> None:
    briefing = duplicate(THREE, "b")
    assert titles(briefing) == "ABBC"
    assert briefing.slides[1].slide_id != briefing.slides[2].slide_id


def test_delete_and_change_touch_one_slide() -> None:
    assert titles(delete(THREE, "b")) == "AC"
    assert titles(change(THREE, replace(B, title="X"))) == "AXC"


def test_a_slide_that_is_gone_is_said() -> None:
    with pytest.raises(BriefingError, match="no slide “z”"):
        delete(THREE, "z")


def test_a_deleted_slide_comes_back() -> None:
    history = History(THREE).then(delete(THREE, "b"))
    assert titles(history.now) == "AC"
    assert titles(history.back().now) == "ABC"
    assert titles(history.back().again().now) == "AC"


def test_nothing_to_undo_changes_nothing() -> None:
    assert History(THREE).back() == History(THREE)
    assert History(THREE).again() == History(THREE)


@given(st.lists(st.sampled_from(["add", "delete", "move"]), max_size=60))
def test_every_way_leads_back(steps: list[str]) -> None:
    history = History(THREE)
    seen = [THREE]
    for step in steps:
        now = history.now
        made = {
            "add": lambda now=now: add(now, A),
            "delete": lambda now=now: delete(now, now.slides[0].slide_id) if now.slides else now,
            "move": lambda now=now: move(now, now.slides[-1].slide_id, -1) if now.slides else now,
        }[step]()
        if made != now:
            seen.append(made)
        history = history.then(made)
    for expected in reversed(seen[-MAX_STEPS - 1 :]):
        assert history.now == expected
        history = history.back()
