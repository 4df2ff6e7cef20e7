"""The few strokes that drawn maps are made of: texts, fills and lines on axes whose units are points.

Patches are added as artists: as patches, Matplotlib would walk along each of their points to find its limits.
"""

from typing import Any, Literal

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import Stroke
from matplotlib.text import Text

from border_atlas.maps.static import looks
from border_atlas.maps.static.looks import Dash
from border_atlas.maps.static.text import font

Align = Literal["left", "center", "right"]


def text(
    panel: Axes, x: float, y: float, words: str, size: float, *, bold: bool = False, italic: bool = False,
    colour: str = looks.INK, align: Align = "left", halo: float = 0.0, zorder: float = 7.0,
) -> None:  # fmt: skip
    """Write a text; a halo is a text of its own below, so that the text itself stays text."""
    if halo:
        below = lettering(x, y, words, size, bold=bold, italic=italic, colour="#FFFFFF", align=align)
        below.set_path_effects([Stroke(linewidth=halo, foreground="#FFFFFF", joinstyle="round", alpha=0.9)])
        panel.add_artist(below).set_zorder(zorder - 0.05)
    panel.add_artist(lettering(x, y, words, size, bold=bold, italic=italic, colour=colour, align=align)).set_zorder(
        zorder
    )


def lettering(
    x: float, y: float, words: str, size: float, *, bold: bool = False, italic: bool = False,
    colour: str = looks.INK, align: Align = "left", low: bool = False,
) -> Text:  # fmt: skip
    """Return a text to be added; no text of the data is ever taken for a formula."""
    return Text(
        x, y, words, color=colour, fontproperties=font(size, bold=bold, italic=italic), parse_math=False,
        horizontalalignment=align, verticalalignment="baseline" if low else "center_baseline", usetex=False,
    )  # fmt: skip


def fill(
    panel: Axes, path: Path, colour: str, *, zorder: float, alpha: float = 1.0, edge: str = "none", width: float = 0.0
) -> None:
    """Fill an outline."""
    if np.size(path.vertices):
        patch = PathPatch(
            path, facecolor=(colour, alpha), edgecolor=edge, linewidth=width, zorder=zorder, joinstyle="round"
        )
        panel.add_artist(patch)


def stroke(
    panel: Axes, path: Path, colour: str, width: float, *, zorder: float, dash: Dash = None, alpha: float = 1.0,
    cap: Any = "round",  # noqa: ANN401  Matplotlib's own words
) -> None:  # fmt: skip
    """Draw along an outline."""
    if np.size(path.vertices):
        panel.add_artist(
            PathPatch(
                path, facecolor="none", edgecolor=colour, linewidth=width, linestyle=dash or "solid", alpha=alpha,
                zorder=zorder, capstyle=cap, joinstyle="round",
            )
        )  # fmt: skip


def moved(path: Path, spot: tuple[float, float], size: float) -> Path:
    """Return an outline of size 1 around (0, 0) at a spot in a size."""
    return Path(np.asarray(path.vertices) * size + spot, path.codes)


def sheet(figure: Figure, corner: tuple[float, float], size: tuple[float, float]) -> Axes:
    """Return axes on a part of the figure, in points: its bottom left corner and its size."""
    wide, high = figure.get_size_inches() * 72
    axes = figure.add_axes((corner[0] / wide, corner[1] / high, size[0] / wide, size[1] / high))
    axes.set_xlim(0, size[0])
    axes.set_ylim(0, size[1])
    axes.tick_params(left=False, bottom=False, labelleft=False, labelbottom=False)
    return axes
