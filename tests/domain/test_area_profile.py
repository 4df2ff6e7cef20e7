"""A border area as an object, from hand-made rows and from the built files."""

from datetime import date

import pytest
from shapely.geometry import LineString, Point

from border_atlas.config import GEODATA
from border_atlas.data.dataset import Dataset
from border_atlas.data.load import load_boundaries, load_dataset
from border_atlas.domain.area_list import UNSURE, YEARS, area_list
from border_atlas.domain.area_profile import area_profile
from border_atlas.domain.area_relations import Relation, related
from border_atlas.domain.area_seats import nearest_seat
from border_atlas.domain.area_tiles import tiles
from border_atlas.domain.area_view import area_frame, area_view
from border_atlas.domain.area_words import quality_label, quality_sentence, status_label, status_sentence
from border_atlas.domain.area_work import Presence
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.stretches import Stretches, make_stretches
from border_atlas.errors import SelectionError
from border_atlas.model import GeometryQuality, LineStatus
from tests.factories import make_dataset

#: A border of two sections, a crossing on one of them, the border's country as a whole, and one beside.
LINES = (
    {"area_id": "whole", "name": "Whole", "geometry": LineString([(40, 43), (42, 43)]), "length_km": 163.0},
    {"area_id": "west", "name": "West", "geometry": LineString([(40, 43), (41, 43)]), "length_km": 81.5},
    {"area_id": "east", "name": "East", "geometry": LineString([(41, 43), (42, 43)]), "length_km": 81.5},
    {"area_id": "post", "name": "Post", "kind": "crossing point", "geometry": Point(40.5, 43), "length_km": None},
    {"area_id": "country", "name": "Country", "countries": ("GEO", "RUS", "ARM"), "length_km": 326.0,
     "geometry": LineString([(39, 43), (43, 43)])},
    {"area_id": "beside", "name": "Beside", "countries": ("ARM",), "geometry": LineString([(42, 43), (42, 41)]),
     "length_km": 222.0},
    {"area_id": "far", "name": "Far", "countries": ("MDA",), "geometry": Point(28, 47), "length_km": None},
)  # fmt: skip
WORKS = (
    {"activity_id": "on-west", "area_id": "west", "start_date": "2010", "end_date": "2012", "end_basis": "ended"},
    {"activity_id": "wide", "area_id": "country", "mission_id": "beta", "start_date": "2004"},
)


@pytest.fixture(scope="module")
def data() -> Dataset:
    return make_dataset(areas=LINES, activities=WORKS)


@pytest.fixture(scope="module")
def stretches(data: Dataset) -> Stretches:
    return make_stretches(data.areas, load_boundaries(GEODATA).iloc[:0])


@pytest.fixture(scope="module")
def real() -> Dataset:
    return load_dataset(GEODATA)


@pytest.fixture(scope="module")
def real_stretches(real: Dataset) -> Stretches:
    return make_stretches(real.areas, load_boundaries(GEODATA))


def test_sections_wider_areas_and_neighbours_are_told_apart(data: Dataset, stretches: Stretches) -> None:
    found = {one.area_id: one.relation for one in related(data, stretches, "whole")}
    assert found["west"] == found["east"] == found["post"] == Relation.PART
    assert found["country"] == Relation.WIDER
    assert found["beside"] == Relation.TOUCHES
    assert "far" not in found


def test_a_section_lies_in_the_whole_border(data: Dataset, stretches: Stretches) -> None:
    found = {one.area_id: one.relation for one in related(data, stretches, "west")}
    assert found["whole"] == Relation.WIDER
    assert found["post"] == Relation.PART


def test_an_unknown_area_is_refused(data: Dataset, stretches: Stretches) -> None:
    with pytest.raises(SelectionError, match="“nowhere” is no border area"):
        area_profile(data, stretches, "nowhere")


def test_work_on_sections_counts_for_the_border_work_on_wider_areas_is_told_apart(
    data: Dataset, stretches: Stretches
) -> None:
    found = area_profile(data, stretches, "whole")
    assert [one.mission_id for one in found.missions] == ["alpha"]
    assert [one.mission_id for one in found.wider_missions] == ["beta"]
    assert [line.activity_id for line in found.lines] == ["on-west"]
    assert found.shown_areas == ("whole", "east", "post", "west")
    assert found.source_ids == ("page",)
    assert found.history.endswith("it is told apart.")


def test_an_area_without_activity_says_so_and_has_its_facts(data: Dataset, stretches: Stretches) -> None:
    found = area_profile(data, stretches, "far")
    assert found.history == "No mission is on record here. That is no proof that none was."
    assert (found.missions, found.gaps, found.changes, found.lines) == ((), (), (), ())
    assert found.countries == ("Republic of Moldova",)
    assert found.own_seat is None
    said = {tile.label: tile for tile in tiles(data, found)}
    assert said["At work on 5 January 2026"].value == "Nobody on record"
    assert said["First work"].value == "Not on record"
    assert said["Extent"].value == "A place"


def test_figures_of_a_border_that_was_left(data: Dataset, stretches: Stretches) -> None:
    said = {tile.label: tile for tile in tiles(data, area_profile(data, stretches, "whole"))}
    assert said["At work on 5 January 2026"] == (
        "At work on 5 January 2026",
        "Nobody on record",
        "1 on record since 1947",
    )
    assert said["First work"] == ("First work", "2010", "nobody since 1 January 2013")
    assert said["Length"] == ("Length", "about 160 km", "geodesic, WGS 84; cut from base data")


def test_an_end_that_nobody_knows_is_neither_work_nor_absence(stretches: Stretches) -> None:
    unsure = make_dataset(areas=LINES, activities=[{**WORKS[0], "end_date": "", "end_basis": "unknown"}])
    said = {tile.label: tile for tile in tiles(unsure, area_profile(unsure, stretches, "whole"))}
    assert said["At work on 5 January 2026"][1:] == (
        "Not confirmed",
        "1 not known to have left; 1 on record since 1947",
    )


def test_the_view_of_an_area_holds_it_its_sections_and_who_works_there(data: Dataset) -> None:
    view = area_view(data, "whole", ["west"])
    assert list(view.areas["area_id"]) == ["whole", "west"]
    assert list(view.missions["mission_id"]) == ["alpha"]
    assert list(view.area_counts["n"]) == [0, 1]
    assert list(view.mission_counts.index) == ["alpha"]


def test_the_frame_takes_in_a_seat_near_by_but_none_far_away(data: Dataset) -> None:
    near = area_frame(data, area_view(data, "west"), "west")
    assert near == (40.0, 43.0, 41.0, 43.0)
    long = area_frame(data, area_view(data, "whole", ["west"]), "whole")
    assert long == (40.0, 41.7, 44.8, 43.0)
    assert area_frame(data, area_view(data, "far"), "far") == (28.0, 47.0, 28.0, 47.0)


def test_the_nearest_headquarters_can_be_of_any_mission_a_running_one_or_one_of_those_here(data: Dataset) -> None:
    seat = nearest_seat(data, "far")
    assert seat is not None
    assert (seat.mission_id, seat.place, seat.works_here) == ("beta", "Odesa", False)
    assert seat.km == pytest.approx(213, abs=1)
    running = nearest_seat(data, "far", running=True)
    assert running is not None
    assert running.mission_id == "alpha"
    assert nearest_seat(data, "far", among=()) is None


@pytest.mark.parametrize("status", ["", *LineStatus])
def test_every_status_has_a_name_and_a_sentence(status: str) -> None:
    assert status_label(status)
    assert status_sentence(status).endswith(".")


@pytest.mark.parametrize("quality", list(GeometryQuality))
def test_every_quality_has_a_name_and_a_sentence(quality: str) -> None:
    assert quality_label(quality)
    assert quality_sentence(quality).endswith(".")


def test_the_list_counts_all_records_of_the_areas_that_a_view_leaves() -> None:
    data = make_dataset()
    rows = area_list(data, select(data, Selection(organisations=("EU",))))
    assert list(rows["area_id"]) == ["gate"]
    row = rows.iloc[0]
    assert (row["At work on 5 January 2026"], row["Missions ever"], row["Activities"]) == (0, 1, 1)
    assert (row["First work"], row["Last work"]) == ("2004", "2008-05")
    assert row["Neighbours"] == "Republic of Moldova, Ukraine"
    assert sum(row[YEARS]) == len(range(2004, 2009))


def test_the_list_begins_with_those_where_missions_work() -> None:
    data = make_dataset()
    rows = area_list(data, select(data, Selection()))
    assert list(rows["area_id"]) == ["north-line", "gate", "south-zone"]
    assert list(rows["Last work"]) == ["at work", "2008-05", "2013-05"]


def test_the_list_counts_missions_of_unknown_end_apart_and_places_them_next() -> None:
    unsure = {"activity_id": "u", "area_id": "gate", "end_basis": "unknown", "last_seen": "2013"}
    data = make_dataset(activities=[{}, {**unsure, "start_date": "2012"}])
    rows = area_list(data, select(data, Selection())).set_index("area_id")
    assert list(rows.index) == ["north-line", "gate", "south-zone"]
    assert list(rows["At work on 5 January 2026"]) == [1, 0, 0]
    assert list(rows[UNSURE]) == [0, 1, 0]
    assert list(rows["Last work"]) == ["at work", "end not known", ""]


# The questions that the page has to answer.


def test_who_monitored_the_georgian_russian_border_and_when_it_stopped(
    real: Dataset, real_stretches: Stretches
) -> None:
    found = area_profile(real, real_stretches, "georgia-russia-border")
    osce = next(one for one in found.missions if one.mission_id == "osce-georgia")
    assert {work.type_label for work in osce.works} == {"Border monitoring"}
    assert osce.last == date(2004, 12, 31)
    assert "31 December 2004" in found.history
    assert next(one for one in found.changes if one.when == "31 December 2004").sources


def test_what_changed_on_the_iraq_kuwait_border_between_1990_and_2004(real: Dataset, real_stretches: Stretches) -> None:
    found = area_profile(real, real_stretches, "irq-kwt-dmz")
    assert [(one.when, one.mission) for one in found.changes if 1990 <= one.year <= 2004] == [
        ("9 April 1991", "UNIKOM"),
        ("5 February 1993", "UNIKOM"),
        ("5 February 1993", "UNIKOM"),
        ("27 May 1993", "UNIKOM"),
        ("March 2000", "UNIKOM"),
        ("6 October 2003", "UNIKOM"),
    ]
    assert all(one.sources for one in found.changes)


def test_a_disputed_line_comes_with_its_note(real: Dataset, real_stretches: Stretches) -> None:
    found = area_profile(real, real_stretches, "loc-kashmir")
    assert [note.note_id for note in found.notes] == ["jammu-kashmir"]
    assert found.line_status == LineStatus.LINE_OF_CONTROL


def test_every_area_has_a_profile(real: Dataset, real_stretches: Stretches) -> None:
    for area_id in real.areas["area_id"].iloc[::6]:
        found = area_profile(real, real_stretches, area_id)
        assert found.area_id == area_id
        assert all(one.first <= one.last or one.presence == Presence.TO_COME for one in found.missions)
        assert found.history
