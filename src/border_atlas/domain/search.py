"""Find anything by name: missions, areas, countries, activities, organisations and places, typos forgiven."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, get_args

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA, Prefix
from rapidfuzz.process import cdist

from border_atlas.data.dataset import Dataset
from border_atlas.domain.searchable import HOST, Entry, HitKind, entries_of
from border_atlas.domain.textmatch import fold

__all__ = ["Hit", "HitKind", "SearchIndex", "find", "index_of_names", "is_alone", "is_clear"]

#: Characters and words of a query that are looked at.
_MAX_CHARACTERS: Final = 80
_MAX_WORDS: Final = 8
#: Below this a name is taken for something else.
_LEAST: Final = 40.0
_EXACT: Final = 100.0
#: A first hit of at least this score and this far ahead of the second must be meant.
_SURE: Final = 85.0
_AHEAD: Final = 10.0

_WORD: Final = re.compile(r"[^\W_]+")
_STOP: Final = frozenset(
    {"a", "an", "and", "at", "de", "der", "des", "die", "du", "et", "for", "in", "la", "le", "les"}
    | {"of", "on", "or", "pour", "the", "to", "und", "von"}
)
#: Typing errors forgiven in a word of at least so many letters; a swap of neighbours counts as one.
_FORGIVEN: Final = ((11, 3), (7, 2), (4, 1))
#: Letters from which on the inside of a word is searched too.
_INSIDE: Final = 4

_Scores = npt.NDArray[np.float64]
_KIND_ORDER: Final[dict[str, int]] = {kind: number for number, kind in enumerate(get_args(HitKind))}
_Rank = tuple[float, int, int, str]


@dataclass(frozen=True)
class Hit:
    """Something found: what it is, its id, what to call it, a line about it, and how well it fits (0 … 100).

    ``id`` is a mission's or area's id, a country's code, an activity type, a family, an organisation, or
    the name of a place. ``told``: it was found by another name than its label, which the detail ends with.
    """

    kind: HitKind
    id: str
    label: str
    detail: str
    score: float
    told: bool = False


class SearchIndex:
    """Every name of a dataset, as a whole and word by word."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        terms = [
            (number, name, weight, in_full)
            for number, entry in enumerate(self._entries)
            for name, weight, in_full in _terms(entry)
            if _words(name)
        ]
        words = [_words(name) for _, name, *_ in terms]
        self._vocabulary = sorted({word for own in words for word in own})
        numbers = {word: number for number, word in enumerate(self._vocabulary)}
        self._names = [name for _, name, *_ in terms]
        self._squashed = ["".join(own) for own in words]
        self._owner = np.array([number for number, *_ in terms], dtype=np.intp)
        self._weight = np.array([weight for *_, weight, _ in terms], dtype=np.float64)
        self._in_full = np.array([in_full for *_, in_full in terms], dtype=np.bool_)
        self._lengths = np.array([len(own) for own in words], dtype=np.float64)
        self._flat = np.array([numbers[word] for own in words for word in own], dtype=np.intp)
        self._starts = np.concatenate([[0], np.cumsum(self._lengths[:-1])]).astype(np.intp)

    def find(self, query: str, *, limit: int | None = None) -> tuple[Hit, ...]:
        """Give the best hits, best first, all of them without a limit; nothing for an empty query."""
        words = _words(query[:_MAX_CHARACTERS])[:_MAX_WORDS]
        if not words or not self._names:
            return ()
        by_word, whole = self._by_words(words), self._as_a_whole("".join(words))
        scores = np.maximum(by_word, whole) * self._weight
        scores[self._in_full & (whole < _EXACT)] = 0.0
        best: dict[int, int] = {}
        for term in np.argsort(-scores, kind="stable"):
            if scores[term] < _LEAST:
                break
            best.setdefault(int(self._owner[term]), int(term))
        hits = [self._hit(entry, term, float(scores[term])) for entry, term in best.items()]
        return tuple(sorted(hits, key=_rank)[:limit])

    def _hit(self, number: int, term: int, score: float) -> Hit:
        """Make a hit; a name that differs from the label is told, as ``Zypern`` for Cyprus."""
        entry = self._entries[number]
        name = self._names[term]
        told = entry.tells_name and self._weight[term] == 1 and fold(name) != fold(entry.label)
        detail = f"{entry.detail} · {name}" if told else entry.detail
        return Hit(entry.kind, entry.id, entry.label, detail, round(score, 1), told)

    def _as_a_whole(self, squashed: str) -> _Scores:
        """Compare with whole names, spaces and apostrophes left out: equal, begun, or nearly equal."""
        scores = np.zeros(len(self._squashed))
        allowed = _forgiven(len(squashed))
        if allowed:
            distances = _distances(squashed, self._squashed, allowed)
            near = distances <= allowed
            scores[near] = 55 + 25 * (1 - distances[near] / len(squashed))
            # Most errors are made late in a word: of two names equally near, the one begun alike is meant.
            for place in np.flatnonzero(near):
                scores[place] += 5 * Prefix.similarity(squashed, self._squashed[place]) / len(squashed)
        for number, name in enumerate(self._squashed):
            if name.startswith(squashed):
                scores[number] = _EXACT if name == squashed else 85 + 10 * len(squashed) / len(name)
        return scores

    def _by_words(self, words: Sequence[str]) -> _Scores:
        """Compare word by word, in any order; every word that is asked for must fit one of the name."""
        wanted = [word for word in words if word not in _STOP] or list(words)
        rows = [np.maximum.reduceat(self._word_scores(word)[self._flat], self._starts) for word in wanted]
        scores = np.array(rows)
        share = np.minimum(len(wanted) / self._lengths, 1.0)
        fitting = (scores > 0).all(axis=0)
        return np.where(fitting, 80 * scores.mean(axis=0) * (0.9 + 0.1 * share), 0.0)

    def _word_scores(self, word: str) -> _Scores:
        """Say how well each known word fits (0 … 1)."""
        scores = np.zeros(len(self._vocabulary))
        if len(word) >= _INSIDE:
            scores[[number for number, known in enumerate(self._vocabulary) if word in known]] = 0.6
        allowed = _forgiven(len(word))
        if allowed:
            distances = _distances(word, self._vocabulary, allowed)
            near = distances <= allowed
            scores[near] = np.maximum(scores[near], 0.9 * (1 - distances[near] / len(word)))
        first = bisect_left(self._vocabulary, word)
        for number in range(first, len(self._vocabulary)):
            known = self._vocabulary[number]
            if not known.startswith(word):
                break
            scores[number] = 1.0 if known == word else 0.85 + 0.1 * len(word) / len(known)
        return scores


@lru_cache(maxsize=4)
def index_of_names(dataset: Dataset) -> SearchIndex:
    """Give the index of a Dataset; it is built on the first call and kept."""
    return SearchIndex(entries_of(dataset))


def find(dataset: Dataset, query: str, *, limit: int | None = None) -> tuple[Hit, ...]:
    """Find what a query can mean, all of it or the best.

    Exact names come first, then missions in a country of that name, then names and words that begin so, then those
    within a few typing errors.
    Accents, capitals, apostrophes and the order of words do not matter.
    """
    return index_of_names(dataset).find(query, limit=limit)


def is_clear(hits: Sequence[Hit]) -> bool:
    """Tell whether the first hit is so much better than the others that it must be meant."""
    if len(hits) < 2:  # noqa: PLR2004  the only hit, or none
        return bool(hits)
    first, second = hits[0].score, hits[1].score
    return first >= _SURE and (first - second >= _AHEAD or first == _EXACT > second)


def is_alone(hits: Sequence[Hit]) -> bool:
    """Tell whether all hits but the first were found by another name than their label alone."""
    return all(hit.told for hit in hits[1:])


def _rank(hit: Hit) -> _Rank:
    return -hit.score, _KIND_ORDER[hit.kind], len(hit.label), hit.label


def _terms(entry: Entry) -> list[tuple[str, float, bool]]:
    """Give the names of an entry with their weights, and whether each has to be typed in full."""
    return [*((name, weight, False) for name, weight in entry.names), *((name, HOST, True) for name in entry.hosts)]


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _forgiven(length: int) -> int:
    return next((errors for least, errors in _FORGIVEN if length >= least), 0)


def _distances(word: str, among: Sequence[str], allowed: int) -> npt.NDArray[np.int32]:
    """Count typing errors; more than ``allowed`` all count as one more."""
    counted = cdist([word], among, scorer=OSA.distance, score_cutoff=allowed, dtype=np.int32)
    return np.asarray(counted[0], dtype=np.int32)
