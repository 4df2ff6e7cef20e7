"""Reads the tables that editors edit, as text, and names their columns.

Every cell stays the text that stands in the file: an empty cell is an empty string and means "not
known". The index counts from 0; `line_of` turns it into the line of the file.
"""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pandas as pd

from border_atlas.errors import DatasetError

MISSIONS: Final = "missions.csv"
AREAS: Final = "border_areas.csv"
ACTIVITIES: Final = "activities.csv"
SOURCES: Final = "sources.csv"
COUNTRIES: Final = "countries.csv"
TERRITORIES: Final = "territories.csv"
BOUNDARY_LINES: Final = "boundary_lines.csv"
BOUNDARY_NOTES: Final = "boundary_notes.csv"
FIELD_SITES: Final = "field_sites.csv"
MANDATES: Final = "mandates.csv"
CROSSINGS: Final = "crossings.csv"

#: Tables that are built as they are.
COPIES: Final = (ACTIVITIES, SOURCES, FIELD_SITES, MANDATES)

_RECORD: Final = ("source_ids", "verified", "checked_on", "notes")
_DATES: Final = ("start_date", "start_basis", "end_date", "end_basis", "last_seen")
#: Name of each table and its columns, in their order.
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    MISSIONS: (
        "mission_id", "acronym", "name", "former_names", "organisation", "operation_type", "host_countries",
        "hq_place", "hq_lon", "hq_lat", *_DATES, "legal_basis", "predecessors", "successors",
        "strength", "strength_kind", "strength_of", "strength_as_of", "strength_source_id", *_RECORD,
    ),
    AREAS: (
        "area_id", "name", "name_de", "name_fr", "names_parties", "kind", "countries", "line_status", "display",
        "recipe", "lon_min", "lat_min", "lon_max", "lat_max", "length_published_km", "length_source_id",
        "length_note", *_RECORD,
    ),
    ACTIVITIES: (
        "activity_id", "mission_id", "area_id", "activity_type", "engagement", "title", "summary", *_DATES, "partners",
        *_RECORD,
    ),
    SOURCES: (
        "source_id", "title", "publisher", "url", "published", "checked_on", "source_type", "standing",
        "notes",
    ),
    COUNTRIES: (
        "atlas_name", "iso_n3", "iso3", "name", "name_de", "name_fr",
        "label", "label_rank", "label_lon", "label_lat",
    ),
    TERRITORIES: ("territory", "owner", "recipe", "source_ids", "notes"),
    BOUNDARY_LINES: ("line_id", "name", "sides", "recipe", "line_status", "note_id", "source_ids", "notes"),
    BOUNDARY_NOTES: ("note_id", "style", "areas", "text", "source_ids"),
    FIELD_SITES: ("site_id", "mission_id", "name", "role", "place", "lon", "lat", *_DATES, *_RECORD),
    MANDATES: (
        "mandate_id", "mission_id", "body", "symbol", "date", "effect", "paragraph", "summary", *_RECORD,
    ),
    CROSSINGS: (
        "crossing_id", "name", "area_id", "countries", "lon", "lat", "traffic", "activity_ids", *_RECORD,
    ),
}  # fmt: skip

#: Lines of a CSV file count from 1 and the first one is the header.
_FIRST_LINE: Final = 2


def read_table(path: Path, columns: Sequence[str]) -> pd.DataFrame:
    """Read a CSV file as text.

    Parameters
    ----------
    path
        UTF-8, comma-separated, with a header line and each record in one line.
    columns
        Columns that the file must have; others are kept.

    Raises
    ------
    DatasetError
        If the file is missing, not UTF-8, damaged, has no rows or lacks a column.
    """
    header, *records = _cells(path)
    missing = [column for column in columns if column not in header]
    if missing:
        msg = f"{path.name}: column {', '.join(missing)} is missing; right are {', '.join(columns)}."
        raise DatasetError(msg)
    if len(set(header)) < len(header):
        msg = f"{path.name}: a column stands there twice: {', '.join(header)}; right is each name once."
        raise DatasetError(msg)
    if not records:
        msg = f"{path.name}: there is no row below the header; right is at least one record."
        raise DatasetError(msg)
    return pd.DataFrame(records, columns=pd.Index(header), dtype="str")


def records(table: pd.DataFrame) -> list[dict[str, str]]:
    """Return the rows of a table of text as dictionaries."""
    return [{str(name): str(cell) for name, cell in row.items()} for row in table.to_dict("records")]


def split_values(text: str) -> tuple[str, ...]:
    """Split a cell of several values at its semicolons; an empty cell has none."""
    return tuple(text.split(";")) if text else ()


def line_of(index: int) -> int:
    """Return the line of the file in which the record with this index stands."""
    return index + _FIRST_LINE


def _cells(path: Path) -> list[list[str]]:
    text = _text(path)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[list[str]] = []
    odd: list[str] = []
    try:
        for row in reader:
            rows.append(row)
            # pandas would cut or fill such rows without a word: the commonest slip of hand-edited CSV.
            if len(row) != len(rows[0]):
                odd.append(f"line {reader.line_num} has {len(row)}")
            if reader.line_num != len(rows):
                msg = f"{path.name}, line {len(rows)}: a line break in a cell; right is one line a record."
                raise DatasetError(msg)
    except csv.Error as error:
        msg = f"{path.name}, line {reader.line_num}: {error}; right is quotes only around cells with a comma."
        raise DatasetError(msg) from None
    if odd:
        msg = f"{path.name}: {'; '.join(odd)} cells; right are {len(rows[0])}, with quotes around commas."
        raise DatasetError(msg)
    if not rows:
        msg = f"{path.name} is empty; right is a header line and one line for each record."
        raise DatasetError(msg)
    return rows


def _text(path: Path) -> str:
    try:
        # The byte order mark that Excel writes is harmless.
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        msg = f"{path.name} is missing in the folder {path.parent.name}; right is a CSV file of that name."
    except UnicodeDecodeError as error:
        msg = f"{path.name}: byte {error.start} is not UTF-8; right is a file saved as UTF-8."
    except OSError as error:
        msg = f"{path.name} cannot be read: {error.strerror}; right is a readable CSV file."
    raise DatasetError(msg)
