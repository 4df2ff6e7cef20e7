"""Border areas, headquarters and links as marks on paper: where, in which colour, how wide, in which shape."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
import shapely

from border_atlas.domain.deck import DeckMap
from border_atlas.domain.derived import links_of
from border_atlas.maps import styles
from border_atlas.maps.static import base, looks
from border_atlas.maps.static.base import Shapes
from border_atlas.maps.static.crowd import spread
from border_atlas.maps.static.looks import Sizes
from border_atlas.maps.static.projection import Numbers, Sight
from border_atlas.model import MissionStatus, Organisation

#: Below this size (pixels) an area is drawn as a dot, so that it stays legible.
_SMALL: Final = 9
#: With more headquarters than this, markers grow smaller, but not below this share.
_MANY: Final = 40
_SMALLEST: Final = 0.62
_BEND: Final = 0.15
_STEPS: Final = 25


@dataclass(frozen=True, eq=False)
class AreaMark:
    """A border area: ``shapes`` on paper, or a dot at ``at`` if ``dot`` (its radius) is above 0."""

    area_id: str
    name: str
    display: str
    status: str
    colour: str
    width: float
    shapes: Shapes
    at: tuple[float, float]
    dot: float
    chosen: bool

    @property
    def is_filled(self) -> bool:
        """Whether it has a fill."""
        return self.display in {"zone", "area"} and not self.dot

    @property
    def has_dash(self) -> bool:
        """Whether its line carries the dash of its status."""
        return self.display == "line" and not self.dot and bool(looks.dash_of(self.status))

    @property
    def is_stroked(self) -> bool:
        """Whether it has an outline; zones of work have none."""
        return not self.dot and (self.display != "zone" or self.chosen)


@dataclass(frozen=True)
class MissionMark:
    """A headquarters: ``place`` is where it is, ``at`` where it is drawn so that it hides no other."""

    mission_id: str
    label: str
    organisation: str
    colour: str
    shape: str
    hollow: bool
    chosen: bool
    weight: int
    size: float
    place: tuple[float, float]
    at: tuple[float, float]


def area_marks(wanted: DeckMap, shown: Sight, sizes: Sizes) -> tuple[AreaMark, ...]:
    """Return the areas that the sight holds, in the order in which they are drawn, the chosen one last."""
    areas = wanted.view.areas
    if areas.empty:
        return ()
    geometry = areas.geometry.to_numpy()
    parts, origins = base.cut(geometry, base.boxes_of(geometry), shown.window)
    flat = base.on_paper(parts, shown)
    panel = shapely.box(0, 0, shown.width, shown.height)
    seen = shapely.intersects(flat, panel)
    colours = area_colours(wanted)
    dot = crowd_factor(len(wanted.view.missions)) if shown.kind == "equal-earth" else 1.0
    marks = [
        _area_mark(wanted, row, colours[row.Index], flat[(origins == at) & seen], sizes, dot)
        for at, row in enumerate(areas.itertuples())
        if (seen & (origins == at)).any()
    ]
    # Where two follow the same border, the narrower lies on the wider, so that both are seen.
    return tuple(sorted(marks, key=lambda mark: (mark.chosen, mark.display != "outline", -mark.width)))


def area_colours(wanted: DeckMap) -> dict[int, str]:
    """Return the colour of each area shown, by its row in the Dataset."""
    return {row: colour for row, _, colour in area_groups(wanted)}


def area_groups(wanted: DeckMap) -> Iterator[tuple[int, str, str]]:
    """Give each area shown by its row in the Dataset, with the label and colour of its group."""
    view = wanted.view
    by = view.selection.colour_by
    order = [str(key) for key in (styles.FAMILY_ORDER if by == "family" else styles.ORGANISATION_ORDER)]
    palette = styles.palettes()[by]
    leading = view.area_counts[f"leading_{by}"]
    for row, area_id in zip(view.areas.index, view.areas["area_id"], strict=True):
        if wanted.states is not None and int(row) in wanted.states:
            colour, label = styles.COVERAGE_LOOKS[wanted.states[int(row)]]
            yield int(row), label, colour
            continue
        value = str(leading.loc[area_id])
        # The last colour is that of areas without an activity.
        look = palette[order.index(value) if value in order else len(order)]
        yield int(row), look["label"], look["colour"]


def mission_marks(
    wanted: DeckMap, shown: Sight, sizes: Sizes, areas: tuple[AreaMark, ...] = ()
) -> tuple[MissionMark, ...]:
    """Return the headquarters that the sight holds, off each other and off dots of areas; the chosen one last."""
    missions, counts = wanted.view.missions, wanted.view.mission_counts
    if missions.empty:
        return ()
    places = shown.points(np.asarray(shapely.get_coordinates(missions.geometry.to_numpy()), dtype=np.float64))
    kept = np.flatnonzero(shown.inside(places, margin=sizes.marker / 3) & np.isfinite(places).all(axis=1))
    rows = missions.iloc[kept].to_dict("records")
    chosen = [row["mission_id"] == wanted.view.selection.mission for row in rows]
    smaller = crowd_factor(len(kept))
    diameters = np.array([sizes.chosen if one else sizes.marker * smaller for one in chosen])
    dots = np.array([(*mark.at, mark.dot) for mark in areas if mark.dot]).reshape(-1, 3)
    spots = spread(places[kept], diameters, (shown.width, shown.height), dots)
    marks = [
        _mission_mark(row, counts, place, at, is_chosen=is_chosen, size=float(size))
        for row, place, at, is_chosen, size in zip(rows, places[kept], spots, chosen, diameters, strict=True)
    ]
    return tuple(sorted(marks, key=lambda mark: mark.chosen))


def crowd_factor(number: int) -> float:
    """Return by how much so many marks have to be smaller."""
    return min(max(math.sqrt(_MANY / max(number, 1)), _SMALLEST), 1.0)


def link_lines(wanted: DeckMap, shown: Sight) -> tuple[Numbers, ...]:
    """Return lines on paper from the chosen mission's seat to its areas, bent so that they are no borders."""
    ends = [(link.from_lon, link.from_lat, link.to_lon, link.to_lat) for link in links_of(wanted.view)]
    bent = [_bent(shown.points(np.array([end[:2], end[2:]]))) for end in ends]
    return tuple(line for line in bent if np.isfinite(line).all())


def _area_mark(
    wanted: DeckMap,
    row: Any,  # noqa: ANN401  a row has the columns of its frame
    colour: str,
    shapes: Shapes,
    sizes: Sizes,
    dot: float,
) -> AreaMark:
    count = int(wanted.view.area_counts["n"].loc[row.area_id])
    chosen = row.area_id == wanted.view.selection.area
    west, south, east, north = shapely.total_bounds(shapes)
    point = row.display == "point" or bool((shapely.get_dimensions(shapes) == 0).all())
    small = max(east - west, north - south) < _SMALL * sizes.px
    more = 2.5 if chosen else 0.0
    radius = 4 + min(math.log2(count + 1), 2.5) + more
    return AreaMark(
        area_id=row.area_id, name=row.name, display=row.display, status=row.line_status, colour=colour,
        width=_stroke(row.display, count, more) * sizes.px, shapes=shapes,
        at=((west + east) / 2, (south + north) / 2), dot=radius * sizes.px * dot if point or small else 0.0,
        chosen=bool(chosen),
    )  # fmt: skip


def _stroke(display: str, count: int, more: float) -> float:
    """Return the width of an area's stroke in pixels, as in the browser."""
    if display in {"zone", "area"}:
        return 2.5 if more else 1.4
    return (1.6 if display == "outline" else 2.2 + min(math.log2(count + 1), 3)) + more


def _mission_mark(
    row: Mapping[Any, Any], counts: pd.DataFrame, place: Numbers, at: Numbers, *, is_chosen: bool, size: float
) -> MissionMark:
    organisation = str(row["organisation"])
    look = styles.ORGANISATION_LOOKS[_organisation(organisation)]
    own = counts.loc[row["mission_id"]]
    return MissionMark(
        mission_id=row["mission_id"], label=row["acronym"] or row["name"], organisation=organisation,
        colour=look.colour, shape=look.shape, hollow=own["status"] == MissionStatus.ENDED.value, chosen=is_chosen,
        weight=int(own["n"]), size=size, place=(float(place[0]), float(place[1])), at=(float(at[0]), float(at[1])),
    )  # fmt: skip


def _organisation(value: str) -> Organisation:
    return Organisation(value) if value in set(Organisation) else Organisation.OTHER


def _bent(ends: Numbers) -> Numbers:
    """Return a quadratic curve between two points."""
    (x1, y1), (x2, y2) = ends
    bend = np.array([(x1 + x2) / 2 - (y2 - y1) * _BEND, (y1 + y2) / 2 + (x2 - x1) * _BEND])
    t = np.linspace(0, 1, _STEPS)[:, None]
    return np.asarray((1 - t) ** 2 * ends[0] + 2 * t * (1 - t) * bend + t**2 * ends[1], dtype=np.float64)
