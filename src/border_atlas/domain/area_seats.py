"""The headquarters nearest to a border area."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from border_atlas.data.dataset import Dataset
from border_atlas.domain.derived import statuses_on
from border_atlas.domain.distance import distance_km
from border_atlas.domain.lookup import record
from border_atlas.domain.rows import mission_labels
from border_atlas.model import MissionStatus

#: So many seats that look nearest on a flat map are measured on the ellipsoid.
_MEASURED: Final = 6


@dataclass(frozen=True)
class Seat:
    """A mission's headquarters and how far it is from the nearest point of an area (km, WGS 84)."""

    mission_id: str
    label: str
    place: str
    km: float
    works_here: bool


def nearest_seat(
    dataset: Dataset, area_id: str, *, running: bool = False, among: tuple[str, ...] | None = None
) -> Seat | None:
    """Find the mission whose headquarters is nearest to an area; ``None`` if there is none to choose from.

    Parameters
    ----------
    running
        Whether only missions count that run on the day of the data.
    among
        Ids of the missions to choose from.
    """
    missions = dataset.missions
    if running:
        states = statuses_on(missions["earliest"].to_numpy(), missions["latest"].to_numpy(), dataset.data_as_of)
        missions = missions[states == MissionStatus.RUNNING.value]
    if among is not None:
        missions = missions[missions["mission_id"].isin(among)]
    if missions.empty:
        return None
    shape = record(dataset, "area_id", area_id).geometry
    close = missions.iloc[np.argsort(_roughly(missions, shape), kind="stable")[:_MEASURED]]
    distances = [distance_km(seat, shape) for seat in close.geometry]
    row = close.iloc[int(np.argmin(distances))]
    here = dataset.activities.loc[dataset.activities["area_id"] == area_id, "mission_id"]
    mission_id = str(row["mission_id"])
    label = str(mission_labels(dataset)[mission_id])
    return Seat(mission_id, label, str(row["hq_place"]), float(min(distances)), mission_id in set(here))


def _roughly(missions: pd.DataFrame, shape: BaseGeometry) -> np.ndarray:
    """Give distances in degrees, those of longitude shortened by the latitude; wrong across the antimeridian."""
    shrink = float(np.cos(np.radians(shape.centroid.y)))
    squeezed = shapely.transform(shapely.simplify(shape, 0.05), lambda points: points * [shrink, 1.0])
    seats = np.column_stack([missions.geometry.x * shrink, missions.geometry.y])
    return np.asarray(shapely.distance(shapely.points(seats), squeezed))
