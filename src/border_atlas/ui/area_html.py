"""Parts of a border area's profile as HTML; every text from data passes the gate on its way in."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from border_atlas.domain.area_history import Change
from border_atlas.domain.area_tiles import Tile
from border_atlas.domain.area_work import MissionHere, Work
from border_atlas.domain.cards import ActivityLine, SourceLine
from border_atlas.maps.safety import escape
from border_atlas.maps.styles import DASHES
from border_atlas.model import Family, LineStatus, Organisation
from border_atlas.palette import (
    FAMILY_COLOURS,
    FAMILY_COLOURS_ON_DARK,
    ORGANISATION_COLOURS,
    ORGANISATION_COLOURS_ON_DARK,
)
from border_atlas.ui import card_html
from border_atlas.ui.profile import sources_html

#: Style sheets of the profile; Streamlit keeps them with each piece of HTML.
STYLE: Final = f"{card_html.STYLE}<style>{Path(__file__).with_name('area.css').read_text(encoding='utf-8')}</style>"


def tiles(shown: Iterable[Tile]) -> str:
    """Return figures side by side."""
    boxes = "".join(
        f'<div class="ba-tile"><span>{escape(one.label)}</span><b>{escape(one.value)}</b>'
        f"<small>{escape(one.remark)}</small></div>"
        for one in shown
    )
    return f'{STYLE}<div class="ba-tiles">{boxes}</div>'


def lead(text: str) -> str:
    """Return a paragraph that stands out."""
    return f'{STYLE}<p class="ba-lead">{escape(text)}</p>'


def mission_here(mission: MissionHere) -> str:
    """Return what a mission does or did on a border, below its name."""
    organisation = Organisation(mission.organisation)
    colours = _colours(ORGANISATION_COLOURS[organisation], ORGANISATION_COLOURS_ON_DARK[organisation])
    name = f" · {escape(mission.name)}" if mission.name != mission.label else ""
    works = "".join(_work(work) for work in mission.works)
    return (
        f'{STYLE}<div class="ba-here"><p><span class="ba-org" style="{colours}"></span>'
        f"{escape(mission.organisation)}{name}</p>"
        f"<p><b>{escape(mission.dates)}</b></p><ul>{works}</ul></div>"
    )


def _family(family: Family) -> str:
    return _colours(FAMILY_COLOURS[family], FAMILY_COLOURS_ON_DARK[family])


def _colours(light: str, dark: str) -> str:
    """Return both colours; the style sheet chooses by the theme."""
    return f"--ba: {light}; --ba-dark: {dark}"


def _work(work: Work) -> str:
    place = f' <span class="ba-small">– {escape(work.area)}</span>' if work.area else ""
    return (
        f'<li style="{_family(work.family)}">{escape(work.type_label)}{place}'
        f'<br><span class="ba-small">{escape(work.dates)}</span></li>'
    )


def change_list(changes: Iterable[Change]) -> str:
    """Return what began and ended as a list, each with its sources on demand."""
    return f'{STYLE}<ol class="ba-changes">{"".join(_change(one) for one in changes)}</ol>'


def _change(change: Change) -> str:
    return (
        f'<li class="{"ba-begin" if change.began else "ba-end"}"><time>{escape(change.when)}</time>'
        f"<div><b>{escape(change.mission)}</b>: {escape(change.what)}{on_demand(change.sources)}</div></li>"
    )


def on_demand(sources: Sequence[SourceLine]) -> str:
    """Return sources that open at a click."""
    if not sources:
        return ""
    label = "1 source" if len(sources) == 1 else f"{len(sources)} sources"
    return f'<details class="ba-more"><summary>{label}</summary>{sources_html(sources)}</details>'


def works(lines: Iterable[ActivityLine], missions: dict[str, str], places: dict[str, str]) -> str:
    """Return activities side by side, each with summary, dates, mark and its sources on demand.

    Parameters
    ----------
    missions
        Short name of each mission by its id.
    places
        Names of the areas to tell, by id: sections, not the area itself.
    """
    cards = "".join(_activity(line, missions, places) for line in lines)
    return f'{STYLE}<div class="ba-works">{cards}</div>'


def _activity(line: ActivityLine, missions: dict[str, str], places: dict[str, str]) -> str:
    said = [missions[line.mission_id], line.type_label, line.dates, places.get(line.area_id, "")]
    partners = f'<p class="ba-small">With {escape("; ".join(line.partners))}</p>' if line.partners else ""
    return (
        f'<article class="ba-line" style="{_family(line.family)}" '
        f'data-activity="{escape(line.activity_id)}"><h5>{escape(line.title)}</h5>'
        f'<p class="ba-small">{" · ".join(escape(part) for part in said if part)}</p>'
        f"<p>{escape(line.summary)}</p>{partners}{card_html.crossings(line)}{card_html.mark(line.proof)}"
        f"{on_demand(line.proof.sources)}{card_html.notes(line.proof)}</article>"
    )


def line_sign(status: str) -> str:
    """Return a stroke as the map draws lines of this status; nothing without a status."""
    if not status:
        return ""
    dash = DASHES[LineStatus(status)]
    dashes = f'stroke-dasharray="{dash}" stroke-linecap="round"' if dash else ""
    return (
        '<svg width="64" height="10" aria-hidden="true"><path d="M2 5h60" fill="none" stroke="currentColor" '
        f'stroke-width="2" {dashes}/></svg>'
    )


def line_kind(status: str, label: str, sentence: str) -> str:
    """Return the status of a line: as it is drawn, in a word, and what it means."""
    return f'{STYLE}<p class="ba-plain">{line_sign(status)} <b>{escape(label)}</b></p>{plain(sentence)}'


def plain(text: str) -> str:
    """Return a paragraph."""
    return f'<p class="ba-plain">{escape(text)}</p>'


def boundary_note(text: str, sources: Sequence[SourceLine]) -> str:
    """Return a note on a boundary with its sources on demand."""
    return f'<div class="ba-note">{escape(text)}{on_demand(sources)}</div>'
