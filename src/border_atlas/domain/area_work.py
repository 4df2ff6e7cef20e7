"""Which missions work or worked on a border area, with what and when, and where nobody did."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.coverage import work_of
from border_atlas.domain.dates_text import say_life
from border_atlas.domain.details import life_of
from border_atlas.domain.rows import area_labels, mission_labels
from border_atlas.model import ACTIVITY_LABELS, ActivityType, EndBasis, Family

_DAY: Final = timedelta(days=1)
_DATES: Final = ("start_date", "start_basis", "end_date", "end_basis", "last_seen")


class Presence(StrEnum):
    """Whether a mission is on a border on the day of the data."""

    AT_WORK = "at work"
    MAY_BE = "may be at work"
    TO_COME = "not yet begun"
    LEFT = "left"


@dataclass(frozen=True)
class Work:
    """One activity of a mission; ``area`` is empty on the area itself, else the name of the other area."""

    activity_id: str
    type_label: str
    family: Family
    dates: str
    area: str


@dataclass(frozen=True)
class MissionHere:
    """A mission with all it does or did on a border.

    ``first`` and ``last`` bound the days on which it can have been there; ``last`` is no later than the day of
    the data. ``dates`` says the same in words, with what the dates rest on.
    """

    mission_id: str
    label: str
    name: str
    organisation: str
    presence: Presence
    dates: str
    first: date
    last: date
    works: tuple[Work, ...]

    @property
    def days(self) -> int:
        """Number of days from first to last, both included."""
        return max((self.last - self.first).days + 1, 0)


@dataclass(frozen=True)
class Gap:
    """Days (both included) on which nobody is on record."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Number of days."""
        return (self.last - self.first).days + 1


def activities_in(dataset: Dataset, area_ids: Iterable[str]) -> pd.DataFrame:
    """Give the activities in areas, ``earliest`` and ``latest`` no wider than their mission's."""
    times = work_of(dataset)
    frame = dataset.activities.assign(earliest=times["earliest"].to_numpy(), latest=times["latest"].to_numpy())
    return frame[frame["area_id"].isin(list(area_ids))]


def missions_here(dataset: Dataset, activities: pd.DataFrame, *, area_id: str) -> tuple[MissionHere, ...]:
    """Gather activities by mission: those at work first, then the last to leave.

    Parameters
    ----------
    activities
        As `activities_in` gives them.
    area_id
        The area itself; works elsewhere name their area.
    """
    labels, areas = mission_labels(dataset), area_labels(dataset)
    known = dataset.missions.set_index("mission_id")
    names, organisations = known["name"], known["organisation"]
    found = []
    for mission_id, rows in activities.groupby("mission_id", sort=False):
        ordered = rows.sort_values(["earliest", "activity_id"], kind="stable")
        found.append(
            MissionHere(
                mission_id=str(mission_id),
                label=labels[mission_id],
                name=names[mission_id],
                organisation=organisations[mission_id],
                presence=_presence(ordered, dataset.data_as_of),
                dates=_period(ordered),
                first=ordered["earliest"].min().date(),
                last=min(ordered["latest"].max().date(), dataset.data_as_of),
                works=tuple(_work(row, "" if row["area_id"] == area_id else areas[row["area_id"]])
                            for _, row in ordered.iterrows()),
            )
        )  # fmt: skip
    order = list(Presence)
    return tuple(sorted(found, key=lambda one: (order.index(one.presence), -one.last.toordinal(), one.first)))


def _work(row: "pd.Series", area: str) -> Work:
    kind = ActivityType(row["activity_type"])
    return Work(row["activity_id"], ACTIVITY_LABELS[kind], Family(row["family"]), life_of(row), area)


def _presence(rows: pd.DataFrame, day: date) -> Presence:
    """Judge by the best shown of a mission's activities."""
    at = pd.Timestamp(day).as_unit("s")
    open_now = rows[(rows["earliest"] <= at) & (rows["latest"] >= at)]
    if len(open_now):
        shown = open_now["end_basis"].isin([EndBasis.RUNNING, EndBasis.ENDED, EndBasis.MANDATE_ENDED])
        return Presence.AT_WORK if shown.any() else Presence.MAY_BE
    return Presence.TO_COME if (rows["earliest"] > at).all() else Presence.LEFT


def _period(rows: pd.DataFrame) -> str:
    """Say the time from the first begin to the last end of several activities (sorted by ``earliest``)."""
    first = rows.iloc[0]
    # Of several open ends the one that is shown to run says most.
    running = rows["end_basis"].eq(EndBasis.RUNNING)
    last = rows.assign(running=running).sort_values(["latest", "running"], kind="stable").iloc[-1]
    begin, end = ({name: str(row[name]) for name in _DATES} for row in (first, last))
    return say_life(
        begin["start_date"], begin["start_basis"], end["end_date"], end["end_basis"], end["last_seen"]
    )  # fmt: skip


def gaps(missions: Sequence[MissionHere], works: pd.DataFrame, as_of: date) -> tuple[Gap, ...]:
    """Find the days from the first work to the day of the data on which nobody can have been at work.

    Imprecise dates get the benefit of the doubt, so a gap is a gap on every reading of the dates.
    """
    if not missions:
        return ()
    found = list(_between(_spans(works, as_of)))
    last = max(mission.last for mission in missions)
    return tuple([*found, Gap(last + _DAY, as_of)] if last < as_of else found)


def _spans(works: pd.DataFrame, as_of: date) -> list[tuple[date, date]]:
    ends = [min(end, as_of) for end in works["latest"].dt.date]
    return sorted(zip(works["earliest"].dt.date, ends, strict=True))


def _between(spans: Sequence[tuple[date, date]]) -> Iterator[Gap]:
    reached = spans[0][1]
    for begin, end in spans[1:]:
        if begin > reached + _DAY:
            yield Gap(reached + _DAY, begin - _DAY)
        reached = max(reached, end)


def per_year(works: pd.DataFrame, first: int, as_of: date) -> list[int]:
    """Count for each year the missions that can have been at work in it."""
    spans = zip(works["earliest"].dt.year, works["latest"].dt.year, works["mission_id"], strict=True)
    at_work: list[set[str]] = [set() for _ in range(first, as_of.year + 1)]
    for begin, end, mission in spans:
        for missions in at_work[max(begin - first, 0) : max(end - first + 1, 0)]:
            missions.add(mission)
    return [len(missions) for missions in at_work]
