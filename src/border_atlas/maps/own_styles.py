"""How own data look, unlike anything of the dataset: diamonds with a dark rim, hexagons, shapes with a double rim.

The colours are Paul Tol's "muted" scheme, which colour-blind people can tell apart; the rim makes its light ones
legible on a light page, and dark ones have a lighter sister for a dark page.
"""

from dataclasses import dataclass
from typing import Final

from border_atlas.domain.own_drawing import OwnDrawing
from border_atlas.domain.own_hexagons import OTHER

#: Colours on a light and on a dark page.
COLOURS: Final = (
    ("#DDCC77", "#DDCC77"),
    ("#CC6677", "#CC6677"),
    ("#88CCEE", "#88CCEE"),
    ("#AA4499", "#C868B8"),
    ("#44AA99", "#44AA99"),
    ("#332288", "#8C7CE8"),
    ("#117733", "#37A05C"),
    ("#882255", "#BC5A8C"),
)
GREY: Final = ("#9A9A9A", "#B4B4B4")
#: Rims on a light and on a dark page; the dataset's own marks have white ones.
RIM: Final = ("#1B1F27", "#F4F6FA")


@dataclass(frozen=True)
class OwnLook:
    """A row of the legend: a category, how many records, its colour on a light and on a dark page."""

    label: str
    count: int
    light: str
    dark: str


def looks(drawing: OwnDrawing) -> tuple[OwnLook, ...]:
    """Return the look of each category number."""
    return tuple(
        OwnLook(label, count, *_colour(drawing, number))
        for number, (label, count) in enumerate(zip(drawing.labels, drawing.counts, strict=True))
    )


def _colour(drawing: OwnDrawing, number: int) -> tuple[str, str]:
    if drawing.labels[number] == OTHER and drawing.has_categories:
        return GREY
    return COLOURS[(number + drawing.offset) % len(COLOURS)]
