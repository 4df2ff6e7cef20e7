"""Ready-made briefings: every number in their texts is counted from the dataset."""

import pytest

from border_atlas.config import GEODATA
from border_atlas.data.dataset import Dataset
from border_atlas.data.load import load_dataset
from border_atlas.domain.briefing import Briefing, SlideKind
from border_atlas.domain.briefing_file import from_json, to_json
from border_atlas.domain.ready_made import one_area, one_mission, one_organisation, one_region, the_field
from border_atlas.domain.ready_numbers import count, listed, numbers
from border_atlas.domain.selection import Selection
from border_atlas.domain.vocabulary import Vocabulary, vocabulary_of
from border_atlas.errors import BriefingError, SelectionError
from tests.factories import make_dataset

SMALL = make_dataset(
    [
        {"mission_id": "alpha", "acronym": "ALPHA", "start_date": "1999", "end_date": "", "end_basis": "running"},
        {"mission_id": "beta", "acronym": "BETA", "start_date": "1991", "end_date": "2001", "end_basis": "ended"},
    ],
    [{"area_id": "north", "name": "North line"}],
    [
        {"activity_id": "a1", "mission_id": "alpha", "area_id": "north", "start_date": "1999"},
        {"activity_id": "a2", "mission_id": "beta", "area_id": "north", "start_date": "1991", "end_date": "2000"},
    ],
)


@pytest.fixture(scope="module")
def real() -> Dataset:
    return load_dataset(GEODATA)


@pytest.fixture(scope="module")
def words(real: Dataset) -> Vocabulary:
    return vocabulary_of(real)


def test_numbers_name_the_oldest_work_and_who_is_shown_to_run() -> None:
    found = numbers(SMALL, Selection())
    assert (found.missions, found.areas, found.activities) == (2, 1, 2)
    assert (found.oldest, found.since, found.running) == ("BETA", 1991, ("ALPHA",))


def test_numbers_of_nothing_are_none() -> None:
    found = numbers(SMALL, Selection(text="no such words"))
    assert (found.missions, found.oldest, found.since, found.running) == (0, "", 0, ())


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ((), ""),
        (("A",), "A"),
        (("A", "B"), "A and B"),
        (("A", "B", "C"), "A, B and C"),
        (tuple("ABCDEF"), "A, B, C, D and 2 more"),
    ],
)
def test_a_list_is_named_as_people_do(names: str, said: str) -> None:
    assert listed(tuple(names)) == said


def test_small_numbers_are_words() -> None:
    assert [count(number, "line", "lines") for number in (0, 1, 3, 13)] == [
        "no lines",
        "one line",
        "three lines",
        "13 lines",
    ]


def test_the_field_is_told_in_eight_slides(real: Dataset) -> None:
    briefing = the_field(real)
    assert [slide.kind for slide in briefing.slides] == [
        SlideKind.MAP, SlideKind.PER_YEAR, SlideKind.GAPS, *[SlideKind.MAP] * 5,
    ]  # fmt: skip
    assert all(slide.title and slide.text and slide.notes for slide in briefing.slides)
    assert briefing.slides[-1].title == "Advise: Integrated Border Management"
    assert "UNSCOB from 1947 on" in briefing.slides[3].text


def test_titles_and_texts_say_the_day_of_the_data(real: Dataset, words: Vocabulary) -> None:
    assert the_field(real).slides[0].title == "At work or not known to have left, 5 January 2026"
    assert one_organisation(real, "OSCE").slides[1].title == "At work or not known to have left, 5 January 2026"
    slides = [slide for briefing in every(real, words) for slide in briefing.slides]
    assert not [slide.title for slide in slides if "today" in f"{slide.title} {slide.text}".casefold()]


def every(real: Dataset, words: Vocabulary) -> list[Briefing]:
    return [
        the_field(real),
        one_region(real, words, "Caucasus"),
        one_organisation(real, "OSCE"),
        one_organisation(real, "other"),
        one_mission(real, "unisfa"),
        one_area(real, "abyei"),
    ]


def test_every_ready_made_briefing_is_a_file_that_comes_back(real: Dataset, words: Vocabulary) -> None:
    for briefing in every(real, words):
        assert from_json(to_json(briefing), words) == (briefing, ())
        assert 3 <= len(briefing.slides) <= 8


def test_texts_follow_the_data() -> None:
    said = one_mission(SMALL, "alpha").slides[1].text
    assert said == "One activity on record on one border area."
    assert "ALPHA and BETA" in one_area(SMALL, "north").slides[0].text


def test_a_region_without_records_makes_no_briefing(real: Dataset) -> None:
    with pytest.raises(BriefingError, match="Sahel"):
        one_region(real, Vocabulary(), "Sahel")


def test_unknown_records_are_refused() -> None:
    with pytest.raises(SelectionError, match="atlantis"):
        one_mission(SMALL, "atlantis")
    with pytest.raises(SelectionError, match="atlantis"):
        one_area(SMALL, "atlantis")
