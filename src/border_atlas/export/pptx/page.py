"""Where things stand on a slide: boxes in inches, and the margins of the two formats."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from pptx.util import Inches, Length

Ratio = Literal["16:9", "4:3"]

HEIGHT: Final = 7.5
_WIDTHS: Final[dict[Ratio, float]] = {"16:9": 40 / 3, "4:3": 10.0}
_MARGINS: Final[dict[Ratio, float]] = {"16:9": 0.6, "4:3": 0.5}
_ASIDES: Final[dict[Ratio, float]] = {"16:9": 3.75, "4:3": 2.85}

#: Top of titles, of the line above the footer and of the footer itself.
TITLE_TOP: Final = 0.52
RULE_TOP: Final = 6.98
FOOTER_TOP: Final = 7.04
FOOTER_HEIGHT: Final = 0.3
#: Top and height of title and text of the title slide.
OPENING_TITLE: Final = (2.3, 1.95)
OPENING_TEXT: Final = (4.82, 1.95)
#: Space between two things on a slide.
GAP: Final = 0.18
#: Space between columns of text.
COLUMN_GAP: Final = 0.4


@dataclass(frozen=True)
class Box:
    """A rectangle in inches from the left upper corner of the slide."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.h

    @property
    def emu(self) -> tuple[Length, Length, Length, Length]:
        """Left, top, width and height as PowerPoint counts them."""
        return Inches(self.x), Inches(self.y), Inches(self.w), Inches(self.h)

    def below(self, height: float) -> "Box":
        """Return what is left of it below its upper ``height`` inches."""
        return replace(self, y=self.y + height, h=max(self.h - height, 0.0))

    def top(self, height: float) -> "Box":
        """Return its upper ``height`` inches."""
        return replace(self, h=min(height, self.h))

    def columns(self, number: int, gap: float) -> tuple["Box", ...]:
        """Cut it into columns of equal width."""
        width = (self.w - gap * (number - 1)) / number
        return tuple(replace(self, x=self.x + at * (width + gap), w=width) for at in range(number))


@dataclass(frozen=True)
class Page:
    """A format of slides."""

    ratio: Ratio

    @property
    def width(self) -> float:
        """Width in inches; the height is always `HEIGHT`."""
        return _WIDTHS[self.ratio]

    @property
    def margin(self) -> float:
        """Empty space left and right."""
        return _MARGINS[self.ratio]

    @property
    def aside(self) -> float:
        """Width of the column of text beside a map."""
        return _ASIDES[self.ratio]

    @property
    def inner(self) -> Box:
        """All between title and footer, margins left out."""
        return Box(self.margin, TITLE_TOP, self.width - 2 * self.margin, RULE_TOP - 0.06 - TITLE_TOP)

    @property
    def footer(self) -> Box:
        """Where the footer's text stands."""
        return Box(self.margin, FOOTER_TOP, self.width - 2 * self.margin - 0.9, FOOTER_HEIGHT)

    @property
    def number(self) -> Box:
        """Where the slide number stands."""
        return Box(self.width - self.margin - 0.8, FOOTER_TOP, 0.8, FOOTER_HEIGHT)
