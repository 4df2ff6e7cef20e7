"""Changes to a briefing, each giving a new one, and the way back from them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from border_atlas.domain.briefing import MAX_SLIDES, Briefing, Slide
from border_atlas.errors import BriefingError

#: Steps that can be undone.
MAX_STEPS: Final = 50


def add(briefing: Briefing, slide: Slide, *, at: int | None = None) -> Briefing:
    """Put a slide at a place, by default at the end; it gets an id of its own.

    Raises
    ------
    BriefingError
        If the briefing is full.
    """
    if len(briefing.slides) >= MAX_SLIDES:
        msg = f"The briefing has {MAX_SLIDES} slides, the most that are possible; delete one before adding another."
        raise BriefingError(msg)
    slides = list(briefing.slides)
    slides.insert(len(slides) if at is None else at, replace(slide, slide_id=_free_id(slides)))
    return replace(briefing, slides=tuple(slides))


def duplicate(briefing: Briefing, slide_id: str) -> Briefing:
    """Put a copy of a slide behind it."""
    place = place_of(briefing, slide_id)
    return add(briefing, briefing.slides[place], at=place + 1)


def move(briefing: Briefing, slide_id: str, by: int) -> Briefing:
    """Move a slide up (negative) or down; beyond the ends it stays at the end."""
    place = place_of(briefing, slide_id)
    slides = list(briefing.slides)
    slide = slides.pop(place)
    slides.insert(min(max(place + by, 0), len(slides)), slide)
    return replace(briefing, slides=tuple(slides))


def delete(briefing: Briefing, slide_id: str) -> Briefing:
    """Take a slide out."""
    place = place_of(briefing, slide_id)
    return replace(briefing, slides=briefing.slides[:place] + briefing.slides[place + 1 :])


def change(briefing: Briefing, slide: Slide) -> Briefing:
    """Put a slide in the place of the one with its id."""
    place = place_of(briefing, slide.slide_id)
    return replace(briefing, slides=(*briefing.slides[:place], slide, *briefing.slides[place + 1 :]))


def place_of(briefing: Briefing, slide_id: str) -> int:
    """Give the place of a slide, from 0.

    Raises
    ------
    BriefingError
        If there is no such slide.
    """
    for place, slide in enumerate(briefing.slides):
        if slide.slide_id == slide_id:
            return place
    msg = f"The briefing has no slide “{slide_id}”; it may have been deleted."
    raise BriefingError(msg)


def _free_id(slides: Sequence[Slide]) -> str:
    used = {slide.slide_id for slide in slides}
    number = len(slides) + 1
    while f"s{number}" in used:
        number += 1
    return f"s{number}"


@dataclass(frozen=True)
class History:
    """A briefing with the ones before it and the ones taken back, newest last in both."""

    now: Briefing
    before: tuple[Briefing, ...] = ()
    undone: tuple[Briefing, ...] = ()

    def then(self, briefing: Briefing) -> "History":
        """Go on to a changed briefing; no change adds no step."""
        if briefing == self.now:
            return self
        return History(briefing, (*self.before, self.now)[-MAX_STEPS:])

    def back(self) -> "History":
        """Take the last change back, if there is one."""
        if not self.before:
            return self
        return History(self.before[-1], self.before[:-1], (*self.undone, self.now))

    def again(self) -> "History":
        """Make the change again that was taken back last, if there is one."""
        if not self.undone:
            return self
        return History(self.undone[-1], (*self.before, self.now), self.undone[:-1])
