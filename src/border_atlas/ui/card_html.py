"""A card's parts as HTML; every text from data passes the gate on its way in."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from border_atlas.domain.cards import ActivityLine, Card, Fact, Proof, SourceLine
from border_atlas.maps.safety import escape
from border_atlas.maps.styles import FAMILY_COLOURS
from border_atlas.model import Verified

#: The style sheet of a card; Streamlit keeps it with each piece of HTML.
STYLE: Final = f"<style>{Path(__file__).with_name('card.css').read_text(encoding='utf-8')}</style>"

_SIGNS: Final = {Verified.YES: "✓", Verified.PARTLY: "◐", Verified.NO: "○"}


def facts(lines: Iterable[Fact]) -> str:
    """Return labels and values as a definition list."""
    rows = "".join(f"<dt>{escape(line.label)}</dt><dd>{_value(line)}</dd>" for line in lines)
    return f'<dl class="ba-facts">{rows}</dl>'


def _value(line: Fact) -> str:
    """Return a value with the publisher of its source as a link, and the sentence on it below."""
    by = f" ({_link(line.source, line.source.publisher or line.source.title)})" if line.source else ""
    note = f'<br><span class="ba-small">{escape(line.note)}</span>' if line.note else ""
    return f"{escape(line.value)}{by}{note}"


def mark(proof: Proof) -> str:
    """Return the verified mark with the day of the check."""
    checked = f" · checked {escape(proof.checked_on)}" if proof.checked_on else ""
    sign = f"{_SIGNS[proof.verified]} {escape(proof.verified_label)}"
    level = proof.verified.value
    return f'<span class="ba-mark ba-{level}">{sign}</span><span class="ba-small">{checked}</span>'


def _link(line: SourceLine, text: str) -> str:
    if not line.url.startswith(("http://", "https://")):
        return escape(text)
    return f'<a href="{escape(line.url)}" target="_blank" rel="noopener noreferrer">{escape(text)}</a>'


def _source(line: SourceLine) -> str:
    title = _link(line, line.title or line.url)
    standing = "" if line.standing in ("", "original") else f" ({escape(line.standing)})"
    publisher = f", {escape(line.publisher)}" if line.publisher else ""
    published = f", {escape(line.published)}" if line.published else ""
    return f"<li>{title}{publisher}{published}{standing}</li>"


def sources(proof: Proof) -> str:
    """Return the sources as a list of links."""
    return f'<ul class="ba-sources">{"".join(_source(line) for line in proof.sources)}</ul>'


def notes(proof: Proof) -> str:
    """Return the note on what remains open, if there is one."""
    return f'<p class="ba-small">Note: {escape(proof.notes)}</p>' if proof.notes else ""


def crossings(line: ActivityLine) -> str:
    """Return the crossing points that an activity is about, if it names any."""
    if not line.crossings:
        return ""
    label = "Crossing point" if len(line.crossings) == 1 else "Crossing points"
    return f'<p class="ba-small">{label}: {escape("; ".join(line.crossings))}</p>'


def activity(line: ActivityLine) -> str:
    """Return one activity with its dates, partners, mark and sources."""
    other = "" if line.matches else " ba-other"
    outside = "" if line.matches else " · outside the present filters"
    partners = f'<p class="ba-small">With {escape("; ".join(line.partners))}</p>' if line.partners else ""
    return (
        f'<article class="ba-line{other}" style="--ba: {FAMILY_COLOURS[line.family]}" '
        f'data-activity="{escape(line.activity_id)}">'
        f"<h5>{escape(line.title)}</h5>"
        f'<p class="ba-small">{escape(line.type_label)} · {escape(line.dates)}{outside}</p>'
        f"<p>{escape(line.summary)}</p>{partners}{crossings(line)}{mark(line.proof)}{sources(line.proof)}{notes(line.proof)}</article>"
    )


def head(card: Card) -> str:
    """Return subtitle, dates and facts of a card."""
    subtitle = f'<p class="ba-sub">{escape(card.subtitle)}</p>' if card.subtitle else ""
    dates = f'<p class="ba-dates">{escape(card.dates)}</p>' if card.dates else ""
    proof = mark(card.proof) + sources(card.proof) + notes(card.proof)
    return f"{STYLE}{subtitle}{dates}{facts(card.facts)}{proof}"
