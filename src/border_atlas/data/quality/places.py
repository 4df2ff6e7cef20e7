"""Activities that lie far from where their mission is at home, and crossing points far from their area."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import numpy as np
import shapely

from border_atlas.config import WGS84
from border_atlas.data.faults import Fault
from border_atlas.data.rules import Tables
from border_atlas.data.tables import ACTIVITIES, AREAS, CROSSINGS, MISSIONS, line_of, records, split_values
from border_atlas.errors import DatasetError
from border_atlas.model import Traffic

#: An activity farther from its host countries than this is taken for a slip.
FARTHEST_KM: Final = 1500.0
#: A crossing point farther from its area than this is taken for a slip of the coordinates or the area.
FARTHEST_CROSSING_KM: Final = 30.0
#: Coasts and borders are drawn more coarsely for this; neighbours may lie so far apart then.
_COARSE: Final = 0.1
_KM_A_DEGREE: Final = 111.2
#: Airports and sea ports are crossing points that lie away from the line on the ground.
_OFF_THE_LINE: Final = frozenset({Traffic.AIR, Traffic.SEA})

Land = Mapping[str, Any]


def far(tables: Tables, geodata: Path) -> Iterator[Fault]:
    """Yield activities far from their mission's host countries, or in no host country and no neighbour of one.

    Raises
    ------
    DatasetError
        If the built files cannot be read.
    """
    land, shapes = _land(geodata), _shapes(geodata)
    near = _neighbours(land)
    hosts = {row["mission_id"]: split_values(row["host_countries"]) for row in records(tables[MISSIONS])}
    touched = {row["area_id"]: split_values(row["countries"]) for row in records(tables[AREAS])}
    for index, row in enumerate(records(tables[ACTIVITIES])):
        home, area = hosts.get(row["mission_id"], ()), row["area_id"]
        known = {country for host in home for country in near.get(host, ())}.union(home)
        if not home or area not in shapes:
            continue
        if not known.intersection(touched.get(area, ())):
            yield _fault(index, area, f"touches neither {', '.join(home)} nor a neighbour")
        distance = min((_km(land[host], shapes[area]) for host in home if host in land), default=0.0)
        if distance > FARTHEST_KM:
            yield _fault(index, area, f"lies {distance:,.0f} km from {', '.join(home)}")


def far_crossings(tables: Tables, geodata: Path) -> Iterator[Fault]:
    """Yield crossing points far from the border area that they are said to belong to; airports and sea ports may be.

    Raises
    ------
    DatasetError
        If the built areas cannot be read.
    """
    if CROSSINGS not in tables:
        return
    shapes = _shapes(geodata)
    for index, row in enumerate(records(tables[CROSSINGS])):
        area = row["area_id"]
        if row["traffic"] in _OFF_THE_LINE:
            continue
        distance = _km(shapely.Point(float(row["lon"]), float(row["lat"])), shapes[area]) if area in shapes else 0.0
        if distance > FARTHEST_CROSSING_KM:
            right = f"the area it lies on, or better degrees: at most {FARTHEST_CROSSING_KM:.0f} km apart"
            problem = f"lies {distance:,.0f} km from {row['crossing_id']}"
            yield Fault(CROSSINGS, line_of(index), "area_id", area, problem, right)


def _fault(index: int, area: str, problem: str) -> Fault:
    right = "an area in or beside a host country, or more host_countries"
    return Fault(ACTIVITIES, line_of(index), "area_id", area, problem, right)


def built_frame(path: Path) -> gpd.GeoDataFrame:
    """Read a built GeoJSON file.

    Raises
    ------
    DatasetError
        If it cannot be read or is in another reference system.
    """
    try:
        frame = gpd.read_file(path)
    except (OSError, ValueError, RuntimeError) as error:
        msg = f"{path.name} cannot be read: {error}; right is what 'python -m border_atlas build' writes."
        raise DatasetError(msg) from error
    if frame.crs != WGS84:
        msg = f"{path.name} is in {frame.crs}; right is {WGS84}."
        raise DatasetError(msg)
    return frame


def _land(geodata: Path) -> Land:
    frame = built_frame(geodata / "countries.geojson")
    shapes = shapely.make_valid(shapely.simplify(frame.geometry.to_numpy(), _COARSE))
    codes = frame["iso3"].to_numpy()
    return {str(code): shapely.union_all(shapes[codes == code]) for code in np.unique(codes[codes.astype(bool)])}


def _shapes(geodata: Path) -> Land:
    frame = built_frame(geodata / "border_areas.geojson")
    pairs = zip(frame["area_id"], frame.geometry, strict=True)
    return {str(area): shape for area, shape in pairs if shape is not None and not shape.is_empty}


def _neighbours(land: Land) -> dict[str, set[str]]:
    codes, shapes = list(land), np.array(list(land.values()), dtype=object)
    pairs = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=2 * _COARSE)
    near: dict[str, set[str]] = {}
    for one, other in zip(*pairs, strict=True):
        near.setdefault(codes[one], set()).add(codes[other])
    return near


def _km(one: Any, other: Any) -> float:  # noqa: ANN401  shapely has no types
    """Return the distance of two shapes, good enough to tell 1,000 km from 2,000."""
    (x0, y0), (x1, y1) = shapely.get_coordinates(shapely.shortest_line(one, other))
    return float(np.hypot((x0 - x1) * np.cos(np.radians((y0 + y1) / 2)), y0 - y1) * _KM_A_DEGREE)
