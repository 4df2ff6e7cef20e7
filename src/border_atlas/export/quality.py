"""The report on quality as Markdown, HTML or CSV."""

import html
from collections.abc import Callable, Sequence
from typing import Final

import pandas as pd

from border_atlas.domain.quality import Section
from border_atlas.errors import ExportError
from border_atlas.export.csv import to_csv
from border_atlas.export.guard import clean

TITLE: Final = "Border Atlas: quality of the data"
_STYLE: Final = (
    "body{font:15px/1.45 system-ui,sans-serif;max-width:1400px;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;margin:.5rem 0 1.5rem;display:block;overflow-x:auto}"
    "th,td{border:1px solid #c8ccd2;padding:.2rem .5rem;text-align:left;vertical-align:top}th{background:#eef1f5}"
)


def to_bytes(sections: Sequence[Section], form: str, *, about: str) -> bytes:
    """Write the report.

    Parameters
    ----------
    form
        ``md``, ``html`` or ``csv``.
    about
        One line on the state of the data.

    Raises
    ------
    ExportError
        If the form is another one.
    """
    if form not in _WRITERS:
        msg = f"A report cannot be written as .{form}; right is {', '.join(f'.{one}' for one in _WRITERS)}."
        raise ExportError(msg)
    return _WRITERS[form](sections, about)


def _markdown(sections: Sequence[Section], about: str) -> bytes:
    parts = [f"# {TITLE}", _mark(about)]
    for section in sections:
        parts += [f"## {_mark(section.title)}", _mark(section.says), _markdown_table(section.table)]
    return ("\n\n".join(parts) + "\n").encode()


def _markdown_table(table: pd.DataFrame) -> str:
    if table.empty:
        return "None."
    head = [str(name) for name in table.columns]
    rows = [head, ["---"] * len(head), *_rows(table)]
    return "\n".join(f"| {' | '.join(cell if cell == '---' else _mark(cell) for cell in row)} |" for row in rows)


def _mark(text: str) -> str:
    """Write a text so that Markdown takes none of it for a sign of its own."""
    one_line = " ".join(clean(text).split())
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|#" else sign for sign in one_line)


def _html(sections: Sequence[Section], about: str) -> bytes:
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{html.escape(TITLE)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{html.escape(TITLE)}</h1><p>{_text(about)}</p>",
    ]
    parts += [f"<h2>{_text(one.title)}</h2><p>{_text(one.says)}</p>{_html_table(one.table)}" for one in sections]
    return "\n".join((*parts, "</body></html>", "")).encode()


def _html_table(table: pd.DataFrame) -> str:
    if table.empty:
        return "<p>None.</p>"
    head = "".join(f"<th>{_text(str(name))}</th>" for name in table.columns)
    body = "\n".join(f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in _rows(table))
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>"


def _text(text: str) -> str:
    return html.escape(clean(text))


def _csv(sections: Sequence[Section], about: str) -> bytes:
    """Write one long table: section, number of the row, column and value."""
    rows = [("About", 1, "State", about)]
    for section in sections:
        columns = [str(name) for name in section.table.columns]
        for number, cells in enumerate(_rows(section.table), start=1):
            rows += [(section.title, number, column, cell) for column, cell in zip(columns, cells, strict=True)]
    return to_csv(pd.DataFrame(rows, columns=["Section", "Row", "Column", "Value"]))


def _rows(table: pd.DataFrame) -> list[list[str]]:
    return [[_cell(cell) for cell in row] for row in table.itertuples(index=False, name=None)]


def _cell(cell: object) -> str:
    if isinstance(cell, float):
        return "–" if cell != cell else f"{cell:g}"  # noqa: PLR0124  only not-a-number differs from itself
    return str(cell)


_WRITERS: Final[dict[str, Callable[[Sequence[Section], str], bytes]]] = {"md": _markdown, "html": _html, "csv": _csv}
#: Forms in which the report can be had.
FORMS: Final = tuple(_WRITERS)
