"""A briefing filled from the dataset: what the presenter and every export show, the same for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd

from border_atlas.domain.briefing import HouseStyle, SlideKind
from border_atlas.domain.coverage_map import CoverageState
from border_atlas.domain.frame import Frame
from border_atlas.domain.own_drawing import OwnDrawing
from border_atlas.domain.view import View


@dataclass(frozen=True)
class Run:
    """Text of one look; ``link`` is an http(s) address or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph, heading or list item; ``level`` is the depth of a list item, 0 for the outermost."""

    kind: Literal["paragraph", "heading", "bullet", "number"]
    runs: tuple[Run, ...]
    level: int = 0


@dataclass(frozen=True, eq=False)
class DeckMap:
    """A map of a slide.

    ``frame`` is where it looks; ``None``: fit the view. ``alt`` says in a sentence what is to be seen.
    ``states`` colours areas by coverage (row label in the Dataset to state) in place of activities.
    ``own`` are layers of the presenter's own data, marked as such wherever the map is drawn.
    """

    view: View
    frame: Frame | None
    alt: str
    caption: str = ""
    legend: bool = True
    labels: bool = True
    states: dict[int, CoverageState] | None = None
    own: tuple[OwnDrawing, ...] = ()


@dataclass(frozen=True)
class DeckTable:
    """A small table; every cell is text, rows are as long as ``columns``. ``more`` counts rows left out."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: int = 0


@dataclass(frozen=True, eq=False)
class DeckChart:
    """A chart.

    ``frame`` holds for ``bars``: ``category`` (the years as int), and one int column a series (stacked);
    for ``gantt``: the columns of `border_atlas.domain.timeline.timeline_rows`; for ``matrix``: a first
    column ``row`` and one int column a type of activity. ``colours`` maps a series to ``#RRGGBB``.
    """

    kind: Literal["bars", "gantt", "matrix"]
    title: str
    frame: pd.DataFrame
    colours: dict[str, str]
    alt: str


@dataclass(frozen=True)
class DeckSource:
    """A source as it stands on a slide; ``text`` is publisher, title, date and what kind of page it is."""

    number: int
    source_id: str
    text: str
    url: str


@dataclass(frozen=True, eq=False)
class DeckSlide:
    """One slide, ready to be drawn.

    ``said`` is the sentence of the selection with its counts. ``figures`` are key figures as (value, label).
    ``sources`` are those that this slide lists by their numbers; if what it shows rests on more, ``rests_on`` says on
    how many and where they stand. ``boundary_notes`` are those of what lies in its frame.
    """

    slide_id: str
    kind: SlideKind
    title: str
    said: str
    blocks: tuple[Block, ...]
    notes: tuple[Block, ...]
    figures: tuple[tuple[str, str], ...] = ()
    maps: tuple[DeckMap, ...] = ()
    tables: tuple[DeckTable, ...] = ()
    charts: tuple[DeckChart, ...] = ()
    sources: tuple[DeckSource, ...] = ()
    rests_on: str = ""
    boundary_notes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Deck:
    """A whole briefing, ready to be drawn; ``sources`` are all those that its slides list, numbered through."""

    title: str
    subtitle: str
    style: HouseStyle
    slides: Sequence[DeckSlide]
    sources: tuple[DeckSource, ...]
    data_as_of: date
    data_version: str
    disclaimer: str
    language: str = "en"

    @property
    def footer(self) -> str:
        """The line below every slide: what it is and of when."""
        return f"Border Atlas · data as of {self.data_as_of.isoformat()} · version {self.data_version}"
