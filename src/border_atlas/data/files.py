"""Writes files that are the same byte for byte whenever their content is, and never half of one."""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import shapely

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
    temporary = {folder / name: folder / f"{name}.tmp" for name in contents}
    try:
        for (path, draft), text in zip(temporary.items(), contents.values(), strict=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(text, encoding="utf-8", newline="\n")
        for path, draft in temporary.items():
            os.replace(draft, path)  # noqa: PTH105  atomic on every system, Path.replace says less
    finally:
        for draft in temporary.values():
            draft.unlink(missing_ok=True)


def _feature(properties: Properties, geometry: shapely.Geometry) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": dict(properties),
        "geometry": json.loads(shapely.to_geojson(geometry)),
    }
