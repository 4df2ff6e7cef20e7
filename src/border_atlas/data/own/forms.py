"""From bytes to raw layers: the reader of each form. Runs in the worker only."""

import importlib

from border_atlas.data.own.clean import finish
from border_atlas.data.own.limits import Limits
from border_atlas.data.own.raw import RawLayer, refuse
from border_atlas.data.own.sniff import sniff
from border_atlas.data.own.text import unique_names

#: Module and function that read each form; loaded when needed, so that small tables start fast.
_READERS = {
    "CSV": ("csv_table", "read_csv"), "XLSX": ("xlsx", "read_xlsx"), "GeoJSON": ("geojson", "read_geojson"),
    "GeoPackage": ("gpkg", "read_gpkg"), "Shapefile": ("shapefile", "read_shapefile"),
    "GeoParquet": ("parquet", "read_parquet"), "KML": ("kml", "read_kml"),
}  # fmt: skip


def read_raw(content: bytes, name: str, limits: Limits) -> tuple[str, list[RawLayer]]:
    """Return the form of the file and its layers, clean.

    Raises
    ------
    OwnFileError
        When the file is refused.
    """
    form = sniff(content, name)
    module, function = _READERS[form]
    read = getattr(importlib.import_module(f"border_atlas.data.own.{module}"), function)
    layers: list[RawLayer] = read(content, name=name.rpartition(".")[0], limits=limits)
    cells = sum(len(layer.rows) * len(layer.columns) for layer in layers)
    if cells > limits.cells:
        refuse(
            "The file has too many cells", where=name, value=f"{cells:,}",
            right=f"Leave out layers, columns or rows; at most {limits.cells:,} cells are read.",
        )  # fmt: skip
    if any(layer.shapes for layer in layers):
        _fit(layers, limits)
    finished = [finish(layer, limits) for layer in layers]
    for layer, unique in zip(finished, unique_names((each.name for each in finished), taken=()), strict=True):
        layer.name = unique
    return form, finished


def _fit(layers: list[RawLayer], limits: Limits) -> None:
    from border_atlas.data.own import seam  # noqa: PLC0415  tables need no shapes

    for layer in layers:
        seam.fit(layer, limits)
