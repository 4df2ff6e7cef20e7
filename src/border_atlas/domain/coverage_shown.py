"""Whether work is shown to run, or its end is only not known: one rule for gaps, lists of areas and slides."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.data.dates import BEGINNING, parse_optional
from border_atlas.domain.index import Mask
from border_atlas.domain.rows import mission_labels
from border_atlas.model import EndBasis, StartBasis

#: The rule, for whoever reads its results.
RULE: Final = (
    "Shown to run: an end on a later day is on record, a page shows the work on a later day, or its record says "
    "that it runs. End not known: none of these, however long ago the work was last seen; it counts neither as "
    "being at work nor as having left."
)
_SURE: Final = frozenset({EndBasis.RUNNING, EndBasis.ENDED, EndBasis.MANDATE_ENDED})
#: Starts that a page tells of the work itself; others are those of a decision or of the whole mission.
_SEEN_TO_BEGIN: Final = frozenset({StartBasis.LAUNCHED, StartBasis.FIRST_SEEN})


def shown_to_run(dataset: Dataset, first: date) -> Mask:
    """Mark the activities shown to run on or after a day; only for those that can be active then it tells anything.

    A date known to the year or month counts for all of it, but none reaches beyond the day of the data.
    """
    sure, until = _evidence(dataset)
    return np.asarray(sure | (until > np.datetime64(first, "s")))


@lru_cache(maxsize=4)
def _evidence(dataset: Dataset) -> tuple[Mask, npt.NDArray[np.datetime64]]:
    """Tell of each activity whether its end is sure (it runs, or ended), else until when a page shows it."""
    rows = dataset.activities
    days = [_last_day(row, dataset.data_as_of) for _, row in rows.iterrows()]
    return rows["end_basis"].isin(_SURE).to_numpy(), np.array(days, dtype="datetime64[s]")


def _last_day(row: "pd.Series", as_of: date) -> date:
    seen = parse_optional(str(row["end_date"] or _last_seen(row)))
    return min(seen.last, as_of) if seen else BEGINNING


def _last_seen(row: "pd.Series") -> str:
    """Give the last date on which a page shows work, if only that it began; empty without any."""
    begun = row["start_date"] if row["start_basis"] in _SEEN_TO_BEGIN else ""
    return str(row["last_seen"] or begun)


def seen_years(dataset: Dataset) -> list[int]:
    """Give for each activity the year in which a page last shows it, or that it began; 0 without any."""
    rows = dataset.activities
    return [int((_last_seen(row) or row["start_date"] or "0")[:4]) for _, row in rows.iterrows()]


def last_seen(activities: pd.DataFrame) -> str:
    """Give the latest date (as precisely as known) on which a page shows one of several activities, or ``""``."""
    return max((_last_seen(row) for _, row in activities.iterrows()), default="")


def say_last_seen(activities: pd.DataFrame) -> str:
    """Say in which year activities were last seen: ``last seen 1964``; else when they began, if that is known."""
    seen = last_seen(activities)
    if seen:
        return f"last seen {seen[:4]}"
    begun = min(filter(None, activities["start_date"]), default="")
    return f"begun {begun[:4]}, not seen since" if begun else "never seen"


def say_unsure(dataset: Dataset, activities: pd.DataFrame) -> Iterable[str]:
    """Name the missions of activities whose end is not known: ``MVA-R (last seen 2024)``."""
    labels = mission_labels(dataset)
    for mission_id, rows in activities.groupby("mission_id", sort=False):
        yield f"{labels[mission_id]} ({say_last_seen(rows)})"
