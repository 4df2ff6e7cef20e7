"""The sources of a deck: each numbered once, in the order in which slides first list it.

A slide of hundreds of records lists the sources of those that it names; of the others it says how many there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.cards import SourceLine
from border_atlas.domain.deck import DeckSource
from border_atlas.domain.proofs import source_lines
from border_atlas.domain.richtext import plain
from border_atlas.domain.sources import UNREAD
from border_atlas.domain.view import View
from border_atlas.model import SourceStanding

#: Most sources that a slide lists although it does not name their records one by one.
MOST_LISTED: Final = 24


@dataclass
class SourceBook:
    """Gives numbers to sources; asked again for one, it gives the same."""

    dataset: Dataset
    entries: dict[str, DeckSource] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def numbered(self, source_ids: Iterable[str]) -> tuple[DeckSource, ...]:
        """Return sources by their ids, each once and in the order of their numbers; unknown ids are left out."""
        found = []
        for line in source_lines(self.dataset, source_ids):
            if line.source_id not in self.entries:
                entry = DeckSource(len(self.entries) + 1, line.source_id, say_source(line), line.url)
                self.entries[line.source_id] = entry
            found.append(self.entries[line.source_id])
        return tuple(sorted(found, key=lambda one: one.number))

    def count(self, source_ids: Iterable[str]) -> int:
        """Count the sources among ids, and remember them for ``total``; they get no numbers."""
        found = {line.source_id for line in source_lines(self.dataset, source_ids)}
        self.seen |= found
        return len(found)

    @property
    def total(self) -> int:
        """Number of sources counted or numbered so far."""
        return len(self.seen | set(self.entries))

    @property
    def all(self) -> tuple[DeckSource, ...]:
        """All numbered sources so far."""
        return tuple(self.entries.values())


def listed_ids(source_ids: tuple[str, ...], named_ids: tuple[str, ...] | None) -> tuple[str, ...]:
    """Return the ids of the sources that a slide lists: all if they are few, else those of what it names."""
    if named_ids is None or len(set(source_ids)) <= MOST_LISTED:
        return source_ids
    return named_ids


def say_rest(number: int, version: str) -> str:
    """Say on how many sources a slide rests that does not list them all, and where they stand."""
    return (
        f"What is shown rests on {number:,} sources; all stand with their records in the dataset, "
        f"version {version}, and in its Excel and CSV files."
    )


def say_source(line: SourceLine) -> str:
    """Say a source: publisher, title, date, and what kind of page it is; of none, that no page was read."""
    if line.source_id == UNREAD:
        return plain(f"No page read: {line.title}")
    title = f"{line.publisher}: {line.title}" if line.publisher else line.title
    copy = line.standing if line.standing and line.standing != SourceStanding.ORIGINAL else ""
    kind = ", ".join(part for part in (line.source_type, copy) if part)
    dated = f"{title}, {line.published}" if line.published else title
    return plain(f"{dated} ({kind})" if kind else dated)


def ids_of(*frames: pd.DataFrame) -> tuple[str, ...]:
    """Return the ids of the sources that the rows of frames name, each once."""
    return tuple(dict.fromkeys(one for frame in frames for ids in frame["source_ids"] for one in ids))


def ids_of_view(view: View) -> tuple[str, ...]:
    """Return the ids of the sources behind all that a view shows."""
    return ids_of(view.missions, view.areas, view.activities)
