"""Who does what, and what is done where: activities counted by mission or border area and type."""

from dataclasses import dataclass
from typing import Final, Literal

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.rows import area_labels, mission_labels, once_each
from border_atlas.model import ACTIVITY_LABELS, FAMILY_LABELS, FAMILY_OF, ActivityType

By = Literal["mission", "area"]
Order = Literal["most", "name"]

#: Columns of `Matrix.cells`.
CELL_COLUMNS: Final = ("row_id", "row", "row_name", "activity_type", "type_label", "family_label", "n")


@dataclass(frozen=True, eq=False)
class Matrix:
    """Counts in long form: one row of ``cells`` for each mission or area and type with an activity.

    ``rows`` are the labels (``cells["row"]``) in the order to show, ``n_activities`` is the sum of all cells.
    The columns are all types of activity in the order of `ActivityType`, whether they occur or not.
    """

    by: By
    cells: pd.DataFrame
    rows: tuple[str, ...]
    n_activities: int


def matrix(dataset: Dataset, activities: pd.DataFrame, *, by: By, order: Order = "most") -> Matrix:
    """Count ``activities`` by mission or area and by type.

    Parameters
    ----------
    order
        ``most``: rows with most activities first; ``name``: by label.
    """
    key = f"{by}_id"
    counts = activities.groupby([key, "activity_type"], sort=False).size().rename("n").reset_index()
    rows = _rows(dataset, activities[key], by, order)
    kinds = counts["activity_type"].map(ActivityType)
    cells = counts.assign(
        row_id=counts[key],
        row=counts[key].map(rows["label"]),
        row_name=counts[key].map(rows["name"]),
        type_label=kinds.map(ACTIVITY_LABELS),
        family_label=kinds.map(FAMILY_OF).map(FAMILY_LABELS),
    )
    return Matrix(by, _sorted(cells, list(rows["label"])), tuple(rows["label"]), len(activities))


def _rows(dataset: Dataset, ids: "pd.Series[str]", by: By, order: Order) -> pd.DataFrame:
    """Return label and full name of each row (index: its id) in the order to show."""
    records = dataset.missions if by == "mission" else dataset.areas
    labels = mission_labels(dataset) if by == "mission" else area_labels(dataset)
    total = ids.value_counts()
    rows = pd.DataFrame({"n": total, "label": labels.reindex(total.index)})
    rows["name"] = records.set_index(f"{by}_id")["name"].reindex(total.index)
    rows["folded"] = rows["label"].str.casefold()
    rows = rows.sort_values(["folded"] if order == "name" else ["n", "folded"], ascending=_ASCENDING[order])
    return rows.assign(label=once_each(rows["label"]))


_ASCENDING: Final[dict[Order, list[bool]]] = {"most": [False, True], "name": [True]}


def _sorted(cells: pd.DataFrame, rows: list[str]) -> pd.DataFrame:
    types = [str(kind) for kind in ActivityType]
    place = pd.DataFrame({"row": cells["row"].map(rows.index), "type": cells["activity_type"].map(types.index)})
    return cells.loc[place.sort_values(["row", "type"]).index, list(CELL_COLUMNS)].reset_index(drop=True)
