"""The base map is cut where the picture ends, also across the antimeridian, and as fine as it needs to be."""

import re
from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, MultiPolygon, box

from border_atlas.config import PROJECT_ROOT
from border_atlas.domain.frame import Frame
from border_atlas.errors import DatasetError
from border_atlas.maps import atlas_map, styles
from border_atlas.maps.static import base
from border_atlas.maps.static.aim import sight_of
from border_atlas.maps.static.base import boxes_of, cut, level_of
from border_atlas.maps.static.ground import ground_of
from border_atlas.maps.static.looks import dash_of, dash_style, lighter
from border_atlas.maps.static.projection import Window
from border_atlas.maps.static.shapes import filled, marker, stroked
from border_atlas.model import LineStatus
from tests.maps.static.samples import nothing, one_map

WIDE, HIGH = 960.0, 540.0


def shapes(*items: shapely.Geometry) -> np.ndarray:
    return np.array(items, dtype=object)


def test_a_shape_is_cut_at_the_window() -> None:
    given = shapes(box(0, 0, 10, 10), box(50, 50, 60, 60))
    parts, origins = cut(given, boxes_of(given), Window(5, 5, 20, 20))
    assert [part.bounds for part in parts] == [(5, 5, 10, 10)]
    assert origins.tolist() == [0]


def test_land_beyond_the_antimeridian_moves_to_its_side() -> None:
    given = shapes(MultiPolygon([box(178, -18, 180, -16), box(-180, -18, -179, -16)]))
    parts, _ = cut(given, boxes_of(given), Window(170, -30, 190, 0))
    assert sorted(part.bounds for part in parts) == [(178, -18, 180, -16), (180, -18, 181, -16)]


def test_what_only_touches_the_window_leaves_nothing() -> None:
    given = shapes(box(0, 0, 5, 5), LineString([(0, 0), (5, 5)]))
    parts, _ = cut(given, boxes_of(given), Window(5, 0, 10, 10))
    assert len(parts) == 0


def test_nothing_wraps_across_a_picture_of_the_antimeridian() -> None:
    for frame in (Frame(-17.5, 179.5, 6), Frame(65, -170, 4.6), Frame(20, 170, 2)):
        shown = sight_of(one_map(frame=frame), WIDE, HIGH)
        layer = base.land(level_of(shown))
        parts, _ = cut(layer.shapes, layer.boxes, shown.window)
        before, after = boxes_of(parts), boxes_of(base.on_paper(parts, shown))
        degrees, points = before[:, 2] - before[:, 0], after[:, 2] - after[:, 0]
        small = (degrees < 5) & np.isfinite(points)
        assert small.any()
        assert points[small].max() < WIDE / 2


def test_land_that_data_cut_at_the_antimeridian_is_whole_again() -> None:
    shown = sight_of(one_map(frame=Frame(66, 180, 5)), WIDE, HIGH)
    cut_line = shown.points(np.array([(180.0, lat) for lat in np.linspace(66, 68, 20)]))
    vertices = np.asarray(ground_of(shown).land.vertices)
    assert not (np.hypot(*(vertices[:, None] - cut_line).transpose(2, 0, 1)) < 0.05).any()


@pytest.mark.parametrize(("zoom", "level"), [(2, "world"), (6, "region"), (11, "near")])
def test_nearer_maps_are_finer(zoom: float, level: str) -> None:
    assert level_of(sight_of(one_map(frame=Frame(42, 44, zoom)), WIDE, HIGH)) == level


def test_boundaries_in_sight_keep_their_status() -> None:
    kashmir = ground_of(sight_of(one_map(frame=Frame(34, 75, 7)), WIDE, HIGH)).lines
    assert {LineStatus.LINE_OF_CONTROL, LineStatus.UNDETERMINED} <= set(kashmir)
    ocean = ground_of(sight_of(one_map(frame=Frame(-30, -120, 6)), WIDE, HIGH)).lines
    assert ocean == {}


def test_dashes_are_those_of_the_web_map() -> None:
    assert [dash_of(status) for status in ("settled", "undetermined", "line-of-control")] == [(), (6, 4), (1, 4)]
    assert [dash_of(status) for status in ("ceasefire-line", "administrative", "")] == [(8, 3, 1, 3), (3, 4), ()]


def test_a_dash_is_told_in_widths_of_its_line() -> None:
    assert dash_style((6, 4), 1.0, 2.0) == (0.0, (3.0, 2.0))
    assert dash_style((), 1.0, 2.0) is None


def test_lighter_colours_go_to_white() -> None:
    assert lighter("#000000", 0.5) == "#808080"
    assert lighter("#0077BB", 1.0) == "#FFFFFF"


def test_polygons_become_closed_rings_and_lines_stay_open() -> None:
    ring = filled(shapes(box(0, 0, 1, 1)))
    assert ring.codes is not None
    assert ring.codes.tolist() == [1, 2, 2, 2, 79]
    line = stroked(shapes(LineString([(0, 0), (1, 1)]), LineString([(5, 5), (6, 6)])))
    assert line.codes is not None
    assert line.codes.tolist() == [1, 2, 1, 2]
    assert len(filled(shapes()).vertices) == 0


def browser_corners(path: str) -> np.ndarray:
    """Follow an SVG path of the commands M, l, h, v and z."""
    at, corners = np.zeros(2), []
    for command, rest in re.findall(r"([MLlhvz])([^MLlhvz]*)", path):
        numbers = [float(part) for part in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", rest)]
        if command == "M":
            at = np.array(numbers)
            corners.append(at)
        steps = {"h": [(n, 0.0) for n in numbers], "v": [(0.0, n) for n in numbers]}
        pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
        for step in steps.get(command, pairs if command == "l" else []):
            at = at + np.array(step)
            corners.append(at)
    return np.array(corners)


def test_markers_are_those_of_the_browser() -> None:
    script = (PROJECT_ROOT / "src/border_atlas/maps/assets/atlas-shapes.js").read_text(encoding="utf-8")
    paths = dict(re.findall(r'"?([\w-]+)"?: "(M[^"]+)"', script))
    for look in styles.ORGANISATION_LOOKS.values():
        if look.shape == "circle":
            continue
        own = np.asarray(marker(look.shape).vertices)[:-1]
        theirs = browser_corners(paths[look.shape]) / 20 - 0.5
        assert own == pytest.approx(theirs * [1, -1], abs=0.011), look.shape


def test_an_unknown_marker_is_an_octagon() -> None:
    assert len(marker("no such shape").vertices) == 9


def test_a_missing_layer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "WEB_LAYERS", tmp_path)
    assert atlas_map.layer_files()
    with pytest.raises(DatasetError, match=r"land\.\w+\.json cannot be read.*border_atlas build"):
        ground_of(sight_of(nothing(), WIDE, HIGH))
