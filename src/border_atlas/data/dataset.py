"""The validated frames that every session shares and nobody changes."""

from dataclasses import dataclass
from datetime import date

import geopandas as gpd
import pandas as pd


@dataclass(frozen=True, eq=False)
class Dataset:
    """The whole dataset, loaded once.

    ``missions`` (points) and ``areas`` (lines, polygons, points) are in EPSG:4326; ``activities``
    refers to them by ``mission_id`` and ``area_id``, and so do by ``mission_id`` ``sites`` (points: places of a
    mission in the field) and ``mandates`` (decisions on its border tasks, by mission and day). ``crossings`` (points)
    refer to an area by ``area_id`` and to activities by ``activity_ids``. All but areas, mandates and crossings
    carry ``earliest`` and ``latest`` (``datetime64[s]``): the widest interval in which the record can have been
    active, an open end being 9999-12-31. Multi-valued columns (``host_countries``, ``countries``, ``source_ids``,
    ``activity_ids``, ``partners``) are tuples of strings.
    """

    missions: gpd.GeoDataFrame
    areas: gpd.GeoDataFrame
    activities: pd.DataFrame
    sources: pd.DataFrame
    countries: pd.DataFrame
    sites: gpd.GeoDataFrame
    mandates: pd.DataFrame
    crossings: gpd.GeoDataFrame
    version: str
    data_as_of: date
