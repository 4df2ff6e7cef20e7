"""Colours and sizes of slides: sober, one accent for each house, legible from the last row."""

from typing import Final

from border_atlas.domain.briefing import HouseStyle
from border_atlas.palette import FAMILY_COLOURS, INK_LIGHT

#: Arial is on every office machine, and LibreOffice has a face of the same widths for it.
FONT: Final = "Arial"

INK: Final = INK_LIGHT
MUTED: Final = "#4A5361"
HAIR: Final = "#C9CFD8"
TINT: Final = "#F2F5F9"
WHITE: Final = "#FFFFFF"

#: One accent for each house, dark enough for white text.
ACCENTS: Final[dict[HouseStyle, str]] = {
    HouseStyle.NEUTRAL: "#31507D",
    HouseStyle.UN: "#00719F",
    HouseStyle.EU: "#1F3A93",
    HouseStyle.OSCE: "#117733",
}

#: Sizes in points; the first that fits is taken.
TITLE_SIZES: Final = (28, 26, 24, 22, 20, 18, 16, 14, 12)
BODY_SIZES: Final = (20, 18, 17, 16)
ASIDE_SIZES: Final = (18, 17, 16, 15, 14)
TABLE_SIZES: Final = (16, 15, 14, 13, 12)
SAID_SIZES: Final = (14, 13, 12, 11)
CHART_SIZE: Final = 12
SMALL_SIZE: Final = 9
FOOTER_SIZE: Final = 10
HEADING_SIZE: Final = 14

#: Maps are drawn smaller and enlarged, so that names and lines can be read from the last row.
ENLARGED: Final = 1.4


def theme_colours(style: HouseStyle) -> dict[str, str]:
    """Return the colours of the theme by their names in the file format."""
    accents = (ACCENTS[style], *FAMILY_COLOURS.values())
    named = {f"accent{number}": colour for number, colour in enumerate(accents, start=1)}
    return {
        "dk1": INK, "lt1": WHITE, "dk2": MUTED, "lt2": TINT, **named, "hlink": "#0B5394", "folHlink": "#5B3F8C",
    }  # fmt: skip
