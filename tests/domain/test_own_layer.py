"""What of a user's own records is drawn."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from border_atlas.domain.own_hexagons import CellIndex
from border_atlas.domain.own_layer import LABEL_LENGTH, MOST_MARKS, MOST_SHAPES, MOST_VERTICES, layer
from border_atlas.errors import BorderAtlasError


def records(shapes: list[BaseGeometry | None], categories: list[str] | None = None) -> gpd.GeoDataFrame:
    number = len(shapes)
    columns = {
        "_row": np.arange(number) + 2, "_label": [f"record {at}" for at in range(number)],
        "_category": categories or [""] * number, "_date": pd.Series(pd.NaT, index=range(number)),
    }  # fmt: skip
    return gpd.GeoDataFrame(columns, geometry=shapes, crs="EPSG:4326")


def crowd(number: int) -> gpd.GeoDataFrame:
    random = np.random.default_rng(3)
    return records(list(shapely.points(random.uniform(40, 46, number), random.uniform(40, 44, number))))


def test_few_records_are_dots_with_their_details() -> None:
    table = records([shapely.Point(44, 42), None, shapely.Point(45, 41)], ["post", "post", "raid"])
    table["_date"] = pd.to_datetime(["2023-05-01", None, None])
    drawing = layer(table, name="list.csv", kept_aside=5)
    assert drawing.marks.dots is not None
    np.testing.assert_array_equal(drawing.marks.dots.degrees, [[44, 42], [45, 41]])
    details = drawing.marks.dots.details
    assert details.labels == ("record 0", "record 2")
    assert details.rows.tolist() == [2, 4]
    assert details.categories.tolist() == [0, 1]
    assert [str(day) for day in details.dates] == ["2023-05-01", "NaT"]
    assert drawing.counts == (1, 1)
    assert drawing.line == "Own data, not part of the dataset: list.csv, 3 records, 1 without a place, 5 kept aside"


def test_the_legend_line_is_short_if_nothing_is_missing() -> None:
    drawing = layer(records([shapely.Point(0, 0)]), name="a", kept_aside=0)
    assert drawing.line == "Own data, not part of the dataset: a, 1 record"
    assert not drawing.has_categories


def test_many_records_are_hexagons() -> None:
    drawing = layer(crowd(MOST_MARKS + 1), name="a", kept_aside=0)
    assert drawing.marks.dots is None
    assert sum(len(cells.q) for cells in drawing.marks.cells) <= MOST_MARKS
    assert drawing.marks.cells[-1].counts.sum() == MOST_MARKS + 1
    assert drawing.notes == ("More than 2,000 records are drawn as hexagons that count them.",)


def test_a_filter_leaves_the_index_and_its_colours_as_they_are() -> None:
    table = records([shapely.Point(0, 0)] * 3, ["post", "post", "raid"])
    index = CellIndex(table)
    drawing = layer(table, name="a", kept_aside=0, index=index, keep=np.array([False, False, True]))
    assert drawing.records == 1
    assert drawing.labels == ("post", "raid")
    assert drawing.counts == (0, 1)


def test_a_viewport_brings_single_records_back() -> None:
    table = crowd(MOST_MARKS * 2)
    drawing = layer(table, name="a", kept_aside=0, viewport=(41, 41, 42, 42))
    assert drawing.near is not None
    assert drawing.near.marks.dots is not None
    inside = table.cx[41:42, 41:42]
    assert len(drawing.near.marks.dots) == len(inside) > 0
    assert sum(len(cells.q) for cells in drawing.marks.cells) <= MOST_MARKS // 2


def test_few_records_need_no_closer_look() -> None:
    assert layer(crowd(10), name="a", kept_aside=0, viewport=(41, 41, 42, 42)).near is None


def test_lines_and_areas_are_drawn_simpler_beside_dots() -> None:
    circle = shapely.Point(44, 42).buffer(1, quad_segs=10_000)
    drawing = layer(records([circle, shapely.Point(45, 41)]), name="a", kept_aside=0)
    assert drawing.shapes is not None
    assert shapely.get_num_coordinates(drawing.shapes.geometry[0]) <= MOST_VERTICES
    assert drawing.shapes.geometry[0].symmetric_difference(circle).area < 0.01
    assert drawing.marks.dots is not None
    assert len(drawing.marks.dots) == 1


def test_too_many_shapes_are_dots_and_the_legend_says_so() -> None:
    drawing = layer(records([shapely.box(1, 1, 2, 2)] * (MOST_SHAPES + 1)), name="a", kept_aside=0)
    assert drawing.shapes is None
    assert drawing.marks.dots is not None
    assert drawing.marks.dots.degrees[0].tolist() == [1.5, 1.5]
    assert drawing.notes[0].startswith("501 lines and areas are drawn by a point on each")


def test_nothing_to_draw_is_a_layer_as_well() -> None:
    drawing = layer(records([None]), name="a", kept_aside=2)
    assert drawing.marks.dots is None
    assert drawing.marks.cells == ()
    assert drawing.line.endswith("1 record, 1 without a place, 2 kept aside")
    assert layer(records([]), name="a", kept_aside=0).records == 0


def test_long_labels_are_cut() -> None:
    table = records([shapely.Point(0, 0)])
    table["_label"] = "x" * 200
    drawing = layer(table, name="n" * 200, kept_aside=0)
    assert drawing.marks.dots is not None
    assert len(drawing.marks.dots.details.labels[0]) == len(drawing.name) == LABEL_LENGTH


def test_an_index_of_another_table_is_refused() -> None:
    with pytest.raises(BorderAtlasError, match="of 1 records, not of these 2"):
        layer(crowd(2), name="a", kept_aside=0, index=CellIndex(crowd(1)))
    with pytest.raises(BorderAtlasError, match="filter"):
        layer(crowd(2), name="a", kept_aside=0, keep=np.array([True]))
