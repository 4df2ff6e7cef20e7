"""Which notes on boundaries belong to a map's frame, a border area or a list of countries.

A note belongs where its line is seen. Lines of the base map name their note; a note on a territory as such
(Kosovo*, Western Sahara, Falkland Islands) belongs wherever that territory is seen, because its name alone
says something. A note without either goes by the land of its countries.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from border_atlas.config import GEODATA
from border_atlas.data.load import load_boundaries, load_land
from border_atlas.data.tables import BOUNDARY_NOTES, COLUMNS, read_table, records, split_values
from border_atlas.errors import SelectionError

Bounds = tuple[float, float, float, float]

#: Territories whose name or extent is itself what a note speaks of.
TERRITORIES: Final = frozenset({"ESH", "FLK", "XKX"})
#: How far (degrees) an area may lie from a line that it follows: lines of areas drawn by hand are off by more.
_CLOSE: Final = {"derived": 0.05, "schematic": 0.25}
#: Share of a line that has to lie along another to speak of the same border; ends of neighbours touch it.
_ALONG: Final = 0.3
_HALF_TURN: Final = 180.0
_POLE: Final = 90.0
_TWO: Final = 2


@dataclass(frozen=True)
class BoundaryNote:
    """A note on a boundary or territory, in one house style (empty: for all styles)."""

    note_id: str
    style: str
    countries: tuple[str, ...]
    text: str
    source_ids: tuple[str, ...]


class NoteAtlas:
    """All notes, and the lines and land that they belong to; made once, then asked often.

    Parameters
    ----------
    notes
        In the order of the table.
    lines
        Boundary lines with their ``note_id``.
    land
        Countries with their ``iso3``.
    """

    def __init__(self, notes: Sequence[BoundaryNote], lines: gpd.GeoDataFrame, land: gpd.GeoDataFrame) -> None:
        self._notes = tuple(notes)
        shapes, owners, is_line = _shapes(notes, lines, land)
        self._shapes, self._owners, self._is_line = shapes, np.array(owners), np.array(is_line, dtype=np.bool_)
        self._boxes = shapely.bounds(shapes)
        shapely.prepare(shapes)

    def in_frame(self, bounds: Bounds, style: str = "neutral") -> tuple[BoundaryNote, ...]:
        """Return the notes on what lies in a frame: west, south, east, north in degrees.

        A frame that crosses the antimeridian has its east below its west, or goes beyond 180°.

        Raises
        ------
        SelectionError
            If a bound is no number, or south lies above north.
        """
        found: set[str] = set()
        for box in _on_the_globe(bounds):
            hit = _overlap(self._boxes, box)
            hit[hit] = shapely.intersects(self._shapes[hit], shapely.box(*box))
            found.update(self._owners[hit])
        return self._chosen(found, style)

    def for_countries(self, countries: Iterable[str], style: str = "neutral") -> tuple[BoundaryNote, ...]:
        """Return the notes on borders among countries (codes); of a single one, all that concern it.

        A note on a border of two countries needs both, one on a territory only that territory.
        """
        wanted = set(countries)
        return self._chosen({note.note_id for note in self._notes if _concerns(note, wanted)}, style)

    def for_area(
        self, geometry: shapely.Geometry, countries: Iterable[str], *, quality: str, style: str = "neutral"
    ) -> tuple[BoundaryNote, ...]:
        """Return the notes on a border area: on lines that it follows or holds, and on its territories.

        Parameters
        ----------
        geometry
            In degrees.
        quality
            A value of `GeometryQuality`: what was drawn by hand may lie farther from the line it means.
        """
        close = _CLOSE[quality or "schematic"]
        west, south, east, north = shapely.bounds(geometry)
        near = _overlap(self._boxes, (west - close, south - close, east + close, north + close)) & self._is_line
        found = {
            str(owner)
            for owner, line in zip(self._owners[near], self._shapes[near], strict=True)
            if _lies_along(geometry, line, close)
        }
        territories = set(countries) & TERRITORIES
        found |= {note.note_id for note in self._notes if territories & set(note.countries)}
        return self._chosen(found, style)

    def boxes(self, style: str = "neutral") -> tuple[tuple[BoundaryNote, tuple[Bounds, ...]], ...]:
        """Return every note with the boxes (degrees, one decimal outwards) of what it belongs to."""
        outwards = np.column_stack([np.floor(self._boxes[:, :2] * 10), np.ceil(self._boxes[:, 2:] * 10)]) / 10
        found: dict[str, dict[Bounds, None]] = {}
        for owner, (west, south, east, north) in zip(self._owners, outwards.tolist(), strict=True):
            found.setdefault(str(owner), {})[west, south, east, north] = None
        return tuple((note, tuple(found[note.note_id])) for note in self._chosen(set(found), style))

    def _chosen(self, ids: set[str], style: str) -> tuple[BoundaryNote, ...]:
        """Return one note for each id, that of the style before that for all, in the order of the table."""
        best: dict[str, BoundaryNote] = {}
        for note in self._notes:
            if note.note_id in ids and (note.style == style or (not note.style and note.note_id not in best)):
                best[note.note_id] = note
        return tuple(best.values())


def notes_in(bounds: Bounds, style: str = "neutral") -> tuple[BoundaryNote, ...]:
    """Return the notes on what lies in a map's frame, see `NoteAtlas.in_frame`."""
    return note_atlas().in_frame(bounds, style)


def notes_for(countries: Iterable[str], style: str = "neutral") -> tuple[BoundaryNote, ...]:
    """Return the notes on borders among countries (codes), see `NoteAtlas.for_countries`."""
    return note_atlas().for_countries(countries, style)


def notes_on(area: pd.Series, style: str = "neutral") -> tuple[BoundaryNote, ...]:
    """Return the notes on a border area of the Dataset (one of its rows), see `NoteAtlas.for_area`."""
    return note_atlas().for_area(area.geometry, area["countries"], quality=area["geometry_quality"], style=style)


def note_boxes(style: str = "neutral") -> tuple[tuple[BoundaryNote, tuple[Bounds, ...]], ...]:
    """Return every note with the boxes of what it belongs to, see `NoteAtlas.boxes`."""
    return note_atlas().boxes(style)


@lru_cache(maxsize=2)
def note_atlas(geodata: Path = GEODATA) -> NoteAtlas:
    """Return the notes of the dataset with their lines and land; read on the first call and kept.

    Raises
    ------
    DatasetError
        If a file is missing or damaged.
    """
    return NoteAtlas(read_notes(geodata / "tables" / BOUNDARY_NOTES), load_boundaries(geodata), load_land(geodata))


def read_notes(path: Path) -> tuple[BoundaryNote, ...]:
    """Read the table of notes.

    Raises
    ------
    DatasetError
        If the file is missing or damaged.
    """
    return tuple(
        BoundaryNote(
            note_id=row["note_id"],
            style=row["style"],
            countries=split_values(row["areas"]),
            text=row["text"],
            source_ids=split_values(row["source_ids"]),
        )
        for row in records(read_table(path, COLUMNS[BOUNDARY_NOTES]))
    )


def _shapes(
    notes: Sequence[BoundaryNote], lines: gpd.GeoDataFrame, land: gpd.GeoDataFrame
) -> tuple[npt.NDArray[np.object_], list[str], list[bool]]:
    """Return the parts of lines and land that notes belong to, whose they are, and which are lines."""
    drawn = lines[lines["note_id"] != ""]
    has_line = set(drawn["note_id"])
    pairs = [(note_id, line, True) for note_id, line in zip(drawn["note_id"], drawn.geometry, strict=True)]
    for note in {note.note_id: note for note in notes}.values():
        codes = set(note.countries) & TERRITORIES or (set() if note.note_id in has_line else set(note.countries))
        pairs += [(note.note_id, shape, False) for shape in land.geometry[land["iso3"].isin(codes)]]
    parts = [(note_id, part, is_line) for note_id, shape, is_line in pairs for part in shapely.get_parts(shape)]
    shapes = np.array([part for _, part, _ in parts], dtype=object)
    return shapes, [note_id for note_id, _, _ in parts], [is_line for _, _, is_line in parts]


def _overlap(boxes: npt.NDArray[np.float64], frame: Bounds) -> npt.NDArray[np.bool_]:
    west, south, east, north = boxes.T
    marked: npt.NDArray[np.bool_] = (west <= frame[2]) & (east >= frame[0]) & (south <= frame[3]) & (north >= frame[1])
    return marked


def _on_the_globe(bounds: Bounds) -> tuple[Bounds, ...]:
    """Cut a frame at the antimeridian, so that each part lies within 180° W to 180° E."""
    west, south, east, north = bounds
    if not all(map(math.isfinite, bounds)) or south > north:
        msg = f"{bounds} is no frame of a map; right are west, south, east, north in degrees, south below north."
        raise SelectionError(msg)
    south, north = max(south, -_POLE), min(north, _POLE)
    if east < west:
        east += 2 * _HALF_TURN
    if east - west >= 2 * _HALF_TURN:
        return ((-_HALF_TURN, south, _HALF_TURN, north),)
    width = east - west
    west = (west + _HALF_TURN) % (2 * _HALF_TURN) - _HALF_TURN
    over = west + width - _HALF_TURN
    first = (west, south, min(west + width, _HALF_TURN), north)
    return (first, (-_HALF_TURN, south, over - _HALF_TURN, north)) if over > 0 else (first,)


def _concerns(note: BoundaryNote, wanted: set[str]) -> bool:
    common = wanted & set(note.countries)
    return bool(common & TERRITORIES) or 0 < min(_TWO, len(note.countries), len(wanted)) <= len(common)


def _lies_along(geometry: shapely.Geometry, line: shapely.Geometry, close: float) -> bool:
    """Say whether an area follows a line for a good part of the shorter of the two, or holds or nears it."""
    dimension = shapely.get_dimensions(geometry)
    if dimension != 1:
        return bool(shapely.dwithin(geometry, line, close))
    shared = shapely.length(shapely.intersection(geometry, shapely.buffer(line, close)))
    return bool(shared > max(_ALONG * min(geometry.length, line.length), _TWO * close))
