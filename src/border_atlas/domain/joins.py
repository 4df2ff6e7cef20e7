"""Joins of the three frames, with stated cardinality; the geometry comes first and stays."""

from typing import Final

import geopandas as gpd
import pandas as pd

from border_atlas.errors import JoinError

_MAX_NAMED: Final = 5


def area_with_activities(areas: gpd.GeoDataFrame, activities: pd.DataFrame) -> gpd.GeoDataFrame:
    """Give one row for each activity with the geometry and facts of its area.

    Columns that both have (``notes``, ``verified`` …) end in ``_area`` where they are the area's.
    """
    _check("area_id", activities, areas, "border area")
    return areas.merge(activities, on="area_id", suffixes=("_area", ""), validate="one_to_many")


def mission_with_activities(missions: gpd.GeoDataFrame, activities: pd.DataFrame) -> gpd.GeoDataFrame:
    """Give one row for each activity with the headquarters and facts of its mission (``_mission``)."""
    _check("mission_id", activities, missions, "mission")
    return missions.merge(activities, on="mission_id", suffixes=("_mission", ""), validate="one_to_many")


def missions_with_areas(
    missions: gpd.GeoDataFrame, areas: gpd.GeoDataFrame, activities: pd.DataFrame
) -> gpd.GeoDataFrame:
    """Give one row for each pair of mission and area at work, with ``n``, its number of activities.

    The geometry is the headquarters; of the area come ``area_id``, ``area_name``, ``kind`` and ``countries``.
    """
    _check("mission_id", activities, missions, "mission")
    _check("area_id", activities, areas, "border area")
    pairs = activities.groupby(["mission_id", "area_id"], sort=False).size().rename("n").reset_index()
    facts = pd.DataFrame(areas[["area_id", "name", "kind", "countries"]]).rename(columns={"name": "area_name"})
    described = pairs.merge(facts, on="area_id", validate="many_to_one")
    return missions.merge(described, on="mission_id", validate="one_to_many")


def _check(key: str, activities: pd.DataFrame, frame: pd.DataFrame, what: str) -> None:
    missing = sorted(set(activities[key]) - set(frame[key]))
    if missing:
        named = ", ".join(map(str, missing[:_MAX_NAMED]))
        msg = f"Activities name {len(missing)} {what}(s) that do not exist: {named}."
        raise JoinError(msg)
    twice = sorted(set(frame.loc[frame[key].duplicated(), key]))
    if twice:
        msg = f"{key} must be unique, but stands more than once for: {', '.join(map(str, twice[:_MAX_NAMED]))}."
        raise JoinError(msg)
