"""Land changes hands by a cut: from everybody, or only from the one who is named."""

import json
from pathlib import Path

import pandas as pd
import pytest

from border_atlas.data.atlas import Atlas, make_atlas
from border_atlas.data.topology import Topology, read_topology
from border_atlas.errors import RecipeError

#: Two squares of two degrees, A west and B east of 10° E.
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
                {"type": "Polygon", "id": "001", "properties": {"name": "A"}, "arcs": [[0, 1]]},
                {"type": "Polygon", "id": "002", "properties": {"name": "B"}, "arcs": [[2, -1]]},
            ],
        }
    },
}
MIDDLE = "polygon 9 40, 11 40, 11 42, 9 42"


@pytest.fixture(name="world")
def _world(tmp_path: Path) -> Topology:
    path = tmp_path / "countries-10m.json"
    path.write_text(json.dumps(WORLD), encoding="utf-8")
    return read_topology(path)


def atlas_with(world: Topology, recipe: str) -> Atlas:
    countries = pd.DataFrame({"atlas_name": ["A", "B"], "iso3": ["AAA", "BBB"]})
    territories = pd.DataFrame({"territory": ["Middle"], "owner": ["CCC"], "recipe": [recipe]})
    return make_atlas(world, countries=countries, territories=territories)


@pytest.mark.parametrize(
    ("recipe", "sizes"),
    [
        (MIDDLE, {"AAA": 2, "BBB": 2, "CCC": 4}),
        (f"{MIDDLE} side AAA", {"AAA": 2, "BBB": 4, "CCC": 2}),
        (f"{MIDDLE} side ZZZ", {"AAA": 4, "BBB": 4}),
        ("point 9 41", {"BBB": 4, "CCC": 4}),
    ],
)
def test_a_cut_takes_from_all_or_from_the_one_who_is_named(
    world: Topology, recipe: str, sizes: dict[str, float]
) -> None:
    atlas = atlas_with(world, recipe)
    assert {code: atlas.country(code).area for code in atlas.countries} == pytest.approx(sizes)


@pytest.mark.parametrize("recipe", ["line 9 40, 10 41", f"{MIDDLE} buffer 5", f"{MIDDLE}; point 9 41", "coast AAA"])
def test_other_recipes_are_refused(world: Topology, recipe: str) -> None:
    with pytest.raises(RecipeError, match="Middle"):
        atlas_with(world, recipe)
