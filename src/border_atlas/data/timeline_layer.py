"""The browser's copy of who worked where and when, as numbers: what the year slider plays from."""

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.model import Family, Organisation

#: An open end; later than any year a slider shows.
OPEN: int = 9999


def _years(frame: pd.DataFrame) -> list[list[int]]:
    first, last = frame["earliest"].dt.year, frame["latest"].dt.year
    return [[int(a), int(b)] for a, b in zip(first, last, strict=True)]


def timeline(dataset: Dataset) -> dict[str, list[list[int]]]:
    """Return first and last year of each mission, and for each activity

    ``[mission row, area row, family number, organisation number, first year, last year]``; numbers of families
    and organisations are their places in the controlled vocabularies.
    """
    mission_row = {key: row for row, key in enumerate(dataset.missions["mission_id"])}
    area_row = {key: row for row, key in enumerate(dataset.areas["area_id"])}
    family = {str(key): number for number, key in enumerate(Family)}
    organisation = {str(key): number for number, key in enumerate(Organisation)}
    leads = dict(zip(dataset.missions["mission_id"], dataset.missions["organisation"], strict=True))
    rows = zip(*(dataset.activities[name] for name in ("mission_id", "area_id", "family")), strict=True)
    return {
        "missions": _years(dataset.missions),
        "activities": [
            [mission_row[mission], area_row[area], family[kind], organisation[leads[mission]], *years]
            for (mission, area, kind), years in zip(rows, _years(dataset.activities), strict=True)
        ],
    }
