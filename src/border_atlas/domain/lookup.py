"""One record of a Dataset by its id, found without looking through the table."""

from functools import lru_cache
from typing import Final, Literal

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.errors import SelectionError

Key = Literal["mission_id", "area_id"]
_NOUNS: Final[dict[Key, str]] = {"mission_id": "mission", "area_id": "border area"}


def record(dataset: Dataset, key: Key, record_id: str) -> pd.Series:
    """Return the row of a mission or border area.

    Raises
    ------
    SelectionError
        If there is no such record.
    """
    found: pd.Series = _table(dataset, key).iloc[position(dataset, key, record_id)]
    return found


def position(dataset: Dataset, key: Key, record_id: str) -> int:
    """Return the place of a mission or border area in its table.

    Raises
    ------
    SelectionError
        If there is no such record.
    """
    place = _places(dataset, key).get(record_id)
    if place is None:
        msg = f"“{record_id}” is no {_NOUNS[key]} of this dataset."
        raise SelectionError(msg)
    return place


@lru_cache(maxsize=8)
def _places(dataset: Dataset, key: Key) -> dict[str, int]:
    return {str(record_id): place for place, record_id in enumerate(_table(dataset, key)[key])}


def _table(dataset: Dataset, key: Key) -> pd.DataFrame:
    return pd.DataFrame(dataset.missions if key == "mission_id" else dataset.areas)
