"""Lines drawn by hand pass the places that they are known to pass, and zones hold the towns that lie in them."""

import json
from functools import cache

import pyproj
import pytest
import shapely
from shapely.geometry import shape

from border_atlas.config import GEODATA, WGS84

#: How far a schematic line may be from a place that it passes, in kilometres.
NEAR = 10
#: Towns as in the public gazetteer GeoNames, degrees to three decimals.
PLACES = {
    "Agara": (43.824, 42.038), "Agdam": (46.927, 39.991), "Anaklia": (41.562, 42.393),
    "Aousserd": (-14.330, 22.554), "Avdiivka": (37.750, 48.140), "Bender": (29.477, 46.832),
    "Bint Jbeil": (35.433, 33.119), "Bir Gandouz": (-16.450, 21.603), "Bir Lehlou": (-9.577, 26.350),
    "Camenca": (28.699, 48.032), "Cheorwon": (127.218, 38.209), "Dahab": (34.495, 28.482),
    "Dubasari": (29.167, 47.266), "El Arish": (33.798, 31.132), "Fuzuli": (47.145, 39.601),
    "Gali": (41.736, 42.627), "Goris": (46.342, 39.511), "Guelta Zemmur": (-12.337, 24.995),
    "Hasbaya": (35.685, 33.398),
    "Horadiz": (47.335, 39.450), "Jaba": (35.926, 33.163), "Jvari": (42.052, 42.717), "Kaesong": (126.554, 37.971),
    "Kalbajar": (46.044, 40.110), "Khan Arnabah": (35.892, 33.184), "Khankendi": (46.753, 39.818),
    "Khojavend": (47.112, 39.795), "Lachin": (46.550, 39.637), "Majdal Shams": (35.772, 33.270),
    "Marjayoun": (35.591, 33.360), "Marinka": (37.505, 47.945), "Naqoura": (35.140, 33.118),
    "Nabatieh": (35.484, 33.379), "Nuweiba": (34.663, 29.047), "Orsantia": (41.674, 42.468),
    "Oum Dreyga": (-13.296, 24.101), "Quneitra": (35.825, 33.126), "Ribnita": (29.010, 47.768),
    "Saint Catherine": (33.950, 28.562), "Samtavisi": (44.410, 42.008), "Sharm el-Sheikh": (34.330, 27.916),
    "Shchastia": (39.230, 48.738), "Sheikh Zuweid": (34.111, 31.216), "Shusha": (46.750, 39.760),
    "Shyrokyne": (37.818, 47.098), "Smara": (-11.672, 26.738), "Stanytsia Luhanska": (39.484, 48.662),
    "Suez": (32.526, 29.974), "Svitlodarsk": (38.223, 48.434), "Taba": (34.896, 29.492), "Tartar": (46.932, 40.342),
    "Tifariti": (-10.559, 26.158), "Tiraspol": (29.628, 46.843), "Toseong": (128.560, 38.257),
    "Tskhinvali": (43.969, 42.228), "Tyre": (35.194, 33.273), "Zolote": (38.515, 48.695),
    "Znauri": (43.774, 42.194), "Zugdidi": (41.868, 42.508), "Askeran": (46.832, 39.939),
}  # fmt: skip
PASSED = {
    "abl-abkhazia": ("Anaklia", "Orsantia", "Zugdidi"),
    "abl-south-ossetia": ("Agara", "Samtavisi", "Tskhinvali", "Znauri"),
    "donbas-contact-line": (
        "Shyrokyne", "Marinka", "Avdiivka", "Svitlodarsk", "Zolote", "Shchastia", "Stanytsia Luhanska",
    ),
    "dniester-zone": ("Camenca", "Ribnita", "Dubasari", "Bender", "Tiraspol"),
    "inguri-line": ("Anaklia", "Orsantia", "Zugdidi", "Jvari"),
    "karabakh-loc": ("Tartar", "Agdam", "Khojavend", "Horadiz"),
    "lachin-corridor": ("Goris", "Lachin", "Shusha", "Khankendi"),
    "ws-berm": ("Oum Dreyga", "Guelta Zemmur"),
}  # fmt: skip
INSIDE = {
    "blue-line-zone": ("Tyre", "Naqoura", "Bint Jbeil", "Marjayoun", "Hasbaya"),
    "golan-aos": ("Quneitra", "Khan Arnabah"),
    "karabakh-2020": ("Khankendi", "Khojavend", "Askeran"),
    "sinai-zone-a": ("Suez",),
    "sinai-zone-b": ("El Arish", "Saint Catherine"),
    "sinai-zone-c": ("Taba", "Nuweiba", "Dahab", "Sharm el-Sheikh", "Sheikh Zuweid"),
    "south-ossetia-zone": ("Tskhinvali",),
}
OUTSIDE = {
    "blue-line-zone": ("Nabatieh",),
    "golan-aos": ("Majdal Shams", "Jaba"),
    "karabakh-2020": ("Shusha", "Fuzuli", "Agdam", "Lachin", "Tartar", "Kalbajar"),
    "sinai-zone-b": ("Suez", "Sheikh Zuweid", "Dahab"),
    "sinai-zone-c": ("El Arish", "Saint Catherine"),
}
#: Pairs of towns on different sides of a line.
APART = {
    "abl-abkhazia": (("Zugdidi", "Gali"),),
    "karabakh-loc": (("Agdam", "Tartar"), ("Fuzuli", "Horadiz"), ("Khojavend", "Tartar")),
    "korea-mdl": (("Kaesong", "Cheorwon"),),
    "ws-berm": (("Smara", "Tifariti"), ("Aousserd", "Bir Lehlou")),
}


@cache
def geometries() -> dict[str, shapely.Geometry]:
    content = json.loads((GEODATA / "border_areas.geojson").read_bytes())
    return {one["properties"]["area_id"]: shape(one["geometry"]) for one in content["features"]}


def kilometres(area_id: str, place: str) -> float:
    """Return the distance of a place from the line, or from the edge of the zone."""
    geometry, (lon, lat) = geometries()[area_id], PLACES[place]
    edge = geometry if shapely.get_dimensions(geometry) == 1 else geometry.boundary
    flat = pyproj.Proj(proj="aeqd", lon_0=lon, lat_0=lat, ellps="WGS84")
    # Azimuthal equidistant around the place: distances from it are those on the ellipsoid.
    return (
        shapely.Point(0, 0).distance(shapely.transform(shapely.segmentize(edge, 0.02), flat, interleaved=False)) / 1000
    )


def pairs(known: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(area_id, place) for area_id, places in known.items() for place in places]


@pytest.mark.parametrize(("area_id", "place"), pairs(PASSED))
def test_a_line_passes_its_places(area_id: str, place: str) -> None:
    assert kilometres(area_id, place) <= NEAR


@pytest.mark.parametrize(("area_id", "place"), pairs(INSIDE))
def test_a_zone_holds_its_towns(area_id: str, place: str) -> None:
    assert geometries()[area_id].contains(shapely.Point(PLACES[place])) or kilometres(area_id, place) <= 1


@pytest.mark.parametrize(("area_id", "place"), pairs(OUTSIDE))
def test_a_zone_keeps_other_towns_out(area_id: str, place: str) -> None:
    assert not geometries()[area_id].contains(shapely.Point(PLACES[place]))


@pytest.mark.parametrize("area_id", sorted(APART))
def test_towns_of_different_sides_are_on_different_sides(area_id: str) -> None:
    for one, other in APART[area_id]:
        straight = shapely.LineString([PLACES[one], PLACES[other]])
        assert straight.intersects(geometries()[area_id]), (one, other)


@pytest.mark.parametrize(
    ("area_id", "least", "most"),
    [("golan-aos", 300, 500), ("abyei", 10_000, 11_500), ("blue-line-zone", 900, 1_300), ("sinai-passes", 500, 1_500)],
)
def test_a_zone_is_about_as_large_as_it_is_known_to_be(area_id: str, least: float, most: float) -> None:
    equal = pyproj.Transformer.from_crs(WGS84, "ESRI:54034", always_xy=True)
    flat = shapely.transform(geometries()[area_id], equal.transform, interleaved=False)
    assert least < flat.area / 1e6 < most


@pytest.mark.parametrize("place", [("Hasbaya", "LBN"), ("Marjayoun", "LBN"), ("Majdal Shams", "SYR"), ("Smara", "ESH")])
def test_land_that_was_cut_out_goes_to_its_owner_and_no_further(place: tuple[str, str]) -> None:
    content = json.loads((GEODATA / "countries.geojson").read_bytes())
    point = shapely.Point(PLACES[place[0]])
    owners = [one["properties"]["iso3"] for one in content["features"] if shape(one["geometry"]).contains(point)]
    assert owners == [place[1]]
