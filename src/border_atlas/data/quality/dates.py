"""What cannot follow or stand beside each other in time, and checks that have grown old."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from border_atlas.data.dates import OPEN_END, parse_optional
from border_atlas.data.faults import Fault
from border_atlas.data.rules import Row, Tables
from border_atlas.data.tables import COLUMNS, FIELD_SITES, MISSIONS, line_of, records, split_values
from border_atlas.errors import DateError
from border_atlas.model import EndBasis, SiteRole


def span(row: Row) -> tuple[date, date] | None:
    """Return the days on which a record surely was active; none without a start, or if the dates leave no such day.

    A record counts as active up to its end or, if that is open, to the last day it was seen.
    """
    try:
        start, end, seen = (parse_optional(row[name]) for name in ("start_date", "end_date", "last_seen"))
    except DateError:
        return None
    if not start:
        return None
    if end:
        last = end.first
    elif row["end_basis"] == EndBasis.RUNNING:
        last = OPEN_END
    else:
        last = seen.first if seen else start.last
    return (start.last, last) if start.last <= last else None


def overlap(one: Row, other: Row) -> bool:
    """Say whether two records surely were active for more than one common day."""
    first, second = span(one), span(other)
    # The day of a move belongs to both.
    return bool(first and second and first[0] < second[1] and second[0] < first[1])


def one_headquarters(tables: Tables) -> Iterator[Fault]:
    """Yield headquarters of a mission beside which another one surely stood at the same time."""
    rows = records(tables[FIELD_SITES]) if FIELD_SITES in tables else []
    seats = [(line_of(index), row) for index, row in enumerate(rows) if row["role"] == SiteRole.HEADQUARTERS]
    for (_, one), (line, other) in combinations(seats, 2):
        if one["mission_id"] == other["mission_id"] and overlap(one, other):
            problem = f"stands beside {one['site_id']} as headquarters of {one['mission_id']} at the same time"
            yield Fault(FIELD_SITES, line, "role", other["site_id"], problem, "one headquarters at a time")


def successors(tables: Tables) -> Iterator[Fault]:
    """Yield missions that began before what they are said to have followed."""
    rows = records(tables[MISSIONS]) if MISSIONS in tables else []
    begun = {row["mission_id"]: row["start_date"] for row in rows}
    for index, row in enumerate(rows):
        for other in split_values(row["predecessors"]):
            if _before(row["start_date"], begun.get(other, "")):
                problem = f"lies before the start of the predecessor {other} ({begun[other]})"
                right = "a successor that begins after its predecessor"
                yield Fault(MISSIONS, line_of(index), "start_date", row["start_date"], problem, right)


def unchecked(tables: Tables, today: date) -> Iterator[Fault]:
    """Yield records that no page was read for in the last twelve months."""
    limit = today.replace(year=today.year - 1, day=min(today.day, 28))
    for file, table in tables.items():
        if "checked_on" not in COLUMNS[file] or "verified" not in COLUMNS[file]:
            continue
        for index, row in enumerate(records(table)):
            if _day(row["checked_on"]) < limit:
                problem = "was not checked for twelve months" if row["checked_on"] else "was never checked"
                yield Fault(file, line_of(index), "checked_on", row["checked_on"], problem, f"a day from {limit} on")


def _before(one: str, other: str) -> bool:
    days: Sequence[date] = (_day(one), _day(other, last=False))
    return bool(one and other) and days[0] < days[1]


def _day(text: str, *, last: bool = True) -> date:
    try:
        day = parse_optional(text)
    except DateError:
        return date.min
    if not day:
        return date.min
    return day.last if last else day.first
