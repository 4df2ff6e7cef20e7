"""Own data for the browser: a few with odd strings, or many."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

ODD = [
    "<img src=x onerror=alert(1)>",
    "{{ cycler.__init__.__globals__.os.getpid() }} ${alert(2)} `</script>`",
    "map_0123456789abcdef alert(coords); drawnItems_draw_control_div_7",
    "Пост № 4",
]
SHAPES = [
    shapely.Point(44.8, 41.7),
    shapely.Point(44.0, 42.2),
    shapely.LineString([(43, 42), (44, 42.5), (45, 42.4)]),
    shapely.box(42, 41, 43, 41.8).union(shapely.Point(43.5, 41.2).buffer(0.2)),
]


def few() -> gpd.GeoDataFrame:
    """Return two points, a line and an area with two parts, with strings that mean something elsewhere."""
    dates = pd.to_datetime(["2023-05-01", None, "2024-01-31", None]).as_unit("s")
    columns = {"_row": range(2, 6), "_label": ODD, "_category": [ODD[0], "post", "post", ""], "_date": dates}
    return gpd.GeoDataFrame(columns, geometry=SHAPES, crs="EPSG:4326")


def many(number: int) -> gpd.GeoDataFrame:
    """Return points around the Caucasus."""
    random = np.random.default_rng(7)
    points = shapely.points(random.normal(44, 6, number), random.normal(42, 3, number))
    columns = {
        "_row": np.arange(number) + 2, "_label": [f"incident {at}" for at in range(number)],
        "_category": random.choice(["shelling", "crossing", "theft"], number), "_date": pd.NaT,
    }  # fmt: skip
    return gpd.GeoDataFrame(columns, geometry=points, crs="EPSG:4326")
