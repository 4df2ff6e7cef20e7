"""Reads both coordinates from one cell: "48.2, 16.4", "48,2; 16,4", 48°12'N 16°22'E, POINT (16.4 48.2)."""

import re
from collections.abc import Iterator
from typing import Any, Final, Literal, NamedTuple

import numpy as np
import pandas as pd

from border_atlas.domain.own_cells import Flags, Floats, Objects, each_text, texts_of
from border_atlas.domain.own_degrees import UNREAD, Degree, meaning_of_o, read_tidy, tidy

Order = Literal["lat-lon", "lon-lat"]

_MOST: Final = 160
_WKT: Final = re.compile(
    r"(?:srid ?= ?[0-9]{1,6} ?; ?)?point ?z? ?\( ?([-+0-9.e]{1,40}) ([-+0-9.e]{1,40})(?: [-+0-9.e]{1,40})? ?\)",
    re.IGNORECASE,
)
_GEO: Final = re.compile(r"geo: ?([-+0-9.]{1,40}) ?, ?([-+0-9.]{1,40})(?:,[-+0-9.]{1,40})?(?:;.{0,60})?", re.IGNORECASE)
_LETTER: Final = re.compile(r"[NSEWO]", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"[(\[{] ?(.*?) ?[)\]}]")
_NAMED: Final = re.compile(r"\b(?:latitude|longitude|lat|lon|long|lng)\b\.? ?[:=]? ?", re.IGNORECASE)
#: Two numbers with a decimal comma each, and a comma between.
_FOUR: Final = 4


class Pair(NamedTuple):
    """Two coordinates and what is wrong; ``sure`` if letters or the form tell which is which."""

    lon: float
    lat: float
    fault: str
    sure: bool


class Pairs(NamedTuple):
    """A column of coordinate pairs: values, what is wrong with each cell, and which cells are empty."""

    lon: Floats
    lat: Floats
    faults: Objects
    empty: Flags
    sure: Flags


_NONE: Final = Pair(np.nan, np.nan, UNREAD, sure=False)


def read_pair(text: str, order: Order, *, east_is_o: bool | None = None) -> Pair:
    """Read one pair; ``order`` counts where neither letters nor the form tell it."""
    if len(text) > _MOST:
        return _NONE
    plain = tidy(text)
    fixed = _fixed(plain)
    if fixed:
        return fixed
    bracketed = _BRACKETS.fullmatch(plain)
    named = _NAMED.search(plain)
    plain = _NAMED.sub("", bracketed[1] if bracketed else plain)
    fault = UNREAD
    for parts in _halves(plain):
        first, second = (read_tidy(part, east_is_o=east_is_o) for part in parts)
        if not first.fault and not second.fault and not (first.axis and first.axis == second.axis):
            return _ordered(first, second, _named_order(named, order), sure=named is not None)
        fault = _telling(first, second, fault)
    return _NONE._replace(fault=fault)


def read_pairs(cells: "pd.Series[Any]", order: Order) -> Pairs:
    """Read a column of pairs, each different text once."""
    texts = texts_of(cells, na=True)
    east = meaning_of_o(texts.texts)
    read = each_text(texts, lambda text: read_pair(text, order, east_is_o=east), _NONE._replace(fault=""))
    lon, lat, faults, sure = zip(*read, strict=True) if len(read) else ((), (), (), ())
    told = np.empty(len(read), dtype=object)
    told[:] = faults
    return Pairs(
        np.array(lon, dtype=np.float64), np.array(lat, dtype=np.float64), told, texts.codes < 0, np.array(sure, bool)
    )


def _fixed(text: str) -> Pair | None:
    """Read the forms whose order is laid down."""
    wkt, geo = _WKT.fullmatch(text), _GEO.fullmatch(text)
    try:
        if wkt:
            return Pair(float(wkt[1]), float(wkt[2]), "", sure=True)
        if geo:
            return Pair(float(geo[2]), float(geo[1]), "", sure=True)
    except ValueError:
        return _NONE
    return None


def _named_order(named: "re.Match[str] | None", order: Order) -> Order:
    if not named:
        return order
    return "lat-lon" if named[0].casefold().startswith("lat") else "lon-lat"


def _ordered(first: Degree, second: Degree, order: Order, *, sure: bool) -> Pair:
    axis = first.axis or {"lat": "lon", "lon": "lat", "": ""}[second.axis] or order[:3]
    lat, lon = (first, second) if axis == "lat" else (second, first)
    return Pair(lon.value, lat.value, "", sure=sure or bool(first.axis or second.axis))


def _telling(first: Degree, second: Degree, before: str) -> str:
    """Keep the fault that says most."""
    told = [one.fault for one in (first, second) if one.fault not in {"", UNREAD}]
    return told[0] if told and before == UNREAD else before


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """Yield the ways in which a text can be two coordinates, the surest first."""
    for sign in (";", "|", "/", ", ", " - "):
        if sign in text:
            yield from _two(text.split(sign))
    commas = text.split(",")
    # "48,2" alone is one number with a decimal comma, not two.
    if not re.fullmatch(r"[+-]?[0-9]+,[0-9]+", text):
        yield from _two(commas)
    if len(commas) == _FOUR:
        yield ",".join(commas[:2]), ",".join(commas[2:])
    yield from _by_letters(text)
    words = text.split(" ")
    if len(words) in {2, 4, 6}:
        yield " ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])


def _two(parts: list[str]) -> Iterator[tuple[str, str]]:
    if len(parts) == 2:  # noqa: PLR2004  a pair
        yield parts[0].strip(), parts[1].strip()


def _by_letters(text: str) -> Iterator[tuple[str, str]]:
    places = [found.start() for found in _LETTER.finditer(text)]
    if len(places) == 2:  # noqa: PLR2004  a letter for each coordinate
        yield text[: places[0] + 1].strip(" ,"), text[places[0] + 1 :].strip(" ,")
        yield text[: places[1]].strip(" ,"), text[places[1] :].strip(" ,")
