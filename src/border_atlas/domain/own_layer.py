"""Makes a layer of a user's own records: dots while they are few, hexagons when they are many."""

from collections.abc import Iterator
from typing import Final

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from border_atlas.domain.own_drawing import Details, Dots, Marks, Near, OwnDrawing, Shapes
from border_atlas.domain.own_hexagons import Box, CellIndex, Integers, Mask
from border_atlas.errors import BorderAtlasError

#: More single records than this are drawn as hexagons, and there are never more hexagons than this.
MOST_MARKS: Final = 2_000
#: More lines and areas than this, or more vertices, are drawn as dots or hexagons.
MOST_SHAPES: Final = 500
MOST_VERTICES: Final = 10_000
#: Longest label that goes to the map; the table has it whole.
LABEL_LENGTH: Final = 80
#: Degrees within which a simpler line may lie from the true one: about 50 m, then coarser.
_TOLERANCES: Final = tuple(0.0005 * 2**step for step in range(10))


def layer(
    records: gpd.GeoDataFrame,
    *,
    name: str,
    kept_aside: int,
    viewport: Box | None = None,
    index: CellIndex | None = None,
    keep: Mask | None = None,
    offset: int = 0,
) -> OwnDrawing:
    """Return what of ``records`` is drawn.

    Parameters
    ----------
    records
        Own records in EPSG:4326 with ``_row``, ``_label``, ``_category`` and ``_date``.
    viewport
        West, south, east, north (degrees) of what is to be drawn in more detail than the rest.
    index
        Made once from the same ``records``; makes filtering quick and keeps colours as they are.
    keep
        Which of ``records`` a filter leaves; without it, all.
    offset
        Number of the first colour, for a second or third file on the same map.

    Raises
    ------
    BorderAtlasError
        If ``index`` or ``keep`` do not belong to ``records``.
    """
    found = CellIndex(records) if index is None else index
    rows = _kept(records, found, keep)
    shapes, single = _shapes(records, found, rows)
    whole = _marks(records, found, single, MOST_MARKS if viewport is None else MOST_MARKS // 2)
    near = None
    if viewport is not None and whole.cells:
        near = Near(viewport, _marks(records, found, found.within(single, viewport), MOST_MARKS // 2))
    counts = np.bincount(found.categories[rows], minlength=len(found.labels))
    number = len(records) if keep is None else int(np.count_nonzero(keep))
    return OwnDrawing(
        name=short(name), records=number, kept_aside=kept_aside, unplaced=number - len(rows),
        labels=tuple(short(label) for label in found.labels),
        counts=tuple(int(count) for count in counts), marks=whole, shapes=shapes, near=near,
        notes=tuple(_notes(found, rows, shapes, whole)), offset=offset,
    )  # fmt: skip


def _kept(records: gpd.GeoDataFrame, index: CellIndex, keep: Mask | None) -> Integers:
    """Return the positions of the records that are kept and have a place."""
    for what, length in (("index", len(index)), ("filter", len(records) if keep is None else len(keep))):
        if length != len(records):
            msg = f"The {what} is of {length:,} records, not of these {len(records):,}; make it from the same table."
            raise BorderAtlasError(msg)
    return index.placed if keep is None else np.flatnonzero(keep & index.is_placed)


def _marks(records: gpd.GeoDataFrame, index: CellIndex, rows: Integers, most: int) -> Marks:
    if len(rows) > most:
        return Marks(cells=index.pyramid(rows, most))
    if not len(rows):
        return Marks()
    return Marks(dots=Dots(np.column_stack([index.lon[rows], index.lat[rows]]), _details(records, index, rows)))


def _details(records: gpd.GeoDataFrame, index: CellIndex, rows: Integers) -> Details:
    labels = records["_label"].iloc[rows]
    return Details(
        labels=tuple(short(str(label)) for label in labels),
        categories=index.categories[rows].astype(np.int64),
        dates=pd.to_datetime(records["_date"].iloc[rows]).to_numpy(dtype="datetime64[D]"),
        rows=records["_row"].iloc[rows].to_numpy(dtype=np.int64),
    )


def short(label: str) -> str:
    """Return a user's string cut to what a map has room for."""
    return label if len(label) <= LABEL_LENGTH else label[: LABEL_LENGTH - 1] + "…"


def _shapes(records: gpd.GeoDataFrame, index: CellIndex, rows: Integers) -> tuple[Shapes | None, Integers]:
    """Return lines and areas if they are few and simple enough, and the rows that are left to be dots."""
    whole = index.is_shape[rows]
    own = rows[whole]
    if not 0 < len(own) <= MOST_SHAPES:
        return None, rows
    simple = _simplified(records.geometry.to_numpy()[own])
    if simple is None:
        return None, rows
    return Shapes(simple, _details(records, index, own)), rows[~whole]


def _simplified(geometry: npt.NDArray[np.object_]) -> npt.NDArray[np.object_] | None:
    """Return shapes with few enough vertices, or nothing if they would no longer be what they are."""
    simple = geometry
    for tolerance in _TOLERANCES:
        simple = np.asarray(shapely.simplify(simple, tolerance), dtype=object)
        if shapely.get_num_coordinates(simple).sum() <= MOST_VERTICES:
            return simple
    return None


def _notes(index: CellIndex, rows: Integers, shapes: Shapes | None, whole: Marks) -> Iterator[str]:
    if shapes is None and index.is_shape[rows].any():
        many = int(np.count_nonzero(index.is_shape[rows]))
        yield f"{many:,} lines and areas are drawn by a point on each: there are too many, or they are too detailed."
    if whole.cells:
        yield f"More than {MOST_MARKS:,} records are drawn as hexagons that count them."
