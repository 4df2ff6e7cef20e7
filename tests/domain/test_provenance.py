"""The list of what to check next: order, flags, best source."""

from typing import Any

import pandas as pd
import pytest

from border_atlas.domain.provenance import (
    FLAG_NOTES,
    Flag,
    Narrowing,
    figures,
    flag_counts,
    narrow,
    strengths,
    to_check,
)
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from tests.factories import make_dataset, make_sources

SOURCES: list[dict[str, Any]] = [
    {"source_id": "general-knowledge", "source_type": "", "standing": ""},
    {"source_id": "copy", "source_type": "press", "standing": "news copy"},
    {"source_id": "mirror", "source_type": "decision", "standing": "mirror"},
    {"source_id": "book", "source_type": "reference"},
    {"source_id": "paper", "source_type": "press"},
    {"source_id": "page", "source_type": "report"},
    {"source_id": "law", "source_type": "decision", "url": "https://example.org/law"},
]


def listed(*missions: dict[str, Any]) -> pd.DataFrame:
    rows = [{"mission_id": f"m{number}", "acronym": f"M{number}", **row} for number, row in enumerate(missions)]
    dataset = make_dataset(missions=rows, areas=[], activities=[], sources=SOURCES)
    return to_check(dataset, select(dataset, Selection()))


def flags_of(**mission: Any) -> tuple[Flag, ...]:
    found: tuple[Flag, ...] = listed({"source_ids": ("law",), **mission})["flags"].iloc[0]
    return found


def test_sources_are_ranked_and_a_copy_is_weaker_than_any_original() -> None:
    found = strengths(make_sources(*SOURCES))
    assert sorted(found, key=found.__getitem__) == [row["source_id"] for row in SOURCES]


def test_the_oldest_check_comes_first_and_the_never_checked_before_it() -> None:
    rows = listed({"checked_on": "2026-01-05"}, {"checked_on": ""}, {"checked_on": "2024-03-01"})
    assert rows["title"].tolist() == ["M1", "M2", "M0"]


def test_of_one_day_the_weakest_best_source_comes_first() -> None:
    rows = listed(
        {"source_ids": ("law",)}, {"source_ids": ("copy", "law")}, {"source_ids": ("copy",)}, {"source_ids": ()}
    )
    assert rows["title"].tolist() == ["M3", "M2", "M0", "M1"]
    assert rows["best_source"].tolist() == ["no page read", "news copy", "decision", "decision"]
    assert rows["url"].iloc[2] == "https://example.org/law"


def test_of_equal_sources_the_least_verified_comes_first() -> None:
    rows = listed({"verified": "yes"}, {"verified": "no"}, {"verified": "partly"})
    assert rows["verified"].tolist() == ["no", "partly", "yes"]


def test_every_kind_is_listed_and_says_what_it_opens() -> None:
    dataset = make_dataset()
    rows = to_check(dataset, select(dataset, Selection(organisations=("EU",))))
    said = rows[["kind", "record_id", "opens", "opens_id", "title"]].to_numpy().tolist()
    assert said == [
        ["activity", "beta-1", "mission", "beta", "BETA: Customs"],
        ["mission", "beta", "mission", "beta", "BETA"],
        ["area", "gate", "area", "gate", "Gate"],
    ]


@pytest.mark.parametrize(
    ("mission", "flags"),
    [
        ({}, ()),
        ({"source_ids": ("general-knowledge",)}, (Flag.UNREAD,)),
        ({"source_ids": ("mirror", "law")}, (Flag.MIRROR,)),
        ({"source_ids": ("copy",)}, (Flag.NEWS_COPY,)),
        ({"source_ids": ("paper", "book")}, (Flag.SECONDARY,)),
        ({"notes": "Seat from memory."}, (Flag.MEMORY,)),
        ({"start_date": "", "start_basis": "unknown"}, (Flag.START,)),
        ({"start_basis": "first-seen"}, (Flag.FIRST_SEEN,)),
        ({"end_date": "2015", "end_basis": "last-seen"}, (Flag.LAST_SEEN,)),
        ({"end_basis": "unknown"}, (Flag.END,)),
        ({"last_seen": "2024-12"}, (Flag.STALE,)),
        ({"last_seen": "2025"}, ()),
    ],
)
def test_doubts_are_flagged(mission: dict[str, Any], flags: tuple[Flag, ...]) -> None:
    assert flags_of(**mission) == flags


def test_areas_have_no_dates_to_doubt_but_may_be_sketches() -> None:
    dataset = make_dataset(sources=SOURCES)
    rows = to_check(dataset, select(dataset, Selection())).set_index("record_id")
    assert rows.loc["south-zone", "flags"] == (Flag.SCHEMATIC,)
    assert rows.loc["north-line", "flags"] == ()
    assert rows.loc["alpha-2", "flags"] == (Flag.LAST_SEEN,)


def test_kinds_and_marks_narrow_by_or_and_flags_by_and() -> None:
    rows = listed({"verified": "no", "end_basis": "unknown"}, {"verified": "partly", "notes": "a guess"}, {})
    assert narrow(rows, Narrowing())["title"].tolist() == rows["title"].tolist()
    assert narrow(rows, Narrowing(marks=("no", "partly")))["title"].tolist() == ["M0", "M1"]
    assert narrow(rows, Narrowing(flags=(Flag.MEMORY,)))["title"].tolist() == ["M1"]
    assert narrow(rows, Narrowing(flags=(Flag.MEMORY, Flag.END))).empty
    assert narrow(rows, Narrowing(kinds=("area",))).empty


def test_the_figures_add_up() -> None:
    rows = listed({"checked_on": "", "verified": "no"}, {"source_ids": ("copy",)}, {"checked_on": "2024-03"})
    found = figures(rows)
    assert (found.records, found.verified, found.never_checked, found.on_copies) == (3, 2, 1, 1)
    assert found.oldest == "2024-03"
    assert flag_counts(rows) == {Flag.NEWS_COPY: 1}


def test_an_empty_view_gives_an_empty_list() -> None:
    dataset = make_dataset()
    rows = to_check(dataset, select(dataset, Selection(text="no such word")))
    assert rows.empty
    assert figures(rows).oldest == ""
    assert flag_counts(rows) == {}
    assert narrow(rows, Narrowing(flags=(Flag.MIRROR,))).empty


def test_every_flag_is_explained() -> None:
    assert set(FLAG_NOTES) == set(Flag)
