"""Where a map looks: at the frame that somebody chose, or at all that the view holds."""

import math
from dataclasses import replace
from typing import Final

import numpy as np
import shapely
from pyproj import Proj

from border_atlas.domain.bounds import narrowest
from border_atlas.domain.deck import DeckMap
from border_atlas.domain.deck_frame import latitude_of, up_of
from border_atlas.domain.frame import Frame
from border_atlas.domain.view import View
from border_atlas.maps.static.projection import Aim, Kind, Numbers, Sight, forward, kind_for, proj_for, sight

#: Width and height in pixels of the map on which a frame's zoom is understood.
PANE: Final = (1280, 720)
#: Around what a view holds, as a share of its size, and the least that a map shows (metres).
_ROOM: Final = 0.16
_LEAST: Final = 160_000.0
#: What a map without records shows: west, south, east, north.
_WORLD: Final = (-150.0, -56.0, 176.0, 78.0)
#: Latitudes between which a map of the world has land to show; Antarctica is none of our subject.
_LAND: Final = (-58.0, 83.5)
_TILE: Final = 256
_EQUATOR: Final = 40_075_016.69
_TURN: Final = 360.0
#: Nearer to the pole than this a frame's latitudes go on beyond it.
_SAMPLES: Final = 61


def sight_of(wanted: DeckMap, width: float, height: float) -> Sight:
    """Return the sight of a map on a panel of a size in points."""
    aim, proj = frame_aim(wanted.frame) if wanted.frame is not None else view_aim(wanted.view)
    return sight(_off_the_poles(aim, proj, width, height), proj, width, height)


def frame_aim(frame: Frame) -> tuple[Aim, Proj]:
    """Return what a frame shows on a map of the size `PANE`."""
    span = PANE[0] * _TURN / (_TILE * 2**frame.zoom)
    half = PANE[1] / 2 * _TURN / (_TILE * 2**frame.zoom)
    middle = up_of(frame.lat)
    south, north = latitude_of(middle - half), latitude_of(middle + half)
    kind = kind_for(span, south, north)
    proj = proj_for(kind, south, north)
    if kind == "equal-earth":
        return _world_aim(frame.lon, min(span, _TURN) / 2, south, north, proj), proj
    metres = _EQUATOR * math.cos(math.radians(frame.lat)) / (_TILE * 2**frame.zoom)
    x, y = forward(proj, frame.lon, np.array([[frame.lon, frame.lat]]))[0]
    return Aim(kind, frame.lon, frame.lat, float(x), float(y), PANE[0] * metres, PANE[1] * metres), proj


def view_aim(view: View) -> tuple[Aim, Proj]:
    """Return what holds all areas and missions of a view, with some room; without any, the world."""
    positions = _positions(view)
    if len(positions) == 0:
        west, south, east, north = _WORLD
        proj = proj_for("equal-earth", south, north)
        return _world_aim((west + east) / 2, (east - west) / 2, south, north, proj), proj
    west, east = narrowest(positions[:, 0])
    south, north = float(positions[:, 1].min()), float(positions[:, 1].max())
    lon = (west + east) / 2
    kind = kind_for(east - west, south, north)
    proj = proj_for(kind, south, north)
    relative = np.column_stack([(positions[:, 0] - lon + 180) % _TURN - 180 + lon, positions[:, 1]])
    return _fitted(kind, lon, (south + north) / 2, forward(proj, lon, relative)), proj


def _fitted(kind: Kind, lon: float, lat: float, metres: Numbers) -> Aim:
    low, high = metres.min(axis=0), metres.max(axis=0)
    middle, size = (low + high) / 2, np.maximum((high - low) * (1 + _ROOM), _LEAST)
    return Aim(
        kind,
        lon, lat, float(middle[0]), float(middle[1]), float(size[0]), float(size[1]),
    )  # fmt: skip


def _world_aim(lon: float, half: float, south: float, north: float, proj: Proj) -> Aim:
    """Return a part of the world's map: meridians at ``half`` degrees on both sides, and two parallels."""
    up = np.linspace(south, north, _SAMPLES)
    right = forward(proj, lon, np.column_stack([np.full(_SAMPLES, lon + half), up]))
    width = 2 * float(right[:, 0].max())
    low, high = float(right[0, 1]), float(right[-1, 1])
    return Aim("equal-earth", lon, (south + north) / 2, 0.0, (low + high) / 2, width, high - low)


def _off_the_poles(aim: Aim, proj: Proj, width: float, height: float) -> Aim:
    """Move a map of the world up or down, so that less of the panel lies beyond the land."""
    if aim.kind != "equal-earth":
        return aim
    low, high = forward(proj, aim.lon, np.array([[aim.lon, _LAND[0]], [aim.lon, _LAND[1]]]))[:, 1]
    half = max(aim.height, aim.width * height / width) / 2
    y = (low + high) / 2 if high - low < 2 * half else min(max(aim.y, low + half), high - half)
    return replace(aim, y=float(y))


def _positions(view: View) -> Numbers:
    """Return the positions (n, 2) of all that a view holds, in degrees."""
    shapes = np.concatenate([view.areas.geometry.to_numpy(), view.missions.geometry.to_numpy()])
    return np.asarray(shapely.get_coordinates(shapes), dtype=np.float64)
