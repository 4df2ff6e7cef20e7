"""Areas coloured by coverage, and maps that move together."""

from border_atlas.domain.coverage_map import STATES, CoverageState
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.maps.message import show_message
from border_atlas.maps.styles import palettes
from tests.factories import make_dataset

VIEW = select(make_dataset(), Selection())


def test_an_overlay_colours_areas_by_their_state() -> None:
    overlay = {0: CoverageState.GAP, 1: CoverageState.OVERLAP, 2: CoverageState.ONE}
    message = show_message(VIEW, overlay=overlay)
    assert message["by"] == "coverage"
    assert [palettes()["coverage"][number]["label"] for number in message["c"]] == [
        "No mission any more", "Two missions or more shown to run", "One mission shown to run",
    ]  # fmt: skip


def test_every_state_has_a_colour_of_its_own() -> None:
    assert len({entry["colour"] for entry in palettes()["coverage"]}) == len(STATES)


def test_without_overlay_the_message_is_as_before() -> None:
    assert show_message(VIEW)["by"] == "family"
    assert "sync" not in show_message(VIEW)


def test_maps_of_a_group_are_told_its_name() -> None:
    assert show_message(VIEW, sync="pair")["sync"] == "pair"
