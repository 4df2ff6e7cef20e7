"""Mandates in time, places in the field and crossing points as HTML; texts from data pass the gate on their way in."""

from collections.abc import Iterable

from border_atlas.domain.cards import Proof
from border_atlas.domain.crossings import CrossingLine
from border_atlas.domain.mission_field import MandateLine, SiteLine
from border_atlas.maps.safety import escape
from border_atlas.ui import card_html
from border_atlas.ui.area_html import STYLE, on_demand


def mandates(lines: Iterable[MandateLine]) -> str:
    """Return decisions as a list by date, each with its sources on demand."""
    return f'{STYLE}<ol class="ba-changes">{"".join(_mandate(line) for line in lines)}</ol>'


def _mandate(line: MandateLine) -> str:
    sign = "ba-end" if line.effect == "ended" else "ba-begin"
    return (
        f'<li class="{sign}"><time>{escape(line.date)}</time><div><b>{escape(line.decision)}</b> '
        f"({escape(line.effect)}): {escape(line.summary)}{_proof(line.proof)}</div></li>"
    )


def sites(lines: Iterable[SiteLine]) -> str:
    """Return places side by side, each with role, period, mark and its sources on demand."""
    return f'{STYLE}<div class="ba-works">{"".join(_site(line) for line in lines)}</div>'


def _site(line: SiteLine) -> str:
    place = "" if line.place in line.name else line.place
    said = " · ".join(escape(part) for part in (line.role.capitalize(), place, line.dates) if part)
    name = f"<h5>{escape(line.name)}</h5>"
    return f'<article class="ba-line">{name}<p class="ba-small">{said}</p>{_proof(line.proof)}</article>'


def crossings(lines: Iterable[CrossingLine]) -> str:
    """Return crossing points side by side, each with what passes, the work there, mark and its sources on demand."""
    return f'{STYLE}<div class="ba-works">{"".join(_crossing(line) for line in lines)}</div>'


def _crossing(line: CrossingLine) -> str:
    said = " · ".join(escape(part) for part in (line.traffic.capitalize(), ", ".join(line.countries)) if part)
    works = "".join(f"<li>{escape(work)}</li>" for work in line.activities)
    listed = f'<ul class="ba-sources">{works}</ul>' if works else ""
    return (
        f'<article class="ba-line"><h5>{escape(line.name)}</h5><p class="ba-small">{said}</p>{listed}'
        f"{_proof(line.proof)}</article>"
    )


def _proof(proof: Proof) -> str:
    return f"<div>{card_html.mark(proof)}{on_demand(proof.sources)}{card_html.notes(proof)}</div>"
