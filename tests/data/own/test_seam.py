"""Shapes come within ±180°, are cut there and made valid, and each that became another is told."""

import geopandas as gpd
import numpy as np
import pytest
import shapely

from border_atlas.data.own.contract import OwnLayer
from border_atlas.domain import own_apply, own_guess, own_join
from border_atlas.errors import OwnFileError
from tests.data.own import samples
from tests.data.own.samples import feature, geojson_of, read_here
from tests.factories import make_dataset

CUT = "the shape crosses 180° of longitude; it has been cut there"
MENDED = "the shape crosses itself or has no area; it has been made valid"


def box(west: float, east: float, south: float = 0, north: float = 1) -> list[list[float]]:
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def read(kind: str, coordinates: object) -> OwnLayer:
    (layer,) = read_here(geojson_of([feature({"type": kind, "coordinates": coordinates})]), "x.geojson")
    return layer


def shape_of(layer: OwnLayer) -> shapely.Geometry:
    assert layer.geometry is not None
    return layer.geometry.iloc[0]


def told(layer: OwnLayer) -> list[str]:
    return [fault.what for fault in layer.faults]


@pytest.mark.parametrize("east", [-179, 181], ids=["jump", "run on"])
def test_a_polygon_across_180_is_cut_and_told(east: float) -> None:
    layer = read("Polygon", [box(179, east)])
    assert shape_of(layer).equals(shapely.union(shapely.box(179, 0, 180, 1), shapely.box(-180, 0, -179, 1)))
    assert told(layer) == [CUT]


def test_a_hole_across_180_is_cut_with_its_polygon() -> None:
    layer = read("Polygon", [box(178, -178, 0, 4), box(179, -179, 1, 2)])
    assert shape_of(layer).area == pytest.approx(4 * 4 - 2 * 1)


def test_a_polygon_across_180_joins_no_area_elsewhere() -> None:
    data, layer = make_dataset(), read("Polygon", [box(179, -179, -60, 70)])
    records = own_apply.apply(layer, own_guess.guess(layer, data), data)
    assert own_join.join(records.good, data, 25)["area_id"].tolist() == [""]


def test_a_layer_in_utm_is_cut_after_it_came_to_degrees() -> None:
    around = gpd.GeoSeries([shapely.box(179.5, 1, 180.5, 2)], crs="EPSG:4326").to_crs("EPSG:32660")
    parts = samples.shapefile_parts(gpd.GeoDataFrame({"name": ["a"]}, geometry=around))
    (layer,) = read_here(samples.zip_of(parts), "x.zip")
    west, _, east, _ = shape_of(layer).bounds
    assert (west, east) == (-180, 180)
    assert shape_of(layer).area == pytest.approx(1, abs=0.01)
    assert told(layer) == [CUT]


def test_what_lies_wholly_beyond_180_is_turned_with_a_note() -> None:
    layer = read("Point", [388.42, 9.61])
    assert shape_of(layer) == shapely.Point(28.42, 9.61)
    assert shape_of(read("Polygon", [box(190, 200)])).equals(shapely.box(-170, 0, -160, 1))
    assert told(layer) == []
    assert layer.notes[-1] == "1 × shape beyond 180° of longitude, brought within ±180°"


def test_a_line_is_cut_on_each_of_its_ways_around_the_earth() -> None:
    lons = [0, 100, -160, -60, 40, 140, -120, -20, 80, 180, -80]
    layer = read("LineString", [[lon, 0] for lon in lons])
    lengths = shapely.length(shapely.get_parts(shape_of(layer)))
    assert sorted(lengths) == [100, 180, 360, 360]
    assert told(layer) == [CUT]


@pytest.mark.parametrize(
    ("kind", "coordinates"),
    [
        ("Polygon", [box(-180, 180, -60, 80)]),
        ("Polygon", [[*box(-170, 10)[:2], [180, 0], [180, 1], *box(-170, 10)[2:]]]),
        ("MultiLineString", [[[179, 0], [180, 0]], [[-180, 0], [-179, 0]]]),
    ],
    ids=["all the world", "wide", "cut before"],
)
def test_what_does_not_cross_180_stays_as_it_is(kind: str, coordinates: list[object]) -> None:
    layer = read(kind, coordinates)
    built = shapely.from_geojson(f'{{"type": "{kind}", "coordinates": {coordinates}}}')
    assert shapely.equals_exact(shape_of(layer), built, tolerance=0)
    assert told(layer) == []


def test_what_cannot_be_cut_is_kept_aside_and_told() -> None:
    layer = read("Polygon", [box(0, 360, -60, 80)])
    assert shape_of(layer) is None
    assert told(layer) == ["the shape crosses 180° of longitude and cannot be cut there"]


def test_parts_of_a_collection_are_cut_one_by_one() -> None:
    line = {"type": "LineString", "coordinates": [[179, 5], [-179, 5]]}
    parts = [{"type": "Point", "coordinates": [1, 1]}, line, {"type": "Polygon", "coordinates": [box(3, 4)]}]
    (layer,) = read_here(geojson_of([feature({"type": "GeometryCollection", "geometries": parts})]), "x.geojson")
    kinds = [part.geom_type for part in shapely.get_parts(shape_of(layer))]
    assert kinds == ["Point", "LineString", "LineString", "Polygon"]


@pytest.mark.parametrize(
    ("rings", "made"),
    [
        ([[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]], "MultiPolygon"),
        ([[[0, 0], [1, 1], [2, 2], [0, 0]]], "LineString"),
        ([[[1, 1], [1, 1], [1, 1], [1, 1]]], "Point"),
    ],
    ids=["crossed", "flat", "one place"],
)
def test_a_polygon_that_crosses_itself_is_made_valid_and_told(rings: list[object], made: str) -> None:
    layer = read("Polygon", rings)
    assert shape_of(layer).geom_type == made
    assert shapely.is_valid(shape_of(layer)) or made != "MultiPolygon"
    assert told(layer) == [MENDED]


def test_parts_that_lie_over_each_other_are_one_area() -> None:
    layer = read("MultiPolygon", [[box(0, 2, 0, 2)], [box(1, 3, 1, 3)]])
    assert shape_of(layer).area == 7


def test_a_shape_that_grows_beyond_the_cap_is_refused() -> None:
    turns = 2 * np.pi * 20 * np.arange(41) / 41
    star = [[float(np.cos(turn)), float(np.sin(turn))] for turn in turns]
    content = geojson_of([feature({"type": "Polygon", "coordinates": [[*star, star[0]]]})])
    with pytest.raises(OwnFileError, match="too many vertices"):
        read_here(content, "x.geojson", vertices=60)
