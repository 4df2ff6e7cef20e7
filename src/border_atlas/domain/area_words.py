"""What the status and the geometry of a border area mean, in one plain sentence each."""

from typing import Final

from border_atlas.model import LINE_STATUS_LABELS, GeometryQuality, LineStatus

_STATUS: Final[dict[LineStatus, str]] = {
    LineStatus.SETTLED: (
        "Drawn as an international boundary. That is how the base data show it, no statement on its legal status."
    ),
    LineStatus.UNDETERMINED: (
        "Those concerned have not agreed on this line, or not on all of it. It is drawn dashed and is not to be "
        "taken for a settled border."
    ),
    LineStatus.LINE_OF_CONTROL: (
        "A line up to which each side holds the ground. It was agreed between armed forces and is no "
        "settled border; it is drawn dotted."
    ),
    LineStatus.CEASEFIRE_LINE: (
        "A line or zone of a ceasefire, an armistice or a withdrawal. It parts forces, not states, and is no "
        "settled border; it is drawn dash-dotted."
    ),
    LineStatus.ADMINISTRATIVE: (
        "A line between two administrations. Whether it is more than that is answered differently by those "
        "concerned; drawing it expresses no view."
    ),
}
_NO_STATUS: Final = (
    "No single status is given: this is a place or region, or it takes in lines of different kinds. Each line "
    "on the map is drawn by its own status."
)
_QUALITY: Final[dict[GeometryQuality, str]] = {
    GeometryQuality.DERIVED: (
        "The geometry is cut from Natural Earth, made for maps at 1:10 million. Small bends are missing, so the "
        "line on the ground is longer."
    ),
    GeometryQuality.SCHEMATIC: (
        "The geometry is schematic, drawn by hand from descriptions. It shows where, not the exact course; do not "
        "measure on it."
    ),
}
_QUALITY_LABELS: Final[dict[GeometryQuality, str]] = {
    GeometryQuality.DERIVED: "Cut from base data",
    GeometryQuality.SCHEMATIC: "Schematic",
}


def status_label(status: str) -> str:
    """Name the status of a line; an empty one is none."""
    return LINE_STATUS_LABELS[LineStatus(status)] if status else "No single status"


def status_sentence(status: str) -> str:
    """Say what the status of a line means."""
    return _STATUS[LineStatus(status)] if status else _NO_STATUS


def quality_label(quality: str) -> str:
    """Name how a geometry was made."""
    return _QUALITY_LABELS[GeometryQuality(quality)] if quality else "Not known"


def quality_sentence(quality: str) -> str:
    """Say how a geometry was made and what it is good for."""
    return _QUALITY[GeometryQuality(quality)] if quality else ""
