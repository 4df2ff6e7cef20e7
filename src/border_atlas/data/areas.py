"""Makes the geometry of each border area from its recipe."""

from dataclasses import dataclass
from typing import Any

import shapely

from border_atlas.data.atlas import Atlas
from border_atlas.data.geometry import (
    area_km2,
    evaluate,
    length_km,
    quality,
    rounded,
    tidy,
    valid_polygons,
)
from border_atlas.data.recipe_terms import Box
from border_atlas.data.recipes import parse
from border_atlas.errors import RecipeError
from border_atlas.model import GeometryQuality


@dataclass(frozen=True)
class BorderArea:
    """A row of ``border_areas.csv`` with its geometry."""

    row: dict[str, Any]
    geometry: shapely.Geometry
    quality: GeometryQuality

    @property
    def dimension(self) -> int:
        """0 for points, 1 for lines, 2 for polygons."""
        return int(shapely.get_dimensions(self.geometry))

    @property
    def measures(self) -> dict[str, float | None]:
        """Length of lines and area of polygons, rounded to what the base data can carry."""
        return {
            "length_km": round(length_km(self.geometry), 1) if self.dimension == 1 else None,
            "area_km2": round(area_km2(self.geometry), 1) if self.dimension == 2 else None,  # noqa: PLR2004  polygons
        }


def make_area(row: dict[str, Any], atlas: Atlas) -> BorderArea:
    """Evaluate the recipe of one row.

    Raises
    ------
    RecipeError
        If the recipe is wrong or gives nothing.
    """
    parts = parse(row["recipe"], where=row["area_id"])
    geometry = tidy(evaluate(parts, atlas, where=row["area_id"], box=_box(row)))
    return BorderArea(row=row, geometry=geometry, quality=quality(parts))


def coarse_area(area: BorderArea, atlas: Atlas, *, tolerance: float, decimals: int) -> shapely.Geometry:
    """Return an area for a simplified atlas: lines are cut anew, so that they lie on its borders.

    Polygons are thinned by themselves; points, and lines too short to survive, stay as they are.
    """
    if area.dimension == 0:
        return area.geometry
    if area.dimension == 1 and area.quality is GeometryQuality.DERIVED:
        cut = make_area(area.row, atlas).geometry
    else:
        cut = area.geometry.simplify(tolerance)
    shown = valid_polygons(cut, decimals) if area.dimension == 2 else tidy(rounded(cut, decimals))  # noqa: PLR2004
    return area.geometry if shown.is_empty else shown


def _box(row: dict[str, Any]) -> Box:
    try:
        west, south, east, north = (float(row[name]) for name in ("lon_min", "lat_min", "lon_max", "lat_max"))
    except ValueError as error:
        msg = f"Border area '{row['area_id']}': the box needs four numbers in degrees ({error})."
        raise RecipeError(msg) from error
    return west, south, east, north
