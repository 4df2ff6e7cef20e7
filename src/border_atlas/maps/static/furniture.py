"""What stands in a picture besides the map, and how the paper is shared out for it."""

import math
from dataclasses import dataclass, field
from typing import Final

from border_atlas.maps.static.looks import Sizes, sizes_for
from border_atlas.maps.static.projection import Sight
from border_atlas.maps.static.text import ELLIPSIS, plain, wrap

POINTS: Final = 72.0
#: Longest scale bar as a share of the panel's width.
_BAR: Final = 0.17
#: A projection of the world has no one scale, and beyond these degrees of longitude north is not up.
_NORTH_TO: Final = 60.0
_POLAR: Final = 72.0
#: From line to line of a footer, in sizes of its text.
LEADING: Final = 1.32
#: Highest share of the paper that a footer may take.
_FOOT_MOST: Final = 0.4


@dataclass(frozen=True)
class Furniture:
    """What is drawn inside the picture.

    ``legend`` and ``labels`` need the map's own wish as well (`DeckMap.legend`, `DeckMap.labels`). ``title``,
    ``subtitle`` and ``footer`` (a paragraph each) get bands of their own above and below the map.
    """

    legend: bool = True
    labels: bool = True
    scale: bool = True
    north: bool = True
    title: str = ""
    subtitle: str = ""
    footer: tuple[str, ...] = ()


#: The map, its scale and its north: for slides whose legend and labels are shapes of their own.
BARE: Final = Furniture(legend=False, labels=False)


@dataclass(frozen=True)
class Layout:
    """How the paper is shared out, in points; the panel's ``left`` and ``bottom`` count from the paper's."""

    paper: tuple[float, float]
    left: float
    bottom: float
    width: float
    height: float
    sizes: Sizes
    title: str = ""
    subtitle: str = ""
    footer: tuple[str, ...] = field(default=())

    @property
    def footer_size(self) -> float:
        """Size of the footer's text."""
        return footer_size(self.sizes)


def footer_size(sizes: Sizes) -> float:
    """Return the size of the footer's text in points."""
    return sizes.small_text * 0.86


def layout(width_in: float, height_in: float, furniture: Furniture) -> Layout:
    """Share out a paper of a size in inches; a footer that leaves too little of the map is cut."""
    width, height = width_in * POINTS, height_in * POINTS
    sizes = sizes_for(width)
    head, lines = _head(furniture, sizes), _foot_lines(furniture, width, sizes)
    step = footer_size(sizes) * LEADING
    fit = max(int(height * _FOOT_MOST / step), 1)
    if len(lines) > fit:
        lines = [*lines[: fit - 1], lines[fit - 1] + ELLIPSIS]
    foot = _foot(len(lines), sizes)
    return Layout(
        paper=(width, height), left=0.0, bottom=foot, width=width, height=max(height - foot - head, 1.0), sizes=sizes,
        title=plain(furniture.title), subtitle=plain(furniture.subtitle), footer=tuple(lines),
    )  # fmt: skip


def bands_in(width_in: float, furniture: Furniture) -> float:
    """Return how high the bands above and below the map are together, in inches."""
    width = width_in * POINTS
    sizes = sizes_for(width)
    return (_head(furniture, sizes) + _foot(len(_foot_lines(furniture, width, sizes)), sizes)) / POINTS


def _head(furniture: Furniture, sizes: Sizes) -> float:
    return (27 * sizes.px if furniture.title else 0.0) + (17 * sizes.px if furniture.subtitle else 0.0)


def _foot(lines: int, sizes: Sizes) -> float:
    return lines * footer_size(sizes) * LEADING + 7 * sizes.px if lines else 0.0


def _foot_lines(furniture: Furniture, width: float, sizes: Sizes) -> list[str]:
    size = footer_size(sizes)
    return [line for text in furniture.footer for line in wrap(plain(text), size, width - 8 * sizes.px)]


@dataclass(frozen=True)
class ScaleBar:
    """A bar of ``length`` points that stands for ``metres`` at the middle of the map."""

    length: float
    metres: float

    @property
    def text(self) -> str:
        """What is written at it."""
        return f"{self.metres / 1000:,.0f} km" if self.metres >= 1000 else f"{self.metres:.0f} m"  # noqa: PLR2004


def scale_bar(shown: Sight) -> ScaleBar | None:
    """Return the bar of a round length that is right at the middle of the map; none for the world."""
    if shown.kind == "equal-earth":
        return None
    half = shown.width / 20
    middle = (shown.width / 2, shown.height / 2)
    metres = shown.ground((middle[0] - half, middle[1]), (middle[0] + half, middle[1])) / (2 * half)
    if not math.isfinite(metres) or metres <= 0:
        return None
    most = shown.width * _BAR * metres
    power = 10 ** math.floor(math.log10(most))
    length = max(step * power for step in (1, 2, 5) if step * power <= most)
    return ScaleBar(length / metres, float(length))


def has_north(shown: Sight) -> bool:
    """Say whether an arrow to the north helps: on a region away from the poles."""
    spans = shown.window.east - shown.window.west
    return shown.kind != "equal-earth" and spans <= _NORTH_TO and abs(shown.lat) < _POLAR
