"""What a profile tells of a mission's places in the field and of its mandate in time."""

from typing import Final, NamedTuple

from border_atlas.data.dataset import Dataset
from border_atlas.domain.cards import Proof
from border_atlas.domain.dates_text import say_date
from border_atlas.domain.details import life_of
from border_atlas.domain.proofs import proof_of
from border_atlas.model import SiteRole

#: Bases of an end date that mean that something is over.
_OVER: Final = ("ended", "mandate-ended")
_ORDER: Final = {str(role): number for number, role in enumerate(SiteRole)}


class SiteLine(NamedTuple):
    """A place in the field with its period in words."""

    name: str
    role: str
    place: str
    dates: str
    over: bool
    proof: Proof


class MandateLine(NamedTuple):
    """A decision on a mission's border tasks."""

    date: str
    effect: str
    decision: str
    summary: str
    proof: Proof


def site_lines(dataset: Dataset, mission_id: str) -> tuple[SiteLine, ...]:
    """Give the field sites of a mission, headquarters before team sites, then by name."""
    rows = dataset.sites[dataset.sites["mission_id"] == mission_id]
    lines = [
        SiteLine(
            name=row["name"], role=row["role"], place=row["place"], dates=life_of(row),
            over=row["end_basis"] in _OVER, proof=proof_of(dataset, row),
        )
        for _, row in rows.iterrows()
    ]  # fmt: skip
    return tuple(sorted(lines, key=lambda line: (_ORDER[line.role], line.name)))


def mandate_lines(dataset: Dataset, mission_id: str) -> tuple[MandateLine, ...]:
    """Give the decisions that set, changed and ended a mission's border tasks, the oldest first."""
    rows = dataset.mandates[dataset.mandates["mission_id"] == mission_id]
    return tuple(
        MandateLine(
            date=say_date(row["date"]), effect=row["effect"], summary=row["summary"], proof=proof_of(dataset, row),
            decision=", ".join(row[column] for column in ("body", "symbol", "paragraph") if row[column]),
        )
        for _, row in rows.iterrows()
    )  # fmt: skip
