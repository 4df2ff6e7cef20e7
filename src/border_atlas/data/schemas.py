"""What each column of the tables may hold, declared once with pandera.

Rules that compare cells of a row, rows or tables are in `border_atlas.data.rules`.
"""

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd
import pandera.pandas as pa

from border_atlas.data.columns import (
    BAR,
    amount,
    countries,
    country,
    day,
    degrees,
    ids,
    key,
    numeric_code,
    one_id,
    text,
    texts,
    unique_text,
    url,
    whole,
    words,
)
from border_atlas.data.faults import Fault
from border_atlas.data.tables import (
    ACTIVITIES,
    AREAS,
    BOUNDARY_LINES,
    BOUNDARY_NOTES,
    COUNTRIES,
    CROSSINGS,
    FIELD_SITES,
    MANDATES,
    MISSIONS,
    SOURCES,
    TERRITORIES,
    line_of,
)
from border_atlas.model import (
    ActivityType,
    AreaKind,
    EndBasis,
    Engagement,
    LineStatus,
    MandateEffect,
    Organisation,
    SiteRole,
    SourceStanding,
    SourceType,
    StartBasis,
    StrengthKind,
    Traffic,
    Verified,
)

OPERATION_TYPES: Final = (
    "peacekeeping", "observer", "special political", "field operation", "CSDP civilian", "CSDP military",
    "ad hoc coalition", "other",
)  # fmt: skip
DISPLAYS: Final = ("line", "outline", "zone", "area", "point")
LABEL_RANKS: Final = ("0", "1", "2", "3")
NOTE_STYLES: Final = ("UN", "EU", "OSCE", "neutral")


def _record() -> dict[str, pa.Column]:
    return {
        "source_ids": ids(required=True),
        "verified": words(Verified),
        "checked_on": day(),
        "notes": text(required=False),
    }


def _dates() -> dict[str, pa.Column]:
    return {
        "start_date": day(),
        "start_basis": words(StartBasis),
        "end_date": day(),
        "end_basis": words(EndBasis),
        "last_seen": day(),
    }


_COLUMNS: Final[dict[str, dict[str, pa.Column]]] = {
    MISSIONS: {
        "mission_id": key(),
        "acronym": text(required=False),
        "name": text(),
        "former_names": texts(),
        "organisation": words(Organisation),
        "operation_type": words(OPERATION_TYPES),
        "host_countries": countries(),
        "hq_place": text(),
        "hq_lon": degrees(180),
        "hq_lat": degrees(90),
        **_dates(),
        "legal_basis": text(),
        "predecessors": ids(required=False),
        "successors": ids(required=False),
        "strength": whole(),
        "strength_kind": words(StrengthKind, required=False),
        "strength_of": text(required=False),
        "strength_as_of": day(),
        "strength_source_id": one_id(required=False),
        **_record(),
    },
    AREAS: {
        "area_id": key(),
        "name": text(),
        "name_de": text(required=False),
        "name_fr": text(required=False),
        "names_parties": text(required=False),
        "kind": words(AreaKind),
        "countries": countries(),
        "line_status": words(LineStatus, required=False),
        "display": words(DISPLAYS),
        "recipe": text(),
        "lon_min": degrees(180),
        "lat_min": degrees(90),
        "lon_max": degrees(180),
        "lat_max": degrees(90),
        "length_published_km": amount(),
        "length_source_id": one_id(required=False),
        "length_note": text(required=False),
        **_record(),
    },
    ACTIVITIES: {
        "activity_id": key(),
        "mission_id": one_id(required=True),
        "area_id": one_id(required=True),
        "activity_type": words(ActivityType),
        "engagement": words(Engagement),
        "title": text(),
        "summary": text(),
        **_dates(),
        "partners": texts(),
        **_record(),
    },
    SOURCES: {
        "source_id": key(),
        "title": text(),
        "publisher": text(),
        "url": url(),
        "published": day(),
        "checked_on": day(),
        "source_type": words(SourceType),
        "standing": words(SourceStanding),
        "notes": text(required=False),
    },
    COUNTRIES: {
        "atlas_name": unique_text(),
        "iso_n3": numeric_code(),
        "iso3": country(),
        "name": text(required=False),
        "name_de": text(required=False),
        "name_fr": text(required=False),
        "label": text(required=False),
        "label_rank": words(LABEL_RANKS, required=False),
        "label_lon": degrees(180, required=False),
        "label_lat": degrees(90, required=False),
    },
    TERRITORIES: {
        "territory": unique_text(),
        "owner": country(),
        "recipe": text(required=False),
        "source_ids": ids(required=False),
        "notes": text(required=False),
    },
    BOUNDARY_LINES: {
        "line_id": key(),
        "name": text(),
        "sides": countries(),
        "recipe": text(),
        "line_status": words(LineStatus),
        "note_id": one_id(required=False),
        "source_ids": ids(required=False),
        "notes": text(required=False),
    },
    BOUNDARY_NOTES: {
        # A note stands once for each style, so its id is no key.
        "note_id": one_id(required=True),
        "style": words(NOTE_STYLES, required=False),
        "areas": text(required=False),
        "text": text(),
        "source_ids": ids(required=False),
    },
    FIELD_SITES: {
        "site_id": key(),
        "mission_id": one_id(required=True),
        "name": text(),
        "role": words(SiteRole),
        "place": text(),
        "lon": degrees(180),
        "lat": degrees(90),
        **_dates(),
        **_record(),
    },
    MANDATES: {
        "mandate_id": key(),
        "mission_id": one_id(required=True),
        "body": text(),
        "symbol": text(required=False),
        "date": day(required=True),
        "effect": words(MandateEffect),
        "paragraph": text(required=False),
        "summary": text(),
        **_record(),
    },
    CROSSINGS: {
        "crossing_id": key(),
        "name": text(),
        "area_id": one_id(required=True),
        "countries": countries(),
        "lon": degrees(180),
        "lat": degrees(90),
        "traffic": words(Traffic, required=False),
        "activity_ids": ids(required=False),
        **_record(),
    },
}

#: The schema of each table, by the name of its file.
SCHEMAS: Final = {file: pa.DataFrameSchema(columns, strict=True) for file, columns in _COLUMNS.items()}


def faults(file: str, table: pd.DataFrame) -> Iterator[Fault]:
    """Yield every cell of a table that breaks its schema."""
    try:
        SCHEMAS[file].validate(table, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases: list[dict[str, Any]] = errors.failure_cases.to_dict("records")
        yield from (_fault(file, table, case) for case in cases)


def _fault(file: str, table: pd.DataFrame, case: dict[str, Any]) -> Fault:
    """Turn a failure case of pandera into words; a case without a row is about a column."""
    if pd.isna(case["index"]):
        right = f"the columns {', '.join(_COLUMNS[file])}"
        return Fault(file, None, str(case["failure_case"]), "", "is an unknown column", right)
    row, column = int(case["index"]), str(case["column"])
    problem, _, right = str(case["check"]).partition(BAR)
    return Fault(file, line_of(row), column, str(table.loc[row, column]), problem, right)
