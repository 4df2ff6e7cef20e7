"""Independent readings of random records: how many were found wrong, and what that says of all records."""

from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Final

import pandas as pd

from border_atlas.config import GEODATA
from border_atlas.data.tables import read_table, records
from border_atlas.domain.dates_text import say_date
from border_atlas.errors import DatasetError

READINGS: Final = GEODATA / "tables" / "readings.csv"
_COUNTS: Final = ("records", "right", "minor", "wrong", "open")
READING_COLUMNS: Final = ("read_on", "state", *_COUNTS, "notes")
#: Quantile of the normal distribution for an interval of 95 %.
_Z: Final = 1.959964


@dataclass(frozen=True)
class Reading:
    """What a critical reader found in a random sample, by other pages than those that the records name."""

    read_on: str
    state: str
    records: int
    right: int
    minor: int
    wrong: int
    open: int
    notes: str

    @property
    def interval(self) -> tuple[float, float]:
        """Between which shares (0 to 1) that of the wrong among all records lies, with 95 % confidence.

        Wilson's score interval (E. B. Wilson, Journal of the American Statistical Association 22, 1927).
        """
        n, share = self.records, self.wrong / self.records
        middle = share + _Z**2 / (2 * n)
        spread = _Z * sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
        low, high = ((middle + sign * spread) / (1 + _Z**2 / n) for sign in (-1, 1))
        return max(0.0, low), min(1.0, high)


def read_readings(path: Path = READINGS) -> tuple[Reading, ...]:
    """Read the table of readings, oldest first.

    Raises
    ------
    DatasetError
        If the table cannot be read, or a row's counts are no whole numbers or do not add up.
    """
    table = read_table(path, READING_COLUMNS)
    return tuple(_reading(path, line, row) for line, row in enumerate(records(table), start=2))


def _reading(path: Path, line: int, row: dict[str, str]) -> Reading:
    texts = [row[name].strip() for name in _COUNTS]
    if not all(text.isdecimal() for text in texts):
        msg = f"{path.name}, line {line}: {', '.join(texts)}; right are whole numbers for {', '.join(_COUNTS)}."
        raise DatasetError(msg)
    read, right, minor, wrong, undecided = map(int, texts)
    if read == 0 or right + minor + wrong + undecided != read:
        msg = f"{path.name}, line {line}: {' + '.join(texts[1:])} is not {read}; right are counts that add up."
        raise DatasetError(msg)
    return Reading(row["read_on"], row["state"], read, right, minor, wrong, undecided, row["notes"])


def readings_table(readings: tuple[Reading, ...]) -> pd.DataFrame:
    """Return the readings as a table that people read, the latest first."""
    rows = [
        {
            "Read on": say_date(one.read_on), "State of the data": one.state, "Records": one.records,
            "Right": one.right, "Minor flaw": one.minor, "Wrong": one.wrong, "Open": one.open,
            "Wrong of all (95 %)": say_share(one), "What followed": one.notes,
        }
        for one in reversed(readings)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def say_share(reading: Reading) -> str:
    """Say the share of wrong records with its interval: "3 % (1 to 11 %)"."""
    low, high = (round(100 * share) for share in reading.interval)
    return f"{100 * reading.wrong / reading.records:.0f} % ({low} to {high} %)"
