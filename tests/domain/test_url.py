"""Selections in links, and links from strangers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.domain.selection import Selection
from border_atlas.domain.url import RESERVED, from_params, to_params, vocabulary_of
from border_atlas.domain.vocabulary import Vocabulary
from tests.factories import make_dataset

WORDS = vocabulary_of(make_dataset(), {"old": "alpha", "older": "old", "loop": "loop"})


def some(values: object) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(list(values)), max_size=4).map(tuple)


YEARS = st.none() | st.integers(WORDS.year_min, WORDS.year_max)
DAYS = st.dates(date(WORDS.year_min, 1, 1), date(WORDS.year_max, 12, 31))
SELECTIONS = st.builds(
    Selection,
    organisations=some(WORDS.organisations),
    families=some(WORDS.families),
    activity_types=some(WORDS.activity_types),
    engagements=some(WORDS.engagements),
    statuses=some(WORDS.statuses),
    countries=some(WORDS.countries),
    kinds=some(WORDS.kinds),
    verified=some(WORDS.verified),
    year_from=YEARS,
    year_to=YEARS,
    active_on=st.none() | DAYS,
    text=st.text(max_size=50),
    mission=st.none() | st.sampled_from(list(WORDS.missions)),
    area=st.none() | st.sampled_from(list(WORDS.areas)),
    colour_by=st.sampled_from(["family", "organisation"]),
)


@given(SELECTIONS)
def test_a_selection_comes_back_from_its_link_without_notes(selection: Selection) -> None:
    parsed = from_params(to_params(selection), WORDS)
    assert (parsed.selection, parsed.notes) == (selection, ())


NAMES = st.sampled_from(["org", "from", "to", "on", "q", "mission", "area", "colour", "kind", "at"]) | st.text()


@given(st.dictionaries(NAMES, st.text() | st.lists(st.text())))
def test_nonsense_never_raises(params: dict[str, str | list[str]]) -> None:
    parsed = from_params(params, WORDS)
    assert len(parsed.notes) <= 13
    assert all(len(note) < 400 for note in parsed.notes)


def test_parameters_are_short_and_defaults_left_out() -> None:
    selection = Selection(
        organisations=("UN", "EU"), kinds=("land border",), statuses=("not yet begun",), year_from=1990,
        active_on=date(2013, 5, 1), text="a b", mission="alpha", colour_by="organisation",
    )  # fmt: skip
    assert to_params(selection) == {
        "org": "EU,UN", "kind": "land-border", "status": "not-yet-begun", "from": "1990", "on": "2013-05-01",
        "q": "a b", "mission": "alpha", "colour": "organisation",
    }  # fmt: skip
    assert to_params(Selection()) == {}


def test_an_unknown_value_is_dropped_with_a_note_naming_the_known() -> None:
    parsed = from_params({"org": "UN,xyz"}, WORDS)
    assert parsed.selection == Selection(organisations=("UN",))
    assert parsed.notes == ("“xyz” is no organisation; known are UN, EU.",)


def test_capitals_and_repeated_parameters_do_not_matter() -> None:
    assert from_params({"org": ["un", "Eu"]}, WORDS).selection == Selection(organisations=("EU", "UN"))


def test_an_unknown_parameter_leaves_a_note_but_reserved_ones_do_not() -> None:
    assert len(from_params({"utm_source": "x"}, WORDS).notes) == 1
    assert from_params(dict.fromkeys(RESERVED, "x"), WORDS).notes == ()
    assert from_params({"l.org": "UN", "r.org": "EU", "g.on": "2015"}, WORDS).notes == ()


@pytest.mark.parametrize(("year", "taken"), [("1800", 2003), ("9999", 2026)])
def test_a_year_outside_the_data_is_moved_to_its_edge(year: str, taken: int) -> None:
    parsed = from_params({"from": year}, WORDS)
    assert parsed.selection.year_from == taken
    assert parsed.notes == (f"The year {year} lies outside the data; {taken} was taken.",)


@pytest.mark.parametrize("year", ["19", "199x", "-2010", "2010.5", "٢٠١٠"])
def test_what_is_no_year_is_dropped(year: str) -> None:
    parsed = from_params({"to": year}, WORDS)
    assert parsed.selection.year_to is None
    assert "is no year" in parsed.notes[0]


@pytest.mark.parametrize("day", ["2013-02-30", "20130501", "2013-W05-1", "tomorrow"])
def test_what_is_no_day_is_dropped(day: str) -> None:
    parsed = from_params({"on": day}, WORDS)
    assert parsed.selection.active_on is None
    assert "is no day" in parsed.notes[0]


def test_a_day_outside_the_data_is_moved_to_its_edge() -> None:
    assert from_params({"on": "1800-01-01"}, WORDS).selection.active_on == date(2003, 1, 1)


def test_a_period_the_wrong_way_round_is_turned_with_a_note() -> None:
    parsed = from_params({"from": "2020", "to": "2010"}, WORDS)
    assert (parsed.selection.year_from, parsed.selection.year_to) == (2010, 2020)
    assert parsed.notes == ("The period from 2020 to 2010 was turned round.",)


@pytest.mark.parametrize("former", ["old", "older"])
def test_a_former_id_is_followed_with_a_note(former: str) -> None:
    parsed = from_params({"mission": former}, WORDS)
    assert parsed.selection.mission == "alpha"
    assert parsed.notes == (f"The mission “{former}” is now called “alpha”.",)


def test_former_ids_that_go_round_in_a_circle_end() -> None:
    parsed = from_params({"area": "loop"}, WORDS)
    assert parsed.notes == ("“loop” is no border area of this dataset.",)


def test_a_long_stranger_is_shortened_in_the_note() -> None:
    note = from_params({"org": "<b>" + "x" * 3000}, WORDS).notes[0]
    assert note.startswith("“<b>xxx")
    assert "…” is no organisation" in note


def test_a_flood_of_nonsense_ends_in_a_count() -> None:
    parsed = from_params({f"p{i}": "x" for i in range(100)}, WORDS)
    assert parsed.notes[-1] == "… and 88 more parts of the link were not understood."


def test_long_text_is_cut_with_a_note() -> None:
    assert from_params({"q": "x" * 300}, WORDS).notes == ("The search text was cut to 200 characters.",)


def test_an_unknown_colour_falls_back() -> None:
    parsed = from_params({"colour": "red"}, WORDS)
    assert parsed.selection == Selection()
    assert parsed.notes == ("“red” is no way to colour; known are family, organisation.",)


def test_a_dataset_without_records_knows_nothing() -> None:
    empty = vocabulary_of(make_dataset([], [], [], []))
    assert from_params({"org": "UN"}, empty).notes == ("“UN” is no organisation; none is known.",)
    assert (empty.year_min, empty.year_max) == (2026, 2026)


def test_a_vocabulary_made_without_a_dataset_knows_the_controlled_words() -> None:
    assert from_params({"org": "OSCE", "type": "training"}, Vocabulary()).notes == ()
