"""Records are found by their id."""

import pytest

from border_atlas.domain.lookup import position, record
from border_atlas.errors import SelectionError
from tests.factories import make_dataset

DATA = make_dataset()


def test_a_record_is_found_by_its_id() -> None:
    assert record(DATA, "mission_id", "beta")["acronym"] == "BETA"
    assert record(DATA, "area_id", "gate")["name"] == "Gate"
    assert [position(DATA, "area_id", name) for name in ("north-line", "south-zone", "gate")] == [0, 1, 2]


def test_each_dataset_has_its_own_places() -> None:
    other = make_dataset(missions=[{"mission_id": "beta", "acronym": "OTHER"}], activities=[])
    assert record(other, "mission_id", "beta")["acronym"] == "OTHER"
    assert record(DATA, "mission_id", "beta")["acronym"] == "BETA"


def test_an_unknown_id_is_said() -> None:
    with pytest.raises(SelectionError, match="“gamma” is no mission of this dataset"):
        record(DATA, "mission_id", "gamma")
