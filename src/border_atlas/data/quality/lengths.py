"""Published lengths that differ from the measured ones without a word why."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from border_atlas.data.faults import Fault
from border_atlas.data.quality.places import built_frame
from border_atlas.data.rules import Tables
from border_atlas.data.tables import AREAS, line_of, records

#: Share of the published length by which the measured one may differ without a note.
MOST_APART: Final = 0.15


def published(tables: Tables, geodata: Path) -> Iterator[Fault]:
    """Yield areas whose published and measured lengths lie far apart, with no note on why.

    Raises
    ------
    DatasetError
        If the built areas cannot be read.
    """
    measured = _measured(geodata)
    for index, row in enumerate(records(tables[AREAS])):
        length, printed = measured.get(row["area_id"]), _number(row["length_published_km"])
        if not length or not printed or row["length_note"]:
            continue
        apart = abs(length - printed) / printed
        if apart > MOST_APART:
            problem = f"is empty though {length:,.0f} km measured and {printed:,.0f} km published differ by {apart:.0%}"
            yield Fault(AREAS, line_of(index), "length_note", "", problem, "one sentence on why they differ")


def _measured(geodata: Path) -> Mapping[str, float]:
    frame = built_frame(geodata / "border_areas.geojson")
    known = frame[frame["length_km"].notna()]
    return {str(area): float(length) for area, length in zip(known["area_id"], known["length_km"], strict=True)}


def _number(cell: str) -> float | None:
    """Read a number; what is none has been told by the schema."""
    try:
        return float(cell)
    except ValueError:
        return None
