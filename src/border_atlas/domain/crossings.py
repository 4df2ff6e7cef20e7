"""Crossing points: which of them belong to an area or an activity, and what a profile tells of them."""

from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

import geopandas as gpd
import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.cards import Proof
from border_atlas.domain.proofs import proof_of
from border_atlas.domain.rows import mission_labels


class CrossingLine(NamedTuple):
    """A crossing point with what passes, the countries it joins and what was done there, each with its mission."""

    name: str
    traffic: str
    countries: tuple[str, ...]
    activities: tuple[str, ...]
    proof: Proof


def crossings_of(
    dataset: Dataset, *, areas: Collection[str] = (), activities: Collection[str] = ()
) -> gpd.GeoDataFrame:
    """Return the crossing points of some areas and those that some activities name; both are ids."""
    rows, named = dataset.crossings, frozenset(activities)
    by_work = [not named.isdisjoint(ids) for ids in rows["activity_ids"]]
    return rows[rows["area_id"].isin(list(areas)) | pd.Series(by_work, index=rows.index, dtype=bool)]


def crossing_lines(dataset: Dataset, rows: pd.DataFrame) -> tuple[CrossingLine, ...]:
    """Give the lines of a profile on crossing points, by name."""
    names = dict(zip(dataset.countries["iso3"], dataset.countries["name"], strict=True))
    works = _works(dataset)
    lines = [
        CrossingLine(
            name=row["name"], traffic=row["traffic"], proof=proof_of(dataset, row),
            countries=tuple(names.get(code, code) for code in row["countries"]),
            activities=tuple(works[one] for one in row["activity_ids"] if one in works),
        )
        for _, row in rows.iterrows()
    ]  # fmt: skip
    return tuple(sorted(lines, key=lambda line: line.name))


@lru_cache(maxsize=4)
def names_by_activity(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """Return the names of the crossing points that each activity is about, by the id of the activity."""
    named: dict[str, list[str]] = {}
    for name, ids in zip(dataset.crossings["name"], dataset.crossings["activity_ids"], strict=True):
        for one in ids:
            named.setdefault(one, []).append(name)
    return {one: tuple(sorted(names)) for one, names in named.items()}


def _works(dataset: Dataset) -> dict[str, str]:
    labels, frame = mission_labels(dataset), dataset.activities
    told = zip(frame["activity_id"], frame["mission_id"], frame["title"], strict=True)
    return {one: f"{labels[mission]}: {title}" for one, mission, title in told}
