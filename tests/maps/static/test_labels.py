"""Names stand inside the picture, none upon another, the weightier ones first."""

import itertools

import pandas as pd
import pytest
from shapely.geometry import LineString, Point

from border_atlas.config import GEODATA
from border_atlas.data.load import load_dataset
from border_atlas.domain.deck import DeckMap
from border_atlas.domain.frame import Frame
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.maps.static.draw import BARE, LabelPlace, draw_map, label_places
from border_atlas.maps.static.text import measure, plain, shortened, wrap
from tests.factories import make_dataset
from tests.maps.static.samples import CAUCASUS, deck_map, pixels

SIZE = {"width_in": 8.0, "height_in": 4.5}
NAMES = pd.DataFrame({
    "iso3": ["GEO", "RUS", "XKX", "SRB"], "name": ["Georgia", "Russian Federation", "Kosovo*", "Serbia"],
    "label": ["Georgia", "Russian Federation", "Kosovo*", "Serbia"], "label_rank": [2.0, 0.0, 2.0, 2.0],
})  # fmt: skip


def named(frame: Frame, missions: tuple[dict[str, object], ...] = ({},)) -> list[LabelPlace]:
    data = make_dataset(missions=missions, activities=[{}])
    object.__setattr__(data, "countries", NAMES)
    return list(label_places(data, deck_map(data, frame), **SIZE))


def box_of(label: LabelPlace) -> tuple[float, float, float, float]:
    left = label.x - label.width * {"left": 0, "centre": 0.5, "right": 1}[label.anchor]
    return left, label.y - label.height / 2, left + label.width, label.y + label.height / 2


def test_missions_areas_and_countries_are_named() -> None:
    found = {(label.kind, label.text): label for label in named(CAUCASUS)}
    assert ("mission", "ALPHA") in found
    assert ("area", "North line") in found
    assert ("country", "Russian Federation") in found
    assert found["mission", "ALPHA"].record == "alpha"
    assert found["mission", "ALPHA"].bold


def test_kosovo_keeps_its_asterisk() -> None:
    assert "Kosovo*" in {label.text for label in named(Frame(42.6, 20.9, 9))}


def test_a_mission_stands_beside_its_marker() -> None:
    label = next(label for label in named(Frame(41.7, 44.8, 8)) if label.kind == "mission")
    assert (label.x, label.y) == pytest.approx((4.0, 2.25), abs=0.35)


def test_no_name_stands_upon_another_or_outside() -> None:
    data = load_dataset(GEODATA)
    for frame in (None, Frame(43, 20, 6), Frame(-17.5, 179.5, 6)):
        wanted = DeckMap(select(data, Selection()), frame, "")
        boxes = [box_of(label) for label in label_places(data, wanted, **SIZE)]
        assert boxes
        for left, top, right, bottom in boxes:
            assert left >= 0 <= top
            assert right <= SIZE["width_in"]
            assert bottom <= SIZE["height_in"]
        for one, other in itertools.combinations(boxes, 2):
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (one, other)


def test_a_map_without_labels_has_none() -> None:
    data = make_dataset()
    wanted = DeckMap(deck_map(data).view, CAUCASUS, "", labels=False)
    assert label_places(data, wanted, **SIZE) == ()
    plain_map = draw_map(data, wanted, dpi=50, **SIZE)
    assert (pixels(plain_map) != pixels(draw_map(data, deck_map(data, CAUCASUS), dpi=50, **SIZE))).any()


def test_places_keep_clear_of_the_scale() -> None:
    data = make_dataset(missions=[{"geometry": Point(29.9, 36.3)}], activities=[{}])
    wanted = deck_map(data, Frame(41.7, 38, 6))
    for label in label_places(data, wanted, furniture=BARE, **SIZE):
        left, _, _, bottom = box_of(label)
        assert left > 1.3 or bottom < SIZE["height_in"] - 0.25


def test_many_areas_stay_without_names() -> None:
    rows = [{"area_id": f"a{i}", "geometry": LineString([(40, 40 + i / 3), (46, 40 + i / 3)])} for i in range(12)]
    data = make_dataset(areas=[{}, *rows], activities=[{}])
    assert not [label for label in label_places(data, deck_map(data, CAUCASUS), **SIZE) if label.kind == "area"]


def test_long_names_are_cut_and_texts_wrapped() -> None:
    assert shortened("short", 10, 200) == "short"
    cut = shortened("a very long name of a border area", 10, 60)
    assert cut.endswith("…")
    assert measure(cut, 10) <= 60
    lines = wrap("one two three four five six seven", 10, 60)
    assert " ".join(lines) == "one two three four five six seven"
    assert all(measure(line, 10) <= 60 for line in lines)
    assert wrap("", 10, 60) == []


def test_signs_that_no_font_or_file_holds_are_replaced() -> None:
    assert plain("a\x00b\nc\t\u202ed") == "a b c \ufffdd" or plain("a\x00b\nc") == "a b c"
    assert plain("Bêta 漢") == "Bêta \ufffd"
