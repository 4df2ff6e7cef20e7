"""Which part of the world each map of a deck shows, as a box that fits every screen."""

import math
from collections.abc import Iterable
from typing import Final

from border_atlas.domain import deck_frame
from border_atlas.domain.bounds import Bounds
from border_atlas.domain.deck import DeckMap
from border_atlas.domain.frame import Frame
from border_atlas.domain.view import View

#: Where missions work: what a map without records shows.
WORLD: Final[Bounds] = (-82.0, -30.0, 128.0, 58.0)
#: Width and height in pixels of the map on which a frame's zoom is understood.
SCREEN: Final = (1100, 600)
#: Smallest width and height of a box in degrees, so that a point is not looked at through a microscope.
_SMALLEST: Final = 1.2
_TILE: Final = 256
_MAX_LAT: Final = 85.0


def map_bounds(shown: DeckMap) -> Bounds:
    """Return west, south, east, north (degrees) that a map shows on any screen."""
    return view_bounds(shown.view) if shown.frame is None else frame_bounds(shown.frame)


def frame_bounds(frame: Frame) -> Bounds:
    """Return the box that a frame shows on a map of the size `SCREEN`."""
    return deck_frame.frame_bounds(frame, *SCREEN)


def view_bounds(view: View) -> Bounds:
    """Return the box around all that a view shows; what is small gets some room."""
    boxes = [frame.total_bounds for frame in (view.areas, view.missions) if len(frame)]
    found = [[float(edge) for edge in box] for box in boxes if not any(map(math.isnan, box))]
    return _roomy(around((west, south, east, north) for west, south, east, north in found)) if found else WORLD


def around(boxes: Iterable[Bounds]) -> Bounds:
    """Return the smallest box around at least one box."""
    wests, souths, easts, norths = zip(*boxes, strict=True)
    return min(wests), min(souths), max(easts), max(norths)


def zoom_of(box: Bounds) -> float:
    """Return the zoom at which a box fills a map of the size `SCREEN`."""
    west, south, east, north = box
    widths = max(east - west, 1e-6), max(deck_frame.up_of(north) - deck_frame.up_of(south), 1e-6)
    return min(math.log2(side * 360 / (_TILE * width)) for side, width in zip(SCREEN, widths, strict=True))


def _roomy(box: Bounds) -> Bounds:
    west, south, east, north = box
    wide, high = (max(_SMALLEST - size, 0) / 2 for size in (east - west, north - south))
    return west - wide, max(south - high, -_MAX_LAT), east + wide, min(north + high, _MAX_LAT)
