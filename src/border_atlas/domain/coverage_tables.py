"""Coverage as ranked tables that people read; each row names a border area that can be opened."""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from border_atlas.domain.coverage import Coverage
from border_atlas.domain.coverage_cells import (
    active_on,
    area_cells,
    end_cells,
    last_in_area,
    last_on,
    last_seen_of,
    length_of,
    names_of,
    narrowest,
    organisations_of,
    quality_of,
    successor_cells,
    types_of,
    unsure_of,
    years_since,
)
from border_atlas.domain.index import Mask
from border_atlas.model import ACTIVITY_LABELS, ActivityType, AreaKind


def overlaps(coverage: Coverage) -> pd.DataFrame:
    """List where missions meet on a stretch, those shown to run before those that hang on an unknown end.

    Then most organisations, missions and length come first. ``Certain`` tells whether those shown to run make
    the overlap: then ``Missions`` names them alone, else all that may meet. ``End not known`` names those whose
    end is not, with the year in which they were last seen.
    """
    rows = []
    both = np.hstack([coverage.now, coverage.sure])
    for name, stretches, first in _groups(coverage, coverage.overlaps | coverage.unsure_overlaps, both):
        certain = bool(coverage.overlaps[first])
        missions = _marked((coverage.sure if certain else coverage.now)[first])
        organisations = organisations_of(coverage, missions)
        rows.append(
            {
                "area_id": narrowest(coverage, stretches),
                "Border or line": name,
                "km": length_of(coverage, stretches),
                "Certain": "yes" if certain else "no",
                "Shown to run": int(coverage.sure[first].sum()),
                "Missions": ", ".join(names_of(coverage, missions)),
                "End not known": unsure_of(coverage, active_on(coverage, stretches)),
                "Organisations": ", ".join(organisations),
                "Geometry": quality_of(coverage, stretches),
                "_order": (certain, len(organisations), len(missions)),
            }
        )
    columns = ["area_id", "Border or line", "km", "Certain", "Shown to run", "Missions", "End not known"]
    return _ranked(rows, [*columns, "Organisations", "Geometry", "_order"], ["_order", "km"])


def gaps(coverage: Coverage) -> pd.DataFrame:
    """List stretches where nobody can be at work although somebody was, the longest first."""
    rows = []
    for name, stretches, first in _groups(coverage, coverage.gaps, coverage.before):
        last = last_on(coverage, stretches)
        rows.append(
            {
                "area_id": coverage.dataset.areas["area_id"].iloc[int(coverage.works["area"].loc[last])],
                "Border or line": name,
                "km": length_of(coverage, stretches),
                "Last mission": names_of(coverage, [int(coverage.works["mission"].loc[last])])[0],
                **end_cells(coverage, last),
                "All earlier missions": ", ".join(names_of(coverage, _marked(coverage.before[first]))),
                "Geometry": quality_of(coverage, stretches),
            }
        )
    columns = ["area_id", "Border or line", "km", "Last mission", "Until", "Basis", "Years since"]
    return _ranked(rows, [*columns, "All earlier missions", "Geometry"], ["km"])


def ended(coverage: Coverage) -> pd.DataFrame:
    """List areas whose last mission left in the last years, those without a successor first.

    A successor is shown to run in the period on most of the area, perhaps under the name of another area; it is
    not certain if that hangs on work whose end is not known.
    """
    idle = coverage.areas & ~coverage.areas_with(coverage.active)
    rows = []
    for area in np.flatnonzero(idle & coverage.areas_with(coverage.past)):
        last = last_in_area(coverage, int(area))
        if years_since(coverage, last) <= coverage.question.years:
            who = successor_cells(coverage, int(area), last)
            rows.append({**area_cells(coverage, int(area)), **who, **end_cells(coverage, last)})
    columns = ["area_id", "Border area", "Kind", "Last mission", "Last work", "Until", "Basis", "Years since"]
    more = ["Successor", "Still covered (%)", "At work there", "End not known"]
    frame = pd.DataFrame(rows, columns=[*columns, *more])
    return frame.sort_values(["Successor", "Years since"], kind="stable", ignore_index=True)


def at_work(coverage: Coverage) -> pd.DataFrame:
    """List areas with a mission shown to run in them, the most such missions first.

    ``End not known`` names the others that may be there, with the year in which they were last seen.
    """
    rows = []
    for area, own, shown in _works_by_area(coverage):
        if shown.empty:
            continue
        missions = sorted(set(shown["mission"]))
        rows.append(
            {
                **area_cells(coverage, area),
                "Shown to run": len(missions),
                "Missions": ", ".join(names_of(coverage, missions)),
                "End not known": unsure_of(coverage, own),
                "Organisations": ", ".join(organisations_of(coverage, missions)),
                "Activities": ", ".join(types_of(shown)),
                "_all": own["mission"].nunique(),
            }
        )
    columns = ["area_id", "Border area", "Kind", "Shown to run", "Missions", "End not known", "Organisations"]
    return _ranked(rows, [*columns, "Activities", "_all"], ["Shown to run", "_all"])


def unsure(coverage: Coverage) -> pd.DataFrame:
    """List areas where no mission is shown to run and the end of some is not known, the last seen first."""
    rows = [
        {
            **area_cells(coverage, area),
            "Last seen": last_seen_of(coverage, own),
            "End not known": unsure_of(coverage, own),
            "Organisations": ", ".join(organisations_of(coverage, set(own["mission"]))),
            "Activities": ", ".join(types_of(own)),
        }
        for area, own, shown in _works_by_area(coverage)
        if shown.empty
    ]
    columns = ["area_id", "Border area", "Kind", "Last seen", "End not known", "Organisations", "Activities"]
    return _ranked(rows, columns, ["Last seen"])


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


def _works_by_area(coverage: Coverage) -> Iterable[tuple[int, pd.DataFrame, pd.DataFrame]]:
    """Give each area asked for in which work can go on, with that work and what of it is shown to run."""
    works = coverage.works[coverage.active]
    shown = works[coverage.shown[coverage.active]]
    for area, own in works[coverage.areas[works["area"]]].groupby("area"):
        yield int(str(area)), own, shown[shown["area"] == area]


def _groups(coverage: Coverage, marked: Mask, missions: Mask) -> Iterable[tuple[str, Mask, int]]:
    """Put marked stretches of one line with the same missions together; give one of them by its row."""
    names = coverage.stretches.table["name"].to_numpy()
    groups: dict[tuple[str, bytes], list[int]] = {}
    for stretch in np.flatnonzero(marked):
        groups.setdefault((names[stretch], missions[stretch].tobytes()), []).append(int(stretch))
    for (name, _), members in groups.items():
        chosen = np.zeros(len(names), dtype=np.bool_)
        chosen[members] = True
        yield name, chosen, members[0]


def _marked(missions: Mask) -> list[int]:
    return [int(one) for one in np.flatnonzero(missions)]
