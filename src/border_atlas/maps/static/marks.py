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
from border_atlas.model import Family, MissionStatus, Organisation

#: Below this size (pixels) an area is drawn as a dot, so that it stays legible.
_SMALL: Final = 9
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
    """Return the areas that the sight holds, the chosen one last."""
    areas = wanted.view.areas
    if areas.empty:
        return ()
    geometry = areas.geometry.to_numpy()
    parts, origins = base.cut(geometry, base.boxes_of(geometry), shown.window)
    flat = base.on_paper(parts, shown)
    panel = shapely.box(0, 0, shown.width, shown.height)
    seen = shapely.intersects(flat, panel)
    colours = area_colours(wanted)
    marks = [
        _area_mark(wanted, row, colours[row.Index], flat[(origins == at) & seen], sizes)
        for at, row in enumerate(areas.itertuples())
        if (seen & (origins == at)).any()
    ]
    return tuple(sorted(marks, key=lambda mark: mark.chosen))


def area_colours(wanted: DeckMap) -> dict[int, str]:
    """Return the colour of each area shown, by its row in the Dataset."""
    return {row: colour for row, _, colour in area_groups(wanted)}


def area_groups(wanted: DeckMap) -> Iterator[tuple[int, str, str]]:
    """Give each area shown by its row in the Dataset, with the label and colour of its group."""
    view = wanted.view
    for row, area_id in zip(view.areas.index, view.areas["area_id"], strict=True):
        if wanted.states is not None:
            colour, label = styles.COVERAGE_LOOKS[wanted.states[int(row)]]
        elif view.selection.colour_by == "family":
            label, colour = _family_look(view.area_counts["leading_family"].loc[area_id])
        else:
            label, colour = _organisation_look(view.area_counts["leading_organisation"].loc[area_id])
        yield int(row), label, colour


def mission_marks(wanted: DeckMap, shown: Sight, sizes: Sizes) -> tuple[MissionMark, ...]:
    """Return the headquarters that the sight holds, moved apart where they crowd; the chosen one last."""
    missions, counts = wanted.view.missions, wanted.view.mission_counts
    if missions.empty:
        return ()
    places = shown.points(np.asarray(shapely.get_coordinates(missions.geometry.to_numpy()), dtype=np.float64))
    kept = np.flatnonzero(shown.inside(places, margin=sizes.marker / 3) & np.isfinite(places).all(axis=1))
    rows = missions.iloc[kept].to_dict("records")
    chosen = [row["mission_id"] == wanted.view.selection.mission for row in rows]
    diameters = np.array([sizes.chosen if one else sizes.marker for one in chosen])
    spots = spread(places[kept], diameters, (shown.width, shown.height))
    marks = [
        _mission_mark(row, counts, place, at, is_chosen=is_chosen, size=float(size))
        for row, place, at, is_chosen, size in zip(rows, places[kept], spots, chosen, diameters, strict=True)
    ]
    return tuple(sorted(marks, key=lambda mark: mark.chosen))


def link_lines(wanted: DeckMap, shown: Sight) -> tuple[Numbers, ...]:
    """Return lines on paper from the chosen mission's seat to its areas, bent so that they are no borders."""
    ends = [(link.from_lon, link.from_lat, link.to_lon, link.to_lat) for link in links_of(wanted.view)]
    bent = [_bent(shown.points(np.array([end[:2], end[2:]]))) for end in ends]
    return tuple(line for line in bent if np.isfinite(line).all())


def _area_mark(wanted: DeckMap, row: Any, colour: str, shapes: Shapes, sizes: Sizes) -> AreaMark:  # noqa: ANN401
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
        at=((west + east) / 2, (south + north) / 2), dot=radius * sizes.px if point or small else 0.0,
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


def _family_look(value: str) -> tuple[str, str]:
    if value not in set(Family):
        return "No activity", looks.GREY
    return styles.palettes()["family"][styles.FAMILY_ORDER.index(Family(value))]["label"], styles.FAMILY_COLOURS[
        Family(value)
    ]


def _organisation_look(value: str) -> tuple[str, str]:
    if not value:
        return "No activity", looks.GREY
    look = styles.ORGANISATION_LOOKS[_organisation(value)]
    return look.label, look.colour


def _organisation(value: str) -> Organisation:
    return Organisation(value) if value in set(Organisation) else Organisation.OTHER


def _bent(ends: Numbers) -> Numbers:
    """Return a quadratic curve between two points."""
    (x1, y1), (x2, y2) = ends
    bend = np.array([(x1 + x2) / 2 - (y2 - y1) * _BEND, (y1 + y2) / 2 + (x2 - x1) * _BEND])
    t = np.linspace(0, 1, _STEPS)[:, None]
    return np.asarray((1 - t) ** 2 * ends[0] + 2 * t * (1 - t) * bend + t**2 * ends[1], dtype=np.float64)
