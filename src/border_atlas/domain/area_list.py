"""All border areas as a table: what each is, who works there on the day of the data, who ever did, since when."""

from functools import lru_cache

import pandas as pd

from border_atlas.config import FIRST_YEAR
from border_atlas.data.dataset import Dataset
from border_atlas.domain.area_words import status_label
from border_atlas.domain.area_work import activities_in, per_year
from border_atlas.domain.coverage import present_in
from border_atlas.domain.dates_text import say_day
from border_atlas.domain.view import View
from border_atlas.model import VERIFIED_LABELS, Verified

#: Column with the number of missions in each year from `FIRST_YEAR` on.
YEARS = "Missions in each year"
#: Column with the number of missions that are not shown to run, but whose end is not on record.
UNSURE = "End not known"


def at_work_on(dataset: Dataset) -> str:
    """Return the name of the column that counts missions shown to run; it says the day of the data."""
    return f"At work on {say_day(dataset.data_as_of)}"


def area_list(dataset: Dataset, view: View) -> pd.DataFrame:
    """Return one row for each area of a View; the numbers are of all records, whatever the filters.

    Those with most missions shown to run come first, then those with most whose end is not known. ``area_id`` is
    an id, `YEARS` holds lists of numbers.
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
    present = present_in(dataset)
    work = pd.DataFrame([_work(dataset, area_id, *present[area_id]) for area_id in areas["area_id"]], index=areas.index)
    columns = [*described.columns[:-1], *work.columns, "Verified"]
    joined = described.join(work)[columns]
    order = [at_work_on(dataset), UNSURE, "Missions ever", "Border area"]
    return joined.sort_values(order, ascending=[False, False, False, True], kind="stable")


def _work(dataset: Dataset, area_id: str, shown: int, unsure: int) -> dict[str, object]:
    works = activities_in(dataset, [area_id])
    return {
        at_work_on(dataset): shown,
        UNSURE: unsure,
        "Missions ever": works["mission_id"].nunique(),
        "Activities": len(works),
        YEARS: per_year(works, FIRST_YEAR, dataset.data_as_of),
        "First work": min(filter(None, works["start_date"]), default=""),
        "Last work": _last(works, shown, unsure),
    }


def _last(works: pd.DataFrame, shown: int, unsure: int) -> str:
    if shown or unsure:
        return "at work" if shown else "end not known"
    return max(filter(None, works["end_date"]), default="")
