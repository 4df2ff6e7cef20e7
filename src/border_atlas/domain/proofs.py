"""What records rest on: their sources, how far they were checked, and what remains open."""

from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.cards import Proof, SourceLine
from border_atlas.domain.dates_text import say_date
from border_atlas.model import VERIFIED_LABELS, Verified

#: A record as a row of its frame, or as a dict.
Row = pd.Series | dict[Hashable, Any]


def source_lines(dataset: Dataset, source_ids: Iterable[str]) -> tuple[SourceLine, ...]:
    """Give the sources with these ids, in their order, each once; an unknown id is left out."""
    known = _source_lines(dataset)
    return tuple(known[source_id] for source_id in dict.fromkeys(source_ids) if source_id in known)


def source_line(dataset: Dataset, source_id: str) -> SourceLine | None:
    """Give one source, or nothing if there is none of this id."""
    return _source_lines(dataset).get(source_id)


def proof_of(dataset: Dataset, row: pd.Series) -> Proof:
    """Give what a record rests on."""
    verified = Verified(text_of(row, "verified") or Verified.NO)
    return Proof(
        sources=source_lines(dataset, row["source_ids"]),
        verified=verified,
        verified_label=VERIFIED_LABELS[verified],
        checked_on=day_of(row, "checked_on"),
        notes=text_of(row, "notes"),
    )


@lru_cache(maxsize=4)
def _source_lines(dataset: Dataset) -> Mapping[str, SourceLine]:
    plain = ("source_id", "title", "publisher", "url")
    return {
        row["source_id"]: SourceLine(
            **{name: text_of(row, name) for name in plain},
            published=day_of(row, "published"),
            checked_on=day_of(row, "checked_on"),
            source_type=text_of(row, "source_type"),
            standing=text_of(row, "standing"),
        )
        for row in dataset.sources.to_dict("records")
    }


def text_of(row: Row, column: str) -> str:
    """Give a cell as text, a missing one as nothing."""
    value = row.get(column)
    return value if isinstance(value, str) else ""


def day_of(row: Row, column: str) -> str:
    """Give a day in words, a missing one as nothing."""
    value = text_of(row, column)
    return say_date(value) if value else ""
