"""Crossing points: when they are shown, what profiles and details tell of them, and how the browser knows them."""

import pytest

from border_atlas.config import GEODATA
from border_atlas.data.dataset import Dataset
from border_atlas.data.load import load_boundaries
from border_atlas.domain.area_profile import AreaProfile, area_profile
from border_atlas.domain.area_view import area_view
from border_atlas.domain.crossings import crossing_lines
from border_atlas.domain.mission_profile import mission_profile, mission_view
from border_atlas.domain.quality import marks
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.sources import source_list, uses
from border_atlas.domain.stretches import make_stretches
from border_atlas.export.html.layers import crossing_layer
from border_atlas.maps.message import show_message
from border_atlas.ui import area_html, card_html, field_html
from tests.factories import make_dataset

DATA = make_dataset(
    crossings=[
        {"traffic": "road and rail", "activity_ids": ("alpha-1", "alpha-2"), "source_ids": ("map",)},
        {"crossing_id": "quay", "name": "Quay", "area_id": "gate", "traffic": "", "activity_ids": ("beta-1",)},
        {"crossing_id": "path", "name": "Path", "area_id": "south-zone", "traffic": "pedestrian", "activity_ids": ()},
    ],
    sources=[{}, {"source_id": "map"}],
)


def profile(data: Dataset, area_id: str) -> AreaProfile:
    return area_profile(data, make_stretches(data.areas, load_boundaries(GEODATA).iloc[:0]), area_id)


def shown(**wanted: object) -> list[str]:
    return select(DATA, Selection(**wanted)).crossings["crossing_id"].to_list()  # type: ignore[arg-type]


def test_a_crossing_is_shown_with_an_activity_that_names_it() -> None:
    assert shown() == ["pass", "quay", "path"]
    assert shown(organisations=["EU"]) == ["quay"]
    assert shown(activity_types=["training"]) == ["pass"]
    assert shown(text="nothing like this") == []


def test_the_crossings_of_the_chosen_area_are_shown_in_any_case() -> None:
    assert shown(organisations=["EU"], area="south-zone") == ["quay", "path"]


def test_a_dataset_without_crossings_shows_none() -> None:
    view = select(make_dataset(), Selection(organisations=["EU"]))
    assert (len(view.crossings), show_message(view)["x"]) == (0, [])


def test_the_browser_is_told_the_rows_of_the_crossings() -> None:
    assert show_message(select(DATA, Selection(organisations=["EU"])))["x"] == [1]


def test_a_mission_s_map_has_the_crossings_of_its_work_only() -> None:
    assert mission_view(DATA, "alpha").crossings["crossing_id"].to_list() == ["pass"]


def test_an_area_s_map_has_its_own_crossings_and_those_of_its_activities() -> None:
    assert area_view(DATA, "south-zone").crossings["crossing_id"].to_list() == ["pass", "path"]


def test_the_map_of_one_record_draws_its_crossings_from_afar_too() -> None:
    assert show_message(area_view(DATA, "north-line"))["far"] is True
    assert show_message(mission_view(DATA, "alpha"))["far"] is True
    assert "far" not in show_message(select(DATA, Selection(area="north-line")))


def test_an_area_tells_its_crossings_with_work_and_sources() -> None:
    found = profile(DATA, "north-line")
    (line,) = found.crossings
    assert line[:4] == (
        "High Pass", "road and rail", ("Georgia", "Russian Federation"), ("ALPHA: Patrols", "ALPHA: Courses"),
    )  # fmt: skip
    assert found.source_ids == ("page", "map")


def test_activities_and_missions_name_their_crossings() -> None:
    told = mission_profile(DATA, "alpha")
    assert [line.crossings for line in told.lines] == [("High Pass",), ("High Pass",)]
    assert {fact.label: fact.value for fact in told.facts}["Crossing points"] == "High Pass"
    assert "Crossing point: High Pass" in card_html.activity(told.lines[0])


def test_of_many_crossings_some_are_named_and_the_others_counted() -> None:
    data = make_dataset(crossings=[{"crossing_id": f"c{n}", "name": f"Post {n}"} for n in range(9)])
    facts = {fact.label: fact.value for fact in mission_profile(data, "alpha").facts}
    assert facts["Crossing points"] == "Post 0, Post 1, Post 2, Post 3, Post 4, Post 5 and 3 more"


@pytest.mark.parametrize("words", ["<img src=x onerror=alert(1)>", "{{7*7}}", "${x}"])
def test_hostile_words_of_a_crossing_stay_words(words: str) -> None:
    data = make_dataset(activities=[{}], crossings=[{"name": words, "notes": words}])
    lines = profile(data, "north-line").lines
    html = field_html.crossings(crossing_lines(data, data.crossings))
    html += card_html.activity(lines[0]) + area_html.works(lines, {"alpha": "A"}, {})
    assert words not in html


def test_crossings_count_as_records_and_as_uses_of_their_sources() -> None:
    assert marks(DATA).set_index("Table")["Records"].to_dict()["Crossing points"] == 3
    assert uses(DATA)["Crossings"] == {"map": 1, "page": 2}
    listed = source_list(DATA)
    assert listed[["Crossings", "Used"]].to_numpy().tolist() == [[2, 10], [1, 1]]


def test_the_source_of_a_single_number_counts_as_a_use_of_its_record() -> None:
    data = make_dataset(
        missions=[{"strength_source_id": "count"}], areas=[{"length_source_id": "page"}], activities=[{}],
        sources=[{}, {"source_id": "count"}],
    )  # fmt: skip
    assert (uses(data)["Missions"], uses(data)["Areas"]) == ({"page": 1, "count": 1}, {"page": 1})


def test_a_file_that_opens_offline_carries_the_crossings_of_its_maps() -> None:
    (feature,) = crossing_layer(DATA, [0])["f"]  # type: ignore[misc]
    assert [feature["p"][name] for name in "iamnt"] == [0, 0, [0], "High Pass", "road and rail"]  # type: ignore[index,call-overload]
