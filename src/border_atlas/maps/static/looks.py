"""What things look like on a drawn map: sizes in pixels of the web map, and how large such a pixel is here."""

from dataclasses import dataclass
from typing import Final

from border_atlas.maps.styles import DASHES
from border_atlas.model import LineStatus

#: The light theme of ``assets/atlas-base.js``.
WATER: Final = "#FFFFFF"
LAND: Final = "#EDEDED"
LINE: Final = "#4D4D4D"
INK: Final = "#1B1F27"
SOFT_INK: Final = "#4A505C"
NAME_INK: Final = "#5A5F68"
COAST: Final = "#C3C8D0"
FRAME: Final = "#B9BEC7"
LINK: Final = "#5B6475"
GREY: Final = "#7A7A7A"

#: Width of paper (points) on which a pixel is a point: a wide slide of 13⅓ inches.
_SLIDE: Final = 960.0
#: Half a slide has to be read from afar; a small picture on a page is read from near.
_LEAST: Final = 0.76
_SMALLEST: Final = 0.45
_GROWTH: Final = 1 / 1300
_MOST: Final = 1.3

Dash = tuple[float, tuple[float, ...]] | None


@dataclass(frozen=True)
class Sizes:
    """Sizes in points for a panel; ``px`` is one pixel of the web map."""

    px: float

    @property
    def marker(self) -> float:
        """Side of a headquarters' marker."""
        return 15.5 * self.px

    @property
    def chosen(self) -> float:
        """Side of the marker of the chosen mission."""
        return 23 * self.px

    @property
    def mission_text(self) -> float:
        """Size of a mission's label."""
        return 10.5 * self.px

    @property
    def area_text(self) -> float:
        """Size of a border area's label."""
        return 10 * self.px

    @property
    def small_text(self) -> float:
        """Size of legend, scale and footer."""
        return 9.5 * self.px

    def country_text(self, rank: int) -> float:
        """Size of a country's label; rank 0 is the largest."""
        return (12.5, 11.5, 10.5, 9.5)[min(max(rank, 0), 3)] * self.px


def sizes_for(width: float) -> Sizes:
    """Return the sizes for a panel of a width in points: never too small to read, never too coarse."""
    least = min(_LEAST, _SMALLEST + width * _GROWTH)
    return Sizes(min(max(width / _SLIDE, least), _MOST))


def lighter(colour: str, share: float) -> str:
    """Return a colour ``#RRGGBB`` mixed with white."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(part + (255 - part) * share):02X}" for part in parts)


def dash_of(status: str) -> tuple[float, ...]:
    """Return the dash of a line status in pixels; of a settled or unknown one, none."""
    text = DASHES.get(LineStatus(status), "") if status in set(LineStatus) else ""
    return tuple(float(part) for part in text.split())


def dash_style(pattern: tuple[float, ...], factor: float, width: float) -> Dash:
    """Return Matplotlib's dash for a pattern in pixels; Matplotlib itself multiplies by the line's width."""
    return (0.0, tuple(part * factor / width for part in pattern)) if pattern else None
