"""Two selections, or two times of one: what is in both, only in the left, only in the right, or in between."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import pandas as pd

from border_atlas.config import DATA_AS_OF, FIRST_YEAR
from border_atlas.data.dataset import Dataset
from border_atlas.domain.select import select
from border_atlas.domain.selection import MULTI_FIELDS, Selection
from border_atlas.domain.tables import ID_COLUMN, WHAT, What, table
from border_atlas.domain.view import View


class Place(StrEnum):
    """Where a record stands in a comparison."""

    BOTH = "both"
    LEFT = "only left"
    RIGHT = "only right"
    BETWEEN = "only in between"


@dataclass(frozen=True)
class Sides:
    """The two selections that are compared."""

    left: Selection
    right: Selection


#: Columns that say how much a side shows of a record, and so differ by side.
_COUNTS: Final[dict[What, str | None]] = {"missions": "Activities", "areas": "Activities", "activities": None}
_TODAY: Final = DATA_AS_OF.year

#: Ready comparisons by their names.
PRESETS: Final[Mapping[str, Sides]] = {
    "UN and EU": Sides(Selection(organisations=("UN",)), Selection(organisations=("EU",))),
    f"1990 and {_TODAY}": Sides(Selection(year_from=1990, year_to=1990), Selection(year_from=_TODAY, year_to=_TODAY)),
    "Before 1991 and since": Sides(
        Selection(year_from=FIRST_YEAR, year_to=1990), Selection(year_from=1991, year_to=_TODAY)
    ),
}


@dataclass(frozen=True, eq=False)
class Comparison:
    """The views of both sides and, by table, all rows of either with the column ``In`` (a `Place`)."""

    left: View
    right: View
    tables: Mapping[What, pd.DataFrame]

    def count(self, what: What, place: Place) -> int:
        """Count the rows of a table that stand in a place."""
        return int((self.tables[what]["In"] == place).sum())


def compare(dataset: Dataset, sides: Sides) -> Comparison:
    """Compare two selections.

    If their years lie apart, what came and went between them is listed too, see `between`.
    """
    left, right = select(dataset, sides.left), select(dataset, sides.right)
    gap = between(sides)
    middle = select(dataset, gap) if gap is not None else None
    tables = {what: _merged(dataset, what, left, right, middle) for what in WHAT}
    return Comparison(left, right, tables)


def between(sides: Sides) -> Selection | None:
    """Give the selection of the years that lie between the two sides.

    It asks for what either side asks for; what one of them leaves open is left open. Text and day are those of both.

    Returns
    -------
    The selection, or ``None`` if the years touch or are open, or if the sides differ in text or day, so that nothing
    can be said to lie between them.
    """
    first, second = sorted((sides.left, sides.right), key=lambda one: one.year_from or 0)
    if first.year_to is None or second.year_from is None or second.year_from - first.year_to <= 1:
        return None
    if (first.text, first.active_on) != (second.text, second.active_on):
        return None
    asked: dict[str, Any] = {name: _either(getattr(first, name), getattr(second, name)) for name in MULTI_FIELDS}
    asked |= {"text": first.text, "active_on": first.active_on}
    return Selection(**asked, year_from=first.year_to + 1, year_to=second.year_from - 1)


def _either(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return (*one, *other) if one and other else ()


def _merged(dataset: Dataset, what: What, left: View, right: View, middle: View | None) -> pd.DataFrame:
    """Put the rows of both sides, and those in between, below each other, each once."""
    one, other = table(dataset, left, what), table(dataset, right, what)
    third = table(dataset, middle, what) if middle is not None else one.iloc[:0]
    key, counted = ID_COLUMN[what], _COUNTS[what]
    rows = pd.concat([one, other, third]).drop_duplicates(key).sort_index()
    rows.insert(0, "In", [_place(record, set(one[key]), set(other[key])) for record in rows[key]])
    if counted is not None:
        at = rows.columns.get_loc(counted)
        for offset, (side, shown) in enumerate((("left", one), ("right", other))):
            numbers = rows[key].map(shown.set_index(key)[counted]).fillna(0).astype(int)
            rows.insert(int(str(at)) + offset, f"{counted}, {side}", numbers)
        rows = rows.drop(columns=counted)
    order = rows["In"].map({str(place): number for number, place in enumerate(Place)})
    return rows.iloc[order.argsort(kind="stable")].reset_index(drop=True)


def _place(record: str, left: set[str], right: set[str]) -> str:
    if record in left:
        return str(Place.BOTH if record in right else Place.LEFT)
    return str(Place.RIGHT if record in right else Place.BETWEEN)
