"""The rule by which a Selection picks rows of a Dataset."""

from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.derived import statuses_on
from border_atlas.domain.index import Mask, SelectIndex, Table, index_of
from border_atlas.domain.selection import Selection
from border_atlas.domain.textmatch import fold_words
from border_atlas.domain.view import View
from border_atlas.model import Family, Organisation

#: Facets that only an activity or its area can meet; with one of them set, a mission needs an activity.
_WORK_FACETS: Final = ("families", "activity_types", "engagements", "verified", "kinds")


def select(dataset: Dataset, selection: Selection) -> View:
    """Pick what a Selection leaves of a Dataset.

    Filters of different kinds combine with AND, values within one with OR. *What is done* is one
    kind: an activity matches if its type or its family is chosen.

    1. Without any filter everything is shown, also an area without an activity.
    2. Period and day keep what *can* have been active then: the widest interval from ``earliest``
       to ``latest`` counts, so partial dates and open ends do. They bind missions and activities alike.
    3. Organisation and status are the mission's; status is judged on the day of the data or, if set,
       on ``active_on``.
    4. An activity matches if it meets what is done, how it is gone about, level of verification, kind of its area,
       time, country (of its area or of its mission's hosts) and text (each word somewhere in the activity,
       its area, its mission or their countries) and if its mission meets 2 and 3.
    5. A mission is shown if it meets 2 and 3 and, when what is done, how, verification or kind is asked
       for, has a matching activity; when country or text is asked for, it has a matching activity or
       meets them all by itself (host countries, own names and seat).
    6. An area is shown if an activity of a shown mission matches there, a crossing point if it names such an
       activity. Those of the chosen border area are shown in any case.
    """
    index = index_of(dataset)
    day = selection.active_on or dataset.data_as_of
    candidates = missions_by_themselves(index, selection, day)
    worked = matching_activities(index, selection) & candidates[index.mission_of]
    shown = candidates & missions_by_work(index, selection, worked)
    areas = _marked(index.area_of[worked], index.areas.size) | selection.is_empty
    missions, places = dataset.missions[shown], dataset.areas[areas]
    return View(
        selection=selection,
        missions=missions,
        areas=places,
        activities=dataset.activities[worked],
        area_counts=_area_counts(index, worked, places),
        mission_counts=_mission_counts(index, worked, missions, day),
        sites=dataset.sites[_in_time(index.sites, selection) & shown[index.site_of]],
        crossings=dataset.crossings[_crossings(dataset, index, selection, worked)],
        judged_on=day,
    )


def missions_by_themselves(index: SelectIndex, selection: Selection, day: date) -> Mask:
    """Mark missions that have the organisation, the status and the time asked for."""
    missions = index.missions
    marked = missions.has("organisations", selection.organisations) & _in_time(missions, selection)
    if selection.statuses:
        marked &= np.isin(statuses_on(missions.earliest, missions.latest, day), selection.statuses)
    return marked


def matching_activities(index: SelectIndex, selection: Selection) -> Mask:
    """Mark activities that match by themselves, by their area, or by their mission's hosts and text."""
    own, of_area, of_mission = index.activities, index.area_of, index.mission_of
    marked = _in_time(own, selection) & own.has("verified", selection.verified)
    marked &= own.has("engagements", selection.engagements)
    if selection.families or selection.activity_types:
        families = own.facets["families"].mask(selection.families)
        marked &= families | own.facets["activity_types"].mask(selection.activity_types)
    marked &= index.areas.has("kinds", selection.kinds)[of_area]
    marked &= (
        index.areas.has("countries", selection.countries)[of_area]
        | index.missions.has("countries", selection.countries)[of_mission]
    )
    for word in fold_words(selection.text):
        marked &= own.says(word) | index.areas.says(word)[of_area] | index.missions.says(word)[of_mission]
    return marked


def missions_by_work(index: SelectIndex, selection: Selection, worked: Mask) -> Mask:
    """Mark missions that what they do, or where and what they are, lets through."""
    at_work = _marked(index.mission_of[worked], index.missions.size)
    if any(getattr(selection, facet) for facet in _WORK_FACETS):
        return at_work
    itself = index.missions.has("countries", selection.countries)
    for word in fold_words(selection.text):
        itself &= index.missions.says(word)
    return at_work | itself


def _crossings(dataset: Dataset, index: SelectIndex, selection: Selection, worked: Mask) -> Mask:
    rows, works = index.crossing_pairs
    of_chosen: Mask = (dataset.crossings["area_id"] == (selection.area or "")).to_numpy(dtype=np.bool_)
    return _marked(rows[worked[works]], len(dataset.crossings)) | of_chosen | selection.is_empty


def _in_time(table: Table, selection: Selection) -> Mask:
    first = date(selection.year_from, 1, 1) if selection.year_from is not None else date.min
    last = date(selection.year_to, 12, 31) if selection.year_to is not None else date.max
    marked = table.overlaps(np.datetime64(first, "s"), np.datetime64(last, "s"))
    if selection.active_on is not None:
        day = np.datetime64(selection.active_on, "s")
        marked &= table.overlaps(day, day)
    return marked


def _marked(positions: np.ndarray, size: int) -> Mask:
    marked = np.zeros(size, dtype=np.bool_)
    marked[positions] = True
    return marked


def _area_counts(index: SelectIndex, worked: Mask, areas: pd.DataFrame) -> pd.DataFrame:
    at, size, shown = index.area_of[worked], index.areas.size, areas.index.to_numpy()
    columns = {
        "i": shown,
        "n": np.bincount(at, minlength=size)[shown],
        "leading_family": _leading(at, index.family_codes[worked], [*Family], size)[shown],
        "leading_organisation": _leading(at, index.organisation_codes[worked], [*Organisation], size)[shown],
        "n_missions": _partners(at, index.mission_of[worked], size, index.missions.size)[shown],
    }
    return pd.DataFrame(columns, index=pd.Index(areas["area_id"]))


def _mission_counts(index: SelectIndex, worked: Mask, missions: pd.DataFrame, day: date) -> pd.DataFrame:
    of, size, shown = index.mission_of[worked], index.missions.size, missions.index.to_numpy()
    columns = {
        "i": shown,
        "n": np.bincount(of, minlength=size)[shown],
        "leading_family": _leading(of, index.family_codes[worked], [*Family], size)[shown],
        "n_areas": _partners(of, index.area_of[worked], size, index.areas.size)[shown],
        "status": statuses_on(index.missions.earliest, index.missions.latest, day)[shown],
    }
    return pd.DataFrame(columns, index=pd.Index(missions["mission_id"]))


def _leading(rows: np.ndarray, codes: np.ndarray, words: list[str], size: int) -> np.ndarray:
    """Give for each of ``size`` rows the word that occurs most often, an empty text if none does."""
    width = len(words)
    counts = np.bincount(rows * width + codes, minlength=size * width).reshape(size, width)
    names = np.array([str(word) for word in words], dtype=object)
    return np.where(counts.any(axis=1), names[counts.argmax(axis=1)], "")


def _partners(rows: np.ndarray, others: np.ndarray, size: int, n_others: int) -> np.ndarray:
    """Count for each of ``size`` rows how many different others it goes with."""
    pairs = np.unique(rows * n_others + others)
    return np.bincount(pairs // max(n_others, 1), minlength=size)
