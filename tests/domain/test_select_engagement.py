"""How a mission goes about its work is a filter of its own, beside what is done."""

from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from tests.factories import make_dataset

DATA = make_dataset(
    activities=[
        {"activity_id": "a", "activity_type": "coast-guard", "engagement": "train"},
        {"activity_id": "b", "activity_type": "coast-guard", "engagement": "execute", "area_id": "gate"},
        {"activity_id": "c", "activity_type": "training", "engagement": "train", "mission_id": "beta"},
    ]
)


def test_what_is_done_and_how_combine() -> None:
    view = select(DATA, Selection(activity_types=("coast-guard",), engagements=("train",)))
    assert view.activities["activity_id"].to_list() == ["a"]
    assert view.missions["mission_id"].to_list() == ["alpha"]
    assert view.areas["area_id"].to_list() == ["north-line"]


def test_ways_combine_with_or_and_leave_out_missions_without_them() -> None:
    view = select(DATA, Selection(engagements=("execute", "equip")))
    assert view.activities["activity_id"].to_list() == ["b"]
    assert view.missions["mission_id"].to_list() == ["alpha"]
