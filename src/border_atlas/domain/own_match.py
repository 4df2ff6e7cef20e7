"""Gives each record the id of what it names, and lists the names that nobody knows, with suggestions."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from border_atlas.domain.own_cells import Objects, texts_of
from border_atlas.domain.own_names import NameBook, Role, Suggestions

#: Suggestions cost time: only the most frequent unknown names get them.
_SUGGESTED: Final = 200


class Unmatched(NamedTuple):
    """A name that is not known, how often it stands in which column, and what may be meant (id and name)."""

    role: Role
    column: str
    value: str
    count: int  # type: ignore[assignment]
    suggestions: Suggestions


class Match(NamedTuple):
    """The id of each record ("" if none), a fault's code for each, and the unknown names, the most frequent first."""

    ids: Objects
    codes: Objects
    unmatched: tuple[Unmatched, ...]


def match(
    cells: "pd.Series[Any]", column: str, role: Role, book: NameBook, choices: Mapping[tuple[str, str], str]
) -> Match:
    """Match a column with the names of a role; what the user chose goes first, if it exists."""
    texts = texts_of(cells)
    ids = np.array([_chosen(text, role, book, choices) for text in texts.texts], dtype=object)
    unknown = np.flatnonzero(ids == "")
    codes = np.full(len(ids), "", dtype=object)
    codes[unknown] = f"unknown {role}"
    counts = texts.counts()
    often = unknown[np.argsort(-counts[unknown], kind="stable")].tolist()
    unmatched = tuple(
        Unmatched(
            role,
            column,
            texts.texts[one],
            int(counts[one]),
            book.suggest(texts.texts[one]) if place < _SUGGESTED else (),
        )
        for place, one in enumerate(often)
    )
    return Match(texts.spread(ids, ""), texts.spread(codes, ""), unmatched)


def _chosen(text: str, role: Role, book: NameBook, choices: Mapping[tuple[str, str], str]) -> str:
    chosen = choices.get((role, text), "")
    return chosen if chosen in book.labels else book.find(text)
