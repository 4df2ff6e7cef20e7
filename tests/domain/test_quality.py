"""The report counts records as they are."""

import pandas as pd
import pytest

from border_atlas.data.quality.checks import WARNING_COLUMNS
from border_atlas.domain import quality
from border_atlas.model import SourceStanding
from tests.factories import ACTIVITIES, MISSIONS, make_dataset

NOTHING: frozenset[str] = frozenset()
NO_WARNING = pd.DataFrame(columns=list(WARNING_COLUMNS))
SOURCES = (
    {},
    {"source_id": "news", "source_type": "press"},
    {"source_id": "copy", "source_type": "report", "standing": "news copy"},
    {"source_id": "mirror", "source_type": "press", "standing": "mirror"},
    {"source_id": "general-knowledge", "source_type": "reference"},
)


def rests_on(*ids: str) -> quality.Section:
    dataset = make_dataset(activities=({**ACTIVITIES[0], "source_ids": ids},), sources=SOURCES)
    table = quality.footing(dataset, frozenset({"news"} if "news" in ids and "copy" not in ids else ()))
    return table.set_index("Table").loc["Activities"].to_dict()


def test_marks_are_counted_by_table() -> None:
    activities = quality.marks(make_dataset()).set_index("Table").loc["Activities"]
    assert activities.to_dict() == {"Records": 3, "Yes": 1, "Partly": 1, "No": 1, "Yes (%)": 33.3}


def test_marks_are_counted_by_the_organisation_of_the_mission() -> None:
    table = quality.by_organisation(make_dataset()).set_index("Organisation")
    assert list(table.index) == ["UN", "EU"]
    assert table.loc["UN", ["Activities (%)", "Activities"]].tolist() == [50.0, 2]
    assert table.loc["EU", ["Activities (%)", "Activities"]].tolist() == [0.0, 1]


@pytest.mark.parametrize(
    ("ids", "press", "news", "unsourced"),
    [
        (("page",), 0, 0, 0),
        (("page", "news"), 0, 0, 0),
        (("news",), 1, 0, 0),  # the organisation's own press release
        (("news", "copy"), 1, 1, 0),
        (("copy",), 1, 1, 0),
        (("mirror",), 1, 1, 0),
        (("mirror", "page"), 0, 0, 0),
        (("general-knowledge",), 0, 0, 1),
        ((), 0, 0, 1),
    ],
)
def test_what_a_record_rests_on_is_judged_by_all_its_sources(
    ids: tuple[str, ...], press: int, news: int, unsourced: int
) -> None:
    row = rests_on(*ids)
    assert (row["Press only"], row["News only"], row["Unsourced"]) == (press, news, unsourced)


def test_aims_are_met_or_not() -> None:
    table = quality.aims(make_dataset(), NOTHING).set_index("What")
    assert table.loc["Missions verified (%)"].tolist() == [100.0, "100", "yes"]
    assert table.loc["Activities verified (%)", "Met"] == "no"
    assert table.loc["Unsourced records"].tolist() == [0, "0", "yes"]


def test_sources_are_counted_by_type_and_standing() -> None:
    table = quality.source_types(make_dataset(sources=SOURCES)).set_index("Type")
    assert table.loc["report", ["Pages", "Original", "News copy"]].tolist() == [2, 1, 1]
    assert table.loc["report", "Records that name one"] == 8
    assert set(table.columns) > {str(one).capitalize() for one in SourceStanding}


def test_an_activity_counts_in_each_decade_that_it_lasted() -> None:
    table = quality.coverage(make_dataset())
    counts = {(row["Organisation"], row["Decade"]): row["All"] for row in table.to_dict("records")}
    assert counts == {("UN", "2010s"): 2, ("UN", "2020s"): 1, ("EU", "2000s"): 1}


def test_an_activity_without_a_start_counts_from_its_missions() -> None:
    activity = {**ACTIVITIES[2], "start_date": "", "start_basis": "unknown"}
    table = quality.coverage(make_dataset(MISSIONS, activities=(activity,)))
    assert table["Decade"].tolist() == ["2000s"]


def test_the_weakest_record_stands_first() -> None:
    assert quality.weakest(make_dataset())["Id"].iloc[0] == "beta-1"


def test_warnings_are_counted_and_listed() -> None:
    row = ("length", "activities.csv", 2, "alpha-1", "summary", "Patrols.", "has 1 words", "more")
    warnings = pd.DataFrame([row, row], columns=list(WARNING_COLUMNS))
    assert quality.warning_counts(warnings).to_numpy().tolist() == [["length", 2]]
    assert quality.warning_list(warnings).iloc[0].tolist()[:3] == ["length", "activities.csv", "alpha-1"]


def test_a_report_has_all_sections_also_without_a_warning() -> None:
    sections = quality.report(make_dataset(), NO_WARNING, NOTHING)
    assert [len(section.table) for section in sections[-2:]] == [0, 0]
    assert len({section.title for section in sections}) == len(sections) == 9
