"""Each rule finds what it is for in rows made by hand, and leaves sound ones alone."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.cli import main
from border_atlas.data.check import check, warnings
from border_atlas.data.faults import Fault
from border_atlas.data.quality import checks, dates, language, lengths, places, publishers, renamed, twins
from border_atlas.data.tables import ACTIVITIES, AREAS, COLUMNS, CROSSINGS, FIELD_SITES, MANDATES, MISSIONS, SOURCES

TODAY = date(2026, 11, 24)
Tables = dict[str, pd.DataFrame]


def table(file: str, *rows: dict[str, str]) -> Tables:
    whole = [{name: row.get(name, "") for name in COLUMNS[file]} for row in rows]
    return {file: pd.DataFrame(whole, columns=pd.Index(COLUMNS[file]), dtype="str")}


def values(found: Iterable[Fault]) -> list[tuple[int | None, str]]:
    return [(fault.row, fault.value) for fault in found]


def seats(*stays: tuple[str, str, str]) -> Tables:
    rows = [
        {
            "site_id": f"s{number}", "mission_id": mission, "role": "headquarters", "start_date": start,
            "end_date": end, "end_basis": "ended" if end else "running",
        }
        for number, (mission, start, end) in enumerate(stays)
    ]  # fmt: skip
    return table(FIELD_SITES, *rows)


@pytest.mark.parametrize(
    ("stays", "wrong"),
    [
        ((("m", "2001", "2005"), ("m", "2005", "")), []),
        ((("m", "2001", "2006"), ("m", "2004", "")), [(3, "s1")]),
        ((("m", "2001", "2006"), ("n", "2004", "")), []),
        ((("m", "2001-05-01", "2006-05-01"), ("m", "2006-05-01", "")), []),
        ((("m", "", "2006"), ("m", "2004", "")), []),
    ],
)
def test_a_mission_has_one_headquarters_at_a_time(
    stays: tuple[tuple[str, str, str], ...], wrong: list[tuple[int, str]]
) -> None:
    assert values(dates.one_headquarters(seats(*stays))) == wrong


@pytest.mark.parametrize(("start", "wrong"), [("2000-12", 1), ("2001", 0), ("2001-02", 0), ("", 0)])
def test_a_successor_begins_after_its_predecessor(start: str, wrong: int) -> None:
    rows = ({"mission_id": "old", "start_date": "2001-01-15"}, {"mission_id": "new", "start_date": start})
    found = list(dates.successors(table(MISSIONS, rows[0], rows[1] | {"predecessors": "old"})))
    assert len(found) == wrong


@pytest.mark.parametrize(
    ("checked", "problem"),
    [
        ("2025-11-24", []),
        ("2025-11", []),
        ("2025-11-23", ["was not checked for twelve months"]),
        ("", ["was never checked"]),
    ],
)
def test_an_old_check_is_told(checked: str, problem: list[str]) -> None:
    found = dates.unchecked(table(ACTIVITIES, {"activity_id": "a", "checked_on": checked}), TODAY)
    assert [fault.problem for fault in found] == problem


def test_a_leap_day_has_a_day_a_year_ago() -> None:
    rows = table(ACTIVITIES, {"activity_id": "a", "checked_on": "2027-02-28"})
    assert list(dates.unchecked(rows, date(2028, 2, 29))) == []


def test_lix_counts_words_a_sentence_and_long_ones() -> None:
    assert language.lix("They watched the border. They slept.") == pytest.approx(3 + 100 / 6)
    assert language.lix("1949") == 0


@given(st.text())
def test_lix_is_a_number_for_any_text(text: str) -> None:
    assert language.lix(text) >= 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It recently opened a post.", ["recently"]),
        ("Currently a Robust and so-called force.", ["Currently", "Robust", "so-called"]),
        ("Recent-looking, todays, robustness.", []),
        ("Observers watched the truce.", []),
    ],
)
def test_words_that_age_or_praise_are_told(text: str, found: list[str]) -> None:
    assert [fault.value for fault in language.forbidden(table(ACTIVITIES, {"summary": text}))] == found


def test_a_mandates_summary_may_be_shorter_than_an_activitys() -> None:
    text = "Observers watched the line of truce."
    assert len(list(language.length(table(ACTIVITIES, {"summary": text})))) == 1
    assert list(language.length(table(MANDATES, {"summary": text}))) == []
    assert len(list(language.length(table(MANDATES, {"summary": "word " * 46})))) == 1


def test_a_hard_summary_is_told() -> None:
    hard = "Institutional harmonisation, interoperability considerations notwithstanding, necessitates coordination."
    found = list(language.reading_level(table(ACTIVITIES, {"summary": hard}, {"summary": "They watched."})))
    assert [fault.row for fault in found] == [2]


ONE = {
    "activity_id": "one", "mission_id": "m", "area_id": "a", "activity_type": "training",
    "title": "Course for border guards", "summary": "Ten officers learned to search lorries at the crossing.",
    "start_date": "2010", "end_date": "2012",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"title": "Courses for border guards"}, 1),
        ({"title": "Next course for border guards", "start_date": "2013", "end_date": "2014"}, 1),  # copied summary
        (
            {
                "title": "Next course for border guards",
                "start_date": "2013",
                "end_date": "2014",
                "summary": "Ten more officers learned to search trucks at this crossing.",
            },
            0,
        ),
        ({"title": "Courses for border guards", "area_id": "b"}, 1),  # the summary is the same
        ({"title": "Courses for border guards", "area_id": "b", "summary": "Boats were handed over."}, 0),
        ({"title": "Courses for border guards", "summary": "Boats were handed over."}, 0),
        ({"title": "Boats", "mission_id": "n"}, 0),
    ],
)
def test_activities_that_look_alike_are_told(change: dict[str, str], wrong: int) -> None:
    rows = table(ACTIVITIES, ONE, ONE | {"activity_id": "two"} | change)
    assert len(list(twins.near_duplicates(rows))) == wrong


def test_the_same_record_twice_is_a_fault() -> None:
    rows = table(ACTIVITIES, ONE, ONE | {"activity_id": "two"}, ONE | {"activity_id": "three", "end_date": "2013"})
    assert values(twins.duplicates(rows)) == [(3, "two")]


def test_one_page_is_one_source() -> None:
    addresses = ("https://un.org/a", "http://www.un.org./a/", "https://un.org/a?b=1", "")
    rows = [{"source_id": f"s{number}", "url": url} for number, url in enumerate(addresses)]
    assert [fault.row for fault in twins.same_page(table(SOURCES, *rows))] == [3]


@pytest.mark.parametrize(
    ("url", "standing", "wrong"),
    [
        ("https://news.un.org/a", "original", 0),
        ("https://www.un.org./a", "original", 0),
        ("https://fakeun.org/a", "original", 1),
        ("https://example.net/a", "mirror", 0),
        ("https://mfa.gov.xx/a", "original", 0),
        ("", "original", 0),
    ],
)
def test_originals_come_from_known_publishers(tmp_path: Path, url: str, standing: str, wrong: int) -> None:
    (tmp_path / "publishers.csv").write_text("host,publisher,kind,notes\nun.org,UN,organisation,\n", encoding="utf-8")
    rows = table(SOURCES, {"source_id": "s", "url": url, "standing": standing})
    assert len(list(publishers.unknown_publishers(rows, tmp_path))) == wrong


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("gone,old,mission,2026-01,\n", []),
        ("gone,nobody,mission,2026-01,\n", ["does not stand in missions.csv"]),
        ("new,old,mission,2026-01,\n", ["is in use in missions.csv"]),
        ("gone,old,ship,2026-01,\n", ["is not allowed"]),
        ("gone,old,mission,soon,\n", ["is no date"]),
        ("gone,old,mission\n", ["has 3 cells"]),
        ("gone,old,mission,2026,\ngone,new,mission,2026,\n", ["stands twice"]),
    ],
)
def test_former_ids_lead_somewhere(geodata: Path, line: str, problem: list[str]) -> None:
    path = geodata / "tables" / renamed.RENAMED
    path.write_text(f"{','.join(renamed.RENAMED_COLUMNS)}\n{line}", encoding="utf-8")
    assert check(geodata)["problem"].tolist() == problem


def test_a_list_of_former_ids_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    for content in (b"\xff", b"old_id,new_id\n", b""):
        (tmp_path / renamed.RENAMED).write_bytes(content)
        assert len(list(renamed.renamed_ids({}, tmp_path))) == 1


def test_an_activity_far_from_home_is_told(geodata: Path, sound_table: Callable[[str], pd.DataFrame]) -> None:
    tables = {file: sound_table(file) for file in (MISSIONS, AREAS, ACTIVITIES)}
    assert list(places.far(tables, geodata)) == []
    text = (geodata / "border_areas.geojson").read_text(encoding="utf-8")
    (geodata / "border_areas.geojson").write_text(text.replace("[10, 0]}", "[40, 0]}"), encoding="utf-8")
    (fault,) = places.far(tables, geodata)
    assert (fault.row, fault.value) == (3, "gate")
    assert fault.problem == "lies 3,225 km from AAA"


def test_an_activity_in_no_neighbour_is_told(geodata: Path, sound_table: Callable[[str], pd.DataFrame]) -> None:
    tables = {file: sound_table(file) for file in (MISSIONS, AREAS, ACTIVITIES)}
    tables[AREAS].loc[1, "countries"] = "BBB"
    assert [fault.problem for fault in places.far(tables, geodata)] == ["touches neither AAA nor a neighbour"]


@pytest.mark.parametrize(
    ("printed", "note", "wrong"),
    [("160", "", 0), ("190", "", 1), ("130", "", 1), ("190", "It counts the river's bends.", 0), ("", "", 0)],
)
def test_lengths_that_lie_apart_want_a_note(
    geodata: Path, sound_table: Callable[[str], pd.DataFrame], printed: str, note: str, wrong: int
) -> None:
    areas = sound_table(AREAS)
    areas.loc[0, ["length_published_km", "length_note"]] = [printed, note]
    found = list(lengths.published({AREAS: areas}, geodata))
    assert [(fault.row, fault.column) for fault in found] == [(2, "length_note")] * wrong


@pytest.mark.parametrize(
    ("lat", "traffic", "wrong"),
    [("0.2", "road", []), ("0.3", "road", ["lies 33 km from gate-road"]), ("0.3", "air", []), ("0.3", "sea", [])],
)
def test_a_crossing_far_from_its_area_is_told_unless_it_is_an_airport_or_a_sea_port(
    geodata: Path, sound_table: Callable[[str], pd.DataFrame], lat: str, traffic: str, wrong: list[str]
) -> None:
    crossings = sound_table(CROSSINGS)
    crossings.loc[0, ["lat", "traffic"]] = [lat, traffic]
    assert [fault.problem for fault in places.far_crossings({CROSSINGS: crossings}, geodata)] == wrong


def test_warnings_name_rule_and_record(geodata: Path) -> None:
    found = warnings(geodata, TODAY)
    assert list(found.columns) == list(checks.WARNING_COLUMNS)
    stale = found[(found["rule"] == "not checked for twelve months") & (found["file"] == MISSIONS)]
    assert stale["key"].tolist() == ["new"]


def test_the_command_counts_warnings_and_tells_each_on_request(
    geodata: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--geodata", str(geodata)]) == 0
    short = capsys.readouterr().out
    assert "length of summaries" in short
    assert "warning: " not in short
    assert main(["check", "--warnings", "--geodata", str(geodata)]) == 0
    assert "warning: activities.csv, line 2, column summary: 'They watched.' has 2 words" in capsys.readouterr().out
