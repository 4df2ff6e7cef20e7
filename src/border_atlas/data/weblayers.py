"""Cuts the layers that the browser fetches: the world from far, a coarse set, and one detailed for zooming in."""

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pandas as pd
import shapely

from border_atlas.data.areas import BorderArea, coarse_area
from border_atlas.data.atlas import Atlas, land_of
from border_atlas.data.boundaries import BoundaryLine
from border_atlas.data.files import Feature, dumps, feature_collection
from border_atlas.data.geometry import rounded, valid_polygons
from border_atlas.data.tables import records, split_values

MANIFEST: Final = "manifest.json"

_HASHED: Final = re.compile(r"[a-z-]+\.[0-9a-f]{10}\.json(\.tmp)?")
_DIGITS: Final = 10
#: Share of a country that its kept islands must make up, and how many it keeps at least.
_MAIN_ISLANDS: Final = 3


@dataclass(frozen=True)
class Scale:
    """How fine a set of layers is.

    ``tolerance`` and ``smallest`` (area of an island) are in degrees and square degrees. ``areas``: whether border
    areas are cut at this scale too, not only land and boundaries.
    """

    suffix: str
    tolerance: float
    decimals: int
    smallest: float
    areas: bool = True


#: Half a pixel at zoom 3, 5 and 9; the browser changes over at zoom 4 and 6. Far away there are only land and lines.
FAR: Final = Scale(suffix="-far", tolerance=0.12, decimals=2, smallest=0.3, areas=False)
WORLD: Final = Scale(suffix="", tolerance=0.03, decimals=2, smallest=0.03)
DETAIL: Final = Scale(suffix="-detail", tolerance=0.004, decimals=3, smallest=0.0)
SCALES: Final = (FAR, WORLD, DETAIL)


def base_layers(atlas: Atlas, scale: Scale, lines: Callable[[Atlas], Sequence[BoundaryLine]]) -> dict[str, str]:
    """Return land and boundaries of one scale; both are thinned in the same arcs, so they stay together.

    Parameters
    ----------
    atlas
        An atlas already simplified for this scale.
    scale
        How fine the layers are.
    lines
        Makes the boundary lines of an atlas.
    """
    land = _land(atlas, scale)
    boundaries: list[Feature] = [
        ({"s": line.line_status, "n": line.name, "id": line.line_id}, rounded(line.geometry, scale.decimals))
        for line in lines(atlas)
    ]
    return {
        f"land{scale.suffix}": feature_collection(({}, polygon) for polygon in land),
        f"boundaries{scale.suffix}": feature_collection(boundaries),
    }


def area_layer(areas: Sequence[BorderArea], atlas: Atlas, scale: Scale) -> dict[str, str]:
    """Return the border areas of one scale; lines follow the borders of the same scale."""
    features: list[Feature] = []
    for index, area in enumerate(areas):
        geometry = coarse_area(area, atlas, tolerance=scale.tolerance, decimals=scale.decimals)
        row = area.row
        properties = {"i": index, "n": row["name"], "k": row["kind"], "d": row["display"], "q": area.quality}
        features.append((properties | {"s": row["line_status"]}, geometry))
    return {f"areas{scale.suffix}": feature_collection(features)}


def mission_layer(missions: pd.DataFrame) -> dict[str, str]:
    """Return headquarters as points."""
    features: list[Feature] = []
    for index, row in enumerate(missions.to_dict("records")):
        properties: dict[str, Any] = {
            "i": index,
            "a": row["acronym"],
            "n": row["name"],
            "o": row["organisation"],
            "p": row["hq_place"],
            "e": int(row["end_basis"] in _OVER),
        }
        features.append((properties, shapely.Point(float(row["hq_lon"]), float(row["hq_lat"]))))
    return {"missions": feature_collection(features)}


def site_layer(sites: pd.DataFrame, missions: pd.DataFrame) -> dict[str, str]:
    """Return field sites as points: row, row of the mission, name, role, place, and whether it is over."""
    row_of = {key: row for row, key in enumerate(missions["mission_id"])}
    features: list[Feature] = []
    for index, row in enumerate(records(sites)):
        properties: dict[str, Any] = {
            "i": index,
            "m": row_of[row["mission_id"]],
            "n": row["name"],
            "r": row["role"],
            "p": row["place"],
            "e": int(row["end_basis"] in _OVER),
        }
        features.append((properties, shapely.Point(float(row["lon"]), float(row["lat"]))))
    return {"sites": feature_collection(features)}


def crossing_layer(
    crossings: pd.DataFrame, areas: pd.DataFrame, activities: pd.DataFrame, missions: pd.DataFrame
) -> dict[str, str]:
    """Return crossing points: row, row of the area, rows of the missions at work there, name, what passes."""
    area_of = {key: row for row, key in enumerate(areas["area_id"])}
    row_of = {key: row for row, key in enumerate(missions["mission_id"])}
    mission_of = dict(zip(activities["activity_id"], activities["mission_id"], strict=True))
    features: list[Feature] = []
    for index, row in enumerate(records(crossings)):
        properties: dict[str, Any] = {
            "i": index,
            "a": area_of[row["area_id"]],
            "m": sorted({row_of[mission_of[one]] for one in split_values(row["activity_ids"])}),
            "n": row["name"],
            "t": row["traffic"],
        }
        features.append((properties, shapely.Point(float(row["lon"]), float(row["lat"]))))
    return {"crossings": feature_collection(features)}


def label_layer(countries: pd.DataFrame, atlas: Atlas) -> dict[str, str]:
    """Return country names as points, where the table says or else inside the largest part."""
    features: list[Feature] = []
    for row in records(countries):
        if not row["label"]:
            continue
        point = _label_point(row, atlas)
        if not point.is_empty:
            features.append(({"n": row["label"], "r": int(row["label_rank"])}, rounded(point, 3)))
    return {"labels": feature_collection(features)}


def hashed(layers: dict[str, str]) -> dict[str, str]:
    """Return file names and contents: each layer under the hash of its bytes, and the manifest."""
    names = {
        layer: f"{layer}.{hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]}.json"
        for layer, text in sorted(layers.items())
    }
    return {names[layer]: layers[layer] for layer in names} | {MANIFEST: dumps(names) + "\n"}


def stale_files(folder: Path, current: Iterable[str]) -> list[Path]:
    """Return hashed layers in a folder that the manifest no longer names."""
    keep = set(current)
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    return [file for file in files if _HASHED.fullmatch(file.name) and file.name not in keep]


#: Bases of an end date that mean that the mission is over.
_OVER: Final = ("ended", "mandate-ended")


def _land(atlas: Atlas, scale: Scale) -> list[shapely.Polygon]:
    """Return the land as polygons from north to south, without small islands but with small states."""
    kept = shapely.MultiPoint([point for code in atlas.countries for point in _main_islands(atlas, code)])
    shapely.prepare(kept)
    polygons = shapely.get_parts(valid_polygons(land_of(atlas), scale.decimals))
    wanted = [polygon for polygon in polygons if polygon.area >= scale.smallest or polygon.intersects(kept)]
    return [_without_pinholes(polygon, scale) for polygon in wanted]


def _main_islands(atlas: Atlas, country: str) -> list[shapely.Point]:
    """Return a point in each of the largest parts of a country."""
    parts = sorted(shapely.get_parts(atlas.country(country)), key=lambda part: part.area, reverse=True)
    return [part.representative_point() for part in parts[:_MAIN_ISLANDS]]


def _without_pinholes(polygon: shapely.Polygon, scale: Scale) -> shapely.Polygon:
    holes = [ring for ring in polygon.interiors if shapely.Polygon(ring).area >= scale.tolerance**2]
    return shapely.Polygon(polygon.exterior, holes)


def _label_point(row: dict[str, str], atlas: Atlas) -> shapely.Point:
    if row["label_lon"] and row["label_lat"]:
        return shapely.Point(float(row["label_lon"]), float(row["label_lat"]))
    parts = shapely.get_parts(atlas.country(row["iso3"]))
    if len(parts) == 0:
        return shapely.Point()
    largest = max(parts, key=lambda part: part.area)
    # The middle of the largest circle inside: away from every border.
    circle = shapely.maximum_inscribed_circle(largest, tolerance=0.05)
    return shapely.Point(shapely.get_coordinates(circle)[0])
