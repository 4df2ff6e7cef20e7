"""Hand-made rows for tests: two missions, three areas, three activities, and ways to change them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
from shapely.geometry import LineString, Point, Polygon

from border_atlas.config import WGS84
from border_atlas.data.dataset import Dataset
from border_atlas.data.dates import BEGINNING, life, parse_optional
from border_atlas.model import FAMILY_OF, ActivityType

Row = Mapping[str, Any]

_PROOF = {"source_ids": ("page",), "verified": "yes", "checked_on": "2026-01-05", "notes": ""}
_RUNNING = {
    "start_date": "2010",
    "start_basis": "launched",
    "end_date": "",
    "end_basis": "running",
    "last_seen": "",
}

MISSION: Row = {
    "mission_id": "alpha", "acronym": "ALPHA", "name": "Alpha Border Mission", "former_names": (),
    "organisation": "UN", "operation_type": "peacekeeping", "host_countries": ("GEO",),
    "hq_place": "Tbilisi", **_RUNNING, "legal_basis": "Decision 1", "predecessors": (), "successors": (),
    "strength": float("nan"), "strength_kind": "", "strength_of": "", "strength_as_of": "", "strength_source_id": "",
    **_PROOF, "geometry": Point(44.8, 41.7),
}  # fmt: skip
AREA: Row = {
    "area_id": "north-line", "name": "North line", "name_de": "", "name_fr": "", "names_parties": "",
    "kind": "land border", "countries": ("GEO", "RUS"), "line_status": "settled", "display": "line", "recipe": "",
    **_PROOF, "length_km": 420.4, "length_published_km": float("nan"), "length_source_id": "", "length_note": "",
    "area_km2": float("nan"), "geometry_quality": "derived", "geometry": LineString([(40, 43), (46, 42)]),
}  # fmt: skip
ACTIVITY: Row = {
    "activity_id": "alpha-1", "mission_id": "alpha", "area_id": "north-line",
    "activity_type": "border-monitoring", "engagement": "monitor", "title": "Patrols",
    "summary": "Patrols along the line.",
    **_RUNNING, "partners": (), **_PROOF,
}  # fmt: skip
SITE: Row = {
    "site_id": "alpha-post", "mission_id": "alpha", "name": "Post One", "role": "team site", "place": "Gori",
    **_RUNNING, **_PROOF, "geometry": Point(44.1, 42.0),
}  # fmt: skip
MANDATE: Row = {
    "mandate_id": "alpha-set", "mission_id": "alpha", "body": "Council", "symbol": "Decision 1", "date": "2010-02-03",
    "effect": "set", "paragraph": "", "summary": "Asked it to watch the line.", **_PROOF,
}  # fmt: skip
CROSSING: Row = {
    "crossing_id": "pass", "name": "High Pass", "area_id": "north-line", "countries": ("GEO", "RUS"),
    "traffic": "road", "activity_ids": ("alpha-1",), **_PROOF, "geometry": Point(44.6, 42.7),
}  # fmt: skip
SOURCE: Row = {
    "source_id": "page", "title": "A page", "publisher": "Publisher", "url": "https://example.org/page",
    "published": "2013-05", "checked_on": "2026-01-05", "source_type": "report", "standing": "original",
    "notes": "",
}  # fmt: skip

#: Alpha of the UN runs since 2010; beta of the EU ran from 2003 to May 2008.
MISSIONS: Sequence[Row] = (
    {},
    {
        "mission_id": "beta", "acronym": "BETA", "name": "Mission Bêta", "organisation": "EU",
        "operation_type": "CSDP civilian", "host_countries": ("UKR",), "hq_place": "Odesa",
        "start_date": "2003", "end_date": "2008-05", "end_basis": "ended", "geometry": Point(30.7, 46.5),
    },
)  # fmt: skip
AREAS: Sequence[Row] = (
    {},
    {
        "area_id": "south-zone", "name": "South zone", "kind": "buffer zone", "countries": ("ARM", "GEO"),
        "display": "zone", "length_km": float("nan"), "area_km2": 80.6, "geometry_quality": "schematic",
        "geometry": Polygon([(44, 41), (45, 41), (45, 41.5), (44, 41.5)]),
    },
    {
        "area_id": "gate", "name": "Gate", "kind": "crossing point", "countries": ("MDA", "UKR"),
        "length_km": float("nan"), "geometry": Point(29.7, 46.8),
    },
)  # fmt: skip
ACTIVITIES: Sequence[Row] = (
    {},
    {
        "activity_id": "alpha-2", "area_id": "south-zone", "activity_type": "training", "title": "Courses",
        "summary": "Courses for border police.", "verified": "partly", "start_date": "2013", "end_date": "2013-05",
        "end_basis": "last-seen", "last_seen": "2013-05", "partners": ("Frontex",),
    },
    {
        "activity_id": "beta-1", "mission_id": "beta", "area_id": "gate", "activity_type": "border-monitoring",
        "title": "Customs", "summary": "Watch over customs at the gate.", "start_date": "2004",
        "end_date": "2008-05", "end_basis": "ended", "verified": "no",
    },
)  # fmt: skip
COUNTRIES = {
    "ARM": "Armenia", "GEO": "Georgia", "MDA": "Republic of Moldova",
    "RUS": "Russian Federation", "UKR": "Ukraine",
}  # fmt: skip
TODAY = date(2026, 1, 5)


def make_missions(*rows: Row) -> gpd.GeoDataFrame:
    """Make missions; each row says what differs from `MISSION`."""
    frame = gpd.GeoDataFrame(_filled(MISSION, rows), columns=list(MISSION), geometry="geometry", crs=WGS84)
    return _with_life(frame, [BEGINNING] * len(frame))


def make_areas(*rows: Row) -> gpd.GeoDataFrame:
    """Make border areas; each row says what differs from `AREA`."""
    return gpd.GeoDataFrame(_filled(AREA, rows), columns=list(AREA), geometry="geometry", crs=WGS84)


def make_activities(*rows: Row, missions: pd.DataFrame | None = None) -> pd.DataFrame:
    """Make activities; each row says what differs from `ACTIVITY`."""
    frame = pd.DataFrame(_filled(ACTIVITY, rows), columns=list(ACTIVITY))
    begun = {} if missions is None else dict(zip(missions["mission_id"], missions["earliest"].dt.date, strict=True))
    frame = _with_life(frame, [begun.get(mission, BEGINNING) for mission in frame["mission_id"]])
    return frame.assign(family=[FAMILY_OF[ActivityType(kind)].value for kind in frame["activity_type"]])


def make_sites(*rows: Row, missions: pd.DataFrame) -> gpd.GeoDataFrame:
    """Make field sites; each row says what differs from `SITE`."""
    frame = gpd.GeoDataFrame(_filled(SITE, rows), columns=list(SITE), geometry="geometry", crs=WGS84)
    begun = dict(zip(missions["mission_id"], missions["earliest"].dt.date, strict=True))
    return gpd.GeoDataFrame(_with_life(frame, [begun.get(mission, BEGINNING) for mission in frame["mission_id"]]))


def make_mandates(*rows: Row) -> pd.DataFrame:
    """Make decisions on mandates; each row says what differs from `MANDATE`."""
    return pd.DataFrame(_filled(MANDATE, rows), columns=list(MANDATE))


def make_crossings(*rows: Row) -> gpd.GeoDataFrame:
    """Make crossing points; each row says what differs from `CROSSING`."""
    return gpd.GeoDataFrame(_filled(CROSSING, rows), columns=list(CROSSING), geometry="geometry", crs=WGS84)


def make_sources(*rows: Row) -> pd.DataFrame:
    """Make sources; each row says what differs from `SOURCE`."""
    return pd.DataFrame(_filled(SOURCE, rows), columns=list(SOURCE))


def make_dataset(
    missions: Sequence[Row] = MISSIONS,
    areas: Sequence[Row] = AREAS,
    activities: Sequence[Row] = ACTIVITIES,
    sources: Sequence[Row] = ({},),
    countries: Mapping[str, str] = COUNTRIES,
    sites: Sequence[Row] = (),
    mandates: Sequence[Row] = (),
    crossings: Sequence[Row] = (),
) -> Dataset:
    """Make a whole dataset; what is not given is the small world above."""
    made = make_missions(*missions)
    return Dataset(
        missions=made,
        areas=make_areas(*areas),
        activities=make_activities(*activities, missions=made),
        sources=make_sources(*sources),
        countries=pd.DataFrame({"iso3": list(countries), "name": list(countries.values())}, dtype="str"),
        sites=make_sites(*sites, missions=made),
        mandates=make_mandates(*mandates),
        crossings=make_crossings(*crossings),
        version="test",
        data_as_of=TODAY,
    )


def make_many(number: int, *, seed: int = 1) -> Dataset:
    """Make a dataset of ``number`` activities with a tenth as many missions and areas, by chance but fixed."""
    random = np.random.default_rng(seed)
    tenth = max(number // 10, 1)
    organisations, kinds, types = (
        ["UN", "EU", "OSCE"],
        ["land border", "airport"],
        [str(t) for t in ActivityType],
    )
    missions = [
        {"mission_id": f"m{i}", "acronym": f"M{i}", "organisation": str(random.choice(organisations)),
         "start_date": str(random.integers(1950, 2000)), "host_countries": (str(random.choice(list(COUNTRIES))),)}
        for i in range(tenth)
    ]  # fmt: skip
    areas = [{"area_id": f"a{i}", "name": f"Area {i}", "kind": str(random.choice(kinds))} for i in range(tenth)]
    activities = [
        {"activity_id": f"x{i}", "mission_id": f"m{random.integers(tenth)}", "area_id": f"a{random.integers(tenth)}",
         "activity_type": str(random.choice(types)), "start_date": str(random.integers(2000, 2020))}
        for i in range(number)
    ]  # fmt: skip
    return make_dataset(missions, areas, activities)


def _filled(base: Row, rows: Sequence[Row]) -> list[dict[str, Any]]:
    return [{**base, **row} for row in rows]


def _with_life(frame: pd.DataFrame, since: Sequence[date]) -> pd.DataFrame:
    lives = [
        life(parse_optional(start), parse_optional(end), since=beginning)
        for start, end, beginning in zip(frame["start_date"], frame["end_date"], since, strict=True)
    ]
    return frame.assign(
        earliest=np.array([one.earliest for one in lives], dtype="datetime64[s]"),
        latest=np.array([one.latest for one in lives], dtype="datetime64[s]"),
    )
