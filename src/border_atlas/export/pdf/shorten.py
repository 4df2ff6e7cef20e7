"""Makes a slide shorter step by step, so that a template can take the longest version that fits one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from border_atlas.export.pdf.text import Json

#: Room that the sentence below the title always has.
_SHORTEST_SAID: Final = 240
#: Letters that stand beside the map; more stand below it.
_FEW_WORDS: Final = 420
#: Letters below which a text is not begun.
_FEWEST_LETTERS: Final = 40
_CUT: Final = " … (cut)"


@dataclass(frozen=True)
class Level:
    """How much of a slide is kept.

    ``size`` is that of text in points, ``share`` the width of the map in percent; ``rows`` counts those of
    each table and chart, ``letters`` those of the words, ``cell`` those of a cell or a short text.
    """

    size: float
    share: int
    rows: int
    sources: int
    letters: int
    cell: int
    parts: int = 8


LEVELS: Final = (
    Level(size=10, share=58, rows=40, sources=12, letters=4000, cell=400),
    Level(size=9.5, share=58, rows=24, sources=10, letters=2500, cell=300),
    Level(size=9, share=56, rows=18, sources=8, letters=1800, cell=250),
    Level(size=9, share=55, rows=14, sources=8, letters=1500, cell=250),
    Level(size=8.5, share=54, rows=12, sources=6, letters=1200, cell=220),
    Level(size=8.5, share=52, rows=10, sources=6, letters=1000, cell=220),
    Level(size=8.5, share=50, rows=8, sources=6, letters=900, cell=200),
    Level(size=8, share=50, rows=7, sources=6, letters=800, cell=180),
    Level(size=8, share=48, rows=6, sources=4, letters=700, cell=180),
    Level(size=8, share=48, rows=5, sources=4, letters=600, cell=160, parts=6),
    Level(size=8, share=46, rows=4, sources=4, letters=500, cell=140, parts=6),
    Level(size=7.5, share=44, rows=3, sources=4, letters=400, cell=120, parts=5),
    Level(size=7.5, share=40, rows=2, sources=2, letters=250, cell=80, parts=3),
)


def variants(slide: Json) -> list[Json]:
    """Return a slide of `slide_data` from whole to short, each saying what it leaves out."""
    return [_shortened(slide, level) for level in LEVELS]


def _shortened(slide: Json, level: Level) -> Json:
    kept = slide["sources"][: level.sources]
    short = {
        "size": level.size,
        "share": level.share,
        "said": _cut(slide["said"], max(_SHORTEST_SAID, level.cell * 2)),
        "facts": [fact | {"value": _cut(fact["value"], level.cell)} for fact in slide["facts"]],
        "blocks": cut_tree(slide["blocks"], level.letters),
        "few_words": _letters(slide["blocks"]) <= _FEW_WORDS,
        "notes": cut_tree(slide["notes"], level.letters),
        "figures": slide["figures"][: level.parts],
        "tables": [_table(table, level) for table in slide["tables"][: level.parts]],
        "charts": [_chart(chart, level) for chart in slide["charts"][: level.parts]],
        "sources": [one | {"text": _cut(one["text"], level.cell)} for one in kept],
        "sources_left_out": len(slide["sources"]) - len(kept),
        "boundary_notes": _first(slide["boundary_notes"], level.parts, "notes on boundaries"),
    }
    return slide | short


def _letters(blocks: Sequence[Json]) -> int:
    """Count the letters of blocks; what stands inside lists counts as long."""
    return sum(sum(len(run["text"]) for run in block["runs"]) if "runs" in block else _FEW_WORDS for block in blocks)


def _first(texts: Sequence[str], most: int, what: str) -> list[str]:
    left = len(texts) - most
    return [*texts[:most], f"and {left} more {what}"] if left > 0 else list(texts)


def _table(table: Json, level: Level) -> Json:
    rows = [[_cut(cell, level.cell) for cell in row] for row in table["rows"][: level.rows]]
    return table | {"rows": rows, "more": table["more"] + len(table["rows"]) - len(rows)}


def _chart(chart: Json, level: Level) -> Json:
    if "rows" not in chart:
        return chart
    rows = [row | {"label": _cut(row["label"], level.cell)} for row in chart["rows"][: level.rows]]
    return chart | {"rows": rows, "more": len(chart["rows"]) - len(rows)}


def _cut(text: str, letters: int) -> str:
    """Cut a text between words, where it has any."""
    if len(text) <= letters:
        return text
    start = text[: max(0, letters - len(_CUT))]
    return (start.rpartition(" ")[0] or start).rstrip() + _CUT


def cut_tree(blocks: Sequence[Json], letters: int) -> list[Json]:
    """Keep the words up to a number of letters; where they end early, that is said."""
    room = _Room(letters)
    kept = _keep(blocks, room)
    if room.refused:
        run = {"text": _CUT.strip(), "bold": False, "italic": True, "link": ""}
        kept.append({"kind": "paragraph", "runs": [run]})
    return kept


@dataclass
class _Room:
    """Letters left; ``refused`` tells whether something found no room at all."""

    letters: int
    refused: bool = False

    def take(self, text: str) -> str:
        kept = _cut(text, self.letters)
        self.letters -= len(text)
        return kept

    def has_none(self) -> bool:
        # A few letters of a sentence tell nothing.
        self.refused = self.refused or self.letters < _FEWEST_LETTERS
        return self.letters < _FEWEST_LETTERS


def _keep(blocks: Sequence[Json], room: _Room) -> list[Json]:
    kept: list[Json] = []
    for block in blocks:
        if room.has_none():
            break
        if "items" in block:
            kept.append(block | {"items": _keep_items(block["items"], room)})
        else:
            kept.append(block | {"runs": _keep_runs(block["runs"], room)})
    return kept


def _keep_items(items: Sequence[Json], room: _Room) -> list[Any]:
    kept = []
    for item in items:
        if room.has_none():
            break
        kept.append({"runs": _keep_runs(item["runs"], room), "inner": _keep(item["inner"], room)})
    return kept


def _keep_runs(runs: Sequence[Json], room: _Room) -> list[Json]:
    kept = []
    for run in runs:
        if room.letters <= 0:
            room.refused = True
            break
        kept.append(run | {"text": room.take(run["text"])})
    return kept
