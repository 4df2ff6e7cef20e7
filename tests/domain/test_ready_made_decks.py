"""Every ready-made briefing, filled from the dataset as it is: no slide is empty, unsourced or silent."""

from collections.abc import Callable

import pytest

from border_atlas.config import GEODATA
from border_atlas.data.dataset import Dataset
from border_atlas.data.load import load_boundaries, load_dataset
from border_atlas.domain.briefing import Briefing, SlideKind
from border_atlas.domain.deck import Deck, DeckSlide
from border_atlas.domain.deck_fill import fill
from border_atlas.domain.ready_made import one_area, one_mission, one_organisation, one_region, the_field
from border_atlas.domain.regions import REGIONS, countries_in
from border_atlas.domain.richtext import text_of
from border_atlas.domain.stretches import Stretches, make_stretches
from border_atlas.domain.vocabulary import Vocabulary, vocabulary_of
from border_atlas.errors import BriefingError

Maker = Callable[[Dataset, Vocabulary], Briefing]

_NO_RECORDS = frozenset({SlideKind.TITLE, SlideKind.TEXT, SlideKind.DISCLAIMER})
_WITH_MAP = frozenset({SlideKind.MAP, SlideKind.MISSION, SlideKind.AREA, SlideKind.COMPARE, SlideKind.GAPS})


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load_dataset(GEODATA)


@pytest.fixture(scope="module")
def words(data: Dataset) -> Vocabulary:
    return vocabulary_of(data)


@pytest.fixture(scope="module")
def stretches(data: Dataset) -> Stretches:
    return make_stretches(data.areas, load_boundaries(GEODATA))


def check(slide: DeckSlide) -> None:
    """Assert that a slide says what it is, and rests on something."""
    where = f"{slide.kind}: {slide.title}"
    assert slide.title, where
    if slide.kind in _WITH_MAP and not slide.maps:
        assert "record" in text_of(slide.blocks), where
    shows = bool(slide.maps or slide.charts or slide.tables)
    assert bool(slide.sources or slide.rests_on) == shows or slide.kind == SlideKind.SOURCES, where
    assert all(len(one.alt) > 20 and not one.view.areas.empty for one in slide.maps), where
    assert all(one.alt and not one.frame.empty for one in slide.charts), where
    assert all(len(row) == len(table.columns) for table in slide.tables for row in table.rows), where


def check_deck(deck: Deck, briefing: Briefing) -> None:
    """Assert that a deck is whole, and that its presenter has something to say."""
    assert [slide.kind for slide in deck.slides][-2:] == [SlideKind.SOURCES, SlideKind.DISCLAIMER]
    assert len(deck.slides) == len(briefing.slides) + 3
    for slide in deck.slides:
        check(slide)
    for slide in deck.slides[1:-2]:
        assert "Expect to be asked" in text_of(slide.notes), slide.title
    assert [one.number for one in deck.sources] == list(range(1, len(deck.sources) + 1))
    assert deck.slides[-2].sources == deck.sources
    gathered = {note for slide in deck.slides[:-1] for note in slide.boundary_notes}
    assert set(deck.slides[-1].boundary_notes) == gathered


MAKERS: dict[str, Maker] = {
    "field": lambda data, _words: the_field(data),
    "mission": lambda data, _words: one_mission(data, "eubam-moldova-ukraine"),
    "area": lambda data, _words: one_area(data, "abyei"),
    **{name: lambda data, _words, name=name: one_organisation(data, name) for name in ("UN", "EU", "OSCE", "AU")},
}


@pytest.mark.parametrize("name", MAKERS)
def test_a_ready_made_briefing_is_whole(name: str, data: Dataset, words: Vocabulary, stretches: Stretches) -> None:
    briefing = MAKERS[name](data, words)
    check_deck(fill(briefing, data, words, stretches=stretches), briefing)


@pytest.mark.parametrize("region", REGIONS)
def test_a_region_is_whole(region: str, data: Dataset, words: Vocabulary, stretches: Stretches) -> None:
    try:
        briefing = one_region(data, words, region)
    except BriefingError:
        assert not countries_in(region, words.countries)
        return
    check_deck(fill(briefing, data, words, stretches=stretches), briefing)


@pytest.mark.parametrize("kind", ["mission", "area"])
def test_every_record_can_be_briefed_on(kind: str, data: Dataset, words: Vocabulary, stretches: Stretches) -> None:
    make, ids = (one_mission, words.missions) if kind == "mission" else (one_area, words.areas)
    for record in list(ids)[::6]:
        deck = fill(make(data, record), data, words, stretches=stretches)
        check(deck.slides[1])
        shown = deck.slides[1].maps[0].view
        frame = shown.missions if kind == "mission" else shown.areas
        assert record in set(frame[f"{kind}_id"])


def test_the_field_counts_what_the_dataset_holds(data: Dataset, words: Vocabulary, stretches: Stretches) -> None:
    deck = fill(the_field(data), data, words, stretches=stretches)
    years = next(slide for slide in deck.slides if slide.kind is SlideKind.PER_YEAR)
    assert years.figures[0] == (f"{len(data.missions)}", "missions")
    assert years.charts[0].frame["category"].iloc[-1] == data.data_as_of.year
