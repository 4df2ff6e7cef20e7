"""The offline step: turns the tables that editors edit into the files that the app reads."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Final

import pandas as pd
import shapely
from rich.progress import track

from border_atlas.data.areas import BorderArea, make_area
from border_atlas.data.atlas import TERRITORIES, TERRITORY_COLUMNS, Atlas, make_atlas
from border_atlas.data.boundaries import (
    BOUNDARY_COLUMNS,
    BOUNDARY_LINES,
    BoundaryLine,
    DrawnAreas,
    boundary_lines,
)
from border_atlas.data.files import Feature, feature_collection, write_files
from border_atlas.data.geometry import tidy
from border_atlas.data.tables import (
    ACTIVITIES,
    AREAS,
    COLUMNS,
    COPIES,
    COUNTRIES,
    CROSSINGS,
    FIELD_SITES,
    MISSIONS,
    read_table,
    records,
)
from border_atlas.data.timeline_layer import timeline_layer
from border_atlas.data.topology import read_topology
from border_atlas.data.weblayers import (
    SCALES,
    Scale,
    area_layer,
    base_layers,
    crossing_layer,
    hashed,
    label_layer,
    mission_layer,
    site_layer,
    stale_files,
)
from border_atlas.data.world import world_atlas
from border_atlas.errors import DatasetError

#: Countries keep points farther than this from the simpler line, in degrees.
_COUNTRY_TOLERANCE: Final = 0.004
_BOX: Final = ("lon_min", "lat_min", "lon_max", "lat_max")
_SEAT: Final = ("hq_lon", "hq_lat")
_POINT: Final = ("lon", "lat")
#: Cells that are numbers in the built files.
_NUMBERS: Final = ("length_published_km", "strength")


@dataclass(frozen=True)
class Step:
    """One thing to make: the folder it belongs to, and what makes names and contents."""

    target: str
    make: Callable[[], dict[str, str]]


@dataclass(frozen=True)
class Build:
    """Everything that the built files are made from; each part is worked out once."""

    tables: Path
    atlas: Atlas

    def table(self, name: str, columns: tuple[str, ...] | None = None) -> pd.DataFrame:
        """Read one of the tables."""
        return read_table(self.tables / name, columns or COLUMNS[name])

    @cached_property
    def areas(self) -> list[BorderArea]:
        """The border areas in the order of the table."""
        rows = records(self.table(AREAS))
        return [make_area({str(key): value for key, value in row.items()}, self.atlas) for row in rows]

    def lines(self, atlas: Atlas) -> list[BoundaryLine]:
        """Return the boundary lines of an atlas."""
        countries = self.table(COUNTRIES)
        names = {code: name for code, name in zip(countries["iso3"], countries["name"], strict=True) if name}
        drawn = DrawnAreas(
            geometry={area.row["area_id"]: area.geometry for area in self.areas},
            quality={area.row["area_id"]: area.quality for area in self.areas},
        )
        return boundary_lines(atlas, self.table(BOUNDARY_LINES, BOUNDARY_COLUMNS), names=names, areas=drawn)

    def mission_features(self) -> Iterator[Feature]:
        """Yield missions at their seat."""
        for row in records(self.table(MISSIONS)):
            yield _properties(row, without=_SEAT), _point(row, MISSIONS, _SEAT)

    def area_features(self) -> Iterator[Feature]:
        """Yield border areas with their measures."""
        for area in self.areas:
            measures = {**area.measures, "geometry_quality": area.quality}
            yield _properties(area.row, without=_BOX) | measures, area.geometry

    def crossing_features(self) -> Iterator[Feature]:
        """Yield crossing points."""
        for row in records(self.table(CROSSINGS)):
            yield _properties(row, without=_POINT), _point(row, CROSSINGS, _POINT)

    def country_features(self) -> Iterator[Feature]:
        """Yield the land of each country and territory that has a name."""
        land = self.atlas.simplified(_COUNTRY_TOLERANCE)
        table = self.table(COUNTRIES)
        for row in records(table[(table["iso3"] != "") & (table["name"] != "")]):
            polygons = land.country(row["iso3"])
            if not polygons.is_empty:
                yield _properties(row, without=("atlas_name",)), tidy(polygons)

    def boundary_features(self) -> Iterator[Feature]:
        """Yield boundary lines with their status."""
        for line in self.lines(self.atlas):
            properties = {
                "line_id": line.line_id,
                "name": line.name,
                "sides": line.sides,
                "line_status": line.line_status,
                "note_id": line.note_id or None,
                "geometry_quality": line.quality,
            }
            yield properties, tidy(line.geometry)

    def layers(self, scale: Scale) -> dict[str, str]:
        """Return the browser layers of one scale."""
        atlas = self.atlas.simplified(scale.tolerance)
        base = base_layers(atlas, scale, self.lines)
        return base | area_layer(self.areas, atlas, scale) if scale.areas else base

    def point_layers(self) -> dict[str, str]:
        """Return the browser layers that have no scale."""
        missions = self.table(MISSIONS)
        areas, activities = self.table(AREAS), self.table(ACTIVITIES)
        timeline = timeline_layer(missions, areas, activities)
        sites = site_layer(self.table(FIELD_SITES), missions)
        crossings = crossing_layer(self.table(CROSSINGS), areas, activities, missions)
        return mission_layer(missions) | sites | crossings | label_layer(self.table(COUNTRIES), self.atlas) | timeline


def build(*, geodata: Path, atlas: Path | None) -> None:
    """Build all files of a dataset folder.

    Nothing is written unless everything could be made; the same tables and the same world-atlas give
    the same bytes.

    Parameters
    ----------
    geodata
        Folder with ``tables/``; the built files go into it and into its ``web/``.
    atlas
        Folder or ``.tgz`` of world-atlas 2.0.2; without it, it is fetched by npm.

    Raises
    ------
    DatasetError
        If a table or world-atlas is missing or damaged.
    RecipeError
        If a recipe cannot be read or gives nothing.
    """
    tables = geodata / "tables"
    with world_atlas(atlas) as path:
        topology = read_topology(path)
    countries = read_table(tables / COUNTRIES, COLUMNS[COUNTRIES])
    territories = read_table(tables / TERRITORIES, TERRITORY_COLUMNS)
    job = Build(tables, make_atlas(topology, countries=countries, territories=territories))
    made: dict[str, dict[str, str]] = {"geodata": {}, "web": {}}
    for step in track(_steps(job), description="Building"):
        made[step.target].update(step.make())
    web = hashed(made["web"])
    write_files(geodata, made["geodata"] | {f"web/{name}": text for name, text in web.items()})
    for stale in stale_files(geodata / "web", web):
        stale.unlink()


def _steps(job: Build) -> list[Step]:
    """Return what to make, in an order in which later steps find the parts that earlier ones made."""
    features: dict[str, Callable[[], Iterator[Feature]]] = {
        "border_areas.geojson": job.area_features,
        "missions.geojson": job.mission_features,
        "crossings.geojson": job.crossing_features,
        "countries.geojson": job.country_features,
        "boundaries.geojson": job.boundary_features,
    }
    steps = [Step("geodata", partial(_collection, name, make)) for name, make in features.items()]
    steps += [Step("geodata", partial(_copy, job, name)) for name in COPIES]
    steps += [Step("web", partial(job.layers, scale)) for scale in SCALES]
    return [*steps, Step("web", job.point_layers)]


def _collection(name: str, make: Callable[[], Iterator[Feature]]) -> dict[str, str]:
    return {name: feature_collection(make())}


def _copy(job: Build, name: str) -> dict[str, str]:
    """Write a table as it is, with the line ends and quotes of the house."""
    return {name: job.table(name).to_csv(index=False, lineterminator="\n")}


def _properties(row: Mapping[str, str], *, without: tuple[str, ...]) -> dict[str, str | float | None]:
    """Return a row's cells as GeoJSON properties: an empty cell is null."""
    return {
        str(name): _number(cell) if cell and name in _NUMBERS else cell or None
        for name, cell in row.items()
        if name not in without
    }


def _number(cell: str) -> float:
    """Return a number as it is printed: whole without a point."""
    return int(cell) if cell.isdecimal() else float(cell)


def _point(row: Mapping[str, str], file: str, columns: tuple[str, str]) -> shapely.Point:
    try:
        lon, lat = (float(row[name]) for name in columns)
    except ValueError as error:
        key = row[COLUMNS[file][0]]
        msg = f"{file}: '{key}' needs {' and '.join(columns)} in degrees ({error})."
        raise DatasetError(msg) from error
    return shapely.Point(lon, lat)
