"""How good the dataset is, in tables: aims, marks, sources, coverage and the weakest records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final

import numpy as np
import pandas as pd

from border_atlas.config import FIRST_YEAR
from border_atlas.data.dataset import Dataset
from border_atlas.domain.coverage import work_of
from border_atlas.domain.provenance import KIND_LABELS, Strength, strengths, to_check
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.model import ACTIVITY_LABELS, ActivityType, Organisation, SourceStanding, SourceType, Verified

#: How many of the weakest records are listed.
WEAKEST: Final = 50
_DECADE: Final = 10
_ALL_VERIFIED: Final = 100.0
_MOST_VERIFIED: Final = 95.0
_FEW_ON_PRESS: Final = 5.0


class _Footing(Enum):
    """What a record rests on, weakest first."""

    UNREAD = auto()
    NEWS = auto()
    RELEASE = auto()
    MORE = auto()


@dataclass(frozen=True, eq=False)
class Section:
    """One table of the report, with a heading and a line that says how to read it."""

    title: str
    says: str
    table: pd.DataFrame


def report(dataset: Dataset, warnings: pd.DataFrame, first_hand: frozenset[str]) -> tuple[Section, ...]:
    """Return all tables of the report.

    Parameters
    ----------
    warnings
        As `border_atlas.data.check.warnings` gives them.
    first_hand
        Sources on an organisation's or authority's own site, see `border_atlas.data.quality.publishers.first_hand`.
    """
    shares = "Share of “yes” in percent, and of how many."
    return (
        Section("Aims", "What the dataset is to be, and what it is.", aims(dataset, first_hand)),
        Section("Verified records", "How many records of each table a page was read for.", marks(dataset)),
        Section("Verified records by organisation", shares, by_organisation(dataset)),
        Section("What records rest on", _FOOTING, footing(dataset, first_hand)),
        Section("Sources by type and standing", "Pages, by who publishes them.", source_types(dataset)),
        Section(
            "Coverage", "Activities by organisation, decade and type; one that lasted counts in each decade.",
            coverage(dataset),
        ),
        Section("Weakest records", "Never or longest not checked, on the weakest sources, first.", weakest(dataset)),
        Section("Warnings", "What the rules of “check” find likely to be wrong or weak.", warning_counts(warnings)),
        Section("Each warning", "Where it stands and what would be right.", warning_list(warnings)),
    )  # fmt: skip


_FOOTING: Final = (
    "Press only: every source is press, a press release or a copy of either. News only: none of it stands on the site "
    "of an organisation or public authority. Unsourced: no page was read."
)


def frames(dataset: Dataset) -> dict[str, pd.DataFrame]:
    """Return the tables of records by the name that people read."""
    return {
        "Missions": dataset.missions,
        "Border areas": dataset.areas,
        "Activities": dataset.activities,
        "Field sites": dataset.sites,
        "Mandate decisions": dataset.mandates,
        "Crossing points": dataset.crossings,
    }


def aims(dataset: Dataset, first_hand: frozenset[str]) -> pd.DataFrame:
    """Set what is aimed at beside what is."""
    verified = marks(dataset).set_index("Table")["Yes (%)"].to_dict()
    rests = footing(dataset, first_hand).set_index("Table").loc["All"].to_dict()
    rows = (
        ("Missions verified (%)", verified["Missions"], "100", verified["Missions"] >= _ALL_VERIFIED),
        ("Activities verified (%)", verified["Activities"], "at least 95", verified["Activities"] >= _MOST_VERIFIED),
        ("Unsourced records", rests["Unsourced"], "0", rests["Unsourced"] == 0),
        ("Records on press only (%)", rests["Press only (%)"], "under 5", rests["Press only (%)"] < _FEW_ON_PRESS),
        ("… on news only (%)", rests["News only (%)"], "under 5", rests["News only (%)"] < _FEW_ON_PRESS),
    )
    met = [(name, now, aim, "yes" if reached else "no") for name, now, aim, reached in rows]
    return pd.DataFrame(met, columns=["What", "Now", "Aim", "Met"])


def marks(dataset: Dataset) -> pd.DataFrame:
    """Count the records of each table by how far they are verified."""
    return pd.DataFrame([{"Table": name, **_marks(frame["verified"])} for name, frame in frames(dataset).items()])


def by_organisation(dataset: Dataset) -> pd.DataFrame:
    """Give for each organisation the share of verified records in the tables that belong to missions."""
    owner = dataset.missions.set_index("mission_id")["organisation"]
    rows = []
    for organisation in Organisation:
        row: dict[str, Any] = {"Organisation": str(organisation)}
        for name, frame in frames(dataset).items():
            if "mission_id" in frame:
                own = frame["verified"][(frame["mission_id"].map(owner) == organisation).to_numpy()]
                row |= {f"{name} (%)": _share(int((own == Verified.YES).sum()), len(own)), name: len(own)}
        rows.append(row)
    table = pd.DataFrame(rows)
    return table[table["Missions"] > 0].reset_index(drop=True)


def footing(dataset: Dataset, first_hand: frozenset[str]) -> pd.DataFrame:
    """Count for each table the records that rest on press or news alone, or on nothing that was read."""
    press = _press(dataset)
    rows, every = [], []
    for name, frame in frames(dataset).items():
        rests = [_footing(ids, press, first_hand) for ids in frame["source_ids"]]
        rows.append({"Table": name, **_counts(rests)})
        every += rests
    return pd.DataFrame([*rows, {"Table": "All", **_counts(every)}])


def source_types(dataset: Dataset) -> pd.DataFrame:
    """Count sources by type and standing, and how many records name one of the type."""
    sources = dataset.sources
    kind = dict(zip(sources["source_id"], sources["source_type"], strict=True))
    named = [{kind.get(one) for one in ids} for frame in frames(dataset).values() for ids in frame["source_ids"]]
    rows = []
    for source_type in SourceType:
        standing = sources["standing"][sources["source_type"] == source_type]
        counts = {str(one).capitalize(): int((standing == one).sum()) for one in SourceStanding}
        used = sum(source_type in kinds for kinds in named)
        rows.append({"Type": str(source_type), "Pages": len(standing), **counts, "Records that name one": used})
    return pd.DataFrame(rows)


def coverage(dataset: Dataset) -> pd.DataFrame:
    """Count activities by organisation and decade (rows) and type (columns)."""
    works = work_of(dataset)
    organisation = dataset.missions["organisation"].to_numpy()[works["mission"]]
    last = np.minimum(works["latest"].to_numpy(), np.datetime64(dataset.data_as_of, "s"))
    decades = [_decades(begun, over) for begun, over in zip(works["earliest"].to_numpy(), last, strict=True)]
    long = pd.DataFrame({"Organisation": organisation, "Decade": decades, "type": works["type"]}).explode("Decade")
    counts = pd.crosstab([long["Organisation"], long["Decade"]], long["type"])
    full = counts.reindex(columns=[str(one) for one in ActivityType], fill_value=0)
    full.columns = pd.Index([ACTIVITY_LABELS[one] for one in ActivityType])
    order = {str(one): place for place, one in enumerate(Organisation)}
    table = full.assign(All=full.sum(axis=1)).reset_index()
    table = table.sort_values("Organisation", key=lambda names: names.map(order), kind="stable", ignore_index=True)
    return table.assign(Decade=[f"{decade}s" for decade in table["Decade"]])


def weakest(dataset: Dataset) -> pd.DataFrame:
    """List the records to be checked first."""
    rows = to_check(dataset, select(dataset, Selection())).head(WEAKEST)
    return pd.DataFrame(
        {
            "Kind": rows["kind"].map(KIND_LABELS),
            "Id": rows["record_id"],
            "Record": rows["title"],
            "Checked on": rows["checked_on"],
            "Verified": rows["verified"],
            "Best source": rows["best_source"],
            "Why look again": [", ".join(flags) for flags in rows["flags"]],
        }
    )


def warning_counts(warnings: pd.DataFrame) -> pd.DataFrame:
    """Count warnings by rule, the most first."""
    return warnings["rule"].value_counts().rename_axis("Rule").reset_index(name="Warnings")


def warning_list(warnings: pd.DataFrame) -> pd.DataFrame:
    """Return warnings as a table that people read."""
    headings = {
        "rule": "Rule", "file": "Table", "key": "Record", "column": "Column", "value": "Value",
        "problem": "What is wrong", "right": "What would be right",
    }  # fmt: skip
    return warnings[list(headings)].rename(columns=headings)


def _marks(verified: pd.Series) -> dict[str, Any]:
    counts = {mark: int((verified == mark).sum()) for mark in (Verified.YES, Verified.PARTLY, Verified.NO)}
    return {
        "Records": len(verified),
        **{str(mark).capitalize(): number for mark, number in counts.items()},
        "Yes (%)": _share(counts[Verified.YES], len(verified)),
    }


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else float("nan")


def _press(dataset: Dataset) -> dict[str, bool]:
    """Tell of each source of which a page was read whether it is press; a mirror of a press release is."""
    known = strengths(dataset.sources)
    kinds = zip(dataset.sources["source_id"], dataset.sources["source_type"], strict=True)
    return {
        str(key): kind == SourceType.PRESS or known[str(key)] == Strength.NEWS_COPY
        for key, kind in kinds
        if known[str(key)] > Strength.NONE
    }


def _footing(ids: Iterable[str], press: Mapping[str, bool], first_hand: frozenset[str]) -> _Footing:
    rests = {press[one] for one in ids if one in press}
    if not rests:
        return _Footing.UNREAD
    if False in rests:
        return _Footing.MORE
    return _Footing.NEWS if first_hand.isdisjoint(ids) else _Footing.RELEASE


def _counts(rests: list[_Footing]) -> dict[str, Any]:
    news = rests.count(_Footing.NEWS)
    press = news + rests.count(_Footing.RELEASE)
    return {
        "Records": len(rests),
        "Press only": press,
        "Press only (%)": _share(press, len(rests)),
        "News only": news,
        "News only (%)": _share(news, len(rests)),
        "Unsourced": rests.count(_Footing.UNREAD),
    }


def _decades(begun: "np.datetime64", over: "np.datetime64") -> list[int]:
    """Give the decades that a span touches; what began before all records begins with them."""
    first, last = (max(int(str(day)[:4]), FIRST_YEAR) // _DECADE * _DECADE for day in (begun, over))
    return list(range(first, last + 1, _DECADE))
