"""The Folium map: a base that never changes within a session, and a message that says what to show on it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

import folium
from branca.element import MacroElement
from folium.template import Template

from border_atlas.config import DATA_AS_OF, FIRST_YEAR, WEB_LAYERS
from border_atlas.domain.boundary_notes import note_boxes
from border_atlas.domain.dates_text import say_date
from border_atlas.errors import DatasetError
from border_atlas.maps import styles
from border_atlas.maps.past import PAST
from border_atlas.maps.safety import Json, escape, script_json
from border_atlas.model import DISCLAIMER

#: Scripts and styles of the map.
ASSETS: Final = Path(__file__).parent / "assets"
#: Settings and all scripts below in one file: streamlit-folium loads one script after the other.
BUNDLE: Final = "bundle.js"
SCRIPTS: Final = (
    "atlas-shapes.js",
    "atlas-base.js",
    "atlas-areas.js",
    "atlas-missions.js",
    "atlas-near.js",
    "atlas-crossings.js",
    "atlas-sites.js",
    "atlas-legend.js",
    "atlas-notes.js",
    "atlas-time.js",
    "atlas-sync.js",
    "atlas-own-marks.js",
    "atlas-own.js",
    "atlas.js",
)

#: Nearer than this the base data say nothing true.
MAX_ZOOM: Final = 13


@dataclass(frozen=True)
class Hosts:
    """Where the browser finds the app's own files, relative to the component's frame."""

    leaflet: str
    cluster: str
    assets: str
    layers: str


class _Start(MacroElement):
    """Starts the browser side on the map; rendered once a session."""

    _template = Template(
        "{% macro script(this, kwargs) %}Atlas.start({{ this._parent.get_name() }}, {{ this.config }});{% endmacro %}"
    )

    def __init__(self, config: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca is untyped
        self._name = "AtlasStart"
        self.config = config


class _Show(MacroElement):
    """Tells the browser what the selection leaves, as generated numbers."""

    _template = Template("{% macro script(this, kwargs) %}Atlas.show({{ this.message }});{% endmacro %}")

    def __init__(self, message: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca is untyped
        self._name = "AtlasShow"
        self.message = message


def layer_files(web_layers: Path = WEB_LAYERS) -> dict[str, str]:
    """Return the content-hashed file name of each browser layer.

    Raises
    ------
    DatasetError
        If the manifest is missing or not JSON.
    """
    manifest = web_layers / "manifest.json"
    try:
        return cast("dict[str, str]", json.loads(manifest.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        place = f"{web_layers.name}/{manifest.name}"
        msg = f"{place} cannot be read ({error}); run `python -m border_atlas build`."
        raise DatasetError(msg) from error


def attribution() -> str:
    """Return the line under the map: state of the data, base data, disclaimer."""
    as_of = say_date(DATA_AS_OF.isoformat())
    return escape(f"Data as of {as_of}. Base map: Natural Earth, adapted. {DISCLAIMER}")


def browser_config(hosts: Hosts, layers: Mapping[str, str]) -> dict[str, Json]:
    """Return all that the browser needs to know besides the data."""
    return {"base": hosts.layers, "layers": dict(layers), **settings()}


def settings() -> dict[str, Json]:
    """Return what is the same for every map: it goes to the browser as a file that it keeps, not with each map."""
    return {
        "palettes": cast("Json", styles.palettes()),
        "organisations": cast("Json", styles.organisation_looks()),
        "dashes": {str(status): dash for status, dash in styles.DASHES.items()},
        "statuses": cast("Json", styles.status_lines()),
        "attribution": attribution(),
        "notes": [{"text": note.text, "boxes": [list(box) for box in boxes]} for note, boxes in note_boxes()],
        "years": {"first": FIRST_YEAR, "last": DATA_AS_OF.year},
        "past": PAST,
    }


def bundle() -> str:
    """Return the text of ``bundle.js``, which ``python -m border_atlas build`` writes."""
    head = f"/* Written by `python -m border_atlas build`. */\nwindow.AtlasSettings = {script_json(settings())};\n"
    return head + "".join((ASSETS / name).read_text(encoding="utf-8") for name in SCRIPTS)


def base_map(hosts: Hosts, layers: Mapping[str, str], *, revision: str = "") -> folium.Map:
    """Return the base map; equal arguments render the same script, so the browser keeps the map.

    Folium's own scripts come from public networks; they are replaced by the app's files.
    """
    atlas = folium.Map(
        tiles=None, location=(20, 15), zoom_start=2, prefer_canvas=True, minZoom=1, maxZoom=MAX_ZOOM,
        zoomSnap=0.5, zoomDelta=1,
    )  # fmt: skip
    query = f"?v={revision}" if revision else ""
    atlas.default_js = [("leaflet", f"{hosts.leaflet}/leaflet.js{query}")]
    atlas.default_js += [("cluster", f"{hosts.cluster}/leaflet.markercluster.js{query}")]
    atlas.default_js += [("atlas", f"{hosts.assets}/{BUNDLE}{query}")]
    atlas.default_css = [
        ("leaflet", f"{hosts.leaflet}/leaflet.css{query}"),
        ("cluster", f"{hosts.cluster}/MarkerCluster.css{query}"),
        ("atlas", f"{hosts.assets}/atlas.css{query}"),
    ]
    _Start(script_json({"base": hosts.layers, "layers": dict(layers)})).add_to(atlas)
    return atlas


def shown_group(message: Mapping[str, Json]) -> folium.FeatureGroup:
    """Return the dynamic group that carries a message made by ``maps.message``."""
    group = folium.FeatureGroup(name="shown", control=False)
    _Show(script_json(message)).add_to(group)
    return group
