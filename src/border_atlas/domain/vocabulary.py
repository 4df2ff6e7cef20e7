"""The values a Selection may use: what the dataset knows, with the words to say it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.model import ActivityType, AreaKind, Engagement, Family, MissionStatus, Organisation, Verified

#: Dates at or beyond these are open ends, not dates.
_OPEN_START: Final = pd.Timestamp("0002-01-01").as_unit("s")
_OPEN_END: Final = pd.Timestamp("9999-01-01").as_unit("s")
_EMPTY: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Known values of each facet; mappings lead from id or code to the name people read."""

    organisations: tuple[str, ...] = tuple(map(str, Organisation))
    families: tuple[str, ...] = tuple(map(str, Family))
    activity_types: tuple[str, ...] = tuple(map(str, ActivityType))
    engagements: tuple[str, ...] = tuple(map(str, Engagement))
    statuses: tuple[str, ...] = tuple(map(str, MissionStatus))
    kinds: tuple[str, ...] = tuple(map(str, AreaKind))
    verified: tuple[str, ...] = tuple(map(str, Verified))
    countries: Mapping[str, str] = field(default_factory=dict)
    missions: Mapping[str, str] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)
    year_min: int = 1945
    year_max: int = 2100
    data_as_of: date = date.max
    renamed: Mapping[str, str] = field(default_factory=dict)


def vocabulary_of(dataset: Dataset, renamed: Mapping[str, str] = _EMPTY) -> Vocabulary:
    """Gather the values that occur in ``dataset``.

    Parameters
    ----------
    renamed
        Former ids of missions and areas with their present ones, so that old links go on working.
    """
    year_min, year_max = _years(dataset)
    return Vocabulary(
        organisations=_in_order(Organisation, dataset.missions["organisation"]),
        kinds=_in_order(AreaKind, dataset.areas["kind"]),
        countries=_countries(dataset),
        missions=_labels(dataset.missions, "mission_id", "acronym"),
        areas=_labels(dataset.areas, "area_id", "name"),
        year_min=year_min,
        year_max=year_max,
        data_as_of=dataset.data_as_of,
        renamed=MappingProxyType(dict(renamed)),
    )


def _in_order(words: Iterable[str], present: pd.Series) -> tuple[str, ...]:
    """Give the values that occur, in the order of the controlled words."""
    there = set(present)
    return tuple(str(word) for word in words if word in there)


def _labels(frame: pd.DataFrame, key: str, label: str) -> Mapping[str, str]:
    pairs = zip(frame[key], frame[label], strict=True)
    return MappingProxyType(
        {str(one): str(name) if isinstance(name, str) and name else str(one) for one, name in pairs}
    )


def _countries(dataset: Dataset) -> Mapping[str, str]:
    """Name every country that a mission or an area refers to, by its code if it has no name."""
    names = dict(zip(dataset.countries["iso3"], dataset.countries["name"], strict=True))
    cells = [*dataset.missions["host_countries"], *dataset.areas["countries"]]
    used = {str(code) for cell in cells for code in cell}
    named = {code: str(names.get(code, code)) for code in used}
    return MappingProxyType(dict(sorted(named.items(), key=lambda pair: pair[1])))


def _years(dataset: Dataset) -> tuple[int, int]:
    """Give the first and last year in which anything known begins, ends or is of today."""
    starts = pd.concat([dataset.missions["earliest"], dataset.activities["earliest"]])
    ends = pd.concat([dataset.missions["latest"], dataset.activities["latest"]])
    known_starts = starts[starts > _OPEN_START]
    known_ends = ends[ends < _OPEN_END]
    as_of = dataset.data_as_of.year
    first = int(known_starts.dt.year.min()) if len(known_starts) else as_of
    last = int(known_ends.dt.year.max()) if len(known_ends) else as_of
    latest_start = int(known_starts.dt.year.max()) if len(known_starts) else as_of
    return min(first, as_of), max(last, latest_start, as_of)
