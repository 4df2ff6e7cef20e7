"""The cells of the tables of coverage: lengths, names, kinds of work, and ends with what they rest on."""

from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from border_atlas.domain.coverage import MOST, Coverage
from border_atlas.domain.coverage_shown import last_seen, say_unsure
from border_atlas.domain.dates_text import say_date
from border_atlas.domain.index import Mask
from border_atlas.model import ACTIVITY_LABELS, ActivityType, EndBasis

_BASIS: Final = {
    EndBasis.ENDED: "ended",
    EndBasis.MANDATE_ENDED: "mandate ended",
    EndBasis.LAST_SEEN: "last seen, may have gone on",
    EndBasis.RUNNING: "running",
    EndBasis.UNKNOWN: "not confirmed",
}
_DAYS_A_YEAR: Final = 365.25


def length_of(coverage: Coverage, stretches: Mask) -> float:
    """Give the length of stretches in kilometres, one digit more below ten."""
    return round(coverage.km(stretches), 1 if coverage.km(stretches) < 10 else 0)  # noqa: PLR2004  one digit more


def quality_of(coverage: Coverage, stretches: Mask) -> str:
    """Tell whether one of the stretches is drawn by hand."""
    return "schematic" if coverage.stretches.table["schematic"].to_numpy()[stretches].any() else "derived"


def names_of(coverage: Coverage, missions: Iterable[int]) -> list[str]:
    """Name missions by their rows."""
    frame = coverage.dataset.missions
    return [str(frame["acronym"].iloc[one] or frame["name"].iloc[one]) for one in missions]


def organisations_of(coverage: Coverage, missions: Iterable[int]) -> list[str]:
    """Give the organisations of missions, each once."""
    frame = coverage.dataset.missions
    return sorted({str(frame["organisation"].iloc[one]) for one in missions})


def types_of(works: pd.DataFrame) -> list[str]:
    """Give the types of work, in the order of the vocabulary."""
    return [ACTIVITY_LABELS[kind] for kind in ActivityType if kind in set(works["type"])]


def area_cells(coverage: Coverage, area: int) -> dict[str, object]:
    """Give id, name and kind of an area by its row."""
    row = coverage.dataset.areas.iloc[area]
    return {"area_id": row["area_id"], "Border area": row["name"], "Kind": row["kind"]}


def unsure_of(coverage: Coverage, works: pd.DataFrame) -> str:
    """Name the missions among whose works none is shown to run, with the year in which they were last seen."""
    shown = set(works.loc[coverage.shown[_places(coverage, works)], "mission"])
    unsure = works[~works["mission"].isin(shown)].sort_values("mission", kind="stable")
    return ", ".join(say_unsure(coverage.dataset, coverage.dataset.activities.loc[unsure.index]))


def last_seen_of(coverage: Coverage, works: pd.DataFrame) -> str:
    """Give the latest date on which a page shows one of the works, or ``""``."""
    return last_seen(coverage.dataset.activities.loc[works.index])


def active_on(coverage: Coverage, stretches: Mask) -> pd.DataFrame:
    """Give the works that can go on in areas on these stretches."""
    on = np.asarray(coverage.stretches.areas[stretches].any(axis=0))
    return coverage.works[coverage.active & on[coverage.works["area"]]]


def narrowest(coverage: Coverage, stretches: Mask) -> str:
    """Give the area with the fewest stretches among those on these stretches where somebody can be at work."""
    on = np.asarray(coverage.stretches.areas[stretches].any(axis=0)) & coverage.areas_with(coverage.active)
    extent = np.where(on, coverage.stretches.areas.sum(axis=0), np.iinfo(np.int64).max)
    return str(coverage.dataset.areas["area_id"].iloc[int(extent.argmin())])


def last_on(coverage: Coverage, stretches: Mask) -> int:
    """Give the label of the work on these stretches that ended last."""
    on = np.asarray(coverage.stretches.areas[stretches].any(axis=0))
    return _latest(coverage, coverage.past & on[coverage.works["area"]])


def last_in_area(coverage: Coverage, area: int) -> int:
    """Give the label of the work in an area that ended last."""
    return _latest(coverage, coverage.past & (coverage.works["area"] == area).to_numpy())


def successor_cells(coverage: Coverage, area: int, last: int) -> dict[str, object]:
    """Say who left an area last, and who is shown to run, or may still be, on most of it."""
    on = coverage.stretches.areas[:, area]
    shown = np.flatnonzero(coverage.sure[on].any(axis=0))
    return {
        "Last mission": names_of(coverage, [int(coverage.works["mission"].loc[last])])[0],
        "Last work": ACTIVITY_LABELS[ActivityType(coverage.works["type"].loc[last])],
        "Successor": _successor(coverage, area),
        "Still covered (%)": round(100 * float(coverage.stretches.share_of(coverage.somebody)[area])),
        "At work there": ", ".join(names_of(coverage, [int(one) for one in shown])),
        "End not known": unsure_of(coverage, active_on(coverage, on)),
    }


def end_cells(coverage: Coverage, work: int) -> dict[str, object]:
    """Say until when, and on what basis; the mission's end if that came first."""
    bound = bool(coverage.works["bound"].loc[work])
    frame = coverage.dataset.missions if bound else coverage.dataset.activities
    row = frame.iloc[int(coverage.works["mission"].loc[work]) if bound else work]
    basis = _BASIS[EndBasis(row["end_basis"] or EndBasis.UNKNOWN)]
    return {
        "Until": say_date(row["end_date"]),
        "Basis": f"{basis} (the whole mission)" if bound else basis,
        "Years since": years_since(coverage, work),
    }


def years_since(coverage: Coverage, work: int) -> float:
    """Give the years from the end of a work to the end of the period asked for."""
    end = pd.Timestamp(coverage.works["latest"].loc[work]).date()
    return round((coverage.question.last - end).days / _DAYS_A_YEAR, 1)


def _successor(coverage: Coverage, area: int) -> str:
    if coverage.stretches.share_of(coverage.somebody)[area] > MOST:
        return "yes"
    return "not certain" if coverage.stretches.share_of(coverage.anybody)[area] > MOST else "none"


def _latest(coverage: Coverage, works: Mask) -> int:
    over = coverage.works.loc[works, "latest"]
    return int(over.index[int(over.argmax())])


def _places(coverage: Coverage, works: pd.DataFrame) -> npt.NDArray[np.intp]:
    """Give the places of works in the masks of a coverage."""
    return np.asarray(coverage.works.index.get_indexer(works.index), dtype=np.intp)
