"""Rules for one cell of a table, each with its own words: what is wrong, and what would be right."""

import re
from collections.abc import Callable, Iterable
from typing import Final
from urllib.parse import urlsplit

import pandera.pandas as pa

from border_atlas.data.dates import parse_partial
from border_atlas.data.tables import split_values
from border_atlas.errors import DateError

#: Stands between what is wrong and what would be right in the message of a rule.
BAR: Final = " | "

_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COUNTRY: Final = re.compile(r"[A-Z]{3}")
_NUMERIC: Final = re.compile(r"[0-9]{3}")
_WHOLE: Final = re.compile(r"[1-9][0-9]*")
_NUMBER: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_TEMPLATE: Final = re.compile(r"\{\{|\{%|\{#")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")
_NOT_IN_URL: Final = re.compile(r"[\s<>\"]")

Test = Callable[[str], bool]


def _rule(test: Test, problem: str, right: str) -> pa.Check:
    return pa.Check(lambda cells: cells.map(test).astype(bool), error=f"{problem}{BAR}{right}")


_NO_TEMPLATE: Final = "holds the start of a template"
_EVERY_TEXT: Final = (
    _rule(lambda text: text == text.strip(), "has blanks at its edge", "the text without them"),
    _rule(lambda text: not _TEMPLATE.search(text), _NO_TEMPLATE, "text without {{, {% or {#"),
    _rule(lambda text: not _CONTROL.search(text), "holds a control character", "text in one line"),
)
_FILLED: Final = _rule(bool, "is empty", "a value")
_UNIQUE: Final = pa.Check(lambda cells: ~cells.duplicated(keep=False), error=f"stands twice{BAR}a unique key")


def text(*rules: pa.Check, required: bool = True) -> pa.Column:
    """Return a column of any text in one line."""
    return pa.Column(checks=[*_EVERY_TEXT, *([_FILLED] if required else []), *rules])


def unique_text() -> pa.Column:
    """Return a column of texts none of which stands twice."""
    return text(_UNIQUE)


def key() -> pa.Column:
    """Return a column of ids none of which stands twice."""
    rule = _rule(_is_id, "is no id", "small letters, digits and single hyphens, such as un-unmogip-1")
    return text(rule, _UNIQUE)


def one_id(*, required: bool) -> pa.Column:
    """Return a column with one id in each cell."""
    return _cell(_is_id, "is no id", "small letters, digits and single hyphens", required=required)


def ids(*, required: bool) -> pa.Column:
    """Return a column of several ids in each cell."""
    return _several(_is_id, "is no list of ids", "ids", required=required)


def words(allowed: Iterable[str], *, required: bool = True) -> pa.Column:
    """Return a column that takes only the given words."""
    listed = [str(word) for word in allowed]
    return _cell(lambda cell: cell in listed, "is not allowed", " or ".join(listed), required=required)


def texts() -> pa.Column:
    """Return a column of several texts in each cell."""
    return _several(lambda part: part.strip() == part != "", "is no list of texts", "texts", required=False)


def countries() -> pa.Column:
    """Return a column of several country codes in each cell."""
    test = _matches(_COUNTRY)
    return _several(test, "is no list of countries", "ISO 3166-1 alpha-3 codes or XKX", required=True)


def country() -> pa.Column:
    """Return a column with a country code or nothing."""
    return _cell(_matches(_COUNTRY), "is no code", "ISO 3166-1 alpha-3 or XKX", required=False)


def numeric_code() -> pa.Column:
    """Return a column with a numeric country code or nothing."""
    return _cell(_matches(_NUMERIC), "is no code", "three digits, ISO 3166-1 numeric", required=False)


def day(*, required: bool = False) -> pa.Column:
    """Return a column of partial dates or, unless one is required, nothing."""
    return _cell(_is_date, "is no date", "YYYY, YYYY-MM or YYYY-MM-DD that exists", required=required)


def degrees(limit: int, *, required: bool = True) -> pa.Column:
    """Return a column of coordinates from ``-limit`` to ``limit`` degrees."""

    def test(cell: str) -> bool:
        return _NUMBER.fullmatch(cell) is not None and abs(float(cell)) <= limit

    return _cell(test, "is no coordinate", f"degrees from -{limit} to {limit}", required=required)


def amount() -> pa.Column:
    """Return a column with a number above 0 in each cell, or nothing."""

    def test(cell: str) -> bool:
        return _NUMBER.fullmatch(cell) is not None and float(cell) > 0

    return _cell(test, "is no amount", "a number above 0 without separators, such as 3323 or 120.5", required=False)


def whole() -> pa.Column:
    """Return a column with a whole number above 0 in each cell, or nothing."""
    right = "a whole number above 0 without separators, such as 10500"
    return _cell(_matches(_WHOLE), "is no whole number", right, required=False)


def url() -> pa.Column:
    """Return a column of web addresses or nothing; no other scheme can come from the tables."""
    return _cell(_is_url, "is no web address", "http://… or https://…", required=False)


def _cell(test: Test, problem: str, right: str, *, required: bool) -> pa.Column:
    """Return a column whose filled cells pass a test."""
    return text(_rule(lambda cell: not cell or test(cell), problem, right), required=required)


def _several(test: Test, problem: str, right: str, *, required: bool) -> pa.Column:
    """Return a column of several values, each of which passes a test."""

    def each(cell: str) -> bool:
        values = split_values(cell)
        return all(map(test, values)) and len(set(values)) == len(values)

    return _cell(each, problem, f"{right}, each once, joined with ';' without blanks", required=required)


def _matches(pattern: re.Pattern[str]) -> Test:
    return lambda cell: pattern.fullmatch(cell) is not None


_is_id: Final = _matches(_ID)


def _is_date(cell: str) -> bool:
    try:
        parse_partial(cell)
    except DateError:
        return False
    return True


def _is_url(cell: str) -> bool:
    try:
        parts = urlsplit(cell)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not _NOT_IN_URL.search(cell)
