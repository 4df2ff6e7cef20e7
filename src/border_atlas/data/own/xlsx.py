"""XLSX through openpyxl, read-only; merged cells and title rows as in the file, formulas as their last result."""

import io
import re
import zipfile
from datetime import time as clock
from datetime import timedelta
from typing import Any

from border_atlas.data.own.archive import member_bytes, open_zip
from border_atlas.data.own.header import filled, header_position, titles_note
from border_atlas.data.own.limits import Limits
from border_atlas.data.own.raw import RawLayer, check_counts, refuse

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\0!\0[DE]\0|\0<\0!\0[DE]")
_DAMAGED = "The workbook is damaged or cut off"
#: Empty rows and columns around the table that a format reaches into are not counted against the caps.
_EMPTY_RUN = 10_000

Row = tuple[int, list[Any]]


def read_xlsx(content: bytes, *, name: str, limits: Limits) -> list[RawLayer]:
    """Return one table per sheet that holds something."""
    archive = open_zip(content, limits)
    for member in archive.namelist():
        if member.lower().endswith((".xml", ".rels")) and _DOCTYPE.search(member_bytes(archive, member, limits)):
            refuse("The workbook declares a document type or entities", where=ascii(member), right="Save it again.")
    workbook = _opened(content)
    sheets = workbook.worksheets
    if len(sheets) > limits.layers:
        refuse("The workbook has too many sheets", value=len(sheets), right=f"At most {limits.layers} are read.")
    layers, empty, budget = [], [], [limits.cells]
    for sheet in sheets:
        rows = _rows(sheet, limits, budget)
        _fill_merged(rows, _merges(archive, sheet, limits))
        layer = _table(rows, sheet.title or name)
        if layer is None:
            empty.append(sheet.title)
            continue
        if sheet.sheet_state != "visible":
            layer.notes.append("the sheet is hidden in the workbook")
        layers.append(layer)
    if not layers:
        refuse("The workbook is empty", right="Give a header row and at least one record.")
    if empty:
        layers[0].notes.append(f"{len(empty)} empty sheet(s) left out")
    return layers


def _opened(content: bytes) -> Any:  # noqa: ANN401  openpyxl has no types
    import mimetypes  # noqa: PLC0415  only this form needs it

    # openpyxl asks for media types, and Python would look for tables of them all over the machine.
    mimetypes.init(files=[])
    import openpyxl  # noqa: PLC0415  only this form needs it

    try:
        return openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    except (KeyError, ValueError, TypeError, OSError, AttributeError, zipfile.BadZipFile, SyntaxError) as error:
        # openpyxl has no errors of its own for broken parts.
        refuse(_DAMAGED, value=error, right="Open it in a spreadsheet program and save it as .xlsx.")


def _rows(sheet: Any, limits: Limits, budget: list[int]) -> list[Row]:  # noqa: ANN401  openpyxl has no types
    # The size that the sheet claims is not trusted, rows are counted as they come.
    sheet.reset_dimensions()
    rows, run = list[Row](), 0
    try:
        for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            row = _trimmed(cells)
            run = 0 if row else run + 1
            if run > _EMPTY_RUN:
                break
            _count(row, number - run, limits, budget, sheet.title)
            rows.append((number, row))
    except (KeyError, ValueError, TypeError, IndexError, OSError, AttributeError, SyntaxError) as error:
        refuse(_DAMAGED, where=f"sheet “{sheet.title}”", value=error, right="Save it again as .xlsx.")
    return rows


def _trimmed(cells: tuple[Any, ...]) -> list[Any]:
    row = [_cell(cell) for cell in cells]
    while row and row[-1] is None:
        row.pop()
    return row


def _cell(cell: Any) -> Any:  # noqa: ANN401  openpyxl has no types
    if isinstance(cell, timedelta | clock):
        return str(cell)
    return None if isinstance(cell, str) and not cell.strip() else cell


def _count(row: list[Any], number: int, limits: Limits, budget: list[int], title: str) -> None:
    budget[0] -= len(row)
    check_counts(
        rows=number - 100, columns=len(row), max_rows=limits.rows, max_columns=limits.columns,
        max_cells=limits.rows * limits.columns, where=f"sheet “{title}”, row {number}",
    )  # fmt: skip
    if budget[0] < 0:
        refuse("The workbook has too many cells", where=f"sheet “{title}”", right=f"At most {limits.cells:,} are read.")


def _merges(archive: zipfile.ZipFile, sheet: Any, limits: Limits) -> list[tuple[int, int, int, int]]:  # noqa: ANN401
    path = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
    if path not in archive.namelist():
        return []
    found = _MERGED.findall(member_bytes(archive, path, limits))
    return [(_letters(a) - 1, int(b), _letters(c) - 1, int(d)) for a, b, c, d in found]


def _letters(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number


def _fill_merged(rows: list[Row], merges: list[tuple[int, int, int, int]]) -> None:
    """Give every cell of a cell merged over several rows its value; titles over several columns stay single."""
    by_number = dict(rows)
    for left, top, right, bottom in merges:
        first = by_number.get(top, [])
        if bottom == top or left != right or left >= len(first) or first[left] is None:
            continue
        for number in range(top + 1, min(bottom, rows[-1][0]) + 1):
            row = by_number[number]
            row.extend([None] * (left + 1 - len(row)))
            row[left] = first[left]


def _table(rows: list[Row], title: str) -> RawLayer | None:
    place = header_position([row for _, row in rows])
    # A header may stand below many empty rows.
    if place < 0:
        return None
    header = ["" if cell is None else str(cell) for cell in rows[place][1]]
    body = [(number, row) for number, row in rows[place + 1 :] if filled(row)]
    width = max([len(header), *(len(row) for _, row in body)])
    padded = [row + [None] * (width - len(row)) for _, row in body]
    data = [list(cells) for cells in zip(*padded, strict=True)] or [[] for _ in range(width)]
    layer = RawLayer(
        name=title, columns=header + [""] * (width - len(header)), data=data, rows=[number for number, _ in body],
    )  # fmt: skip
    _drop_empty_columns(layer)
    empty = sum(1 for _, row in rows[place + 1 :] if not filled(row))
    layer.notes += [note for note in (titles_note([row for _, row in rows[:place]]),) if note]
    if empty:
        layer.notes.append(f"{empty} empty row(s) left out")
    return layer


def _drop_empty_columns(layer: RawLayer) -> None:
    keep = [i for i, name in enumerate(layer.columns) if name.strip() or filled(layer.data[i])]
    layer.columns, layer.data = [layer.columns[i] for i in keep], [layer.data[i] for i in keep]
