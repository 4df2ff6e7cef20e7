"""A change file comes back from `apply` as it was proposed, and runs nothing in a spreadsheet."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.config import TABLES
from border_atlas.data.changes.apply import apply
from border_atlas.data.changes.read import parse_changes, read_changes
from border_atlas.data.tables import ACTIVITIES, COLUMNS, MISSIONS, SOURCES, read_table, records
from border_atlas.domain.proposals import Proposal, new_id
from border_atlas.export.change_file import contents, to_file
from border_atlas.export.guard import unguard

SOURCE = {
    "source_id": "new-page", "title": "=HYPERLINK(1)", "publisher": "UN", "url": "https://news.un.org/a",
    "published": "2020", "checked_on": "2026-01-05", "source_type": "report", "standing": "original", "notes": "",
}  # fmt: skip


def rows(folder: Path, table: str) -> dict[str, dict[str, str]]:
    return {row[COLUMNS[table][0]]: row for row in records(read_table(folder / table, COLUMNS[table]))}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(TABLES, tmp_path / "tables")
    return tmp_path / "tables"


def proposed(folder: Path) -> list[Proposal]:
    """Change a cell, and add an activity like another one, both on a new page."""
    known = rows(folder, ACTIVITIES)
    first = next(iter(known.values()))
    new = first | {"activity_id": new_id(("a", "new", "one"), known), "title": '+ another, quoted "title"',
                   "start_date": "", "start_basis": "unknown", "source_ids": "new-page"}  # fmt: skip
    cells = (("notes", "-5 degrees; @home"),)
    page = tuple(SOURCE.items())
    return [
        Proposal(MISSIONS, first["mission_id"], cells, is_new=False, source_id="new-page", source=page, reason="=Why"),
        Proposal(ACTIVITIES, new["activity_id"], tuple(new.items()), is_new=True, source_id="new-page", source=page,
                 reason="Missing"),
    ]  # fmt: skip


def test_what_was_proposed_stands_in_the_tables_after_apply(folder: Path, tmp_path: Path) -> None:
    both = proposed(folder)
    ending, content = to_file(both)
    path = tmp_path / f"proposals.{ending}"
    path.write_bytes(content)
    outcome = apply(folder, read_changes(path, clean=unguard))
    assert outcome.faults == ()
    assert rows(folder, MISSIONS)[both[0].key]["notes"] == "-5 degrees; @home"
    assert rows(folder, ACTIVITIES)[both[1].key] == dict(both[1].cells)
    assert rows(folder, SOURCES)["new-page"] == SOURCE


def test_changed_cells_alone_are_one_csv() -> None:
    one = Proposal(MISSIONS, "m", (("notes", "=1+1"),), is_new=False, source_id="s", source=(), reason="R")
    ending, content = to_file([one])
    assert ending == "csv"
    assert content.decode().splitlines()[1] == "missions,m,notes,'=1+1,s,R"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\ufffe\uffff")))
def test_any_value_comes_back(value: str) -> None:
    one = Proposal(MISSIONS, "m", (("notes", value),), is_new=False, source_id="s", source=(), reason="R")
    (cell,) = parse_changes(contents([one]), clean=unguard).cells
    assert (cell.table, cell.key, cell.column, cell.value) == (MISSIONS, "m", "notes", value)
