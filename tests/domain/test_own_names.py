"""Names of missions, countries and border areas are found in many spellings; unclear ones are only suggested."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.domain.own_names import ROLES, name_books
from border_atlas.domain.own_places import points_of, share_in_countries
from tests.factories import make_dataset

DATA = make_dataset(
    missions=[
        {"former_names": ("Old Alpha",)},
        {"mission_id": "beta", "acronym": "BETA", "name": "Mission Bêta"},
        {"mission_id": "beta-south", "acronym": "BETA South", "name": "Mission Bêta in the South"},
    ]
)
BOOKS = name_books(DATA)


@pytest.mark.parametrize("text", ["GEO", "ge", "Georgia", "GEORGIEN", "Géorgie", "Грузия", " Georgia (country) "])
def test_a_country_is_found_by_code_and_in_many_languages(text: str) -> None:
    assert BOOKS["country"].find(text.strip()) == "GEO"


@pytest.mark.parametrize("text", ["Moldova", "Moldawien", "Moldavie", "Republik Moldau", "Republic of Moldova"])
def test_a_country_is_found_by_its_everyday_names(text: str) -> None:
    assert BOOKS["country"].find(text) == "MDA"


@pytest.mark.parametrize(
    "text", ["alpha", "Alpha", "Alpha Border Mission", "old alpha", "The Alpha Border Mission (ALPHA)"]
)
def test_a_mission_is_found_by_id_acronym_and_names(text: str) -> None:
    assert BOOKS["mission"].find(text) == "alpha"


def test_a_short_form_that_fits_two_missions_names_neither() -> None:
    assert name_books(DATA)["mission"].find("BETA South") == "beta-south"
    book = name_books(make_dataset(missions=[{"acronym": "X"}, {"mission_id": "x-south", "acronym": "X South"}]))[
        "mission"
    ]
    assert book.find("X") == ""
    assert {one for one, _ in book.suggest("X")} == {"alpha", "x-south"}


@pytest.mark.parametrize(
    ("text", "area"), [("north-line", "north-line"), ("North Line", "north-line"), ("GATE", "gate")]
)
def test_an_area_is_found_by_id_and_name(text: str, area: str) -> None:
    assert BOOKS["area"].find(text) == area


def test_a_name_of_the_dataset_is_found_without_its_brackets() -> None:
    book = name_books(make_dataset(areas=[{"name": "Mill crossing (Northern Centre)"}], activities=[]))["area"]
    assert book.find("Mill Crossing") == "north-line"


def test_parts_that_disagree_name_nothing() -> None:
    assert BOOKS["country"].find("Georgia (Ukraine)") == ""


def test_a_typing_error_gives_suggestions_only() -> None:
    assert BOOKS["country"].find("Georgea") == ""
    assert BOOKS["country"].suggest("Georgea")[0] == ("GEO", "Georgia")


@given(st.text(max_size=300))
def test_no_text_stops_the_search(text: str) -> None:
    for role in ROLES:
        assert BOOKS[role].find(text) in {"", *BOOKS[role].labels}
        assert len(BOOKS[role].suggest(text)) <= 3


def test_each_role_has_points() -> None:
    assert [point is None for point in points_of(DATA, "area", ["gate", "none", "gate"])] == [False, True, False]
    assert points_of(DATA, "mission", ["alpha"])[0].coords[0] == (44.8, 41.7)
    assert points_of(DATA, "country", ["GEO"])[0].x == pytest.approx(43, abs=2)


def test_the_share_in_countries_minds_the_countries_expected() -> None:
    lon, lat = points_of(DATA, "country", ["GEO", "UKR"])[0].coords[0]
    place = np.array([lon]), np.array([lat])
    assert share_in_countries(DATA, *place) == 1
    assert share_in_countries(DATA, *place, ["UKR"]) == 0
    assert share_in_countries(DATA, np.array([-100.0]), np.array([1e300])) == 0
