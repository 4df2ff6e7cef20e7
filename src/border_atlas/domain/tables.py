"""The result of a selection as three plain tables, with the columns that people read."""

from typing import Final, Literal

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.view import View
from border_atlas.model import ACTIVITY_LABELS, ENGAGEMENT_LABELS, FAMILY_LABELS, ActivityType, Engagement, Family

What = Literal["missions", "areas", "activities"]
WHAT: Final[tuple[What, ...]] = ("missions", "areas", "activities")
ID_COLUMN: Final[dict[What, str]] = {
    "missions": "mission_id",
    "areas": "area_id",
    "activities": "activity_id",
}


def _names(codes: pd.Series, names: dict[str, str]) -> pd.Series:
    return codes.map(lambda values: ", ".join(names.get(code, code) for code in values))


def _sources(ids: pd.Series, dataset: Dataset) -> pd.Series:
    by_id = dataset.sources.set_index("source_id")
    said = (by_id["title"] + " <" + by_id["url"] + ">").str.replace(" <>", "", regex=False).to_dict()
    return ids.map(lambda values: " | ".join(said.get(one, one) for one in values))


def _country_names(dataset: Dataset) -> dict[str, str]:
    return dict(zip(dataset.countries["iso3"], dataset.countries["name"], strict=True))


def _missions(dataset: Dataset, view: View) -> pd.DataFrame:
    frame = view.missions
    counts = view.mission_counts["n"].reindex(frame["mission_id"]).fillna(0).astype(int)
    return pd.DataFrame(
        {
            "mission_id": frame["mission_id"],
            "Mission": frame["acronym"],
            "Name": frame["name"],
            "Organisation": frame["organisation"],
            "Host countries": _names(frame["host_countries"], _country_names(dataset)),
            "Headquarters": frame["hq_place"],
            "Start": frame["start_date"],
            "Start basis": frame["start_basis"],
            "End": frame["end_date"],
            "End basis": frame["end_basis"],
            "Activities": counts.to_numpy(),
            "Verified": frame["verified"],
            "Sources": _sources(frame["source_ids"], dataset),
        }
    )


def _areas(dataset: Dataset, view: View) -> pd.DataFrame:
    frame = view.areas
    counts = view.area_counts.reindex(frame["area_id"])
    return pd.DataFrame(
        {
            "area_id": frame["area_id"],
            "Border area": frame["name"],
            "Kind": frame["kind"],
            "Countries": _names(frame["countries"], _country_names(dataset)),
            "Line status": frame["line_status"],
            "Length (km)": pd.to_numeric(frame["length_km"]).round().astype("Int64"),
            "Geometry": frame["geometry_quality"],
            "Activities": counts["n"].to_numpy(),
            "Missions": counts["n_missions"].to_numpy(),
            "Verified": frame["verified"],
            "Sources": _sources(frame["source_ids"], dataset),
        }
    )


def _activities(dataset: Dataset, view: View) -> pd.DataFrame:
    frame = view.activities
    acronyms = dataset.missions.set_index("mission_id")["acronym"]
    names = dataset.areas.set_index("area_id")["name"]
    return pd.DataFrame(
        {
            "activity_id": frame["activity_id"],
            "mission_id": frame["mission_id"],
            "area_id": frame["area_id"],
            "Mission": frame["mission_id"].map(acronyms),
            "Border area": frame["area_id"].map(names),
            "Family": frame["family"].map(lambda value: FAMILY_LABELS[Family(value)]),
            "Activity": frame["activity_type"].map(lambda value: ACTIVITY_LABELS[ActivityType(value)]),
            "How": frame["engagement"].map(lambda value: ENGAGEMENT_LABELS[Engagement(value)]),
            "Title": frame["title"],
            "Summary": frame["summary"],
            "Start": frame["start_date"],
            "Start basis": frame["start_basis"],
            "End": frame["end_date"],
            "End basis": frame["end_basis"],
            "Partners": frame["partners"].map("; ".join),
            "Verified": frame["verified"],
            "Sources": _sources(frame["source_ids"], dataset),
        }
    )


def table(dataset: Dataset, view: View, what: What) -> pd.DataFrame:
    """Return one of the three tables; row labels are those of the dataset."""
    makers = {"missions": _missions, "areas": _areas, "activities": _activities}
    return makers[what](dataset, view)
