"""The notes on columns that travel inside the files."""

from enum import StrEnum

import pytest

from border_atlas.export.columns import COLUMN_NOTES
from border_atlas.model import Engagement, Family, MandateEffect, SourceStanding, SourceType, Traffic


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("traffic", Traffic),
        ("effect", MandateEffect),
        ("engagement", Engagement),
        ("family", Family),
        ("source_type", SourceType),
        ("standing", SourceStanding),
    ],
)
def test_a_note_names_every_value_that_its_column_can_hold(column: str, values: type[StrEnum]) -> None:
    assert [value for value in values if str(value) not in COLUMN_NOTES[column]] == []


def test_values_are_named_as_a_sentence() -> None:
    assert COLUMN_NOTES["effect"] == "What it did to the border tasks: set, changed, extended or ended."
