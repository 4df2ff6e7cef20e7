"""Border management in peace operations: dataset, selections, maps and exports."""

from border_atlas import gdal_lock

__version__ = "0.1.0"

# GDAL reads its restrictions when it loads, so they are set before any module of ours can load it.
gdal_lock.lock()
