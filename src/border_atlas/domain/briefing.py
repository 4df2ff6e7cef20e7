"""A briefing: an ordered list of slides, each a wish that is filled from the dataset when it is shown."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from border_atlas.domain.frame import Frame
from border_atlas.domain.selection import Selection

#: Longest texts of a slide in characters; longer ones are cut, in a file they are refused.
MAX_TITLE: Final = 200
MAX_TEXT: Final = 5_000
#: Most slides of a briefing.
MAX_SLIDES: Final = 100


_LINES: Final = frozenset("\n\t")


def tidy(text: str, limit: int = MAX_TEXT) -> str:
    """Drop what no file or slide may hold (control characters, lone surrogates), and cut to the limit."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(char for char in unified if char in _LINES or unicodedata.category(char) not in {"Cc", "Cs"})
    return kept[:limit]


class SlideKind(StrEnum):
    """What a slide shows besides its title and text."""

    TITLE = "title"
    TEXT = "text"
    MAP = "map"
    MISSION = "mission"
    AREA = "area"
    TIMELINE = "timeline"
    PER_YEAR = "per-year"
    MATRIX = "matrix"
    COMPARE = "compare"
    GAPS = "gaps"
    SOURCES = "sources"
    DISCLAIMER = "disclaimer"


class HouseStyle(StrEnum):
    """Whose wording the boundary notes follow and whose sober colours the slides wear."""

    NEUTRAL = "neutral"
    UN = "UN"
    EU = "EU"
    OSCE = "OSCE"


@dataclass(frozen=True)
class SlideOptions:
    """How the map of a slide is drawn."""

    legend: bool = True
    labels: bool = True


@dataclass(frozen=True)
class Slide:
    """One slide.

    ``slide_id`` is unique in its briefing. ``text`` and ``notes`` are Markdown (paragraphs, lists, bold,
    italic, links). ``selection`` names the mission or the area of a profile. ``frame`` is where the map
    looks; ``None`` lets it fit what the selection leaves. ``extra`` holds what a page keeps for itself in
    its address (``l.*`` and ``r.*`` of a comparison, ``g.*`` of gaps, ``by`` of a matrix or a chart).
    """

    slide_id: str
    kind: SlideKind
    title: str = ""
    text: str = ""
    notes: str = ""
    selection: Selection = field(default_factory=Selection)
    frame: Frame | None = None
    options: SlideOptions = field(default_factory=SlideOptions)
    extra: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", tidy(self.title, MAX_TITLE))
        object.__setattr__(self, "text", tidy(self.text))
        object.__setattr__(self, "notes", tidy(self.notes))


@dataclass(frozen=True)
class Briefing:
    """Slides in their order, the title of the whole, its house style and the version of the data it was made with."""

    title: str
    slides: tuple[Slide, ...] = ()
    subtitle: str = ""
    style: HouseStyle = HouseStyle.NEUTRAL
    data_version: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", tidy(self.title, MAX_TITLE))
        object.__setattr__(self, "subtitle", tidy(self.subtitle, MAX_TITLE))

    def slide(self, slide_id: str) -> Slide | None:
        """Give a slide by its id."""
        return next((slide for slide in self.slides if slide.slide_id == slide_id), None)
