"""The Selection as short, readable URL parameters, and back from whatever a link may hold."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from border_atlas.domain.selection import MAX_TEXT, ColourBy, Selection, SelectionChanges, tidy_text
from border_atlas.domain.vocabulary import Vocabulary, vocabulary_of

__all__ = ["OWN_PREFIXES", "RESERVED", "Parsed", "Vocabulary", "from_params", "to_params", "vocabulary_of"]

#: Parameters that belong to the map frame, the page, the version of the data or Streamlit.
RESERVED: Final = frozenset({"at", "page", "v", "embed", "embed_options"})
#: Beginnings of parameters that a page keeps for itself: sides of a comparison, gaps, what to check, activities.
OWN_PREFIXES: Final = ("l.", "r.", "g.", "c.", "a.")

#: Parameter and the word for one of its values, by field of the Selection.
_LISTS: Final = {
    "organisations": ("org", "organisation"),
    "families": ("family", "family of activities"),
    "activity_types": ("type", "type of activity"),
    "engagements": ("how", "way of engagement"),
    "statuses": ("status", "mission status"),
    "countries": ("country", "country code"),
    "kinds": ("kind", "kind of border area"),
    "verified": ("verified", "level of verification"),
}
_IDS: Final = {"mission": "mission", "area": "border area"}
_YEARS: Final = {"year_from": "from", "year_to": "to"}
_KNOWN: Final = frozenset(
    {name for name, _ in _LISTS.values()} | _IDS.keys() | set(_YEARS.values()) | {"on", "q", "colour"}
)
_COLOURS: Final[Mapping[str, ColourBy]] = {"family": "family", "organisation": "organisation"}
_YEAR: Final = re.compile(r"\d{4}", re.ASCII)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

_MAX_RAW: Final = 4000  # characters of one parameter that are looked at
_MAX_NOTES: Final = 12
_MAX_LISTED: Final = 12  # known values named in a note
_MAX_SHOWN: Final = 40  # characters of a stranger's value repeated in a note


@dataclass(frozen=True)
class Parsed:
    """What a link asks for, and plain notes on what of it was left out or changed."""

    selection: Selection
    notes: tuple[str, ...]


@dataclass
class _Notes:
    """Notes so far; a flood of nonsense ends in a count."""

    lines: list[str] = field(default_factory=list)

    def add(self, line: str) -> None:
        if line not in self.lines:
            self.lines.append(line)

    def result(self) -> tuple[str, ...]:
        more = len(self.lines) - _MAX_NOTES
        if more <= 0:
            return tuple(self.lines)
        return (*self.lines[:_MAX_NOTES], f"… and {more} more parts of the link were not understood.")


def to_params(selection: Selection) -> dict[str, str]:
    """Write a Selection as URL parameters; what is at its default is left out."""
    params = {
        name: ",".join(_slug(value) for value in getattr(selection, field_name))
        for field_name, (name, _) in _LISTS.items()
    }
    params |= {name: str(getattr(selection, field_name) or "") for field_name, name in _YEARS.items()}
    params["on"] = selection.active_on.isoformat() if selection.active_on else ""
    params["q"] = selection.text
    params |= {name: getattr(selection, name) or "" for name in _IDS}
    params["colour"] = "" if selection.colour_by == "family" else selection.colour_by
    return {name: value for name, value in params.items() if value}


def from_params(params: Mapping[str, str | list[str]], vocabulary: Vocabulary) -> Parsed:
    """Read a Selection from URL parameters, which may hold anything.

    Unknown values and parameters are dropped, years and days are moved into the range of the data,
    former ids are followed; each of these leaves a note. Nothing raises.
    """
    notes = _Notes()
    raw = {name: _join(value) for name, value in params.items()}
    changes = SelectionChanges()
    _read_lists(raw, vocabulary, notes, changes)
    _read_times(raw, vocabulary, notes, changes)
    _read_ids(raw, vocabulary, notes, changes)
    _read_text_and_colour(raw, notes, changes)
    for name in raw:
        if name not in _KNOWN and name not in RESERVED and not name.startswith(OWN_PREFIXES):
            notes.add(f"“{_shown(name)}” is no part of a link to this atlas and was ignored.")
    return Parsed(Selection().with_(**changes), notes.result())


def _read_lists(raw: Mapping[str, str], vocabulary: Vocabulary, notes: _Notes, changes: SelectionChanges) -> None:
    for field_name, (name, word) in _LISTS.items():
        known = {_slug(value).casefold(): str(value) for value in getattr(vocabulary, field_name)}
        values = []
        for part in _parts(raw.get(name, "")):
            value = known.get(part.casefold())
            if value is None:
                notes.add(f"“{_shown(part)}” is no {word}; {_known(getattr(vocabulary, field_name))}.")
            else:
                values.append(value)
        changes[field_name] = values  # type: ignore[literal-required]  # the keys of _LISTS are fields


def _read_times(raw: Mapping[str, str], vocabulary: Vocabulary, notes: _Notes, changes: SelectionChanges) -> None:
    first = changes["year_from"] = _year(raw.get("from", ""), vocabulary, notes)
    last = changes["year_to"] = _year(raw.get("to", ""), vocabulary, notes)
    if first is not None and last is not None and first > last:
        notes.add(f"The period from {first} to {last} was turned round.")
    changes["active_on"] = _day(raw.get("on", ""), vocabulary, notes)


def _read_ids(raw: Mapping[str, str], vocabulary: Vocabulary, notes: _Notes, changes: SelectionChanges) -> None:
    changes["mission"] = _identify("mission", raw, vocabulary.missions, vocabulary.renamed, notes)
    changes["area"] = _identify("area", raw, vocabulary.areas, vocabulary.renamed, notes)


def _read_text_and_colour(raw: Mapping[str, str], notes: _Notes, changes: SelectionChanges) -> None:
    text = raw.get("q", "")
    changes["text"] = tidy_text(text)
    if len(text) > MAX_TEXT:
        notes.add(f"The search text was cut to {MAX_TEXT} characters.")
    colour = raw.get("colour", "").strip()
    changes["colour_by"] = _COLOURS.get(colour.casefold(), "family")
    if colour and colour.casefold() not in _COLOURS:
        notes.add(f"“{_shown(colour)}” is no way to colour; {_known(_COLOURS)}.")


def _identify(
    name: str, raw: Mapping[str, str], known: Mapping[str, str], renamed: Mapping[str, str], notes: _Notes
) -> str | None:
    """Find the mission or area that is meant, by its present or a former id."""
    wanted = raw.get(name, "").strip()
    found = wanted.casefold()
    seen: set[str] = set()
    while found not in known and found in renamed and found not in seen:
        seen.add(found)
        found = renamed[found]
    if found in known:
        if seen:
            notes.add(f"The {_IDS[name]} “{_shown(wanted)}” is now called “{found}”.")
        return found
    if wanted:
        notes.add(f"“{_shown(wanted)}” is no {_IDS[name]} of this dataset.")
    return None


def _year(text: str, vocabulary: Vocabulary, notes: _Notes) -> int | None:
    text = text.strip()
    if not text:
        return None
    if not _YEAR.fullmatch(text):
        notes.add(f"“{_shown(text)}” is no year; four digits such as {vocabulary.year_min} are expected.")
        return None
    year = min(max(int(text), vocabulary.year_min), vocabulary.year_max)
    if year != int(text):
        notes.add(f"The year {text} lies outside the data; {year} was taken.")
    return year


def _day(text: str, vocabulary: Vocabulary, notes: _Notes) -> date | None:
    text = text.strip()
    if not text:
        return None
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:  # such as 2013-02-30
        day = None
    if day is None:
        notes.add(f"“{_shown(text)}” is no day; a date such as 2013-05-01 is expected.")
        return None
    inside = min(max(day, date(vocabulary.year_min, 1, 1)), date(vocabulary.year_max, 12, 31))
    if inside != day:
        notes.add(f"The day {text} lies outside the data; {inside} was taken.")
    return inside


def _join(value: str | list[str]) -> str:
    """Take a repeated parameter for one with several values."""
    joined = value if isinstance(value, str) else ",".join(str(part) for part in value)
    return joined[:_MAX_RAW]


def _parts(text: str) -> list[str]:
    return [part for part in (part.strip() for part in text.split(",")) if part]


def _slug(value: str) -> str:
    return str(value).replace(" ", "-")


def _known(values: Iterable[str]) -> str:
    listed = [_slug(value) for value in values]
    some = ", ".join(listed[:_MAX_LISTED])
    return f"known are {some}{', …' if len(listed) > _MAX_LISTED else ''}" if listed else "none is known"


def _shown(text: str) -> str:
    """Make a stranger's text fit for a note: visible characters only, and not many."""
    plain = tidy_text(text)
    return plain if len(plain) <= _MAX_SHOWN else plain[: _MAX_SHOWN - 1] + "…"
