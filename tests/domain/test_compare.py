"""What two selections share, and what only one of them shows."""

from datetime import date

import pytest

from border_atlas.config import GEODATA
from border_atlas.data.load import load_dataset
from border_atlas.domain.compare import PRESETS, Place, Sides, between, compare
from border_atlas.domain.selection import Selection
from tests.factories import make_dataset

UN, EU = Selection(organisations=("UN",)), Selection(organisations=("EU",))
SMALL = make_dataset()


def test_records_of_one_side_only_are_told_apart() -> None:
    missions = compare(SMALL, Sides(UN, EU)).tables["missions"]
    assert missions.set_index("mission_id")["In"].to_dict() == {"alpha": "only left", "beta": "only right"}


def test_what_is_in_both_comes_first_with_the_count_of_each_side() -> None:
    sides = Sides(Selection(activity_types=("training", "border-monitoring")), Selection(activity_types=("training",)))
    areas = compare(SMALL, sides).tables["areas"].set_index("area_id")
    assert areas.index.tolist() == ["south-zone", "north-line", "gate"]
    assert areas.loc["south-zone", ["In", "Activities, left", "Activities, right"]].tolist() == ["both", 1, 1]
    assert areas.loc["gate", ["In", "Activities, left", "Activities, right"]].tolist() == ["only left", 1, 0]


def test_the_same_selection_twice_is_all_in_both() -> None:
    found = compare(SMALL, Sides(UN, UN))
    assert found.count("activities", Place.BOTH) == len(found.left.activities) == 2
    assert found.count("activities", Place.LEFT) == 0


def test_what_came_and_went_between_two_years_is_listed() -> None:
    then, now = Selection(year_from=2001, year_to=2001), Selection(year_from=2020, year_to=2020)
    missions = compare(SMALL, Sides(now, then)).tables["missions"].set_index("mission_id")
    assert missions["In"].to_dict() == {"alpha": "only left", "beta": "only in between"}


@pytest.mark.parametrize(
    ("left", "right", "years"),
    [
        (Selection(year_from=1990, year_to=1990), Selection(year_from=2004, year_to=2004), (1991, 2003)),
        (Selection(year_from=2004), Selection(year_to=1990), (1991, 2003)),
        (Selection(year_to=1990), Selection(year_from=1991), None),
        (Selection(year_to=1990), Selection(), None),
        (Selection(), Selection(), None),
    ],
)
def test_the_years_in_between(left: Selection, right: Selection, years: tuple[int, int] | None) -> None:
    gap = between(Sides(left, right))
    assert (gap and (gap.year_from, gap.year_to)) == years


def test_in_between_asks_for_what_either_side_asks_for() -> None:
    left = Selection(organisations=("UN",), countries=("GEO",), year_to=1990)
    gap = between(Sides(left, Selection(organisations=("EU",), year_from=2000)))
    assert gap == Selection(organisations=("EU", "UN"), year_from=1991, year_to=1999)


def test_in_between_asks_for_text_and_day_that_both_sides_ask_for() -> None:
    asked = Selection(text="abyei", active_on=date(2000, 5, 1))
    gap = between(Sides(asked.with_(year_to=1995), asked.with_(year_from=2020)))
    assert gap == asked.with_(year_from=1996, year_to=2019)


@pytest.mark.parametrize("left", [Selection(text="abyei"), Selection(active_on=date(1995, 6, 1))])
def test_nothing_lies_between_sides_that_differ_in_text_or_day(left: Selection) -> None:
    assert between(Sides(left.with_(year_to=1995), Selection(year_from=2020))) is None


def test_only_what_holds_the_text_is_said_to_lie_in_between() -> None:
    asked = Selection(text="customs")
    sides = Sides(asked.with_(year_from=2001, year_to=2001), asked.with_(year_from=2020, year_to=2020))
    assert compare(SMALL, sides).tables["missions"]["mission_id"].tolist() == ["beta"]
    sides = Sides(sides.left.with_(text="no such word"), sides.right.with_(text="no such word"))
    assert compare(SMALL, sides).count("missions", Place.BETWEEN) == 0


def test_real_comparisons() -> None:
    dataset = load_dataset(GEODATA)
    both = compare(dataset, PRESETS["UN and EU"]).tables["areas"].set_index("area_id")["In"]
    assert both["lby-borders"] == "both"
    assert both["loc-kashmir"] == "only left"
    countries = ("IRQ", "KWT")
    years = Sides(
        Selection(countries=countries, year_from=1990, year_to=1990),
        Selection(countries=countries, year_from=2004, year_to=2004),
    )
    missions = compare(dataset, years).tables["missions"].set_index("mission_id")["In"]
    assert missions["unikom"] == "only in between"
    since = compare(dataset, PRESETS["Before 1991 and since"]).tables["missions"].set_index("mission_id")["In"]
    assert since["unmogip"] == "both"
    assert since["uniimog"] == "both"  # to February 1991
    assert since["ungomap"] == "only left"
