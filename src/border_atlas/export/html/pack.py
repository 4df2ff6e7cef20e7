"""Geometry written small: whole numbers, each as the step from the one before, five bits a letter.

A list of positions becomes one string of letters that mean nothing to HTML, JSON or templates; a third of the
size of plain GeoJSON. ``assets/player-unpack.js`` reads it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import shapely
from shapely.geometry import mapping

from border_atlas.maps.safety import Json

LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_BITS: Final = 5
_MORE: Final = 1 << _BITS


def pack_positions(positions: Iterable[Iterable[float]], decimals: int) -> str:
    """Return longitudes and latitudes (degrees) as letters, rounded to so many decimals."""
    factor = 10**decimals
    letters: list[str] = []
    before = (0, 0)
    for lon, lat, *_height in positions:
        here = (round(lon * factor), round(lat * factor))
        for now, last in zip(here, before, strict=True):
            letters.extend(_letters(now - last))
        before = here
    return "".join(letters)


def _letters(step: int) -> Iterator[str]:
    """Yield a whole number as letters, the low bits first; the sign is the lowest."""
    rest = step << 1 if step >= 0 else (-step << 1) - 1
    while rest >= _MORE:
        yield LETTERS[rest % _MORE + _MORE]
        rest >>= _BITS
    yield LETTERS[rest]


def pack_geometry(geometry: Mapping[str, Any], decimals: int) -> dict[str, Json]:
    """Return a GeoJSON geometry as its type ``t`` and its coordinates ``c``, all lists of positions packed."""
    return {"t": geometry["type"], "c": _pack(geometry["coordinates"], decimals)}


def pack_feature(properties: Mapping[str, Json], geometry: Mapping[str, Any], decimals: int) -> dict[str, Json]:
    """Return a GeoJSON feature as its properties ``p`` and its packed geometry."""
    return {"p": dict(properties)} | pack_geometry(geometry, decimals)


def pack_shape(properties: Mapping[str, Json], shape: shapely.Geometry, decimals: int) -> dict[str, Json]:
    """Do the same for a Shapely geometry."""
    return pack_feature(properties, mapping(shape), decimals)


def _pack(coordinates: Any, decimals: int) -> Json:  # noqa: ANN401  nested as deep as the type of geometry asks
    if isinstance(coordinates[0], int | float):
        return pack_positions([coordinates], decimals)
    if isinstance(coordinates[0][0], int | float):
        return pack_positions(coordinates, decimals)
    return [_pack(part, decimals) for part in coordinates]
