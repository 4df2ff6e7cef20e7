"""Puts a map that was worked out on paper onto a Matplotlib figure."""

from collections.abc import Iterable
from typing import Any, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from border_atlas.maps.static import brush, looks
from border_atlas.maps.static.brush import Align
from border_atlas.maps.static.furniture import LEADING
from border_atlas.maps.static.labels import Label
from border_atlas.maps.static.legend_box import LegendBox, LegendRow
from border_atlas.maps.static.looks import Sizes
from border_atlas.maps.static.marks import AreaMark, MissionMark
from border_atlas.maps.static.note import paint_note
from border_atlas.maps.static.own import paint_box, paint_own
from border_atlas.maps.static.scene import Scene, north_spot
from border_atlas.maps.static.shapes import box_path, filled, marker, stroked
from border_atlas.model import LineStatus

_ALIGN: Final[dict[str, Align]] = {"left": "left", "centre": "center", "right": "right"}


def paint(figure: Figure, made: Scene) -> None:
    """Draw the map and all that stands around it."""
    panel = _panel(figure, made)
    sizes = made.layout.sizes
    brush.fill(panel, made.land, looks.LAND, zorder=1, edge=looks.COAST, width=0.55 * sizes.px)
    _areas(panel, made.areas, sizes)
    _boundaries(panel, made.lines, sizes)
    for line in made.links:
        brush.stroke(panel, Path(line), looks.LINK, 1.2 * sizes.px, alpha=0.75, zorder=3.9)
    paint_own(panel, made.own, made.sight, sizes)
    for label in made.labels:
        _label(panel, label, sizes)
    _missions(panel, made.missions, sizes)
    _scale(panel, made)
    _north(panel, made)
    if made.legend is not None:
        _legend_box(panel, made.legend, sizes)
    if made.own_box is not None:
        paint_box(panel, made.own_box, sizes)
    if made.note is not None:
        paint_note(panel, made.note, sizes.px)
    _bands(figure, made)


def _panel(figure: Figure, made: Scene) -> Axes:
    """Return axes whose units are points of paper."""
    paper = made.layout
    axes = brush.sheet(figure, (paper.left, paper.bottom), (paper.width, paper.height))
    axes.set_facecolor(looks.WATER)
    for spine in axes.spines.values():
        spine.set(color=looks.FRAME, linewidth=0.6 * paper.sizes.px, zorder=9)
    return axes


def _areas(panel: Axes, marks: Iterable[AreaMark], sizes: Sizes) -> None:
    for mark in marks:
        top = 3.6 if mark.chosen else 3.0
        if mark.is_filled:
            brush.fill(panel, filled(mark.shapes), mark.colour, alpha=0.4 if mark.chosen else 0.22, zorder=2)
        if mark.is_stroked:
            _area_line(panel, mark, sizes, top)
        if mark.dot:
            ring = 1.4 * sizes.px
            dot = Path(np.asarray(Path.unit_circle().vertices) * mark.dot + mark.at, Path.unit_circle().codes)
            panel.add_artist(
                PathPatch(dot, facecolor=mark.colour, edgecolor="#FFFFFF", linewidth=ring, zorder=top + 0.3)
            )


def _area_line(panel: Axes, mark: AreaMark, sizes: Sizes, zorder: float) -> None:
    path = stroked(mark.shapes)
    brush.stroke(panel, path, "#FFFFFF", mark.width + 2.2 * sizes.px, alpha=0.9, zorder=zorder - 0.3)
    pattern = looks.dash_of(mark.status) if mark.has_dash else ()
    factor = max(mark.width / sizes.px / 2, 1) * sizes.px
    # Never see-through: where areas overlap, mixed colours would mean something else.
    colour = looks.lighter(mark.colour, 0.4) if mark.display == "outline" and not mark.chosen else mark.colour
    brush.stroke(
        panel, path, colour, mark.width, dash=looks.dash_style(pattern, factor, mark.width), zorder=zorder
    )  # fmt: skip


def _boundaries(panel: Axes, lines: dict[LineStatus, Path], sizes: Sizes) -> None:
    """Dashed lines lie above the areas, so that no coloured line hides a dash; settled ones below them."""
    for status, path in lines.items():
        pattern = looks.dash_of(status.value)
        width = (1.35 if pattern else 0.75) * sizes.px
        brush.stroke(
            panel, path, looks.LINE, width, dash=looks.dash_style(pattern, sizes.px, width),
            zorder=3.7 if pattern else 1.5, cap="round" if pattern else "butt",
        )  # fmt: skip


def _missions(panel: Axes, marks: tuple[MissionMark, ...], sizes: Sizes) -> None:
    for mark in marks:
        if np.hypot(mark.at[0] - mark.place[0], mark.at[1] - mark.place[1]) > mark.size * 0.55:
            brush.stroke(panel, Path(np.array([mark.place, mark.at])), looks.LINK, 0.7 * sizes.px, alpha=0.8, zorder=5)
            brush.fill(panel, brush.moved(Path.unit_circle(), mark.place, 1.1 * sizes.px), looks.LINK, zorder=5)
    paths = [brush.moved(marker(mark.shape), mark.at, mark.size) for mark in marks]
    shade = ["#000000" if mark.chosen else "#00000059" for mark in marks]
    wide = [(3.4 if mark.chosen else 2.3) * sizes.px for mark in marks]
    _collect(panel, paths, "none", shade, wide, 6)
    faces = ["#FFFFFF" if mark.hollow else mark.colour for mark in marks]
    edges = [mark.colour if mark.hollow else "#FFFFFF" for mark in marks]
    widths = [(2.0 if mark.hollow else 1.3) * sizes.px * mark.size / sizes.marker for mark in marks]
    _collect(panel, paths, faces, edges, widths, 6.1)


def _collect(panel: Axes, paths: list[Path], faces: Any, edges: Any, widths: list[float], zorder: float) -> None:  # noqa: ANN401
    if paths:
        panel.add_collection(
            PathCollection(
                paths, facecolors=faces, edgecolors=edges, linewidths=widths, zorder=zorder, joinstyle="round"
            ),
            autolim=False,
        )


def _label(panel: Axes, label: Label, sizes: Sizes) -> None:
    brush.text(
        panel, label.x, label.y, label.text, label.size, bold=label.bold, italic=label.italic, colour=label.colour,
        align=_ALIGN[label.anchor], halo=2.6 * sizes.px, zorder=5.5 if label.kind == "country" else 7,
    )  # fmt: skip


def _scale(panel: Axes, made: Scene) -> None:
    if made.bar is None:
        return
    px = made.layout.sizes.px
    left, bottom, *_ = made.bar_at
    tick = 4.5 * px
    right, low = left + made.bar.length, bottom + 3 * px
    path = Path(np.array([[left, low + tick], [left, low], [right, low], [right, low + tick]]))
    brush.stroke(panel, path, "#FFFFFF", 4 * px, zorder=8)
    brush.stroke(panel, path, looks.INK, 1.5 * px, zorder=8.1)
    brush.text(
        panel, left + 3 * px, low + 9 * px, made.bar.text, made.layout.sizes.small_text, halo=2.6 * px, zorder=8.2
    )


def _north(panel: Axes, made: Scene) -> None:
    if not made.north:
        return
    left, bottom, right, _ = north_spot(made.layout)
    side = right - left
    middle = ((left + right) / 2, bottom + side * 0.45)
    arrow = np.array([[0, 0.42], [0.2, -0.3], [0, -0.16], [-0.2, -0.3], [0, 0.42]]) * side
    turn = Affine2D().rotate_deg(-made.sight.north_at(*middle)).translate(*middle)
    path = Path(turn.transform(arrow), closed=True)
    brush.fill(panel, path, looks.INK, zorder=8.1, edge="#FFFFFF", width=1.6 * made.layout.sizes.px)
    x, y = turn.transform((0, side * 0.66))
    brush.text(
        panel, float(x), float(y), "N", made.layout.sizes.small_text, bold=True, align="center",
        halo=2.6 * made.layout.sizes.px, zorder=8.2,
    )  # fmt: skip


def _legend_box(panel: Axes, legend: LegendBox, sizes: Sizes) -> None:
    left, bottom, right, top = legend.box
    path = box_path((left, bottom), (right - left, top - bottom))
    brush.fill(panel, path, "#FFFFFF", alpha=0.93, zorder=8, edge=looks.FRAME, width=0.6 * sizes.px)
    paint_legend(panel, legend, sizes)


def paint_legend(panel: Axes, legend: LegendBox, sizes: Sizes) -> None:
    """Draw the rows of a legend."""
    for row in legend.rows:
        if row.entry is None:
            brush.text(panel, row.x, row.y, row.text, legend.size, bold=True, colour=looks.SOFT_INK, zorder=8.3)
        else:
            _sign(panel, row, legend, sizes)
            brush.text(panel, row.x + legend.sign + legend.gap, row.y, row.text, legend.size, zorder=8.3)


def _sign(panel: Axes, row: LegendRow, legend: LegendBox, sizes: Sizes) -> None:
    entry = row.entry
    if entry is None:
        return
    line = Path(np.array([[row.x, row.y], [row.x + legend.sign, row.y]]))
    if entry.kind == "boundary":
        width = (1.35 if entry.dash else 0.9) * sizes.px
        dash = looks.dash_style(entry.dash, sizes.px, width)
        brush.stroke(panel, line, entry.colour, width, dash=dash, zorder=8.2, cap="round" if entry.dash else "butt")
    elif entry.kind == "line":
        brush.stroke(panel, line, entry.colour, 4 * sizes.px, zorder=8.2, cap="butt")
    elif entry.kind == "fill":
        high = legend.size * 0.8
        path = box_path((row.x, row.y - high / 2), (legend.sign, high))
        brush.fill(panel, path, entry.colour, alpha=0.3, zorder=8.2)
    else:
        hollow = entry.kind == "hollow"
        path = brush.moved(marker(entry.shape), (row.x + legend.sign / 2, row.y), legend.size * 1.25)
        width = (1.7 if hollow else 0.8) * sizes.px
        brush.fill(
            panel, path, "#FFFFFF" if hollow else entry.colour, zorder=8.2,
            edge=entry.colour if hollow else "#FFFFFF", width=width,
        )  # fmt: skip


def _bands(figure: Figure, made: Scene) -> None:
    """Title above, footer below the map."""
    paper = made.layout
    wide, high = paper.paper
    px = paper.sizes.px
    top = paper.bottom + paper.height
    head = 8 * px + (17 * px if paper.subtitle else 0)
    for text, at, size, bold in ((paper.title, head, 15 * px, True), (paper.subtitle, 6 * px, 10.5 * px, False)):
        if text:
            colour = looks.INK if bold else looks.SOFT_INK
            figure.add_artist(
                brush.lettering(2 * px / wide, (top + at) / high, text, size, bold=bold, colour=colour, low=True)
            )
    step = paper.footer_size * LEADING
    for number, line in enumerate(paper.footer):
        y = paper.bottom - 4 * px - (number + 0.5) * step
        figure.add_artist(brush.lettering(2 * px / wide, y / high, line, paper.footer_size, colour=looks.SOFT_INK))
