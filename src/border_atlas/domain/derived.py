"""What follows from the records: states, years, countries, and lines from seats to areas."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import pandas as pd
import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from border_atlas.data.dataset import Dataset
from border_atlas.domain.distance import distance_km
from border_atlas.domain.lookup import position
from border_atlas.domain.view import View
from border_atlas.model import MissionStatus

#: Years that stand for "since ever" and "open".
_NO_YEARS: Final = frozenset({date.min.year, date.max.year})


@dataclass(frozen=True)
class Link:
    """A line from a mission's headquarters to a point in an area where it works (degrees)."""

    mission_id: str
    area_id: str
    from_lat: float
    from_lon: float
    to_lat: float
    to_lon: float


def statuses_on(earliest: np.ndarray, latest: np.ndarray, day: date) -> np.ndarray:
    """Give the `MissionStatus` of each record on a day, with the benefit of imprecise dates.

    A record that was only "last seen" before the day counts as ended; its ``end_basis`` tells.
    """
    at = np.datetime64(day, "s")
    late = np.where(latest < at, MissionStatus.ENDED.value, MissionStatus.RUNNING.value)
    return np.where(earliest > at, MissionStatus.PLANNED.value, late)


def status_on(record: pd.Series, day: date) -> MissionStatus:
    """Give the status of one mission or activity on a day, see `statuses_on`."""
    earliest = np.array([record["earliest"]], dtype="datetime64[s]")
    latest = np.array([record["latest"]], dtype="datetime64[s]")
    return MissionStatus(statuses_on(earliest, latest, day)[0])


def years_of(record: pd.Series) -> tuple[int | None, int | None]:
    """Give the first and last year of a mission or activity, ``None`` where not known or open."""
    first, last = record["earliest"].year, record["latest"].year
    return (None if first in _NO_YEARS else first, None if last in _NO_YEARS else last)


def countries_touched(dataset: Dataset, activities: pd.DataFrame) -> tuple[str, ...]:
    """Give the codes of all countries in whose areas the activities take place, sorted."""
    rows = dataset.areas["area_id"].isin(activities["area_id"])
    return tuple(sorted({code for codes in dataset.areas.loc[rows, "countries"] for code in codes}))


def seat_distance_km(dataset: Dataset, mission_id: str, area_id: str) -> float:
    """Measure from a mission's headquarters to the nearest point of an area (km).

    Raises
    ------
    SelectionError
        If there is no such mission or area.
    """
    return distance_km(seat_of(dataset, mission_id), dataset.areas.geometry.iloc[position(dataset, "area_id", area_id)])


def seat_of(dataset: Dataset, mission_id: str) -> Point:
    """Give the headquarters of a mission.

    Raises
    ------
    SelectionError
        If there is no such mission.
    """
    seat: Point = dataset.missions.geometry.iloc[position(dataset, "mission_id", mission_id)]
    return seat


def links_of(view: View) -> tuple[Link, ...]:
    """Give the lines between the chosen mission or area and what it works with in the View."""
    chosen = view.selection
    if chosen.mission is None and chosen.area is None:
        return ()
    return _links(view, view.activities_of(mission_id=chosen.mission, area_id=chosen.area))


def anchor_of(geometry: BaseGeometry) -> Point:
    """Give a point that stands for an area: inside a polygon, half-way along the longest line."""
    parts = shapely.get_parts(geometry)
    widest = parts[shapely.get_dimensions(parts) == shapely.get_dimensions(parts).max()]
    largest = widest[np.argmax(shapely.area(widest) + shapely.length(widest))]
    if largest.geom_type == "LineString":
        middle: Point = largest.interpolate(0.5, normalized=True)
        return middle
    inside: Point = largest.representative_point()
    return inside


def _links(view: View, activities: pd.DataFrame) -> tuple[Link, ...]:
    """Give one line for each pair of mission and area, in the order of the activities."""
    pairs = activities[["mission_id", "area_id"]].drop_duplicates()
    seats = dict(zip(view.missions["mission_id"], view.missions.geometry, strict=True))
    places = view.areas[view.areas["area_id"].isin(pairs["area_id"])]
    anchors = {name: anchor_of(shape) for name, shape in zip(places["area_id"], places.geometry, strict=True)}
    return tuple(
        Link(mission, area, seats[mission].y, seats[mission].x, anchors[area].y, anchors[area].x)
        for mission, area in pairs.itertuples(index=False)
    )
