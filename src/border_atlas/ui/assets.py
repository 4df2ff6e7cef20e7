"""Serves the map's scripts, styles and layers from the app itself, so that no other host is asked.

Streamlit serves the folder of a declared component below ``component/``, under ``server.baseUrlPath`` too and
without writing anything; the addresses are relative to the frame of streamlit-folium's component.
"""

from functools import cache
from hashlib import sha256
from pathlib import Path

import streamlit.components.v1 as components
from xstatic.pkg import leaflet, leaflet_markercluster

from border_atlas.config import WEB_LAYERS
from border_atlas.maps.atlas_map import ASSETS, Hosts


def _serve(name: str, folder: Path) -> str:
    components.declare_component(name, path=str(folder))
    return f"../{__name__}.{name}"


def serve() -> Hosts:
    """Declare the folders and return where the browser finds them."""
    return Hosts(
        leaflet=_serve("leaflet", Path(leaflet.BASE_DIR)),
        cluster=_serve("cluster", Path(leaflet_markercluster.BASE_DIR)),
        assets=_serve("assets", ASSETS),
        layers=_serve("layers", WEB_LAYERS),
    )


@cache
def revision() -> str:
    """Return a short hash of all scripts and styles, so that a browser does not keep old ones after an update."""
    digest = sha256()
    folders = (ASSETS, Path(leaflet.BASE_DIR), Path(leaflet_markercluster.BASE_DIR))
    for file in sorted(file for folder in folders for file in folder.iterdir() if file.is_file()):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:10]
