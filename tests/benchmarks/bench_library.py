"""The library without a browser: load, select, message, table and join at 1 to 1000 times the data.

Not collected by ``make test``; ``make bench`` names this file.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any, Final

import geopandas as gpd
import numpy as np
import pandas as pd
import psutil
import pytest
import shapely

from border_atlas.config import GEODATA, WGS84
from border_atlas.data.dataset import Dataset
from border_atlas.data.load import load_dataset
from border_atlas.domain.own_join import join
from border_atlas.domain.search import find
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.tables import table
from border_atlas.export.csv import to_csv
from border_atlas.maps.message import show_message

_WITHIN: Final = 25.0
_MB: Final = 1024 * 1024
_WISH: Final = Selection(organisations=("EU",), families=("monitor", "connect"))


@cache
def dataset(scale: int) -> Dataset:
    """Return the dataset so many times over, each copy with ids of its own."""
    data = load_dataset(GEODATA)

    def copies(frame: Any, *keys: str) -> Any:
        parts = [frame.assign(**{key: frame[key] + f"-{turn}" for key in keys}) for turn in range(scale)]
        return pd.concat(parts, ignore_index=True)

    return replace(
        data,
        missions=copies(data.missions, "mission_id"),
        areas=copies(data.areas, "area_id"),
        activities=copies(data.activities, "activity_id", "mission_id", "area_id"),
        sites=data.sites.iloc[:0],
        crossings=data.crossings.iloc[:0],
    )


def points(number: int) -> gpd.GeoDataFrame:
    """Return points by chance over the lands where missions work."""
    chance = np.random.default_rng(7)
    lon, lat = chance.uniform(-80, 130, number), chance.uniform(-30, 58, number)
    words = dict.fromkeys(("_label", "_category", "_mission_id", "_country", "_area_id"), "")
    rows = pd.DataFrame({"_row": np.arange(number), **words, "_date": pd.NaT, "_placed_by": "coordinates"})
    return gpd.GeoDataFrame(rows, geometry=shapely.points(lon, lat), crs=WGS84)


def test_load(benchmark: Any) -> None:
    benchmark.group, benchmark.name = "load", "×1"
    assert len(benchmark(load_dataset, GEODATA).missions)


@pytest.mark.parametrize("scale", [1, 10, 100, 1000])
def test_select(benchmark: Any, scale: int) -> None:
    benchmark.group, benchmark.name = "select", f"×{scale}"
    data = dataset(scale)
    assert len(benchmark(select, data, _WISH).activities) == scale * len(select(dataset(1), _WISH).activities)


@pytest.mark.parametrize("query", ["moldova ukraine border", "unmogp", "x" * 500])
def test_find(benchmark: Any, query: str) -> None:
    benchmark.group, benchmark.name = "find by name", query if len(query) < 30 else f"{len(query)} letters"
    assert isinstance(benchmark(find, dataset(1), query), tuple)


@pytest.mark.parametrize("scale", [1, 10, 100, 1000])
def test_message(benchmark: Any, scale: int) -> None:
    benchmark.group, benchmark.name = "message to the map", f"×{scale}"
    view = select(dataset(scale), _WISH)
    assert benchmark(show_message, view)["m"]


@pytest.mark.parametrize("scale", [1, 10, 100])
def test_export(benchmark: Any, scale: int) -> None:
    benchmark.group, benchmark.name = "table of activities as CSV", f"×{scale}"
    data = dataset(scale)
    view = select(data, _WISH)
    assert benchmark.pedantic(lambda: to_csv(table(data, view, "activities")), rounds=3)


@pytest.mark.parametrize("number", [10_000, 100_000, 1_000_000])
def test_join(benchmark: Any, number: int) -> None:
    """Beside it: a plain join on areas buffered in an equal-area plane, and the growth of memory."""
    benchmark.group, benchmark.name = "join within 25 km", f"{number:,} points"
    data, records = dataset(1), points(number)
    join(records.iloc[:10], data, _WITHIN)  # edges of the areas are indexed once
    before = psutil.Process().memory_info().rss
    joined = benchmark.pedantic(join, args=(records, data, _WITHIN), rounds=1)
    grown = (psutil.Process().memory_info().rss - before) / _MB
    assert len(joined) == number
    plain = _seconds(lambda: _plain(records, data))
    benchmark.extra_info.update(
        {"plain_s": round(plain, 3), "ratio": round(benchmark.stats.stats.median / plain, 2), "grown_mb": round(grown)}
    )


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _plain(records: gpd.GeoDataFrame, data: Dataset) -> gpd.GeoDataFrame:
    plane = "EPSG:6933"
    areas = data.areas[["area_id", "geometry"]].to_crs(plane)
    areas = areas.set_geometry(areas.buffer(_WITHIN * 1000))
    return gpd.sjoin(records.to_crs(plane), areas, predicate="within")
