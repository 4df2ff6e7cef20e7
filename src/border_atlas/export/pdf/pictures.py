"""The maps of a slide as picture files beside the template."""

from pathlib import Path
from typing import Final

from border_atlas.data.dataset import Dataset
from border_atlas.domain.deck import DeckMap
from border_atlas.export.pdf.text import Json, printable
from border_atlas.maps.static.draw import draw_map

#: Width and height in inches: a map over the whole column, and one of two beside each other.
WIDE: Final = (6.7, 4.1)
HALF: Final = (3.27, 3.0)
_DPI: Final = 200


def map_pictures(data: Dataset, maps: tuple[DeckMap, ...], folder: Path, name: str) -> list[Json]:
    """Draw maps into ``folder``, in files that begin with ``name``; return what the template needs to show them."""
    size = HALF if len(maps) > 1 else WIDE
    return [map_picture(data, shown, folder / f"{name}-{place}.png", size) for place, shown in enumerate(maps, start=1)]


def map_picture(data: Dataset, shown: DeckMap, file: Path, size: tuple[float, float]) -> Json:
    """Draw one map of ``size`` inches into ``file``; return what the template needs to show it."""
    file.write_bytes(draw_map(data, shown, width_in=size[0], height_in=size[1], dpi=_DPI, form="png"))
    return {"file": file.name, "alt": printable(shown.alt) or "Map", "caption": printable(shown.caption)}
