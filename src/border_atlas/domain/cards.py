"""What the details of a mission or a border area consist of, free of any user interface."""

from dataclasses import dataclass
from typing import Literal

from border_atlas.model import Family, Verified


@dataclass(frozen=True)
class SourceLine:
    """A page that a statement rests on; texts may be empty, days are said in words."""

    source_id: str
    title: str
    publisher: str
    url: str
    published: str
    checked_on: str
    source_type: str
    standing: str


@dataclass(frozen=True)
class Fact:
    """One line of a card: what it is, what is known, the source of a number, and a sentence on it."""

    label: str
    value: str
    source: SourceLine | None = None
    note: str = ""

    @property
    def text(self) -> str:
        """The value with the publisher of its source in brackets, and the sentence on it."""
        by = f" ({self.source.publisher or self.source.title})" if self.source else ""
        note = f". {self.note}" if self.note else ""
        return f"{self.value}{by}{note}"


@dataclass(frozen=True)
class Proof:
    """What a record rests on: its sources, how far it was checked and when, what remains open."""

    sources: tuple[SourceLine, ...]
    verified: Verified
    verified_label: str
    checked_on: str
    notes: str


@dataclass(frozen=True)
class ActivityLine:
    """One activity: what, when, with whom, on which sources, and whether the selection keeps it.

    ``crossings`` are names of crossing points that it is about.
    ``km_from_seat`` is the distance from the mission's headquarters to the nearest point of the area.
    """

    activity_id: str
    mission_id: str
    area_id: str
    title: str
    summary: str
    activity_type: str
    type_label: str
    family: Family
    dates: str
    partners: tuple[str, ...]
    crossings: tuple[str, ...]
    km_from_seat: float
    matches: bool
    proof: Proof


@dataclass(frozen=True)
class ActivityGroup:
    """Activities of one mission in one area; ``label`` names the other side of the card."""

    record_id: str
    label: str
    sublabel: str
    activities: tuple[ActivityLine, ...]


@dataclass(frozen=True)
class Card:
    """Details of a mission or a border area.

    ``kind`` is ``"mission"`` or ``"area"``; ``shown`` tells whether the selection keeps the record.
    Groups with matching activities come first.
    """

    kind: Literal["mission", "area"]
    record_id: str
    title: str
    subtitle: str
    shown: bool
    dates: str
    facts: tuple[Fact, ...]
    groups: tuple[ActivityGroup, ...]
    proof: Proof

    @property
    def n_activities(self) -> int:
        """Number of all activities."""
        return sum(len(group.activities) for group in self.groups)
