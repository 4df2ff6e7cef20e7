"""Which projection suits a part of the world, and how it falls on paper.

The world goes into Equal Earth, a region into Albers' conic or Lambert's azimuthal projection, all of them
equal-area, so that no country looks larger than it is. Paper is measured in points (1/72 inch) from the
bottom left.
"""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt
from pyproj import Geod, Proj

Numbers = npt.NDArray[np.float64]
Kind = Literal["equal-earth", "azimuthal", "conic"]

_HALF_TURN: Final = 180.0
_TURN: Final = 360.0
_POLE: Final = 90.0
#: Wider than this (degrees of longitude) a region becomes the world.
WORLD_FROM: Final = 100.0
#: A cone lies well on middle latitudes only (degrees from the equator).
_CONE_FROM: Final = 18.0
_CONE_TO: Final = 66.0
#: Standard parallels lie a sixth of the height inside the edges: the usual rule of thumb.
_SIXTH: Final = 1 / 6
#: Points along each side of the grid that finds out which degrees a picture shows.
_GRID: Final = 41
_GEOD: Final = Geod(ellps="WGS84")


@dataclass(frozen=True)
class Window:
    """The box in degrees that holds all that a picture shows; east is above west, also beyond 180°."""

    west: float
    south: float
    east: float
    north: float

    @property
    def is_whole_turn(self) -> bool:
        """Whether it goes round the globe."""
        return self.east - self.west >= _TURN - 1e-6


@dataclass(frozen=True)
class Aim:
    """What a picture is to show: its middle (degrees) and the size around it (metres on the projection)."""

    kind: Kind
    lon: float
    lat: float
    #: Middle, width and height on the projection in metres.
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, eq=False)
class Sight:
    """A projection with the part of it that a panel of paper shows.

    ``width`` and ``height`` are those of the panel in points, ``metres`` is what a point stands for.
    """

    kind: Kind
    proj: Proj
    lon: float
    lat: float
    x: float
    y: float
    metres: float
    width: float
    height: float
    window: Window

    def points(self, degrees: Numbers) -> Numbers:
        """Return points on paper (n, 2) of positions in degrees (n, 2), whose longitude may be any."""
        lon = (degrees[:, 0] - self.lon + _HALF_TURN) % _TURN - _HALF_TURN + self.lon
        return self.flat(np.column_stack([lon, degrees[:, 1]]))

    def flat(self, degrees: Numbers) -> Numbers:
        """Return points on paper of positions within half a turn of the middle, edges included."""
        return self._on_paper(*_forward(self.proj, self.lon, degrees))

    def degrees(self, points: Numbers) -> Numbers:
        """Return the positions in degrees (n, 2) of points on paper; infinite beyond the edge of the world."""
        x = (points[:, 0] - self.width / 2) * self.metres + self.x
        y = (points[:, 1] - self.height / 2) * self.metres + self.y
        lon, lat = self.proj(x, y, inverse=True)
        return np.column_stack([np.asarray(lon) + self.lon, lat])

    def inside(self, points: Numbers, *, margin: float = 0.0) -> npt.NDArray[np.bool_]:
        """Say which points lie on the panel, at least ``margin`` points from its edge."""
        x, y = points.T
        within: npt.NDArray[np.bool_] = (
            (x >= margin) & (x <= self.width - margin) & (y >= margin) & (y <= self.height - margin)
        )
        return within

    def ground(self, one: tuple[float, float], other: tuple[float, float]) -> float:
        """Return the geodesic distance in metres of two points on paper."""
        (lon1, lat1), (lon2, lat2) = self.degrees(np.array([one, other], dtype=np.float64))
        return float(_GEOD.inv(lon1, lat1, lon2, lat2)[2])

    def north_at(self, x: float, y: float) -> float:
        """Return how far north is turned from straight up at a point on paper, in degrees clockwise."""
        lon, lat = self.degrees(np.array([[x, y]], dtype=np.float64))[0]
        step = min(0.5, max((_POLE - lat) / 2, 1e-6))
        start, end = self.flat(np.array([[lon, lat], [lon, lat + step]], dtype=np.float64))
        return float(np.degrees(np.arctan2(end[0] - start[0], end[1] - start[1])))

    def _on_paper(self, x: Numbers, y: Numbers) -> Numbers:
        return np.column_stack(
            [(x - self.x) / self.metres + self.width / 2, (y - self.y) / self.metres + self.height / 2]
        )


def kind_for(span: float, south: float, north: float) -> Kind:
    """Choose the projection for a span of longitudes and two latitudes (degrees)."""
    if span > WORLD_FROM:
        return "equal-earth"
    middle = abs(south + north) / 2
    one_side = south > 0 or north < 0
    return "conic" if one_side and _CONE_FROM < middle < _CONE_TO else "azimuthal"


def parallels_of(south: float, north: float) -> tuple[float, float]:
    """Return the standard parallels of a cone for two latitudes."""
    inset = (north - south) * _SIXTH
    return south + inset, north - inset


def proj_for(kind: Kind, south: float, north: float) -> Proj:
    """Return the projection of a kind for two latitudes; its longitudes count from its own middle."""
    if kind == "equal-earth":
        return Proj(proj="eqearth", lon_0=0, ellps="WGS84")
    lat = (south + north) / 2
    if kind == "conic":
        lower, upper = parallels_of(south, north)
        return Proj(proj="aea", lon_0=0, lat_0=lat, lat_1=lower, lat_2=upper, ellps="WGS84")
    return Proj(proj="laea", lon_0=0, lat_0=lat, ellps="WGS84")


def forward(proj: Proj, lon: float, degrees: Numbers) -> Numbers:
    """Return metres on the projection (n, 2) of positions within half a turn of its middle ``lon``."""
    return np.column_stack(_forward(proj, lon, degrees))


def sight(aim: Aim, proj: Proj, width: float, height: float) -> Sight:
    """Lay out an aim on a panel (points); what the panel has over is filled with more of the world."""
    metres = max(aim.width / width, aim.height / height)
    whole = Window(aim.lon - _HALF_TURN, -_POLE, aim.lon + _HALF_TURN, _POLE)
    made = Sight(aim.kind, proj, aim.lon, aim.lat, aim.x, aim.y, metres, width, height, whole)
    return Sight(aim.kind, proj, aim.lon, aim.lat, aim.x, aim.y, metres, width, height, _window(made))


def _forward(proj: Proj, lon: float, degrees: Numbers) -> tuple[Numbers, Numbers]:
    # PROJ wraps longitudes: what lies on the edge itself has to stay on its side.
    off = np.clip(degrees[:, 0] - lon, -_HALF_TURN + 1e-9, _HALF_TURN - 1e-9)
    x, y = proj(off, np.clip(degrees[:, 1], -_POLE, _POLE))
    return np.asarray(x), np.asarray(y)


def _window(shown: Sight) -> Window:
    """Find the degrees that a panel shows, from a grid of points on it."""
    across, up = np.meshgrid(np.linspace(0, shown.width, _GRID), np.linspace(0, shown.height, _GRID))
    found = shown.degrees(np.column_stack([across.ravel(), up.ravel()]))
    good = np.isfinite(found).all(axis=1) & (np.abs(found[:, 0] - shown.lon) <= _HALF_TURN)
    if not good.any():
        return shown.window
    west, south = found[good].min(axis=0)
    east, north = found[good].max(axis=0)
    room = 0.02 * max(east - west, north - south)
    full = not good.all() or _pole_shown(shown)
    west, east = (west - room, east + room) if not full else (-np.inf, np.inf)
    south, north = _to_the_pole(shown, south - room, north + room)
    return Window(
        max(float(west), shown.lon - _HALF_TURN), max(float(south), -_POLE),
        min(float(east), shown.lon + _HALF_TURN), min(float(north), _POLE),
    )  # fmt: skip


def _pole_shown(shown: Sight) -> bool:
    poles = np.array([[shown.lon, -_POLE], [shown.lon, _POLE]])
    points = shown.flat(poles)
    return bool(shown.inside(np.where(np.isfinite(points), points, np.inf)).any())


def _to_the_pole(shown: Sight, south: float, north: float) -> tuple[float, float]:
    points = shown.flat(np.array([[shown.lon, -_POLE], [shown.lon, _POLE]]))
    inside = shown.inside(np.where(np.isfinite(points), points, np.inf))
    return (-_POLE if inside[0] else south), (_POLE if inside[1] else north)
