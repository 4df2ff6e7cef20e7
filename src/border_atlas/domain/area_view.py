"""The part of the dataset that a border area's own map shows: the area, its sections, and who works there."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

import numpy as np
import shapely

from border_atlas.data.dataset import Dataset
from border_atlas.domain.bounds import Bounds, area_bounds
from border_atlas.domain.crossings import crossings_of
from border_atlas.domain.distance import distances_km
from border_atlas.domain.lookup import record
from border_atlas.domain.select import select
from border_atlas.domain.selection import ColourBy, Selection
from border_atlas.domain.view import View

#: A headquarters is taken into the frame if it lies no farther off than this share of the area's own extent …
_REACH: Final = 1.5
#: … or than this many kilometres, so that a crossing point does not stand alone.
_NEAR_KM: Final = 150.0
_KM_A_DEGREE: Final = 111.2


def area_view(dataset: Dataset, area_id: str, also: Iterable[str] = (), *, colour_by: ColourBy = "family") -> View:
    """Give a View of an area and the missions that work or worked there, whatever the filters.

    Parameters
    ----------
    also
        Other areas to show with their missions, such as the sections of a border.
    """
    whole = select(dataset, Selection(area=area_id, colour_by=colour_by))
    shown = {area_id, *also}
    areas = whole.areas[whole.areas["area_id"].isin(shown)]
    activities = whole.activities[whole.activities["area_id"].isin(shown)]
    missions = whole.missions[whole.missions["mission_id"].isin(activities["mission_id"])]
    return replace(
        whole,
        areas=areas,
        missions=missions,
        activities=activities,
        of_one_record=True,
        crossings=crossings_of(dataset, areas=shown, activities=activities["activity_id"]),
        area_counts=whole.area_counts.loc[areas["area_id"].to_list()],
        mission_counts=whole.mission_counts.loc[missions["mission_id"].to_list()],
    )


def area_frame(dataset: Dataset, view: View, area_id: str) -> Bounds:
    """Give the box (degrees) round an area and those headquarters of its View that are not far off."""
    west, south, east, north = area_bounds(dataset, area_id)
    if view.missions.empty:
        return west, south, east, north
    shape = record(dataset, "area_id", area_id).geometry
    reach = max(_NEAR_KM, _REACH * _KM_A_DEGREE * max(east - west, north - south))
    # A seat is measured to the corners and the middle of the box: near enough to choose what to frame.
    box = shapely.box(west, south, east, north) if west < east and south < north else shape
    near = [seat for seat in view.missions.geometry if distances_km(seat, [box])[0] <= reach]
    points = np.array([[west, south], [east, north], *[(seat.x, seat.y) for seat in near]])
    (low_x, low_y), (high_x, high_y) = points.min(axis=0), points.max(axis=0)
    return float(low_x), float(low_y), float(high_x), float(high_y)
