"""Recipes give the geometry they name: on the border, as wide as asked for, within the world."""

import json
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from border_atlas.config import GEODATA
from border_atlas.data.geometry import length_km, widened
from border_atlas.data.load import load_dataset
from border_atlas.data.recipes import parse
from border_atlas.errors import RecipeError

WGS84 = Geod(ellps="WGS84")


@pytest.fixture(scope="module")
def areas() -> gpd.GeoDataFrame:
    return load_dataset(GEODATA).areas.set_index("area_id")


@pytest.fixture(scope="module")
def boundaries() -> dict[str, dict[str, Any]]:
    features = json.loads((GEODATA / "boundaries.geojson").read_text(encoding="utf-8"))["features"]
    return {feature["properties"]["line_id"]: feature for feature in features}


def km_to(geometry: shapely.Geometry, lon: float, lat: float) -> float:
    """Geodesic distance to the nearest of points that stand closely along a geometry's lines."""
    lines = geometry if geometry.geom_type.endswith("LineString") else geometry.boundary
    points = shapely.get_coordinates(shapely.segmentize(lines, 0.002))
    away = WGS84.inv(np.full(len(points), lon), np.full(len(points), lat), points[:, 0], points[:, 1])[2]
    return 0.0 if geometry.contains(shapely.Point(lon, lat)) else float(away.min()) / 1000


@pytest.mark.parametrize("latitude", [0, 35, 64, 70])
@pytest.mark.parametrize("kilometres", [1, 10, 50, 100])
def test_a_buffer_has_its_width_anywhere(latitude: float, kilometres: float) -> None:
    line = shapely.LineString([(20, latitude), (22, latitude + 0.4), (24, latitude)])
    edge = widened(line, kilometres).boundary
    lon, lat = 21, latitude + 0.2
    assert km_to(edge, lon, lat) == pytest.approx(kilometres, rel=0.05)
    ends = [km_to(edge, *point) for point in ((20, latitude), (24, latitude))]
    assert ends == pytest.approx([kilometres, kilometres], rel=0.05)


def test_the_length_of_a_degree_on_the_equator_is_geodesic() -> None:
    assert length_km(shapely.LineString([(0, 0), (1, 0)])) == pytest.approx(111.32, abs=0.01)


@pytest.mark.parametrize(
    ("recipe", "message"),
    [
        ("", "'x'"),
        ("border GEO", "GEO"),
        ("border GEO-RUS buffer wide", "wide"),
        ("point 200", "200"),
        ("castle GEO", "castle"),
    ],
)
def test_a_wrong_recipe_is_refused_with_area_and_part(recipe: str, message: str) -> None:
    with pytest.raises(RecipeError, match=message):
        parse(recipe, where="x")


@given(st.text(max_size=60))
def test_any_text_is_either_read_or_refused_in_our_words(recipe: str) -> None:
    try:
        assert parse(recipe, where="x")
    except RecipeError as error:
        assert "x" in str(error)  # noqa: PT017  both outcomes are right, silence is not


@pytest.mark.parametrize(
    ("area", "lon", "lat", "within_km"),
    [
        ("loc-kashmir", 74.04, 34.09, 25),  # Uri
        ("loc-kashmir", 76.13, 34.56, 25),  # Kargil
        ("blue-line", 35.10, 33.09, 5),  # Naqoura
        ("blue-line", 35.58, 33.28, 6),  # Metula
        ("cyprus-buffer", 33.28, 35.15, 3),  # Nicosia airport
        ("hti-dom-border", -71.72, 19.55, 5),  # Ouanaminthe
        ("geo-rus-chechnya", 45.30, 42.55, 30),  # Shatili
    ],
)
def test_an_area_passes_the_places_it_is_known_for(
    areas: gpd.GeoDataFrame, area: str, lon: float, lat: float, within_km: float
) -> None:
    assert km_to(areas.geometry[area], lon, lat) <= within_km


def test_every_area_lies_near_the_box_of_its_row(areas: gpd.GeoDataFrame) -> None:
    table = gpd.pd.read_csv(GEODATA / "tables" / "border_areas.csv", index_col="area_id").loc[areas.index]
    boxes = table[["lon_min", "lat_min", "lon_max", "lat_max"]].to_numpy(dtype=float)
    outside = np.maximum(boxes[:, :2] - areas.bounds.to_numpy()[:, :2], areas.bounds.to_numpy()[:, 2:] - boxes[:, 2:])
    assert list(areas.index[outside.max(axis=1) > 1.5]) == []


def test_nothing_wraps_at_the_antimeridian(areas: gpd.GeoDataFrame) -> None:
    widths = areas.geometry.explode().bounds.pipe(lambda box: box["maxx"] - box["minx"])
    assert widths.max() < 120
    land = json.loads((GEODATA / "countries.geojson").read_text(encoding="utf-8"))["features"]
    parts = {f["properties"]["iso3"]: shapely.get_parts(shapely.geometry.shape(f["geometry"])) for f in land}
    assert max(part.bounds[2] - part.bounds[0] for iso, own in parts.items() if iso != "ATA" for part in own) < 165


def test_hand_drawn_areas_are_marked_schematic(areas: gpd.GeoDataFrame) -> None:
    drawn = ["abl-abkhazia", "inguri-line", "sinai-zone-c", "karabakh-loc", "golan-aos", "donbas-contact-line"]
    assert set(areas.loc[drawn, "geometry_quality"]) == {"schematic"}
    assert set(areas.loc[["tjk-afg", "geo-borders", "cyprus-buffer"], "geometry_quality"]) == {"derived"}


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("line-of-control", "line-of-control"), ("abyei-outline", "undetermined"), ("sdn-ssd", "undetermined"),
        ("esh-mar", "undetermined"), ("xkx-srb", "administrative"), ("golan-ceasefire-line", "ceasefire-line"),
        ("crimea-perekop", "undetermined"), ("abkhazia", "administrative"), ("south-ossetia", "administrative"),
        ("cyprus-buffer-zone", "ceasefire-line"), ("korea-mdl", "ceasefire-line"), ("somaliland", "administrative"),
        ("fra-deu", None), ("deu-fra", "settled"),
    ],
)  # fmt: skip
def test_lines_that_are_not_agreed_are_not_drawn_as_settled(
    boundaries: dict[str, dict[str, Any]], line: str, status: str | None
) -> None:
    found = boundaries.get(line)
    assert (found["properties"]["line_status"] if found else None) == status


def test_crimea_is_ukrainian_and_golan_is_syrian_land() -> None:
    land = json.loads((GEODATA / "countries.geojson").read_text(encoding="utf-8"))["features"]
    of = {f["properties"]["iso3"]: shapely.geometry.shape(f["geometry"]) for f in land}
    assert of["UKR"].contains(shapely.Point(34.1, 45.2))
    assert of["SYR"].contains(shapely.Point(35.78, 33.0))
    assert not of["MAR"].contains(shapely.Point(-13.0, 25.0))
