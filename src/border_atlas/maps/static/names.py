"""Names of the countries in sight, and the place on paper where each has most room."""

import math
from typing import Final

import numpy as np
import pandas as pd
import shapely

from border_atlas.data.dataset import Dataset
from border_atlas.domain.view import View
from border_atlas.maps.static import base
from border_atlas.maps.static.labels import CountryName
from border_atlas.maps.static.looks import Sizes
from border_atlas.maps.static.projection import Sight

#: From which zoom of the web map on a label of each rank is shown; a little earlier than there.
_FROM_ZOOM: Final = (1.6, 2.9, 3.8, 4.8)
_TILE: Final = 256
_EQUATOR: Final = 40_075_016.69
#: A country whose part in sight is narrower than this (pixels) gets no name.
_NARROW: Final = 5
_COLUMNS: Final = ("label", "label_rank")
#: A name may stand at the points of a grid of so many rows and columns, as many as these of them, which lie
#: from the edge at least this share of what the point with most room does.
_TRIES: Final = 9
_CANDIDATES: Final = 24
_DEEP: Final = 0.3


def country_names(data: Dataset, view: View, shown: Sight, sizes: Sizes) -> tuple[CountryName, ...]:
    """Return the names of the countries in sight; those where the view's areas lie weigh more."""
    table = data.countries
    if not set(_COLUMNS) <= set(table.columns):
        return ()
    named = table[table["label"].fillna("") != ""]
    world = base.level_of(shown) == "world"
    named = named.assign(weight=named["label_rank"].fillna(3) if world else _weights(named, view))
    zoom = _zoom(shown, sizes)
    least = [_FROM_ZOOM[int(min(max(rank, 0), 3))] for rank in named["weight"]]
    named = named[zoom >= np.array(least)]
    return _by_point(named, shown) if world else _by_land(named, shown, sizes)


def _weights(named: pd.DataFrame, view: View) -> "pd.Series[int]":
    ranks = named["label_rank"].fillna(3).astype(int)
    touched = {code for codes in view.areas["countries"] for code in codes}
    touched |= {code for codes in view.missions["host_countries"] for code in codes}
    return (ranks - named["iso3"].isin(touched) * 2).clip(-1, 3)


def _zoom(shown: Sight, sizes: Sizes) -> float:
    """Return the zoom of the web map at which a pixel stands for as many metres."""
    across = _EQUATOR * max(math.cos(math.radians(shown.lat)), 0.1)
    return math.log2(across / (_TILE * shown.metres * sizes.px))


def _by_point(named: pd.DataFrame, shown: Sight) -> tuple[CountryName, ...]:
    places = base.names()
    known = named[named["label"].isin(list(places))]
    if known.empty:
        return ()
    points = shown.points(np.array([places[label] for label in known["label"]], dtype=np.float64))
    inside = shown.inside(points, margin=8)
    return tuple(
        CountryName(row["label"], int(row["weight"]), ((float(x), float(y)),), row["iso3"])
        for row, (x, y), seen in zip(known.to_dict("records"), points, inside, strict=True)
        if seen
    )


def _by_land(named: pd.DataFrame, shown: Sight, sizes: Sizes) -> tuple[CountryName, ...]:
    layer = base.countries()
    parts, origins = base.cut(layer.shapes, layer.boxes, shown.window)
    flat = shapely.simplify(base.on_paper(parts, shown), 0.5)
    panel = shapely.box(6, 6, shown.width - 6, shown.height - 6)
    seen = shapely.intersection(shapely.make_valid(flat), panel)
    codes = np.array(layer.words)[origins]
    found = []
    for row in named.to_dict("records"):
        spots = _roomiest(seen[codes == row["iso3"]], sizes)
        if spots:
            found.append(CountryName(row["label"], int(row["weight"]), spots, row["iso3"]))
    return tuple(found)


def _roomiest(shapes: base.Shapes, sizes: Sizes) -> tuple[tuple[float, float], ...]:
    """Return points in the largest part of a country's land in sight, those farthest from its edges first."""
    parts = shapely.get_parts(shapes)
    parts = parts[shapely.area(parts) > 0]
    if len(parts) == 0:
        return ()
    largest = parts[int(np.argmax(shapely.area(parts)))]
    circle = shapely.maximum_inscribed_circle(largest, tolerance=2.0)
    radius = shapely.length(circle)
    if radius < _NARROW * sizes.px / 2:
        return ()
    west, south, east, north = shapely.bounds(largest)
    across, up = np.meshgrid(np.linspace(west, east, _TRIES + 2)[1:-1], np.linspace(south, north, _TRIES + 2)[1:-1])
    spots = np.vstack([shapely.get_coordinates(circle)[:1], np.column_stack([across.ravel(), up.ravel()])])
    points = shapely.points(spots)
    shapely.prepare(largest)
    depth = np.where(shapely.intersects(largest, points), shapely.distance(shapely.boundary(largest), points), 0.0)
    order = np.argsort(-depth, kind="stable")[:_CANDIDATES]
    return tuple((float(x), float(y)) for x, y in spots[order][depth[order] > radius * _DEEP])
