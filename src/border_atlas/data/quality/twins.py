"""Records that stand twice, or look as if they did."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from border_atlas.data.faults import Fault
from border_atlas.data.quality.dates import span
from border_atlas.data.rules import Row, Tables
from border_atlas.data.tables import ACTIVITIES, COLUMNS, MISSIONS, SOURCES, line_of, records

#: What makes two records of a table the same.
_SAME: Final = {
    ACTIVITIES: ("mission_id", "area_id", "activity_type", "title", "start_date", "end_date"),
    MISSIONS: ("name", "organisation", "start_date"),
}
#: Likeness of titles, 0 to 100, from which two activities at the same time and place are taken for one.
ALIKE: Final = 85
#: Likeness of their summaries that must go with it: courses of a series have titles that are alike.
AKIN: Final = 60
#: Likeness of summaries from which two activities of a mission are taken for one, whatever else they say.
SAME_WORDS: Final = 92


def duplicates(tables: Tables) -> Iterator[Fault]:
    """Yield records that say the same as one above them."""
    for file, columns in _SAME.items():
        seen: dict[tuple[str, ...], str] = {}
        for index, row in enumerate(_rows(tables, file)):
            what = tuple(row[name].casefold() for name in columns)
            key = row[COLUMNS[file][0]]
            if what in seen:
                problem = f"is {seen[what]} once more: the same {', '.join(columns)}"
                yield Fault(file, line_of(index), COLUMNS[file][0], key, problem, "one record")
            seen.setdefault(what, key)


def near_duplicates(tables: Tables) -> Iterator[Fault]:
    """Yield activities of one mission that look like one another."""
    missions: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    for index, row in enumerate(_rows(tables, ACTIVITIES)):
        missions[row["mission_id"]].append((line_of(index), row))
    for rows in missions.values():
        for (_, one), (line, other) in combinations(rows, 2):
            if _alike(one, other):
                problem = f"looks like {one['activity_id']} ('{one['title']}') of the same mission"
                yield Fault(ACTIVITIES, line, "title", other["title"], problem, "one record, or titles that differ")


def same_page(tables: Tables) -> Iterator[Fault]:
    """Yield sources whose address another source has already."""
    seen: dict[str, str] = {}
    for index, row in enumerate(_rows(tables, SOURCES)):
        parts = urlsplit(row["url"])
        host = (parts.hostname or "").rstrip(".").removeprefix("www.")
        page = f"{host}{parts.path.rstrip('/')}?{parts.query}"
        if not host:
            continue
        if page in seen:
            yield Fault(SOURCES, line_of(index), "url", row["url"], f"is the page of {seen[page]}", "one source a page")
        seen.setdefault(page, row["source_id"])


def _alike(one: Row, other: Row) -> bool:
    told = fuzz.token_sort_ratio(one["summary"], other["summary"])
    if told >= SAME_WORDS:
        return True
    same = told >= AKIN and all(one[name] == other[name] for name in ("area_id", "activity_type"))
    return same and _together(one, other) and fuzz.token_sort_ratio(one["title"], other["title"]) >= ALIKE


def _together(one: Row, other: Row) -> bool:
    """Say whether nothing speaks against both being at one time."""
    first, second = span(one), span(other)
    if not first or not second:
        return True
    return first[0] <= second[1] and second[0] <= first[1]


def _rows(tables: Tables, file: str) -> list[dict[str, str]]:
    return records(tables[file]) if file in tables else []
