"""A user's own data: they live in the session, leave with it, and nobody else ever sees them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.data.own.contract import OwnFile, OwnLayer
from border_atlas.domain import own_layer
from border_atlas.domain.own_drawing import OwnDrawing
from border_atlas.domain.own_hexagons import CATEGORIES, Box, CellIndex

# What understands and joins a file loads pandera and SciPy: a quarter of a second that each start would pay.
if TYPE_CHECKING:
    from border_atlas.domain.own_apply import OwnRecords
    from border_atlas.domain.own_filter import Filters
    from border_atlas.domain.own_guess import ColumnMapping

_SETS: Final = "atlas_own_sets"
WITHIN_KM: Final = 25
#: So many layers of own data are kept at once; more would crowd the map and the server.
MOST_SETS: Final = 8

Mask = npt.NDArray[np.bool_]


@dataclass
class OwnSet:
    """One layer of a user's file: as read, as understood, as checked, as filtered."""

    key: str
    name: str
    form: str
    layer: OwnLayer
    guess: "ColumnMapping"
    mapping: "ColumnMapping"
    records: "OwnRecords"
    index: CellIndex
    filters: "Filters"
    choices: dict[tuple[str, str], str] = field(default_factory=dict)
    wanted: dict[str, tuple[str, ...]] = field(default_factory=dict)
    years: tuple[int, int] | None = None
    within_km: float = WITHIN_KM
    shown: bool = True
    in_briefing: bool = False
    joined_within: float | None = None
    joined: gpd.GeoDataFrame | None = None

    def mask(self) -> Mask:
        """Return which of the good records the filters keep."""
        return self.filters.mask(self.wanted, self.years)


class TakenUp(NamedTuple):
    """What of a file is kept in the session, and the names of layers for which there was no room."""

    sets: tuple[OwnSet, ...]
    left_out: tuple[str, ...]


def all_sets() -> tuple[OwnSet, ...]:
    """Return the session's own data, in the order in which they came."""
    sets: dict[str, OwnSet] = st.session_state.get(_SETS, {})
    return tuple(sets.values())


def take_up(own: OwnFile, data: Dataset) -> TakenUp:
    """Understand and check the layers of a file and keep them in the session as far as there is room.

    The same file replaces itself; nothing else that was there makes way.
    """
    sets: dict[str, OwnSet] = dict(st.session_state.get(_SETS, {}))
    new, left_out = list[OwnSet](), list[str]()
    for number, layer in enumerate(own.layers):
        if _key(own, number) not in sets and len(sets) >= MOST_SETS:
            left_out.append(_name(own, layer))
            continue
        one = understood(own, number, layer, data)
        sets.pop(one.key, None)
        sets[one.key] = one
        new.append(one)
    st.session_state[_SETS] = sets
    return TakenUp(tuple(new), tuple(left_out))


def _key(own: OwnFile, number: int) -> str:
    return f"{own.digest[:12]}-{number}"


def _name(own: OwnFile, layer: OwnLayer) -> str:
    return own.name if len(own.layers) == 1 else f"{own.name}: {layer.name}"


def understood(own: OwnFile, number: int, layer: OwnLayer, data: Dataset) -> OwnSet:
    """Guess, check and index one layer."""
    from border_atlas.domain import own_apply, own_filter, own_guess  # noqa: PLC0415  see above

    mapping = own_guess.guess(layer, data)
    records = own_apply.apply(layer, mapping, data)
    return OwnSet(
        key=_key(own, number), name=_name(own, layer), form=own.form, layer=layer, guess=mapping, mapping=mapping,
        records=records, index=CellIndex(records.good), filters=own_filter.make_filters(records.good),
    )  # fmt: skip


def understand_anew(
    one: OwnSet, data: Dataset, *, mapping: "ColumnMapping | None" = None, choices: Mapping[tuple[str, str], str] = {}
) -> None:
    """Check a layer again with columns or names that its user has corrected; its filters start anew."""
    from border_atlas.domain import own_apply, own_filter  # noqa: PLC0415  see above

    one.mapping = mapping or one.mapping
    one.choices |= choices
    one.records = own_apply.apply(one.layer, one.mapping, data, choices=one.choices)
    one.index, one.filters = CellIndex(one.records.good), own_filter.make_filters(one.records.good)
    one.joined_within, one.joined, one.wanted, one.years = None, None, {}, None


def remove(key: str) -> None:
    """Forget a layer and everything made of it."""
    st.session_state[_SETS] = {name: one for name, one in st.session_state.get(_SETS, {}).items() if name != key}


def joined(one: OwnSet, data: Dataset) -> gpd.GeoDataFrame:
    """Return all good records with their border areas; worked out when first asked for."""
    from border_atlas.domain import own_join  # noqa: PLC0415  see above

    if one.joined is None or one.joined_within != one.within_km:
        one.joined = own_join.join(one.records.good, data, one.within_km)
        one.joined_within = one.within_km
    return one.joined


def kept_rows(one: OwnSet, table: gpd.GeoDataFrame, mask: Mask) -> gpd.GeoDataFrame:
    """Return the rows of a joined table whose records the filters keep."""
    if mask.all():
        return table
    return table[table["_row"].isin(set(one.records.good["_row"].to_numpy()[mask]))]


def bounds(one: OwnSet) -> tuple[float, float, float, float] | None:
    """Return west, south, east, north of the layer's records in degrees; none if it has no place at all."""
    box = one.records.good.total_bounds
    return None if np.isnan(box).any() else (float(box[0]), float(box[1]), float(box[2]), float(box[3]))


def for_briefing() -> list[OwnDrawing]:
    """Return what of the session's own data was ticked for the briefing, as its filters leave it."""
    return drawings(only=[one for one in all_sets() if one.in_briefing])


def drawings(viewport: Box | None = None, *, only: Iterable[OwnSet] | None = None) -> list[OwnDrawing]:
    """Return what of the session's own data is drawn on a map: the layers that are switched on."""
    chosen = [one for one in all_sets() if one.shown] if only is None else list(only)
    return [
        own_layer.layer(
            one.records.good, name=one.name, kept_aside=one.records.kept_aside, viewport=viewport, index=one.index,
            keep=one.mask(), offset=(number * 3) % CATEGORIES,
        )
        for number, one in enumerate(chosen)
    ]  # fmt: skip
