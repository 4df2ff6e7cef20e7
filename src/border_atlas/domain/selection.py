"""What is wanted: the one object that every page, link, export and slide is made from."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Final, Literal, TypedDict, Unpack, get_args

from border_atlas.errors import SelectionError

ColourBy = Literal["family", "organisation"]

#: Longest search text; longer ones are cut.
MAX_TEXT: Final = 200

#: Fields that hold several values.
MULTI_FIELDS: Final = (
    "organisations",
    "families",
    "activity_types",
    "engagements",
    "statuses",
    "countries",
    "kinds",
    "verified",
)
#: Fields that leave something out when set; the others only choose and colour.
FILTER_FIELDS: Final = (*MULTI_FIELDS, "year_from", "year_to", "active_on", "text")


class SelectionChanges(TypedDict, total=False):
    """Fields of a Selection with new values, see `Selection.with_`."""

    organisations: Iterable[str]
    families: Iterable[str]
    activity_types: Iterable[str]
    engagements: Iterable[str]
    statuses: Iterable[str]
    countries: Iterable[str]
    kinds: Iterable[str]
    verified: Iterable[str]
    year_from: int | None
    year_to: int | None
    active_on: date | None
    text: str
    mission: str | None
    area: str | None
    colour_by: ColourBy


@dataclass(frozen=True)
class Selection:
    """Filters, the chosen object and how to show them.

    Filters of different kinds combine with AND, values within one with OR; an empty tuple or
    ``None`` means "no filter". Tuples are sorted and free of repeats, years in order, text without
    needless space, so equal wishes are equal objects. ``statuses`` are `MissionStatus` values on
    the day of the data or, if set, on ``active_on``.

    Raises
    ------
    SelectionError
        If a year is not 1 … 9999 or ``colour_by`` is unknown.
    """

    organisations: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    activity_types: tuple[str, ...] = ()
    engagements: tuple[str, ...] = ()
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

    def __post_init__(self) -> None:
        for name in MULTI_FIELDS:
            self._set(name, tuple(sorted({str(value) for value in getattr(self, name)})))
        self._check_years()
        if self.year_from is not None and self.year_to is not None and self.year_from > self.year_to:
            first, last = self.year_to, self.year_from
            self._set("year_from", first)
            self._set("year_to", last)
        if isinstance(self.active_on, datetime):
            self._set("active_on", self.active_on.date())
        self._set("text", tidy_text(self.text))
        self._set("mission", self.mission or None)
        self._set("area", self.area or None)
        if self.colour_by not in get_args(ColourBy):
            msg = f"Cannot colour by “{self.colour_by}”; possible are {', '.join(get_args(ColourBy))}."
            raise SelectionError(msg)

    @property
    def is_empty(self) -> bool:
        """Whether no filter is set; the chosen object and the colouring do not count."""
        return all(getattr(self, name) == getattr(_DEFAULT, name) for name in FILTER_FIELDS)

    def with_(self, **changes: Unpack[SelectionChanges]) -> "Selection":
        """Give a copy with the fields named in ``changes`` set anew."""
        _check_names(changes)
        return Selection(**{**self._values(), **changes})

    def without(self, field: str, value: str | None = None) -> "Selection":
        """Give a copy with ``field`` reset, or with only ``value`` taken out of it."""
        _check_names([field])
        rest = getattr(_DEFAULT, field)
        if value is not None and field in MULTI_FIELDS:
            rest = tuple(one for one in getattr(self, field) if one != value)
        return Selection(**(self._values() | {field: rest}))

    def _values(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def _check_years(self) -> None:
        for name in ("year_from", "year_to"):
            year = getattr(self, name)
            if year is not None and not date.min.year <= year <= date.max.year:
                msg = f"{name} is {year}; a year between 1 and 9999 is expected."
                raise SelectionError(msg)

    def _set(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)


def tidy_text(text: str) -> str:
    """Drop invisible characters and needless space from a search text and cut it to `MAX_TEXT`."""
    visible = "".join(char for char in text if unicodedata.category(char) != "Cf")
    spaced = "".join(char if char.isprintable() else " " for char in visible)
    return " ".join(spaced.split())[:MAX_TEXT].strip()


def _check_names(names: Iterable[str]) -> None:
    known = [field.name for field in fields(Selection)]
    unknown = sorted(set(names) - set(known))
    if unknown:
        msg = f"A selection has no field {', '.join(unknown)}; its fields are {', '.join(known)}."
        raise SelectionError(msg)


_DEFAULT: Final = Selection()
