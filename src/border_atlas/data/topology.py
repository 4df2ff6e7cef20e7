"""Reads TopoJSON and remembers which faces share an arc, so that borders are exact."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray

from border_atlas.data.wrap import cut_line, cut_polygon, wraps
from border_atlas.errors import DatasetError

#: Coordinates of an arc: one row a point, longitude and latitude in degrees.
Arc = NDArray[np.float64]
#: Numbers of arcs in the order of walking; ``~n`` is arc ``n`` walked backwards, as TopoJSON has it.
Ring = tuple[int, ...]

#: A closed ring has its first point twice: three corners at least.
_RING_POINTS: Final = 4


@dataclass(frozen=True)
class Face:
    """One polygon of one territory, as rings of arcs; the first ring is the outer one."""

    territory: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, eq=False)
class Topology:
    """Arcs and the faces between them."""

    arcs: tuple[Arc, ...]
    faces: tuple[Face, ...]

    @cached_property
    def users(self) -> dict[int, tuple[int, ...]]:
        """Faces that use each arc, by arc number."""
        users: defaultdict[int, list[int]] = defaultdict(list)
        for number, face in enumerate(self.faces):
            for arc in {max(i, ~i) for ring in face.rings for i in ring}:
                users[arc].append(number)
        return {arc: tuple(users[arc]) for arc in sorted(users)}

    @cached_property
    def polygons(self) -> tuple[shapely.MultiPolygon, ...]:
        """Each face as valid polygons that stop at the antimeridian (empty if a face has no extent)."""
        return tuple(self._polygon(face) for face in self.faces)

    def lines(self, arcs: Iterable[int]) -> shapely.MultiLineString:
        """Return the given arcs, joined where they meet and cut at the antimeridian."""
        pieces = [piece for arc in arcs for piece in as_lines(_line(self.arcs[arc])).geoms]
        return as_lines(shapely.line_merge(shapely.MultiLineString(pieces)))

    def simplified(self, tolerance: float) -> "Topology":
        """Return the topology with fewer points; neighbours still share their border.

        Parameters
        ----------
        tolerance
            How far a point may lie off the new line, in degrees.
        """
        return replace(self, arcs=tuple(_simplify(arc, tolerance) for arc in self.arcs))

    def _ring(self, ring: Ring) -> Arc:
        walked = [self.arcs[i] if i >= 0 else self.arcs[~i][::-1] for i in ring]
        return np.vstack([walked[0], *(arc[1:] for arc in walked[1:])])

    def _polygon(self, face: Face) -> shapely.MultiPolygon:
        rings = [ring for ring in map(self._ring, face.rings) if len(ring) >= _RING_POINTS]
        if not rings or len(self._ring(face.rings[0])) < _RING_POINTS:
            return shapely.MultiPolygon()
        if wraps(rings[0]):
            return as_polygons(cut_polygon(rings[0], rings[1:]))
        polygon = shapely.Polygon(rings[0], rings[1:])
        return as_polygons(shapely.make_valid(polygon))


def as_polygons(geometry: shapely.Geometry) -> shapely.MultiPolygon:
    """Return only the polygons of a geometry."""
    return shapely.MultiPolygon([p for p in _parts(geometry) if isinstance(p, shapely.Polygon) and not p.is_empty])


def as_lines(geometry: shapely.Geometry) -> shapely.MultiLineString:
    """Return only the lines of a geometry."""
    lines = [line for line in _parts(geometry) if isinstance(line, shapely.LineString)]
    return shapely.MultiLineString([line for line in lines if line.length > 0])


def read_topology(path: Path, *, layer: str = "countries") -> Topology:
    """Read one layer of a quantised TopoJSON file.

    Raises
    ------
    DatasetError
        If the file is no TopoJSON or lacks the layer.
    """
    try:
        document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        geometries = document["objects"][layer]["geometries"]
        return Topology(arcs=_decode(document), faces=tuple(_faces(geometries)))
    except (OSError, ValueError, KeyError, TypeError) as error:
        msg = f"{path} is not readable as TopoJSON with a layer '{layer}': {error!r}."
        raise DatasetError(msg) from error


def _decode(document: dict[str, Any]) -> tuple[Arc, ...]:
    scale = np.array(document["transform"]["scale"])
    shift = np.array(document["transform"]["translate"])
    return tuple(np.cumsum(np.array(arc), axis=0) * scale + shift for arc in document["arcs"])


def _faces(geometries: list[dict[str, Any]]) -> Iterator[Face]:
    for geometry in geometries:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for rings in polygons:
            yield Face(
                territory=geometry["properties"]["name"],
                rings=tuple(tuple(ring) for ring in rings),
            )


def _line(arc: Arc) -> shapely.Geometry:
    return cut_line(arc) if wraps(arc) else shapely.LineString(arc)


def _simplify(arc: Arc, tolerance: float) -> Arc:
    """Thin out an arc but keep its ends, and keep islands at least a triangle."""
    if len(arc) <= _RING_POINTS:
        return arc
    if not np.array_equal(arc[0], arc[-1]):
        return _simplify_open(arc, tolerance)
    # A closed arc would collapse onto its start: cut it at the farthest point and thin both halves.
    middle = int(np.argmax(((arc - arc[0]) ** 2).sum(axis=1)))
    ends = [0, middle, len(arc) - 1]
    halves = [_simplify_open(arc[a : b + 1], tolerance) for a, b in pairwise(ends)]
    closed = np.vstack([halves[0], halves[1][1:]])
    return closed if len(closed) >= _RING_POINTS else arc[np.unique([0, middle // 2, middle, len(arc) - 1])]


def _simplify_open(arc: Arc, tolerance: float) -> Arc:
    simple: Arc = shapely.get_coordinates(shapely.LineString(arc).simplify(tolerance, preserve_topology=False))
    return simple


def _parts(geometry: shapely.Geometry) -> list[shapely.Geometry]:
    """Return the single geometries of a geometry, however deep they are nested."""
    if geometry.is_empty:
        return []
    if isinstance(geometry, shapely.geometry.base.BaseMultipartGeometry):
        return [part for member in geometry.geoms for part in _parts(member)]
    return [geometry]
