"""A map of the past says that its boundaries are not of then."""

from datetime import date

import pytest

from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.maps.atlas_map import settings
from border_atlas.maps.message import show_message
from border_atlas.maps.past import past_note
from tests.factories import make_dataset

DATA = make_dataset()


@pytest.mark.parametrize(
    ("selection", "when"),
    [
        (Selection(year_from=1957, year_to=1957), "1957"),
        (Selection(year_from=1993, year_to=1995), "1993–1995"),
        (Selection(year_to=1947), "1947 and before"),
        (Selection(active_on=date(1995, 6, 1)), "1 June 1995"),
        (Selection(year_to=2025), "2025 and before"),
    ],
)
def test_years_or_a_day_before_the_data_are_named(selection: Selection, when: str) -> None:
    assert past_note(select(DATA, selection)).endswith(f"of today’s base map, not those of {when}.")


@pytest.mark.parametrize(
    "selection",
    [Selection(), Selection(year_from=1957), Selection(year_from=2010, year_to=2026), Selection(year_to=2026),
     Selection(active_on=date(2026, 1, 5)), Selection(organisations=("UN",))],
)  # fmt: skip
def test_a_map_that_reaches_today_says_nothing(selection: Selection) -> None:
    assert past_note(select(DATA, selection)) == ""
    assert "past" not in show_message(select(DATA, selection))


def test_the_browser_is_told_the_sentence_and_how_to_say_it_of_a_year() -> None:
    message = show_message(select(DATA, Selection(year_to=2005)))
    assert message["past"] == str(settings()["past"]).replace("{when}", "2005 and before")
