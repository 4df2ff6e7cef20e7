"""What a legend of a map has to say: what is in sight, nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from border_atlas.domain.deck import DeckMap
from border_atlas.maps import styles
from border_atlas.maps.static import looks
from border_atlas.maps.static.marks import AreaMark, MissionMark, area_groups
from border_atlas.model import LINE_STATUS_LABELS, LineStatus

Fill = Literal["line", "fill", "marker", "hollow", "boundary"]
TITLES: Final = {
    "family": "Border areas by main activity",
    "organisation": "Border areas by organisation",
    "coverage": "Border areas by coverage",
}
MISSIONS: Final = "Mission headquarters"
LINES: Final = "Boundary lines"


@dataclass(frozen=True)
class LegendEntry:
    """A row of a legend.

    ``group`` is the heading that it stands under. ``kind`` says what its sign is: a coloured ``line``, a
    light ``fill``, a ``marker`` in the form ``shape`` (``hollow``: with a white middle), or a ``boundary``
    line with ``dash`` (lengths of strokes and gaps in pixels for a line one pixel wide; empty: solid).
    """

    group: str
    label: str
    colour: str
    kind: Fill
    shape: str = ""
    dash: tuple[float, ...] = ()


def entries(
    wanted: DeckMap,
    areas: tuple[AreaMark, ...],
    missions: tuple[MissionMark, ...],
    statuses: Iterable[LineStatus],
) -> tuple[LegendEntry, ...]:
    """Return the rows for what is in sight: areas, headquarters, boundary lines."""
    lines = (
        LegendEntry(LINES, LINE_STATUS_LABELS[status], looks.LINE, "boundary", dash=looks.dash_of(status.value))
        for status in statuses
    )
    return (*_areas(wanted, areas), *_missions(missions), *lines)


def _areas(wanted: DeckMap, marks: tuple[AreaMark, ...]) -> Iterator[LegendEntry]:
    by = "coverage" if wanted.states is not None else wanted.view.selection.colour_by
    seen = {mark.area_id: mark for mark in marks}
    ids = wanted.view.areas["area_id"]
    forms: dict[tuple[str, str], list[AreaMark]] = {}
    for row, label, colour in area_groups(wanted):
        mark = seen.get(ids.loc[row])
        if mark is not None:
            forms.setdefault((label, colour), []).append(mark)
    order = [entry["label"] for entry in styles.palettes()[by]]
    for (label, colour), found in sorted(forms.items(), key=lambda form: _place(order, form[0][0])):
        kind: Fill = "fill" if all(mark.is_filled for mark in found) else "line"
        yield LegendEntry(TITLES[by], label, colour, kind)


def _missions(marks: tuple[MissionMark, ...]) -> Iterator[LegendEntry]:
    for look in styles.ORGANISATION_LOOKS.values():
        own = [mark for mark in marks if (mark.shape, mark.colour) == (look.shape, look.colour)]
        if own:
            hollow = all(mark.hollow for mark in own)
            yield LegendEntry(MISSIONS, look.label, look.colour, "hollow" if hollow else "marker", look.shape)
    if any(mark.hollow for mark in marks):
        yield LegendEntry(MISSIONS, "hollow: ended", looks.GREY, "hollow", "circle")


def _place(order: list[str], label: str) -> int:
    return order.index(label) if label in order else len(order)
