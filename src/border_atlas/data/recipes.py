"""The language in which editors say what geometry an area or a boundary line has.

A recipe is one or more parts joined with ``; ``; the geometry is their union. A part is a source
followed by any number of modifiers, which work from left to right.

Sources
-------
``border AAA-BBB``
    The land border that two countries share.
``borders AAA``
    All land borders of a country.
``between AAA BBB …``
    All land borders among the listed countries.
``countries AAA BBB …``
    The land borders of the listed countries, inner and outer ones: states as an outline, never filled.
``coast AAA``
    The coastline of a country.
``territory "Name"``
    A territory that world-atlas or ``territories.csv`` has by that name, as a polygon.
``edge "Name"`` or ``edge "Name" "Other"``
    The land edges of such a territory, or those towards one other territory, as lines.
``area some-id``
    The geometry of a border area (in ``boundary_lines.csv`` only).
``point x y``, ``line x y, x y, …``, ``polygon x y, …``
    Drawn by hand, longitude and latitude in degrees: schematic.

Modifiers
---------
``clip`` or ``clip lon_min lat_min lon_max lat_max``
    Cut to the row's box, or to the given one.
``buffer N``
    Widened by N kilometres on each side.
``side AAA``
    Only what lies in the land of that country.
``outline``
    The edges of polygons, as lines.

Countries are ISO 3166-1 alpha-3 codes in capitals (Kosovo: XKX).
"""

import re
from collections.abc import Callable
from typing import Final

from border_atlas.data.recipe_terms import (
    Area,
    Border,
    Borders,
    Box,
    Buffer,
    Clip,
    Coast,
    Drawn,
    Edge,
    Modifier,
    Outline,
    Part,
    Point,
    Side,
    Source,
    Territory,
)
from border_atlas.errors import RecipeError

_COUNTRY: Final = re.compile(r"[A-Z]{3}")
_MODIFIER: Final = re.compile(r"\s(?=(?:clip|buffer|side|outline)\b)")
_SHAPES: Final = {"point": 1, "line": 2, "polygon": 3}


def parse(recipe: str, *, where: str) -> tuple[Part, ...]:
    """Read a recipe.

    Parameters
    ----------
    recipe
        The text of the ``recipe`` column.
    where
        Id of the row, for messages.

    Raises
    ------
    RecipeError
        If a part is not written as the module's docstring tells.
    """
    texts = [text.strip() for text in recipe.split(";")]
    try:
        return tuple(_part(text) for text in texts)
    except _PartError as fault:
        msg = f"Recipe of '{where}': cannot read '{fault.part}'; right is {fault.right}."
        raise RecipeError(msg) from None


class _PartError(Exception):
    """A part that does not follow the grammar, and what would."""

    def __init__(self, part: str, right: str) -> None:
        super().__init__(part, right)
        self.part = part
        self.right = right


def _part(text: str) -> Part:
    source, *modifiers = _MODIFIER.split(text) if '"' not in text else _split_after_quotes(text)
    return Part(_source(source.strip()), tuple(_modifier(modifier.strip()) for modifier in modifiers))


def _split_after_quotes(text: str) -> list[str]:
    """Split into source and modifiers where a quoted name may itself hold a modifier's word."""
    head, _, tail = text.rpartition('"')
    first, *rest = _MODIFIER.split(tail) if tail else [""]
    return [f'{head}"{first}', *rest]


def _source(text: str) -> Source:
    word, _, rest = text.partition(" ")
    reader = _SOURCES.get(word)
    if reader is None:
        raise _PartError(text, "a part that begins with one of " + ", ".join(sorted(_SOURCES)))
    return reader(text, rest.strip())


def _modifier(text: str) -> Modifier:
    word, *values = text.split()
    if word == "clip" and len(values) in {0, 4}:
        return Clip(_box(text, values)) if values else Clip()
    if word == "buffer" and len(values) == 1 and (width := _number(text, values[0])) > 0:
        return Buffer(width)
    if word == "side" and len(values) == 1:
        return Side(_country(text, values[0]))
    if word == "outline" and not values:
        return Outline()
    right = "'clip', 'clip lon_min lat_min lon_max lat_max', 'buffer N' (N above 0), 'side AAA' or 'outline'"
    raise _PartError(text, right)


def _box(text: str, values: list[str]) -> Box:
    west, south, east, north = (_number(text, value) for value in values)
    if west >= east or south >= north:
        raise _PartError(text, "'clip lon_min lat_min lon_max lat_max' with min below max")
    return west, south, east, north


def _border(text: str, rest: str) -> Border:
    first, dash, second = rest.partition("-")
    if not dash or first == second:
        raise _PartError(text, "'border AAA-BBB' with two countries")
    return Border(_country(text, first), _country(text, second))


def _borders(text: str, rest: str) -> Borders:
    return Borders((_country(text, rest),))


def _countries(text: str, rest: str) -> Borders:
    return Borders(_codes(text, rest, least=1))


def _between(text: str, rest: str) -> Borders:
    return Borders(_codes(text, rest, least=2), inner=True)


def _coast(text: str, rest: str) -> Coast:
    return Coast(_country(text, rest))


def _territory(text: str, rest: str) -> Territory:
    return Territory(*_names(text, rest, most=1))


def _edge(text: str, rest: str) -> Edge:
    return Edge(*_names(text, rest, most=2))


def _area(text: str, rest: str) -> Area:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rest):
        raise _PartError(text, "'area some-id' with an area_id of border_areas.csv")
    return Area(rest)


def _drawn(text: str, rest: str) -> Drawn:
    shape = text.split(" ", 1)[0]
    points = tuple(_point(text, pair) for pair in rest.split(","))
    if len(points) < _SHAPES[shape] or (shape == "point" and len(points) > 1):
        raise _PartError(text, "'point x y', 'line x y, x y, …' (2 or more) or 'polygon x y, …' (3 or more)")
    return Drawn(shape, points)


def _point(text: str, pair: str) -> Point:
    values = pair.split()
    if len(values) != 2:  # noqa: PLR2004  a point has two coordinates
        raise _PartError(text, "longitude and latitude with a space between, points with a comma between")
    x, y = (_number(text, value) for value in values)
    if abs(x) > 180 or abs(y) > 90:  # noqa: PLR2004  the limits of degrees
        raise _PartError(text, "longitude within ±180 and latitude within ±90, in this order")
    return x, y


def _number(text: str, value: str) -> float:
    if not re.fullmatch(r"-?\d+(\.\d+)?", value):
        raise _PartError(text, f"a decimal number instead of '{value}'")
    return float(value)


def _country(text: str, value: str) -> str:
    if not _COUNTRY.fullmatch(value):
        raise _PartError(text, f"a code of three capitals (ISO 3166-1 alpha-3) instead of '{value}'")
    return value


def _codes(text: str, rest: str, *, least: int) -> tuple[str, ...]:
    codes = tuple(_country(text, value) for value in rest.split())
    if len(codes) < least or len(set(codes)) < len(codes):
        raise _PartError(text, f"{least} or more different codes with spaces between")
    return codes


def _names(text: str, rest: str, *, most: int) -> list[str]:
    names = re.findall(r'"([^";]+)"', rest)
    if rest != " ".join(f'"{name}"' for name in names) or not 1 <= len(names) <= most:
        raise _PartError(text, 'a name in double quotes, as in territory "Cyprus U.N. Buffer Zone"')
    return names


_SOURCES: Final[dict[str, Callable[[str, str], Source]]] = {
    "border": _border,
    "borders": _borders,
    "between": _between,
    "countries": _countries,
    "coast": _coast,
    "territory": _territory,
    "edge": _edge,
    "area": _area,
    "point": _drawn,
    "line": _drawn,
    "polygon": _drawn,
}
