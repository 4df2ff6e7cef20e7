"""Own data on drawn maps: seen, marked as such, and without them everything as before."""

import io

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from pypdf import PdfReader

from border_atlas.domain.own_drawing import MARK, OwnDrawing
from border_atlas.domain.own_layer import layer
from border_atlas.maps.own_styles import COLOURS
from border_atlas.maps.static.draw import BARE, draw_map, label_places
from border_atlas.maps.static.furniture import layout
from border_atlas.maps.static.own import own_box
from border_atlas.maps.static.poster import draw_poster
from tests.factories import make_dataset
from tests.maps.static.samples import CAUCASUS, deck_map, pixels

DATA = make_dataset()
WANTED = deck_map(DATA, CAUCASUS)
SIZE = {"width_in": 6.4, "height_in": 3.6}


def own(number: int = 1, name: str = "list.csv") -> OwnDrawing:
    columns = {"_row": np.arange(number) + 2, "_label": "post", "_category": "", "_date": pd.NaT}
    places = shapely.points(np.linspace(43.6, 46, number), np.linspace(42.2, 43, number))
    frame = gpd.GeoDataFrame(columns, geometry=places, crs="EPSG:4326", index=range(number))
    return layer(frame, name=name, kept_aside=3)


def shapes() -> OwnDrawing:
    found = [
        shapely.box(42, 41, 43, 42),
        shapely.GeometryCollection([shapely.Point(45, 41), shapely.LineString([(41, 43), (45, 43)])]),
        shapely.box(-20, 1, -10, 2),
    ]
    columns = {"_row": range(3), "_label": "a", "_category": ["x", "y", ""], "_date": pd.NaT}
    return layer(gpd.GeoDataFrame(columns, geometry=found, crs="EPSG:4326"), name="shapes", kept_aside=0)


def words(pdf: bytes) -> str:
    return " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())


def test_without_own_data_a_picture_is_as_before() -> None:
    assert draw_map(DATA, WANTED, dpi=40, own=(), **SIZE) == draw_map(DATA, WANTED, dpi=40, **SIZE)


@pytest.mark.parametrize("number", [1, 5_000])
def test_own_data_are_seen_and_marked(number: int) -> None:
    drawn = draw_map(DATA, WANTED, form="pdf", furniture=BARE, own=[own(number)], **SIZE)
    assert f"{MARK}: list.csv, {number:,} record" in words(drawn)
    assert "3 kept aside" in words(drawn)
    before, after = (pixels(draw_map(DATA, WANTED, dpi=60, own=one, **SIZE)) for one in ([], [own(number)]))
    middle = (slice(80, 136), slice(164, 220))
    assert (before[middle] != after[middle]).any()


def test_a_diamond_has_its_colour() -> None:
    picture = pixels(draw_map(DATA, WANTED, dpi=200, own=[own()], **SIZE))
    wanted = np.array([int(COLOURS[0][0][at : at + 2], 16) for at in (1, 3, 5)])
    middle = picture[320:400, 600:680]
    assert (np.abs(middle - wanted).sum(axis=2) < 6).sum() > 20


def test_lines_areas_and_points_of_all_kinds_are_drawn() -> None:
    drawn = draw_map(DATA, WANTED, form="pdf", own=[shapes()], **SIZE)
    assert all(label in words(drawn) for label in ("x (1)", "y (1)", "other (1)"))


def test_odd_names_are_written_as_they_are() -> None:
    drawn = draw_map(DATA, WANTED, form="pdf", own=[own(name=r"$\frac{1}{0}$ {{7*7}}")], **SIZE)
    assert r"$\frac{1}{0}$ {{7*7}}" in words(drawn)


def test_names_keep_clear_of_the_box() -> None:
    made = own_box([own()] * 4, layout(6.4, 3.6, BARE))
    assert made is not None
    places = label_places(DATA, WANTED, own=[own()] * 4, **SIZE)
    left, bottom, right, _ = (side / 72 for side in made.box)
    assert all(not (left < place.x < right and place.y < 3.6 - bottom) for place in places)


def test_without_own_data_there_is_no_box() -> None:
    assert own_box([], layout(6.4, 3.6, BARE)) is None


def test_a_poster_marks_them_too() -> None:
    drawn = draw_poster(DATA, WANTED, "A3", title="t", subtitle="s", footer=("f",), own=[own(3000)])
    assert MARK in words(drawn)


def test_a_closer_look_is_taken_where_the_map_lies_in_it() -> None:
    table = gpd.GeoDataFrame(
        {"_row": range(4000), "_label": "a", "_category": "", "_date": pd.NaT},
        geometry=shapely.points(np.full(4000, 43.6), np.linspace(-80, 80, 4000)), crs="EPSG:4326",
    )  # fmt: skip
    near = layer(table, name="a", kept_aside=0, viewport=(0, 30, 90, 60))
    far = layer(table, name="a", kept_aside=0)
    assert near.near is not None
    assert near.near.marks.dots is not None
    one, other = (draw_map(DATA, WANTED, dpi=40, own=[drawing], **SIZE) for drawing in (near, far))
    assert one != other
