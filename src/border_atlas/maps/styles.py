"""The styling table: colours, shapes and dashes, safe for colour-blind people and legible on a projector.

Colours come from ``palette.py``; organisations differ in colour and in shape. Dashes follow UN
Geospatial practice (dashed: undetermined or disputed; dotted: Line of Control) and are kept for lines only.
"""

from dataclasses import dataclass
from typing import Final

from border_atlas.domain.coverage_map import STATES, CoverageState
from border_atlas.model import FAMILY_LABELS, LINE_STATUS_LABELS, ORGANISATION_LABELS, Family, LineStatus, Organisation
from border_atlas.palette import FAMILY_COLOURS, ORGANISATION_COLOURS

__all__ = [
    "COVERAGE_LOOKS",
    "DASHES",
    "FAMILY_COLOURS",
    "FAMILY_ORDER",
    "ORGANISATION_LOOKS",
    "ORGANISATION_ORDER",
    "MarkerLook",
    "organisation_looks",
    "palettes",
    "status_lines",
]


@dataclass(frozen=True)
class MarkerLook:
    """Colour and shape of an organisation's headquarters; shapes are drawn by ``assets/atlas-shapes.js``."""

    colour: str
    shape: str
    label: str


_SHAPES: Final[dict[Organisation, str]] = {
    Organisation.UN: "circle",
    Organisation.EU: "square",
    Organisation.OSCE: "triangle",
    Organisation.AU: "diamond",
    Organisation.ECOWAS: "triangle-down",
    Organisation.NATO: "star",
    Organisation.OAS: "pentagon",
    Organisation.CIS: "hexagon",
    Organisation.ASEAN: "cross",
    Organisation.OTHER: "octagon",
}

ORGANISATION_LOOKS: Final[dict[Organisation, MarkerLook]] = {
    key: MarkerLook(ORGANISATION_COLOURS[key], shape, ORGANISATION_LABELS[key]) for key, shape in _SHAPES.items()
}

#: Tol's "vibrant" blue, cyan, orange and magenta: no red against green for status; grey for what is not known.
COVERAGE_LOOKS: Final[dict[CoverageState, tuple[str, str]]] = {
    CoverageState.OVERLAP: ("#0077BB", "Two missions or more shown to run"),
    CoverageState.ONE: ("#33BBEE", "One mission shown to run"),
    CoverageState.UNSURE: ("#6B6B6B", "End of the work not known"),
    CoverageState.ENDED: ("#EE7733", "Last mission left lately"),
    CoverageState.GAP: ("#EE3377", "No mission any more"),
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
#: The last colour of both palettes: an area without an activity has no leading family or organisation.
_NO_WORK: Final = {"colour": "#7A7A7A", "label": "No activity on record"}


def palettes() -> dict[str, list[dict[str, str]]]:
    """Return colour and label of each colour number, by what the areas are coloured for."""
    return {
        "family": [
            *({"colour": FAMILY_COLOURS[key], "label": FAMILY_LABELS[key]} for key in FAMILY_ORDER),
            dict(_NO_WORK),
        ],
        "organisation": [
            *(
                {"colour": ORGANISATION_LOOKS[key].colour, "label": ORGANISATION_LOOKS[key].label}
                for key in ORGANISATION_ORDER
            ),
            dict(_NO_WORK),
        ],
        "coverage": [
            {"colour": colour, "label": label} for colour, label in (COVERAGE_LOOKS[state] for state in STATES)
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
