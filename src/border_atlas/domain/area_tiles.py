"""The figures at the head of a border area's profile."""

from typing import Final, NamedTuple

from border_atlas.config import FIRST_YEAR
from border_atlas.data.dataset import Dataset
from border_atlas.domain.area_profile import AreaProfile
from border_atlas.domain.area_seats import Seat
from border_atlas.domain.area_words import quality_label, status_label
from border_atlas.domain.area_work import Presence
from border_atlas.domain.dates_text import say_day
from border_atlas.domain.facts_text import about

_METHODS: Final = {"Length": "geodesic, WGS 84", "Size": "equal-area projection"}


class Tile(NamedTuple):
    """A figure: what it is, how much, and a remark."""

    label: str
    value: str
    remark: str


def tiles(dataset: Dataset, profile: AreaProfile) -> tuple[Tile, ...]:
    """Give the figures of a profile."""
    shown = [
        _at_work(dataset, profile),
        _on_record(dataset, profile),
        _measured(profile),
        Tile("Line", status_label(profile.line_status), "see below what it means"),
    ]
    if profile.seat is not None:
        shown.append(_seat(profile.seat))
    proof = profile.card.proof
    checked = f"checked on {proof.checked_on}" if proof.checked_on else "not checked"
    return (*shown, Tile("This record", proof.verified_label.capitalize(), checked))


def _measured(profile: AreaProfile) -> Tile:
    label, value = profile.measure
    made = quality_label(profile.geometry_quality).lower()
    return (
        Tile(label, value, f"{_METHODS[label]}; {made}") if value else Tile("Extent", "A place", f"no length; {made}")
    )


def _at_work(dataset: Dataset, profile: AreaProfile) -> Tile:
    now = sum(one.presence == Presence.AT_WORK for one in profile.missions)
    may_be = sum(one.presence == Presence.MAY_BE for one in profile.missions)
    nobody = "Not confirmed" if may_be else "Nobody on record"
    value = f"{now} {'mission' if now == 1 else 'missions'}" if now else nobody
    ever = f"{len(profile.missions)} on record since {FIRST_YEAR}"
    label = f"At work on {say_day(dataset.data_as_of)}"
    return Tile(label, value, f"{may_be} not known to have left; {ever}" if may_be else ever)


def _on_record(dataset: Dataset, profile: AreaProfile) -> Tile:
    if not profile.missions:
        return Tile("First work", "Not on record", "no proof that there was none")
    first = min(one.first for one in profile.missions)
    ends = [gap for gap in profile.gaps if gap.last == dataset.data_as_of]
    between = len(profile.gaps) - len(ends)
    remark = f"{between} {'gap' if between == 1 else 'gaps'} since" if between else "no gap since"
    if ends:
        remark = f"nobody since {say_day(ends[0].first)}"
    return Tile("First work", str(max(first.year, FIRST_YEAR)), remark)


def _seat(seat: Seat) -> Tile:
    away = about(seat.km, "km") if seat.km >= 1 else "in the area itself"
    # A remark in brackets behind a place is for the mission's own page.
    said = f"{seat.place.split(' (')[0]}, {away}{'' if seat.works_here else '; works elsewhere'}"
    return Tile("Nearest headquarters", seat.label, said)
