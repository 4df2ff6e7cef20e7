"""Restricts GDAL to the few drivers that are used, before it loads: a strange text then opens nothing else.

Importing anything of this package sets the restriction; `assert_locked` proves it.
"""

import os
from typing import Final

from border_atlas.errors import BorderAtlasError

#: Reads zipped Shapefiles; writes GeoPackage; GeoJSON and MEM are what they are written from.
ALLOWED: Final = frozenset({"ESRI Shapefile", "GPKG", "GeoJSON", "MEM"})
#: All vector drivers of the pinned GDAL but the allowed ones, and the raster drivers that read descriptions.
SKIPPED: Final = (
    "PCIDSK", "PDS4", "VICAR", "PDF", "MBTiles", "EEDA", "OGCAPI", "GDALG", "MapInfo File", "LVBAG", "S57", "DGN",
    "OGR_VRT", "CSV", "GML", "GPX", "LIBKML", "KML", "GeoJSONSeq", "ESRIJSON", "TopoJSON", "OGR_GMT", "SQLite",
    "WAsP", "OpenFileGDB", "DXF", "FlatGeobuf", "GeoRSS", "VFK", "PGDUMP", "OSM", "GPSBabel", "OGR_PDS", "WFS",
    "OAPIF", "EDIGEO", "Idrisi", "ODS", "XLSX", "Elasticsearch", "Carto", "AmigoCloud", "SXF", "Selafin", "JML",
    "PLSCENES", "CSW", "VDV", "MVT", "NGW", "MapML", "GTFS", "PMTiles", "JSONFG", "MiraMonVector", "ADBC", "AVCBin",
    "AVCE00", "AIVector", "HTTP", "VRT", "WMS", "WMTS", "WCS",
    "LIBERTIFF", "STACIT",
    "STACTA", "GTI", "DERIVED", "PLMOSAIC", "EEDAI", "KMLSUPEROVERLAY", "Zarr",
)  # fmt: skip


class GdalLockError(BorderAtlasError):
    """GDAL offers more drivers than allowed."""


def lock() -> None:
    """Set the restriction in the environment; takes effect if GDAL has not loaded yet."""
    os.environ["GDAL_SKIP"] = ",".join(SKIPPED)
    os.environ["GDAL_DRIVER_PATH"] = "disable"
    # No directory is looked through for side files and no request leaves.
    os.environ["GDAL_DISABLE_READDIR_ON_OPEN"] = "EMPTY_DIR"
    os.environ["GDAL_PAM_ENABLED"] = "NO"


def assert_locked() -> None:
    """Check that GDAL offers the allowed drivers only.

    Raises
    ------
    GdalLockError
        When there are others, with their names.
    """
    import pyogrio  # noqa: PLC0415  GDAL loads here, after the restriction was set

    extra = sorted(set(pyogrio.list_drivers()) - ALLOWED)
    if extra:
        msg = f"GDAL offers drivers that are not allowed: {', '.join(extra)}. Import border_atlas before pyogrio."
        raise GdalLockError(msg)
