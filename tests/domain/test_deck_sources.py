"""Which sources the slides of a deck list by number, and what is said of the others."""

import pytest

from border_atlas.data.dataset import Dataset
from border_atlas.domain.briefing import Briefing, Slide, SlideKind
from border_atlas.domain.deck import Deck
from border_atlas.domain.deck_fill import fill
from border_atlas.domain.deck_sources import MOST_LISTED, SourceBook, listed_ids
from border_atlas.domain.selection import Selection
from border_atlas.domain.vocabulary import vocabulary_of
from tests.factories import make_dataset

MANY = MOST_LISTED + 10


@pytest.fixture(scope="module")
def many() -> Dataset:
    """Make one activity that rests on more sources than a slide lists."""
    pages = [{"source_id": f"page-{number}"} for number in range(MANY)]
    names = tuple(one["source_id"] for one in pages)
    return make_dataset(activities=[{"source_ids": names}], sources=[{}, *pages])


def deck_of(data: Dataset, *slides: Slide) -> Deck:
    return fill(Briefing("T", slides), data, vocabulary_of(data))


def test_a_slide_of_few_sources_lists_them_all() -> None:
    assert listed_ids(("a", "b"), ()) == ("a", "b")
    assert listed_ids(tuple(map(str, range(MANY))), ("1",)) == ("1",)


def test_what_a_slide_names_is_listed_however_much_it_is() -> None:
    ids = tuple(map(str, range(MANY)))
    assert listed_ids(ids, None) == ids


def test_a_map_of_many_records_says_on_how_many_sources_it_rests(many: Dataset) -> None:
    deck = deck_of(many, Slide("s1", SlideKind.MAP))
    assert not {one.source_id for one in deck.slides[1].sources} & {"page", "page-0"}
    assert f"rests on {MANY + 1 + len(deck.sources)} sources; all stand with their records" in deck.slides[1].rests_on
    assert "version 20260105-test, and in its Excel and CSV files" in deck.slides[1].rests_on


def test_the_slide_of_sources_counts_those_of_all_slides_once(many: Dataset) -> None:
    deck = deck_of(many, Slide("s1", SlideKind.PER_YEAR), Slide("s2", SlideKind.PER_YEAR))
    assert deck.slides[-2].sources == deck.sources == ()
    assert f"rests on {MANY} sources;" in deck.slides[-2].rests_on


def test_a_profile_and_the_bars_of_a_timeline_have_numbers_for_every_source(many: Dataset) -> None:
    deck = deck_of(
        many, Slide("s1", SlideKind.MISSION, selection=Selection(mission="alpha")), Slide("s2", SlideKind.TIMELINE)
    )
    assert {f"page-{number}" for number in range(MANY)} <= {one.source_id for one in deck.slides[1].sources}
    assert len(deck.slides[2].sources) == MANY
    assert deck.slides[1].rests_on == ""


def test_the_list_on_a_slide_about_gaps_has_numbers_for_its_sources(many: Dataset) -> None:
    deck = deck_of(many, Slide("s1", SlideKind.GAPS, extra={"g.list": "at-work"}))
    assert "page-0" in {one.source_id for one in deck.slides[1].sources}
    unlisted = deck_of(many, Slide("s1", SlideKind.GAPS, extra={"g.list": "never-seen"}))
    assert "page-0" not in {one.source_id for one in unlisted.slides[1].sources}


def test_counting_gives_no_numbers(many: Dataset) -> None:
    book = SourceBook(many)
    assert book.count(("page", "page-1", "page-1", "unknown")) == 2
    assert (book.all, book.total) == ((), 2)
    assert [one.number for one in book.numbered(("page-1",))] == [1]
    assert book.total == 2
