"""The slides that come by themselves: title in front, sources and disclaimer at the end."""

from dataclasses import replace

from border_atlas.domain.briefing import Briefing, Slide, SlideKind


def with_frame_slides(briefing: Briefing) -> Briefing:
    """Add the slides for title, sources and disclaimer that a briefing lacks; one that it has keeps its place."""
    there = {slide.kind for slide in briefing.slides}
    before = [kind for kind in (SlideKind.TITLE,) if kind not in there]
    after = [kind for kind in (SlideKind.SOURCES, SlideKind.DISCLAIMER) if kind not in there]
    taken = {slide.slide_id for slide in briefing.slides}
    return replace(
        briefing,
        slides=(*(_made(kind, taken) for kind in before), *briefing.slides, *(_made(kind, taken) for kind in after)),
    )


def _made(kind: SlideKind, taken: set[str]) -> Slide:
    """Make a slide whose id is the kind's name, with a number if that is taken."""
    number, slide_id = 1, kind.value
    while slide_id in taken:
        number += 1
        slide_id = f"{kind.value}-{number}"
    return Slide(slide_id, kind)
