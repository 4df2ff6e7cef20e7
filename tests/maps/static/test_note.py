"""A picture of the past carries the line on its boundaries, clear of the scale and of names."""

from border_atlas.domain.selection import Selection
from border_atlas.maps.static.draw import draw_map
from border_atlas.maps.static.furniture import Furniture, layout
from border_atlas.maps.static.scene import scene
from tests.factories import make_dataset
from tests.maps.static.samples import CAUCASUS, deck_map

DATA = make_dataset()
PAST = deck_map(DATA, CAUCASUS, Selection(year_from=2005, year_to=2009))


def test_a_picture_of_the_past_says_that_its_boundaries_are_of_today() -> None:
    svg = draw_map(DATA, PAST, width_in=8, height_in=4.5, form="svg").decode()
    assert "not those of 2005–2009." in svg


def test_a_picture_of_today_does_not() -> None:
    assert scene(DATA, deck_map(DATA, CAUCASUS), Furniture(), layout(8, 4.5, Furniture())).note is None


def test_on_a_small_picture_the_line_is_broken_beside_the_scale() -> None:
    made = scene(DATA, PAST, Furniture(), layout(3, 3, Furniture()))
    assert made.note is not None
    assert len(made.note.lines) > 1
    assert made.note.box[0] >= made.bar_at[2]
    assert made.note.box[2] <= made.layout.width
