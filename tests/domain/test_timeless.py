"""The slider's year shows what the selection of that year shows."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from border_atlas.config import GEODATA
from border_atlas.data.dataset import Dataset
from border_atlas.data.load import load_dataset
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.timeless import in_year, timeless


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load_dataset(GEODATA)


def rows(numbers: tuple[int, ...] | None, size: int) -> np.ndarray:
    return np.arange(size) if numbers is None else np.array(numbers, dtype=int)


def shown_in(data: Dataset, selection: Selection, year: int) -> tuple[set[int], set[int]]:
    """Missions and areas by the rule that the browser plays: see the docstring of Timeless."""
    time = timeless(data, selection)

    def living(frame: object, numbers: np.ndarray) -> np.ndarray:
        part = frame.loc[numbers]  # type: ignore[attr-defined]
        alive = (part["earliest"].dt.year <= year) & (year <= part["latest"].dt.year)
        return numbers[alive.to_numpy()]

    missions = set(living(data.missions, rows(time.missions, len(data.missions))))
    number = {key: row for row, key in enumerate(data.missions["mission_id"])}
    area = {key: row for row, key in enumerate(data.areas["area_id"])}
    active = data.activities.loc[living(data.activities, rows(time.activities, len(data.activities)))]
    active = active[active["mission_id"].map(number).isin(missions)]
    shown = missions & (set(rows(time.free, len(data.missions))) | set(active["mission_id"].map(number)))
    return shown, set(active["area_id"].map(area))


@settings(max_examples=60, deadline=None)
@given(
    year=st.integers(1948, 2026),
    organisations=st.sets(st.sampled_from(["UN", "EU", "OSCE", "AU"])),
    families=st.sets(st.sampled_from(["monitor", "control", "advise"])),
    text=st.sampled_from(["", "border", "customs", "georgia"]),
    countries=st.sets(st.sampled_from(["GEO", "CYP", "LBY", "TJK"])),
    statuses=st.sets(st.sampled_from(["running", "ended"])),
    active_on=st.sampled_from([None, date(1995, 6, 1), date(2020, 2, 29)]),
)
def test_each_year_of_the_slider_shows_what_the_selection_of_that_year_shows(
    data: Dataset, year: int, organisations: set[str], families: set[str], text: str, countries: set[str],
    statuses: set[str], active_on: date | None,
) -> None:  # fmt: skip
    selection = Selection(
        organisations=tuple(organisations), families=tuple(families), text=text, countries=tuple(countries),
        statuses=tuple(statuses), active_on=active_on,
    )  # fmt: skip
    view = select(data, in_year(selection, year))
    missions, areas = shown_in(data, selection, year)
    assert missions == set(view.missions.index)
    assert areas == set(view.areas.index)


def test_no_filter_leaves_all_without_naming_it(data: Dataset) -> None:
    time = timeless(data, Selection(year_from=1990, year_to=1990))
    assert (time.missions, time.free, time.activities, time.year) == (None, None, None, 1990)


def test_a_year_of_the_slider_takes_the_place_of_a_day_and_of_a_period() -> None:
    asked = Selection(organisations=("UN",), year_from=1990, year_to=2000, active_on=date(1995, 6, 1))
    assert in_year(asked, 2010) == Selection(organisations=("UN",), year_from=2010, year_to=2010)
    assert in_year(asked, None) == Selection(organisations=("UN",))
