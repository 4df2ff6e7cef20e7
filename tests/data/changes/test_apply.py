"""A change file is merged whole and touches nothing else, or is refused whole with every reason."""

import csv
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.cli import main
from border_atlas.data.changes.apply import apply, plan
from border_atlas.data.changes.merge import merge
from border_atlas.data.changes.read import parse_changes, read_changes
from border_atlas.data.faults import frame
from border_atlas.data.tables import ACTIVITIES, AREAS, COLUMNS, CROSSINGS, MISSIONS, SOURCES
from border_atlas.errors import BorderAtlasError, DatasetError

HEADER = "table,id,column,value,source_id,reason\n"
GOOD = "missions,old,name,Oldest Mission,page,The page names it so\n"
PAGE = {
    "source_id": "new-page", "title": "A new page", "publisher": "UN", "url": "https://example.org/new",
    "checked_on": "2026-01-05", "source_type": "report", "standing": "original",
}  # fmt: skip


def as_csv(file: str, *rows: Mapping[str, str]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, COLUMNS[file], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode()


def texts(geodata: Path) -> dict[str, str]:
    return {file: (geodata / "tables" / file).read_text(encoding="utf-8") for file in COLUMNS}


def reasons(geodata: Path, contents: Mapping[str, bytes]) -> list[tuple[str, int | None, str, str]]:
    faults = plan(geodata / "tables", parse_changes(contents)).faults
    return [(fault.file, fault.row, fault.column, fault.problem) for fault in faults]


def refusals(geodata: Path, lines: str) -> list[tuple[int | None, str, str]]:
    return [found[1:] for found in reasons(geodata, {"changes.csv": (HEADER + lines).encode()})]


def test_a_changed_cell_leaves_every_other_line_as_it_is(geodata: Path) -> None:
    before = texts(geodata)
    outcome = apply(geodata / "tables", parse_changes({"changes.csv": (HEADER + GOOD).encode()}))
    assert outcome.faults == ()
    after = texts(geodata)
    assert [file for file in COLUMNS if before[file] != after[file]] == [MISSIONS]
    lines = zip(before[MISSIONS].splitlines(), after[MISSIONS].splitlines(), strict=True)
    assert [new for old, new in lines if old != new] == [before[MISSIONS].splitlines()[1].replace("Old M", "Oldest M")]


@pytest.mark.parametrize(
    ("line", "column", "problem"),
    [
        ("mission,old,name,X,page,R\n", "table", "is no table"),
        ("missions,older,name,X,page,R\n", "id", "does not stand in missions.csv"),
        ("missions,old,title,X,page,R\n", "column", "is no column of missions.csv to change"),
        ("missions,old,mission_id,x,page,R\n", "column", "is no column of missions.csv to change"),
        ("missions,old,name,X,,R\n", "source_id", "is empty"),
        ("missions,old,name,X,nowhere,R\n", "source_id", "does not exist"),
        ("missions,old,name,X,page,\n", "reason", "is empty"),
        ("missions,old,name,X,page\n", "", "has 5 cells"),
        ("missions,old,start_date,2001-13,page,R\n", "start_date", "(old in missions.csv) is no date"),
        ("missions,old,source_ids,nowhere,page,R\n", "source_ids", "(old in missions.csv) does not exist"),
    ],
)
def test_a_change_is_refused_with_line_and_column(geodata: Path, line: str, column: str, problem: str) -> None:
    assert (3, column, problem) in refusals(geodata, GOOD + line)


def test_with_one_fault_nothing_is_written(geodata: Path) -> None:
    before = texts(geodata)
    outcome = apply(geodata / "tables", parse_changes({"changes.csv": f"{HEADER}{GOOD}missions,no,a,b,c,d\n".encode()}))
    assert outcome.faults
    assert texts(geodata) == before


def test_a_fault_that_shows_in_another_table_names_the_record(geodata: Path) -> None:
    found = refusals(geodata, "missions,old,end_date,2003,page,Ended earlier\n")
    assert (2, "end_date", "(old-1 in activities.csv) lies after the mission ended (2003)") in found


def test_a_value_that_stands_already_is_a_note(geodata: Path) -> None:
    changes = parse_changes({"changes.csv": f"{HEADER}missions,old,name,Old Mission,page,R\n".encode()})
    outcome = apply(geodata / "tables", changes)
    assert outcome.faults == ()
    assert outcome.texts == {}
    assert outcome.notes == ("changes.csv, line 2: old, name has the value 'Old Mission' already",)


def test_two_values_for_one_cell_are_refused(geodata: Path) -> None:
    ((line, column, problem),) = refusals(geodata, GOOD + GOOD.replace("Oldest", "Other"))
    assert (line, column) == (3, "value")
    assert problem == "differs from line 2 of changes.csv, which changes the same cell"


def test_new_records_and_cells_that_name_them_go_together(geodata: Path) -> None:
    contents = {
        "new_sources.csv": as_csv(SOURCES, PAGE),
        "changes.csv": f"{HEADER}missions,old,source_ids,page;new-page,new-page,Second source\n".encode(),
    }
    outcome = apply(geodata / "tables", parse_changes(contents))
    assert (dict(outcome.changed), dict(outcome.added)) == ({MISSIONS: 1}, {SOURCES: 1})
    assert texts(geodata)[SOURCES].endswith(
        "new-page,A new page,UN,https://example.org/new,,2026-01-05,report,original,\n"
    )


def test_names_and_a_published_length_of_an_area_are_set(geodata: Path) -> None:
    lines = "".join(
        f"border_areas,aaa-bbb,{column},{value},page,As printed\n"
        for column, value in (
            ("name_fr", "Frontière A - B"),
            ("names_parties", "B: the line"),
            ("length_note", "Bends."),
        )
    )
    outcome = apply(geodata / "tables", parse_changes({"changes.csv": f"{HEADER}{lines}".encode()}))
    assert (outcome.faults, dict(outcome.changed)) == ((), {AREAS: 3})
    assert "Border A - B,Grenze A - B,Frontière A - B,B: the line," in texts(geodata)[AREAS]


def test_a_published_length_without_its_source_is_refused(geodata: Path) -> None:
    found = refusals(geodata, "border_areas,gate,length_published_km,3,page,As printed\n")
    assert found == [(2, "length_source_id", "(gate in border_areas.csv) is empty beside the published length 3")]


def test_the_strength_of_a_mission_is_set_whole_or_refused(geodata: Path) -> None:
    cells = {"strength": "44", "strength_kind": "deployed", "strength_of": "staff", "strength_as_of": "2025-12"}
    lines = "".join(f"missions,new,{column},{value},page,As told\n" for column, value in cells.items())
    problem = "(new in missions.csv) is empty beside strength 44"
    assert [(column, told) for _, column, told in refusals(geodata, lines)] == [("strength_source_id", problem)]
    lines += "missions,new,strength_source_id,page,page,As told\n"
    assert refusals(geodata, lines) == []


def test_new_crossings_are_added_whole(geodata: Path) -> None:
    pier = {
        "crossing_id": "pier", "name": "Pier", "area_id": "gate", "countries": "AAA", "lon": "10.1", "lat": "0",
        "traffic": "river", "source_ids": "page", "verified": "yes", "checked_on": "2026-01-05",
    }  # fmt: skip
    outcome = apply(geodata / "tables", parse_changes({"new_crossings.csv": as_csv(CROSSINGS, pier)}))
    assert (outcome.faults, dict(outcome.added)) == ((), {CROSSINGS: 1})
    assert texts(geodata)[CROSSINGS].endswith("pier,Pier,gate,AAA,10.1,0,river,,page,yes,2026-01-05,\n")


def test_applying_twice_changes_nothing(geodata: Path) -> None:
    changes = parse_changes({"new_sources.csv": as_csv(SOURCES, PAGE), "changes.csv": (HEADER + GOOD).encode()})
    apply(geodata / "tables", changes)
    before = texts(geodata)
    outcome = apply(geodata / "tables", changes)
    assert (outcome.faults, len(outcome.notes), texts(geodata)) == ((), 2, before)


def test_a_record_is_removed_with_a_reason_and_without_a_source(geodata: Path) -> None:
    changes = parse_changes({"changes.csv": f"{HEADER}activities,new-1,remove,,,No page shows it\n".encode()})
    outcome = apply(geodata / "tables", changes)
    assert (outcome.faults, dict(outcome.removed)) == ((), {ACTIVITIES: 1})
    assert "new-1" not in texts(geodata)[ACTIVITIES]


def test_a_record_that_others_need_is_not_removed(geodata: Path) -> None:
    found = refusals(geodata, "sources,page,remove,,,Twice\n")
    assert (None, "") not in [(line, problem) for line, _, problem in found]
    assert any(problem.endswith("(old in missions.csv) does not exist") for _, _, problem in found)


def test_a_removal_has_no_value_and_a_reason(geodata: Path) -> None:
    found = refusals(geodata, "activities,new-1,remove,x,,\n")
    assert found == [(2, "reason", "is empty"), (2, "value", "stands beside 'remove'")]


def test_an_id_in_use_is_refused_for_another_record(geodata: Path) -> None:
    found = reasons(geodata, {"new_sources.csv": as_csv(SOURCES, PAGE | {"source_id": "page", "title": "Other"})})
    assert found[0][:3] == ("new_sources.csv", 2, "source_id")
    assert found[0][3].startswith("stands in sources.csv already, with other values in title")


def test_a_new_record_breaks_no_rule_of_check(geodata: Path) -> None:
    row = {"activity_id": "old-2", "mission_id": "old", "area_id": "nowhere", "activity_type": "patrol"}
    found = reasons(geodata, {"new_activities.csv": as_csv(ACTIVITIES, row)})
    assert ("new_activities.csv", 2, "area_id", "(old-2 in activities.csv) does not exist") in found
    assert ("new_activities.csv", 2, "activity_type", "(old-2 in activities.csv) is not allowed") in found


def test_faults_that_stood_before_do_not_block(geodata: Path) -> None:
    path = geodata / "tables" / ACTIVITIES
    path.write_text(path.read_text(encoding="utf-8").replace("Teach", "Teach "), encoding="utf-8")
    outcome = plan(geodata / "tables", parse_changes({"changes.csv": (HEADER + GOOD).encode()}))
    assert outcome.faults == ()
    assert outcome.notes == ("1 fault stood in the tables before; 'check' tells it",)


def test_a_table_that_cannot_be_read_blocks_everything(geodata: Path) -> None:
    (geodata / "tables" / ACTIVITIES).write_text("activity_id\n", encoding="utf-8")
    outcome = plan(geodata / "tables", parse_changes({"changes.csv": (HEADER + GOOD).encode()}))
    assert [fault.file for fault in outcome.faults] == [ACTIVITIES]


def test_a_table_that_is_missing_begins_with_its_first_record(geodata: Path) -> None:
    (geodata / "tables" / SOURCES).unlink()
    outcome = plan(geodata / "tables", parse_changes({"new_sources.csv": as_csv(SOURCES, PAGE)}))
    assert outcome.texts[SOURCES].splitlines()[0] == ",".join(COLUMNS[SOURCES])


def test_a_sorted_table_stays_sorted() -> None:
    rows = [PAGE | {"source_id": f"page-{number:03}"} for number in range(0, 200, 2)]
    new = {"new_sources.csv": as_csv(SOURCES, PAGE | {"source_id": "page-051"})}
    outcome = merge({SOURCES: as_csv(SOURCES, *rows).decode()}, parse_changes(new))
    ids = [line.split(",")[0] for line in outcome.texts[SOURCES].splitlines()[1:]]
    assert ids == sorted(ids)
    assert len(ids) == 101


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + (HEADER + GOOD).encode(),
        (HEADER + GOOD).replace(",", ";").encode(),
        (HEADER + GOOD).replace("\n", "\r\n").encode(),
        f"{HEADER}{GOOD},,,,,\n".encode(),
        (HEADER + GOOD).replace("missions,", "missions.csv,").encode(),
    ],
    ids=["byte order mark", "semicolons", "Windows lines", "empty line", "name of the file"],
)
def test_what_spreadsheets_make_of_a_file_is_read(geodata: Path, content: bytes) -> None:
    outcome = plan(geodata / "tables", parse_changes({"changes.csv": content}))
    assert (outcome.faults, dict(outcome.changed)) == ((), {MISSIONS: 1})


@pytest.mark.parametrize(
    ("file", "content", "problem"),
    [
        ("changes.csv", b"\xff", "is not UTF-8"),
        ("changes.csv", b"", "is a missing column"),
        ("changes.csv", b'table,id,column,value,source_id,reason\n"a', "cannot be read"),
        ("changes.csv", b"table,id,column,value,source_id,reason,more\n", "is an unknown column"),
        ("changes.csv", b"table,id,id,column,value,source_id,reason\n", "stands twice"),
        ("budget.csv", b"a,b\n", "is no file of changes"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(geodata: Path, file: str, content: bytes, problem: str) -> None:
    assert problem in {found[3] for found in reasons(geodata, {file: content})}


def test_a_folder_an_archive_and_a_single_file_are_read(tmp_path: Path) -> None:
    contents = {"changes.csv": (HEADER + GOOD).encode(), "new_sources.csv": as_csv(SOURCES, PAGE)}
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for name, content in contents.items():
            archive.writestr(f"folder/{name}", content)
    (tmp_path / "folder").mkdir()
    for name, content in contents.items():
        (tmp_path / "folder" / name).write_bytes(content)
    (tmp_path / "mine.csv").write_bytes(contents["changes.csv"])
    assert read_changes(tmp_path / "all.zip") == read_changes(tmp_path / "folder") == parse_changes(contents)
    assert len(read_changes(tmp_path / "mine.csv").cells) == 1


def archive_of(path: Path, contents: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return path


def test_two_files_of_one_name_and_files_not_read_are_told(tmp_path: Path) -> None:
    cells = (HEADER + GOOD).encode()
    members = {"anna/changes.csv": cells, "ben/changes.csv": cells, "new_missions.xlsx": b"x", "notes/a.txt": b"x"}
    faults = read_changes(archive_of(tmp_path / "all.zip", members)).faults
    assert [(fault.file, fault.problem) for fault in faults] == [
        ("ben/changes.csv", "has the same name as anna/changes.csv"),
        ("new_missions.xlsx", "is not read"),
        ("notes/a.txt", "is not read"),
    ]


def test_a_word_to_the_editors_and_what_a_mac_adds_are_passed_over(tmp_path: Path) -> None:
    members = {
        "a/": b"", "a/changes.csv": (HEADER + GOOD).encode(), "a/ReadMe.txt": b"x", "a/.DS_Store": b"x",
        "__MACOSX/a/._changes.csv": b"x",
    }  # fmt: skip
    changes = read_changes(archive_of(tmp_path / "all.zip", members))
    assert (len(changes.cells), changes.faults) == (1, ())


def test_large_letters_in_an_ending_do_not_matter(tmp_path: Path) -> None:
    contents = {"changes.CSV": (HEADER + GOOD).encode(), "new_sources.Csv": as_csv(SOURCES, PAGE)}
    (tmp_path / "folder").mkdir()
    for name, content in contents.items():
        (tmp_path / "folder" / name).write_bytes(content)
    archive = archive_of(tmp_path / "all.zip", contents)
    for changes in (read_changes(archive), read_changes(tmp_path / "folder")):
        assert (len(changes.cells), len(changes.rows), changes.faults) == (1, 1, ())
    assert len(read_changes(tmp_path / "folder" / "new_sources.Csv").rows) == 1


@pytest.mark.parametrize("make", ["nothing", "empty folder", "broken archive"])
def test_what_is_no_change_file_is_refused(tmp_path: Path, make: str) -> None:
    path = tmp_path / "it"
    if make == "empty folder":
        path.mkdir()
    elif make == "broken archive":
        path.write_bytes(b"PK\x03\x04nothing")
    with pytest.raises(BorderAtlasError, match=r"it|archive"):
        read_changes(path)


def test_tables_changed_by_somebody_else_meanwhile_are_not_overwritten(
    geodata: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(before: dict[str, str], changes: object) -> object:
        (geodata / "tables" / MISSIONS).write_text("other", encoding="utf-8")
        return merge(before, changes)  # type: ignore[arg-type]

    monkeypatch.setattr("border_atlas.data.changes.apply._planned", slow)
    with pytest.raises(DatasetError, match="somebody else"):
        apply(geodata / "tables", parse_changes({"changes.csv": (HEADER + GOOD).encode()}))


def test_the_command_merges_or_refuses(geodata: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(HEADER + GOOD, encoding="utf-8")
    command = ["apply", str(path), "--geodata", str(geodata)]
    assert main([*command, "--dry-run"]) == 0
    assert "Oldest" not in texts(geodata)[MISSIONS]
    assert main(command) == 0
    assert "missions.csv: 1 cells changed, 0 rows added, 0 rows removed" in capsys.readouterr().out
    assert "Oldest" in texts(geodata)[MISSIONS]
    path.write_text(f"{HEADER}missions,nobody,name,X,page,R\n", encoding="utf-8")
    assert main(command) == 1
    told = capsys.readouterr().out
    assert "changes.csv, line 2, column id: 'nobody' does not stand in missions.csv" in told
    assert "Nothing was written" in told


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029")))
def test_any_text_comes_back_from_the_table(value: str) -> None:
    table = as_csv(SOURCES, PAGE, PAGE | {"source_id": "other"}).decode()
    row = ["sources", "other", "notes", value, "", "R"]
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\n").writerow(row)
    outcome = merge({SOURCES: table}, parse_changes({"changes.csv": (HEADER + buffer.getvalue()).encode()}))
    assert frame(outcome.faults).empty
    read = list(csv.DictReader(io.StringIO(outcome.texts.get(SOURCES, table), newline="")))
    assert [line["notes"] for line in read] == ["", value]
