"""Which part of the world a map of a slide shows, on a panel of a given size in pixels."""

import math
from typing import Final

import numpy as np
import shapely

from border_atlas.domain.bounds import Bounds, narrowest
from border_atlas.domain.frame import Frame
from border_atlas.domain.view import View

#: Width and height in pixels of the map on which the zoom of a slide's frame is understood: 16:9.
PANEL: Final = (1280, 720)
#: The widest and the highest panels that slides and pages give to a map: each shows more than `PANEL` on two sides.
_WIDEST: Final = (1920, 720)
_HIGHEST: Final = (1280, 920)
#: Printed maps are not in Web Mercator: towards their corners they show a little more than it says.
_SLACK: Final = 1.08
#: Room around what a view holds, as a share of its size, and the least that a map shows (degrees on the map).
_ROOM: Final = 0.16
_LEAST: Final = 1.2
_TILE: Final = 256
_TURN: Final = 360.0
_MAX_LAT: Final = 85.0511


def frame_bounds(frame: Frame, width_px: float = PANEL[0], height_px: float = PANEL[1]) -> Bounds:
    """Return west, south, east, north (degrees) that a frame shows in Web Mercator.

    West may lie below -180°, east above 180°: the map goes on beyond the antimeridian, and far out it repeats.
    """
    degrees = _TURN / (_TILE * 2**frame.zoom)
    return _box(frame.lon, up_of(frame.lat), width_px * degrees, height_px * degrees)


def seen_bounds(view: View, frame: Frame | None) -> tuple[Bounds, ...]:
    """Return boxes that together hold what a map shows on any panel; none if there is nothing to show.

    A map keeps what its frame holds and fills the rest of its panel with what lies around, so a wide panel
    shows more in east and west, a high one more in north and south.
    """
    whole = None if frame is not None else view_bounds(view)
    return tuple(
        frame_bounds(fitted, *(side * _SLACK for side in panel))
        for panel in (_WIDEST, _HIGHEST)
        if (fitted := frame or (whole and fitting_frame(whole, *panel)))
    )


def view_bounds(*views: View, seats: bool = True) -> Bounds | None:
    """Return the box around all areas and, if wanted, headquarters of views; ``None`` if there are none.

    It is the narrowest; its east may lie above 180°.
    """
    frames = [view.areas for view in views] + [view.missions for view in views if seats]
    shapes = [frame.geometry.to_numpy() for frame in frames]
    points = shapely.get_coordinates(np.concatenate(shapes)) if shapes else np.empty((0, 2))
    if len(points) == 0:
        return None
    west, east = narrowest(points[:, 0])
    return west, float(points[:, 1].min()), east, float(points[:, 1].max())


def fitting_frame(bounds: Bounds, width_px: int = PANEL[0], height_px: int = PANEL[1]) -> Frame:
    """Return the frame that holds a box with some room on a panel; the panel's form decides which side shows more."""
    west, south, east, north = bounds
    low, high = up_of(south), up_of(north)
    wide, tall = (max(size * (1 + _ROOM), _LEAST) for size in (east - west, high - low))
    zoom = min(math.log2(side * _TURN / (_TILE * size)) for side, size in ((width_px, wide), (height_px, tall)))
    lon = ((west + east) / 2 + _TURN / 2) % _TURN - _TURN / 2
    return Frame(latitude_of((low + high) / 2), lon, zoom)


def _box(lon: float, middle: float, wide: float, tall: float) -> Bounds:
    half = wide / 2
    return lon - half, latitude_of(middle - tall / 2), lon + half, latitude_of(middle + tall / 2)


def up_of(lat: float) -> float:
    """Return how far a latitude lies from the equator on the map, in degrees of longitude."""
    inside = min(max(lat, -_MAX_LAT), _MAX_LAT)
    return math.degrees(math.asinh(math.tan(math.radians(inside))))


def latitude_of(up: float) -> float:
    """Return the latitude of a place on the map, see `up_of`."""
    return min(max(math.degrees(math.atan(math.sinh(math.radians(up)))), -_MAX_LAT), _MAX_LAT)
