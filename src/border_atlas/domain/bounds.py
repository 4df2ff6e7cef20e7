"""Where a map has to look to show a record, or several."""

from typing import Final

import numpy as np

from border_atlas.data.dataset import Dataset

Bounds = tuple[float, float, float, float]

_TURN: Final = 360.0


def _around(boxes: np.ndarray) -> Bounds:
    west, south = boxes[:, :2].min(axis=0)
    east, north = boxes[:, 2:].max(axis=0)
    return float(west), float(south), float(east), float(north)


def area_bounds(dataset: Dataset, area_id: str) -> Bounds:
    """Return west, south, east, north of an area (degrees)."""
    return _around(dataset.areas.loc[dataset.areas["area_id"] == area_id].bounds.to_numpy())


def mission_bounds(dataset: Dataset, mission_id: str) -> Bounds:
    """Return the box (degrees) around a mission's headquarters and all areas it works or worked in."""
    own = dataset.activities.loc[dataset.activities["mission_id"] == mission_id, "area_id"]
    areas = dataset.areas[dataset.areas["area_id"].isin(own)]
    seat = dataset.missions[dataset.missions["mission_id"] == mission_id]
    return _around(np.vstack([seat.bounds.to_numpy(), areas.bounds.to_numpy()]))


def place_bounds(dataset: Dataset, hq_place: str) -> Bounds:
    """Return the box (degrees) around the headquarters in a place."""
    return _around(dataset.missions[dataset.missions["hq_place"] == hq_place].bounds.to_numpy())


def narrowest(lons: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> tuple[float, float]:
    """Return the narrowest stretch of longitudes that holds all; its east may lie beyond 180°."""
    ordered = np.unique(lons % _TURN)
    gaps = np.diff(np.append(ordered, ordered[0] + _TURN))
    widest = int(gaps.argmax())
    west = float(ordered[(widest + 1) % len(ordered)])
    east = west + _TURN - float(gaps[widest])
    return (west - _TURN, east - _TURN) if west > _TURN / 2 else (west, east)
