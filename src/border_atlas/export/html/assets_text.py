"""The scripts and styles that the document carries: Leaflet, the app's map and the player."""

import re
from functools import cache
from pathlib import Path
from typing import Final

from xstatic.pkg import leaflet, leaflet_markercluster

from border_atlas.maps.atlas_map import SCRIPTS
from border_atlas.palette import (
    FAMILY_COLOURS,
    FAMILY_COLOURS_ON_DARK,
    HEAT,
    HEAT_ON_DARK,
    ORGANISATION_COLOURS,
    ORGANISATION_COLOURS_ON_DARK,
    ink_on,
)

ASSETS: Final = Path(__file__).parent / "assets"
_MAP_ASSETS: Final = Path(__file__).resolve().parents[2] / "maps" / "assets"
_LEAFLET: Final = Path(leaflet.BASE_DIR)
_CLUSTER: Final = Path(leaflet_markercluster.BASE_DIR)
_PLAYER: Final = (
    "player-unpack.js", "player-map.js", "player-stage.js", "player-print.js", "player-presenter.js",
    "player-keys.js", "player.js",
)  # fmt: skip
_SOURCE_MAP: Final = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
#: Pictures of Leaflet that nothing here uses; a browser would ask for them.
_PICTURE: Final = re.compile(r"url\((?!['\"]?data:)[^)]*\)")


@cache
def scripts() -> tuple[str, ...]:
    """Return all scripts in the order in which they build on each other."""
    files = (
        _LEAFLET / "leaflet.js",
        _CLUSTER / "leaflet.markercluster.js",
        *(_MAP_ASSETS / name for name in SCRIPTS),
        *(ASSETS / name for name in _PLAYER),
    )
    return tuple(_SOURCE_MAP.sub("", file.read_text(encoding="utf-8")) for file in files)


@cache
def styles() -> tuple[str, ...]:
    """Return all styles; later ones refine earlier ones."""
    files = (
        _LEAFLET / "leaflet.css",
        _CLUSTER / "MarkerCluster.css",
        _MAP_ASSETS / "atlas.css",
        ASSETS / "player.css",
        ASSETS / "player-parts.css",
        ASSETS / "player-print.css",
    )
    return (*(_PICTURE.sub("none", file.read_text(encoding="utf-8")) for file in files), _colours())


def _colours() -> str:
    """Return what follows from the palette: heat of the matrix, and the sisters of series on a dark page."""
    light = FAMILY_COLOURS | ORGANISATION_COLOURS
    dark = FAMILY_COLOURS_ON_DARK | ORGANISATION_COLOURS_ON_DARK
    sisters = {light[key]: dark[key] for key in light if light[key] != dark[key]}
    lines = [f'[data-theme="dark"] .slide [fill="{one}" i] {{ fill: {other}; }}' for one, other in sisters.items()]
    for step, (pale, deep) in enumerate(zip(HEAT, HEAT_ON_DARK, strict=True), start=1):
        lines.append(f".matrix .heat-{step} {{ background: {pale}; color: {ink_on(pale)}; }}")
        lines.append(f'[data-theme="dark"] .matrix .heat-{step} {{ background: {deep}; color: {ink_on(deep)}; }}')
    return "\n".join(lines)
