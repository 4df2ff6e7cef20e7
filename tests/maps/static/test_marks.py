"""Areas and headquarters have the colours, widths and shapes of the web map, and hide each other not."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from shapely.geometry import LineString, Point, Polygon, box

from border_atlas.domain.coverage_map import CoverageState
from border_atlas.domain.deck import DeckMap
from border_atlas.domain.frame import Frame
from border_atlas.domain.selection import Selection
from border_atlas.maps.static.aim import sight_of
from border_atlas.maps.static.crowd import spread
from border_atlas.maps.static.draw import legend_entries
from border_atlas.maps.static.looks import Sizes
from border_atlas.maps.static.marks import AreaMark, MissionMark, area_marks, link_lines, mission_marks
from tests.factories import make_dataset
from tests.maps.static.samples import CAUCASUS, deck_map, one_map

WIDE, HIGH = 960.0, 540.0
SIZES = Sizes(1.0)


def areas_of(wanted: DeckMap) -> dict[str, AreaMark]:
    return {mark.area_id: mark for mark in area_marks(wanted, sight_of(wanted, WIDE, HIGH), SIZES)}


def missions_of(wanted: DeckMap) -> dict[str, MissionMark]:
    return {mark.mission_id: mark for mark in mission_marks(wanted, sight_of(wanted, WIDE, HIGH), SIZES)}


def test_areas_are_coloured_by_their_leading_family() -> None:
    found = areas_of(deck_map(make_dataset()))
    assert found["north-line"].colour == "#0077BB"
    assert found["south-zone"].colour == "#009988"


def test_areas_are_coloured_by_organisation_if_wanted() -> None:
    found = areas_of(deck_map(make_dataset(), selection=Selection(colour_by="organisation")))
    assert (found["north-line"].colour, found["gate"].colour) == ("#009EDB", "#1F3A93")


def test_states_of_coverage_come_before_colours_of_activities() -> None:
    data = make_dataset()
    view = deck_map(data).view
    states = dict.fromkeys(range(3), CoverageState.GAP)
    wanted = DeckMap(view, CAUCASUS, "Gaps.", states=states)
    assert {mark.colour for mark in areas_of(wanted).values()} == {"#EE3377"}
    assert ("Border areas by coverage", "No mission any more") in {
        (entry.group, entry.label) for entry in legend_entries(data, wanted)
    }


def test_lines_are_as_wide_as_on_the_web_map() -> None:
    mark = areas_of(deck_map(make_dataset()))["north-line"]
    assert mark.width == pytest.approx(2.2 + np.log2(2))


def test_a_zone_is_filled_without_outline_until_it_is_chosen() -> None:
    zone = areas_of(deck_map(make_dataset()))["south-zone"]
    assert (zone.is_filled, zone.is_stroked) == (True, False)
    chosen = areas_of(deck_map(make_dataset(), selection=Selection(area="south-zone")))
    assert chosen["south-zone"].is_stroked
    assert list(chosen)[-1] == "south-zone"


def test_only_lines_carry_the_dash_of_their_status() -> None:
    edges = [
        {"line_status": "ceasefire-line"},
        {"area_id": "b", "line_status": "ceasefire-line", "display": "area", "geometry": box(40, 41, 46, 43)},
        {"area_id": "c"},
    ]
    data = make_dataset(areas=edges, activities=[{}])
    view = deck_map(data).view
    whole = DeckMap(view, CAUCASUS, "")
    found = areas_of(whole)
    assert found["north-line"].has_dash
    assert not any(mark.has_dash for key, mark in found.items() if key != "north-line")


def test_points_and_what_is_too_small_to_see_are_dots() -> None:
    tiny = Polygon([(44, 42), (44.01, 42), (44.01, 42.01)])
    for geometry in (Point(44, 42), tiny):
        mark = areas_of(one_map(areas=[{"geometry": geometry, "display": "area"}], frame=CAUCASUS))["north-line"]
        assert mark.dot == pytest.approx(5)
    line = areas_of(one_map(areas=[{"geometry": LineString([(40, 43), (46, 42)])}], frame=CAUCASUS))
    assert line["north-line"].dot == 0


def test_what_lies_outside_is_not_there() -> None:
    wanted = one_map(areas=[{"geometry": Point(-70, 10)}], missions=[{"geometry": Point(-70, 10)}], frame=CAUCASUS)
    assert areas_of(wanted) == {}
    assert missions_of(wanted) == {}


def test_missions_have_colour_and_shape_of_their_organisation() -> None:
    found = missions_of(deck_map(make_dataset()))
    assert (found["alpha"].shape, found["alpha"].colour, found["alpha"].hollow) == ("circle", "#009EDB", False)
    assert (found["beta"].shape, found["beta"].colour, found["beta"].hollow) == ("square", "#1F3A93", True)


def test_missions_of_one_place_are_fanned_out_around_it() -> None:
    crowd = [{"mission_id": f"m{i}", "acronym": f"M{i}"} for i in range(6)]
    data = make_dataset(missions=[{}, *crowd], activities=[{}])
    marks = list(missions_of(DeckMap(deck_map(data, selection=Selection()).view, CAUCASUS, "")).values())
    spots = np.array([mark.at for mark in marks])
    gaps = np.hypot(*(spots[:, None] - spots[None]).transpose(2, 0, 1))[np.triu_indices(len(spots), 1)]
    assert len(marks) == 7
    assert gaps.min() > SIZES.marker * 0.8
    assert np.hypot(*(spots - marks[0].place).T).max() < SIZES.marker * 3


@settings(max_examples=40, deadline=None)
@given(arrays.arrays(np.float64, st.tuples(st.integers(1, 25), st.just(2)), elements=st.floats(20, 380)))
def test_spread_markers_stay_on_the_panel_and_near_their_places(places: np.ndarray) -> None:
    size = np.full(len(places), 12.0)
    spots = spread(places, size, (400.0, 400.0), np.empty((0, 3)))
    again = spread(places, size, (400.0, 400.0), np.empty((0, 3)))
    assert (spots == again).all()
    assert ((spots >= 0) & (spots <= 400)).all()
    assert np.hypot(*(spots - places).T).max() < 12 * len(places)


def test_markers_do_not_hide_dots() -> None:
    spots = spread(np.array([[100.0, 100.0]]), np.array([12.0]), (200.0, 200.0), np.array([[101.0, 100.0, 5.0]]))
    assert np.hypot(*(spots[0] - (101, 100))) > 9


def test_links_lead_from_the_chosen_mission_to_its_areas() -> None:
    data = make_dataset()
    wanted = deck_map(data, CAUCASUS, Selection(mission="alpha"))
    shown = sight_of(wanted, WIDE, HIGH)
    lines = link_lines(wanted, shown)
    assert len(lines) == 2
    seat = shown.points(np.array([[44.8, 41.7]]))[0]
    assert all(line[0] == pytest.approx(seat, abs=0.5) for line in lines)
    assert link_lines(deck_map(data, CAUCASUS), shown) == ()


def test_the_legend_names_what_is_in_sight_only() -> None:
    found = legend_entries(make_dataset(), deck_map(make_dataset(), Frame(42.2, 43.6, 7)))
    labels = [entry.label for entry in found]
    assert labels[:2] == ["Monitor", "Build capacity"]
    assert "United Nations" in labels
    assert "European Union" not in labels
    assert {"International boundary", "Administrative boundary line"} <= set(labels)
    assert "Line of Control" not in labels


def test_the_legend_says_kind_and_dash_of_each_sign() -> None:
    found = {entry.label: entry for entry in legend_entries(make_dataset(), deck_map(make_dataset(), CAUCASUS))}
    assert (found["Monitor"].kind, found["Build capacity"].kind) == ("line", "fill")
    assert (found["United Nations"].kind, found["United Nations"].shape) == ("marker", "circle")
    assert found["Undetermined or disputed boundary"].dash == (6, 4)


def test_a_map_without_a_legend_has_no_entries() -> None:
    view = deck_map(make_dataset()).view
    assert legend_entries(make_dataset(), DeckMap(view, None, "", legend=False)) == ()
