"""Which names stand on a map, and where: the weightier first, and none upon another or upon a marker."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

import shapely

from border_atlas.maps.static import looks
from border_atlas.maps.static.looks import Sizes
from border_atlas.maps.static.marks import AreaMark, MissionMark
from border_atlas.maps.static.room import Box, Room
from border_atlas.maps.static.text import measure, plain, shortened

Kind = Literal["mission", "area", "country"]
Anchor = Literal["left", "centre", "right"]

_LINE_HEIGHT: Final = 1.2
#: Longest name of an area, as a share of the panel's width; longer ones are cut.
_AREA_SHARE: Final = 0.3
#: Likewise of a mission without an acronym.
_MISSION_SHARE: Final = 0.2
#: Where markers are small, their labels are as well, but not below this share.
_SMALLEST_TEXT: Final = 0.8
#: More areas than this on a map: their names would be all that one sees.
_MOST_AREAS: Final = 9
#: Share of a label that may lie upon a border area's line.
_COVERED: Final = 0.34


@dataclass(frozen=True)
class Label:
    """A name on paper: (``x``, ``y``) is the middle of its left edge, its centre or the middle of its right edge."""

    text: str
    x: float
    y: float
    anchor: Anchor
    kind: Kind
    record: str
    size: float
    bold: bool
    italic: bool
    colour: str
    width: float

    @property
    def height(self) -> float:
        """Height of its line."""
        return self.size * _LINE_HEIGHT

    @property
    def box(self) -> Box:
        """Left, bottom, right, top."""
        left = self.x - self.width * {"left": 0.0, "centre": 0.5, "right": 1.0}[self.anchor]
        return left, self.y - self.height / 2, left + self.width, self.y + self.height / 2


@dataclass(frozen=True)
class CountryName:
    """A country's name, its weight (0 first) and points on paper where it may stand, the best first."""

    text: str
    rank: int
    spots: tuple[tuple[float, float], ...]
    code: str


def place_labels(
    room: Room,
    sizes: Sizes,
    missions: Iterable[MissionMark],
    areas: Iterable[AreaMark],
    countries: Iterable[CountryName],
    width: float,
) -> tuple[Label, ...]:
    """Place as many names as find room: chosen ones, missions, the weightier countries, areas, the others."""
    names = sorted(countries, key=lambda name: name.rank)
    seats = sorted(missions, key=lambda mark: (not mark.chosen, mark.hollow, -mark.weight, mark.label))
    shown = sorted(areas, key=lambda mark: not mark.chosen)
    wanted: list[Iterator[Label]] = [_around_seat(mark, sizes, width) for mark in seats]
    wanted += [_around_country(name, sizes) for name in names if name.rank <= 0]
    if len(shown) <= _MOST_AREAS or any(mark.chosen for mark in shown):
        wanted += [_around_area(mark, sizes, width) for mark in shown if mark.chosen or len(shown) <= _MOST_AREAS]
    wanted += [_around_country(name, sizes) for name in names if name.rank > 0]
    found = [_best(room, candidates) for candidates in wanted]
    return tuple(label for label in found if label is not None)


def _best(room: Room, candidates: Iterator[Label]) -> Label | None:
    """Take the first place that is free of lines, else that with the fewest."""
    best: Label | None = None
    least = _COVERED
    for order, label in enumerate(candidates):
        cost = room.cost(label.box) + order * 0.004
        if cost < least:
            best, least = label, cost
    if best is not None:
        room.take(best.box)
    return best


def _around_seat(mark: MissionMark, sizes: Sizes, width: float) -> Iterator[Label]:
    size = sizes.mission_text * (1.12 if mark.chosen else max(mark.size / sizes.marker, _SMALLEST_TEXT))
    text = shortened(plain(mark.label), size, width * _MISSION_SHARE, bold=True)
    wide = measure(text, size, bold=True)
    gap = mark.size / 2 + 1.6 * sizes.px
    x, y = mark.at
    up = gap + size * 0.5
    places: tuple[tuple[float, float, Anchor], ...] = (
        (x + gap, y, "left"), (x - gap, y, "right"), (x, y + up, "centre"), (x, y - up, "centre"),
        (x + gap * 0.7, y + up * 0.7, "left"), (x + gap * 0.7, y - up * 0.7, "left"),
        (x - gap * 0.7, y + up * 0.7, "right"), (x - gap * 0.7, y - up * 0.7, "right"),
    )  # fmt: skip
    for left, middle, anchor in places:
        yield Label(text, left, middle, anchor, "mission", mark.mission_id, size, True, False, looks.INK, wide)  # noqa: FBT003  bold, upright


def _around_area(mark: AreaMark, sizes: Sizes, width: float) -> Iterator[Label]:
    size = sizes.area_text
    text = shortened(plain(mark.name), size, width * _AREA_SHARE)
    wide = measure(text, size, italic=True)
    for x, y in _anchors(mark):
        gap = (mark.dot or mark.width) + size * 0.75
        side = (mark.dot or mark.width) + 3 * sizes.px
        places: tuple[tuple[float, float, Anchor], ...] = (
            (x, y + gap, "centre"), (x, y - gap, "centre"), (x + side, y, "left"), (x - side, y, "right"),
        )  # fmt: skip
        for left, middle, anchor in places:
            yield Label(text, left, middle, anchor, "area", mark.area_id, size, False, True, mark.colour, wide)  # noqa: FBT003  italic


def _anchors(mark: AreaMark) -> list[tuple[float, float]]:
    """Return points of an area by which its name may stand: its middle, then the quarters of its longest line."""
    if mark.dot:
        return [mark.at]
    longest = max(shapely.get_parts(mark.shapes), key=shapely.length)
    line = longest if shapely.get_dimensions(longest) == 1 else shapely.get_exterior_ring(longest)
    if line is None:
        return [mark.at]
    points = shapely.line_interpolate_point(line, [0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95], normalized=True)
    return [(float(x), float(y)) for x, y in shapely.get_coordinates(points)]


def _around_country(name: CountryName, sizes: Sizes) -> Iterator[Label]:
    size = sizes.country_text(name.rank)
    text = plain(name.text)
    wide = measure(text, size)
    for x, y in name.spots:
        for up in (0.0, 0.6, -0.6):
            yield Label(
                text, x, y + up * size, "centre", "country", name.code, size, False, False,  # noqa: FBT003  plain
                looks.NAME_INK, wide,
            )  # fmt: skip
