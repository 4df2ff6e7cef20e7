"""What a Selection leaves of the Dataset: the only thing that maps, tables, charts and exports see."""

from dataclasses import dataclass
from datetime import date

import geopandas as gpd
import pandas as pd

from border_atlas.domain.selection import Selection


@dataclass(frozen=True, eq=False)
class View:
    """The rows that are shown, with the numbers that style them.

    ``missions``, ``areas`` and ``activities`` keep the row labels of the Dataset, by which the
    browser knows them. ``area_counts`` (index ``area_id``) and ``mission_counts`` (index
    ``mission_id``) have one row for each one shown, in the same order, with the columns

    - ``i``: row label in the Dataset
    - ``n``: number of matching activities
    - ``leading_family``: family of most of them (the first in the order of `Family` if equal; empty
      if there is none)
    - areas: ``leading_organisation`` likewise and ``n_missions``, missions at work there
    - missions: ``n_areas`` and ``status`` on ``judged_on``

    ``sites`` are the field sites of the missions shown that can have been there at the time asked for.
    ``crossings`` are the crossing points that a matching activity names, and those of the chosen border area.
    ``judged_on`` is the day on which statuses were judged. ``of_one_record``: the map of a profile, which holds
    nothing but what belongs to its record.
    """

    selection: Selection
    missions: gpd.GeoDataFrame
    areas: gpd.GeoDataFrame
    activities: pd.DataFrame
    area_counts: pd.DataFrame
    mission_counts: pd.DataFrame
    sites: gpd.GeoDataFrame
    crossings: gpd.GeoDataFrame
    judged_on: date
    of_one_record: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to show."""
        return len(self.missions) == 0 and len(self.areas) == 0

    def activities_of(self, *, mission_id: str | None = None, area_id: str | None = None) -> pd.DataFrame:
        """Give the matching activities of a mission, of an area, or of the one in the other."""
        rows = self.activities
        if mission_id is not None:
            rows = rows[rows["mission_id"] == mission_id]
        return rows if area_id is None else rows[rows["area_id"] == area_id]
