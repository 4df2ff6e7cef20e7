"""GeoJSON (RFC 7946): what has a place as features; activities, mandates, sources and the file's description beside.

Each feature says in ``layer`` what it is. Activities have no place of their own: they stand in the member
``activities`` and refer to missions and border areas by id; missions, border areas and crossing points name theirs
in ``activity_ids``.
"""

import json
from collections.abc import Iterator
from typing import Any, Final

import geopandas as gpd
import pandas as pd
import shapely

from border_atlas.data.dataset import Dataset
from border_atlas.domain.view import View
from border_atlas.export.about import About, column_entries
from border_atlas.export.columns import GEO_NOTE
from border_atlas.export.records import Records, records_of

_KEYS: Final = {
    "missions": "mission_id", "border_areas": "area_id", "field_sites": "site_id", "crossing_points": "crossing_id",
}  # fmt: skip
#: Layers whose features get the keys of their activities; those of crossing points stand in a column already.
_AT_WORK: Final = ("missions", "border_areas")


def to_geojson(dataset: Dataset, view: View, about: About) -> bytes:
    """Return a view as one FeatureCollection, one feature a line; what is not known is ``null``."""
    records = records_of(dataset, view)
    members = {
        "about": [list(entry) for entry in about.entries(GEO_NOTE)],
        "columns": dict(column_entries(_columns(records))),
        "activities": _rows(pd.DataFrame(records.activities.drop(columns="geometry"))),
        "mandates": _rows(records.mandates),
        "sources": _rows(records.sources),
    }
    features = ",\n".join(_dumps(feature) for feature in _features(records))
    others = "".join(f",\n{_dumps(name)}:{_dumps(value)}" for name, value in members.items())
    return f'{{"type":"FeatureCollection","features":[\n{features}\n]{others}}}\n'.encode()


def _columns(records: Records) -> list[str]:
    named = [str(column) for frame in records.tables().values() for column in frame.columns if column != "geometry"]
    return ["layer", *named, "activity_ids"]


def _features(records: Records) -> Iterator[dict[str, Any]]:
    tables = records.tables()
    for layer, key in _KEYS.items():
        frame = gpd.GeoDataFrame(tables[layer])
        work = records.activities.groupby(key)["activity_id"].agg(";".join).to_dict() if layer in _AT_WORK else {}
        for row, shape in zip(_rows(frame.drop(columns="geometry")), _shapes(frame), strict=True):
            properties = {"layer": layer, **row}
            if layer in _AT_WORK:
                properties["activity_ids"] = work.get(row[key])
            yield {"type": "Feature", "id": f"{layer}/{row[key]}", "properties": properties, "geometry": shape}


def _shapes(frame: gpd.GeoDataFrame) -> list[Any]:
    # RFC 7946 wants outer rings counter-clockwise.
    turned = shapely.orient_polygons(frame.geometry.to_numpy())
    return [None if text is None else json.loads(text) for text in shapely.to_geojson(turned)]


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    clean = pd.DataFrame(frame).astype(object)
    clean = clean.where(clean.notna() & (clean != ""), None)
    return [{str(name): value for name, value in row.items()} for row in clean.to_dict("records")]


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
