"""Activities over time: the rows of a timeline, and how many there were in each year."""

from collections.abc import Hashable, Mapping
from datetime import date, timedelta
from typing import Any, Final, Literal

import numpy as np
import pandas as pd

from border_atlas.config import FIRST_YEAR
from border_atlas.data.dataset import Dataset
from border_atlas.domain.dates_text import say_life
from border_atlas.domain.rows import area_labels, mission_labels, once_each
from border_atlas.domain.segments import Life, Part, Segment, segments, sure_span
from border_atlas.model import ACTIVITY_LABELS, FAMILY_LABELS, ActivityType, Family, Organisation

Label = Literal["both", "mission", "area"]
GroupBy = Literal["organisation", "family"]

_NAMED: Final = (
    "row", "activity_id", "mission_id", "area_id", "mission", "area", "organisation", "family",
    "family_label", "type_label", "title", "life",
)  # fmt: skip
#: Columns of `timeline_rows`.
ROW_COLUMNS: Final = (*_NAMED, "part", "begin", "end", "x", "x2", "opacity", "sign")
#: Columns of `per_year`.
YEAR_COLUMNS: Final = ("year", "group", "group_label", "place", "n", "n_sure")
_DAY: Final = timedelta(days=1)


def as_year(day: date) -> float:
    """Return a day as a year with a fraction, which needs no time zone in a browser."""
    first = date(day.year, 1, 1)
    return day.year + (day - first).days / (date(day.year, 12, 31) - first + _DAY).days


def timeline_rows(dataset: Dataset, activities: pd.DataFrame, *, label: Label = "both") -> pd.DataFrame:
    """Return one row for each part and mark of each activity, the earliest activity first.

    ``row`` is a label that no other activity has; ``begin`` and ``end`` are ISO days, both included;
    ``x`` and ``x2`` the same as years with a fraction; ``part`` is one of `Part`.

    Parameters
    ----------
    label
        What names a row: mission and area (``both``), the mission and the type of activity, or the type and the area.
    """
    ordered = _named(dataset, activities).sort_values(["earliest", "mission", "activity_id"])
    ordered["row"] = _labels(ordered, label)
    rows = [
        _row(record, segment)
        for record in ordered.to_dict("records")
        for segment in segments(Life.of(record), dataset.data_as_of)
    ]
    return pd.DataFrame(rows, columns=list(ROW_COLUMNS))


def _labels(named: pd.DataFrame, label: Label) -> list[str]:
    """Name each row once, what tells rows apart first: the end of a long label is cut."""
    if label == "area":
        areas = named["area"]
        told = pd.Series(named["type_label"], index=named.index)
        numbers = told.groupby([areas, told]).cumcount() + 1
        typed = told.where(numbers == 1, told + " (" + numbers.astype(str) + ")")
        return once_each(typed + " · " + areas)
    second = named["area"] if label == "both" else named["type_label"]
    return once_each(" · ".join(pair) for pair in zip(named["mission"], second, strict=True))


def _named(dataset: Dataset, activities: pd.DataFrame) -> pd.DataFrame:
    dates = activities[["start_date", "start_basis", "end_date", "end_basis", "last_seen"]]
    return activities.assign(
        mission=activities["mission_id"].map(mission_labels(dataset)),
        area=activities["area_id"].map(area_labels(dataset)),
        organisation=_organisations(dataset, activities),
        type_label=activities["activity_type"].map(lambda kind: ACTIVITY_LABELS[ActivityType(kind)]),
        family_label=activities["family"].map(lambda family: FAMILY_LABELS[Family(family)]),
        life=[say_life(*row) for row in dates.itertuples(index=False, name=None)],
    )


def _organisations(dataset: Dataset, activities: pd.DataFrame) -> "pd.Series[str]":
    return activities["mission_id"].map(dataset.missions.set_index("mission_id")["organisation"])


def _row(record: Mapping[Hashable, Any], segment: Segment) -> dict[str, object]:
    after = as_year(segment.end + _DAY)
    return {name: record[name] for name in _NAMED} | {
        "part": segment.part.value,
        "begin": segment.begin.isoformat(),
        "end": segment.end.isoformat(),
        "x": after if segment.part == Part.END_MARK else as_year(segment.begin),
        "x2": after,
        "opacity": segment.opacity,
        "sign": segment.sign,
    }


def per_year(dataset: Dataset, activities: pd.DataFrame, *, by: GroupBy) -> pd.DataFrame:
    """Count activities in each year from `FIRST_YEAR` to the day of the data, by organisation or family.

    ``n`` counts what *can* have been active in a year, by the rule of the filters (open ends and partial
    dates count); ``n_sure`` what surely was. ``place`` is the group's place in the order to
    stack. Years and groups without any are left out.
    """
    groups = _organisations(dataset, activities) if by == "organisation" else activities["family"]
    order = [str(word) for word in (Organisation if by == "organisation" else Family)]
    last = dataset.data_as_of.year
    parts = [
        _years(activities[groups == group], group, place, dataset.data_as_of, last) for place, group in enumerate(order)
    ]
    return pd.concat(parts).sort_values(["year", "place"]).reset_index(drop=True)


def _years(rows: pd.DataFrame, group: str, place: int, as_of: date, last: int) -> pd.DataFrame:
    lives = [sure_span(Life.of(record), as_of) for record in rows.to_dict("records")]
    sure = [(begin.year, end.year) for begin, end in filter(None, lives)]
    possible = zip(rows["earliest"].dt.year, rows["latest"].dt.year, strict=True)
    years = pd.DataFrame(
        {
            "year": range(FIRST_YEAR, last + 1),
            "group": group,
            "group_label": group_label(group),
            "place": place,
            "n": _tally(list(possible), last),
            "n_sure": _tally(sure, last),
        },
        columns=list(YEAR_COLUMNS),
    )
    return years[years["n"] > 0]


def group_label(group: str) -> str:
    """Return the word for an organisation or family that a legend shows."""
    if group in set(Family):
        return FAMILY_LABELS[Family(group)]
    return group[0].upper() + group[1:]


def _tally(spans: list[tuple[int, int]], last: int) -> np.ndarray:
    """Count for each year from `FIRST_YEAR` to ``last`` the spans (years, both included) that hold it."""
    size = last - FIRST_YEAR + 1
    steps = np.zeros(size + 1, dtype=np.int64)
    if spans:
        begins, ends = np.array(spans, dtype=np.int64).T
        np.add.at(steps, np.clip(begins - FIRST_YEAR, 0, size), 1)
        np.add.at(steps, np.clip(ends + 1 - FIRST_YEAR, 0, size), -1)
    return np.cumsum(steps[:-1])
