"""Overlaps, gaps and ends on a hand-made border, and the questions that users ask of the real data."""

from datetime import date

import geopandas as gpd
import pytest
from shapely.geometry import LineString, Point

from border_atlas.config import GEODATA, WGS84
from border_atlas.data.dataset import Dataset
from border_atlas.data.load import load_boundaries, load_dataset
from border_atlas.domain import coverage_tables as tables
from border_atlas.domain.coverage import Coverage, Question, cover, year_of
from border_atlas.domain.coverage_map import CoverageState, area_states, coverage_view
from border_atlas.domain.coverage_text import figures, measures, paragraph, say_km
from border_atlas.domain.regions import REGIONS
from border_atlas.domain.selection import Selection
from border_atlas.domain.stretches import Stretches, make_stretches
from tests.factories import make_dataset

TODAY = date(2026, 1, 5)
NOW = {"first": TODAY, "last": TODAY}
BORDER = LineString([(0, 0), (10, 0)])
BOUNDARIES = gpd.GeoDataFrame(
    [{"line_id": "a-b", "name": "A and B", "sides": ("AAA", "BBB"), "geometry_quality": "derived", "geometry": BORDER}],
    geometry="geometry",
    crs=WGS84,
)
#: A border A and B; its western part; a gate on it; and a ceasefire line elsewhere.
AREAS = (
    {"area_id": "whole", "name": "Whole", "countries": ("AAA", "BBB"), "geometry": BORDER},
    {"area_id": "west", "name": "West", "countries": ("AAA", "BBB"), "geometry": LineString([(0, 0), (4, 0)])},
    {
        "area_id": "gate", "name": "Gate", "kind": "crossing point", "countries": ("AAA", "BBB"),
        "geometry": Point(8, 0),
    },
    {
        "area_id": "berm", "name": "Berm", "kind": "buffer zone", "line_status": "ceasefire-line",
        "countries": ("CCC",), "geometry": LineString([(0, 30), (3, 30)]), "geometry_quality": "schematic",
    },
)  # fmt: skip
#: UN since 2000; EU 2005 to 2020; OSCE from 1990, mandate ended in 1999.
MISSIONS = (
    {"mission_id": "un", "acronym": "UNX", "organisation": "UN", "start_date": "2000"},
    {
        "mission_id": "eu", "acronym": "EUX", "organisation": "EU", "start_date": "2005", "end_date": "2020-06",
        "end_basis": "ended",
    },
    {
        "mission_id": "osce", "acronym": "OSX", "organisation": "OSCE", "start_date": "1990", "end_date": "1999",
        "end_basis": "mandate-ended",
    },
)  # fmt: skip


def work(mission: str, area: str, start: str, end: str = "", basis: str = "", **more: str) -> dict[str, str]:
    return {
        "activity_id": f"{mission}-{area}-{start}", "mission_id": mission, "area_id": area, "start_date": start,
        "end_date": end, "end_basis": basis or ("ended" if end else "running"), **more,
    }  # fmt: skip


ACTIVITIES = (
    work("un", "west", "2000", last_seen="2026-01-05"),
    work("eu", "whole", "2005"),
    work("eu", "gate", "2006", "2010", "last-seen", activity_type="training"),
    work("osce", "berm", "1990", activity_type="ceasefire-monitoring"),
)


@pytest.fixture(scope="module")
def small() -> Dataset:
    return make_dataset(MISSIONS, AREAS, ACTIVITIES)


@pytest.fixture(scope="module")
def stretches(small: Dataset) -> Stretches:
    return make_stretches(small.areas, BOUNDARIES)


def test_two_missions_overlap_where_both_their_areas_lie(small: Dataset, stretches: Stretches) -> None:
    rows = tables.overlaps(cover(small, stretches, Question(date(2012, 5, 1), date(2012, 5, 1))))
    assert rows["Missions"].tolist() == ["UNX, EUX"]
    assert rows["Organisations"].tolist() == ["EU, UN"]
    assert rows["km"].tolist() == [pytest.approx(445, abs=10)]
    assert rows["area_id"].tolist() == ["west"]


def test_an_overlap_needs_all_organisations_asked_for(small: Dataset, stretches: Stretches) -> None:
    question = Question(date(2012, 5, 1), date(2012, 5, 1), together=("OSCE", "UN"))
    assert tables.overlaps(cover(small, stretches, question)).empty


def test_a_gap_names_the_last_mission_and_until_when(small: Dataset, stretches: Stretches) -> None:
    rows = tables.gaps(cover(small, stretches, Question(**NOW))).set_index("Border or line")
    assert rows.loc["A and B", ["Last mission", "Until", "Basis"]].tolist() == [
        "EUX", "June 2020", "ended (the whole mission)",
    ]  # fmt: skip
    assert rows.loc["A and B", "km"] == pytest.approx(668, abs=10)
    assert rows.loc["Berm", "All earlier missions"] == "OSX"
    assert rows.loc["Berm", "Geometry"] == "schematic"


def test_an_activity_ends_with_its_mission(small: Dataset, stretches: Stretches) -> None:
    coverage = cover(small, stretches, Question(**NOW))
    assert tables.at_work(coverage)["area_id"].tolist() == ["west"]


def test_recently_ended_areas_tell_the_basis_and_the_successor(small: Dataset, stretches: Stretches) -> None:
    rows = tables.ended(cover(small, stretches, Question(**NOW, years=30))).set_index("area_id")
    assert rows.loc["gate", ["Until", "Basis"]].tolist() == ["2010", "last seen, may have gone on"]
    assert rows["Successor"].to_dict() == {"whole": "none", "gate": "none", "berm": "none"}
    assert rows.loc["whole", "Still covered (%)"] == 40


def test_a_successor_may_work_under_another_area(small: Dataset, stretches: Stretches) -> None:
    rows = tables.ended(cover(small, stretches, Question(date(2019, 1, 1), date(2019, 1, 1), years=20)))
    assert rows.set_index("area_id").loc["gate", ["Successor", "At work there"]].tolist() == ["yes", "EUX"]


def test_an_end_longer_ago_is_not_recent(small: Dataset, stretches: Stretches) -> None:
    rows = tables.ended(cover(small, stretches, Question(**NOW, years=10)))
    assert rows["area_id"].tolist() == ["whole"]


def test_a_ceasefire_line_also_goes_by_its_status(small: Dataset, stretches: Stretches) -> None:
    coverage = cover(small, stretches, Question(date(1995, 1, 1), date(1995, 1, 1), kinds=("ceasefire line",)))
    assert tables.at_work(coverage)["area_id"].tolist() == ["berm"]
    assert figures(coverage).km_at_work == figures(coverage).km_all


def test_only_the_families_asked_for_count(small: Dataset, stretches: Stretches) -> None:
    coverage = cover(small, stretches, Question(*year_of(2008), families=("build-capacity",)))
    assert tables.at_work(coverage)["Activities"].tolist() == ["Training"]


def test_a_region_leaves_out_other_countries(small: Dataset, stretches: Stretches) -> None:
    coverage = cover(small, stretches, Question(**NOW, countries=("CCC",)))
    assert tables.gaps(coverage)["Border or line"].tolist() == ["Berm"]


def test_what_is_never_seen_is_ranked_by_surprise(small: Dataset, stretches: Stretches) -> None:
    coverage = cover(small, stretches, Question(**NOW))
    counts = tables.matrix(coverage)
    assert counts.loc["Border monitoring", "land border"] == 2
    never = tables.never_seen(coverage)
    assert never["Expected"].is_monotonic_decreasing
    assert ("Training", "buffer zone") in set(zip(never["Activity"], never["Kind of border"], strict=True))


def test_areas_have_states_for_the_map(small: Dataset, stretches: Stretches) -> None:
    coverage = cover(small, stretches, Question(**NOW))
    states = area_states(coverage, tables.ended(coverage))
    assert states == {
        0: CoverageState.ENDED, 1: CoverageState.ONE, 2: CoverageState.GAP, 3: CoverageState.GAP,
    }  # fmt: skip
    view = coverage_view(coverage, states, Selection(area="berm"))
    assert view.areas["area_id"].tolist() == ["whole", "west", "gate", "berm"]
    assert view.missions["mission_id"].tolist() == ["un"]
    assert view.activities["activity_id"].tolist() == ["un-west-2000"]
    assert view.selection.area == "berm"


@pytest.mark.parametrize(
    ("day", "judged_on", "mission"),
    [(date(2012, 5, 1), date(2012, 5, 1), "eu"), (date(2030, 1, 1), date(2026, 1, 5), "un")],
)
def test_the_map_judges_its_missions_on_the_day_asked_for_but_never_after_the_data(
    small: Dataset, stretches: Stretches, day: date, judged_on: date, mission: str
) -> None:
    coverage = cover(small, stretches, Question(day, day))
    view = coverage_view(coverage, area_states(coverage, tables.ended(coverage)), Selection())
    assert view.judged_on == judged_on
    assert view.mission_counts.loc[mission, "status"] == "running"


def test_most_of_an_area_makes_an_overlap_on_the_map(small: Dataset, stretches: Stretches) -> None:
    coverage = cover(small, stretches, Question(date(2012, 5, 1), date(2012, 5, 1)))
    assert area_states(coverage, tables.ended(coverage))[1] is CoverageState.OVERLAP


def said(coverage: Coverage) -> str:
    rows = {"overlaps": tables.overlaps(coverage), "gaps": tables.gaps(coverage), "ended": tables.ended(coverage)}
    return paragraph(coverage, where="in A and B", **rows)


def test_the_paragraph_says_what_is_so(small: Dataset, stretches: Stretches) -> None:
    text = said(cover(small, stretches, Question(**NOW)))
    assert text.startswith("On 5 January 2026, missions are shown to run on 44")
    assert "Nowhere are two missions or more shown to run." in text
    assert "the longest such stretch is A and B (EUX, until June 2020, ended (the whole mission))" in text
    assert "One border area lost the last mission in the 10 years before without a successor" in text


def test_the_paragraph_of_a_year_says_that_missions_need_not_meet(small: Dataset, stretches: Stretches) -> None:
    text = said(cover(small, stretches, Question(*year_of(2012), together=("EU", "UN"))))
    assert text.startswith("In 2012, missions were shown to run")
    assert (
        "missions of the EU and UN together are shown to run, in the same year though perhaps one after the other"
        in text
    )


def test_the_paragraph_of_nothing_says_so(small: Dataset, stretches: Stretches) -> None:
    assert said(cover(small, stretches, Question(**NOW, countries=("ZZZ",)))).startswith("No border or line")


def test_lengths_are_said_without_false_precision() -> None:
    assert say_km(12345.6) == "12,350 km"
    assert say_km(432.4) == "432 km"


@pytest.fixture(scope="module")
def real() -> Dataset:
    return load_dataset(GEODATA)


@pytest.fixture(scope="module")
def real_stretches(real: Dataset) -> Stretches:
    return make_stretches(real.areas, load_boundaries(GEODATA))


def test_african_borders_with_un_and_eu_missions_in_2015(real: Dataset, real_stretches: Stretches) -> None:
    question = Question(*year_of(2015), countries=REGIONS["Africa"], together=("EU", "UN"))
    rows = tables.overlaps(cover(real, real_stretches, question)).set_index("Border or line")
    assert rows.loc["Libya – Tunisia", "Missions"] == "UNSMIL, EUBAM Libya"
    assert rows.loc["Libya – Tunisia", "End not known"] == "UNSMIL (last seen 2013)"
    assert rows["Organisations"].str.contains("EU").all()
    assert rows["Organisations"].str.contains("UN").all()


def test_where_border_monitoring_ended_without_a_successor(real: Dataset, real_stretches: Stretches) -> None:
    rows = tables.ended(cover(real, real_stretches, Question(**NOW, families=("monitor",), years=30)))
    alone = rows[rows["Successor"] == "none"].set_index("area_id")
    assert alone.loc["geo-rus-chechnya", ["Last mission", "Until"]].tolist() == ["OMG", "31 December 2004"]
    assert {"gukovo-bcp", "irq-kwt-dmz", "eri-eth-tsz", "ukr-rus-uncontrolled"} <= set(alone.index)
    assert "cyprus-buffer" not in set(rows["area_id"])


def test_ceasefire_lines_with_an_observer_mission_today(real: Dataset, real_stretches: Stretches) -> None:
    question = Question(**NOW, families=("monitor",), kinds=("ceasefire line",))
    rows = tables.at_work(cover(real, real_stretches, question)).set_index("area_id")
    assert rows.loc["loc-kashmir", "Missions"] == "UNMOGIP"
    assert {"cyprus-buffer", "golan-aos", "ws-berm", "korea-mdl", "blue-line"} <= set(rows.index)
    assert not {"donbas-contact-line", "karabakh-loc"} & set(rows.index)


def test_a_commission_of_1963_is_not_at_work_today(real: Dataset, real_stretches: Stretches) -> None:
    coverage = cover(real, real_stretches, Question(**NOW))
    assert not {"dza-mar", "hnd-slv"} & set(tables.at_work(coverage)["area_id"])
    rows = tables.unsure(coverage).set_index("area_id")["End not known"]
    assert rows["hnd-slv"].endswith("(last seen 1980)")
    assert rows["dza-mar"].endswith("(last seen 1964)")


def test_figures_of_the_page_and_of_the_text_agree(real: Dataset, real_stretches: Stretches) -> None:
    coverage = cover(real, real_stretches, Question(**NOW))
    ended = tables.ended(coverage)
    alone = measures(coverage, ended)[-1]
    assert alone == (str((ended["Successor"] == "none").sum()), "Areas left without a successor")
    assert f"{alone.value} border areas lost the last mission" in said(coverage)


def test_regions_name_countries_of_the_atlas(real: Dataset) -> None:
    known = set(real.countries["iso3"])
    assert {code for codes in REGIONS.values() for code in codes} <= known
