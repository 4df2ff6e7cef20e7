"""Writes files that are the same byte for byte whenever their content is, and never half of one."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import shapely

from border_atlas.drafts import write_all

Properties = Mapping[str, str | float | int | None]
Feature = tuple[Properties, shapely.Geometry]


def dumps(value: object) -> str:
    """Return compact JSON in UTF-8 with the keys in the order given."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def feature_collection(features: Iterable[Feature]) -> str:
    """Return GeoJSON with one feature a line, so that changes can be read in a diff."""
    lines = (dumps(_feature(properties, geometry)) for properties, geometry in features)
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def write_files(folder: Path, contents: Mapping[str, str]) -> None:
    """Write all files or, if one cannot be written, none; each is replaced in one step."""
    for name in contents:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
    write_all({folder / name: text.encode() for name, text in contents.items()})


def _feature(properties: Properties, geometry: shapely.Geometry) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": dict(properties),
        "geometry": json.loads(shapely.to_geojson(geometry)),
    }
