"""Own data in the message to the browser."""

import base64
import json
import zlib
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from border_atlas.domain.own_drawing import OwnDrawing
from border_atlas.domain.own_layer import layer
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.maps.message import show_message
from border_atlas.maps.own_message import content, own_message
from border_atlas.maps.own_styles import COLOURS, GREY, looks
from border_atlas.maps.safety import script_json
from tests.factories import make_dataset

VIEW = select(make_dataset(), Selection())
ODD = "{{ 7*7 }} {% raw %} ${x} `</script>` map_0123 =1+1"


def drawing(number: int = 2, label: str = "post", **options: Any) -> OwnDrawing:
    columns = {"_row": np.arange(number) + 2, "_label": label, "_category": label, "_date": pd.Timestamp("1970-01-02")}
    places = shapely.points(np.linspace(40, 46, number), np.linspace(40, 44, number))
    frame = gpd.GeoDataFrame(columns, geometry=places, crs="EPSG:4326", index=range(number))
    return layer(frame, name=label, kept_aside=0, **options)


def unpacked(message: Any) -> Any:
    return json.loads(zlib.decompress(base64.b64decode(message["z"])))


def test_without_own_data_the_message_is_as_before() -> None:
    assert script_json(show_message(VIEW, own=())) == script_json(show_message(VIEW))
    assert "own" not in show_message(VIEW)


def test_odd_strings_reach_the_browser_whole_and_the_script_not_at_all() -> None:
    message = show_message(VIEW, own=[drawing(label=ODD)])
    script = script_json(message)
    for trace in ("7*7", "raw", "</script>`", "map_0123"):
        assert trace not in script
    (sent,) = unpacked(message["own"])["layers"]
    assert sent["far"]["dots"]["t"] == [ODD, ODD]
    assert ODD in sent["line"]


def test_dots_are_whole_numbers() -> None:
    (sent,) = unpacked(own_message([drawing()]))["layers"]
    assert sent["far"]["dots"] == {
        "x": [400_000, 460_000], "y": [400_000, 440_000], "c": [0, 0], "t": ["post", "post"], "d": [1, 1], "n": [2, 3],
    }  # fmt: skip


def test_equal_content_has_an_equal_digest() -> None:
    assert own_message([drawing()]) == own_message([drawing()])
    assert own_message([drawing()])["id"] != own_message([drawing(3)])["id"]


def test_a_hundred_thousand_records_are_a_small_message() -> None:
    message = own_message([drawing(100_000)])
    assert len(str(message["z"])) < 20_000
    (sent,) = unpacked(message)["layers"]
    cells = sent["far"]["cells"][-1]
    assert sum(cells["n"]) == 100_000
    assert len(cells["q"]) == len(cells["r"]) == len(cells["c"])


def test_a_closer_look_goes_with_its_box() -> None:
    (sent,) = unpacked(own_message([drawing(5000, viewport=(40, 40, 41, 41))]))["layers"]
    assert sent["near"]["box"] == [40, 40, 41, 41]
    assert len(sent["near"]["dots"]["x"]) == 834


def test_shapes_are_parts_of_steps() -> None:
    shapes = shapely.GeometryCollection(
        [shapely.MultiPoint([(1, 2)]), shapely.LineString([(0, 0), (1, 1)]), shapely.box(0, 0, 1, 1)]
    )
    columns = {"_row": [2], "_label": ["a"], "_category": [""], "_date": [pd.NaT]}
    made = layer(gpd.GeoDataFrame(columns, geometry=[shapes], crs="EPSG:4326"), name="a", kept_aside=0)
    found: Any = content([made])
    (parts,) = found["layers"][0]["shapes"]["g"]
    assert parts[0] == [0, [[10_000, 20_000]]]
    assert parts[1] == [1, [[0, 0, 10_000, 10_000]]]
    assert parts[2][0] == 2
    assert found["layers"][0]["shapes"]["d"] == [None]


def test_several_files_have_colours_of_their_own() -> None:
    first, second = drawing(label=""), drawing(label="", offset=1)
    assert looks(first)[0].light == COLOURS[0][0]
    assert looks(second)[0].light == COLOURS[1][0]


def test_what_has_no_category_is_grey_beside_those_that_have() -> None:
    columns = {"_row": [2, 3], "_label": "", "_category": ["post", ""], "_date": pd.NaT}
    frame = gpd.GeoDataFrame(columns, geometry=shapely.points([1, 2], [1, 2]), crs="EPSG:4326")
    found = looks(layer(frame, name="a", kept_aside=0))
    assert [(look.label, look.light) for look in found] == [("post", COLOURS[0][0]), ("other", GREY[0])]
