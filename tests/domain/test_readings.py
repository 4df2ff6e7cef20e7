"""What independent readers found says how far all records can be trusted."""

from pathlib import Path

import pytest

from border_atlas.domain.readings import Reading, read_readings, readings_table, say_share
from border_atlas.errors import DatasetError

HEAD = "read_on,state,records,right,minor,wrong,open,notes\n"


def reading(wrong: int, records: int) -> Reading:
    return Reading("2026-11-28", "x", records, records - wrong, 0, wrong, 0, "")


def write(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "readings.csv"
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_seven_wrong_of_fifty_are_seven_to_twenty_six_percent() -> None:
    assert reading(7, 50).interval == pytest.approx((0.0695, 0.2619), abs=0.0005)


@pytest.mark.parametrize(
    ("wrong", "said"), [(0, "0 % (0 to 6 %)"), (2, "3 % (1 to 11 %)"), (60, "100 % (94 to 100 %)")]
)
def test_none_and_all_wrong_stay_within_bounds(wrong: int, said: str) -> None:
    assert say_share(reading(wrong, 60)) == said


def test_the_latest_reading_comes_first(tmp_path: Path) -> None:
    path = write(tmp_path, "2025,old,2,1,0,1,0,", "2026-11-28,new,4,2,1,0,1,none")
    table = readings_table(read_readings(path))
    assert list(table["State of the data"]) == ["new", "old"]
    assert list(table["Read on"]) == ["28 November 2026", "2025"]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("2026,x,3,1,1,0,0,", "1 + 1 + 0 + 0 is not 3"),
        ("2026,x,0,0,0,0,0,", "is not 0"),
        ("2026,x,3,-1,1,3,0,", "line 2: 3, -1, 1, 3, 0; right are whole numbers"),
    ],
)
def test_counts_that_do_not_add_up_are_told_with_their_line(tmp_path: Path, row: str, says: str) -> None:
    with pytest.raises(DatasetError, match=says.replace("+", r"\+")):
        read_readings(write(tmp_path, row))


def test_the_readings_of_the_dataset_are_sound() -> None:
    assert read_readings()[0].wrong == 7
