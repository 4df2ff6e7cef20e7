"""What is wanted: the one object that every page, link, export and slide is made from."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

ColourBy = Literal["family", "organisation"]


@dataclass(frozen=True)
class Selection:
    """Filters, the chosen object and how to show them.

    Filters of different kinds combine with AND, values within one with OR; an empty tuple or
    ``None`` means "no filter". Tuples are sorted and free of repeats, so equal wishes are equal
    objects.
    """

    organisations: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    activity_types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    verified: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    active_on: date | None = None
    text: str = ""
    mission: str | None = None
    area: str | None = None
    colour_by: ColourBy = "family"
