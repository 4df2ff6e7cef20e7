"""The preview of one slide of a briefing."""

from border_atlas.domain.briefing import Briefing, Slide, SlideKind
from border_atlas.ui.briefing_player import place_of

A, B = Slide("a", SlideKind.TEXT, "A"), Slide("b", SlideKind.TEXT, "B")


def test_a_slide_has_the_number_that_it_has_in_the_whole_briefing() -> None:
    # Title, A, B, sources, disclaimer.
    assert place_of(Briefing("T", (A, B)), B) == (3, 5)


def test_a_title_of_ones_own_is_the_first_slide() -> None:
    own = Slide("own", SlideKind.TITLE, "Own")
    assert place_of(Briefing("T", (own, A)), own) == (1, 4)
    assert place_of(Briefing("T", (own, A)), A) == (2, 4)
