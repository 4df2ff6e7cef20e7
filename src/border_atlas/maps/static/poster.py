"""The poster: the map with an index of all its missions below it, by organisation, on one large sheet."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from border_atlas.data.dataset import Dataset
from border_atlas.domain.deck import DeckMap
from border_atlas.domain.derived import years_of
from border_atlas.domain.own_drawing import OwnDrawing
from border_atlas.maps import styles
from border_atlas.maps.static import brush, looks
from border_atlas.maps.static.furniture import LEADING, POINTS, Furniture, Layout
from border_atlas.maps.static.legend import LegendEntry
from border_atlas.maps.static.legend_box import column_legend
from border_atlas.maps.static.looks import Sizes
from border_atlas.maps.static.paint import paint, paint_legend
from border_atlas.maps.static.scene import Scene, scene
from border_atlas.maps.static.shapes import marker
from border_atlas.maps.static.text import measure, plain, shortened, wrap
from border_atlas.maps.static.write import about_map, write
from border_atlas.model import EndBasis, MissionStatus, Organisation

Paper = Literal["A3", "A2"]

#: Width and height in inches, landscape.
PAPERS: Final[dict[Paper, tuple[float, float]]] = {"A3": (16.535, 11.693), "A2": (23.386, 16.535)}
#: All sizes are those of A3 in points; A2 is the same sheet, larger.
_A3_WIDTH: Final = 16.535 * POINTS
_MARGIN: Final = 30.0
_HEAD: Final = 56.0
_GAP: Final = 12.0
_GUTTER: Final = 14.0
#: Least share of the sheet that the map keeps, however long the index is.
_MAP_SHARE: Final = 0.42
#: And what it keeps before letters grow.
_WIDE_SHARE: Final = 0.6


@dataclass(frozen=True)
class _Type:
    """How large all below the map is written: ``times`` the smallest letters, in so many columns."""

    times: float
    columns: int

    @property
    def text(self) -> float:
        """Letters of the index."""
        return 6.4 * self.times

    @property
    def row(self) -> float:
        """A row of the index."""
        return 8.6 * self.times

    @property
    def foot(self) -> float:
        """Letters of the notes; many lines of them stay smaller than the index."""
        return 6.2 * min(self.times, 1.6)

    @property
    def legend(self) -> float:
        """Width of the legend, which stands before the index."""
        return 140.0 * self.times

    @property
    def legend_px(self) -> float:
        """A pixel of the legend."""
        return 0.7 * self.times


#: From what can be read across a room to what a long index needs; the first that fits is taken.
_TYPES: Final = tuple(
    _Type(times, columns) for times, columns in ((2.0, 2), (1.75, 3), (1.5, 3), (1.25, 4), (1.1, 5), (1.0, 5))
)


@dataclass(frozen=True)
class _Entry:
    """A row of the index: a heading if ``years`` is ``None``."""

    label: str
    name: str
    years: str | None
    colour: str
    shape: str
    hollow: bool


def draw_poster(
    data: Dataset, wanted: DeckMap, paper: Paper, *, title: str, subtitle: str, footer: tuple[str, ...],
    own: Sequence[OwnDrawing] = (),
) -> bytes:  # fmt: skip
    """Draw the poster as PDF with text that can be searched; ``own`` as in `draw_map`."""
    width, height = (side * POINTS for side in PAPERS[paper])
    unit = width / _A3_WIDTH
    entries = _entries(wanted)
    # The legend is measured on the whole sheet first: how high it is decides how large all else can be.
    whole = Layout((width, height), 0.0, 0.0, width, height, Sizes(0.9 * unit))
    legend = scene(data, wanted, Furniture(legend=False), whole, own).entries
    plans = [_plan(kind, entries, legend, footer, (width / unit, height / unit)) for kind in _TYPES]
    plan = next((one for one in plans if one.fits), plans[-1])
    kind, lines, foot, rows, column = plan.kind, plan.lines, plan.foot, plan.rows, plan.column
    index = rows * kind.row + _GAP
    panel = Layout(
        (width, height), _MARGIN * unit, (_MARGIN + foot + index) * unit, width - 2 * _MARGIN * unit,
        height - (2 * _MARGIN + _HEAD + foot + index) * unit, Sizes(0.9 * unit),
    )  # fmt: skip
    made = scene(data, wanted, Furniture(legend=False), panel, own)

    def put(figure: Figure) -> None:
        paint(figure, made)
        sheet = brush.sheet(figure, (0, 0), (width, height))
        sheet.set_axis_off()
        _head(sheet, made, plain(title), plain(subtitle), unit)
        top = (_MARGIN + foot + rows * kind.row) * unit
        sizes = Sizes(kind.legend_px * unit)
        paint_legend(sheet, column_legend(made.entries, (_MARGIN * unit, top), sizes), sizes)
        _index(
            sheet, _columns(entries, plan.even, kind.columns), (_MARGIN + foot + rows * kind.row, column), kind, unit
        )
        _foot(sheet, lines, foot, kind.foot, unit)

    return write(put, (width, height), about_map(replace(wanted, caption=title), data), dpi=_DPI, form="pdf")


@dataclass(frozen=True)
class _Plan:
    """What stands below the map in one size of letters; lengths are points of A3."""

    kind: _Type
    lines: list[str]
    foot: float
    rows: int
    #: Rows of the index, where the legend is longer than it.
    even: int
    column: float
    fits: bool


def _plan(
    kind: _Type, entries: list[_Entry], legend: tuple[LegendEntry, ...], footer: tuple[str, ...],
    paper: tuple[float, float],
) -> _Plan:  # fmt: skip
    width, height = paper
    column = (width - 2 * _MARGIN - kind.legend - kind.columns * _GUTTER) / kind.columns
    lines = [line for text in footer for line in wrap(plain(text), kind.foot, width - 2 * _MARGIN)]
    foot = len(lines) * kind.foot * LEADING + _GAP
    free = height - 2 * _MARGIN - _HEAD - foot
    box = column_legend(legend, (0.0, 0.0), Sizes(kind.legend_px)).box
    # A heading may leave the last row of a column empty.
    even = -(-(len(entries) + kind.columns) // kind.columns)
    wanted = max(even, math.ceil((box[3] - box[1]) / kind.row))
    share = _WIDE_SHARE if kind.times > 1 else _MAP_SHARE
    most = int(free * (1 - share) / kind.row)
    return _Plan(kind, lines, foot, min(wanted, most), min(even, most), column, fits=wanted <= most)


#: Counts in a PDF for nothing but pictures, of which there is none.
_DPI: Final = 100


def _entries(wanted: DeckMap) -> list[_Entry]:
    """Return the missions by organisation, those at work first, each group under its heading."""
    status = wanted.view.mission_counts["status"]
    made: list[_Entry] = []
    known = {organisation.value for organisation in Organisation}
    for organisation, look in styles.ORGANISATION_LOOKS.items():
        rows = [
            row
            for row in wanted.view.missions.to_dict("records")
            if row["organisation"] == organisation.value
            or (organisation is Organisation.OTHER and row["organisation"] not in known)
        ]
        if not rows:
            continue
        made.append(_Entry(f"{look.label} ({len(rows)})", "", None, look.colour, look.shape, hollow=False))
        own = [_entry(row, look, ended=status.loc[row["mission_id"]] == MissionStatus.ENDED.value) for row in rows]
        made += sorted(own, key=lambda entry: (entry.hollow, entry.label.casefold()))
    return made


def _entry(row: dict[Any, Any], look: styles.MarkerLook, *, ended: bool) -> _Entry:
    label = plain(row["acronym"] or row["name"])
    name = plain(row["name"]) if row["acronym"] else ""
    return _Entry(label, name, _years(row), look.colour, look.shape, ended)


def _years(row: dict[Any, Any]) -> str:
    """Say a mission's years in as few signs as the dates allow."""
    first, last = years_of(pd.Series(row))
    begin = f"{first}–" if first else "–"
    if last is None:
        return begin if first else ""
    if row["end_basis"] == EndBasis.LAST_SEEN.value:
        return f"{begin}seen {last}"
    return str(last) if first == last else f"{begin}{last}"


def _columns(entries: list[_Entry], rows: int, most: int) -> list[list[_Entry]]:
    """Share the index out, no heading at the foot of a column; what finds no room is counted in the last row."""
    columns: list[list[_Entry]] = [[]]
    for place, entry in enumerate(entries):
        full = len(columns[-1]) == rows or (entry.years is None and len(columns[-1]) == rows - 1)
        if full and len(columns) == most:
            left = sum(one.years is not None for one in [*columns[-1][rows - 1 :], *entries[place:]])
            more = _Entry(f"and {left} more", "", "", looks.GREY, "circle", hollow=False)
            columns[-1] = [*columns[-1][: rows - 1], more]
            break
        if full:
            columns.append([])
        columns[-1].append(entry)
    return columns


def _head(sheet: Axes, made: Scene, title: str, subtitle: str, unit: float) -> None:
    x = _MARGIN * unit
    top = made.layout.paper[1] - _MARGIN * unit
    brush.text(sheet, x, top - 13 * unit, title, 26 * unit, bold=True)
    brush.text(sheet, x, top - 37 * unit, subtitle, 12 * unit, colour=looks.SOFT_INK)


def _index(sheet: Axes, columns: list[list[_Entry]], at: tuple[float, float], kind: _Type, unit: float) -> None:
    """Write the index: ``at`` is its top and the width of a column."""
    top, wide = at
    for number, column in enumerate(columns):
        x = _MARGIN + kind.legend + _GUTTER + number * (wide + _GUTTER)
        for row, entry in enumerate(column):
            at_row = (x * unit, (top - (row + 0.5) * kind.row) * unit)
            _index_row(sheet, entry, at_row, wide * unit, kind.text * unit, unit)


def _index_row(sheet: Axes, entry: _Entry, at: tuple[float, float], wide: float, size: float, unit: float) -> None:
    x, y = at
    side = size * 1.15
    path = brush.moved(marker(entry.shape), (x + side / 2, y), side)
    left = x + side + 3 * unit
    if entry.years is None:
        brush.fill(sheet, path, entry.colour, zorder=3)
        brush.text(sheet, left, y, entry.label, size * 1.12, bold=True, colour=looks.SOFT_INK)
        return
    face, edge = ("#FFFFFF", entry.colour) if entry.hollow else (entry.colour, "none")
    brush.fill(sheet, path, face, zorder=3, edge=edge, width=0.8 * unit if entry.hollow else 0.0)
    years = measure(entry.years, size)
    brush.text(sheet, x + wide, y, entry.years, size, align="right", colour=looks.SOFT_INK)
    label = shortened(entry.label, size, wide - (left - x) - years - 4 * unit, bold=True)
    brush.text(sheet, left, y, label, size, bold=True)
    rest = left + measure(label, size, bold=True) + 3.5 * unit
    room = x + wide - years - 4 * unit - rest
    if entry.name and room > size * 3:
        brush.text(sheet, rest, y, shortened(entry.name, size, room), size, colour=looks.SOFT_INK)


def _foot(sheet: Axes, lines: list[str], foot: float, size: float, unit: float) -> None:
    for number, line in enumerate(lines):
        y = (_MARGIN + foot - _GAP - (number + 0.5) * size * LEADING) * unit
        brush.text(sheet, _MARGIN * unit, y, line, size * unit, colour=looks.SOFT_INK)
