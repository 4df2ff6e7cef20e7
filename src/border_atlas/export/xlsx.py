"""XLSX workbook: a sheet for each table, one for the sources and one about the file; no cell is a formula."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Final

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from border_atlas.data.dataset import Dataset
from border_atlas.domain.view import View
from border_atlas.errors import ExportError
from border_atlas.export.about import About, column_entries
from border_atlas.export.columns import GEO_NOTE
from border_atlas.export.guard import looks_like_formula
from border_atlas.export.records import flat, records_of

_SHEETS: Final = {
    "missions": "Missions",
    "border_areas": "Border areas",
    "activities": "Activities",
    "field_sites": "Field sites",
    "crossing_points": "Crossing points",
    "mandates": "Mandates",
    "sources": "Sources",
}
#: Excel's own limits: rows of a sheet, characters of a cell and of a link, links of a sheet.
_MAX_ROWS: Final = 1_048_575
_MAX_CELL: Final = 32_767
_MAX_LINK: Final = 2_079
_MAX_LINKS: Final = 65_000
_CUT: Final = " … (cut)"
_WIDTHS: Final = {"name": 40, "title": 40, "summary": 70, "notes": 50, "url": 50, "legal_basis": 40}
_WIDTH: Final = (10, 28)
_ABOUT_WIDTHS: Final = (20, 110)


@dataclass(frozen=True)
class _Formats:
    """Looks of cells; ``guarded`` keeps a text a text even after somebody has edited its cell."""

    head: Format
    text: Format
    guarded: Format
    wrapped: Format
    link: Format


def to_xlsx(dataset: Dataset, view: View, about: About) -> bytes:
    """Return a view as a workbook; texts longer than Excel's 32,767 characters are cut and say so.

    Raises
    ------
    ExportError
        If a table has more rows than a sheet can hold.
    """
    tables = flat(records_of(dataset, view))
    _check_rows(tables)
    packed = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(packed, options) as book:
        created = datetime.combine(about.exported_on, time(), UTC)
        book.set_properties({"title": "Border Atlas", "subject": about.sentence[:255], "created": created})
        formats = _formats(book)
        for name, table in tables.items():
            _table_sheet(book.add_worksheet(_SHEETS[name]), table, formats)
        columns = column_entries(str(column) for table in tables.values() for column in table.columns)
        _about_sheet(book.add_worksheet("About"), [*about.entries(GEO_NOTE), *columns], formats)
    return packed.getvalue()


def _check_rows(tables: Mapping[str, pd.DataFrame]) -> None:
    for name, table in tables.items():
        if len(table) > _MAX_ROWS:
            msg = f"{name} has {len(table):,} rows; a sheet holds {_MAX_ROWS:,}. Choose less, or take CSV."
            raise ExportError(msg)


def _formats(book: Workbook) -> _Formats:
    top = {"valign": "top"}
    return _Formats(
        head=book.add_format({"bold": True, "bg_color": "#E6EEF3", "bottom": 1, **top}),
        text=book.add_format(top),
        guarded=book.add_format({"quote_prefix": True, **top}),
        wrapped=book.add_format({"text_wrap": True, **top}),
        link=book.add_format({"font_color": "#0B5394", "underline": 1, **top}),
    )


def _table_sheet(sheet: Worksheet, table: pd.DataFrame, formats: _Formats) -> None:
    for column, name in enumerate(table.columns):
        sheet.write_string(0, column, str(name), formats.head)
        for row, cell in enumerate(table[name], start=1):
            _write(sheet, row, column, cell, formats, link=name == "url" and row <= _MAX_LINKS)
        sheet.set_column(column, column, _width(str(name), table[name].tolist()))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table), len(table.columns) - 1)


def _about_sheet(sheet: Worksheet, entries: Sequence[tuple[str, str]], formats: _Formats) -> None:
    for column, (heading, width) in enumerate(zip(("What", "Text"), _ABOUT_WIDTHS, strict=True)):
        sheet.write_string(0, column, heading, formats.head)
        sheet.set_column(column, column, width)
    for row, (heading, text) in enumerate(entries, start=1):
        sheet.write_string(row, 0, heading, formats.text)
        sheet.write_string(row, 1, _fit(text), formats.wrapped)
    sheet.freeze_panes(1, 0)


def _write(sheet: Worksheet, row: int, column: int, cell: str | float, formats: _Formats, *, link: bool) -> None:
    if not isinstance(cell, str):
        if pd.notna(cell):
            sheet.write_number(row, column, cell, formats.text)
    elif link and cell.startswith(("https://", "http://")) and len(cell) <= _MAX_LINK:
        sheet.write_url(row, column, cell, formats.link, string=cell)
    elif cell:
        sheet.write_string(row, column, _fit(cell), formats.guarded if looks_like_formula(cell) else formats.text)


def _fit(text: str) -> str:
    return text if len(text) <= _MAX_CELL else text[: _MAX_CELL - len(_CUT)] + _CUT


def _width(name: str, cells: Sequence[object]) -> int:
    """Give a width in characters: set for long texts, else that of the longest cell within limits."""
    if name in _WIDTHS:
        return _WIDTHS[name]
    longest = max((len(str(cell)) for cell in cells), default=0)
    low, high = _WIDTH
    return min(max(longest, len(name)) + 3, high) if max(longest, len(name)) + 3 > low else low
