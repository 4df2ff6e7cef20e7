"""All that a map shows, worked out on paper before anything is drawn: pictures and native shapes agree by it."""

from dataclasses import dataclass

import numpy as np
import shapely
from matplotlib.path import Path

from border_atlas.data.dataset import Dataset
from border_atlas.domain.deck import DeckMap
from border_atlas.maps.static import base
from border_atlas.maps.static.aim import sight_of
from border_atlas.maps.static.furniture import Furniture, Layout, ScaleBar, has_north, layout, scale_bar
from border_atlas.maps.static.labels import Box, Label, Room, place_labels, take_marks
from border_atlas.maps.static.legend import LegendEntry, entries
from border_atlas.maps.static.legend_box import LegendBox, lay_legend
from border_atlas.maps.static.marks import AreaMark, MissionMark, area_marks, link_lines, mission_marks
from border_atlas.maps.static.names import country_names
from border_atlas.maps.static.projection import Numbers, Sight
from border_atlas.maps.static.shapes import filled, stroked


@dataclass(frozen=True, eq=False)
class Scene:
    """A map ready to be drawn, in points from the bottom left of its panel."""

    layout: Layout
    sight: Sight
    land: Path
    lines: dict[str, Path]
    areas: tuple[AreaMark, ...]
    links: tuple[Numbers, ...]
    missions: tuple[MissionMark, ...]
    labels: tuple[Label, ...]
    legend: LegendBox | None
    bar: ScaleBar | None
    bar_at: Box
    north: bool


def scene(data: Dataset, wanted: DeckMap, furniture: Furniture, size: tuple[float, float]) -> Scene:
    """Work out a map on paper of a size in inches."""
    paper = layout(*size, furniture)
    sizes = paper.sizes
    shown = sight_of(wanted, paper.width, paper.height)
    areas, missions = area_marks(wanted, shown, sizes), mission_marks(wanted, shown, sizes)
    room = Room(paper.width, paper.height)
    take_marks(room, areas, missions)
    bar = scale_bar(shown) if furniture.scale else None
    bar_at = (8 * sizes.px, 6 * sizes.px, 8 * sizes.px + (bar.length if bar else 0) + 30 * sizes.px, 26 * sizes.px)
    north = furniture.north and has_north(shown)
    _take_furniture(room, paper, bar_at if bar else None, north=north)
    legend = None
    if furniture.legend and wanted.legend:
        legend = lay_legend(entries(wanted, shown, areas, missions), paper, room)
    named = furniture.labels and wanted.labels
    names = country_names(data, wanted.view, shown, sizes) if named else ()
    labels = place_labels(room, sizes, missions, areas, names, paper.width) if named else ()
    land, lines = _base(shown)
    return Scene(
        paper, shown, land, lines, areas, link_lines(wanted, shown), missions, labels, legend, bar, bar_at, north
    )


def seen_entries(wanted: DeckMap, size: tuple[float, float]) -> tuple[LegendEntry, ...]:
    """Return the legend of a map on paper of a size in inches."""
    paper = layout(*size, Furniture())
    shown = sight_of(wanted, paper.width, paper.height)
    return entries(wanted, shown, area_marks(wanted, shown, paper.sizes), mission_marks(wanted, shown, paper.sizes))


def north_spot(paper: Layout) -> Box:
    """Return where the arrow to the north stands: top right."""
    side = 30 * paper.sizes.px
    return paper.width - side, paper.height - side * 1.35, paper.width - 4, paper.height - 4


def _take_furniture(room: Room, paper: Layout, bar: Box | None, *, north: bool) -> None:
    if bar:
        room.take(bar)
    if north:
        room.take(north_spot(paper))


def _base(shown: Sight) -> tuple[Path, dict[str, Path]]:
    level = base.level_of(shown)
    land, _ = base.cut_on_paper(base.land(level), shown)
    layer = base.lines(level)
    parts, origins = base.cut_on_paper(layer, shown)
    words = np.array(layer.words)[origins]
    seen = shapely.intersects(parts, shapely.box(-5, -5, shown.width + 5, shown.height + 5))
    return filled(land), {
        str(status): stroked(parts[seen & (words == status)]) for status in sorted(set(words[seen].tolist()))
    }
