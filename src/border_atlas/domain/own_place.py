"""Gives each record its place: its coordinates, its shape, or that of the area, mission or country it names."""

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np
import pandas as pd
import shapely

from border_atlas.data.dataset import Dataset
from border_atlas.data.own.contract import OwnLayer
from border_atlas.domain.own_cells import Flags, Floats, Objects
from border_atlas.domain.own_degrees import Degrees, read_degrees
from border_atlas.domain.own_faults import GEOMETRY, blank
from border_atlas.domain.own_guess import ColumnMapping
from border_atlas.domain.own_names import Role
from border_atlas.domain.own_pairs import read_pairs
from border_atlas.domain.own_places import points_of

#: What places a record that has neither coordinates nor a shape, the closest first.
_NAMED: Final[tuple[tuple[Role, str], ...]] = (("area", "border area"), ("mission", "mission"), ("country", "country"))
_NOTHING: Final = (
    "No column tells a place, so nothing can be shown on the map. Name the columns of the coordinates, "
    "or a column with border areas, missions or countries."
)


class Placed(NamedTuple):
    """A shape (or None) for each record, what it was placed by, the codes of faults, and notes."""

    shapes: Objects
    by: Objects
    codes: pd.DataFrame
    notes: tuple[str, ...]


def place(layer: OwnLayer, mapping: ColumnMapping, dataset: Dataset, ids: Mapping[Role, Objects]) -> Placed:
    """Place every record of a layer; a record with faulty coordinates is not placed by anything else."""
    number = len(layer.table)
    codes = blank(number)
    shapes, by = np.full(number, None, dtype=object), np.full(number, "", dtype=object)
    points = _coordinates(layer.table, mapping, codes)
    _take(shapes, by, points, "coordinates")
    _take(shapes, by, _shapes(layer, by == "", codes), "shape")
    refused = _refused(layer) & (by == "")
    faulty = (codes != "").any(axis=1).to_numpy(dtype=bool) | refused
    for role, word in _NAMED:
        free = (by == "") & ~faulty & (ids[role] != "") if role in ids else np.zeros(number, dtype=bool)
        _take(shapes, by, _points(dataset, role, ids.get(role), free), word)
    if not _has_place(layer, mapping):
        return Placed(shapes, by, codes, (_NOTHING,))
    codes.loc[refused, "place"] = "refused"
    codes.loc[(by == "") & ~faulty & ~_any_name(ids, number), "place"] = "no place"
    return Placed(shapes, by, codes, ())


def _take(shapes: Objects, by: Objects, found: Objects, word: str) -> None:
    """Place by what was found those that are not placed yet."""
    new = (by == "") & np.array([one is not None for one in found], dtype=np.bool_)
    shapes[new] = found[new]
    by[new] = word


def _has_place(layer: OwnLayer, mapping: ColumnMapping) -> bool:
    columns = (
        mapping.longitude and mapping.latitude,
        mapping.coordinates,
        mapping.area,
        mapping.mission,
        mapping.country,
    )
    return layer.geometry is not None or any(columns)


def _any_name(ids: Mapping[Role, Objects], number: int) -> Flags:
    known = np.zeros(number, dtype=bool)
    for own in ids.values():
        known |= own != ""
    return known


def _points(dataset: Dataset, role: Role, ids: Objects | None, wanted: Flags) -> Objects:
    found = np.full(len(wanted), None, dtype=object)
    if ids is not None and wanted.any():
        codes, unique = pd.factorize(ids[wanted])
        found[wanted] = points_of(dataset, role, list(unique))[codes]
    return found


def _shapes(layer: OwnLayer, wanted: Flags, codes: pd.DataFrame) -> Objects:
    """Give the sound shapes of the records that need one, and write down what is wrong with the others."""
    found = np.full(len(layer.table), None, dtype=object)
    if layer.geometry is not None:
        given = layer.geometry.to_numpy()
        there = wanted & ~(shapely.is_missing(given) | shapely.is_empty(given))
        codes["shape"] = np.where(there, _beyond(given), "").astype(object)
        sound = there & (codes["shape"] == "").to_numpy()
        found[sound] = given[sound]
    return found


def _beyond(shapes: Objects) -> Objects:
    """Tell by a code which shapes do not lie on the Earth, or on the one place that stands for an unknown one."""
    degrees, owner = shapely.get_coordinates(shapes, return_index=True)
    endless = np.zeros(len(shapes), dtype=bool)
    endless[owner[~np.isfinite(degrees).all(axis=1)]] = True
    bounds = shapely.bounds(shapes)
    far = np.abs(bounds).reshape(-1, 2, 2).max(axis=1)
    wrong = [endless, far[:, 0] > 180, far[:, 1] > 90, (bounds == 0).all(axis=1)]  # noqa: PLR2004  degrees
    told = np.select(wrong, ["no number", "longitude range", "latitude range", "null island"], default="")
    return np.asarray(told, dtype=object)


def extents(layer: OwnLayer, wanted: Flags) -> Objects:
    """Say between which longitudes and latitudes (degrees) the shapes of some records lie; of others nothing."""
    found = np.full(len(layer.table), None, dtype=object)
    if layer.geometry is not None:
        for place in np.flatnonzero(wanted):
            west, south, east, north = layer.geometry.iloc[place].bounds
            ends = (west, south) if (west, south) == (east, north) else (west, south, east, north)
            found[place] = ", ".join(f"{end:.10g}" for end in ends)
    return found


def _refused(layer: OwnLayer) -> Flags:
    """Tell which records had a shape that the reader did not take."""
    rows = {fault.row for fault in layer.faults if fault.column == GEOMETRY}
    return np.isin(np.array(layer.rows, dtype=np.int64), list(rows)) if rows else np.zeros(len(layer.rows), dtype=bool)


def _coordinates(table: pd.DataFrame, mapping: ColumnMapping, codes: pd.DataFrame) -> Objects:
    """Give the point of each record with sound coordinates, and write down what is wrong with the others."""
    if mapping.longitude is not None and mapping.latitude is not None:
        lon, lat = read_degrees(table[mapping.longitude], "lon"), read_degrees(table[mapping.latitude], "lat")
        _check(codes, lon, lat)
        return _as_points(lon.numbers, lat.numbers, (codes[["longitude", "latitude"]] == "").all(axis=1).to_numpy())
    if mapping.coordinates is not None:
        pairs = read_pairs(table[mapping.coordinates], mapping.order)
        codes["coordinates"] = _in_order(pairs.faults, pairs.lon, pairs.lat)
        return _as_points(pairs.lon, pairs.lat, (codes["coordinates"] == "").to_numpy())
    return np.full(len(table), None, dtype=object)


def _check(codes: pd.DataFrame, lon: Degrees, lat: Degrees) -> None:
    for role, own, other, limit in (("longitude", lon, lat, 180.0), ("latitude", lat, lon, 90.0)):
        codes[role] = np.select(
            [
                own.faults != "",
                own.empty & ~other.empty,
                ~own.empty & ~np.isfinite(own.numbers),
                np.abs(own.numbers) > limit,
            ],
            [own.faults, "half", "no number", f"{role} range"],
            default="",
        ).astype(object)
    codes.loc[(lon.numbers == 0) & (lat.numbers == 0), "latitude"] = "null island"


def _in_order(faults: Objects, lon: Floats, lat: Floats) -> Objects:
    beyond = [faults != "", np.abs(lon) > 180, np.abs(lat) > 90, (lon == 0) & (lat == 0)]  # noqa: PLR2004  degrees
    told = np.select(beyond, [faults, "longitude range", "latitude range", "null island"], default="")
    return np.asarray(told, dtype=object)


def _as_points(lon: Floats, lat: Floats, sound: Flags) -> Objects:
    found = np.full(len(lon), None, dtype=object)
    kept = sound & np.isfinite(lon) & np.isfinite(lat)
    found[kept] = shapely.points(lon[kept], lat[kept])
    return found
