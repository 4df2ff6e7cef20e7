"""Numbers that a source prints stand beside what was measured, with their source; names in other languages are told."""

import pytest

from border_atlas.config import GEODATA
from border_atlas.data.dataset import Dataset
from border_atlas.data.load import load_boundaries
from border_atlas.domain.area_profile import area_profile
from border_atlas.domain.area_tiles import tiles
from border_atlas.domain.details import area_card
from border_atlas.domain.facts_text import length_words
from border_atlas.domain.mission_profile import mission_profile
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.stretches import Stretches, make_stretches
from border_atlas.ui import card_html
from tests.factories import AREA, make_areas, make_dataset

NAN = float("nan")
PRINTED = {"length_published_km": 450.0, "length_source_id": "print", "length_note": "It counts the lakes."}
PRINT = {"source_id": "print", "title": "Yearbook", "publisher": "Office", "url": "https://example.org/print"}
NAMED = {"name_de": "Nordlinie", "name_fr": "Ligne nord", "names_parties": "GEO: the line"}
DATA = make_dataset(areas=[PRINTED | NAMED], activities=[{}], sources=[{}, PRINT])


def _stretches(data: Dataset) -> Stretches:
    return make_stretches(data.areas, load_boundaries(GEODATA).iloc[:0])


@pytest.mark.parametrize(
    ("measured", "printed", "said"),
    [
        (420.4, NAN, "about 420 km"),
        (3268.2, 3323.0, "3,268 km measured · 3,323 km published"),
        (NAN, 120.5, "120.5 km published"),
        (NAN, NAN, ""),
    ],
)
def test_a_length_tells_what_was_measured_and_what_is_printed(measured: float, printed: float, said: str) -> None:
    area = make_areas({"length_km": measured, "length_published_km": printed}).iloc[0]
    assert length_words(area) == said


def test_a_card_tells_names_and_the_source_of_a_published_length() -> None:
    facts = {fact.label: fact for fact in area_card(DATA, select(DATA, Selection()), "north-line").facts}
    assert [facts[label].value for label in ("Name in German", "Name in French", "The parties say")] == list(
        NAMED.values()
    )
    length = facts["Length"]
    assert length.text == "420 km measured · 450 km published (Office). It counts the lakes."


def test_a_profile_keeps_the_measured_length_as_its_figure_and_names_the_source() -> None:
    profile = area_profile(DATA, _stretches(DATA), "north-line")
    assert {tile.label: tile.value for tile in tiles(DATA, profile)}["Length"] == "about 420 km"
    assert [fact.label for fact in profile.facts] == ["Name in German", "Name in French", "The parties say", "Length"]
    assert profile.source_ids == ("page", "print")


def test_an_area_without_other_names_and_published_length_has_no_such_facts() -> None:
    data = make_dataset(areas=[AREA], activities=[{}])
    assert area_profile(data, _stretches(data), "north-line").facts == ()


STRONG = {
    "strength": 1044.0, "strength_kind": "authorised", "strength_of": "military observers",
    "strength_as_of": "2025-12", "strength_source_id": "print",
}  # fmt: skip


def test_a_mission_tells_its_strength_with_day_and_source() -> None:
    data = make_dataset(missions=[STRONG], activities=[{}], sources=[{}, PRINT])
    profile = mission_profile(data, "alpha")
    (fact,) = [fact for fact in profile.facts if fact.label == "Strength"]
    assert fact.text == "1,044 military observers authorised (December 2025) (Office)"
    assert profile.source_ids == ("page", "print")


def test_a_mission_of_unknown_strength_says_nothing_of_it() -> None:
    assert "Strength" not in {fact.label for fact in mission_profile(DATA, "alpha").facts}


def test_a_fact_links_to_its_source_and_hostile_words_stay_words() -> None:
    hostile = "<img src=x onerror=alert(1)>{{7*7}}"
    data = make_dataset(
        areas=[PRINTED | {"names_parties": hostile, "length_note": hostile}],
        activities=[{}], sources=[{}, PRINT | {"publisher": hostile}],
    )  # fmt: skip
    html = card_html.facts(area_card(data, select(data, Selection()), "north-line").facts)
    assert 'href="https' in html
    assert "<img" not in html
    assert "{{" not in html
