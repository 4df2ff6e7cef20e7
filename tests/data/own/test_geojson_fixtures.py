"""Each type of geometry that GeoJSON knows is read with its place, and heights are left behind with a word."""

import json
from pathlib import Path

import pytest
import shapely

from border_atlas.domain import own_apply, own_guess, own_join
from border_atlas.export import own
from tests.data.own.samples import read_here
from tests.factories import make_dataset

FIXTURES = sorted((Path(__file__).parents[2] / "corpora" / "geojson-fixtures").glob("*.geojson"))
DATA = make_dataset()


def test_the_corpus_is_there() -> None:
    assert len(FIXTURES) == 16


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_a_fixture_is_read_whole_and_reads_back_equal(path: Path) -> None:
    (layer,) = read_here(path.read_bytes(), path.name)
    records = own_apply.apply(layer, own_guess.guess(layer, DATA), DATA)
    features = json.loads(path.read_bytes()).get("features", [None])
    assert len(layer.rows) == len(records.good) == len(features)
    drawn = records.good.geometry
    assert not shapely.has_z(drawn).any()
    joined = own_join.join(records.good, DATA, 25)
    content = own.to_bytes(joined, DATA, own.OwnAbout(path.name, 0, 25), "geojson")
    (again,) = read_here(content, "again.geojson")
    assert again.geometry is not None
    assert shapely.equals_exact(again.geometry, drawn, tolerance=1e-9, normalize=True).all()
