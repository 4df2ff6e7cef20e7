"""Writing whole or not at all."""

from pathlib import Path

import pytest

from border_atlas.drafts import write_all, write_out
from border_atlas.errors import ExportError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_are_replaced_and_no_draft_stays(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    write_all({tmp_path / "a.csv": b"new", tmp_path / "b.csv": b"more"})
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == {"a.csv": b"new", "b.csv": b"more"}


def test_if_one_draft_cannot_be_written_no_file_changes(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    with pytest.raises(FileNotFoundError):
        write_all({tmp_path / "a.csv": b"new", tmp_path / "missing" / "b.csv": b"more"})
    assert (names(tmp_path), (tmp_path / "a.csv").read_bytes()) == (["a.csv"], b"old")


def test_a_folder_in_the_way_is_told_and_no_draft_stays(tmp_path: Path) -> None:
    (tmp_path / "out.md").mkdir()
    with pytest.raises(ExportError, match=r"out\.md cannot be written"):
        write_out(tmp_path / "out.md", b"text")
    assert names(tmp_path) == ["out.md"]
