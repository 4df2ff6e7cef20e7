"""Finding the header row below title rows."""

from collections.abc import Sequence
from typing import Any

#: So many rows are looked at.
LOOK = 60
#: A header fills at least this share of the columns that the rows below it fill.
SHARE = 0.6


def filled(row: Sequence[Any]) -> int:
    """Return how many cells hold something."""
    return sum(1 for cell in row if cell is not None and str(cell).strip())


def header_position(rows: Sequence[Sequence[Any]]) -> int:
    """Return the position of the header: the first row about as full as the table, above which stand only titles.

    -1 when no row holds anything.
    """
    counts = [filled(row) for row in rows[:LOOK]]
    used = sorted(count for count in counts if count)
    if not used:
        return -1
    typical = used[len(used) // 2]
    # Two rows only: the fuller one is the header, as a title is one cell.
    wanted = max(1, round(SHARE * (typical if len(used) > 2 else used[-1])))  # noqa: PLR2004
    if typical > 1:
        wanted = max(wanted, 2)
    found = (
        place for place, count in enumerate(counts)
        if count >= wanted or (count >= max(typical - 1, 1) and _names_no_index(rows[place]))
    )  # fmt: skip
    return next(found, 0)


def _names_no_index(row: Sequence[Any]) -> bool:
    """Tell a header whose first cell is empty, as many programs write it above row numbers."""
    return not filled(row[:1]) and filled(row) == len(row) - 1


def titles_note(titles: Sequence[Sequence[Any]]) -> str:
    """Return the note on title rows that were skipped; empty if they held nothing."""
    texts = [" ".join(str(cell).strip() for cell in row if cell is not None).strip() for row in titles]
    texts = [text for text in texts if text]
    if not texts:
        return ""
    return f"{len(texts)} title row(s) above the header skipped: “{' / '.join(texts)[:200]}”"
