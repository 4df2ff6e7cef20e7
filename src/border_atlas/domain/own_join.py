"""Joins a user's own records to border areas: what lies in one, near one, touches one or names one."""

from typing import Final

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from border_atlas.data.dataset import Dataset
from border_atlas.domain.own_near import AreaEdges, edges_of
from border_atlas.errors import JoinError

#: Farther than this "near" says nothing any more, in km.
MOST_KM: Final = 1_000.0
#: Columns that a join adds.
ADDED: Final = ("area_id", "area_name", "relation", "distance_km")
_POINT: Final = 0
#: What a record may be placed by that is not its own place.
STANDING_FOR: Final = ("mission", "country")

Positions = npt.NDArray[np.int64]


def join(records: gpd.GeoDataFrame, dataset: Dataset, within_km: float) -> gpd.GeoDataFrame:
    """Return the records with ``area_id``, ``area_name``, ``relation`` and ``distance_km``.

    A point gets the border area that it lies in ("in", the smallest if several) or else the nearest within
    ``within_km`` ("near"); a line or an area gets one row for each border area that it touches ("touches"); a
    record placed by the name of a border area gets that one ("named"). A record that stands at its mission's
    headquarters or in the middle of its country, for want of a place of its own, is near nothing by that. Records
    without an area stay, with empty values. Distances are geodesic, on the WGS 84 ellipsoid, to the nearest point
    of the area, in km.

    Parameters
    ----------
    records
        In EPSG:4326 with ``_row``, and ``_area_id`` where records name an area; others stay as they are.
    within_km
        0 to `MOST_KM`; 0 keeps what lies in an area.

    Raises
    ------
    JoinError
        If ``within_km`` is out of range.
    """
    if not 0 <= within_km <= MOST_KM:
        msg = f"The distance must lie between 0 and {MOST_KM:g} km, but is {within_km:g}."
        raise JoinError(msg)
    found = _matches(records, dataset, within_km)
    joined = _set_apart(records).iloc[found["record"].to_numpy()].reset_index(drop=True)
    area = found["area"].to_numpy()
    named = area >= 0
    for target, source in (("area_id", "area_id"), ("area_name", "name")):
        joined[target] = _taken(dataset.areas[source], area, named)
    joined["relation"] = found["relation"].to_numpy(dtype=object)
    joined["distance_km"] = found["distance_km"].to_numpy()
    return joined


def _set_apart(records: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Rename the user's columns that are called like ours, in whatever case: a GeoPackage minds none."""
    names = {str(name).casefold() for name in records.columns}
    renamed = {}
    for name in records.columns:
        if str(name).casefold() in ADDED:
            other = f"{name} (own)"
            while other.casefold() in names:
                other += "*"
            renamed[name] = other
    return records.rename(columns=renamed)


def _taken(values: pd.Series, area: Positions, named: npt.NDArray[np.bool_]) -> npt.NDArray[np.object_]:
    texts = values.to_numpy(dtype=object)
    return np.where(named, texts[np.where(named, area, 0)], "") if len(texts) else np.full(len(area), "", dtype=object)


def _matches(records: gpd.GeoDataFrame, dataset: Dataset, within_km: float) -> pd.DataFrame:
    """Return record and area positions (-1: none), relation and distance, in the order of the records."""
    geometry = records.geometry.to_numpy()
    kinds = shapely.get_type_id(geometry)
    named = _named(records, dataset)
    by_name, unnamed = np.flatnonzero(named >= 0), named < 0
    parts = [
        _frame(by_name, named[by_name], "named", np.nan),
        _points(geometry, np.flatnonzero(unnamed & (kinds == _POINT) & _own_place(records)), dataset, within_km),
        _touching(geometry, np.flatnonzero(unnamed & (kinds > _POINT)), dataset),
    ]
    alone = np.ones(len(records), dtype=np.bool_)
    for part in parts:
        alone[part["record"]] = False
    rest = np.flatnonzero(alone)
    parts.append(_frame(rest, np.full(len(rest), -1), "", np.nan))
    found = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    return found.sort_values(["record", "area"], kind="stable", ignore_index=True)


def _frame(
    record: Positions, area: Positions, relation: object, distance: float | npt.NDArray[np.float64]
) -> pd.DataFrame:
    return pd.DataFrame({"record": record, "area": area, "relation": relation, "distance_km": distance})


def _own_place(records: gpd.GeoDataFrame) -> npt.NDArray[np.bool_]:
    """Tell which records have a place of their own, and not one that stands for a mission or country."""
    if "_placed_by" not in records.columns:
        return np.ones(len(records), dtype=np.bool_)
    return np.asarray(~records["_placed_by"].isin(STANDING_FOR), dtype=np.bool_)


def _named(records: gpd.GeoDataFrame, dataset: Dataset) -> Positions:
    """Return for each record the position of the area that it names, else -1."""
    if "_area_id" not in records.columns:
        return np.full(len(records), -1, dtype=np.int64)
    places = pd.Index(dataset.areas["area_id"]).get_indexer(pd.Index(records["_area_id"]))
    return np.asarray(places, dtype=np.int64)


def _points(geometry: npt.NDArray[np.object_], record: Positions, dataset: Dataset, within_km: float) -> pd.DataFrame:
    degrees = shapely.get_coordinates(geometry[record])
    # An empty point has no coordinates and therefore no area.
    record = record[~shapely.is_empty(geometry[record])]
    inside = _inside(degrees, dataset.areas)
    outside = inside < 0
    edges = _edges(dataset)
    area, distance = edges.nearest(degrees[outside], within_km)
    whole = inside.copy()
    whole[outside] = area
    distances = np.zeros(len(record))
    distances[outside] = distance
    keep = whole >= 0
    relation = np.where(outside, "near", "in").astype(object)
    return _frame(record[keep], whole[keep], relation[keep], distances[keep])


_EDGES: Final[dict[str, AreaEdges]] = {}


def _edges(dataset: Dataset) -> AreaEdges:
    """Return the edges of the dataset's areas, worked out once for a dataset: they hold nothing of a user."""
    key = f"{dataset.version}-{id(dataset.areas)}"
    if key not in _EDGES:
        _EDGES.clear()
        _EDGES[key] = edges_of(dataset.areas)
    return _EDGES[key]


def _inside(degrees: npt.NDArray[np.float64], areas: gpd.GeoDataFrame) -> Positions:
    """Return for each point the smallest polygon that it lies in or on, else -1."""
    inside = np.full(len(degrees), -1, dtype=np.int64)
    shapes = areas.geometry.to_numpy()
    polygons = np.flatnonzero(shapely.get_dimensions(shapes) == 2)  # noqa: PLR2004  areas
    sizes = areas["area_km2"].fillna(np.inf).to_numpy()
    for place in polygons[np.argsort(-sizes[polygons], kind="stable")]:
        shape = shapes[place]
        shapely.prepare(shape)
        west, south, east, north = shape.bounds
        lon, lat = degrees.T
        near = np.flatnonzero((lon >= west) & (lon <= east) & (lat >= south) & (lat <= north))
        inside[near[shapely.intersects_xy(shape, degrees[near])]] = place
    return inside


def _touching(geometry: npt.NDArray[np.object_], record: Positions, dataset: Dataset) -> pd.DataFrame:
    tree = shapely.STRtree(dataset.areas.geometry.to_numpy())
    pairs = tree.query(geometry[record], predicate="intersects")
    return _frame(record[pairs[0]], pairs[1].astype(np.int64), "touches", 0.0)


def counts(joined: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    """Return ``area_id``, ``area_name``, ``records``, ``activities``, ``missions_active``, most records first.

    ``activities`` are all of the dataset in that area; ``missions_active`` those missions with an activity there
    that can have been at work on the day that the data describe.
    """
    touched = joined[joined["area_id"] != ""]
    records = touched.groupby(["area_id", "area_name"], sort=False)["_row"].nunique().rename("records").reset_index()
    day = pd.Timestamp(dataset.data_as_of)
    work = dataset.activities
    today = work[(work["earliest"] <= day) & (work["latest"] >= day)]
    records["activities"] = _per_area(work.groupby("area_id").size(), records["area_id"])
    records["missions_active"] = _per_area(today.groupby("area_id")["mission_id"].nunique(), records["area_id"])
    return records.sort_values(["records", "area_name"], ascending=[False, True], ignore_index=True)


def _per_area(numbers: pd.Series, area_ids: pd.Series) -> Positions:
    return numbers.reindex(area_ids).fillna(0).to_numpy(dtype=np.int64)


def per_year(joined: pd.DataFrame) -> pd.DataFrame:
    """Return ``year`` and ``records`` from the first to the last year with a date; years without records count 0."""
    dates = joined.drop_duplicates("_row")["_date"].dropna()
    if dates.empty:
        return pd.DataFrame({"year": pd.Series(dtype=np.int64), "records": pd.Series(dtype=np.int64)})
    found = dates.dt.year.value_counts()
    years = np.arange(int(found.index.min()), int(found.index.max()) + 1)
    return pd.DataFrame({"year": years, "records": found.reindex(years, fill_value=0).to_numpy(dtype=np.int64)})
