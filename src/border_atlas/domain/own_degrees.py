"""Reads degrees as people write them: 48.2, 48,2, 48°12'30"N, 48 12.5 N, 481230N, 48° 12' nord."""

import re
import unicodedata
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from border_atlas.domain.own_cells import Flags, Floats, Objects, each_text, text_of, texts_of
from border_atlas.domain.own_words import DIRECTIONS, SIGNS

#: A longer text is no coordinate.
_MOST: Final = 80
_SIXTY: Final = 60.0

#: What was wrong, as own_faults tells it in words; an empty string: nothing.
UNREAD, BOTH_SIGNS, SIXTY, O_LETTER, WRONG_AXIS = "unreadable", "two signs", "sixty", "letter O", "wrong axis"

_NUMBER: Final = r"[0-9]{1,20}(?:[.,][0-9]{0,20})?|[.,][0-9]{1,20}"
_DEGREES: Final = re.compile(
    rf"(?P<before>[NSEWO])? ?(?P<sign>[+-])? ?(?P<d>{_NUMBER}) ?(?:°|d|deg|grad|:| |$|(?=[NSEWO]))"
    rf" ?(?:(?P<m>{_NUMBER}) ?(?:'|m|min|:| |$|(?=[NSEWO])))?"
    rf" ?(?:(?P<s>{_NUMBER}) ?(?:\"|''|s|sec|sek|$| |(?=[NSEWO])))? ?(?P<after>[NSEWO])?"
)
_PLAIN: Final = re.compile(r"[+-]?[0-9]{1,3}(?:[.,][0-9]{1,20})?")
#: Digits of other scripts.
_DIGITS: Final = re.compile(r"(?![0-9])\d")
#: Words or abbreviations rather than single letters.
_ALONE: Final = re.compile(r"(?<![a-z])[nsewo](?![a-z])")
_WORDY: Final = re.compile(r"[^\W\d_][. ]{0,2}[^\W\d_]")
#: 481230N and 0162200E of pilots and seafarers.
_COMPACT: Final = re.compile(
    r"(?:([0-9]{2})([0-9]{2})([0-9]{2}(?:\.[0-9]{1,9})?)?([NS])|([0-9]{3})([0-9]{2})([0-9]{2}(?:\.[0-9]{1,9})?)?([EW]))"
)
_COMMA: Final = re.compile(r"[+-]?[0-9]{1,3},[0-9]{1,20}")
#: 48d12m30s, where the s is no south.
_UNITS: Final = re.compile(
    r"([0-9]) ?d(?:eg)? ?([0-9.,]+) ?m(?:in)?(?: ?([0-9.,]+) ?s(?:ec)?)?(?![a-z])", re.IGNORECASE
)


class Degree(NamedTuple):
    """One coordinate: its value (NaN if there is none), its axis if a letter tells it, and what is wrong."""

    value: float
    axis: str
    fault: str


_NONE: Final = Degree(np.nan, "", UNREAD)


class Degrees(NamedTuple):
    """A column of coordinates: values, what is wrong with each cell, and which cells are empty."""

    numbers: Floats
    faults: Objects
    empty: Flags


def tidy(text: str) -> str:
    """Write all signs of degrees, minutes, seconds and minus in one way."""
    if text.isascii():
        return " ".join(text.split())
    composed = unicodedata.normalize("NFC", text)
    if _DIGITS.search(composed):
        composed = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in composed)
    return " ".join(composed.translate(SIGNS).split())


def read_degree(text: str, *, east_is_o: bool | None = None) -> Degree:
    """Read one coordinate; ``east_is_o`` tells what the letter O means (None: nobody knows)."""
    return read_tidy(tidy(text), east_is_o=east_is_o) if len(text) <= _MOST else _NONE


def read_tidy(text: str, *, east_is_o: bool | None = None) -> Degree:
    """Read one coordinate whose signs are tidy."""
    if _PLAIN.fullmatch(text):
        return Degree(float(text.replace(",", ".")), "", "")
    lettered = _with_letters(text)
    compact = _COMPACT.fullmatch(lettered)
    if compact:
        degrees, minutes, seconds, letter = (part for part in compact.groups()[0 if compact[4] else 4 :][:4])
        return _value(("", letter), "", (degrees, minutes, seconds))
    found = _DEGREES.fullmatch(lettered)
    if not found:
        return _NONE
    letters = tuple(_east_west(found[name], east_is_o=east_is_o) for name in ("before", "after"))
    if "O" in letters:
        return Degree(np.nan, "", O_LETTER)
    return _value(letters, found["sign"] or "", (found["d"], found["m"], found["s"]))


def read_degrees(cells: "pd.Series[Any]", axis: str) -> Degrees:
    """Read a column of longitudes (axis ``lon``) or latitudes (``lat``); odd texts are read one by one, each once."""
    values, empty, odd = plain_numbers(cells)
    faults = np.full(len(cells), "", dtype=object)
    if odd.any():
        texts = texts_of(cells[odd], na=True)
        east = meaning_of_o(texts.texts)
        read = each_text(texts, lambda text: read_degree(text, east_is_o=east), Degree(np.nan, "", ""))
        values[odd] = [one.value for one in read]
        faults[odd] = [_fault(one, axis) for one in read]
        empty[odd] = texts.codes < 0
    return Degrees(values, faults, empty)


def plain_numbers(cells: "pd.Series[Any]") -> tuple[Floats, Flags, Flags]:
    """Read what is a number already, also with a decimal comma; tell which cells are empty, and which are odd."""
    objects = cells.astype(object)
    empty = objects.isna().to_numpy(dtype=bool, copy=True)
    plain = objects.mask(objects.map(type).isin((bool, np.bool_)).to_numpy(), other="?")
    numbers = _numbers(plain)
    left = np.isnan(numbers) & ~empty
    if left.any():
        numbers[left] = _with_comma(plain[left])
    return numbers, empty, np.isnan(numbers) & ~empty


def meaning_of_o(texts: list[str]) -> bool | None:
    """Tell from a column's other letters whether its O is east: beside W it must be, beside E it cannot."""
    if not any("o" in text or "O" in text or "ö" in text for text in texts):
        return None
    letters = {
        letter for text in texts if len(text) <= _MOST for letter in re.findall("[EWO]", _with_letters(tidy(text)))
    }
    if "O" not in letters or {"E", "W"} <= letters or not letters & {"E", "W"}:
        return None
    return "W" in letters


def _numbers(cells: "pd.Series[Any]") -> Floats:
    try:
        read = pd.to_numeric(cells, errors="coerce")
    except (ValueError, TypeError, OverflowError):  # cells of a kind that pandas does not take, or endless integers
        read = pd.to_numeric(cells.map(text_of).astype(object), errors="coerce")
    if read.dtype.kind not in "iuf":
        return np.full(len(cells), np.nan)
    return read.to_numpy(dtype=np.float64, copy=True, na_value=np.nan)


def _with_comma(cells: "pd.Series[Any]") -> Floats:
    """Read numbers with a decimal comma, which need no look at each different text."""
    fits, nothing = _COMMA.fullmatch, float("nan")
    return np.array(
        [float(cell.replace(",", ".")) if isinstance(cell, str) and fits(cell) else nothing for cell in cells.tolist()],
        dtype=np.float64,
    )


def _with_letters(text: str) -> str:
    """Write words for directions as letters, and all letters large but those of units."""
    folded = text.casefold()
    if "d" in folded:
        folded = _UNITS.sub(_signs, folded)
    for word, letter in DIRECTIONS if _WORDY.search(folded) else ():
        folded = word.sub(letter, folded)
    return _ALONE.sub(lambda found: found[0].upper(), folded).strip(" ,.")


def _signs(found: "re.Match[str]") -> str:
    return f"{found[1]}°{found[2]}'" + (f'{found[3]}"' if found[3] else "")


def _east_west(letter: str | None, *, east_is_o: bool | None) -> str:
    if letter == "O" and east_is_o is not None:
        return "E" if east_is_o else "W"
    return letter or ""


def _value(letters: tuple[str, ...], sign: str, parts: tuple[str | None, ...]) -> Degree:
    letter = "".join(letters)
    numbers = [float(part.replace(",", ".")) for part in parts if part]
    whole = all(number.is_integer() for number in numbers[:-1])
    if len(letter) > 1 or not whole:
        return Degree(np.nan, "", UNREAD)
    if any(number >= _SIXTY for number in numbers[1:]):
        return Degree(np.nan, "", SIXTY)
    if (sign == "-" and letter in {"N", "E"}) or (sign == "+" and letter in {"S", "W"}):
        return Degree(np.nan, "", BOTH_SIGNS)
    size = sum(number / _SIXTY**place for place, number in enumerate(numbers))
    axis = "" if not letter else "lat" if letter in "NS" else "lon"
    return Degree(-size if sign == "-" or letter in {"S", "W"} else size, axis, "")


def _fault(read: Degree, axis: str) -> str:
    return WRONG_AXIS if read.axis and read.axis != axis else read.fault
