"""The records of a view as frames with the data contract's columns: what every export writes.

Text is cleaned once, here, so that every format carries the same. Several values of a cell are joined
with ``;``; an empty text is not known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import geopandas as gpd
import pandas as pd
import shapely

from border_atlas.data.dataset import Dataset
from border_atlas.domain.view import View
from border_atlas.export.guard import clean

_DATES: Final = ("start_date", "start_basis", "end_date", "end_basis", "last_seen")
_PROOF: Final = ("source_ids", "verified", "checked_on", "notes")
MISSION_COLUMNS: Final = (
    "mission_id", "acronym", "name", "former_names", "organisation", "operation_type", "host_countries",
    "host_country_names", "hq_place", *_DATES, "status", "legal_basis", "predecessors", "successors",
    "strength", "strength_kind", "strength_of", "strength_as_of", "strength_source_id",
    "n_activities", "n_areas", *_PROOF,
)  # fmt: skip
AREA_COLUMNS: Final = (
    "area_id", "name", "name_de", "name_fr", "names_parties", "kind", "countries", "country_names", "line_status",
    "length_km", "length_published_km", "length_source_id", "length_note", "area_km2", "geometry_quality",
    "n_activities", "n_missions", *_PROOF,
)  # fmt: skip
ACTIVITY_COLUMNS: Final = (
    "activity_id", "mission_id", "mission_acronym", "organisation", "area_id", "area_name", "activity_type",
    "engagement", "family", "title", "summary", *_DATES, "partners", *_PROOF,
)  # fmt: skip
SITE_COLUMNS: Final = (
    "site_id", "mission_id", "mission_acronym", "name", "role", "place", *_DATES, *_PROOF,
)  # fmt: skip
CROSSING_COLUMNS: Final = (
    "crossing_id", "name", "area_id", "area_name", "countries", "country_names", "traffic", "activity_ids", *_PROOF,
)  # fmt: skip
MANDATE_COLUMNS: Final = (
    "mandate_id", "mission_id", "mission_acronym", "body", "symbol", "date", "effect", "paragraph", "summary", *_PROOF,
)  # fmt: skip
SOURCE_COLUMNS: Final = (
    "source_id", "title", "publisher", "url", "published", "checked_on", "source_type", "standing", "notes",
)  # fmt: skip
_BOX: Final = ("lon_min", "lat_min", "lon_max", "lat_max")
#: Whole numbers that may be unknown.
_COUNTED: Final = ("strength",)
_WHOLE: Final = ("n_activities", "n_areas", "n_missions")


@dataclass(frozen=True, eq=False)
class Records:
    """What leaves the app: activities have the area's geometry; missions, field sites and crossings are points."""

    missions: gpd.GeoDataFrame
    areas: gpd.GeoDataFrame
    activities: gpd.GeoDataFrame
    sites: gpd.GeoDataFrame
    crossings: gpd.GeoDataFrame
    mandates: pd.DataFrame
    sources: pd.DataFrame

    def tables(self) -> dict[str, pd.DataFrame]:
        """Give the tables by the names that they have in files, in their order."""
        return {
            "missions": self.missions, "border_areas": self.areas, "activities": self.activities,
            "field_sites": self.sites, "crossing_points": self.crossings, "mandates": self.mandates,
            "sources": self.sources,
        }  # fmt: skip


def records_of(dataset: Dataset, view: View) -> Records:
    """Gather the records of a view and the sources that they name."""
    mandates = dataset.mandates[dataset.mandates["mission_id"].isin(view.missions["mission_id"])]
    frames = (view.missions, view.areas, view.activities, view.sites, view.crossings, mandates)
    named = {source for frame in frames for ids in frame["source_ids"] for source in ids}
    named.update(view.areas["length_source_id"], view.missions["strength_source_id"])
    sources = dataset.sources[dataset.sources["source_id"].isin(named)]
    return Records(
        missions=_missions(dataset, view),
        areas=_areas(dataset, view),
        activities=_activities(dataset, view),
        sites=_sites(dataset, view),
        crossings=_crossings(dataset, view),
        mandates=_texts(mandates.assign(mission_acronym=_acronyms(dataset, mandates)), MANDATE_COLUMNS),
        sources=_texts(sources, SOURCE_COLUMNS),
    )


def flat(records: Records) -> dict[str, pd.DataFrame]:
    """Give the tables without geometry: points as coordinates, areas with their bounding box."""
    seats = records.missions.geometry.to_numpy()
    box = shapely.bounds(records.areas.geometry.to_numpy()).reshape(-1, len(_BOX))
    return records.tables() | {
        "missions": _with(
            records.missions, "hq_place", {"hq_lon": shapely.get_x(seats), "hq_lat": shapely.get_y(seats)}
        ),
        "border_areas": _with(records.areas, "line_status", dict(zip(_BOX, box.T, strict=True))),
        "activities": _plain(records.activities),
        "field_sites": _with(records.sites, "place", _points(records.sites)),
        "crossing_points": _with(records.crossings, "country_names", _points(records.crossings)),
    }


def _missions(dataset: Dataset, view: View) -> gpd.GeoDataFrame:
    frame = view.missions
    counts = view.mission_counts.reindex(frame["mission_id"])
    added = {
        "host_country_names": _named(frame["host_countries"], _country_names(dataset)),
        "status": counts["status"].to_numpy(),
        "n_activities": counts["n"].to_numpy(),
        "n_areas": counts["n_areas"].to_numpy(),
    }
    return _located(_texts(frame.assign(**added), MISSION_COLUMNS), frame.geometry.to_numpy(), dataset)


def _areas(dataset: Dataset, view: View) -> gpd.GeoDataFrame:
    frame = view.areas
    counts = view.area_counts.reindex(frame["area_id"])
    added = {
        "country_names": _named(frame["countries"], _country_names(dataset)),
        "n_activities": counts["n"].to_numpy(),
        "n_missions": counts["n_missions"].to_numpy(),
    }
    return _located(_texts(frame.assign(**added), AREA_COLUMNS), frame.geometry.to_numpy(), dataset)


def _activities(dataset: Dataset, view: View) -> gpd.GeoDataFrame:
    frame = view.activities
    areas = dataset.areas.set_index("area_id")
    added = {
        "mission_acronym": _acronyms(dataset, frame),
        "organisation": frame["mission_id"].map(dataset.missions.set_index("mission_id")["organisation"]),
        "area_name": frame["area_id"].map(areas["name"]),
    }
    shapes = areas.geometry.reindex(frame["area_id"]).to_numpy()
    return _located(_texts(frame.assign(**added), ACTIVITY_COLUMNS), shapes, dataset)


def _sites(dataset: Dataset, view: View) -> gpd.GeoDataFrame:
    frame = view.sites
    table = _texts(frame.assign(mission_acronym=_acronyms(dataset, frame)), SITE_COLUMNS)
    return _located(table, frame.geometry.to_numpy(), dataset)


def _crossings(dataset: Dataset, view: View) -> gpd.GeoDataFrame:
    frame = view.crossings
    left = frozenset(view.activities["activity_id"])
    added = {
        "area_name": frame["area_id"].map(dataset.areas.set_index("area_id")["name"]),
        "country_names": _named(frame["countries"], _country_names(dataset)),
        "activity_ids": frame["activity_ids"].map(lambda ids: tuple(one for one in ids if one in left)),
    }
    return _located(_texts(frame.assign(**added), CROSSING_COLUMNS), frame.geometry.to_numpy(), dataset)


def _acronyms(dataset: Dataset, frame: pd.DataFrame) -> "pd.Series[Any]":
    return frame["mission_id"].map(dataset.missions.set_index("mission_id")["acronym"])


def _points(frame: gpd.GeoDataFrame) -> dict[str, Any]:
    shapes = frame.geometry.to_numpy()
    return {"lon": shapely.get_x(shapes), "lat": shapely.get_y(shapes)}


def _located(table: pd.DataFrame, shapes: Sequence[Any], dataset: Dataset) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(table, geometry=gpd.GeoSeries(shapes, index=table.index, crs=dataset.areas.crs))


def _country_names(dataset: Dataset) -> Mapping[str, str]:
    return dict(zip(dataset.countries["iso3"], dataset.countries["name"], strict=True))


def _named(cells: "pd.Series[Any]", names: Mapping[str, str]) -> "pd.Series[Any]":
    return cells.map(lambda codes: tuple(names.get(code, code) for code in codes))


def _plain(frame: gpd.GeoDataFrame) -> pd.DataFrame:
    return pd.DataFrame(frame.drop(columns="geometry"))


def _with(frame: gpd.GeoDataFrame, after: str, numbers: Mapping[str, Any]) -> pd.DataFrame:
    """Add columns of numbers behind the one named ``after``."""
    table = _plain(frame)
    place = list(table.columns).index(after) + 1
    columns = [*table.columns[:place], *numbers, *table.columns[place:]]
    return table.assign(**numbers)[columns]


def _texts(frame: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """Take columns in their order, rows numbered anew, texts cleaned, several values joined."""
    rows = pd.DataFrame(frame).reset_index(drop=True)
    return pd.DataFrame({name: _column(name, rows[name]) for name in columns})


def _column(name: str, cells: "pd.Series[Any]") -> "pd.Series[Any]":
    if name in _WHOLE:
        return cells.fillna(0).astype("int64")
    if name in _COUNTED:
        return cells.astype("Int64")
    if pd.api.types.is_float_dtype(cells):
        return cells
    return pd.Series([_text(cell) for cell in cells], index=cells.index, dtype="object")


def _text(cell: object) -> str:
    if isinstance(cell, tuple):
        return ";".join(clean(str(part)) for part in cell)
    return clean(cell) if isinstance(cell, str) else ""
