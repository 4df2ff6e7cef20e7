"""Which sources the list on a slide about coverage rests on."""

from typing import Final

import numpy as np
import pandas as pd

from border_atlas.domain.coverage import Coverage
from border_atlas.domain.coverage_cells import names_of
from border_atlas.domain.deck_sources import ids_of

#: Column of lists that name one mission a row; the other lists name all that are at work.
_ONE_MISSION: Final = "Last mission"


def ids_in_list(coverage: Coverage, rows: pd.DataFrame, most: int) -> tuple[str, ...]:
    """Return the ids of the sources of the first ``most`` rows of a list: their areas, missions and work there.

    A list without areas, such as what was never seen, names no record.
    """
    if "area_id" not in rows:
        return ()
    shown = rows.head(most)
    data, works = coverage.dataset, coverage.works
    areas = np.flatnonzero(data.areas["area_id"].isin(shown["area_id"]).to_numpy())
    if _ONE_MISSION in shown:
        there = works[coverage.past & _is_last(coverage, shown)]
    else:
        there = works[coverage.active & works["area"].isin(areas).to_numpy()]
    missions = data.missions.iloc[np.unique(there["mission"])]
    return ids_of(data.areas.iloc[areas], missions, data.activities.loc[there.index])


def _is_last(coverage: Coverage, shown: pd.DataFrame) -> "pd.Series[bool]":
    """Mark work of the mission that a row names, in the area of that row."""
    data, works = coverage.dataset, coverage.works
    pairs = set(zip(shown["area_id"], shown[_ONE_MISSION], strict=True))
    own = zip(data.areas["area_id"].iloc[works["area"]], names_of(coverage, works["mission"]), strict=True)
    return pd.Series([pair in pairs for pair in own], index=works.index, dtype=bool)
