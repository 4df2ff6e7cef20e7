"""The styling table: colours, shapes and dashes, safe for colour-blind people and legible on a projector.

Area colours are Paul Tol's "vibrant" scheme; organisations differ in colour and in shape. Dashes follow UN
Geospatial practice (dashed: undetermined or disputed; dotted: Line of Control) and are kept for lines only.
"""

from dataclasses import dataclass
from typing import Final

from border_atlas.model import FAMILY_LABELS, LINE_STATUS_LABELS, Family, LineStatus, Organisation


@dataclass(frozen=True)
class MarkerLook:
    """Colour and shape of an organisation's headquarters; shapes are drawn by ``assets/atlas-shapes.js``."""

    colour: str
    shape: str
    label: str


FAMILY_COLOURS: Final[dict[Family, str]] = {
    Family.MONITOR: "#0077BB",
    Family.CONTROL: "#CC3311",
    Family.BUILD_CAPACITY: "#009988",
    Family.ADVISE: "#EE7733",
    Family.CONNECT: "#AA3377",
}

ORGANISATION_LOOKS: Final[dict[Organisation, MarkerLook]] = {
    Organisation.UN: MarkerLook("#009EDB", "circle", "United Nations"),
    Organisation.EU: MarkerLook("#1F3A93", "square", "European Union"),
    Organisation.OSCE: MarkerLook("#117733", "triangle", "OSCE"),
    Organisation.AU: MarkerLook("#D55E00", "diamond", "African Union"),
    Organisation.ECOWAS: MarkerLook("#B8860B", "triangle-down", "ECOWAS"),
    Organisation.NATO: MarkerLook("#4B4B4B", "star", "NATO"),
    Organisation.OAS: MarkerLook("#CC79A7", "pentagon", "OAS"),
    Organisation.CIS: MarkerLook("#882255", "hexagon", "CIS"),
    Organisation.ASEAN: MarkerLook("#999933", "cross", "ASEAN"),
    Organisation.OTHER: MarkerLook("#7A7A7A", "octagon", "Other"),
}

#: Leaflet ``dashArray`` for a line one pixel wide; an empty string is a solid line.
DASHES: Final[dict[LineStatus, str]] = {
    LineStatus.SETTLED: "",
    LineStatus.UNDETERMINED: "6 4",
    LineStatus.LINE_OF_CONTROL: "1 4",
    LineStatus.CEASEFIRE_LINE: "8 3 1 3",
    LineStatus.ADMINISTRATIVE: "3 4",
}

#: Colour numbers sent to the browser are positions in these tuples.
FAMILY_ORDER: Final = tuple(Family)
ORGANISATION_ORDER: Final = tuple(Organisation)


def palettes() -> dict[str, list[dict[str, str]]]:
    """Return colour and label of each colour number, by what the areas are coloured for."""
    return {
        "family": [{"colour": FAMILY_COLOURS[key], "label": FAMILY_LABELS[key]} for key in FAMILY_ORDER],
        "organisation": [
            {"colour": ORGANISATION_LOOKS[key].colour, "label": ORGANISATION_LOOKS[key].label}
            for key in ORGANISATION_ORDER
        ],
    }


def organisation_looks() -> dict[str, dict[str, str]]:
    """Return colour, shape and label of each organisation's marker."""
    return {
        str(key): {"colour": look.colour, "shape": look.shape, "label": look.label}
        for key, look in ORGANISATION_LOOKS.items()
    }


def status_lines() -> list[dict[str, str]]:
    """Return dash and label of each line status, in the order of the legend."""
    return [{"dash": DASHES[status], "label": LINE_STATUS_LABELS[status]} for status in LineStatus]
