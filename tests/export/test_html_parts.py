"""Parts of the HTML file: packed geometry, frames, lists, charts."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.domain.deck import Block, DeckChart, Run
from border_atlas.domain.frame import Frame
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.timeline import timeline_rows
from border_atlas.export.html.base import apart, detail_layers
from border_atlas.export.html.frames import WORLD, frame_bounds, view_bounds, zoom_of
from border_atlas.export.html.grids import matrix_html
from border_atlas.export.html.pack import LETTERS, pack_feature, pack_positions
from border_atlas.export.html.svg import chart_legend, chart_svg
from border_atlas.export.html.text import blocks_html
from border_atlas.export.links import safe_link
from tests.export.html_decks import COLOURS, small_data


def unpack(text: str, decimals: int) -> list[tuple[float, float]]:
    """Read what the browser reads, in the same way."""
    numbers, number, shift = [], 0, 0
    for letter in text:
        value = LETTERS.index(letter)
        number |= (value % 32) << shift
        shift += 5
        if value < 32:
            numbers.append(-((number + 1) >> 1) if number % 2 else number >> 1)
            number, shift = 0, 0
    found, here = [], [0, 0]
    for place in range(0, len(numbers), 2):
        here = [here[0] + numbers[place], here[1] + numbers[place + 1]]
        found.append((here[0] / 10**decimals, here[1] / 10**decimals))
    return found


positions = st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=20)


@given(positions)
def test_packed_positions_come_back_as_they_were(given_positions: list[tuple[float, float]]) -> None:
    found = unpack(pack_positions(given_positions, 3), 3)
    assert found == [(pytest.approx(lon, abs=6e-4), pytest.approx(lat, abs=6e-4)) for lon, lat in given_positions]


def test_every_depth_of_geometry_is_packed() -> None:
    ring = [[0.0, 0.0], [0.01, 0.0], [0.0, 0.01]]
    assert pack_feature({"i": 1}, {"type": "Point", "coordinates": [0.01, 0]}, 2) == {
        "p": {"i": 1},
        "t": "Point",
        "c": "CA",
    }
    assert pack_feature({}, {"type": "MultiPolygon", "coordinates": [[ring]]}, 2)["c"] == [["AACABC"]]


@given(st.floats(-60, 60), st.floats(-170, 170), st.floats(2, 12))
def test_a_frame_fills_the_screen_at_its_own_zoom(lat: float, lon: float, zoom: float) -> None:
    frame = Frame(lat, lon, zoom)
    west, south, east, north = frame_bounds(frame)
    assert (west + east) / 2 == pytest.approx(frame.lon)
    assert south <= frame.lat <= north
    assert zoom_of((west, south, east, north)) == pytest.approx(frame.zoom, abs=0.01) or frame.zoom < 3


def test_a_view_without_frame_is_fitted_and_a_point_gets_room() -> None:
    data = small_data()
    assert view_bounds(select(data, Selection(countries=("RUS",)))) == pytest.approx((40.0, 41.7, 46.0, 43.0))
    west, south, east, north = view_bounds(select(data, Selection(organisations=("EU",))))
    assert (east - west, north - south) == (pytest.approx(1.2), pytest.approx(1.2))
    assert view_bounds(select(data, Selection(text="nothing at all"))) == WORLD


def test_boxes_that_touch_become_one() -> None:
    assert apart([(0, 0, 2, 2), (5, 5, 6, 6), (1, 1, 5, 5)]) == [(0, 0, 6, 6)]
    assert apart([(0, 0, 1, 1), (2, 2, 3, 3)]) == [(0, 0, 1, 1), (2, 2, 3, 3)]


def test_only_near_boxes_come_in_detail_and_never_more_than_allowed() -> None:
    near = (43.0, 41.0, 45.0, 42.5)
    assert detail_layers([WORLD], 10**6) == {}
    found = detail_layers([WORLD, near], 10**6)
    assert len(found["land-detail"]["boxes"]) == 1  # type: ignore[index,call-overload,arg-type]
    assert detail_layers([near], 100) == {}


def test_deeper_list_items_stand_inside_the_one_before() -> None:
    items = [Block("bullet", (Run("a"),)), Block("number", (Run("b"),), 1), Block("bullet", (Run("c"),))]
    assert blocks_html(items) == "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//host", "http://[", ""]
)
def test_only_web_pages_are_linked(address: str) -> None:
    assert safe_link(address) == ""
    assert "<a" not in blocks_html([Block("paragraph", (Run("x", link=address),))])


def test_bars_stand_on_each_other_and_their_colours_are_named() -> None:
    chart = DeckChart("bars", "", pd.DataFrame({"category": [2001], "monitor": [2], "advise": [1]}), COLOURS, "Bars")
    drawing = chart_svg(chart)
    assert drawing.count("<rect") == 2
    assert 'aria-label="Bars"' in drawing
    assert [word in chart_legend(chart) for word in ("Monitor", "Advise")] == [True, True]


def test_a_timeline_keeps_sure_possible_and_signs_apart() -> None:
    data = small_data()
    drawing = chart_svg(DeckChart("gantt", "", timeline_rows(data, data.activities), COLOURS, "Time"))
    assert 'opacity="1"' in drawing
    assert 'opacity="0.35"' in drawing
    assert "▶" in drawing


@pytest.mark.parametrize("kind", ["bars", "gantt"])
def test_a_chart_of_nothing_says_so(kind: str) -> None:
    data = small_data()
    frame = timeline_rows(data, data.activities[:0]) if kind == "gantt" else pd.DataFrame({"category": []})
    assert "No" in chart_svg(DeckChart(kind, "", frame, COLOURS, "Nothing"))  # type: ignore[arg-type]


def test_a_matrix_is_a_table_with_heads_on_both_sides() -> None:
    found = matrix_html(
        DeckChart("matrix", "", pd.DataFrame({"row": ["A"], "training": [9], "coast-guard": [0]}), {}, "M")
    )
    assert '<th scope="row">A</th><td class="heat-5">9</td><td></td>' in found
    assert "Coast guard" in found
