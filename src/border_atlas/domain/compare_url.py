"""The two sides of a comparison as URL parameters: those of a selection, with ``l.`` and ``r.`` before them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from border_atlas.domain.compare import PRESETS, Sides
from border_atlas.domain.selection import Selection
from border_atlas.domain.url import from_params, to_params
from border_atlas.domain.vocabulary import Vocabulary

LEFT: Final = "l."
RIGHT: Final = "r."


def sides_to_params(sides: Sides) -> dict[str, str]:
    """Write both sides; what a side does not ask for is left out."""
    return _side(sides.left, LEFT) | _side(sides.right, RIGHT)


def sides_from_params(params: Mapping[str, str], vocabulary: Vocabulary) -> tuple[Sides, tuple[str, ...]]:
    """Read both sides, and notes on what was not understood; without parameters the first preset."""
    if not params:
        return next(iter(PRESETS.values())), ()
    read = [from_params(_own(params, prefix), vocabulary) for prefix in (LEFT, RIGHT)]
    sides = Sides(*(_unchosen(parsed.selection) for parsed in read))
    return sides, tuple(dict.fromkeys(note for parsed in read for note in parsed.notes))


def _side(selection: Selection, prefix: str) -> dict[str, str]:
    return {f"{prefix}{name}": value for name, value in to_params(_unchosen(selection)).items()}


def _own(params: Mapping[str, str], prefix: str) -> dict[str, str]:
    return {name.removeprefix(prefix): value for name, value in params.items() if name.startswith(prefix)}


def _unchosen(selection: Selection) -> Selection:
    """Drop the chosen record, which belongs to the page and not to a side."""
    return replace(selection, mission=None, area=None)
