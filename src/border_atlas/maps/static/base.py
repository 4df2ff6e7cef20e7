"""Land, boundary lines and country names of the base map, as fine as a picture needs them, cut and projected."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt
import shapely

from border_atlas.config import GEODATA, WEB_LAYERS
from border_atlas.data.load import load_boundaries, load_land
from border_atlas.errors import DatasetError
from border_atlas.maps.atlas_map import layer_files
from border_atlas.maps.static.projection import Sight, Window

Shapes = npt.NDArray[np.object_]
Level = Literal["world", "region", "near"]

#: Up to how many degrees of latitude a point on paper may stand for, from fine to coarse.
_NEAR_TO: Final = 0.006
_REGION_TO: Final = 0.06
_METRES_PER_DEGREE: Final = 111_320.0
_TURN: Final = 360.0
#: A straight edge bends on paper: it is cut into pieces of this share of the window.
_PIECES: Final = 60
#: What is thinned out lies nearer than this to its line (points): less than anybody sees in print.
_THIN: Final = 0.08


@dataclass(frozen=True, eq=False)
class Layer:
    """Shapes in degrees, their boxes (n, 4), and a word for each: a line's status, a country's code."""

    shapes: Shapes
    boxes: npt.NDArray[np.float64]
    words: tuple[str, ...]


def level_of(shown: Sight) -> Level:
    """Say how fine the base has to be."""
    degrees = shown.metres / _METRES_PER_DEGREE
    if degrees > _REGION_TO:
        return "world"
    return "region" if degrees > _NEAR_TO else "near"


def land(level: Level) -> Layer:
    """Return the land without inner borders."""
    if level == "near":
        path = GEODATA / "countries.geojson"
        return _joined_land(path, _stamp(path))
    path = _web("land" if level == "world" else "land-detail")
    return _land(path, _stamp(path))


def lines(level: Level) -> Layer:
    """Return the boundary lines with their status."""
    if level == "near":
        path = GEODATA / "boundaries.geojson"
        return _full_lines(path, _stamp(path))
    path = _web("boundaries" if level == "world" else "boundaries-detail")
    return _web_lines(path, _stamp(path))


def countries() -> Layer:
    """Return each country's land, part by part, with its code; in full detail."""
    path = GEODATA / "countries.geojson"
    return _countries(path, _stamp(path))


def names() -> dict[str, tuple[float, float]]:
    """Return where the web map writes each country's label, in degrees."""
    path = _web("labels")
    return _names(path, _stamp(path))


def cut(shapes: Shapes, boxes: npt.NDArray[np.float64], window: Window) -> tuple[Shapes, npt.NDArray[np.intp]]:
    """Cut shapes to a window that may reach beyond 180°; return the pieces and where each comes from."""
    pieces: list[Shapes] = []
    origins: list[npt.NDArray[np.intp]] = []
    for turn in (-_TURN, 0.0, _TURN):
        west, east = window.west - turn, window.east - turn
        met = _meet(boxes, west, window.south, east, window.north)
        if not met.any():
            continue
        found = shapes[met]
        over = ~_within(boxes[met], west, window.south, east, window.north)
        found[over] = shapely.intersection(found[over], shapely.box(west, window.south, east, window.north))
        pieces.append(shapely.transform(found, lambda at, by=turn: at + np.array([by, 0.0])) if turn else found)
        origins.append(np.flatnonzero(met))
    if not pieces:
        return np.array([], dtype=object), np.array([], dtype=np.intp)
    parts, index = shapely.get_parts(np.concatenate(pieces), return_index=True)
    from_shape = np.concatenate(origins)[index]
    # Where a shape only touches the edge of the window, a point or a line without length is left.
    kept = shapely.get_dimensions(parts) == shapely.get_dimensions(shapes)[from_shape]
    kept &= (shapely.length(parts) > 0) | (shapely.get_dimensions(parts) == 0)
    return parts[kept], from_shape[kept]


def on_paper(shapes: Shapes, shown: Sight) -> Shapes:
    """Project shapes that were cut to the sight's window; longitudes count on beyond 180°."""
    size = max(shown.window.east - shown.window.west, shown.window.north - shown.window.south)
    bent = shapely.segmentize(shapes, size / _PIECES)
    flat = shapely.transform(bent, shown.flat)
    # Polygons too small to be seen may vanish, closed lines must not shrink to a point.
    polygons = shapely.get_dimensions(flat) == 2  # noqa: PLR2004  the plane has two dimensions
    thin = np.asarray(flat, dtype=object)
    thin[polygons] = shapely.simplify(flat[polygons], _THIN, preserve_topology=False)
    thin[~polygons] = shapely.simplify(flat[~polygons], _THIN)
    return thin


def boxes_of(shapes: Shapes) -> npt.NDArray[np.float64]:
    """Return the boxes (n, 4) of shapes."""
    return np.asarray(shapely.bounds(shapes), dtype=np.float64).reshape(-1, 4)


def _meet(
    boxes: npt.NDArray[np.float64], west: float, south: float, east: float, north: float
) -> npt.NDArray[np.bool_]:
    met: npt.NDArray[np.bool_] = (boxes[:, 0] <= east) & (boxes[:, 2] >= west)
    return met & (boxes[:, 1] <= north) & (boxes[:, 3] >= south)


def _within(
    boxes: npt.NDArray[np.float64], west: float, south: float, east: float, north: float
) -> npt.NDArray[np.bool_]:
    inside: npt.NDArray[np.bool_] = (boxes[:, 0] >= west) & (boxes[:, 2] <= east)
    return inside & (boxes[:, 1] >= south) & (boxes[:, 3] <= north)


def _web(name: str) -> Path:
    return WEB_LAYERS / layer_files()[name]


def _stamp(path: Path) -> int:
    """Return what tells a file from a later one of the same name."""
    try:
        return path.stat().st_mtime_ns
    except OSError as error:
        raise _missing(path, error) from error


def _missing(path: Path, error: Exception) -> DatasetError:
    return DatasetError(f"{path.name} cannot be read ({error}); run `python -m border_atlas build`.")


def _features(path: Path) -> list[dict[str, Any]]:
    try:
        return list(json.loads(path.read_text(encoding="utf-8"))["features"])
    except (OSError, ValueError, KeyError) as error:
        raise _missing(path, error) from error


@lru_cache(maxsize=4)
def _land(path: Path, _stamp: int) -> Layer:
    parts = shapely.get_parts(shapely.from_geojson(path.read_text(encoding="utf-8")))
    return _layer(parts, ("",) * len(parts))


@lru_cache(maxsize=2)
def _joined_land(path: Path, stamp: int) -> Layer:
    parts = shapely.get_parts(shapely.coverage_union_all(_countries(path, stamp).shapes))
    return _layer(parts, ("",) * len(parts))


@lru_cache(maxsize=4)
def _web_lines(path: Path, _stamp: int) -> Layer:
    found = _features(path)
    shapes = shapely.from_geojson([json.dumps(one["geometry"]) for one in found])
    return _layer(shapes, tuple(str(one["properties"]["s"]) for one in found))


@lru_cache(maxsize=2)
def _full_lines(path: Path, _stamp: int) -> Layer:
    frame = load_boundaries(path.parent)
    return _layer(frame.geometry.to_numpy(), tuple(frame["line_status"]))


@lru_cache(maxsize=2)
def _countries(path: Path, _stamp: int) -> Layer:
    frame = load_land(path.parent)
    parts, index = shapely.get_parts(frame.geometry.to_numpy(), return_index=True)
    codes = frame["iso3"].to_numpy()[index]
    return _layer(parts, tuple(codes))


@lru_cache(maxsize=2)
def _names(path: Path, _stamp: int) -> dict[str, tuple[float, float]]:
    return {one["properties"]["n"]: tuple(one["geometry"]["coordinates"]) for one in _features(path)}


def _layer(shapes: Shapes, words: tuple[str, ...]) -> Layer:
    return Layer(np.asarray(shapes, dtype=object), boxes_of(shapes), words)
