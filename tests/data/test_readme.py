"""The data dictionary names every table, column, list and command that there is."""

import re
from pathlib import Path

import pytest

from border_atlas.cli import parser
from border_atlas.config import GEODATA
from border_atlas.data.changes.read import parse_changes
from border_atlas.data.quality.publishers import PUBLISHER_COLUMNS, PUBLISHERS
from border_atlas.data.quality.renamed import RENAMED, RENAMED_COLUMNS
from border_atlas.data.tables import COLUMNS

TEXT = (GEODATA / "README.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([^`\n]+)`", TEXT))


@pytest.mark.parametrize(
    ("file", "columns"), [*COLUMNS.items(), (PUBLISHERS, PUBLISHER_COLUMNS), (RENAMED, RENAMED_COLUMNS)]
)
def test_every_column_is_explained(file: str, columns: tuple[str, ...]) -> None:
    assert file in TEXT
    assert [column for column in columns if column not in NAMED] == []


def test_the_example_of_a_change_file_can_be_read() -> None:
    example = re.search(r"```\n(table,id,.*?)```", TEXT, re.DOTALL)
    assert example
    changes = parse_changes({"changes.csv": example[1].encode()})
    assert (len(changes.cells), changes.faults) == (2, ())


def test_every_command_that_is_told_exists(tmp_path: Path) -> None:
    for command in set(re.findall(r"`python -m border_atlas ([^`]+)`", TEXT)):
        words = command.replace("FILE", str(tmp_path / "file")).split()
        assert parser().parse_args(words).command == words[0]
