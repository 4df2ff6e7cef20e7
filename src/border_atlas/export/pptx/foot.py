"""The small print of a slide: its sources, and the notes on boundaries that belong to what it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from border_atlas.domain.deck import Block, DeckSlide, DeckSource, Run
from border_atlas.export.links import safe_link
from border_atlas.export.pptx.look import SMALL_SIZE
from border_atlas.export.pptx.measure import count_lines, line_height, shortened, width
from border_atlas.export.pptx.page import Box, Page
from border_atlas.export.pptx.sheets import Texts
from border_atlas.export.pptx.texts import Para, linked, one_line

#: Most lines of notes; those that need more stand on the disclaimer slide, or on a slide of their own.
_NOTE_LINES: Final = 4
_SOURCE_LINES: Final = 2
#: Longest source in inches; the whole of it stands on the slide of sources.
_SOURCE_WIDTH: Final = 3.6
_BOUNDARIES: Final = "Boundaries: "
_SOURCES: Final = "Sources: "


@dataclass(frozen=True)
class Foot:
    """Small print as it fits, and the notes that it has no room for."""

    texts: Texts | None
    left_over: tuple[str, ...]
    top: float


def plan_foot(slide: DeckSlide, page: Page, *, rest: str = "") -> Foot:
    """Lay out the small print above the footer; ``rest`` is where notes stand that have no room here."""
    inner = page.inner
    said, left_over = _notes(slide.boundary_notes, inner.w, rest)
    sources = _sources(slide.sources, inner.w, slide.rests_on)
    paras = tuple(Para(Block("paragraph", runs)) for runs in (said, sources) if runs)
    if not paras:
        return Foot(None, left_over, inner.bottom)
    lines = sum(count_lines(_unbroken(para.block.runs), inner.w, SMALL_SIZE) for para in paras)
    height = lines * line_height(SMALL_SIZE) + 0.06 * len(paras)
    box = Box(inner.x, inner.bottom - height, inner.w, height)
    return Foot(Texts(paras, box, SMALL_SIZE), left_over, box.y)


def _notes(notes: Sequence[str], room: float, rest: str) -> tuple[tuple[Run, ...], tuple[str, ...]]:
    texts = tuple(filter(None, map(one_line, notes)))
    for number in range(len(texts), 0, -1):
        more = f" More notes on {rest}." if number < len(texts) else ""
        line = " ".join(texts[:number]) + more
        if count_lines(_BOUNDARIES + line, room, SMALL_SIZE) <= _NOTE_LINES:
            return (Run(_BOUNDARIES, bold=True), Run(line)), texts[number:]
    return (), texts


def _sources(sources: Sequence[DeckSource], room: float, rest: str) -> tuple[Run, ...]:
    if not sources:
        return (Run(_SOURCES, bold=True), Run(one_line(rest))) if rest else ()
    fitting: tuple[Run, ...] = ()
    # From the first on: of hundreds of sources only a few fit.
    for number in range(len(sources) + 1):
        runs = _listed(sources[:number], len(sources) - number, one_line(rest))
        if count_lines("".join(run.text for run in runs), room, SMALL_SIZE) > _SOURCE_LINES:
            break
        fitting = runs
    return fitting


def _listed(sources: Sequence[DeckSource], more: int, rest: str) -> tuple[Run, ...]:
    runs = [Run(_SOURCES, bold=True)]
    for source in sources:
        between = "" if len(runs) == 1 else " · "
        runs.append(Run(f"{between}[{source.number}] "))
        runs.extend(linked(_short(one_line(source.text)), safe_link(source.url)))
    if more:
        runs.append(Run(f" · and {more} more, see the slide of sources." if sources else f"{more}, see their slide."))
    if rest:
        runs.append(Run(f" · {rest}" if sources and not more else f" {rest}"))
    return tuple(runs)


@lru_cache(maxsize=2048)
def _unbroken(runs: Sequence[Run]) -> str:
    """Join a text for measuring; LibreOffice does not break links."""
    return "".join(run.text.replace(" ", "\u00a0") if run.link else run.text for run in runs)


def _short(text: str) -> str:
    return text if width(text, SMALL_SIZE) <= _SOURCE_WIDTH else shortened(text, _SOURCE_WIDTH, SMALL_SIZE)
