"""Everything about a Dataset that a selection needs and that does not change, worked out once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.textmatch import fold
from border_atlas.errors import JoinError
from border_atlas.model import Family, Organisation

Mask = npt.NDArray[np.bool_]
Positions = npt.NDArray[np.intp]
Days = npt.NDArray[np.datetime64]


class Postings:
    """For each value of a facet the positions of the rows that have it."""

    def __init__(self, values: Iterable[Iterable[str]], size: int) -> None:
        found: dict[str, list[int]] = {}
        for position, row in enumerate(values):
            for value in row:
                found.setdefault(str(value), []).append(position)
        self._found = {value: np.array(rows, dtype=np.intp) for value, rows in found.items()}
        self._size = size

    def mask(self, values: Iterable[str]) -> Mask:
        """Mark the rows that have one of ``values``."""
        marked = np.zeros(self._size, dtype=np.bool_)
        for value in values:
            marked[self._found.get(value, [])] = True
        return marked


@dataclass(frozen=True)
class Table:
    """Facets, times and folded text of one frame, row by row."""

    size: int
    facets: dict[str, Postings]
    texts: tuple[str, ...]
    earliest: Days
    latest: Days

    def has(self, facet: str, values: Sequence[str]) -> Mask:
        """Mark the rows that have one of ``values``; all rows if none is asked for."""
        return self.facets[facet].mask(values) if values else np.ones(self.size, dtype=np.bool_)

    def says(self, word: str) -> Mask:
        """Mark the rows whose text holds a folded word."""
        return np.fromiter((word in text for text in self.texts), dtype=np.bool_, count=self.size)

    def overlaps(self, first: np.datetime64, last: np.datetime64) -> Mask:
        """Mark the rows that can have been active between two days, both included."""
        marked: Mask = (self.earliest <= last) & (self.latest >= first)
        return marked


@dataclass(frozen=True)
class SelectIndex:
    """The tables of a Dataset, and where the mission and area of each activity and field site stand.

    ``crossing_pairs`` are the positions of a crossing point and of an activity that it names, one pair each.
    """

    missions: Table
    areas: Table
    activities: Table
    sites: Table
    mission_of: Positions
    site_of: Positions
    area_of: Positions
    crossing_pairs: tuple[Positions, Positions]
    family_codes: Positions
    organisation_codes: Positions


@lru_cache(maxsize=4)
def index_of(dataset: Dataset) -> SelectIndex:
    """Give the index of a Dataset; it is built on the first call and kept.

    Raises
    ------
    JoinError
        If an activity names a mission or area that does not exist.
    """
    names = dict(zip(dataset.countries["iso3"], dataset.countries["name"], strict=True))
    mission_of = _positions(dataset.activities["mission_id"], dataset.missions["mission_id"])
    organisations = _codes(dataset.missions["organisation"], [str(one) for one in Organisation])
    return SelectIndex(
        missions=_missions(dataset, names),
        areas=_areas(dataset, names),
        activities=_activities(dataset),
        sites=_table(dataset.sites, {}, ("",) * len(dataset.sites)),
        mission_of=mission_of,
        site_of=_positions(dataset.sites["mission_id"], dataset.missions["mission_id"]),
        area_of=_positions(dataset.activities["area_id"], dataset.areas["area_id"]),
        crossing_pairs=_crossing_pairs(dataset),
        family_codes=_codes(dataset.activities["family"], [str(one) for one in Family]),
        organisation_codes=organisations[mission_of],
    )


def _missions(dataset: Dataset, names: dict[str, str]) -> Table:
    frame = dataset.missions
    facets = {
        "organisations": _single(frame["organisation"]),
        "countries": Postings(frame["host_countries"], len(frame)),
    }
    columns = ("acronym", "name", "former_names", "organisation", "hq_place")
    return _table(frame, facets, _texts(frame, columns, names, "host_countries"))


def _areas(dataset: Dataset, names: dict[str, str]) -> Table:
    frame = dataset.areas
    facets = {"kinds": _single(frame["kind"]), "countries": Postings(frame["countries"], len(frame))}
    return _table(frame, facets, _texts(frame, ("name", "name_de", "name_fr", "names_parties"), names, "countries"))


def _activities(dataset: Dataset) -> Table:
    frame = dataset.activities
    facets = {name: _single(frame[column]) for name, column in (
        ("families", "family"), ("activity_types", "activity_type"), ("verified", "verified"),
        ("engagements", "engagement"),
    )}  # fmt: skip
    return _table(frame, facets, _texts(frame, ("title", "summary", "partners"), {}, None))


def _table(frame: pd.DataFrame, facets: dict[str, Postings], texts: tuple[str, ...]) -> Table:
    return Table(len(frame), facets, texts, _days(frame, "earliest"), _days(frame, "latest"))


def _days(frame: pd.DataFrame, column: str) -> Days:
    """Give a column of times; areas have none and are never asked for them."""
    if column not in frame:
        return np.empty(0, dtype="datetime64[s]")
    return frame[column].to_numpy(dtype="datetime64[s]")


def _single(column: pd.Series) -> Postings:
    return Postings(([value] for value in column), len(column))


def _texts(
    frame: pd.DataFrame, columns: Sequence[str], names: dict[str, str], countries: str | None
) -> tuple[str, ...]:
    """Join and fold the text of each row, with the names of its countries."""
    cells = [frame[column].to_list() for column in columns if column in frame]
    if countries is not None:
        cells.append([tuple(names.get(code, code) for code in row) for row in frame[countries]])
    if not cells:
        return ("",) * len(frame)
    return tuple(fold("\n".join(_plain(cell) for cell in row)) for row in zip(*cells, strict=True))


def _plain(cell: object) -> str:
    """Give a cell as text: several values one below the other, a missing value as nothing."""
    if isinstance(cell, str):
        return cell
    return "\n".join(str(part) for part in cell) if isinstance(cell, tuple) else ""


def _positions(keys: pd.Series, among: pd.Series) -> Positions:
    found: Positions = pd.Index(among).get_indexer(pd.Index(keys)).astype(np.intp)
    if (found < 0).any():
        missing = sorted(set(keys[found < 0].astype(str)))
        msg = f"records name {len(missing)} {keys.name}(s) that do not exist: {', '.join(missing[:5])}."
        raise JoinError(msg)
    return found


def _crossing_pairs(dataset: Dataset) -> tuple[Positions, Positions]:
    named = dataset.crossings["activity_ids"].reset_index(drop=True).explode().dropna()
    works = _positions(
        pd.Series(named.to_numpy(), name="activity_id", dtype="object"), dataset.activities["activity_id"]
    )
    return named.index.to_numpy(dtype=np.intp), works


def _codes(values: pd.Series, order: Sequence[str]) -> Positions:
    codes: Positions = pd.Index(order).get_indexer(pd.Index(values)).astype(np.intp)
    return codes
