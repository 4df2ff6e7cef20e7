"""Notes on boundaries: where they belong, and in which words of which house."""

import math
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, Polygon, box

from border_atlas.config import WGS84
from border_atlas.domain import boundary_notes
from border_atlas.domain.boundary_notes import BoundaryNote, NoteAtlas, notes_for, notes_in, read_notes
from border_atlas.errors import DatasetError, SelectionError

ROWS = (
    ("valley", "", ("AAA", "BBB"), "Not agreed."),
    ("kosovo", "", ("XKX", "SRB"), "*Neutral."),
    ("kosovo", "UN", ("XKX", "SRB"), "*Resolution 1244."),
    ("isle", "EU", ("FLK",), "Only in one house."),
    ("date-line", "", ("CCC", "DDD"), "Far out."),
)


def frame(column: str, shapes: dict[str, object]) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({column: list(shapes)}, geometry=list(shapes.values()), crs=WGS84)


@pytest.fixture(scope="module")
def atlas() -> NoteAtlas:
    notes = [BoundaryNote(note_id, style, codes, text, ()) for note_id, style, codes, text in ROWS]
    lines = frame(
        "note_id",
        {
            "valley": LineString([(10, 10), (12, 12)]),
            "kosovo": LineString([(20, 43), (21, 43)]),
            "date-line": LineString([(179, 0), (180, 0)]),
            "": LineString([(0, 0), (50, 50)]),
        },
    )
    land = frame("iso3", {"XKX": box(20, 42, 21, 43), "FLK": box(-61, -52, -58, -51), "AAA": box(0, 10, 12, 20)})
    return NoteAtlas(notes, lines, land)


def ids(notes: tuple[BoundaryNote, ...]) -> list[str]:
    return [note.note_id for note in notes]


def test_a_note_belongs_to_frames_that_show_its_line(atlas: NoteAtlas) -> None:
    assert ids(atlas.in_frame((9, 9, 13, 13))) == ["valley"]


def test_land_of_a_country_beside_a_line_is_not_the_line(atlas: NoteAtlas) -> None:
    assert atlas.in_frame((1, 11, 5, 19)) == ()


def test_a_corner_of_a_lines_box_without_the_line_does_not_count(atlas: NoteAtlas) -> None:
    assert atlas.in_frame((11.5, 10, 12, 10.5)) == ()


def test_a_territory_is_noted_wherever_it_is_seen(atlas: NoteAtlas) -> None:
    assert ids(atlas.in_frame((20.4, 42.1, 20.6, 42.3))) == ["kosovo"]


def test_the_words_of_a_house_win_over_those_for_all(atlas: NoteAtlas) -> None:
    inside = (20.0, 42.0, 21.0, 43.0)
    assert [note.text for note in atlas.in_frame(inside, "UN")] == ["*Resolution 1244."]
    assert [note.text for note in atlas.in_frame(inside, "EU")] == ["*Neutral."]


def test_a_note_of_another_house_alone_is_not_shown(atlas: NoteAtlas) -> None:
    assert atlas.in_frame((-62, -53, -57, -50), "UN") == ()
    assert ids(atlas.in_frame((-62, -53, -57, -50), "EU")) == ["isle"]


@pytest.mark.parametrize("bounds", [(178, -1, -178, 1), (178, -1, 182, 1), (-182, -1, -178, 1), (538, -1, 542, 1)])
def test_frames_may_cross_the_antimeridian(atlas: NoteAtlas, bounds: boundary_notes.Bounds) -> None:
    assert ids(atlas.in_frame(bounds)) == ["date-line"]


def test_a_frame_on_the_other_side_of_the_antimeridian_has_no_note(atlas: NoteAtlas) -> None:
    assert atlas.in_frame((-180 + 1e-6, -1, -178, 1)) == ()


@pytest.mark.parametrize("bounds", [(-180, -90, 180, 90), (-540, -90, 540, 90), (-180, -1e9, 180, 1e9)])
def test_the_whole_world_has_all_notes(atlas: NoteAtlas, bounds: boundary_notes.Bounds) -> None:
    assert ids(atlas.in_frame(bounds, "EU")) == ["valley", "kosovo", "isle", "date-line"]


@pytest.mark.parametrize("bounds", [(0, 2, 1, 1), (math.nan, 0, 1, 1), (0, 0, math.inf, 1)])
def test_what_is_no_frame_is_refused(atlas: NoteAtlas, bounds: boundary_notes.Bounds) -> None:
    with pytest.raises(SelectionError, match="no frame of a map"):
        atlas.in_frame(bounds)


LON, LAT = st.floats(-720, 720), st.floats(-90, 90)


@given(LON, LAT, st.floats(0, 400), st.floats(0, 90), st.integers(-2, 2))
def test_whole_turns_change_nothing(west: float, south: float, width: float, height: float, turns: int) -> None:
    made = boundary_notes._on_the_globe((west, south, west + width, south + height))  # noqa: SLF001  the rule itself
    turned = boundary_notes._on_the_globe((west + 360 * turns, south, west + width + 360 * turns, south + height))  # noqa: SLF001
    assert all(-180 <= part[0] <= part[2] <= 180 for part in made)
    assert sum(part[2] - part[0] for part in made) == pytest.approx(min(width, 360), abs=1e-6)
    assert sum(part[2] - part[0] for part in turned) == pytest.approx(min(width, 360), abs=1e-6)


def test_boxes_of_a_note_hold_its_line_with_a_little_room(atlas: NoteAtlas) -> None:
    boxes = {note.note_id: found for note, found in atlas.boxes()}
    assert boxes["valley"] == ((10.0, 10.0, 12.0, 12.0),)
    assert "isle" not in boxes


def test_a_border_of_two_countries_needs_both(atlas: NoteAtlas) -> None:
    assert ids(atlas.for_countries(["AAA", "BBB", "ZZZ"])) == ["valley"]
    assert atlas.for_countries(["AAA", "ZZZ"]) == ()


def test_one_country_alone_has_all_that_concerns_it(atlas: NoteAtlas) -> None:
    assert ids(atlas.for_countries(["AAA"])) == ["valley"]


def test_a_territory_is_enough_by_itself_its_neighbour_is_not(atlas: NoteAtlas) -> None:
    assert ids(atlas.for_countries(["XKX", "ALB"])) == ["kosovo"]
    assert atlas.for_countries(["SRB", "ROU"]) == ()
    assert atlas.for_countries([]) == ()


def test_an_area_has_the_note_of_the_line_it_follows(atlas: NoteAtlas) -> None:
    along = LineString([(10.01, 10), (12.01, 12)])
    assert ids(atlas.for_area(along, ["AAA", "BBB"], quality="derived")) == ["valley"]


def test_an_area_that_only_touches_the_end_of_a_line_has_no_note(atlas: NoteAtlas) -> None:
    onward = LineString([(12, 12), (14, 14)])
    assert atlas.for_area(onward, ["AAA", "BBB"], quality="derived") == ()


def test_a_line_drawn_by_hand_may_lie_farther_off(atlas: NoteAtlas) -> None:
    sketch = LineString([(10.2, 10), (12.2, 12)])
    assert ids(atlas.for_area(sketch, [], quality="schematic")) == ["valley"]
    assert atlas.for_area(sketch, [], quality="derived") == ()


def test_zones_and_crossings_have_the_note_of_a_line_in_reach(atlas: NoteAtlas) -> None:
    assert ids(atlas.for_area(Polygon([(10, 11), (11, 11), (11, 10)]), [], quality="derived")) == ["valley"]
    assert ids(atlas.for_area(Point(11.02, 11), [], quality="derived")) == ["valley"]
    assert atlas.for_area(Point(12, 11), [], quality="derived") == ()


def test_a_damaged_table_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("note_id,style\nx,UN\n", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"notes\.csv: column areas, text, source_ids is missing"):
        read_notes(tmp_path / "notes.csv")


# The built files.


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ((73.5, 33, 76, 35.5), ["jammu-kashmir"]),
        ((72, 8, 85, 25), []),
        ((69, 24, 72, 29), []),
        ((20.6, 42.1, 20.9, 42.4), ["kosovo"]),
        ((28, 9, 29.3, 10.5), ["sudan-south-sudan", "abyei"]),
        ((-15, 21.5, -13, 23), ["western-sahara"]),
        ((-9, 31, -5, 34), []),
        ((32, 34.5, 34.7, 35.8), ["cyprus"]),
        ((170, -20, -170, 20), []),
    ],
)
def test_frames_of_the_world_have_the_notes_of_what_they_show(
    bounds: boundary_notes.Bounds, expected: list[str]
) -> None:
    assert ids(notes_in(bounds)) == expected


def test_every_note_of_the_table_is_seen_on_a_map_of_the_world() -> None:
    table = pd.read_csv(boundary_notes.GEODATA / "tables" / "boundary_notes.csv", keep_default_na=False)
    assert set(ids(notes_in((-180, -90, 180, 90)))) == set(table["note_id"])


def test_kosovo_is_noted_in_the_words_of_the_house() -> None:
    assert "ICJ Opinion" in notes_for(["XKX"], "EU")[0].text
    assert "1244 (1999)" in notes_for(["XKX"], "UN")[0].text
    assert "1244" not in notes_for(["XKX"])[0].text


def test_the_line_of_control_is_no_matter_of_india_and_nepal() -> None:
    assert notes_for(["IND", "NPL"]) == ()
    assert ids(notes_for(["IND", "PAK"])) == ["jammu-kashmir"]
