"""The border areas and headquarters that the maps of a deck show, and nothing of the others."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import pandas as pd
import shapely
from shapely.geometry import mapping

from border_atlas.data.dataset import Dataset
from border_atlas.domain.bounds import Bounds
from border_atlas.domain.deck import Deck, DeckMap
from border_atlas.export.html.base import COARSE, FINE, coarse_layers, detail_layers, web_layer
from border_atlas.export.html.frames import map_bounds, zoom_of
from border_atlas.export.html.pack import pack_feature
from border_atlas.maps.safety import Json
from border_atlas.model import EndBasis

#: Characters that the base map's details may take.
MOST_DETAIL: Final = 1_100_000
#: From this zoom on the browser draws areas in detail; larger screens reach it earlier.
_FINE_FROM: Final = 5.5
_TOLERANCE: Final = {COARSE: 0.03, FINE: 0.004}
_OVER: Final = (EndBasis.ENDED.value, EndBasis.MANDATE_ENDED.value)


def deck_layers(data: Dataset, deck: Deck) -> dict[str, Json]:
    """Return all layers that the maps of a deck need, packed, by the names that the map's scripts ask for."""
    maps = deck_maps(deck)
    if not maps:
        return {}
    boxes: list[Bounds] = [map_bounds(one) for one in maps]
    near = [one for one, box in zip(maps, boxes, strict=True) if zoom_of(box) >= _FINE_FROM]
    return coarse_layers() | detail_layers(boxes, MOST_DETAIL) | {
        "areas": area_layer(data, _shown(maps, "areas"), COARSE),
        "areas-detail": area_layer(data, _shown(near, "areas"), FINE),
        "missions": mission_layer(data, _shown(maps, "missions")),
        "sites": site_layer(data, _shown(maps, "sites")),
        "crossings": crossing_layer(data, _shown(maps, "crossings")),
    }  # fmt: skip


def deck_maps(deck: Deck) -> list[DeckMap]:
    """Return the maps of all slides in their order."""
    return [one for slide in deck.slides for one in slide.maps]


def area_layer(data: Dataset, rows: Iterable[int], decimals: int) -> dict[str, Json]:
    """Return border areas by their rows in the Dataset."""
    return {"d": decimals, "f": [_area(row, data.areas.loc[row], decimals) for row in rows]}


def mission_layer(data: Dataset, rows: Iterable[int]) -> dict[str, Json]:
    """Return headquarters by their rows in the Dataset."""
    return {"d": FINE, "f": [_mission(row, data.missions.loc[row]) for row in rows]}


def site_layer(data: Dataset, rows: Iterable[int]) -> dict[str, Json]:
    """Return field sites by their rows in the Dataset."""
    row_of = {key: row for row, key in enumerate(data.missions["mission_id"])}
    return {"d": FINE, "f": [_site(row, data.sites.loc[row], row_of) for row in rows]}


def crossing_layer(data: Dataset, rows: Iterable[int]) -> dict[str, Json]:
    """Return crossing points by their rows in the Dataset."""
    area_of = {key: row for row, key in enumerate(data.areas["area_id"])}
    row_of = {key: row for row, key in enumerate(data.missions["mission_id"])}
    works = zip(data.activities["activity_id"], data.activities["mission_id"], strict=True)
    mission_of = {activity: row_of[mission] for activity, mission in works}
    return {"d": FINE, "f": [_crossing(row, data.crossings.loc[row], area_of, mission_of) for row in rows]}


def _shown(maps: Iterable[DeckMap], kind: str) -> list[int]:
    return sorted({int(row) for one in maps for row in getattr(one.view, kind).index})


def _area(row: int, area: pd.Series, decimals: int) -> dict[str, Json]:
    properties: dict[str, Json] = {
        "i": row,
        "n": str(area["name"]),
        "k": str(area["kind"]),
        "d": str(area["display"]),
        "q": str(area["geometry_quality"]),
        "s": str(area["line_status"]),
    }
    return pack_feature(properties, _geometry(row, area, decimals), decimals)


def _geometry(row: int, area: pd.Series, decimals: int) -> dict[str, Any]:
    """Return the geometry cut for the browser, which follows the base map's lines; else the record's own, thinned."""
    features = web_layer("areas" if decimals == COARSE else "areas-detail")["features"]
    if row < len(features) and features[row]["properties"]["n"] == area["name"]:
        found: dict[str, Any] = features[row]["geometry"]
        return found
    own: dict[str, Any] = mapping(shapely.simplify(area["geometry"], _TOLERANCE[decimals]))
    return own


def _mission(row: int, mission: pd.Series) -> dict[str, Json]:
    properties: dict[str, Json] = {
        "i": row,
        "a": str(mission["acronym"]),
        "n": str(mission["name"]),
        "o": str(mission["organisation"]),
        "p": str(mission["hq_place"]),
        "e": int(mission["end_basis"] in _OVER),
    }
    return pack_feature(properties, mapping(mission["geometry"]), FINE)


def _site(row: int, site: pd.Series, row_of: Mapping[str, int]) -> dict[str, Json]:
    properties: dict[str, Json] = {
        "i": row,
        "m": row_of[str(site["mission_id"])],
        "n": str(site["name"]),
        "r": str(site["role"]),
        "p": str(site["place"]),
        "e": int(site["end_basis"] in _OVER),
    }
    return pack_feature(properties, mapping(site["geometry"]), FINE)


def _crossing(
    row: int, crossing: pd.Series, area_of: Mapping[str, int], mission_of: Mapping[str, int]
) -> dict[str, Json]:
    properties: dict[str, Json] = {
        "i": row,
        "a": area_of[str(crossing["area_id"])],
        "m": [*sorted({mission_of[one] for one in crossing["activity_ids"]})],
        "n": str(crossing["name"]),
        "t": str(crossing["traffic"]),
    }
    return pack_feature(properties, mapping(crossing["geometry"]), FINE)
