"""Short names for rows of charts, each used once."""

from collections.abc import Iterable
from functools import lru_cache

import pandas as pd

from border_atlas.data.dataset import Dataset


@lru_cache(maxsize=4)
def mission_labels(dataset: Dataset) -> "pd.Series[str]":
    """Return a short name of each mission (index ``mission_id``): its acronym, else its name."""
    frame = dataset.missions.set_index("mission_id")
    labels: pd.Series[str] = frame["acronym"].where(frame["acronym"] != "", frame["name"])
    return labels


@lru_cache(maxsize=4)
def area_labels(dataset: Dataset) -> "pd.Series[str]":
    """Return the name of each border area (index ``area_id``)."""
    labels: pd.Series[str] = dataset.areas.set_index("area_id")["name"]
    return labels


def once_each(labels: Iterable[str]) -> list[str]:
    """Add a number to repeated labels, because a chart has one row a label.

    Examples
    --------
    >>> once_each(["KFOR", "UNMIK", "KFOR"])
    ['KFOR', 'UNMIK', 'KFOR (2)']
    """
    used: set[str] = set()
    result = []
    for label in labels:
        number, unique = 1, label
        while unique in used:
            number += 1
            unique = f"{label} ({number})"
        used.add(unique)
        result.append(unique)
    return result
