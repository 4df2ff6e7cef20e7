"""GeoPackage: layers for all that has a place, tables for mandates, sources, the file itself and its columns.

Activities carry the geometry of their border area, so that they can be styled and filtered on a map without
a join; their ``mission_id`` and ``area_id`` still lead to the other layers.
"""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Final

import pandas as pd
import pyogrio

from border_atlas.data.dataset import Dataset
from border_atlas.domain.view import View
from border_atlas.errors import ExportError
from border_atlas.export.about import About, column_entries
from border_atlas.export.columns import ACTIVITIES_NOTE, GEO_NOTE
from border_atlas.export.records import records_of

_ABOUT: Final = {
    "missions": "Headquarters of missions (points)",
    "border_areas": "Border areas (lines, polygons, points)",
    "activities": "Activities, with the geometry of their border area",
    "field_sites": "Places of missions in the field (points)",
    "crossing_points": "Border crossing points (points)",
    "mandates": "Decisions on the border tasks of the missions",
    "sources": "Sources that the records name",
    "about": "Selection, dates, licence, citation and disclaimer of this file",
    "columns": "What the columns mean",
}
#: Also older QGIS and GDAL read this version without a warning.
_VERSION: Final = "1.2"
_COUNTER: Final = slice(24, 28)
_VALID_FOR: Final = slice(92, 96)
_SHAPES: Final = {
    "missions": "Point", "border_areas": "Unknown", "activities": "Unknown", "field_sites": "Point",
    "crossing_points": "Point",
}  # fmt: skip


def to_gpkg(dataset: Dataset, view: View, about: About) -> bytes:
    """Return a view as a GeoPackage; what is not known is NULL.

    Raises
    ------
    ExportError
        If GDAL cannot write the file.
    """
    layers = _layers(dataset, view, about)
    # GDAL appends layers to files only, not to bytes.
    with tempfile.TemporaryDirectory(prefix="border-atlas-") as folder:
        path = Path(folder) / "border-atlas.gpkg"
        for name, table in layers.items():
            _write(path, name, table)
        _date(path, about)
        return _count_changes_once(path.read_bytes())


def _count_changes_once(content: bytes) -> bytes:
    """Reset the change counter of the database: how often SQLite wrote while the file was made depends on the clock.

    The counter stands at byte 24 and, to vouch for the header, at byte 92 (SQLite file format, 1.3).
    """
    once = (1).to_bytes(_COUNTER.stop - _COUNTER.start, "big")
    changed = bytearray(content)
    changed[_COUNTER] = changed[_VALID_FOR] = once
    return bytes(changed)


def _layers(dataset: Dataset, view: View, about: About) -> dict[str, pd.DataFrame]:
    layers = records_of(dataset, view).tables()
    names = [str(column) for table in layers.values() for column in table.columns if column != "geometry"]
    entries = about.entries(GEO_NOTE, ACTIVITIES_NOTE)
    return layers | {
        "about": pd.DataFrame(entries, columns=pd.Index(["heading", "text"])),
        "columns": pd.DataFrame(column_entries(names), columns=pd.Index(["column_name", "meaning"])),
    }


def _write(path: Path, name: str, table: pd.DataFrame) -> None:
    try:
        pyogrio.write_dataframe(
            _with_nulls(table), path, layer=name, driver="GPKG", append=path.exists(), promote_to_multi=False,
            geometry_type=_SHAPES.get(name), layer_options={"DESCRIPTION": _ABOUT[name]},
            dataset_options={} if path.exists() else {"VERSION": _VERSION},
        )  # fmt: skip
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        msg = f"The layer {name} of the GeoPackage cannot be written: {error}"
        raise ExportError(msg) from error


def _with_nulls(table: pd.DataFrame) -> pd.DataFrame:
    texts = [name for name in table.columns if table[name].dtype == object]
    return table.assign(**{name: table[name].where(table[name] != "", None) for name in texts})


def _date(path: Path, about: About) -> None:
    """Set the time of the last change, which GDAL takes from the clock, so that equal exports are equal files."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE gpkg_contents SET last_change = ?", (f"{about.exported_on}T00:00:00.000Z",))
