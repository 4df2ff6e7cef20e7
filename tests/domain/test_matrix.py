"""Activities counted by mission or border area and type."""

from hypothesis import given
from hypothesis import strategies as st

from border_atlas.domain.matrix import CELL_COLUMNS, matrix
from border_atlas.domain.rows import once_each
from tests.factories import make_dataset, make_many

DATA = make_dataset()


def test_missions_with_most_activities_come_first() -> None:
    found = matrix(DATA, DATA.activities, by="mission")
    assert found.rows == ("ALPHA", "BETA")
    assert list(found.cells.columns) == list(CELL_COLUMNS)
    assert found.cells[["row_id", "activity_type", "n"]].to_numpy().tolist() == [
        ["alpha", "border-monitoring", 1],
        ["alpha", "training", 1],
        ["beta", "border-monitoring", 1],
    ]


def test_rows_can_be_in_order_of_their_names() -> None:
    assert matrix(DATA, DATA.activities, by="area", order="name").rows == ("Gate", "North line", "South zone")


def test_areas_of_one_name_are_rows_of_their_own() -> None:
    data = make_dataset(areas=({}, {"area_id": "other"}), activities=({}, {"activity_id": "a2", "area_id": "other"}))
    assert matrix(data, data.activities, by="area").rows == ("North line", "North line (2)")


def test_a_mission_without_acronym_goes_by_its_name() -> None:
    data = make_dataset(missions=({"acronym": ""},), activities=({},))
    assert matrix(data, data.activities, by="mission").rows == ("Alpha Border Mission",)


def test_no_activity_gives_no_row_but_all_columns() -> None:
    found = matrix(DATA, DATA.activities.iloc[:0], by="mission")
    assert (found.rows, found.n_activities) == ((), 0)
    assert list(found.cells.columns) == list(CELL_COLUMNS)


def test_cells_add_up_to_all_activities() -> None:
    data = make_many(300)
    for by in ("mission", "area"):
        assert matrix(data, data.activities, by=by).cells["n"].sum() == 300


@given(st.lists(st.sampled_from(["A", "A (2)", "B"])))
def test_labels_are_never_repeated(labels: list[str]) -> None:
    unique = once_each(labels)
    assert len(set(unique)) == len(labels)
    assert all(new.startswith(old) for new, old in zip(unique, labels, strict=True))
