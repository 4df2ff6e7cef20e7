"""What a selection leaves apart from time: what the year slider picks from, year by year, in the browser."""

from dataclasses import dataclass

import numpy as np

from border_atlas.data.dataset import Dataset
from border_atlas.domain.index import index_of
from border_atlas.domain.select import matching_activities, missions_by_themselves, missions_by_work
from border_atlas.domain.selection import Selection


@dataclass(frozen=True)
class Timeless:
    """Row numbers of the Dataset; ``None`` stands for all rows.

    In a year, a mission of ``missions`` alive in it is shown if it is in ``free`` or at work in one of
    ``activities`` active in it; areas are those of such activities. That is what `in_year` leaves. ``year`` is the
    one that the selection itself asks for, if it asks for a single one.
    """

    missions: tuple[int, ...] | None
    free: tuple[int, ...] | None
    activities: tuple[int, ...] | None
    year: int | None


def in_year(selection: Selection, year: int | None) -> Selection:
    """Return what the year slider asks for at ``year``, or at all years.

    The year takes the place of any other period and of a day, by which a status would be judged too: who moves the
    slider wants to see what was there in that year.
    """
    return selection.with_(year_from=year, year_to=year, active_on=None)


def timeless(dataset: Dataset, selection: Selection) -> Timeless:
    """Return what of ``dataset`` can be shown in some year under the filters of ``selection`` other than time."""
    bare = in_year(selection, None)
    index = index_of(dataset)
    missions = missions_by_themselves(index, bare, dataset.data_as_of)
    activities = matching_activities(index, bare) & missions[index.mission_of]
    free = missions & missions_by_work(index, bare, np.zeros_like(activities))
    single = selection.year_from is not None and selection.year_from == selection.year_to
    return Timeless(_rows(missions), _rows(free), _rows(activities), selection.year_from if single else None)


def _rows(marked: np.ndarray) -> tuple[int, ...] | None:
    return None if marked.all() else tuple(int(row) for row in np.flatnonzero(marked))
