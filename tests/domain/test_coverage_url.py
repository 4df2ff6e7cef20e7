"""The question on gaps survives its link, and a stranger's link does no harm."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from border_atlas.domain.coverage_url import EXAMPLES, LISTS, Asked, from_params, to_params
from border_atlas.domain.regions import REGIONS
from border_atlas.domain.vocabulary import Vocabulary

WORDS = Vocabulary(countries={"GEO": "Georgia", "ARM": "Armenia"})
ASKED = st.builds(
    Asked,
    region=st.sampled_from(["", *REGIONS]),
    on=st.sampled_from(["2015", "1999-12-31", Asked().on]),
    families=st.sampled_from([(), ("monitor",), ("monitor", "control")]),
    kinds=st.sampled_from([(), ("ceasefire line", "buffer zone")]),
    together=st.sampled_from([(), ("UN", "EU")]),
    years=st.integers(1, 80),
    shown=st.sampled_from(LISTS),
)


@given(ASKED)
def test_a_link_gives_the_same_question(asked: Asked) -> None:
    assert from_params(to_params(asked), WORDS) == asked


@given(st.dictionaries(st.sampled_from(["region", "country", "on", "work", "kind", "with", "years"]), st.text()))
def test_any_link_gives_a_question(params: dict[str, str]) -> None:
    assert from_params(params, WORDS).question.first <= date(2026, 12, 31)


def test_the_default_needs_no_parameter() -> None:
    assert to_params(Asked()) == {}


def test_a_year_asks_for_all_its_days() -> None:
    question = Asked(region="Caucasus", on="2015").question
    assert (question.first, question.last) == (date(2015, 1, 1), date(2015, 12, 31))
    assert question.countries == ("ARM", "AZE", "GEO")


def test_dates_and_years_out_of_range_fall_back() -> None:
    asked = from_params({"on": "1700", "years": "999"}, WORDS)
    assert (asked.on, asked.years) == (Asked().on, 10)
    assert from_params({"years": "99"}, WORDS).years == 80


def test_the_region_is_said_in_words() -> None:
    assert Asked("Africa").where({}) == "in Africa"
    assert Asked("Western Balkans").where({}) == "in the Western Balkans"
    assert Asked(countries=("GEO", "ARM")).where(WORDS.countries) == "around Armenia, Georgia"
    assert Asked().where({}) == "in the world"


def test_examples_ask_something() -> None:
    assert all(to_params(asked) for asked in EXAMPLES.values())
