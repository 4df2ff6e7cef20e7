"""The build on a world of two square countries: known lines, the same bytes each time, nothing half-done."""

import csv
import json
import shutil
from pathlib import Path

import pytest
import shapely

from border_atlas.config import TABLES
from border_atlas.data.build import build
from border_atlas.errors import BorderAtlasError

#: Two squares of two degrees, France west and Germany east of 10° E; points after the first are steps.
WORLD = {
    "type": "Topology",
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [
        [[10, 40], [0, 1], [0, 1]],
        [[10, 42], [-2, 0], [0, -2], [2, 0]],
        [[10, 40], [2, 0], [0, 2], [-2, 0]],
    ],
    "objects": {
        "countries": {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Polygon", "id": "250", "properties": {"name": "France"}, "arcs": [[0, 1]]},
                {"type": "Polygon", "id": "276", "properties": {"name": "Germany"}, "arcs": [[2, -1]]},
            ],
        }
    },
}
RECIPES = {
    "line": "border DEU-FRA",
    "strip": "border DEU-FRA buffer 20 side FRA",
    "coast": "coast DEU",
    "post": "point 10 41",
    "sketch": "line 9 41, 11 41",
}
#: One row each for the tables that the test does not look at closely.
ONE = {
    "boundary_lines.csv": {
        "line_id": "north", "name": "North", "sides": "DEU;FRA", "line_status": "undetermined",
        "recipe": "border DEU-FRA clip 9 41 11 42",
    },
    "territories.csv": {"territory": "Corner", "owner": "DEU", "recipe": "polygon 9 40, 10 40, 10 40.5, 9 40.5"},
    "missions.csv": {
        "mission_id": "one", "acronym": "ONE", "name": "One", "organisation": "UN", "hq_lon": "9", "hq_lat": "41",
        "hq_place": "Town", "start_date": "2001",
    },
    "activities.csv": {
        "activity_id": "one-1", "mission_id": "one", "area_id": "line", "activity_type": "training",
        "start_date": "2002",
    },
    "field_sites.csv": {
        "site_id": "post", "mission_id": "one", "name": "Post", "role": "team site", "lon": "9.5", "lat": "41",
        "place": "Village",
    },
    "crossings.csv": {
        "crossing_id": "gate", "name": "Gate", "area_id": "line", "countries": "DEU;FRA", "lon": "10", "lat": "41.5",
        "traffic": "rail", "activity_ids": "one-1",
    },
}  # fmt: skip


def write(path: Path, rows: list[dict[str, str]], columns: list[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(rows)


def header(name: str) -> list[str]:
    return (TABLES / name).read_text(encoding="utf-8").splitlines()[0].split(",")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tables = tmp_path / "geodata" / "tables"
    tables.mkdir(parents=True)
    for file in TABLES.glob("*.csv"):
        shutil.copy(file, tables / file.name)
    box = {"lon_min": "8", "lat_min": "40", "lon_max": "12", "lat_max": "42"}
    box |= {"length_published_km": "222", "length_source_id": "page"}
    areas = [
        {"area_id": key, "name": key, "kind": "land border", "display": "line", "recipe": recipe, **box}
        for key, recipe in RECIPES.items()
    ]
    write(tables / "border_areas.csv", areas, header("border_areas.csv"))
    keep = [{"atlas_name": n, "iso_n3": c, "iso3": i, "name": n, "label": n, "label_rank": "0"}
            for n, c, i in (("France", "250", "FRA"), ("Germany", "276", "DEU"))]  # fmt: skip
    write(tables / "countries.csv", keep, header("countries.csv"))
    for name, row in ONE.items():
        write(tables / name, [row], header(name))
    atlas = tmp_path / "atlas"
    atlas.mkdir()
    (atlas / "countries-10m.json").write_text(json.dumps(WORLD), encoding="utf-8")
    return tmp_path


def built_areas(folder: Path) -> dict[str, dict[str, object]]:
    features = json.loads((folder / "geodata" / "border_areas.geojson").read_text(encoding="utf-8"))["features"]
    return {feature["properties"]["area_id"]: feature for feature in features}


def test_a_border_is_cut_from_the_shared_arc(folder: Path) -> None:
    build(geodata=folder / "geodata", atlas=folder / "atlas")
    line = shapely.geometry.shape(built_areas(folder)["line"]["geometry"])
    assert shapely.equals(line, shapely.LineString([(10, 40), (10, 42)]))


def test_numbers_of_the_table_are_numbers_in_the_built_file(folder: Path) -> None:
    build(geodata=folder / "geodata", atlas=folder / "atlas")
    properties = built_areas(folder)["line"]["properties"]
    assert isinstance(properties, dict)
    assert (properties["length_published_km"], properties["name_de"]) == (222, None)


def test_a_crossing_knows_its_area_and_missions_by_their_rows(folder: Path) -> None:
    build(geodata=folder / "geodata", atlas=folder / "atlas")
    layer = next((folder / "geodata" / "web").glob("crossings.*.json"))
    (feature,) = json.loads(layer.read_text(encoding="utf-8"))["features"]
    row = list(RECIPES).index("line")
    assert feature["properties"] == {"i": 0, "a": row, "m": [0], "n": "Gate", "t": "rail"}
    built = json.loads((folder / "geodata" / "crossings.geojson").read_text(encoding="utf-8"))["features"]
    assert built[0]["geometry"] == {"type": "Point", "coordinates": [10.0, 41.5]}


def lines_of(folder: Path) -> dict[str, tuple[str, float]]:
    features = json.loads((folder / "geodata" / "boundaries.geojson").read_text(encoding="utf-8"))["features"]
    return {
        f["properties"]["line_id"]: (f["properties"]["line_status"], shapely.geometry.shape(f["geometry"]).length)
        for f in features
    }


def test_a_row_of_boundary_lines_takes_its_stretch_from_the_settled_border(folder: Path) -> None:
    build(geodata=folder / "geodata", atlas=folder / "atlas")
    lines = lines_of(folder)
    assert {key: status for key, (status, _) in lines.items()} == {"north": "undetermined", "deu-fra": "settled"}
    assert lines["north"][1] == pytest.approx(1, abs=0.01)
    assert lines["deu-fra"][1] == pytest.approx(1, abs=0.01)


def test_the_slider_plays_from_years_of_missions_and_activities(folder: Path) -> None:
    build(geodata=folder / "geodata", atlas=folder / "atlas")
    layer = next((folder / "geodata" / "web").glob("timeline.*.json"))
    assert json.loads(layer.read_text(encoding="utf-8")) == {
        "missions": [[2001, 9999]],
        "activities": [[0, 0, 2, 0, 2002, 9999]],
    }


def test_a_one_sided_strip_stays_on_its_side(folder: Path) -> None:
    build(geodata=folder / "geodata", atlas=folder / "atlas")
    strip = shapely.geometry.shape(built_areas(folder)["strip"]["geometry"])
    west, _, east, _ = strip.bounds
    assert east == pytest.approx(10, abs=1e-4)
    assert west == pytest.approx(10 - 20 / 84.2, rel=0.01)  # a degree at 41° N is 84.2 km long


def test_drawn_lines_are_schematic_and_cut_ones_derived(folder: Path) -> None:
    build(geodata=folder / "geodata", atlas=folder / "atlas")
    quality = {key: f["properties"]["geometry_quality"] for key, f in built_areas(folder).items()}
    assert (quality["sketch"], quality["line"], quality["coast"]) == ("schematic", "derived", "derived")


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    def files() -> dict[str, bytes]:
        made = (folder / "geodata").rglob("*.*json")
        return {str(path.relative_to(folder)): path.read_bytes() for path in made}

    build(geodata=folder / "geodata", atlas=folder / "atlas")
    first = files()
    build(geodata=folder / "geodata", atlas=folder / "atlas")
    assert files() == first
    assert len(first) > 8


def test_a_wrong_recipe_leaves_nothing_half_done(folder: Path) -> None:
    table = folder / "geodata" / "tables" / "border_areas.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("border DEU-FRA buffer", "border DEU-XYZ buffer"))
    with pytest.raises(BorderAtlasError, match="strip"):
        build(geodata=folder / "geodata", atlas=folder / "atlas")
    assert not (folder / "geodata" / "border_areas.geojson").exists()
