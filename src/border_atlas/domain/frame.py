"""Which part of the world the map shows, as one URL parameter."""

import math
from dataclasses import dataclass
from typing import Final

#: Edge of the Web Mercator square in degrees of latitude.
_MAX_LAT: Final = 85.0511
_MAX_LON: Final = 180.0
MIN_ZOOM: Final = 1.0
MAX_ZOOM: Final = 18.0
_MAX_TEXT: Final = 100


@dataclass(frozen=True)
class Frame:
    """Centre in degrees and zoom of the map; values out of range are moved to its edge."""

    lat: float
    lon: float
    zoom: float

    def __post_init__(self) -> None:
        # Rounded as the URL is, so that a frame equals the one read back from its link.
        object.__setattr__(self, "lat", round(_clamp(self.lat, -_MAX_LAT, _MAX_LAT), 4))
        object.__setattr__(self, "lon", round(_clamp(self.lon, -_MAX_LON, _MAX_LON), 4))
        object.__setattr__(self, "zoom", round(_clamp(self.zoom, MIN_ZOOM, MAX_ZOOM), 2))


def format_frame(frame: Frame) -> str:
    """Write a frame as ``lat,lon,zoom``."""
    return f"{_short(frame.lat, 4)},{_short(frame.lon, 4)},{_short(frame.zoom, 2)}"


def parse_frame(text: str) -> Frame | None:
    """Read ``lat,lon,zoom``; give ``None`` for anything else."""
    try:
        numbers = [float(part) for part in text[:_MAX_TEXT].split(",")]
    except ValueError:
        return None
    if len(numbers) != len(Frame.__dataclass_fields__) or not all(map(math.isfinite, numbers)):
        return None
    return Frame(*numbers)


def _clamp(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def _short(value: float, digits: int) -> str:
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
