"""Draws a map of a briefing as PNG, SVG or PDF, with Matplotlib's canvases and none of its global state."""

from collections.abc import Sequence
from dataclasses import dataclass

from border_atlas.data.dataset import Dataset
from border_atlas.domain.bounds import Bounds
from border_atlas.domain.deck import DeckMap
from border_atlas.domain.own_drawing import OwnDrawing
from border_atlas.errors import ExportError
from border_atlas.maps.static.aim import sight_of
from border_atlas.maps.static.furniture import BARE, POINTS, Furniture, layout
from border_atlas.maps.static.labels import Anchor, Kind
from border_atlas.maps.static.legend import LegendEntry
from border_atlas.maps.static.paint import paint
from border_atlas.maps.static.scene import scene, seen_entries
from border_atlas.maps.static.write import Form, about_map, write

__all__ = [
    "BARE",
    "Form",
    "Furniture",
    "LabelPlace",
    "LegendEntry",
    "draw_map",
    "label_places",
    "legend_entries",
    "shown_bounds",
]

_SLIDE = (13.333, 7.5)
_MOST_INCHES = 60.0
_MOST_PIXELS = 120_000_000


@dataclass(frozen=True)
class LabelPlace:
    """A name on a map and where it stands, in inches from the top left of the picture.

    (``x``, ``y``) is the middle of the text's left edge, its centre or the middle of its right edge, as
    ``anchor`` says. ``size`` is in points; ``width`` and ``height`` (inches) are those of the drawn text.
    ``record`` is the id of the mission or area, or the country's code.
    """

    text: str
    x: float
    y: float
    anchor: Anchor
    kind: Kind
    record: str
    size: float
    bold: bool
    italic: bool
    colour: str
    width: float
    height: float


def draw_map(
    data: Dataset,
    wanted: DeckMap,
    *,
    width_in: float,
    height_in: float,
    dpi: int = 200,
    form: Form = "png",
    furniture: Furniture = Furniture(),  # noqa: B008  frozen
    own: Sequence[OwnDrawing] = (),
) -> bytes:
    """Draw a map; equal wishes give equal bytes. ``own`` are layers of a user's own data, marked as such.

    Raises
    ------
    ExportError
        If the picture would be empty or too large.
    """
    _check(width_in, height_in, dpi)
    made = scene(data, wanted, furniture, layout(width_in, height_in, furniture), own)
    about = about_map(wanted, data)
    return write(lambda figure: paint(figure, made), made.layout.paper, about, dpi=dpi, form=form)


def label_places(
    data: Dataset,
    wanted: DeckMap,
    *,
    width_in: float,
    height_in: float,
    furniture: Furniture = BARE,
    own: Sequence[OwnDrawing] = (),
) -> tuple[LabelPlace, ...]:
    """Return the names of a map for those who write them themselves; none if the map wants none.

    ``furniture`` and ``own`` are those of the picture below, whose scale, arrow and box the names keep clear of.
    """
    _check(width_in, height_in, 1)
    around = Furniture(furniture.legend, True, furniture.scale, furniture.north)  # noqa: FBT003  with labels
    made = scene(data, wanted, around, layout(width_in, height_in, around), own)
    return tuple(
        LabelPlace(
            text=label.text, x=label.x / POINTS, y=height_in - label.y / POINTS, anchor=label.anchor,
            kind=label.kind, record=label.record, size=round(label.size, 1), bold=label.bold,
            italic=label.italic, colour=label.colour, width=label.width / POINTS, height=label.height / POINTS,
        )
        for label in made.labels
    )  # fmt: skip


def legend_entries(
    data: Dataset, wanted: DeckMap, *, width_in: float = _SLIDE[0], height_in: float = _SLIDE[1]
) -> tuple[LegendEntry, ...]:
    """Return the rows of a map's legend: what is in sight, nothing else; none if the map wants none."""
    del data
    return seen_entries(wanted, (width_in, height_in)) if wanted.legend else ()


def shown_bounds(wanted: DeckMap, *, width_in: float = _SLIDE[0], height_in: float = _SLIDE[1]) -> Bounds:
    """Return west, south, east, north (degrees) of what a picture shows; east may lie beyond 180°."""
    paper = layout(width_in, height_in, BARE)
    window = sight_of(wanted, paper.width, paper.height).window
    return window.west, window.south, window.east, window.north


def _check(width_in: float, height_in: float, dpi: int) -> None:
    good = 0.5 <= width_in <= _MOST_INCHES and 0.5 <= height_in <= _MOST_INCHES and dpi >= 1  # noqa: PLR2004
    if not good or width_in * height_in * dpi**2 > _MOST_PIXELS:
        msg = (
            f"A map of {width_in} × {height_in} inches at {dpi} dpi cannot be drawn; each side has to be between "
            f"0.5 and {_MOST_INCHES:.0f} inches, and the whole at most {_MOST_PIXELS // 1_000_000} million pixels."
        )
        raise ExportError(msg)
