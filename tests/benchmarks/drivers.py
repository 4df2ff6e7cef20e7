"""How each of the three apps is used: what to press and what is then to be painted."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

import geopandas as gpd
import pandas as pd
from playwright.sync_api import Frame

from border_atlas.data.dataset import Dataset
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.maps.styles import ORGANISATION_LOOKS
from border_atlas.model import Organisation
from tests.benchmarks.probe import Probe

#: The naive app's drawings: an SVG path for each line or area, an image for each mission.
_NAIVE: Final = """bench.map() && bench.map().document.querySelectorAll('.leaflet-marker-icon').length === {markers}
  && bench.map().document.querySelectorAll('path.leaflet-interactive').length >= {paths}"""
_OURS: Final = """bench.map() && bench.map().document.documentElement.dataset.atlas === 'ready'
  && bench.map().atlas.missions.group.getLayers().length
     + bench.map().atlas.missions.highlight.getLayers().length === {missions}
  && bench.map().atlas.areas.group.getLayers().length === {areas}"""
_BOUNDARIES: Final = 336
OTHER: Final = "OSCE"
#: Chosen one after the other: Streamlit's browser side keeps what it was sent two runs ago, and no longer.
IN_TURN: Final = ("OSCE", "EU", "UN")
#: Ours takes several at once: one more is added at each change, first that of the missions that are clicked.
ADDED: Final = ("UN", "EU", "OSCE", "NATO")


@dataclass(frozen=True)
class Counts:
    """What an app has to show, without a filter and with one."""

    missions: int
    areas: int
    #: Areas that are points, which Folium draws as markers.
    points: int


def counts(data: Dataset, organisations: tuple[str, ...] = ()) -> Counts:
    """Return how many missions and areas a selection leaves."""
    view = select(data, Selection(organisations=organisations))
    return Counts(len(view.missions), len(view.areas), int(_points(view.areas).sum()))


def _points(areas: gpd.GeoDataFrame) -> pd.Series:
    """Return of how many points each area is made; lines and polygons of none."""
    return areas.geometry.count_geometries().where(areas.geom_type.isin({"Point", "MultiPoint"}), 0)


class Driver(Protocol):
    """What the harness asks of an app."""

    first: str
    #: How often the filter is changed before it counts; where a change takes seconds, no warming changes that.
    warming: int

    def begin(self) -> None:
        """Forget what an earlier page showed."""

    def change(self, probe: Probe) -> float:
        """Change the filter, there and back in turn; return milliseconds until painted."""

    def click(self, probe: Probe) -> float | None:
        """Click on a mission; return milliseconds until its details are filled."""

    def move(self, probe: Probe) -> bool:
        """Pan and zoom the map; return whether there is one."""

    def play(self, probe: Probe) -> bool:
        """Let the years play; return whether they can."""

    def pictures(self, probe: Probe, milliseconds: int) -> float:
        """Return how many pictures a second the map draws."""


class _Bare:
    """An app without the better things."""

    _at: str = "All"
    warming: int = 1

    def begin(self) -> None:
        self._at = "All"

    def click(self, _probe: Probe) -> float | None:
        return None

    def move(self, _probe: Probe) -> bool:
        return False

    def play(self, _probe: Probe) -> bool:
        return False

    def pictures(self, _probe: Probe, _milliseconds: int) -> float:
        return 0.0


def _pick(probe: Probe, label: str) -> None:
    probe.page.keyboard.press("Escape")  # a list that is still open would be closed by the click
    probe.page.get_by_role("combobox", name=re.compile("Organisation")).click()
    probe.page.get_by_role("option", name=label, exact=True).click()


@dataclass
class Floor(_Bare):
    """One select box and one line of text."""

    first: str = "(document.querySelector('#floor') || {}).textContent === 'Chosen: All'"

    def change(self, probe: Probe) -> float:
        self._at = OTHER if self._at == "All" else "All"
        condition = f"document.querySelector('#floor').textContent === 'Chosen: {self._at}'"
        return probe.time(condition, lambda: _pick(probe, self._at))


@dataclass
class Naive(_Bare):
    """Everything in one Folium map."""

    #: What each choice shows.
    states: Mapping[str, Counts]
    first: str = ""
    warming: int = 0

    def __post_init__(self) -> None:
        self.first = self._shown(self.states["All"])

    @staticmethod
    def _shown(wanted: Counts) -> str:
        return _NAIVE.format(markers=wanted.missions + wanted.points, paths=_BOUNDARIES)

    def change(self, probe: Probe) -> float:
        turn = ("All", *IN_TURN, "All")
        self._at = turn[turn.index(self._at) + 1]
        return probe.time(self._shown(self.states[self._at]), lambda: _pick(probe, self._at))

    def move(self, probe: Probe) -> bool:
        return _pan_and_zoom(frame(probe))


@dataclass
class Ours:
    """Border Atlas."""

    #: What is shown with none, one, two … organisations chosen.
    states: Sequence[Counts]
    first: str = ""
    warming: int = 1
    _chosen: int = 0
    _missions: list[str] = field(default_factory=lambda: ["UNISFA", "MINURSO"])

    def __post_init__(self) -> None:
        self.first = self._shown(self.states[0])

    @staticmethod
    def _shown(wanted: Counts) -> str:
        return _OURS.format(missions=wanted.missions, areas=wanted.areas)

    def begin(self) -> None:
        self._chosen = 0

    def change(self, probe: Probe) -> float:
        label = ORGANISATION_LOOKS[Organisation(ADDED[self._chosen])].label
        self._chosen += 1
        return probe.time(self._shown(self.states[self._chosen]), lambda: _pick(probe, label))

    def click(self, probe: Probe) -> float | None:
        """Click the marker of one of two missions in turn."""
        acronym = self._missions[0]
        self._missions.reverse()
        inside = frame(probe)
        inside.evaluate(
            "name => { const item = [...atlas.missions.items.values()].find(i => i.acronym === name);"
            " atlas.map.setView(item.at, 9, {animate: false}); }",
            acronym,
        )
        probe.settle()
        marker = inside.locator(f'.atlas-mission[aria-label^="{acronym}"]').first
        titles = "[...document.querySelectorAll('.st-key-details h4')]"
        condition = f"""{titles}.some(h => h.textContent.includes('{acronym}'))
            && document.querySelectorAll('.st-key-details .ba-sources a').length > 0"""
        return probe.time(condition, marker.click)

    def move(self, probe: Probe) -> bool:
        return _pan_and_zoom(frame(probe))

    def play(self, probe: Probe) -> bool:
        frame(probe).get_by_role("button", name="Play the years").click()
        return True

    def pictures(self, probe: Probe, milliseconds: int) -> float:
        """Count the pictures that the slider drew; its pace is that of the screen, at most 60 a second."""
        inside = frame(probe)
        before = inside.evaluate("() => [atlas.time.frames, performance.now()]")
        probe.page.wait_for_timeout(milliseconds)
        after = inside.evaluate("() => [atlas.time.frames, performance.now()]")
        return float((after[0] - before[0]) / (after[1] - before[1]) * 1000)


def _pan_and_zoom(inside: Frame) -> bool:
    for key in ("ArrowLeft", "ArrowUp", "+", "-"):
        inside.locator(".leaflet-container").press(key)
        inside.page.wait_for_timeout(250)
    return True


def frame(probe: Probe) -> Frame:
    """Return the frame of the map."""
    return next(one for one in probe.page.frames if "st_folium" in one.url)
