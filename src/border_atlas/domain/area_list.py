"""All border areas as a table: what each is, who works there today, who ever did, since when."""

from functools import lru_cache

import pandas as pd

from border_atlas.config import FIRST_YEAR
from border_atlas.data.dataset import Dataset
from border_atlas.domain.area_words import status_label
from border_atlas.domain.area_work import MissionHere, Presence, activities_in, missions_here, per_year
from border_atlas.domain.view import View
from border_atlas.model import VERIFIED_LABELS, Verified

#: Column with the number of missions in each year from `FIRST_YEAR` on.
YEARS = "Missions in each year"


def area_list(dataset: Dataset, view: View) -> pd.DataFrame:
    """Return one row for each area of a View; the numbers are of all records, whatever the filters.

    Those with most missions at work come first. ``area_id`` is an id, `YEARS` holds lists of numbers.
    """
    rows = _all(dataset)
    return rows[rows["area_id"].isin(view.areas["area_id"])].reset_index(drop=True)


@lru_cache(maxsize=4)
def _all(dataset: Dataset) -> pd.DataFrame:
    areas = dataset.areas
    names = dict(zip(dataset.countries["iso3"], dataset.countries["name"], strict=True))
    described = pd.DataFrame(
        {
            "area_id": areas["area_id"],
            "Border area": areas["name"],
            "Kind": areas["kind"].str.capitalize(),
            "Neighbours": [", ".join(names.get(code, code) for code in codes) for codes in areas["countries"]],
            "Line status": [status_label(status) if status else "" for status in areas["line_status"]],
            "Length (km)": pd.to_numeric(areas["length_km"]).round().astype("Int64"),
            "Geometry": areas["geometry_quality"],
            "Verified": [VERIFIED_LABELS[Verified(mark)] for mark in areas["verified"]],
        }
    )
    work = pd.DataFrame([_work(dataset, area_id) for area_id in areas["area_id"]], index=described.index)
    columns = [*described.columns[:-1], *work.columns, "Verified"]
    joined = described.join(work)[columns]
    order = ["At work today", "Missions ever", "Border area"]
    return joined.sort_values(order, ascending=[False, False, True], kind="stable")


def _work(dataset: Dataset, area_id: str) -> dict[str, object]:
    works = activities_in(dataset, [area_id])
    missions = missions_here(dataset, works, area_id=area_id)
    return {
        "At work today": sum(one.presence == Presence.AT_WORK for one in missions),
        "Missions ever": len(missions),
        "Activities": len(works),
        YEARS: per_year(works, FIRST_YEAR, dataset.data_as_of),
        "First work": min(filter(None, works["start_date"]), default=""),
        "Last work": _last(missions, works),
    }


def _last(missions: tuple[MissionHere, ...], works: pd.DataFrame) -> str:
    present = {one.presence for one in missions}
    if Presence.AT_WORK in present:
        return "at work"
    if Presence.MAY_BE in present:
        return "end not known"
    return max(filter(None, works["end_date"]), default="")
