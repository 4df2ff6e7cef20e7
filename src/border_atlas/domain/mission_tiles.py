"""The figures at the head of a mission's profile."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.area_tiles import Tile
from border_atlas.domain.dates_text import say_date, say_day
from border_atlas.domain.mission_profile import MissionProfile
from border_atlas.model import ORGANISATION_LABELS, EndBasis, MissionStatus, Organisation

#: More host countries than these are counted, not named; the facts name them all.
_NAMED: Final = 2
_ENDS: Final = {EndBasis.MANDATE_ENDED: "end of the mandate", EndBasis.UNKNOWN: "end not confirmed"}


def tiles(dataset: Dataset, profile: MissionProfile) -> tuple[Tile, ...]:
    """Give the figures of a profile."""
    row = dataset.missions[dataset.missions["mission_id"] == profile.mission_id].iloc[0]
    proof = profile.card.proof
    checked = f"checked on {proof.checked_on}" if proof.checked_on else "not checked"
    number = len(profile.activities)
    families = profile.activities["family"].nunique()
    return (
        _status(dataset, profile, row),
        _since(dataset, row),
        Tile("Organisation", ORGANISATION_LABELS[Organisation(profile.organisation)], str(row["operation_type"])),
        _where(profile, str(row["hq_place"])),
        Tile(
            "Border work",
            f"{number} {'activity' if number == 1 else 'activities'}",
            f"{len(profile.areas)} border {'area' if len(profile.areas) == 1 else 'areas'}, {families} of 5 families",
        ),
        Tile("This record", proof.verified_label.capitalize(), checked),
    )


def _status(dataset: Dataset, profile: MissionProfile, row: pd.Series) -> Tile:
    """Say whether a mission runs and what that rests on; an ended one did not end on the day of the data."""
    as_of = f"as of {say_day(dataset.data_as_of)}"
    if profile.status == str(MissionStatus.ENDED).capitalize():
        return Tile("Status", profile.status, _ENDS.get(EndBasis(row["end_basis"]), as_of))
    return Tile("Status", profile.status, f"last shown {say_date(row['last_seen'])}" if row["last_seen"] else as_of)


def _since(dataset: Dataset, row: pd.Series) -> Tile:
    start = say_date(row["start_date"]) if row["start_date"] else "Not known"
    return Tile("Since", start, _until(row["end_date"], dataset.data_as_of))


def _where(profile: MissionProfile, hq_place: str) -> Tile:
    remark = f"headquarters {hq_place}" if hq_place else "headquarters not known"
    return Tile("Host country" if len(profile.hosts) == 1 else "Host countries", _hosts(profile.hosts), remark)


def _hosts(names: Sequence[str]) -> str:
    if not names:
        return "Not known"
    return ", ".join(names) if len(names) <= _NAMED else f"{len(names)} countries"


def _until(end: str, data_as_of: date) -> str:
    return f"until {say_date(end)}" if end else f"no end known on {say_day(data_as_of)}"
