"""The figures at the head of a mission's profile."""

from border_atlas.data.dataset import Dataset
from border_atlas.domain.area_tiles import Tile
from border_atlas.domain.dates_text import say_date, say_day
from border_atlas.domain.mission_profile import MissionProfile
from border_atlas.model import ORGANISATION_LABELS, Organisation


def tiles(dataset: Dataset, profile: MissionProfile) -> tuple[Tile, ...]:
    """Give the figures of a profile."""
    row = dataset.missions[dataset.missions["mission_id"] == profile.mission_id].iloc[0]
    proof = profile.card.proof
    checked = f"checked on {proof.checked_on}" if proof.checked_on else "not checked"
    number = len(profile.activities)
    families = profile.activities["family"].nunique()
    return (
        _status(dataset, profile, str(row["last_seen"])),
        Tile("Since", say_date(row["start_date"]) if row["start_date"] else "Not known", _until(row["end_date"])),
        Tile("Organisation", ORGANISATION_LABELS[Organisation(profile.organisation)], str(row["operation_type"])),
        Tile("Headquarters", str(row["hq_place"]) or "Not known", profile.nearest or "no border area on record"),
        Tile(
            "Border work",
            f"{number} {'activity' if number == 1 else 'activities'}",
            f"{len(profile.areas)} border {'area' if len(profile.areas) == 1 else 'areas'}, {families} of 5 families",
        ),
        Tile("This record", proof.verified_label.capitalize(), checked),
    )


def _status(dataset: Dataset, profile: MissionProfile, last_seen: str) -> Tile:
    seen = f"last shown {say_date(last_seen)}" if last_seen else f"on {say_day(dataset.data_as_of)}"
    return Tile("Status", profile.status, seen)


def _until(end: str) -> str:
    return f"until {say_date(end)}" if end else "no end on record"
