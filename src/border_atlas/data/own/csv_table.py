"""CSV and TSV: any delimiter, any usual encoding; values stay text. Never through GDAL."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from border_atlas.data.formulas import unguard
from border_atlas.data.own.header import filled, header_position, titles_note
from border_atlas.data.own.limits import Limits
from border_atlas.data.own.raw import RawLayer, check_counts, refuse
from border_atlas.data.own.text import decode

#: In order of trust; what splits the sample into most columns of equal number wins.
DELIMITERS = (",", ";", "\t", "|", "^", "~", ":", " ")
_WORDS = {"\t": "tab", " ": "space", ",": "comma", ";": "semicolon", ":": "colon"}
#: Blanks and colons stand in texts and times too: only taken when each row agrees.
_WEAK = {" ", ":"}
_SAMPLE_LINES = 60
#: Stands after the last line; if it does not come out as a record of its own, a quote was never closed.
_END = "\ue000end of file\ue000"
_EXCEL_HINT = re.compile(r"^sep=(.)\r?\n", re.IGNORECASE)

#: Columns by which a joined table that was taken away from here is known.
_OURS = {"row_in_file", "placed_by", "relation", "distance_km"}

Record = tuple[int, list[str]]


def read_csv(content: bytes, *, name: str, limits: Limits) -> list[RawLayer]:
    """Return the one table of a delimited text."""
    text, encoding = decode(content, where="the file")
    hint = _EXCEL_HINT.match(text)
    lines_before = 0
    if hint:
        text, lines_before = text[hint.end() :], 1
    delimiter = hint.group(1) if hint else find_delimiter(text)
    records = list(_records(text, delimiter, limits, lines_before))
    layer = table_of(records, name=name)
    _unguard(layer)
    layer.notes[:0] = [f"encoding: {encoding}", f"delimiter: {_WORDS.get(delimiter, delimiter)}"]
    return [layer]


def find_delimiter(text: str) -> str:
    """Return the delimiter that splits the first lines most evenly; a comma if none does."""
    sample = "".join(
        line for _, line in zip(range(_SAMPLE_LINES), io.StringIO(text[:200_000], newline=""), strict=False)
    )
    scores = {delimiter: _score(sample, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: scores[delimiter])
    return best if scores[best] > (0.0, 0) else ","


def _score(sample: str, delimiter: str) -> tuple[float, int]:
    try:
        rows = [row for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if filled(row)]
    except csv.Error:
        return (0.0, 0)
    widths = Counter(len(row) for row in rows)
    width, count = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]), default=(1, 0))
    if width <= 1:
        return (0.0, 0)
    even = count / len(rows)
    if delimiter in _WEAK and (even < 1 or len(rows) < 2):  # noqa: PLR2004  one line proves nothing
        return (0.0, 0)
    # Nearly even counts as even, so that one odd line does not hand the choice to a rarer sign.
    return (0.1 if delimiter in _WEAK else round(even, 1), width)


def _records(text: str, delimiter: str, limits: Limits, lines_before: int) -> Iterator[Record]:
    # Twice the cap: such a cell is cut with a fault later; far longer ones stop the reading here.
    csv.field_size_limit(max(limits.bytes, 1_000))
    broken = "" if text.endswith(("\n", "\r")) else "\n"
    reader = csv.reader(io.StringIO(f"{text}{broken}{_END}", newline=""), delimiter=delimiter)
    start, last, count, cells = 1, None, 0, 0
    for row in reader:
        if last is not None:
            yield last
        count, cells = count + 1, cells + len(row)
        _check(row, count, cells, start + lines_before, limits)
        last, start = (start + lines_before, row), reader.line_num + 1
    if last is None or last[1] != [_END]:
        refuse(
            "A quotation mark is opened but never closed", where=f"line {last[0] if last else 1}",
            right='Close it, or write a quotation mark inside a text as "".',
        )  # fmt: skip


def _check(row: list[str], count: int, cells: int, line: int, limits: Limits) -> None:
    # Title rows, the header and the end mark come on top.
    check_counts(
        rows=count - 100, columns=len(row), max_rows=limits.rows, max_columns=limits.columns,
        max_cells=max(limits.cells, cells), where=f"line {line}",
    )  # fmt: skip
    if cells > limits.cells + 100 * limits.columns:
        refuse(
            "The table has too many cells", where=f"line {line}", value=f"{cells:,}",
            right=f"Leave out columns or rows; at most {limits.cells:,} cells are read.",
        )  # fmt: skip


def table_of(records: list[Record], *, name: str) -> RawLayer:
    """Return the table below the header; empty rows are counted, long rows get columns of their own."""
    position = header_position([row for _, row in records])
    if position < 0:
        refuse("The table is empty", where="the file", right="Give a header row and at least one record.")
    header = list(records[position][1])
    body = [record for record in records[position + 1 :] if filled(record[1])]
    width = max([len(header), *(len(row) for _, row in body)])
    notes = _shape_notes(header, body, empty=len(records) - position - 1 - len(body), width=width)
    title = titles_note([row for _, row in records[:position]])
    padded = [[cell or None for cell in row] + [None] * (width - len(row)) for _, row in body]
    data: list[list[str | None]] = [list(cells) for cells in zip(*padded, strict=True)] or [[] for _ in range(width)]
    return RawLayer(
        name=name, columns=header + [""] * (width - len(header)), data=data, rows=[line for line, _ in body],
        notes=[note for note in (title, *notes) if note],
    )  # fmt: skip


def _unguard(layer: RawLayer) -> None:
    """Give back what an export of ours made harmless; in other tables an apostrophe is the owner's."""
    if not set(layer.columns) >= _OURS:
        return
    layer.columns = [unguard(name) for name in layer.columns]
    layer.data = [[unguard(cell) if cell else cell for cell in cells] for cells in layer.data]
    layer.notes.append("joined table of Border Atlas: apostrophes that made formulas harmless taken away")


def _shape_notes(header: list[str], body: list[Record], *, empty: int, width: int) -> list[str]:
    short = [line for line, row in body if len(row) < len(header)]
    long = [line for line, row in body if len(row) > len(header)]
    notes = []
    if empty:
        notes.append(f"{empty} empty row(s) left out")
    if short:
        notes.append(f"{len(short)} row(s) shorter than the header, first line {short[0]}; the rest is empty")
    if long:
        notes.append(
            f"{len(long)} row(s) longer than the header, first line {long[0]}; "
            f"{width - len(header)} column(s) added for the rest"
        )
    return notes
