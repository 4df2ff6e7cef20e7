"""The Selection: equal wishes are equal objects."""

from datetime import UTC, date, datetime

import pytest

from border_atlas.domain.selection import MAX_TEXT, Selection
from border_atlas.errors import SelectionError
from border_atlas.model import Organisation


def test_values_are_sorted_plain_and_without_repeats() -> None:
    selection = Selection(organisations=["UN", Organisation.EU, "UN"])
    assert selection.organisations == ("EU", "UN")
    assert type(selection.organisations[0]) is str


def test_a_period_the_wrong_way_round_is_turned() -> None:
    selection = Selection(year_from=2020, year_to=2010)
    assert (selection.year_from, selection.year_to) == (2010, 2020)


@pytest.mark.parametrize("year", [0, 10_000, -5])
def test_a_year_outside_the_calendar_is_refused(year: int) -> None:
    with pytest.raises(SelectionError, match="between 1 and 9999"):
        Selection(year_from=year)


def test_an_unknown_colouring_is_refused() -> None:
    with pytest.raises(SelectionError, match="possible are family, organisation"):
        Selection(colour_by="mood")  # type: ignore[arg-type]


def test_text_loses_needless_space_and_invisible_characters() -> None:
    assert Selection(text="  Abyei\u200b \n\x00 box\ud800 ").text == "Abyei box"


def test_long_text_is_cut() -> None:
    assert len(Selection(text="x" * 1000).text) == MAX_TEXT


def test_a_time_of_day_is_dropped() -> None:
    assert Selection(active_on=datetime(2013, 5, 1, 12, tzinfo=UTC)) == Selection(active_on=date(2013, 5, 1))


def test_the_chosen_object_and_the_colour_are_no_filters() -> None:
    assert Selection(mission="unisfa", area="abyei", colour_by="organisation").is_empty
    assert not Selection(text="a").is_empty


def test_empty_ids_are_none() -> None:
    assert Selection(mission="", area="") == Selection()


def test_with_changes_only_what_is_named() -> None:
    changed = Selection(text="a").with_(kinds=["airport"], year_from=1990)
    assert changed == Selection(text="a", kinds=("airport",), year_from=1990)


def test_without_resets_a_field_or_takes_one_value_out() -> None:
    selection = Selection(organisations=("EU", "UN"), year_from=1990)
    assert selection.without("organisations") == Selection(year_from=1990)
    assert selection.without("organisations", "EU") == Selection(organisations=("UN",), year_from=1990)
    assert selection.without("year_from") == Selection(organisations=("EU", "UN"))


def test_an_unknown_field_is_refused_with_the_known_ones() -> None:
    with pytest.raises(SelectionError, match="no field orgs; its fields are organisations"):
        Selection().without("orgs")
