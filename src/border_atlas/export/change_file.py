"""Proposals as a file that can be sent to the editors, and opened in a spreadsheet without running anything."""

import csv
import io
import zipfile
from collections.abc import Sequence
from typing import Final

import pandas as pd

from border_atlas.data.changes.contract import CELLS
from border_atlas.domain.proposals import Proposal, files, notes
from border_atlas.export.guard import clean, guard

README: Final = "README.txt"
_SAYS: Final = (
    "Proposed corrections to the Border Atlas.\n"
    "Check and merge them with: python -m border_atlas apply FILE.zip --dry-run, then without --dry-run.\n"
    "An apostrophe before = + - @ at the begin of a cell keeps spreadsheets from running it; apply takes it away.\n\n"
)


def contents(proposals: Sequence[Proposal]) -> dict[str, bytes]:
    """Return the CSV files of the proposals by name."""
    return {name: _csv(table) for name, table in files(proposals).items()}


def to_file(proposals: Sequence[Proposal]) -> tuple[str, bytes]:
    """Return the ending and the bytes of the change file: one CSV if only cells change, else a zip archive."""
    made = contents(proposals)
    if set(made) == {CELLS}:
        return "csv", made[CELLS]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(README, _SAYS + clean(notes(proposals)))
        for name, content in made.items():
            archive.writestr(name, content)
    return "zip", packed.getvalue()


def _csv(table: pd.DataFrame) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([guard(clean(cell)) for cell in row] for row in table.itertuples(index=False, name=None))
    return buffer.getvalue().encode()
