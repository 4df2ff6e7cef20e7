"""All that a map shows, worked out on paper before anything is drawn: pictures and native shapes agree by it."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.path import Path

from border_atlas.data.dataset import Dataset
from border_atlas.domain.deck import DeckMap
from border_atlas.domain.own_drawing import OwnDrawing
from border_atlas.maps.static.aim import sight_of
from border_atlas.maps.static.furniture import Furniture, Layout, ScaleBar, has_north, layout, scale_bar
from border_atlas.maps.static.ground import Ground, ground_of
from border_atlas.maps.static.labels import Label, place_labels
from border_atlas.maps.static.legend import LegendEntry, entries
from border_atlas.maps.static.legend_box import LegendBox, lay_legend
from border_atlas.maps.static.marks import AreaMark, MissionMark, area_marks, link_lines, mission_marks
from border_atlas.maps.static.names import country_names
from border_atlas.maps.static.note import Note, note_of
from border_atlas.maps.static.own import OwnBox, own_box
from border_atlas.maps.static.projection import Numbers, Sight
from border_atlas.maps.static.room import Box, Room, take_marks
from border_atlas.model import LineStatus


@dataclass(frozen=True, eq=False)
class Content:
    """What lies in sight, in points from the bottom left of the panel."""

    layout: Layout
    sight: Sight
    ground: Ground
    areas: tuple[AreaMark, ...]
    missions: tuple[MissionMark, ...]

    def legend(self, wanted: DeckMap) -> tuple[LegendEntry, ...]:
        """Return the rows of its legend."""
        return entries(wanted, self.areas, self.missions, self.ground.lines)


@dataclass(frozen=True, eq=False)
class Scene:
    """A map ready to be drawn."""

    layout: Layout
    sight: Sight
    land: Path
    lines: dict[LineStatus, Path]
    areas: tuple[AreaMark, ...]
    links: tuple[Numbers, ...]
    missions: tuple[MissionMark, ...]
    labels: tuple[Label, ...]
    entries: tuple[LegendEntry, ...]
    legend: LegendBox | None
    bar: ScaleBar | None
    bar_at: Box
    north: bool
    own: tuple[OwnDrawing, ...] = ()
    own_box: OwnBox | None = None
    note: Note | None = None


def content(wanted: DeckMap, paper: Layout) -> Content:
    """Find what a map shows on paper."""
    shown = sight_of(wanted, paper.width, paper.height)
    areas = area_marks(wanted, shown, paper.sizes)
    missions = mission_marks(wanted, shown, paper.sizes, areas)
    return Content(paper, shown, ground_of(shown), areas, missions)


def scene(data: Dataset, wanted: DeckMap, furniture: Furniture, paper: Layout, own: Sequence[OwnDrawing] = ()) -> Scene:
    """Work out a map on paper that was shared out for it; ``own`` are layers of a user's own data."""
    found = content(wanted, paper)
    room = Room(paper.width, paper.height)
    take_marks(room, found.areas, found.missions)
    bar = scale_bar(found.sight) if furniture.scale else None
    bar_at = _bar_spot(paper, bar)
    north = furniture.north and has_north(found.sight)
    said, note = own_box(own, paper), note_of(wanted, paper, bar_at[2] if bar else 0.0)
    boxes = [one.box for one in (said, note) if one is not None]
    for taken in (bar_at if bar else None, north_spot(paper) if north else None, *boxes):
        if taken is not None:
            room.take(taken)
    low = bar_at[3] + 4 * paper.sizes.px if bar else 0.0
    rows = found.legend(wanted)
    legend = lay_legend(rows, paper, room, low) if furniture.legend and wanted.legend else None
    labels = _labels(data, wanted, found, room) if furniture.labels and wanted.labels else ()
    return Scene(
        paper, found.sight, found.ground.land, found.ground.paths(found.areas), found.areas,
        link_lines(wanted, found.sight), found.missions, labels, rows, legend, bar, bar_at, north,
        tuple(own), said, note,
    )  # fmt: skip


def seen_entries(wanted: DeckMap, size: tuple[float, float]) -> tuple[LegendEntry, ...]:
    """Return the legend of a map on paper of a size in inches."""
    return content(wanted, layout(*size, Furniture())).legend(wanted)


def _labels(data: Dataset, wanted: DeckMap, found: Content, room: Room) -> tuple[Label, ...]:
    names = country_names(data, wanted.view, found.sight, found.layout.sizes)
    return place_labels(room, found.layout.sizes, found.missions, found.areas, names, found.layout.width)


def _bar_spot(paper: Layout, bar: ScaleBar | None) -> Box:
    px = paper.sizes.px
    return 8 * px, 6 * px, (38 * px + bar.length) if bar else 8 * px, 26 * px


def north_spot(paper: Layout) -> Box:
    """Return where the arrow to the north stands: top right."""
    side = 30 * paper.sizes.px
    return paper.width - side, paper.height - side * 1.35, paper.width - 4, paper.height - 4
