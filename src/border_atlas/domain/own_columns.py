"""Finds the columns that name a mission, country or border area, tell a date, a label or a category."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from border_atlas.domain.own_axes import Samples, quoted
from border_atlas.domain.own_cells import texts_of
from border_atlas.domain.own_dates import order_of_days, read_days
from border_atlas.domain.own_names import ROLES, NameBook, Role
from border_atlas.domain.own_words import (
    AREAS,
    CATEGORIES,
    COUNTRIES,
    DATES,
    LABELS,
    MISSIONS,
    YEARS,
    header_words,
    names,
)

_HEADERS: Final = {"mission": MISSIONS, "country": COUNTRIES, "area": AREAS}
_WORDS: Final = {"mission": "missions", "country": "countries", "area": "border areas"}
#: Different texts of a column that are looked up.
_LOOKED_UP: Final = 100
#: Share of known names that is needed where the header says what it is, and where it does not.
_NAMED: Final = 0.2
_UNNAMED: Final = 0.6
#: Where texts are as short as country codes, nearly all of several must be known.
_CODE: Final = 2
_ALL_BUT_FEW: Final = 0.95
_FEW: Final = 3

_READ: Final = 0.6
_SURE: Final = 0.9
_HALF: Final = 0.5
#: A category has at most so many values, and they stand about twice or more where no header names one.
_CATEGORIES: Final = 30
_OFTEN: Final = 1.9
_LONG: Final = 120


class Found(NamedTuple):
    """A column found, and why; no column: None."""

    column: str | None = None
    reason: str = ""


class FoundDate(NamedTuple):
    """A column of dates, whether the day comes before the month in it, and why."""

    column: str | None = None
    day_first: bool = True
    reasons: tuple[str, ...] = ()


def find_names(samples: Samples, books: dict[Role, NameBook]) -> dict[Role, Found]:
    """Find for each role the column that names it best; no column gets two roles."""
    scores = sorted(_scores(samples, books), reverse=True)
    found: dict[Role, Found] = {}
    taken: set[str] = set()
    for _, share, _, role, column in scores:
        if role not in found and column not in taken:
            taken.add(column)
            known = f"{share:.0%} of its names are {_WORDS[role]} of the dataset"
            found[role] = Found(column, f"{quoted(column)} names {_WORDS[role]}: {known}.")
    return found


def _scores(samples: Samples, books: dict[Role, NameBook]) -> Iterator[tuple[bool, float, int, Role, str]]:
    for place, (column, cells) in enumerate(samples.items()):
        texts = texts_of(cells[[isinstance(cell, str) for cell in cells.tolist()]])
        looked_up = texts.texts[:_LOOKED_UP]
        counts = texts.counts()[:_LOOKED_UP]
        for role in ROLES if looked_up else ():
            known = np.array([books[role].find(text) != "" for text in looked_up])
            share = float(counts[known].sum() / counts.sum())
            by_header = names(column, _HEADERS[role])
            if share >= _needed(looked_up, by_header=by_header):
                yield by_header, share, -place, role, column


def _needed(texts: list[str], *, by_header: bool) -> float:
    if by_header:
        return _NAMED
    if max(len(text) for text in texts) > _CODE:
        return _UNNAMED
    return _ALL_BUT_FEW if len(texts) >= _FEW else 2.0


def find_date(samples: Samples, table: pd.DataFrame, taken: Collection[str]) -> FoundDate:
    """Find the column of dates."""
    scored = [
        (_date_score(column, cells), -place, column)
        for place, (column, cells) in enumerate(samples.items())
        if column not in taken
    ]
    score, _, column = max(scored, default=(0, 0, ""))
    if not score:
        return FoundDate()
    day_first, how = _day_first(table[column])
    return FoundDate(column, day_first, (f"{quoted(column)} holds dates.", *how))


def _date_score(column: str, cells: "pd.Series[Any]") -> int:
    """Tell how surely a column holds dates: 3 dates by kind or name and value, 2 by value, 1 years by name, 0 not."""
    values = [cell for cell in cells.tolist() if cell is not None]
    if not values:
        return 0
    if sum(isinstance(cell, datetime) for cell in values) > len(values) * _READ:
        return 3 if names(column, DATES) else 2
    days = read_days(cells, day_first=order_of_days(texts_of(cells).texts).day_first)
    share = float((~np.isnat(days.moments)).sum() / max(int((~days.empty).sum()), 1))
    if names(column, YEARS) and share >= _READ:
        return 1
    texts = [cell for cell in values if isinstance(cell, str)]
    bare = sum(text.strip().isdigit() for text in texts) + len(values) - len(texts)
    if names(column, DATES):
        return 3 if share >= _HALF else 0
    return 2 if share >= _SURE and bare < len(values) / 2 else 0


def _day_first(cells: "pd.Series[Any]") -> tuple[bool, tuple[str, ...]]:
    order = order_of_days(texts_of(cells, na=True).texts)
    first, other = ("day", "month") if order.day_first else ("month", "day")
    if not order.proofs and not order.open:
        return True, ()
    if not order.proofs:
        return True, (f"{_values(order.open)} can be read as a date in two ways; the day is taken to come first.",)
    told = f"In its dates the {first} comes first: {_values(order.proofs)} can be read in no other way."
    if order.against:
        told += f" Those with the {other} first are faults; there are {order.against}."
    return order.day_first, (told,)


def _values(number: int) -> str:
    return "1 value" if number == 1 else f"{number} different values"


def find_label(samples: Samples, taken: Collection[str], fallback: Collection[str]) -> Found:
    """Find the column that names each record, else the one that names its mission, area or country."""
    free = [column for column in samples if column not in taken and _is_text(samples[column])]
    # Surveys write a position as text too, under a name such as "Location": it labels nothing.
    free = [column for column in free if _is_worded(samples[column])] or free
    named = [column for column in free if names(column, LABELS)]
    for column in sorted(named, key=_label_rank):
        return Found(column, f"{quoted(column)} labels the records, by its name.")
    best = max(
        (column for column in free if not names(column, CATEGORIES)),
        key=lambda column: _different(samples[column]),
        default=None,
    )
    if best is not None and _different(samples[best]) > 1 / 2:
        return Found(best, f"{quoted(best)} labels the records: it is text that differs from row to row.")
    return Found(next(iter(fallback), None))


def _label_rank(column: str) -> int:
    """Put a title or name before a place."""
    first = {"name", "title", "label", "titel", "bezeichnung", "nom", "titre", "nombre", "название", "headline"}
    return 0 if not first.isdisjoint(header_words(column)) else 1


def find_category(samples: Samples, taken: Collection[str]) -> Found:
    """Find a column with few different values."""
    free = [column for column in samples if column not in taken and _is_text(samples[column])]
    named = [column for column in free if names(column, CATEGORIES) and _repeats(samples[column], more_than=1)]
    for column in [*named, *(one for one in free if _repeats(samples[one], more_than=_OFTEN))]:
        number = len(texts_of(samples[column]).texts)
        return Found(column, f"{quoted(column)} sorts the records into {number} categories.")
    return Found()


def _is_text(cells: "pd.Series[Any]") -> bool:
    values = [cell for cell in cells.tolist() if cell is not None]
    texts = [cell for cell in values if isinstance(cell, str)]
    short = sum(len(text) <= _LONG and not text.strip().isdigit() for text in texts)
    return bool(values) and short >= len(values) * _READ


def _is_worded(cells: "pd.Series[Any]") -> bool:
    texts = texts_of(cells).texts
    return sum(any(map(str.isalpha, text)) for text in texts) > len(texts) / 2


def _different(cells: "pd.Series[Any]") -> float:
    texts = texts_of(cells)
    return len(texts.texts) / max(int((texts.codes >= 0).sum()), 1)


def _repeats(cells: "pd.Series[Any]", *, more_than: float) -> bool:
    """Tell whether there are few values, each of which stands so often on average or more."""
    texts = texts_of(cells)
    number, filled = len(texts.texts), int((texts.codes >= 0).sum())
    return 1 < number <= _CATEGORIES and filled > more_than * number
