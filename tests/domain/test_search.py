"""Finding by name: exact before begun before mistyped, in three languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.config import GEODATA
from border_atlas.data.dataset import Dataset
from border_atlas.data.load import load_dataset
from border_atlas.domain.search import Hit, find, is_alone, is_clear
from tests.factories import make_dataset

SMALL = make_dataset()


def first(query: str, dataset: Dataset = SMALL) -> tuple[str, str]:
    hit = find(dataset, query)[0]
    return hit.kind, hit.id


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("alpha", ("mission", "alpha")),
        ("ALPHA border", ("mission", "alpha")),
        ("mission beta", ("mission", "beta")),
        ("bêta", ("mission", "beta")),
        ("alhpa", ("mission", "alpha")),
        ("line north", ("area", "north-line")),
        ("nroth line", ("area", "north-line")),
        ("geor", ("country", "GEO")),
        ("moldova", ("country", "MDA")),
        ("Moldawien", ("country", "MDA")),
        ("confidence", ("activity", "confidence-building")),
        ("IBM", ("activity", "ibm-advice")),
        ("Vereinte Nationen", ("organisation", "UN")),
        ("odesa", ("place", "Odesa")),
    ],
)
def test_a_name_is_found(query: str, expected: tuple[str, str]) -> None:
    assert first(query) == expected


def test_an_exact_name_comes_before_one_that_only_begins_so() -> None:
    named = [{"mission_id": "a", "acronym": "UNA"}, {"mission_id": "b", "acronym": "UN"}]
    dataset = make_dataset(named, activities=[{"mission_id": "a"}])
    missions = [hit.id for hit in find(dataset, "un") if hit.kind == "mission"]
    assert missions[0] == "b"


def test_of_two_names_as_near_the_one_begun_alike_comes_first() -> None:
    named = [{"mission_id": "unmop", "acronym": "UNMOP"}, {"mission_id": "unmogip", "acronym": "UNMOGIP"}]
    dataset = make_dataset(named, activities=[{"mission_id": "unmop"}])
    assert first("unmogp", dataset) == ("mission", "unmogip")


def test_an_organisation_without_a_mission_is_not_offered() -> None:
    assert find(SMALL, "OSZE") == ()


def test_former_names_are_known() -> None:
    dataset = make_dataset([{"former_names": ("Omega Patrol",)}], activities=[{}])
    assert first("omega patrol", dataset) == ("mission", "alpha")


def test_a_country_says_by_which_name_it_was_found() -> None:
    assert find(SMALL, "Moldau")[0].detail == "country · Moldau"


@pytest.mark.parametrize(
    ("query", "detail"), [("Nordlinie", " · Nordlinie"), ("ligne nord", " · Ligne nord"), ("north", "")]
)
def test_an_area_is_found_by_its_german_and_french_names_and_says_so(query: str, detail: str) -> None:
    dataset = make_dataset(areas=[{"name_de": "Nordlinie", "name_fr": "Ligne nord"}], activities=[{}])
    (hit,) = [hit for hit in find(dataset, query) if hit.kind == "area"]
    assert hit.detail == f"land border · Georgia, Russian Federation{detail}"


def test_a_country_stands_alone_beside_areas_that_hold_it_in_another_language() -> None:
    named = {"name": "Buffer zone", "name_de": "Pufferzone in der Moldau", "countries": ("MDA",)}
    hits = find(make_dataset(areas=[{}, named], activities=[{}]), "Moldau")
    assert [(hit.kind, hit.told) for hit in hits] == [("country", True), ("area", True)]
    assert is_clear(hits)
    assert is_alone(hits)
    assert not is_alone([*hits, Hit("area", "x", "Moldau bridge", "", 60.0)])


def test_what_the_parties_call_an_area_finds_it() -> None:
    dataset = make_dataset(areas=[{"names_parties": "South: the barbed row"}], activities=[{}])
    assert first("barbed row", dataset) == ("area", "north-line")


def test_words_of_several_kinds_meet_in_one_mission() -> None:
    assert first("un georgia")[1] in {"alpha", "GEO"}
    assert "alpha" in [hit.id for hit in find(SMALL, "un georgia")]


@pytest.mark.parametrize("query", ["", "   ", "'’-", "\u200b", "x" * 500, "zq " * 170])
def test_nothing_and_nonsense_find_nothing(query: str) -> None:
    assert find(SMALL, query) == ()


def test_no_more_hits_than_asked_for() -> None:
    assert len(find(SMALL, "border", limit=2)) == 2


def test_one_hit_or_one_exact_name_is_clear() -> None:
    def hit(score: float) -> Hit:
        return Hit("area", "x", "X", "", score)

    assert is_clear([hit(60)])
    assert is_clear([hit(100), hit(98)])
    assert is_clear([hit(90), hit(70)])
    assert not is_clear([hit(90), hit(88)])
    assert not is_clear([])


@given(st.text(max_size=60))
def test_any_text_is_answered_best_first(query: str) -> None:
    scores = [hit.score for hit in find(SMALL, query)]
    assert scores == sorted(scores, reverse=True)


@pytest.fixture(scope="module")
def real() -> Dataset:
    return load_dataset(GEODATA)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("unmogp", ("mission", "unmogip")),
        ("Zypern", ("country", "CYP")),
        ("Chypre", ("country", "CYP")),
        ("Elfenbeinküste", ("country", "CIV")),
        ("Elfenbeinkueste", ("country", "CIV")),
        ("moldavie", ("country", "MDA")),
        ("cote divoire", ("country", "CIV")),
        ("Côte d’Ivoire", ("country", "CIV")),
        ("eubm libya", ("mission", "eubam-libya")),
        ("line of control", ("area", "loc-kashmir")),
        ("central asia", ("region", "Central Asia")),
        ("Zentralasien", ("region", "Central Asia")),
        ("osce georgia", ("mission", "osce-georgia")),
    ],
)
def test_real_names_are_found(real: Dataset, query: str, expected: tuple[str, str]) -> None:
    assert first(query, real) == expected


def test_missions_in_a_country_come_right_after_it(real: Dataset) -> None:
    hits = find(real, "kosovo", limit=10)
    assert (hits[0].kind, hits[0].id) == ("country", "XKX")
    assert {"unmik", "osce-kosovo", "kfor", "eulex-kosovo"} <= {hit.id for hit in hits}


def test_of_every_country_all_missions_are_among_the_first_hits(real: Dataset) -> None:
    for code in ("MKD", "GEO", "HRV", "BIH"):
        name = real.countries.set_index("iso3")["name"][code]
        there = {one for one, hosts in zip(real.missions["mission_id"], real.missions["host_countries"], strict=True)
                 if code in hosts}  # fmt: skip
        assert there <= {hit.id for hit in find(real, name, limit=10)}


def test_a_host_country_counts_only_if_it_is_typed_in_full() -> None:
    dataset = make_dataset([{"name": "Patrol", "acronym": "P", "host_countries": ("MDA",)}], activities=[{}])
    score = {query: hit.score for query in ("Republic of Moldova", "Republic of Moldov")
             for hit in find(dataset, query) if hit.kind == "mission"}  # fmt: skip
    assert score["Republic of Moldova"] == 94
    assert score["Republic of Moldov"] < 80
