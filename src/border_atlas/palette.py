"""Colours that maps and charts share: safe for colour-blind people, legible on paper, screen and projector.

Families wear Paul Tol's "vibrant" scheme. Colours that sink into a dark page have a lighter sister for it.
"""

from typing import Final

from border_atlas.model import Family, Organisation

#: Text and pages of the two themes in ``.streamlit/config.toml``.
INK_LIGHT: Final = "#1B1F27"
INK_DARK: Final = "#E6E9EF"
PAGE_LIGHT: Final = "#FFFFFF"
PAGE_DARK: Final = "#11161F"

FAMILY_COLOURS: Final[dict[Family, str]] = {
    Family.MONITOR: "#0077BB",
    Family.CONTROL: "#CC3311",
    Family.BUILD_CAPACITY: "#009988",
    Family.ADVISE: "#EE7733",
    Family.CONNECT: "#AA3377",
}
FAMILY_COLOURS_ON_DARK: Final[dict[Family, str]] = FAMILY_COLOURS | {
    Family.MONITOR: "#3D9BDC",
    Family.CONTROL: "#E5573A",
    Family.CONNECT: "#D472A6",
}

ORGANISATION_COLOURS: Final[dict[Organisation, str]] = {
    Organisation.UN: "#009EDB",
    Organisation.EU: "#1F3A93",
    Organisation.OSCE: "#117733",
    Organisation.AU: "#D55E00",
    Organisation.ECOWAS: "#B8860B",
    Organisation.NATO: "#4B4B4B",
    Organisation.OAS: "#CC79A7",
    Organisation.CIS: "#882255",
    Organisation.ASEAN: "#999933",
    Organisation.OTHER: "#7A7A7A",
}
ORGANISATION_COLOURS_ON_DARK: Final[dict[Organisation, str]] = ORGANISATION_COLOURS | {
    Organisation.EU: "#6E8BEA",
    Organisation.OSCE: "#3DA35D",
    Organisation.NATO: "#C3C8D0",
    Organisation.CIS: "#B5527F",
}

#: Five steps from few to many, one hue: the page's side first, so that "many" stands out in both themes.
HEAT: Final = ("#DDEBF7", "#9ECAE1", "#4292C6", "#2171B5", "#084594")
HEAT_ON_DARK: Final = ("#1E3A56", "#24507E", "#3279B7", "#7DB9EA", "#C6E2FA")

_HEX: Final = (1, 3, 5)
_LINEAR_BELOW: Final = 0.04045


def luminance(colour: str) -> float:
    """Return the relative luminance (0 black … 1 white) of a colour ``#RRGGBB``, as WCAG 2.2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in _HEX]
    red, green, blue = (part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio (1 … 21) of two colours, as WCAG 2.2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ink_on(colour: str) -> str:
    """Return the text colour, near-black or white, that is easier to read on ``colour``."""
    return max((INK_LIGHT, PAGE_LIGHT), key=lambda ink: contrast(ink, colour))
