"""Where things of the dataset lie: a point for each area, mission and country, and the outlines of countries."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import shapely

from border_atlas.config import GEODATA
from border_atlas.data.dataset import Dataset
from border_atlas.data.load import load_land
from border_atlas.domain.own_cells import Floats, Objects
from border_atlas.domain.own_names import Role

#: How coarse outlines may be to tell whether a place lies in a country, and how far off the coast it may be (degrees).
_COARSE: Final = 0.05
_NEAR: Final = 0.5
#: A label lies in the largest circle inside a country, found to this many degrees.
_TOLERANCE: Final = 0.05


class _Land(NamedTuple):
    codes: Objects
    shapes: Objects


def points_of(dataset: Dataset, role: Role, ids: Sequence[str]) -> Objects:
    """Give the point at which each id is shown, None where there is none."""
    if role == "country":
        known = {code: _country_point(dataset, code) for code in set(ids)}
    else:
        frame, key = (dataset.areas, "area_id") if role == "area" else (dataset.missions, "mission_id")
        own = frame[frame[key].isin(set(ids))]
        points = own.geometry.representative_point()
        known = dict(zip(own[key], points.where(~own.geometry.is_empty, None), strict=True))
    found = np.empty(len(ids), dtype=object)
    found[:] = [known.get(one) for one in ids]
    return found


def share_in_countries(dataset: Dataset, lon: Floats, lat: Floats, expected: Sequence[str] | None = None) -> float:
    """Tell which share of places lies in or near the dataset's countries, or each in the one expected (if known)."""
    if not len(lon):
        return 0.0
    sound = (np.abs(lon) <= 180) & (np.abs(lat) <= 90)  # noqa: PLR2004  degrees
    codes, tree = _tree()
    points = shapely.points(np.where(sound, lon, 0.0), np.where(sound, lat, 0.0))
    place, part = tree.query(points, predicate="dwithin", distance=_NEAR)
    wanted = np.array([code or "" for code in expected], dtype=object) if expected else np.full(len(lon), "", object)
    fitting = np.where(wanted[place] != "", codes[part] == wanted[place], np.isin(codes[part], _used(dataset)))
    inside = np.zeros(len(lon), dtype=bool)
    inside[place[fitting]] = True
    return float((inside & sound).mean())


def _used(dataset: Dataset) -> list[str]:
    cells = [*dataset.missions["host_countries"], *dataset.areas["countries"]]
    return sorted({code for cell in cells for code in cell})


def _country_point(dataset: Dataset, code: str) -> shapely.Point | None:
    frame = dataset.countries
    own = frame[frame["iso3"] == code]
    if "label_lon" in frame and len(own) and own[["label_lon", "label_lat"]].iloc[0].notna().all():
        return shapely.Point(float(own["label_lon"].iloc[0]), float(own["label_lat"].iloc[0]))
    return _middle(code)


@lru_cache(maxsize=512)
def _middle(code: str) -> shapely.Point | None:
    """Give the middle of the largest circle in a country's largest part: away from every border."""
    land = _land()
    parts = land.shapes[land.codes == code]
    if not len(parts):
        return None
    largest = parts[int(np.argmax(shapely.area(parts)))]
    circle = shapely.maximum_inscribed_circle(largest, tolerance=_TOLERANCE)
    return shapely.Point(shapely.get_coordinates(circle)[0])


@lru_cache(maxsize=1)
def _land() -> _Land:
    land = load_land(GEODATA)
    parts, owner = shapely.get_parts(land.geometry.to_numpy(), return_index=True)
    return _Land(land["iso3"].to_numpy(dtype=object)[owner], parts)


@lru_cache(maxsize=1)
def _tree() -> tuple[npt.NDArray[np.object_], shapely.STRtree]:
    land = _land()
    return land.codes, shapely.STRtree(shapely.simplify(land.shapes, _COARSE))
