"""Slides are filled from the dataset; what cannot be filled is said."""

from dataclasses import replace

import geopandas as gpd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain.briefing import Briefing, HouseStyle, Slide, SlideKind, SlideOptions
from border_atlas.domain.briefing_frame import with_frame_slides
from border_atlas.domain.coverage_map import CoverageState
from border_atlas.domain.deck import Deck, DeckSlide
from border_atlas.domain.deck_fill import fill
from border_atlas.domain.frame import Frame
from border_atlas.domain.richtext import text_of
from border_atlas.domain.selection import Selection
from border_atlas.domain.stretches import Stretches, make_stretches
from border_atlas.domain.vocabulary import Vocabulary, vocabulary_of
from tests.decks import EVIL, every_kind, hostile_deck, small_deck
from tests.factories import make_dataset

DATA = make_dataset(
    activities=[
        {"source_ids": ("page", "other")},
        {"activity_id": "beta-1", "mission_id": "beta", "area_id": "gate", "start_date": "2004", "end_date": "2008-05",
         "end_basis": "ended", "activity_type": "training"},
    ],
    sources=[{}, {"source_id": "other", "title": "Other page", "publisher": "", "published": "", "standing": "mirror"}],
)  # fmt: skip
WORDS = vocabulary_of(DATA, {"old-alpha": "alpha"})


@pytest.fixture(scope="module")
def stretches() -> Stretches:
    return make_stretches(DATA.areas, _no_boundaries())


def _no_boundaries() -> gpd.GeoDataFrame:
    empty = DATA.areas.iloc[:0]
    return empty.assign(sides=[], name=[])[["name", "sides", "geometry_quality", "geometry"]]


def filled(slide: Slide, stretches: Stretches, *, data: Dataset = DATA, words: Vocabulary = WORDS) -> DeckSlide:
    deck = fill(Briefing("T", (slide,)), data, words, stretches=stretches)
    return next(one for one in deck.slides if one.slide_id == slide.slide_id)


def said_on(slide: DeckSlide) -> str:
    return text_of(slide.blocks)


def test_title_sources_and_disclaimer_come_by_themselves(stretches: Stretches) -> None:
    deck = fill(Briefing("T", (Slide("s1", SlideKind.TEXT),), "For whom"), DATA, WORDS, stretches=stretches)
    assert [slide.kind for slide in deck.slides] == ["title", "text", "sources", "disclaimer"]
    assert (deck.slides[0].title, deck.subtitle, deck.sources) == ("T", "For whom", ())
    assert deck.slides[0].said == "Data as of 5 January 2026, version 20260105-test."


def test_slides_that_are_there_keep_their_place_and_ids_stay_unique() -> None:
    slides = (Slide("title", SlideKind.TEXT), Slide("x", SlideKind.SOURCES), Slide("y", SlideKind.TEXT))
    whole = with_frame_slides(Briefing("T", slides))
    assert [slide.slide_id for slide in whole.slides] == ["title-2", "title", "x", "y", "disclaimer"]
    assert with_frame_slides(whole) == whole


def test_a_map_slide_tells_counts_sources_and_what_is_seen(stretches: Stretches) -> None:
    wanted = Slide("s1", SlideKind.MAP, "", "Own **words**", "Say *it*", Selection(organisations=("UN",)),
                   options=SlideOptions(legend=False))  # fmt: skip
    slide = filled(wanted, stretches)
    assert slide.title == "UN missions"
    assert slide.said == "UN missions (1 mission · 1 border area · 1 activity)."
    assert slide.figures == (("1", "mission"), ("1", "border area"), ("1", "activity"))
    (shown,) = slide.maps
    assert shown.alt == (
        "Map of UN missions: 1 mission on 1 border area; missions: ALPHA; border areas: North line; "
        "kinds of work: monitor 1."
    )
    assert (shown.legend, shown.labels, shown.frame, list(shown.view.areas["area_id"])) == (
        False, True, None, ["north-line"],
    )  # fmt: skip
    assert (said_on(slide), text_of(slide.notes)) == ("Own words", "Say it")
    assert [(one.number, one.source_id, one.text) for one in slide.sources[:2]] == [
        (1, "page", "Publisher: A page, May 2013 (report)"), (2, "other", "Other page (report, mirror)"),
    ]  # fmt: skip


def test_a_frame_of_the_slide_decides_which_boundary_notes_stand_there(stretches: Stretches) -> None:
    near = filled(Slide("s1", SlideKind.MAP, frame=Frame(-25, 133, 7)), stretches)
    cyprus = filled(Slide("s1", SlideKind.MAP, frame=Frame(35.1, 33.3, 10)), stretches)
    assert near.boundary_notes == ()
    assert len(cyprus.boundary_notes) == 1
    assert "Cyprus" in cyprus.boundary_notes[0]


def test_notes_follow_the_house_style_and_are_gathered_at_the_end(stretches: Stretches) -> None:
    slides = (Slide("s1", SlideKind.MAP, frame=Frame(42.6, 21, 8)),)
    said = {}
    for style in (HouseStyle.NEUTRAL, HouseStyle.UN):
        deck = fill(Briefing("T", slides, style=style), DATA, WORDS, stretches=stretches)
        said[style] = deck.slides[1].boundary_notes
        assert deck.slides[-1].boundary_notes == deck.slides[1].boundary_notes
    assert said[HouseStyle.UN] != said[HouseStyle.NEUTRAL]
    assert any("Kosovo" in note for note in said[HouseStyle.UN])


def test_sources_are_numbered_through_the_deck(stretches: Stretches) -> None:
    slides = tuple(
        Slide(f"s{number}", SlideKind.TIMELINE, selection=Selection(organisations=(name,)))
        for number, name in enumerate(("EU", "UN"))
    )
    deck = fill(Briefing("T", slides), DATA, WORDS, stretches=stretches)
    assert [[one.number for one in slide.sources] for slide in deck.slides] == [[], [1], [1, 2], [1, 2], []]
    assert deck.sources == deck.slides[3].sources


def test_a_mission_slide_holds_map_figures_table_and_timeline(stretches: Stretches) -> None:
    slide = filled(Slide("s1", SlideKind.MISSION, selection=Selection(mission="beta")), stretches)
    assert slide.title == "BETA (Mission Bêta)"
    assert slide.said == "BETA (Mission Bêta), 2003 – May 2008: 1 activity on 1 border area: build capacity."
    assert ("Ukraine", "Host country") in slide.figures
    assert slide.tables[0].rows == (("Training", "Patrols", "Gate", "2004 – May 2008"),)
    assert slide.charts[0].kind == "gantt"
    assert list(slide.maps[0].view.missions["mission_id"]) == ["beta"]


def test_an_area_slide_holds_who_was_there(stretches: Stretches) -> None:
    slide = filled(Slide("s1", SlideKind.AREA, "Own title", selection=Selection(area="gate")), stretches)
    assert slide.title == "Own title"
    assert slide.said == "Gate, Crossing point · Republic of Moldova, Ukraine: 1 mission · 1 activity on record."
    assert slide.tables[0].rows == (("BETA", "EU", "Training", "2004 – May 2008 (left)"),)
    assert "BETA" in said_on(slide)
    assert slide.maps[0].frame is not None


@pytest.mark.parametrize(
    ("kind", "selection", "said"),
    [
        (SlideKind.MISSION, Selection(mission="atlantis"), "“atlantis” is no mission of this version"),
        (SlideKind.AREA, Selection(area="atlantis"), "“atlantis” is no border area of this version"),
        (SlideKind.MISSION, Selection(), "names no mission"),
        (SlideKind.AREA, Selection(), "names no border area"),
        (SlideKind.MAP, Selection(text="atlantis"), "No record of this version"),
        (SlideKind.TIMELINE, Selection(mission="atlantis"), "None of the activities"),
        (SlideKind.PER_YEAR, Selection(text="atlantis"), "No record of this version"),
        (SlideKind.MATRIX, Selection(text="atlantis"), "No record of this version"),
        (SlideKind.GAPS, Selection(countries=("AUS",)), "No border area with a mission on record"),
    ],
)
def test_what_is_missing_is_said(kind: SlideKind, selection: Selection, said: str, stretches: Stretches) -> None:
    slide = filled(Slide("s1", kind, selection=selection), stretches)
    assert said in said_on(slide)
    assert (slide.maps, slide.charts) == ((), ())
    assert slide.title


def test_an_unknown_record_on_a_map_is_only_not_chosen(stretches: Stretches) -> None:
    slide = filled(Slide("s1", SlideKind.MAP, selection=Selection(mission="atlantis")), stretches)
    assert len(slide.maps[0].view.missions) == 2


def test_a_former_id_is_followed(stretches: Stretches) -> None:
    slide = filled(Slide("s1", SlideKind.MISSION, selection=Selection(mission="old-alpha")), stretches)
    assert slide.title == "ALPHA (Alpha Border Mission)"


def test_a_timeline_of_one_record_says_whose(stretches: Stretches) -> None:
    slide = filled(Slide("s1", SlideKind.TIMELINE, selection=Selection(mission="alpha")), stretches)
    assert slide.said == "ALPHA: 1 activity."
    narrowed = Selection(organisations=("UN",), mission="alpha")
    assert filled(Slide("s1", SlideKind.TIMELINE, selection=narrowed), stretches).said.endswith(
        "Of these only ALPHA: 1 activity."
    )


def test_many_bars_are_cut_to_the_longest_and_the_title_says_so(stretches: Stretches) -> None:
    rows = [{"activity_id": f"a{year}", "start_date": str(year)} for year in range(1990, 2020)]
    slide = filled(Slide("s1", SlideKind.TIMELINE), stretches, data=make_dataset(activities=rows))
    assert slide.charts[0].title == "When the work took place: the 18 longest of 30"
    assert set(slide.charts[0].frame["activity_id"]) == {f"a{year}" for year in range(1990, 2008)}


@pytest.mark.parametrize(("by", "series"), [("organisation", ["UN", "EU"]), ("", ["monitor", "build-capacity"])])
def test_years_are_counted_by_group_without_holes(by: str, series: list[str], stretches: Stretches) -> None:
    (chart,) = filled(Slide("s1", SlideKind.PER_YEAR, extra={"by": by} if by else {}), stretches).charts
    assert list(chart.frame.columns) == ["category", *series]
    assert list(chart.frame["category"]) == list(range(2004, 2027))
    assert list(chart.colours) == series
    assert chart.frame.set_index("category").loc[2009].sum() == 0


@pytest.mark.parametrize(("by", "rows"), [("mission", ["ALPHA", "BETA"]), ("area", ["Gate", "North line"])])
def test_a_matrix_counts_types(by: str, rows: list[str], stretches: Stretches) -> None:
    (chart,) = filled(Slide("s1", SlideKind.MATRIX, extra={"by": by}), stretches).charts
    assert list(chart.frame.columns) == ["row", "border-monitoring", "training"]
    assert list(chart.frame["row"]) == rows
    assert chart.frame.drop(columns="row").to_numpy().sum() == 2


def test_both_maps_of_a_comparison_look_at_one_place(stretches: Stretches) -> None:
    slide = filled(Slide("s1", SlideKind.COMPARE, extra={"l.org": "UN", "r.org": "EU"}), stretches)
    left, right = slide.maps
    assert left.frame == right.frame is not None
    assert (left.caption, right.caption) == ("UN missions", "EU missions")
    assert slide.tables[0].rows[0] == ("Missions", "0", "1", "1")


def test_a_side_without_records_is_said(stretches: Stretches) -> None:
    slide = filled(Slide("s1", SlideKind.COMPARE, extra={"l.org": "UN", "r.q": "atlantis"}), stretches)
    assert len(slide.maps) == 1
    assert "atlantis" in said_on(slide)


def test_gaps_colour_areas_by_state(stretches: Stretches) -> None:
    slide = filled(Slide("s1", SlideKind.GAPS, extra={"g.list": "gaps", "g.years": "30"}), stretches)
    assert slide.maps[0].states == {0: CoverageState.ONE, 2: CoverageState.ENDED}
    assert slide.figures[-1] == ("1", "Areas left without a successor")
    assert slide.tables[0].title == "Gaps"
    assert slide.tables[0].rows[0][2:] == ("BETA", "May 2008")
    assert "Absence of a record is not absence of work" in said_on(slide)
    assert {one.source_id for one in slide.sources} >= {"page", "other"}


def test_gaps_tell_work_of_unknown_end_apart(stretches: Stretches) -> None:
    data = make_dataset(activities=[{"end_basis": "unknown", "last_seen": "2012"}])
    slide = filled(Slide("s1", SlideKind.GAPS, extra={"g.list": "end-not-known"}), stretches, data=data)
    assert slide.tables[0].rows == (("North line", "ALPHA (last seen 2012)"),)
    assert slide.maps[0].states == {0: CoverageState.UNSURE}
    assert {one.source_id for one in slide.sources} >= {"page"}


def test_progress_is_told_and_may_end_the_work(stretches: Stretches) -> None:
    told: list[tuple[int, int]] = []
    briefing = Briefing("T", (Slide("s1", SlideKind.TEXT),))
    fill(briefing, DATA, WORDS, stretches=stretches, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_slide_of_every_kind_is_filled() -> None:
    deck = small_deck()
    assert {slide.kind for slide in deck.slides} == set(SlideKind)
    assert all(slide.title and slide.notes for slide in deck.slides)


def test_hostile_texts_lose_what_turns_the_reading() -> None:
    deck = hostile_deck()
    assert "\u202e" in EVIL
    for slide in deck.slides:
        texts = [slide.title, slide.said, text_of(slide.blocks), text_of(slide.notes), *(m.alt for m in slide.maps)]
        assert not any("\u202e" in text or "\u2066" in text for text in texts)
        links = {run.link for block in (*slide.blocks, *slide.notes) for run in block.runs}
        assert all(link.startswith("https://example.org/") for link in links if link)


@settings(max_examples=12, deadline=None)
@given(extra=st.dictionaries(st.sampled_from(["by", "l.org", "r.from", "g.on", "g.region", "g.list", "x"]), st.text()))
def test_whatever_a_slide_asks_nothing_raises(stretches: Stretches, extra: dict[str, str]) -> None:
    slides = tuple(replace(slide, extra=extra) for slide in every_kind())
    deck: Deck = fill(Briefing("T", slides), DATA, WORDS, stretches=stretches)
    assert len(deck.slides) == len(slides)
