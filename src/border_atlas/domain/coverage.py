"""Who works where on a day or in a year: overlaps, gaps, and where the last mission has left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.coverage_shown import seen_years, shown_to_run
from border_atlas.domain.index import Mask, index_of
from border_atlas.domain.stretches import Stretches
from border_atlas.model import AreaKind, LineStatus

#: Kinds of border that are also told by the status of their line, whatever the kind of area.
_BY_STATUS: Final = {AreaKind.CEASEFIRE_LINE: {LineStatus.CEASEFIRE_LINE, LineStatus.LINE_OF_CONTROL}}
#: An area counts as covered, overlapped or given up by what is true of more than this share of it.
MOST: Final = 0.5


@dataclass(frozen=True)
class Question:
    """A period, and what of the world and of the work is asked for; empty tuples ask for all.

    ``families`` are those of the activities that count, ``kinds`` of the border areas looked at (a ceasefire
    line also goes by the status of its line). ``together`` are organisations that must all be at work for an
    overlap. ``years`` is how far back an end may lie to be recent.
    """

    first: date
    last: date
    countries: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    years: int = 10

    @property
    def is_day(self) -> bool:
        """Whether a single day is asked for, not a year."""
        return self.first == self.last


def year_of(year: int) -> tuple[date, date]:
    """Give the first and the last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


@dataclass(frozen=True, eq=False)
class Coverage:
    """The answer in masks: rows of ``stretches`` and columns of missions or areas in the Dataset's order.

    ``now`` marks the missions that can be at work on each stretch in the period, ``sure`` those among them that
    are shown to run (see `coverage_shown`), ``before`` those whose work there had ended; ``region`` and ``areas``
    mark the stretches and areas that are asked for; ``works`` are the rows of activities that count (see
    `work_of`), ``active``, ``shown`` and ``past`` mark among them in the same way.
    """

    question: Question
    dataset: Dataset
    stretches: Stretches
    works: pd.DataFrame
    active: Mask
    shown: Mask
    past: Mask
    now: Mask
    sure: Mask
    before: Mask
    region: Mask
    areas: Mask

    @property
    def anybody(self) -> Mask:
        """Stretches anywhere on which a mission can be at work, shown to run or not."""
        return np.asarray(self.now.any(axis=1))

    @property
    def somebody(self) -> Mask:
        """Stretches anywhere on which a mission is shown to run."""
        return np.asarray(self.sure.any(axis=1))

    @property
    def at_work(self) -> Mask:
        """Stretches of the region where a mission is shown to run."""
        return self.region & self.somebody

    @property
    def unsure(self) -> Mask:
        """Stretches of the region where the end of all work is not known."""
        return self.region & self.anybody & ~self.somebody

    @property
    def overlaps(self) -> Mask:
        """Stretches of the region where two missions are shown to run, all organisations asked for among them."""
        return self.region & self._meeting(self.sure)

    @property
    def unsure_overlaps(self) -> Mask:
        """Stretches of the region that are overlaps only if work whose end is not known goes on."""
        return self.region & self._meeting(self.now) & ~self._meeting(self.sure)

    def _meeting(self, missions: Mask) -> Mask:
        marked = missions.sum(axis=1) > 1
        organisations = self.dataset.missions["organisation"].to_numpy()
        for wanted in self.question.together:
            marked &= missions[:, organisations == wanted].any(axis=1)
        return np.asarray(marked)

    @property
    def gaps(self) -> Mask:
        """Stretches of the region where no mission can be at work although one was."""
        return self.region & ~self.anybody & self.before.any(axis=1)

    def seen_since(self, year: int) -> Mask:
        """Mark stretches anywhere on which a page shows work that can go on, or its begin, in a year or later."""
        seen = self.works["seen"].to_numpy() >= year
        return np.asarray(self.stretches.areas[:, self.areas_with(self.active & seen)].any(axis=1))

    def areas_with(self, works: Mask) -> Mask:
        """Mark the areas in which one of the marked works lies."""
        areas = np.zeros(len(self.areas), dtype=np.bool_)
        areas[self.works["area"][works]] = True
        return areas

    def km(self, stretches: Mask) -> float:
        """Give the length of the marked stretches in kilometres."""
        return float(self.stretches.table["km"].to_numpy()[stretches].sum())


@lru_cache(maxsize=4)
def work_of(dataset: Dataset) -> pd.DataFrame:
    """Give the times of all activities, none longer than its mission's.

    Returns
    -------
    One row an activity, in their order: positions ``mission`` and ``area``, ``family``, ``earliest``,
    ``latest``, ``bound``, which tells whether the mission's end comes before the activity's own, and ``seen``,
    the year in which a page last shows it, or that it began (0: none does).
    """
    index = index_of(dataset)
    missions, activities = dataset.missions, dataset.activities
    ends = missions["latest"].to_numpy()[index.mission_of]
    starts = missions["earliest"].to_numpy()[index.mission_of]
    own_end = activities["latest"].to_numpy()
    return pd.DataFrame(
        {
            "mission": index.mission_of,
            "area": index.area_of,
            "family": activities["family"].to_numpy(),
            "type": activities["activity_type"].to_numpy(),
            "earliest": np.maximum(activities["earliest"].to_numpy(), starts),
            "latest": np.minimum(own_end, ends),
            "bound": ends < own_end,
            "seen": seen_years(dataset),
        }
    )


@lru_cache(maxsize=4)
def present_in(dataset: Dataset) -> dict[str, tuple[int, int]]:
    """Count by ``area_id`` the missions in each area shown to run on the day of the data, and those that may be there.

    The second number is of missions that are not shown to run but whose end is not known.
    """
    works, day = work_of(dataset), np.datetime64(dataset.data_as_of, "s")
    active = ((works["earliest"] <= day) & (works["latest"] >= day)).to_numpy()
    shown = active & shown_to_run(dataset, dataset.data_as_of)
    counts = [works[marked].groupby("area")["mission"].nunique() for marked in (shown, active)]
    number = [count.reindex(range(len(dataset.areas)), fill_value=0) for count in counts]
    return {
        str(area_id): (int(sure), int(every - sure))
        for area_id, sure, every in zip(dataset.areas["area_id"], *number, strict=True)
    }


def cover(dataset: Dataset, stretches: Stretches, question: Question) -> Coverage:
    """Answer a question for every stretch and area."""
    works = work_of(dataset)
    if question.families:
        works = works[works["family"].isin(question.families)]
    first, last = np.datetime64(question.first, "s"), np.datetime64(question.last, "s")
    begun = (works["earliest"] <= last).to_numpy()
    over = (works["latest"] < first).to_numpy()
    shown = begun & ~over & shown_to_run(dataset, question.first)[works.index]
    areas = _areas_asked_for(dataset, question)
    return Coverage(
        question=question,
        dataset=dataset,
        stretches=stretches,
        works=works,
        active=begun & ~over,
        shown=shown,
        past=over,
        now=_missions_on(stretches, works[begun & ~over], dataset),
        sure=_missions_on(stretches, works[shown], dataset),
        before=_missions_on(stretches, works[over], dataset),
        region=_stretches_asked_for(stretches, question, areas),
        areas=areas,
    )


def _missions_on(stretches: Stretches, works: pd.DataFrame, dataset: Dataset) -> Mask:
    """Mark for each stretch the missions that work in one of the areas on it."""
    at_work = np.zeros((len(dataset.areas), len(dataset.missions)), dtype=np.uint8)
    at_work[works["area"], works["mission"]] = 1
    return np.asarray(stretches.areas.astype(np.uint8) @ at_work > 0)


def _areas_asked_for(dataset: Dataset, question: Question) -> Mask:
    areas = dataset.areas
    marked = _among(areas["countries"], question.countries)
    if question.kinds:
        statuses = {status for kind in question.kinds for status in _BY_STATUS.get(AreaKind(kind), ())}
        marked &= (areas["kind"].isin(question.kinds) | areas["line_status"].isin(statuses)).to_numpy()
    return marked


def _stretches_asked_for(stretches: Stretches, question: Question, areas: Mask) -> Mask:
    marked = _among(stretches.table["countries"], question.countries)
    return marked & stretches.areas[:, areas].any(axis=1) if question.kinds else marked


def _among(cells: Iterable[tuple[str, ...]], countries: tuple[str, ...]) -> Mask:
    wanted = set(countries)
    return np.array([not wanted or not wanted.isdisjoint(cell) for cell in cells], dtype=np.bool_)
