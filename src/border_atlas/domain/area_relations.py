"""How border areas lie to each other: sections of a border, wider areas around it, neighbours."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import shapely

from border_atlas.data.dataset import Dataset
from border_atlas.domain.lookup import position
from border_atlas.domain.stretches import Stretches

#: Share of an area's stretches that has to lie on another to count as a part of it.
_PART: Final = 0.8
#: Distance (degrees) up to which two areas touch: their lines may be cut from differing data.
_TOUCH: Final = 0.05
_TWO: Final = 2


class Relation(StrEnum):
    """What an area is to another."""

    SAME = "same line"
    PART = "part of it"
    WIDER = "takes it in"
    OVERLAPS = "overlaps it"
    SAME_COUNTRIES = "same countries"
    TOUCHES = "touches it"


@dataclass(frozen=True)
class Related:
    """Another area and what it is to the one asked for."""

    area_id: str
    name: str
    relation: Relation


def related(dataset: Dataset, stretches: Stretches, area_id: str) -> tuple[Related, ...]:
    """Find the areas on the same line, around it or beside it: in the order of `Relation`, then by name.

    Raises
    ------
    SelectionError
        If there is no such area.
    """
    here = position(dataset, "area_id", area_id)
    of_here, of_other = _shares(stretches, here)
    touching = _touching(dataset, here)
    found = []
    for other, (name, other_id) in enumerate(zip(dataset.areas["name"], dataset.areas["area_id"], strict=True)):
        relation = _relation(of_here[other], of_other[other]) or _beside(dataset, here, other, touching)
        if other != here and relation is not None:
            found.append(Related(str(other_id), str(name), relation))
    order = list(Relation)
    return tuple(sorted(found, key=lambda one: (order.index(one.relation), one.name)))


def _shares(stretches: Stretches, here: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Give for each area the share of the area asked for that lies on it, and its own share on that area."""
    on_here = stretches.areas[:, here]
    of_other = stretches.share_of(on_here)
    # A share of an area is told by its stretches alone, so each other area is asked for its own.
    of_here = np.array(
        [stretches.share_of(other)[here] if other[on_here].any() else 0.0 for other in stretches.areas.T]
    )
    return of_here, np.asarray(of_other)


def _relation(of_here: float, of_other: float) -> Relation | None:
    if of_here >= _PART and of_other >= _PART:
        return Relation.SAME
    if of_other >= _PART:
        return Relation.PART
    if of_here >= _PART:
        return Relation.WIDER
    return Relation.OVERLAPS if of_here > 0 or of_other > 0 else None


def _beside(dataset: Dataset, here: int, other: int, touching: npt.NDArray[np.bool_]) -> Relation | None:
    countries = dataset.areas["countries"]
    own = set(countries.iloc[here])
    if len(own) >= _TWO and own == set(countries.iloc[other]):
        return Relation.SAME_COUNTRIES
    return Relation.TOUCHES if touching[other] else None


def _touching(dataset: Dataset, here: int) -> npt.NDArray[np.bool_]:
    shapes = dataset.areas.geometry.to_numpy()
    marked = np.zeros(len(shapes), dtype=np.bool_)
    marked[_tree(dataset).query(shapes[here], predicate="dwithin", distance=_TOUCH)] = True
    return marked


@lru_cache(maxsize=4)
def _tree(dataset: Dataset) -> shapely.STRtree:
    return shapely.STRtree(dataset.areas.geometry.to_numpy())
