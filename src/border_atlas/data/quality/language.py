"""How long, how hard to read and how sober the texts of the tables are."""

import re
from collections.abc import Iterator
from typing import Final

from border_atlas.data.faults import Fault
from border_atlas.data.rules import Tables
from border_atlas.data.tables import ACTIVITIES, AREAS, MANDATES, MISSIONS, line_of, records

#: Where readers meet sentences of ours.
TEXTS: Final = (
    (ACTIVITIES, "title"), (ACTIVITIES, "summary"), (MANDATES, "summary"), (AREAS, "name"), (MISSIONS, "name"),
)  # fmt: skip
SUMMARIES: Final = ((ACTIVITIES, "summary"), (MANDATES, "summary"))
#: A summary is one or two plain sentences; a mandate's may be shorter.
FEWEST_WORDS: Final = {ACTIVITIES: 12, MANDATES: 5}
MOST_WORDS: Final = 45
#: Björnsson calls above 60 very difficult; names of institutions alone bring our texts to about 58.
HARDEST: Final = 75.0

_LONG: Final = 6
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE_END: Final = re.compile(r"[.!?:](?=\s|$)")
#: Words that age, and what would be right instead.
_RELATIVE_TIME: Final = (
    "recent", "recently", "currently", "current", "nowadays", "today", "at present", "so far", "to date", "ongoing",
    "latest", "until now", "these days", "upcoming",
)  # fmt: skip
#: Words that praise or judge.
_PROMOTIONAL: Final = (
    "successful", "successfully", "significant", "significantly", "crucial", "vital", "pivotal", "landmark",
    "groundbreaking", "innovative", "unprecedented", "remarkable", "outstanding", "excellent", "robust",
    "seamless", "seamlessly", "holistic", "empower", "empowering", "leverage", "leveraging", "state-of-the-art",
    "cutting-edge", "world-class", "proud", "proudly", "hailed", "renowned", "best-in-class", "game-changing",
    "notorious", "so-called", "unfortunately", "fortunately", "of course", "illegal immigrants", "illegal migrants",
)  # fmt: skip


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)


_FORBIDDEN: Final = (
    (_any_of(_RELATIVE_TIME), "ages with the reader's day", "the day or year it is true for"),
    (_any_of(_PROMOTIONAL), "praises or judges", "what was done, without a judgement"),
)


def words(text: str) -> list[str]:
    """Return the words of a text, without numbers and signs."""
    return _WORD.findall(text)


def lix(text: str) -> float:
    """Return the reading index of a text: words a sentence plus the percentage of words of over six letters.

    Below 30 is a children's book, 40 to 50 a newspaper, above 60 a law or thesis; 0 for a text without words.

    Notes
    -----
    C. H. Björnsson, *Läsbarhet*, Stockholm: Liber, 1968.
    """
    found = words(text)
    if not found:
        return 0.0
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    return len(found) / sentences + 100 * sum(len(word) > _LONG for word in found) / len(found)


def forbidden(tables: Tables) -> Iterator[Fault]:
    """Yield words that age with the day of reading, praise or judge."""
    for file, column in TEXTS:
        for line, text in _cells(tables, file, column):
            for pattern, problem, right in _FORBIDDEN:
                for match in pattern.finditer(text):
                    yield Fault(file, line, column, match.group(), problem, right)


def length(tables: Tables) -> Iterator[Fault]:
    """Yield summaries that say too little or too much."""
    for file, column in SUMMARIES:
        for line, text in _cells(tables, file, column):
            number, fewest = len(words(text)), FEWEST_WORDS[file]
            if text and not fewest <= number <= MOST_WORDS:
                right = f"one or two plain sentences of {fewest} to {MOST_WORDS} words"
                yield Fault(file, line, column, text, f"has {number} words", right)


def reading_level(tables: Tables) -> Iterator[Fault]:
    """Yield summaries that are too hard to read."""
    for file, column in SUMMARIES:
        for line, text in _cells(tables, file, column):
            index = lix(text)
            if index > HARDEST:
                right = f"shorter sentences and words, up to {HARDEST:.0f}"
                yield Fault(file, line, column, text, f"is hard to read (LIX {index:.0f})", right)


def _cells(tables: Tables, file: str, column: str) -> Iterator[tuple[int, str]]:
    for index, row in enumerate(records(tables[file]) if file in tables else []):
        yield line_of(index), row[column]
