"""Coverage as ranked tables that people read; each row names a border area that can be opened."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from border_atlas.data.dates import parse_optional
from border_atlas.domain.coverage import MOST, Coverage
from border_atlas.domain.dates_text import say_date
from border_atlas.model import ACTIVITY_LABELS, ActivityType, AreaKind, EndBasis

_Mask = npt.NDArray[np.bool_]

_BASIS: Final = {
    EndBasis.ENDED: "ended",
    EndBasis.MANDATE_ENDED: "mandate ended",
    EndBasis.LAST_SEEN: "last seen, may have gone on",
    EndBasis.RUNNING: "running",
    EndBasis.UNKNOWN: "not confirmed",
}
_DAYS_A_YEAR: Final = 365.25


def overlaps(coverage: Coverage) -> pd.DataFrame:
    """List where missions work on the same stretch: most organisations first, then missions, then length."""
    rows = []
    for name, stretches, missions in _groups(coverage, coverage.overlaps, coverage.now):
        organisations = _organisations(coverage, missions)
        rows.append(
            {
                "area_id": _narrowest(coverage, stretches),
                "Border or line": name,
                "km": _length(coverage, stretches),
                "Missions": len(missions),
                "Who works there": ", ".join(_names(coverage, missions)),
                "Organisations": ", ".join(organisations),
                "Geometry": _quality(coverage, stretches),
                "_order": len(organisations),
            }
        )
    columns = ["area_id", "Border or line", "km", "Missions", "Who works there", "Organisations", "Geometry"]
    return _ranked(rows, [*columns, "_order"], ["_order", "Missions", "km"])


def gaps(coverage: Coverage) -> pd.DataFrame:
    """List stretches where nobody works although somebody did, the longest first."""
    rows = []
    for name, stretches, missions in _groups(coverage, coverage.gaps, coverage.before):
        last = _last(coverage, stretches)
        rows.append(
            {
                "area_id": coverage.dataset.areas["area_id"].iloc[int(coverage.works["area"].loc[last])],
                "Border or line": name,
                "km": _length(coverage, stretches),
                "Last mission": _names(coverage, [int(coverage.works["mission"].loc[last])])[0],
                **_end(coverage, last),
                "All earlier missions": ", ".join(_names(coverage, missions)),
                "Geometry": _quality(coverage, stretches),
            }
        )
    columns = ["area_id", "Border or line", "km", "Last mission", "Until", "Basis", "Years since"]
    return _ranked(rows, [*columns, "All earlier missions", "Geometry"], ["km"])


def ended(coverage: Coverage) -> pd.DataFrame:
    """List areas whose last mission left in the last years, those without a successor first.

    A successor works in the period on most of the area, perhaps under the name of another area.
    """
    shares = coverage.stretches.share_of(coverage.anybody)
    idle = coverage.areas & ~coverage.areas_with(coverage.active)
    rows = []
    for area in np.flatnonzero(idle & coverage.areas_with(coverage.past)):
        last = _last_in_area(coverage, int(area))
        if _years_since(coverage, last) <= coverage.question.years:
            who = _who(coverage, int(area), last, float(shares[area]))
            rows.append({**_area(coverage, int(area)), **who, **_end(coverage, last)})
    columns = ["area_id", "Border area", "Kind", "Last mission", "Last work", "Until", "Basis", "Years since"]
    frame = pd.DataFrame(rows, columns=[*columns, "Successor", "Still covered (%)", "At work there"])
    return frame.sort_values(["Successor", "Years since"], kind="stable", ignore_index=True)


def at_work(coverage: Coverage) -> pd.DataFrame:
    """List areas with a mission at work in them, the most missions first."""
    works = coverage.works[coverage.active]
    rows = []
    for area, own in works[coverage.areas[works["area"]]].groupby("area"):
        missions = sorted(set(own["mission"]))
        rows.append(
            {
                **_area(coverage, int(str(area))),
                "Missions": len(missions),
                "Who works there": ", ".join(_names(coverage, missions)),
                "Organisations": ", ".join(_organisations(coverage, missions)),
                "Activities": ", ".join(_types(own)),
                "Shown to run": "yes" if any(_is_shown(coverage, row) for row in own.index) else "not certain",
            }
        )
    columns = ["area_id", "Border area", "Kind", "Missions", "Who works there", "Organisations", "Activities"]
    return _ranked(rows, [*columns, "Shown to run"], ["Missions"])


def matrix(coverage: Coverage) -> pd.DataFrame:
    """Count activities of all times by type (rows) and kind of border area (columns) in the region."""
    works = coverage.works[coverage.areas[coverage.works["area"]]]
    kinds = coverage.dataset.areas["kind"].to_numpy()[works["area"]]
    counts = pd.crosstab(works["type"], kinds)
    rows = [kind for kind in ActivityType if kind in set(coverage.works["type"])]
    columns = [kind for kind in AreaKind if kind in set(coverage.dataset.areas["kind"][coverage.areas])]
    full = counts.reindex(index=[str(row) for row in rows], columns=[str(one) for one in columns], fill_value=0)
    full.index = pd.Index([ACTIVITY_LABELS[row] for row in rows], name="Activity")
    return full.rename_axis(columns=None).astype(int)


def never_seen(coverage: Coverage) -> pd.DataFrame:
    """List what was never recorded on a kind of border, the most surprising first.

    Surprising is what the two totals would let expect, were type and kind independent.
    """
    counts = matrix(coverage)
    total = max(int(counts.to_numpy().sum()), 1)
    rows = [
        {
            "Activity": activity,
            "Kind of border": kind,
            "Records of this activity": int(counts.loc[activity].sum()),
            "Records on this kind": int(counts[kind].sum()),
            "Expected": round(float(counts.loc[activity].sum() * counts[kind].sum() / total), 1),
        }
        for activity in counts.index
        for kind in counts.columns
        if counts.loc[activity, kind] == 0
    ]
    columns = ["Activity", "Kind of border", "Records of this activity", "Records on this kind", "Expected"]
    return _ranked(rows, columns, ["Expected"])


def _ranked(rows: Sequence[dict[str, object]], columns: Sequence[str], by: Sequence[str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(columns))
    ranked = frame.sort_values(list(by), ascending=False, kind="stable", ignore_index=True)
    return ranked.drop(columns=[name for name in columns if name.startswith("_")])


def _groups(coverage: Coverage, marked: _Mask, missions: _Mask) -> Iterable[tuple[str, _Mask, list[int]]]:
    """Put marked stretches of one line with the same missions together."""
    names = coverage.stretches.table["name"].to_numpy()
    groups: dict[tuple[str, bytes], list[int]] = {}
    for stretch in np.flatnonzero(marked):
        groups.setdefault((names[stretch], missions[stretch].tobytes()), []).append(int(stretch))
    for (name, _), members in groups.items():
        chosen = np.zeros(len(names), dtype=np.bool_)
        chosen[members] = True
        yield name, chosen, [int(one) for one in np.flatnonzero(missions[members[0]])]


def _length(coverage: Coverage, stretches: _Mask) -> float:
    return round(coverage.km(stretches), 1 if coverage.km(stretches) < 10 else 0)  # noqa: PLR2004  one digit more


def _quality(coverage: Coverage, stretches: _Mask) -> str:
    return "schematic" if coverage.stretches.table["schematic"].to_numpy()[stretches].any() else "derived"


def _names(coverage: Coverage, missions: Iterable[int]) -> list[str]:
    frame = coverage.dataset.missions
    return [str(frame["acronym"].iloc[one] or frame["name"].iloc[one]) for one in missions]


def _organisations(coverage: Coverage, missions: Iterable[int]) -> list[str]:
    frame = coverage.dataset.missions
    return sorted({str(frame["organisation"].iloc[one]) for one in missions})


def _types(works: pd.DataFrame) -> list[str]:
    return [ACTIVITY_LABELS[kind] for kind in ActivityType if kind in set(works["type"])]


def _area(coverage: Coverage, area: int) -> dict[str, object]:
    row = coverage.dataset.areas.iloc[area]
    return {"area_id": row["area_id"], "Border area": row["name"], "Kind": row["kind"]}


def _narrowest(coverage: Coverage, stretches: _Mask) -> str:
    """Give the area with the fewest stretches among those on these stretches where somebody works."""
    on = np.asarray(coverage.stretches.areas[stretches].any(axis=0)) & coverage.areas_with(coverage.active)
    extent = np.where(on, coverage.stretches.areas.sum(axis=0), np.iinfo(np.int64).max)
    return str(coverage.dataset.areas["area_id"].iloc[int(extent.argmin())])


def _last(coverage: Coverage, stretches: _Mask) -> int:
    """Give the label of the work on these stretches that ended last."""
    on = np.asarray(coverage.stretches.areas[stretches].any(axis=0))
    return _latest(coverage, coverage.past & on[coverage.works["area"]])


def _last_in_area(coverage: Coverage, area: int) -> int:
    return _latest(coverage, coverage.past & (coverage.works["area"] == area).to_numpy())


def _latest(coverage: Coverage, works: _Mask) -> int:
    over = coverage.works.loc[works, "latest"]
    return int(over.index[int(over.argmax())])


def _who(coverage: Coverage, area: int, last: int, share: float) -> dict[str, object]:
    on = coverage.stretches.areas[:, area]
    others = np.flatnonzero(coverage.now[on].any(axis=0))
    return {
        "Last mission": _names(coverage, [int(coverage.works["mission"].loc[last])])[0],
        "Last work": ACTIVITY_LABELS[ActivityType(coverage.works["type"].loc[last])],
        "Successor": "yes" if share > MOST else "none",
        "Still covered (%)": round(100 * share),
        "At work there": ", ".join(_names(coverage, [int(one) for one in others])),
    }


def _end(coverage: Coverage, work: int) -> dict[str, object]:
    """Say until when, and on what basis; the mission's end if that came first."""
    bound = bool(coverage.works["bound"].loc[work])
    frame = coverage.dataset.missions if bound else coverage.dataset.activities
    row = frame.iloc[int(coverage.works["mission"].loc[work]) if bound else work]
    basis = _BASIS[EndBasis(row["end_basis"] or EndBasis.UNKNOWN)]
    return {
        "Until": say_date(row["end_date"]),
        "Basis": f"{basis} (the whole mission)" if bound else basis,
        "Years since": _years_since(coverage, work),
    }


def _years_since(coverage: Coverage, work: int) -> float:
    end = pd.Timestamp(coverage.works["latest"].loc[work]).date()
    return round((coverage.question.last - end).days / _DAYS_A_YEAR, 1)


def _is_shown(coverage: Coverage, work: int) -> bool:
    """Tell whether a page shows the work to go on in the period, or after it."""
    row = coverage.dataset.activities.loc[work]
    if row["end_date"]:
        return True
    seen = parse_optional(str(row["last_seen"]))
    day = min(coverage.question.first, coverage.dataset.data_as_of)
    return (seen.last if seen else date.min) >= day
