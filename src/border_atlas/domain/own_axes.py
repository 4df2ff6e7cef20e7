"""Finds the columns that hold longitude and latitude, by their names and by their values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.own_cells import Floats, text_of
from border_atlas.domain.own_degrees import WRONG_AXIS, read_degrees
from border_atlas.domain.own_pairs import Order, Pairs, read_pairs
from border_atlas.domain.own_places import share_in_countries
from border_atlas.domain.own_words import COORDINATES, LATITUDE, LONGITUDE, X, Y, names

Samples = Mapping[str, "pd.Series[Any]"]

#: Shares of a column's cells from which on it is what it seems, nearly all of it is, or next to nothing is.
_MOST: Final = 0.6
_NEARLY_ALL: Final = 0.8
_HARDLY_ANY: Final = 0.2
#: Cells that are read before a column is looked at in full; fewer records than the second prove nothing.
_GLANCE: Final = 20
_FEW: Final = 3
#: Decimals that a coordinate has and a price or percentage has not.
_DECIMALS: Final = 3
#: Numbers beyond this are metres rather than degrees.
_METRES: Final = 1000.0
_SHOWN: Final = 60


class Axes(NamedTuple):
    """Where the coordinates stand, and why."""

    longitude: str | None = None
    latitude: str | None = None
    coordinates: str | None = None
    order: Order = "lat-lon"
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class _Column:
    """A column read as degrees; ``strength`` 2: its name says so, 1: it may; the letters' shares for each axis."""

    name: str
    strength: int
    degrees: Floats
    read: float
    as_lat: float
    as_lon: float


def find_axes(samples: Samples, dataset: Dataset, expected: Sequence[str] | None = None) -> Axes:
    """Find longitude and latitude among samples of the same rows; ``expected`` are the rows' countries, if known."""
    lon = _best([_column(samples, name, LONGITUDE, X) for name in samples])
    lat = _best([_column(samples, name, LATITUDE, Y) for name in samples], but=lon.name if lon else None)
    if lon and lat:
        return _by_name(lon, lat, dataset, expected)
    return _in_one(samples, dataset, expected) or _by_values(samples, dataset, expected) or Axes()


def quoted(name: str) -> str:
    """Give a column's name in quotes, cut if it is long."""
    return f"‘{name if len(name) <= _SHOWN else name[: _SHOWN - 1] + '…'}’"


def _column(samples: Samples, name: str, sure: frozenset[str], likely: frozenset[str]) -> _Column | None:
    strength = 2 if names(name, sure) else 1 if names(name, likely) else 0
    return _read(samples[name], name, strength) if strength else None


def _read(cells: "pd.Series[Any]", name: str, strength: int) -> _Column:
    # Cells of the other axis are read as well: the letter tells that the columns are exchanged.
    as_lon, as_lat = read_degrees(cells, "lon"), read_degrees(cells, "lat")
    filled = max(int((~as_lon.empty).sum()), 1)
    return _Column(
        name=name,
        strength=strength,
        degrees=as_lon.numbers,
        read=float(np.isfinite(as_lon.numbers).sum()) / filled,
        as_lat=float((as_lon.faults == WRONG_AXIS).sum()) / filled,
        as_lon=float((as_lat.faults == WRONG_AXIS).sum()) / filled,
    )


def _best(columns: Sequence[_Column | None], but: str | None = None) -> _Column | None:
    fitting = [one for one in columns if one and one.read >= _MOST and one.name != but]
    return max(fitting, key=lambda one: (one.strength, one.read), default=None)


def _by_name(lon: _Column, lat: _Column, dataset: Dataset, expected: Sequence[str] | None) -> Axes:
    if min(lon.strength, lat.strength) == 1 and _in_metres(lon, lat):
        reason = (
            f"{quoted(lon.name)} and {quoted(lat.name)} hold numbers far beyond 180, perhaps metres of a projected "
            "system: give degrees (WGS 84), or a file that names its system."
        )
        return Axes(reasons=(reason,))
    why = _exchanged(lon, lat, dataset, expected)
    if why:
        reason = f"{quoted(lat.name)} and {quoted(lon.name)} seem to be exchanged: {why}."
        return Axes(lat.name, lon.name, reasons=(reason,))
    reason = f"Longitude is in {quoted(lon.name)} and latitude in {quoted(lat.name)}, by their names."
    return Axes(lon.name, lat.name, reasons=(reason,))


def _in_metres(lon: _Column, lat: _Column) -> bool:
    return all(float(np.nanmedian(np.abs(one.degrees))) > _METRES for one in (lon, lat))


def _exchanged(lon: _Column, lat: _Column, dataset: Dataset, expected: Sequence[str] | None) -> str:
    """Say why two columns must be exchanged; an empty string: they need not."""
    if lon.as_lat > _MOST and lat.as_lon > _MOST:
        return "the letters for north, south, east and west say so"
    both = np.isfinite(lon.degrees) & np.isfinite(lat.degrees)
    first, second = lon.degrees[both], lat.degrees[both]
    if not len(first):
        return ""
    beyond = int((np.abs(second) > 90).sum())  # noqa: PLR2004  degrees
    # One slip of the pen among three records must not exchange what the names say.
    proved = beyond >= _FEW or beyond > len(second) / 2
    if proved and _fit(first, second) < _NEARLY_ALL and _fit(second, first) > 1 - _HARDLY_ANY / 2:
        return f"{beyond} of {len(first)} latitudes looked at lie beyond 90"
    countries = [code for code, kept in zip(expected, both, strict=True) if kept] if expected else None
    here = share_in_countries(dataset, first, second, countries)
    there = share_in_countries(dataset, second, first, countries)
    if len(first) >= _FEW and here <= _HARDLY_ANY and there >= _NEARLY_ALL:
        whose = "the countries that the records name" if countries else "the countries of the dataset"
        return f"as named {here:.0%} of the records looked at lie in {whose}, exchanged {there:.0%}"
    return ""


def _fit(lon: Floats, lat: Floats) -> float:
    return float(((np.abs(lon) <= 180) & (np.abs(lat) <= 90)).mean())  # noqa: PLR2004  degrees


def _in_one(samples: Samples, dataset: Dataset, expected: Sequence[str] | None) -> Axes | None:
    """Find a column that holds both coordinates."""
    found: list[tuple[bool, str]] = []
    for name, cells in samples.items():
        texts = cells[[isinstance(cell, str) and text_of(cell) != "" for cell in cells.tolist()]]
        if len(texts) and _read_share(read_pairs(texts.iloc[:_GLANCE], "lat-lon")) >= _MOST:
            found.append((names(name, COORDINATES), name))
    if not found:
        return None
    name = max(found, key=lambda one: one[0])[1]
    order, why = _order(name, read_pairs(samples[name], "lat-lon"), dataset, expected)
    return Axes(coordinates=name, order=order, reasons=(f"{quoted(name)} holds both coordinates{why}.",))


def _read_share(pairs: Pairs) -> float:
    return float(np.isfinite(pairs.lon).mean()) if len(pairs.lon) else 0.0


def _order(name: str, pairs: Pairs, dataset: Dataset, expected: Sequence[str] | None) -> tuple[Order, str]:
    """Tell which coordinate comes first where neither letters nor the form tell it."""
    unsure = ~pairs.sure & np.isfinite(pairs.lon)
    if not unsure.any():
        return "lat-lon", ", with letters or in a form that tell which is which"
    first, second = pairs.lat[unsure], pairs.lon[unsure]
    if _fit(second, first) < _NEARLY_ALL and _fit(first, second) > _fit(second, first):
        return "lon-lat", ", longitude first: many first numbers lie beyond 90"
    countries = [code for code, kept in zip(expected, unsure, strict=True) if kept] if expected else None
    lat_first = share_in_countries(dataset, second, first, countries)
    lon_first = share_in_countries(dataset, first, second, countries)
    if lat_first <= _HARDLY_ANY and lon_first >= _NEARLY_ALL:
        return "lon-lat", f", longitude first: so {lon_first:.0%} of them lie in countries of the dataset"
    folded = name.casefold()
    if 0 <= folded.find("lon") < folded.find("lat"):
        return "lon-lat", ", longitude first, as its name says"
    return "lat-lon", ", latitude first"


def _by_values(samples: Samples, dataset: Dataset, expected: Sequence[str] | None) -> Axes | None:
    """Find two neighbouring columns that can hardly be anything but coordinates."""
    columns = [_read(cells, name, 0) for name, cells in samples.items() if _like_degrees(cells)]
    fitting = [one for one in columns if one.read >= _NEARLY_ALL and np.nanmax(np.abs(one.degrees)) <= 180]  # noqa: PLR2004
    for first, second in pairwise(fitting):
        both = np.isfinite(first.degrees) & np.isfinite(second.degrees)
        if both.sum() < _FEW:
            continue
        lat, lon = _lat_and_lon(first, second, dataset, expected)
        if lat and lon:
            reason = (
                f"{quoted(lat.name)} and {quoted(lon.name)} look like latitude and longitude by their values; "
                "their names do not say so."
            )
            return Axes(lon.name, lat.name, reasons=(reason,))
    return None


def _like_degrees(cells: "pd.Series[Any]") -> bool:
    texts = [text_of(cell) for cell in cells.tolist()[:_GLANCE]]
    shown = [text for text in texts if text]
    decimals = [len(text.replace(",", ".").rpartition(".")[2]) for text in shown if "." in text or "," in text]
    exact = sum(number >= _DECIMALS for number in decimals) + sum("°" in text for text in shown)
    return len(shown) > 0 and exact / len(shown) >= _MOST


def _lat_and_lon(
    first: _Column, second: _Column, dataset: Dataset, expected: Sequence[str] | None
) -> tuple[_Column, _Column] | tuple[None, None]:
    if first.as_lon > _MOST or second.as_lat > _MOST:
        return second, first
    if first.as_lat > _MOST or second.as_lon > _MOST:
        return first, second
    both = np.isfinite(first.degrees) & np.isfinite(second.degrees)
    countries = [code for code, kept in zip(expected, both, strict=True) if kept] if expected else None
    lat_first = share_in_countries(dataset, second.degrees[both], first.degrees[both], countries)
    lon_first = share_in_countries(dataset, first.degrees[both], second.degrees[both], countries)
    if max(lat_first, lon_first) < _NEARLY_ALL:
        return None, None
    return (first, second) if lat_first >= lon_first else (second, first)
