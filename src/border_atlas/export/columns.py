"""What each column of an export means; these notes travel inside the files."""

from enum import StrEnum
from typing import Final

from border_atlas.model import ActivityType, Engagement, Family, MandateEffect, SourceStanding, SourceType, Traffic


def _words(values: type[StrEnum]) -> str:
    *first, last = [str(value) for value in values]
    return f"{', '.join(first)} or {last}"


NOT_PROOF: Final = "Absence of a record is not absence of work."
GENERAL: Final = (
    "An empty cell is not known. Several values of a cell are joined with a semicolon.",
    "Dates are ISO 8601, as precise as the source (year, month or day); what a start or end rests on stands beside it.",
    NOT_PROOF,
    "Texts are free of control characters; line breaks within a text are single line feeds.",
)
CSV_NOTE: Final = (
    "CSV files are UTF-8 with a byte order mark, separated by commas. An apostrophe before = + - @ | % or a tab at the "
    "begin of a text (or after a semicolon or line break in it) keeps a spreadsheet from running it as a formula; take "
    "one such apostrophe away to get the text itself. Numbers carry none."
)
GEO_NOTE: Final = (
    "Coordinates are longitude and latitude in degrees (WGS 84, EPSG:4326). Geometry marked schematic was drawn by "
    "hand: do not measure on it. Headquarters are city-level. Shapes that cross 180° are cut there, so their bounding "
    "box spans the whole world."
)
ACTIVITIES_NOTE: Final = "Activities carry the geometry of their border area."

COLUMN_NOTES: Final[dict[str, str]] = {
    "mission_id": "Key of the mission; stable, also in links.",
    "area_id": "Key of the border area; stable, also in links.",
    "activity_id": "Key of the activity.",
    "site_id": "Key of the field site.",
    "crossing_id": "Key of the crossing point.",
    "mandate_id": "Key of the decision.",
    "source_id": "Key of the source.",
    "acronym": "Acronym that the organisation itself uses.",
    "mission_acronym": "Acronym of the record's mission.",
    "area_name": "Name of the record's border area.",
    "name": "Full name.",
    "name_de": "Usual name in German.",
    "name_fr": "Usual name in French.",
    "names_parties": "What each side calls it.",
    "former_names": "Names the mission had before.",
    "organisation": "Who leads the mission.",
    "operation_type": "Kind of operation.",
    "host_countries": "Countries the mission is deployed in, ISO 3166-1 alpha-3 (Kosovo: XKX, no official code).",
    "host_country_names": "The same countries by name.",
    "countries": "Countries the area lies in or between, ISO 3166-1 alpha-3 (Kosovo: XKX, no official code).",
    "country_names": "The same countries by name.",
    "place": "Town or village of the field site.",
    "role": "What the field site is for.",
    "traffic": f"What passes: {_words(Traffic)}.",
    "lon": "Longitude in degrees.",
    "lat": "Latitude in degrees.",
    "body": "Who decided.",
    "symbol": "Symbol or number of the decision as its publisher gives it.",
    "date": "Day of the decision, as precise as known.",
    "effect": f"What it did to the border tasks: {_words(MandateEffect)}.",
    "paragraph": "Paragraph or article, where known.",
    "hq_place": "City of the headquarters.",
    "hq_lon": "Longitude of that city in degrees.",
    "hq_lat": "Latitude of that city in degrees.",
    "lon_min": "Western edge of the bounding box in degrees.",
    "lat_min": "Southern edge of the bounding box in degrees.",
    "lon_max": "Eastern edge of the bounding box in degrees.",
    "lat_max": "Northern edge of the bounding box in degrees.",
    "start_date": "Begin, as precise as known.",
    "start_basis": "What the begin rests on: decided, launched, first-seen, inherited (from the mission) or unknown.",
    "end_date": "End, as precise as known; see end_basis when it is empty.",
    "end_basis": "What the end rests on: ended, mandate-ended, last-seen (may go on), running or unknown.",
    "last_seen": "Latest date for which a page shows the work going on.",
    "status": "Running, ended or not yet begun on the day that the selection asks for, else on the day of the data.",
    "legal_basis": "Decision or agreement that the mission rests on.",
    "predecessors": "Missions that this one followed.",
    "successors": "Missions that followed this one.",
    "strength": "How many people the mission has or may have.",
    "strength_kind": "authorised (as decided) or deployed (in the field).",
    "strength_of": "Who is counted.",
    "strength_as_of": "When it was so, as precise as known.",
    "strength_source_id": "Key of the source that tells it.",
    "n_activities": "Activities of the record within this selection.",
    "n_areas": "Border areas the mission worked on within this selection.",
    "n_missions": "Missions at work in the area within this selection.",
    "kind": "Kind of border area.",
    "line_status": "How far the line is agreed.",
    "length_km": "Geodesic length in kilometres (lines only).",
    "length_published_km": "Length in kilometres as a source prints it.",
    "length_source_id": "Key of the source that prints it.",
    "length_note": "Why the published and the measured length differ.",
    "area_km2": "Size in square kilometres, equal-area (polygons only).",
    "geometry_quality": "derived (cut from base data) or schematic (drawn by hand).",
    "engagement": f"How the mission went about it: {_words(Engagement)}; the grouping is ours.",
    "activity_type": f"One of {len(ActivityType)} types; the grouping is ours.",
    "family": f"One of {len(Family)} families of types: {_words(Family)}; the grouping is ours.",
    "title": "What it is called, in our words or, of a source, the page's own title.",
    "summary": "What was done or decided, in our words.",
    "partners": "Who took part or was worked with.",
    "source_ids": "Keys of the sources that the record rests on.",
    "verified": "yes: a page was read that supports the record; partly: it supports some of it; no: not yet.",
    "checked_on": "Day on which the page was last read.",
    "notes": "What is open or worth knowing.",
    "publisher": "Who put the page out.",
    "url": "Address of the page.",
    "published": "When the page was put out, as precise as known.",
    "source_type": f"{_words(SourceType)}.",
    "standing": f"{_words(SourceStanding)}.",
    "layer": "Which layer a feature belongs to: missions, border_areas, field_sites or crossing_points.",
    "activity_ids": "Keys of the record's activities within this selection.",
}
