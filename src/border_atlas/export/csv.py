"""CSV that a spreadsheet can open without running anything: one table, or all tables of a view in a zip."""

import csv
import io
import zipfile
from datetime import date
from typing import Final

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.view import View
from border_atlas.export.about import About, column_entries, readme
from border_atlas.export.columns import CSV_NOTE, GEO_NOTE
from border_atlas.export.guard import guard
from border_atlas.export.records import flat, records_of

_BOM: Final = "\ufeff"  # lets Excel read the file as UTF-8
_SOURCES: Final = (
    "The sources of each record stand with it in Border Atlas; “CSV, all tables” under “Take it away” holds them all."
)
_READABLE: Final = 0o644 << 16


def to_csv(table: pd.DataFrame) -> bytes:
    """Return a table as CSV (UTF-8 with BOM, CRLF); texts and headings are guarded, numbers are not."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([_cell(heading) for heading in table.columns])
    clean = table.astype(object).where(table.notna(), "")
    writer.writerows([_cell(cell) for cell in row] for row in clean.itertuples(index=False, name=None))
    return (_BOM + text.getvalue()).encode("utf-8")


def to_csv_zip(dataset: Dataset, view: View, about: About) -> bytes:
    """Return all tables of a view as CSV, with a README, in one zip."""
    tables = flat(records_of(dataset, view))
    columns = column_entries(column for table in tables.values() for column in table.columns)
    text = readme(about.entries(GEO_NOTE, CSV_NOTE), columns)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr(_member("README.txt", about.exported_on), text)
        for name, table in tables.items():
            files.writestr(_member(f"{name}.csv", about.exported_on), to_csv(table))
    return packed.getvalue()


def to_table_zip(table: pd.DataFrame, name: str, about: About) -> bytes:
    """Return one table as CSV (``name`` without ending) with a README, so that the table itself stays clean."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr(_member("README.txt", about.exported_on), readme(about.entries(CSV_NOTE, _SOURCES)))
        files.writestr(_member(f"{name}.csv", about.exported_on), to_csv(table))
    return packed.getvalue()


def _cell(cell: object) -> object:
    return guard(cell) if isinstance(cell, str) else cell


def _member(name: str, day: date) -> zipfile.ZipInfo:
    """Date a member by the day of the export, so that equal exports are equal files."""
    member = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = _READABLE
    return member
