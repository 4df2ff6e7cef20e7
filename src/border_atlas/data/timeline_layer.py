"""The browser's copy of who worked where and when, as numbers: what the year slider plays from."""

import json
from collections.abc import Mapping, Sequence

import pandas as pd

from border_atlas.data.dates import BEGINNING, Interval, life, parse_optional
from border_atlas.data.tables import records
from border_atlas.model import FAMILY_OF, ActivityType, Family, Organisation

_FAMILY = {family: number for number, family in enumerate(Family)}
_ORGANISATION = {str(organisation): number for number, organisation in enumerate(Organisation)}


def timeline_layer(missions: pd.DataFrame, areas: pd.DataFrame, activities: pd.DataFrame) -> dict[str, str]:
    """Return the layer ``timeline`` as JSON, made from the tables.

    ``missions`` holds first and last year of each, ``activities`` for each ``[mission row, area row, family
    number, organisation number, first year, last year]``; the numbers are places in the controlled
    vocabularies, an open end is 9999.
    """
    lives = [_life(row, BEGINNING.year) for row in records(missions)]
    mission_row = {key: row for row, key in enumerate(missions["mission_id"])}
    area_row = {key: row for row, key in enumerate(areas["area_id"])}
    lead = [_ORGANISATION[name] for name in missions["organisation"]]
    rows = []
    for activity in records(activities):
        mission = mission_row[activity["mission_id"]]
        family = _FAMILY[FAMILY_OF[ActivityType(activity["activity_type"])]]
        years = _life(activity, lives[mission][0])
        rows.append([mission, area_row[activity["area_id"]], family, lead[mission], *years])
    return {"timeline": _compact({"missions": lives, "activities": rows})}


def _life(row: Mapping[str, str], since: int) -> tuple[int, int]:
    start = parse_optional(row["start_date"])
    interval: Interval = life(start, parse_optional(row["end_date"]), since=BEGINNING)
    return (interval.earliest.year if start else since, interval.latest.year)


def _compact(layer: Mapping[str, Sequence[Sequence[int]]]) -> str:
    return json.dumps(layer, separators=(",", ":"))
