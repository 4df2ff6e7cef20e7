"""The base map inside the document: the whole world coarse, and the parts that slides look at in detail."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import shapely
from shapely.geometry import box as box_of
from shapely.geometry import shape

from border_atlas.config import WEB_LAYERS
from border_atlas.domain.bounds import Bounds
from border_atlas.errors import DatasetError
from border_atlas.export.html.frames import around, zoom_of
from border_atlas.export.html.pack import pack_feature, pack_shape
from border_atlas.maps.atlas_map import layer_files
from border_atlas.maps.safety import Json

COARSE: Final = 2
FINE: Final = 3
#: From this zoom on a slide's surroundings come in detail; the browser changes over at 6, larger screens earlier.
DETAIL_FROM: Final = 4.5
#: Room around a slide's box, as a share of its size, that is detailed too, for looking around.
_ROOM: Final = 0.5
#: What the water that hides the coarse land is smaller than the detail, in degrees; without it a seam would show.
_OVERLAP: Final = 0.05

Layer = Mapping[str, Any]


@cache
def web_layer(name: str, folder: Path = WEB_LAYERS) -> Layer:
    """Return a browser layer of the app as GeoJSON.

    Raises
    ------
    DatasetError
        If the layer is missing or not JSON.
    """
    try:
        layer: Layer = json.loads((folder / layer_files(folder)[name]).read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError) as error:
        msg = f"The map layer {name!r} in {folder.name}/ cannot be read ({error}); run `python -m border_atlas build`."
        raise DatasetError(msg) from error
    return layer


@cache
def coarse_layers() -> dict[str, Json]:
    """Return land, boundaries and labels of the world, packed."""
    decimals = {"land": COARSE, "boundaries": COARSE, "labels": FINE}
    return {
        name: {
            "d": digits,
            "f": [pack_feature(_lean(one), one["geometry"], digits) for one in web_layer(name)["features"]],
        }
        for name, digits in decimals.items()
    }


def detail_layers(boxes: Sequence[Bounds], most: int) -> dict[str, Json]:
    """Return land and boundaries in detail around the boxes that slides look at, packed.

    Parameters
    ----------
    boxes
        What each map shows (west, south, east, north; degrees). Those of a large part of the world are left out.
    most
        Characters to keep below; as many of the widest boxes as need be are left out for it.
    """
    near = sorted((box for box in set(boxes) if zoom_of(box) >= DETAIL_FROM), key=zoom_of, reverse=True)
    while near:
        merged = apart([_with_room(box) for box in near])
        found: dict[str, Json] = {"land-detail": _land(merged), "boundaries-detail": _lines(merged)}
        if len(json.dumps(found)) <= most:
            return found
        near.pop()
    return {}


def apart(boxes: Sequence[Bounds]) -> list[Bounds]:
    """Join boxes that touch into the box around them, until none touches another."""
    done: list[Bounds] = []
    for box in boxes:
        joined = box
        while touching := [other for other in done if _touch(joined, other)]:
            done = [other for other in done if other not in touching]
            joined = around([joined, *touching])
        done.append(joined)
    return done


def _touch(one: Bounds, other: Bounds) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _with_room(box: Bounds) -> Bounds:
    west, south, east, north = box
    wide, high = (east - west) * _ROOM, (north - south) * _ROOM
    return west - wide, max(south - high, -90.0), east + wide, min(north + high, 90.0)


def _lean(feature: Layer) -> dict[str, Json]:
    """Return the properties that drawing needs."""
    return {key: value for key, value in feature["properties"].items() if key in {"s", "n", "r"}}


@cache
def _shapes(name: str) -> tuple[tuple[Layer, shapely.Geometry], ...]:
    return tuple((feature, shape(feature["geometry"])) for feature in web_layer(name)["features"])


def _land(boxes: Sequence[Bounds]) -> Json:
    """Return fine land within the boxes; water in them hides the coarse land first."""
    parts = [
        part
        for box in boxes
        for _feature, land in _shapes("land-detail")
        for part in shapely.get_parts(shapely.clip_by_rect(land, *box))
        if part.geom_type == "Polygon" and not part.is_empty
    ]
    water = [
        [west + _OVERLAP, south + _OVERLAP, east - _OVERLAP, north - _OVERLAP] for west, south, east, north in boxes
    ]
    return {"d": FINE, "boxes": water, "f": [pack_shape({}, part, FINE) for part in parts]}


def _lines(boxes: Sequence[Bounds]) -> Json:
    """Return fine lines within the boxes, and what is left of the coarse ones that they cut.

    Lines must not lie upon each other: the dashes of one would fill the gaps of the other.
    """
    window = shapely.union_all([box_of(*box) for box in boxes])
    shapely.prepare(window)
    fine = [(feature, line & window) for feature, line in _shapes("boundaries-detail") if window.intersects(line)]
    cut = [number for number, (_feature, line) in enumerate(_shapes("boundaries")) if window.intersects(line)]
    coarse = _shapes("boundaries")
    rest = [(coarse[number][0], coarse[number][1] - window) for number in cut]
    pieces = [
        (feature, line) for feature, line in (*rest, *fine) if line.geom_type in {"LineString", "MultiLineString"}
    ]
    return {
        "d": FINE,
        "cut": cut,
        "f": [pack_shape(_lean(feature), line, FINE) for feature, line in pieces if not line.is_empty],
    }
