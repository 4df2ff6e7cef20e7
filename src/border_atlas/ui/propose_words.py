"""What the columns of the tables are called on the page "Propose a correction"."""

from typing import Final

from border_atlas.data.tables import AREAS, CROSSINGS, MANDATES, MISSIONS

_WORDS: Final = {
    "acronym": "Acronym", "activity_id": "Id of the activity", "activity_ids": "Activities that name it (ids)",
    "activity_type": "Type of activity", "area_id": "Border area", "body": "Body that decided",
    "checked_on": "Checked on", "countries": "Countries", "crossing_id": "Id of the crossing point",
    "date": "Date of the decision", "display": "How it is drawn", "effect": "What it did", "end_basis": "End rests on",
    "end_date": "End", "engagement": "How it is gone about", "former_names": "Former names",
    "host_countries": "Host countries", "hq_lat": "Latitude of the headquarters",
    "hq_lon": "Longitude of the headquarters", "hq_place": "Headquarters", "kind": "Kind of area",
    "last_seen": "Last seen", "lat": "Latitude", "lat_max": "Northernmost latitude",
    "lat_min": "Southernmost latitude", "legal_basis": "Legal basis", "length_note": "Why the lengths differ",
    "length_published_km": "Published length (km)", "length_source_id": "Source of the published length (id)",
    "line_status": "Status of the line", "lon": "Longitude", "lon_max": "Easternmost longitude",
    "lon_min": "Westernmost longitude", "mandate_id": "Id of the decision", "mission_id": "Mission", "name": "Name",
    "name_de": "German name", "name_fr": "French name", "names_parties": "What the parties call it",
    "notes": "What is open", "operation_type": "Type of operation", "organisation": "Organisation",
    "paragraph": "Paragraph", "partners": "Partners", "place": "Place", "predecessors": "Came after (ids of missions)",
    "published": "Published on", "publisher": "Publisher", "recipe": "How its line is cut", "role": "Role",
    "site_id": "Id of the field site", "source_id": "Id of the source", "source_ids": "Sources (ids)",
    "source_type": "Type of source", "standing": "Original or copy", "start_basis": "Start rests on",
    "start_date": "Start", "strength": "Strength", "strength_as_of": "Strength as of",
    "strength_kind": "Kind of strength", "strength_of": "Who is counted",
    "strength_source_id": "Source of the strength (id)", "successors": "Followed by (ids of missions)",
    "summary": "Summary", "symbol": "Symbol of the decision", "title": "Title", "traffic": "Traffic",
    "url": "Address on the web", "verified": "Verified",
}  # fmt: skip
#: Where the same column means something else.
_OWN: Final = {
    (MISSIONS, "mission_id"): "Id of the mission",
    (AREAS, "area_id"): "Id of the border area",
    (MANDATES, "summary"): "What it says",
    (CROSSINGS, "countries"): "Countries that it joins",
}


def said(table: str, column: str) -> str:
    """Return the words for a column of a table, as people read them; one without any says its own name."""
    return _OWN.get((table, column)) or _WORDS.get(column) or column.replace("_", " ").capitalize()
