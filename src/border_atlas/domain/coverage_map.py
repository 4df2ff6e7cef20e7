"""Coverage for a map: which border areas to show, in which state, and the missions at work there."""

from dataclasses import replace
from enum import StrEnum
from typing import Final

import numpy as np
import pandas as pd

from border_atlas.domain.coverage import MOST, Coverage
from border_atlas.domain.derived import statuses_on
from border_atlas.domain.index import Mask
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.view import View


class CoverageState(StrEnum):
    """What is true of most of a border area in the period asked for."""

    OVERLAP = "overlap"
    ONE = "one mission"
    UNSURE = "end not known"
    ENDED = "recently ended"
    GAP = "gap"


#: A state's number on the map is its place here.
STATES: Final = tuple(CoverageState)


def area_states(coverage: Coverage, ended: pd.DataFrame) -> dict[int, CoverageState]:
    """Give the state of each area that has or had a mission, by its row in the Dataset.

    Parameters
    ----------
    ended
        The table of areas whose last mission left recently.
    """
    overlapped = coverage.stretches.share_of(coverage.overlaps) > MOST
    worked = _shown(coverage)
    unsure, left = unsure_areas(coverage), coverage.areas_with(coverage.past)
    lately = np.isin(coverage.dataset.areas["area_id"], ended["area_id"])
    states: dict[int, CoverageState] = {}
    for area in np.flatnonzero(coverage.areas & (worked | unsure | left)):
        if worked[area]:
            states[int(area)] = CoverageState.OVERLAP if overlapped[area] else CoverageState.ONE
        elif unsure[area]:
            states[int(area)] = CoverageState.UNSURE
        else:
            states[int(area)] = CoverageState.ENDED if lately[area] else CoverageState.GAP
    return states


def unsure_areas(coverage: Coverage) -> Mask:
    """Mark the areas asked for where no mission is shown to run and the end of some work is not known."""
    maybe = (coverage.stretches.share_of(coverage.anybody) > MOST) | coverage.areas_with(coverage.active)
    return np.asarray(coverage.areas & maybe & ~_shown(coverage))


def _shown(coverage: Coverage) -> Mask:
    return np.asarray((coverage.stretches.share_of(coverage.somebody) > MOST) | coverage.areas_with(coverage.shown))


def coverage_view(coverage: Coverage, states: dict[int, CoverageState], selection: Selection) -> View:
    """Give a View of the areas that have a state and of the missions at work in them.

    Of the selection only the chosen mission or area counts. Status is judged on the last day of the period, at the
    latest on the day of the data.
    """
    day = min(coverage.question.last, coverage.dataset.data_as_of)
    whole = select(coverage.dataset, Selection(mission=selection.mission, area=selection.area))
    areas = whole.areas.loc[sorted(states)]
    at_work = coverage.works[coverage.active]
    missions = whole.missions.loc[sorted(set(at_work.loc[at_work["area"].isin(list(states)), "mission"]))]
    return replace(
        whole,
        areas=areas,
        missions=missions,
        activities=whole.activities.loc[at_work.index[at_work["area"].isin(list(states))]],
        area_counts=whole.area_counts.loc[areas["area_id"]],
        mission_counts=whole.mission_counts.loc[missions["mission_id"]].assign(
            status=statuses_on(missions["earliest"].to_numpy(), missions["latest"].to_numpy(), day)
        ),
        judged_on=day,
    )
