"""What of a user's own records is drawn on a map, in the browser as in pictures."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from border_atlas.domain.own_hexagons import OTHER, Box, Cells, Floats, Integers

#: Says on every map and export that this is not ours.
MARK: Final = "Own data, not part of the dataset"


@dataclass(frozen=True, eq=False)
class Details:
    """What a popup says of records: label, number of the category, date (NaT: none), row in the user's file."""

    labels: tuple[str, ...]
    categories: Integers
    dates: npt.NDArray[np.datetime64]
    rows: Integers


@dataclass(frozen=True, eq=False)
class Shapes:
    """Lines and areas, made simpler for the map; geometry in degrees."""

    geometry: npt.NDArray[np.object_]
    details: Details

    def __len__(self) -> int:
        """Return the number of records."""
        return len(self.geometry)


@dataclass(frozen=True, eq=False)
class Dots:
    """Single records: longitude and latitude (n, 2) in degrees."""

    degrees: Floats
    details: Details

    def __len__(self) -> int:
        """Return the number of records."""
        return len(self.degrees)


@dataclass(frozen=True, eq=False)
class Marks:
    """Records as dots if they are few enough, else as hexagons of some sizes, coarsest first."""

    dots: Dots | None = None
    cells: tuple[Cells, ...] = ()


@dataclass(frozen=True, eq=False)
class Near:
    """What lies within a box, in more detail than elsewhere."""

    box: Box
    marks: Marks


@dataclass(frozen=True, eq=False)
class OwnDrawing:
    """A user's own records as a layer of the map.

    ``records`` is the number shown, ``kept_aside`` that of the file's rows with faults, ``unplaced`` that of the
    records without a place. ``labels`` names the categories; their counts are of what is shown. ``offset`` is
    the first colour, so that several files differ.
    """

    name: str
    records: int
    kept_aside: int
    unplaced: int
    labels: tuple[str, ...]
    counts: tuple[int, ...]
    marks: Marks
    shapes: Shapes | None = None
    near: Near | None = None
    notes: tuple[str, ...] = field(default=())
    offset: int = 0

    @property
    def line(self) -> str:
        """Return what the legend says first."""
        parts = [f"{MARK}: {self.name}", counted(self.records, "record")]
        parts += [f"{self.unplaced:,} without a place"] if self.unplaced else []
        parts += [f"{self.kept_aside:,} kept aside"] if self.kept_aside else []
        return ", ".join(parts)

    @property
    def has_categories(self) -> bool:
        """Whether the records differ by a category of the user's."""
        return self.labels != (OTHER,)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
