"""A briefing that the browser kept comes back without losing what was collected before it was back."""

from border_atlas.domain.briefing import MAX_SLIDES, Briefing, Slide, SlideKind
from border_atlas.ui.briefing_keeper import joined


def talk(titles: str) -> Briefing:
    return Briefing("Talk", tuple(Slide(f"s{n}", SlideKind.TEXT, title) for n, title in enumerate(titles, start=1)))


def test_slides_collected_meanwhile_follow_those_that_were_kept() -> None:
    made = joined(talk("AB"), talk("CD"))
    assert [slide.title for slide in made.slides] == list("ABCD")
    assert len({slide.slide_id for slide in made.slides}) == 4


def test_without_slides_of_its_own_a_session_takes_over_what_was_kept() -> None:
    assert joined(talk("AB"), Briefing("Briefing")) == talk("AB")


def test_no_more_slides_than_a_briefing_may_have() -> None:
    assert len(joined(talk("A" * MAX_SLIDES), talk("B")).slides) == MAX_SLIDES
