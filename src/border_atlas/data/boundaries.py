"""Cuts the boundary lines of the base map and says how far each is agreed.

Every land border of world-atlas is taken as settled unless ``tables/boundary_lines.csv`` claims it:
a claimed stretch leaves the settled line and is drawn by its own status.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import pandas as pd
import shapely

from border_atlas.data.atlas import Atlas
from border_atlas.data.geometry import evaluate, quality
from border_atlas.data.recipes import parse
from border_atlas.data.topology import as_lines
from border_atlas.errors import RecipeError
from border_atlas.model import GeometryQuality, LineStatus

BOUNDARY_LINES: Final = "boundary_lines.csv"
BOUNDARY_COLUMNS: Final = (
    "line_id", "name", "sides", "recipe", "line_status", "note_id", "source_ids", "notes",
)  # fmt: skip

#: Lines closer than this (degrees) are the same line: a clip moves points by rounding.
_SAME: Final = 1e-5
#: What is left of a line below this length (degrees) is a remnant of a cut.
_REMNANT: Final = 1e-4


@dataclass(frozen=True)
class BoundaryLine:
    """One line of the base map."""

    line_id: str
    name: str
    sides: str
    line_status: LineStatus
    note_id: str
    quality: GeometryQuality
    geometry: shapely.Geometry


@dataclass(frozen=True)
class DrawnAreas:
    """Border areas that boundary lines may refer to by id."""

    geometry: Mapping[str, shapely.Geometry] = field(default_factory=dict)
    quality: Mapping[str, GeometryQuality] = field(default_factory=dict)


def boundary_lines(
    atlas: Atlas, table: pd.DataFrame, *, names: Mapping[str, str], areas: DrawnAreas
) -> list[BoundaryLine]:
    """Return all boundary lines, sorted by id.

    Parameters
    ----------
    atlas
        Borders and territories.
    table
        ``boundary_lines.csv``; where two rows claim a stretch, the upper one has it.
    names
        Names of countries by code.
    areas
        Border areas that recipes refer to.

    Raises
    ------
    RecipeError
        If a row's recipe is wrong, gives no line or its id is taken.
    """
    claimed = list(_claimed(atlas, table, areas))
    ids = [line.line_id for line in claimed]
    twice = sorted({line_id for line_id in ids if ids.count(line_id) > 1})
    if twice:
        msg = f"{BOUNDARY_LINES}: {', '.join(twice)} stands twice; right is one row for each line."
        raise RecipeError(msg)
    return sorted([*claimed, *_settled(atlas, names, claimed)], key=lambda line: line.line_id)


def _claimed(atlas: Atlas, table: pd.DataFrame, areas: DrawnAreas) -> Iterator[BoundaryLine]:
    taken: list[shapely.Geometry] = []
    for row in table.to_dict("records"):
        where = str(row["line_id"])
        parts = parse(row["recipe"], where=where)
        drawn = evaluate(parts, atlas, where=where, areas=areas.geometry)
        left = _without(drawn, taken)
        if left.is_empty:
            msg = f"{BOUNDARY_LINES}: '{where}' gives no line that is not in a row above it."
            raise RecipeError(msg)
        taken.append(left)
        yield BoundaryLine(
            line_id=where,
            name=row["name"],
            sides=row["sides"],
            line_status=LineStatus(row["line_status"]),
            note_id=row["note_id"],
            quality=quality(parts, areas.quality),
            geometry=left,
        )


def _settled(atlas: Atlas, names: Mapping[str, str], claimed: Sequence[BoundaryLine]) -> Iterator[BoundaryLine]:
    taken = [line.geometry for line in claimed]
    ids = {line.line_id for line in claimed}
    for first, second in atlas.pairs:
        line_id = f"{first}-{second}".lower()
        # A row that bears the id of a pair speaks for the whole border; what is left are slivers.
        left = shapely.MultiLineString() if line_id in ids else _without(atlas.border(first, second), taken)
        if left.is_empty:
            continue
        yield BoundaryLine(
            line_id=line_id,
            name=f"{names.get(first, first)} – {names.get(second, second)}",
            sides=f"{first};{second}",
            line_status=LineStatus.SETTLED,
            note_id="",
            quality=GeometryQuality.DERIVED,
            geometry=left,
        )


def _without(line: shapely.Geometry, taken: Sequence[shapely.Geometry]) -> shapely.MultiLineString:
    # One by one: GEOS loses precision when it buffers all of them together by so little.
    for other in taken:
        if line.intersects(other):
            line = line.difference(other.buffer(_SAME))
    return shapely.MultiLineString([part for part in as_lines(line).geoms if part.length > _REMNANT])
