"""Former ids are followed, and links of older data say so."""

from pathlib import Path

import pytest

from border_atlas.domain.permalinks import (
    RENAMED,
    RenamedId,
    frozen,
    read_renamed,
    renamed_ids,
    version_notice,
    version_tag,
)
from border_atlas.domain.url import from_params
from border_atlas.domain.vocabulary import vocabulary_of
from border_atlas.errors import DatasetError
from tests.factories import make_dataset

HEADER = "old_id,new_id,kind,since,notes\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "renamed_ids.csv"


def test_the_projects_own_table_can_be_read() -> None:
    assert all(row.old_id != row.new_id for row in read_renamed(RENAMED))


def test_a_table_without_rows_renames_nothing(table: Path) -> None:
    table.write_text(HEADER, encoding="utf-8")
    assert read_renamed(table) == ()


def test_rows_are_read(table: Path) -> None:
    table.write_text(f"{HEADER}old,alpha,mission,2026-01-05,merged\n", encoding="utf-8")
    assert read_renamed(table) == (RenamedId("old", "alpha", "mission", "2026-01-05", "merged"),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "right are old_id, new_id"),
        ("a,b\n", "has the columns a, b"),
        (f"{HEADER}old,alpha\n", "line 2 has 2 cells; right are 5"),
        (f"{HEADER}old,alpha,person,,\n", "line 2: .*the kind mission or area"),
        (f"{HEADER},alpha,mission,,\n", "an old and a new id"),
    ],
)
def test_a_damaged_table_says_what_would_be_right(table: Path, text: str, said: str) -> None:
    table.write_text(text, encoding="utf-8")
    with pytest.raises(DatasetError, match=said):
        read_renamed(table)


def test_a_missing_table_is_named(table: Path) -> None:
    with pytest.raises(DatasetError, match=r"renamed_ids\.csv cannot be read"):
        read_renamed(table)


def test_former_and_prefixed_ids_lead_to_the_record() -> None:
    dataset = make_dataset()
    renamed = renamed_ids(
        dataset, [RenamedId("older", "old", "mission", "", ""), RenamedId("old", "alpha", "mission", "", "")]
    )
    words = vocabulary_of(dataset, renamed)
    for wanted in ("older", "old", "un-alpha", "eu-alpha"):
        parsed = from_params({"mission": wanted}, words)
        assert parsed.selection.mission == "alpha"
        assert parsed.notes == (f"The mission “{wanted}” is now called “alpha”.",)


def test_an_id_in_use_is_never_taken_for_a_former_one() -> None:
    dataset = make_dataset(missions=[{}, {"mission_id": "eu-alpha"}], activities=[])
    renamed = renamed_ids(dataset, [RenamedId("alpha", "eu-alpha", "mission", "", "")])
    assert "eu-alpha" not in renamed
    assert "alpha" not in renamed


def test_a_frozen_link_names_day_and_digest_of_the_data() -> None:
    assert version_tag(make_dataset()) == "20260105-test"
    assert frozen({"org": "EU"}, make_dataset()) == {"org": "EU", "v": "20260105-test"}


@pytest.mark.parametrize("tag", ["", " ", "20260105-test", "20260105-TEST "])
def test_a_link_of_the_present_data_needs_no_notice(tag: str) -> None:
    assert version_notice(tag, make_dataset()) == ""


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("20250310-abcd1234", "made with data version 20250310-abcd1234 (data as of 10 March 2025); newer data exist"),
        ("20260105-abcd1234", "newer data exist"),
        ("20270101-abcd1234", "newer than what this copy of the atlas holds: version 20260105-test"),
        ("20260231-abcd1234", "no version of the data that can be read"),
        ("<script>", "no version of the data that can be read"),
    ],
)
def test_another_version_is_told(tag: str, said: str) -> None:
    notice = version_notice(tag, make_dataset())
    assert said in notice
    assert "<" not in notice
