"""Rules that compare cells of a row, rows of a table, or several tables."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

import pandas as pd

from border_atlas.config import DATA_AS_OF
from border_atlas.data import recipes
from border_atlas.data.dates import PartialDate, parse_optional
from border_atlas.data.faults import Fault
from border_atlas.data.tables import (
    ACTIVITIES,
    AREAS,
    BOUNDARY_LINES,
    BOUNDARY_NOTES,
    COUNTRIES,
    CROSSINGS,
    FIELD_SITES,
    MANDATES,
    MISSIONS,
    SOURCES,
    TERRITORIES,
    line_of,
    records,
    split_values,
)
from border_atlas.errors import DateError, RecipeError
from border_atlas.model import EndBasis, StartBasis, Verified

#: The source of what nobody has read a page for.
GENERAL_KNOWLEDGE: Final = "general-knowledge"

#: A number of people says nothing without what it counts, when and where that was read.
_STRENGTH: Final = ("strength", "strength_kind", "strength_of", "strength_as_of", "strength_source_id")

Row = Mapping[str, str]
Tables = Mapping[str, pd.DataFrame]
#: Column, value, problem and what would be right.
_Finding = tuple[str, str, str, str]
_Rule = Callable[[Row], Iterator[_Finding]]

#: Where a column's ids must exist: file and column, then the file and column of the key.
_REFERENCES: Final = (
    (MISSIONS, "source_ids", SOURCES, "source_id"),
    (MISSIONS, "strength_source_id", SOURCES, "source_id"),
    (MISSIONS, "predecessors", MISSIONS, "mission_id"),
    (MISSIONS, "successors", MISSIONS, "mission_id"),
    (MISSIONS, "host_countries", COUNTRIES, "iso3"),
    (AREAS, "source_ids", SOURCES, "source_id"),
    (AREAS, "length_source_id", SOURCES, "source_id"),
    (AREAS, "countries", COUNTRIES, "iso3"),
    (ACTIVITIES, "mission_id", MISSIONS, "mission_id"),
    (ACTIVITIES, "area_id", AREAS, "area_id"),
    (ACTIVITIES, "source_ids", SOURCES, "source_id"),
    (FIELD_SITES, "mission_id", MISSIONS, "mission_id"),
    (FIELD_SITES, "source_ids", SOURCES, "source_id"),
    (MANDATES, "mission_id", MISSIONS, "mission_id"),
    (MANDATES, "source_ids", SOURCES, "source_id"),
    (CROSSINGS, "area_id", AREAS, "area_id"),
    (CROSSINGS, "countries", COUNTRIES, "iso3"),
    (CROSSINGS, "activity_ids", ACTIVITIES, "activity_id"),
    (CROSSINGS, "source_ids", SOURCES, "source_id"),
    (TERRITORIES, "owner", COUNTRIES, "iso3"),
    (TERRITORIES, "source_ids", SOURCES, "source_id"),
    (BOUNDARY_LINES, "sides", COUNTRIES, "iso3"),
    (BOUNDARY_LINES, "note_id", BOUNDARY_NOTES, "note_id"),
    (BOUNDARY_LINES, "source_ids", SOURCES, "source_id"),
    (BOUNDARY_NOTES, "source_ids", SOURCES, "source_id"),
)


def faults(tables: Tables) -> Iterator[Fault]:
    """Yield what does not fit together within and between tables; a missing table is passed over."""
    for file, rules in _RULES.items():
        for rule in rules:
            yield from _apply(tables, file, rule)
    for file, column, other, key in _REFERENCES:
        if file in tables and other in tables:
            yield from _unknown(tables, file, column, set(tables[other][key]), f"an existing {key} of {other}")
    yield from _one_name_a_country(tables)
    yield from _apply(tables, TERRITORIES, _same_owner(tables))
    yield from _apply(tables, MISSIONS, _counterpart(tables))
    for file in (ACTIVITIES, FIELD_SITES):
        yield from _apply(tables, file, _within_mission(tables))


def _apply(tables: Tables, file: str, rule: _Rule) -> Iterator[Fault]:
    for index, row in enumerate(_rows(tables, file)):
        for column, value, problem, right in rule(row):
            yield Fault(file, line_of(index), column, value, problem, right)


def _rows(tables: Tables, file: str) -> list[dict[str, str]]:
    return records(tables[file]) if file in tables else []


def _unknown(tables: Tables, file: str, column: str, known: set[str], right: str) -> Iterator[Fault]:
    for index, cell in enumerate(tables[file][column]):
        for value in split_values(cell):
            if value not in known:
                yield Fault(file, line_of(index), column, value, "does not exist", right)


def _date(text: str) -> PartialDate | None:
    """Read a date; what is none has been told by the schema."""
    try:
        return parse_optional(text)
    except DateError:
        return None


def _order_of_dates(row: Row) -> Iterator[_Finding]:
    start, end = _date(row["start_date"]), _date(row["end_date"])
    if start and end and end.last < start.first:
        yield "end_date", end.text, f"lies before the start {start.text}", "a day on or after the start"
    yield from _not_later(row, "start_date", "end_date", "last_seen")


def _day_of_mandate(row: Row) -> Iterator[_Finding]:
    yield from _not_later(row, "date")


def _not_later(row: Row, *columns: str) -> Iterator[_Finding]:
    """Yield days after the state of the data."""
    for column in columns:
        day = _date(row[column])
        if day and day.first > DATA_AS_OF:
            yield column, day.text, "lies after the data's date", f"a day up to {DATA_AS_OF}"


def _basis_of_dates(row: Row) -> Iterator[_Finding]:
    start, start_basis, end, end_basis = (row[name] for name in ("start_date", "start_basis", "end_date", "end_basis"))
    if not start and start_basis != StartBasis.UNKNOWN:
        yield "start_basis", start_basis, "has no start_date beside it", "'unknown' without a start_date"
    if end and end_basis == EndBasis.RUNNING:
        yield "end_basis", end_basis, f"contradicts the end_date {end}", "an empty end_date or another basis"
    if not end and end_basis not in {EndBasis.RUNNING, EndBasis.UNKNOWN}:
        yield (
            "end_basis",
            end_basis,
            "has no end_date beside it",
            "'running' or 'unknown' without an end_date",
        )
    if end_basis in {EndBasis.RUNNING, EndBasis.LAST_SEEN} and not row["last_seen"]:
        yield "last_seen", "", f"is empty beside '{end_basis}'", "the last day a page shows it"


def _honest_verified(row: Row) -> Iterator[_Finding]:
    verified, checked = row["verified"], row["checked_on"]
    sources = split_values(row["source_ids"])
    if set(sources) == {GENERAL_KNOWLEDGE} and verified != Verified.NO:
        yield "verified", verified, f"rests on '{GENERAL_KNOWLEDGE}' alone", "'no', or a source that was read"
    if GENERAL_KNOWLEDGE in sources[1:] or (len(sources) > 1 and GENERAL_KNOWLEDGE in sources):
        yield "source_ids", row["source_ids"], "names a page and general knowledge", "the page alone"
    if verified != Verified.NO and not checked:
        yield "checked_on", checked, "is empty beside a verified record", "the day the page was read"


def _box(row: Row) -> Iterator[_Finding]:
    for low, high in (("lon_min", "lon_max"), ("lat_min", "lat_max")):
        try:
            ordered = float(row[low]) < float(row[high])
        except ValueError:
            continue
        if not ordered:
            yield low, row[low], f"is not below {high} {row[high]}", f"{low} below {high}"


def _strength(row: Row) -> Iterator[_Finding]:
    filled = [name for name in _STRENGTH if row[name]]
    for name in _STRENGTH if filled else ():
        if not row[name]:
            yield name, "", f"is empty beside {filled[0]} {row[filled[0]]}", f"all of {', '.join(_STRENGTH)}, or none"
    yield from _not_later(row, "strength_as_of")


def _published_length(row: Row) -> Iterator[_Finding]:
    length, source = row["length_published_km"], row["length_source_id"]
    if length and not source:
        yield "length_source_id", "", f"is empty beside the published length {length}", "the source that prints it"
    if source and not length:
        yield "length_published_km", "", f"is empty beside its source {source}", "the number as printed, in km"


def _recipe(row: Row) -> Iterator[_Finding]:
    try:
        recipes.parse(row["recipe"], where="")
    except RecipeError as error:
        problem, _, right = str(error).partition(": ")[2].partition("; right is ")
        # An empty cell is told by the schema, where one is needed.
        if row["recipe"]:
            yield "recipe", row["recipe"], problem, right.rstrip(".")


def _source_page(row: Row) -> Iterator[_Finding]:
    if not row["url"] and row["source_id"] != GENERAL_KNOWLEDGE and not row["notes"]:
        yield "url", "", "is empty without a word why", "a web address, or where to find the source in notes"
    published, checked = _date(row["published"]), _date(row["checked_on"])
    if published and checked and published.first > checked.last:
        yield "published", published.text, f"lies after the check on {checked.text}", "a day up to the check"


def _label(row: Row) -> Iterator[_Finding]:
    if row["label"] and not row["name"]:
        yield "name", "", f"is empty beside the label '{row['label']}'", "the UN short name"
    if bool(row["label"]) != bool(row["label_rank"]):
        yield (
            "label_rank",
            row["label_rank"],
            "does not go with the label",
            "a rank for each label, none without",
        )
    if bool(row["label_lon"]) != bool(row["label_lat"]):
        yield "label_lon", row["label_lon"], "does not go with label_lat", "both or none"


def _one_name_a_country(tables: Tables) -> Iterator[Fault]:
    if COUNTRIES not in tables:
        return
    table = tables[COUNTRIES]
    named = table[(table["iso3"] != "") & (table["name"] != "")]
    for index, code in named.loc[named["iso3"].duplicated(), "iso3"].items():
        yield Fault(COUNTRIES, line_of(int(str(index))), "iso3", code, "has a second name", "one named row a code")


def _same_owner(tables: Tables) -> _Rule:
    """Return the rule that a territory of the atlas has the owner that its country row names."""
    owners = {row["atlas_name"]: row["iso3"] for row in _rows(tables, COUNTRIES)}

    def rule(row: Row) -> Iterator[_Finding]:
        owner = owners.get(row["territory"], row["owner"])
        if owner != row["owner"]:
            yield "owner", row["owner"], f"differs from {COUNTRIES}", f"'{owner}' in both"

    return rule


def _counterpart(tables: Tables) -> _Rule:
    """Return the rule that A names B as its successor where B names A as its predecessor."""
    rows = {row["mission_id"]: row for row in _rows(tables, MISSIONS)}

    def rule(row: Row) -> Iterator[_Finding]:
        for column, back in (("predecessors", "successors"), ("successors", "predecessors")):
            for other in split_values(row[column]):
                if other in rows and row["mission_id"] not in split_values(rows[other][back]):
                    yield column, other, f"does not name it among its {back}", "the same pair on both rows"

    return rule


def _within_mission(tables: Tables) -> _Rule:
    """Return the rule that an activity can lie within its mission's life on some reading of the dates."""
    lives = {row["mission_id"]: (_date(row["start_date"]), _date(row["end_date"])) for row in _rows(tables, MISSIONS)}

    def rule(row: Row) -> Iterator[_Finding]:
        begun, ended = lives.get(row["mission_id"], (None, None))
        for column in ("start_date", "end_date"):
            day = _date(row[column])
            if day and begun and day.last < begun.first:
                yield (
                    column,
                    day.text,
                    f"lies before the mission began ({begun})",
                    "a day in the mission's life",
                )
            if day and ended and day.first > ended.last:
                yield (
                    column,
                    day.text,
                    f"lies after the mission ended ({ended})",
                    "a day in the mission's life",
                )
        if ended and not row["end_date"]:
            yield (
                "end_date",
                "",
                f"is empty though the mission ended ({ended})",
                "a day up to the mission's end",
            )

    return rule


_RECORD_RULES: Final = (_honest_verified,)
_RULES: Final[dict[str, tuple[_Rule, ...]]] = {
    MISSIONS: (_order_of_dates, _basis_of_dates, _strength, *_RECORD_RULES),
    AREAS: (_box, _published_length, _recipe, *_RECORD_RULES),
    ACTIVITIES: (_order_of_dates, _basis_of_dates, *_RECORD_RULES),
    FIELD_SITES: (_order_of_dates, _basis_of_dates, *_RECORD_RULES),
    MANDATES: (_day_of_mandate, *_RECORD_RULES),
    CROSSINGS: _RECORD_RULES,
    SOURCES: (_source_page,),
    COUNTRIES: (_label,),
    TERRITORIES: (_recipe,),
    BOUNDARY_LINES: (_recipe,),
}
