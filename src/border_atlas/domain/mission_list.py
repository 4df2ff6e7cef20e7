"""All missions as a table: who leads them, where, since when, and how much border work is on record."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.derived import status_on
from border_atlas.domain.details import life_of
from border_atlas.domain.rows import mission_labels
from border_atlas.domain.view import View
from border_atlas.model import VERIFIED_LABELS, EndBasis, MissionStatus, Verified

_RUNNING: Final = str(MissionStatus.RUNNING).capitalize()


def said_status(mission: pd.Series, dataset: Dataset) -> str:
    """Say where a mission stands on the day of the data; running only if a source shows it to run."""
    status = status_on(mission, dataset.data_as_of)
    if status == MissionStatus.RUNNING and mission["end_basis"] != EndBasis.RUNNING:
        return "End not known"
    return str(status).capitalize()


def mission_list(dataset: Dataset, view: View) -> pd.DataFrame:
    """Return one row for each mission of a View; the numbers are of all records, whatever the filters.

    Those that run on the day of the data come first, then the latest to begin. ``mission_id`` is an id.
    """
    rows = _all(dataset)
    return rows[rows["mission_id"].isin(view.missions["mission_id"])].reset_index(drop=True)


@lru_cache(maxsize=4)
def _all(dataset: Dataset) -> pd.DataFrame:
    missions, works = dataset.missions, dataset.activities.groupby("mission_id")
    status = [said_status(row, dataset) for _, row in missions.iterrows()]
    ids = missions["mission_id"]
    table = pd.DataFrame(
        {
            "mission_id": ids,
            "Mission": mission_labels(dataset).to_numpy(),
            "Status": status,
            "Organisation": missions["organisation"],
            "Host countries": [", ".join(host_names(dataset, codes)) for codes in missions["host_countries"]],
            "Period": [life_of(row) for _, row in missions.iterrows()],
            "Start": missions["start_date"],
            "End": missions["end_date"],
            "Activities": ids.map(works.size()).fillna(0).astype(int),
            "Border areas": ids.map(works["area_id"].nunique()).fillna(0).astype(int),
            "Full name": missions["name"],
            "Verified": [VERIFIED_LABELS[Verified(mark)] for mark in missions["verified"]],
        }
    )
    runs = [one == _RUNNING for one in status]
    order = table.assign(_runs=runs).sort_values(["_runs", "Start"], ascending=[False, False], kind="stable")
    return order.drop(columns="_runs")


def host_names(dataset: Dataset, codes: Iterable[str]) -> tuple[str, ...]:
    """Return the names of countries; a code without a name stays as it is."""
    names = dataset.countries.set_index("iso3")["name"]
    return tuple(str(names.get(code, code)) for code in codes)
