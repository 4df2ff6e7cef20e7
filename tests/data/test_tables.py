"""Reading tables: text stays text, and damage is told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.data.tables import COLUMNS, line_of, read_table, split_values
from border_atlas.errors import DatasetError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "small.csv"


def test_cells_stay_as_they_are_written(file: Path) -> None:
    file.write_text('id,value\na,NA\nb,007\nc,\nd,"x, ""y"""\n', encoding="utf-8")
    assert read_table(file, ["id", "value"])["value"].tolist() == ["NA", "007", "", 'x, "y"']


def test_a_byte_order_mark_and_windows_line_ends_are_harmless(file: Path) -> None:
    file.write_bytes("\ufeffid,value\r\na,é\r\n".encode())
    assert read_table(file, ["id"])["value"].tolist() == ["é"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"id,value\n", "no row below the header"),
        (b"id\na\n", "column value is missing"),
        (b"id,value,id\na,b,c\n", "stands there twice"),
        (b"id,value\na,b\na,b,c\na\n", "line 3 has 3; line 4 has 1 cells; right are 2"),
        (b"id,value\na,b\n\nc,d\n", "line 3 has 0"),
        (b'id,value\na,"b\nc"\n', "line 2: a line break"),
        (b'id,value\na,"b\n', "right is"),
        (b"id,value\na,\xe9\n", "byte 11 is not UTF-8"),
    ],
)
def test_damage_is_told_with_its_place(file: Path, content: bytes, told: str) -> None:
    file.write_bytes(content)
    with pytest.raises(DatasetError, match=r"small\.csv") as caught:
        read_table(file, ["id", "value"])
    assert told in str(caught.value)


def test_a_missing_file_is_told_by_name(file: Path) -> None:
    with pytest.raises(DatasetError, match=r"small\.csv is missing"):
        read_table(file, ["id"])


def test_a_folder_in_place_of_a_file_is_told(file: Path) -> None:
    file.mkdir()
    with pytest.raises(DatasetError, match="cannot be read"):
        read_table(file, ["id"])


@pytest.mark.parametrize(("text", "values"), [("", ()), ("a", ("a",)), ("a;b", ("a", "b"))])
def test_several_values_are_split_at_semicolons(text: str, values: tuple[str, ...]) -> None:
    assert split_values(text) == values


@given(st.lists(st.text("abc", min_size=1), min_size=1))
def test_joined_values_are_split_again(values: list[str]) -> None:
    assert list(split_values(";".join(values))) == values


def test_the_first_record_stands_in_line_two() -> None:
    assert line_of(0) == 2


def test_every_table_has_its_key_first_and_each_column_once() -> None:
    for columns in COLUMNS.values():
        assert len(set(columns)) == len(columns)
