"""Places in the field and decisions on the mandate: who they belong to, their order, and when they are shown."""

from border_atlas.domain.mission_field import mandate_lines, site_lines
from border_atlas.domain.mission_profile import mission_profile
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.maps.message import show_message
from tests.factories import make_dataset

DATA = make_dataset(
    sites=[
        {"site_id": "s1", "name": "Post One", "start_date": "2011", "end_date": "2013", "end_basis": "ended"},
        {"site_id": "s2", "name": "Sector East", "role": "sector headquarters"},
        {"site_id": "s3", "mission_id": "beta", "name": "Office", "role": "field office", "start_date": "2004"},
    ],
    mandates=[
        {"mandate_id": "d1"},
        {"mandate_id": "d2", "date": "2015", "effect": "changed", "symbol": "", "paragraph": "article 2"},
        {"mandate_id": "d3", "mission_id": "beta"},
    ],
)


def test_sites_are_the_missions_own_with_headquarters_first() -> None:
    lines = site_lines(DATA, "alpha")
    assert [(line.name, line.over) for line in lines] == [("Sector East", False), ("Post One", True)]
    assert lines[1].dates == "2011 – 2013"


def test_mandates_tell_the_decision_and_leave_out_what_is_not_known() -> None:
    lines = mandate_lines(DATA, "alpha")
    assert [(line.date, line.effect, line.decision) for line in lines] == [
        ("3 February 2010", "set", "Council, Decision 1"),
        ("2015", "changed", "Council, article 2"),
    ]
    assert [source.source_id for source in lines[0].proof.sources] == ["page"]


def test_a_profile_names_the_sources_of_its_field_and_mandate_once() -> None:
    assert mission_profile(DATA, "alpha").source_ids == ("page",)


def test_sites_are_shown_in_their_time_and_with_their_mission_only() -> None:
    def shown(**wanted: object) -> list[str]:
        return select(DATA, Selection(**wanted)).sites["site_id"].to_list()  # type: ignore[arg-type]

    assert shown() == ["s1", "s2", "s3"]
    assert shown(year_from=2014) == ["s2"]
    assert shown(organisations=["EU"]) == ["s3"]
    assert shown(text="nothing like this") == []


def test_the_browser_is_told_the_rows_of_the_sites() -> None:
    assert show_message(select(DATA, Selection(year_from=2014)))["s"] == [1]
