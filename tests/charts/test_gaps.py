"""Bands where nobody is on record."""

from datetime import date

import pytest

from border_atlas.charts.gaps import gap_bands
from border_atlas.domain.area_work import Gap


def test_gaps_become_bands_over_the_whole_height() -> None:
    bands = gap_bands([Gap(date(2001, 1, 1), date(2002, 12, 31))])
    assert bands is not None
    drawn = bands.to_dict()
    assert "y" not in drawn["encoding"]
    (row,) = next(iter(drawn["datasets"].values()))
    assert (row["from"], row["to"]) == (2001.0, pytest.approx(2003.0))
    assert row["when"] == "1 January 2001 – 31 December 2002"


def test_no_gap_or_one_of_days_draws_nothing() -> None:
    assert gap_bands([]) is None
    assert gap_bands([Gap(date(2001, 1, 1), date(2001, 1, 10))]) is None
