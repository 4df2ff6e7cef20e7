"""A briefing that the browser kept comes back without losing what was collected before it was back."""

import pytest

from border_atlas.domain.briefing import MAX_SLIDES, Briefing, Slide, SlideKind
from border_atlas.ui.briefing_keeper import joined


def talk(titles: str) -> Briefing:
    return Briefing("Talk", tuple(Slide(f"s{n}", SlideKind.TEXT, title) for n, title in enumerate(titles, start=1)))


def test_slides_collected_meanwhile_follow_those_that_were_kept() -> None:
    made, left_out = joined(talk("AB"), talk("CD"))
    assert left_out == ""
    assert [slide.title for slide in made.slides] == list("ABCD")
    assert len({slide.slide_id for slide in made.slides}) == 4


def test_without_slides_of_its_own_a_session_takes_over_what_was_kept() -> None:
    assert joined(talk("AB"), Briefing("Briefing")) == (talk("AB"), "")


@pytest.mark.parametrize(
    ("new", "said"), [("BCD", "2 new slides were left out. "), ("BC", "1 new slide was left out. ")]
)
def test_slides_beyond_what_a_briefing_may_have_are_said_with_the_reason(new: str, said: str) -> None:
    made, left_out = joined(talk("A" * (MAX_SLIDES - 1)), talk(new))
    assert [slide.title for slide in made.slides[-2:]] == ["A", "B"]
    assert left_out.startswith(f"{said}The briefing has {MAX_SLIDES} slides")
