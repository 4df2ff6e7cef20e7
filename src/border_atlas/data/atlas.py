"""The world of world-atlas with its owners put right: borders, coasts and land by country."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final

import pandas as pd
import shapely

from border_atlas.data.recipe_terms import Drawn, Part, Side
from border_atlas.data.recipes import parse
from border_atlas.data.topology import Face, Topology, as_polygons
from border_atlas.errors import DatasetError, RecipeError

TERRITORIES: Final = "territories.csv"
TERRITORY_COLUMNS: Final = ("territory", "owner", "recipe", "source_ids", "notes")


@dataclass(frozen=True)
class Cut:
    """A polygon that is taken out of the land of others, or of one of them, and given to one owner."""

    territory: str
    owner: str
    polygon: shapely.Polygon
    giver: str = ""


@dataclass(frozen=True)
class Holding:
    """What a face is called and whose it is (empty: nobody's)."""

    territory: str
    owner: str


@dataclass(frozen=True, eq=False)
class Atlas:
    """Topology, the holding of each face, and the cuts through faces."""

    topology: Topology
    holdings: tuple[Holding, ...]
    cuts: tuple[Cut, ...] = ()

    @cached_property
    def _border_arcs(self) -> dict[tuple[str, str], list[int]]:
        arcs: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for arc, faces in self.topology.users.items():
            owners = sorted({self.holdings[face].owner for face in faces} - {""})
            for pair in combinations(owners, 2):
                arcs[pair].append(arc)
        return dict(sorted(arcs.items()))

    @cached_property
    def _polygons(self) -> dict[str, shapely.MultiPolygon]:
        members: defaultdict[str, list[shapely.Geometry]] = defaultdict(list)
        for holding, polygon in zip(self.holdings, self.topology.polygons, strict=True):
            members[holding.owner].append(polygon)
        land = {owner: as_polygons(shapely.union_all(polygons)) for owner, polygons in sorted(members.items())}
        for cut in self.cuts:
            land = _apply(cut, land)
        return {owner: polygons for owner, polygons in land.items() if owner and not polygons.is_empty}

    @property
    def countries(self) -> tuple[str, ...]:
        """Codes of all owners that have land, sorted."""
        return tuple(sorted(self._polygons))

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """All pairs of countries that share a land border, sorted."""
        return tuple(self._border_arcs)

    def border(self, first: str, second: str) -> shapely.MultiLineString:
        """Return the land border of two countries (empty if they share none)."""
        pair = (min(first, second), max(first, second))
        return self.topology.lines(self._border_arcs.get(pair, []))

    def borders(self, countries: Iterable[str], *, inner: bool = False) -> shapely.MultiLineString:
        """Return the land borders of some countries, or (``inner``) only those among them."""
        wanted = set(countries)
        least = 2 if inner else 1
        arcs = {arc for pair, arcs in self._border_arcs.items() if len(wanted & set(pair)) >= least for arc in arcs}
        return self.topology.lines(sorted(arcs))

    def coast(self, country: str) -> shapely.MultiLineString:
        """Return the coastline of a country: the arcs that no other face uses."""
        users = self.topology.users
        return self.topology.lines(
            arc for arc, faces in users.items() if len(faces) == 1 and self.holdings[faces[0]].owner == country
        )

    def country(self, country: str) -> shapely.MultiPolygon:
        """Return the land of a country."""
        return self._polygons.get(country, shapely.MultiPolygon())

    def territory(self, name: str) -> shapely.MultiPolygon:
        """Return the land of a named territory."""
        for cut in self.cuts:
            if cut.territory == name:
                return as_polygons(self.country(cut.owner).intersection(cut.polygon))
        return as_polygons(shapely.union_all([self.topology.polygons[face] for face in self._named(name)]))

    def edge(self, name: str, other: str = "") -> shapely.MultiLineString:
        """Return the land edges of a named territory: arcs shared with another, or with one other."""
        own = self._named(name)
        beyond = self._named(other) if other else set(range(len(self.holdings))) - own
        users = self.topology.users
        return self.topology.lines(arc for arc, faces in users.items() if own & set(faces) and beyond & set(faces))

    def simplified(self, tolerance: float) -> "Atlas":
        """Return the atlas with fewer points, see :meth:`Topology.simplified`."""
        return Atlas(self.topology.simplified(tolerance), self.holdings, self.cuts)

    def _named(self, name: str) -> set[int]:
        return {number for number, holding in enumerate(self.holdings) if holding.territory == name}


def make_atlas(topology: Topology, *, countries: pd.DataFrame, territories: pd.DataFrame) -> Atlas:
    """Give every face its owner.

    Parameters
    ----------
    topology
        The world as read from world-atlas.
    countries
        Table with ``atlas_name`` and ``iso3`` (empty: nobody's).
    territories
        Table with ``territory``, ``owner`` and ``recipe``, which corrects world-atlas: a point takes
        the one face it lies in, a polygon cuts, with ``side AAA`` only what AAA holds.

    Raises
    ------
    DatasetError
        If a territory of world-atlas is not in ``countries`` or a point lies in no face.
    RecipeError
        If a recipe in ``territories`` is neither a point nor a polygon.
    """
    owners = dict(zip(countries["atlas_name"], countries["iso3"], strict=True))
    holdings = _holdings(topology.faces, owners)
    cuts: list[Cut] = []
    rows = zip(territories["territory"], territories["owner"], territories["recipe"], strict=True)
    for territory, owner, recipe in rows:
        drawn, giver = _drawn(recipe, where=territory)
        if drawn.shape == "polygon":
            cuts.append(Cut(territory, owner, shapely.Polygon(drawn.points), giver))
        else:
            face = _face_at(topology, shapely.Point(drawn.points[0]), where=territory)
            holdings[face] = Holding(territory, owner)
    return Atlas(topology, tuple(holdings), tuple(cuts))


def _holdings(faces: tuple[Face, ...], owners: dict[str, str]) -> list[Holding]:
    unknown = sorted({face.territory for face in faces} - set(owners))
    if unknown:
        msg = (
            f"world-atlas has {len(unknown)} name(s) that the column atlas_name of tables/countries.csv "
            f"lacks: {', '.join(unknown)}."
        )
        raise DatasetError(msg)
    return [Holding(face.territory, owners[face.territory]) for face in faces]


def _drawn(recipe: str, *, where: str) -> tuple[Drawn, str]:
    """Return what is drawn, and the country that it is taken from (empty: all)."""
    match parse(recipe, where=where):
        case (Part(Drawn("point" | "polygon") as source, ()),):
            return source, ""
        case (Part(Drawn("polygon") as source, (Side(giver),)),):
            return source, giver
    msg = f"Territory '{where}': the recipe '{recipe}' must be one point or one polygon, or a polygon with 'side AAA'."
    raise RecipeError(msg)


def _face_at(topology: Topology, point: shapely.Point, *, where: str) -> int:
    for number, polygon in enumerate(topology.polygons):
        if polygon.intersects(point):
            return number
    msg = f"Territory '{where}': the point {point.x} {point.y} lies on no land of world-atlas."
    raise DatasetError(msg)


def _apply(cut: Cut, land: dict[str, shapely.MultiPolygon]) -> dict[str, shapely.MultiPolygon]:
    """Move what the cut covers to its owner; what others hold beyond it stays theirs."""
    shapely.prepare(cut.polygon)
    taken = {
        owner: as_polygons(polygons.intersection(cut.polygon))
        for owner, polygons in land.items()
        if owner != cut.owner and cut.giver in {"", owner} and cut.polygon.intersects(polygons)
    }
    left = {owner: as_polygons(land[owner].difference(cut.polygon)) for owner in taken}
    gained = shapely.union_all([land.get(cut.owner, shapely.MultiPolygon()), *taken.values()])
    return land | left | {cut.owner: as_polygons(gained)}


def land_of(atlas: Atlas) -> shapely.MultiPolygon:
    """Return all land, dissolved: no borders inside."""
    return as_polygons(shapely.union_all(list(atlas.topology.polygons)))
