"""The maps of a slide: pictures as files beside the template, their names and legends as data."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final, Literal

import numpy as np

from border_atlas.data.dataset import Dataset
from border_atlas.domain.deck import DeckMap
from border_atlas.export.pdf.text import Json, printable
from border_atlas.maps.static.draw import (
    Furniture,
    LabelPlace,
    LegendEntry,
    draw_map,
    label_places,
    legend_entries,
    shown_bounds,
)
from border_atlas.maps.static.shapes import marker

Inches = tuple[float, float]

#: A map over the whole column, one of two beside each other, one beside words.
WIDE: Final[Inches] = (6.7, 4.1)
HALF: Final[Inches] = (3.27, 3.0)
BESIDE: Final[Inches] = (3.75, 3.1)
_DPI: Final = 200
#: Lines are crisp at any size, but coasts of the whole world make a heavy file: wider maps (degrees) are dots.
_WIDEST_LINES: Final = 90.0
#: The legend stands below the map as text, where it hides nothing.
_FURNITURE: Final = Furniture(legend=False)


def map_data(data: Dataset, maps: tuple[DeckMap, ...], folder: Path, name: str, *, size: Inches | None = None) -> Json:
    """Draw maps into ``folder``, in files that begin with ``name``; return them with their common legend."""
    chosen = size or (HALF if len(maps) > 1 else WIDE)
    drawn = [_picture(data, shown, folder / f"{name}-{place}", chosen) for place, shown in enumerate(maps, start=1)]
    found = [one for shown in maps for one in legend_entries(data, shown, width_in=chosen[0], height_in=chosen[1])]
    return {"maps": drawn, "legend": _legend(dict.fromkeys(found))}


def _picture(data: Dataset, shown: DeckMap, file: Path, size: Inches) -> Json:
    width, height = size
    west, _, east, _ = shown_bounds(shown, width_in=width, height_in=height)
    form: Literal["svg", "png"] = "svg" if east - west < _WIDEST_LINES else "png"
    named = file.with_suffix(f".{form}")
    named.write_bytes(
        draw_map(
            data, shown, width_in=width, height_in=height, dpi=_DPI, form=form, furniture=_FURNITURE, own=shown.own
        )
    )
    around = {"width_in": width, "height_in": height}
    places = label_places(data, shown, **around, furniture=_FURNITURE, own=shown.own) if shown.labels else ()
    return {
        "file": named.name,
        "alt": printable(shown.alt) or "Map",
        "caption": printable(shown.caption),
        "width": width * 72,
        "aspect": height / width,
        "names": [_name(place, size) for place in places],
    }


def _name(place: LabelPlace, size: Inches) -> Json:
    """Return where a name stands in the picture, so that it can be found and copied there."""
    left = place.x - {"left": 0.0, "centre": 0.5, "right": 1.0}[place.anchor] * place.width
    top = place.y - place.height / 2
    return {"text": printable(place.text), "x": left / size[0], "y": top / size[1], "size": place.size}


def _legend(entries: Iterable[LegendEntry]) -> list[Json]:
    groups: dict[str, list[Json]] = {}
    for entry in entries:
        groups.setdefault(printable(entry.group), []).append(_entry(entry))
    return [{"title": title, "entries": rows} for title, rows in groups.items()]


def _entry(entry: LegendEntry) -> Json:
    is_marker = entry.kind in {"marker", "hollow"} and entry.shape != "circle"
    points = np.asarray(marker(entry.shape).vertices)[:-1].tolist() if is_marker else []
    return {
        "label": printable(entry.label),
        "colour": entry.colour,
        "kind": entry.kind,
        "dash": list(entry.dash),
        "corners": [[0.5 + x, 0.5 - y] for x, y in points],
    }
