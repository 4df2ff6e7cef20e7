"""How all charts look: titles with source, sizes for a projector, colours that follow the page's theme.

Charts do not know the theme: they carry both colours and let the browser choose by the luminance of the
background that Streamlit gives them, so that a change of theme needs no rerun.
"""

import textwrap
from collections.abc import Iterable, Sequence
from typing import Any, Final

import altair as alt

from border_atlas.config import DATA_AS_OF
from border_atlas.domain.dates_text import say_day
from border_atlas.model import Family, Organisation
from border_atlas.palette import (
    FAMILY_COLOURS,
    FAMILY_COLOURS_ON_DARK,
    INK_DARK,
    INK_LIGHT,
    ORGANISATION_COLOURS,
    ORGANISATION_COLOURS_ON_DARK,
    PAGE_DARK,
    PAGE_LIGHT,
)

SOURCE: Final = f"Source: Border Atlas, data as of {say_day(DATA_AS_OF)}"

TITLE_SIZE: Final = 15
TEXT_SIZE: Final = 13
#: Characters of a title line that a telephone can show.
_TITLE_WIDTH: Final = 38
_IS_DARK: Final = "luminance(background) < 0.3"
#: Below this width of the window (pixels) row labels are cut short.
_NARROW: Final = 700
_MUTED_LIGHT: Final = "#4A5361"
_MUTED_DARK: Final = "#B4BCC8"
_GRID_LIGHT: Final = "#D5DAE2"
_GRID_DARK: Final = "#38414F"

_FIT: Final = alt.AutoSizeParams(type="fit-x", contains="padding")

#: Streamlit would leave room below, which parts a head from its rows.
_PADDING: Final = {"left": 0, "top": 5, "right": 2, "bottom": 2}

Expr = alt.ExprRef


def themed(light: str, dark: str) -> Expr:
    """Return the one of two colours of ours that suits the page, chosen in the browser."""
    return alt.ExprRef(expr=f"{_IS_DARK} ? '{dark}' : '{light}'")


def ink() -> Expr:
    """Return the colour of text."""
    return themed(INK_LIGHT, INK_DARK)


def muted() -> Expr:
    """Return the colour of less important text."""
    return themed(_MUTED_LIGHT, _MUTED_DARK)


def page() -> Expr:
    """Return the colour of the page."""
    return themed(PAGE_LIGHT, PAGE_DARK)


def grid() -> Expr:
    """Return the colour of grid lines."""
    return themed(_GRID_LIGHT, _GRID_DARK)


def group_colours(groups: Sequence[str]) -> list[Expr]:
    """Return the colours of families or organisations, in the order given."""
    light = {str(key): colour for key, colour in (FAMILY_COLOURS | ORGANISATION_COLOURS).items()}
    dark = {str(key): colour for key, colour in (FAMILY_COLOURS_ON_DARK | ORGANISATION_COLOURS_ON_DARK).items()}
    return [themed(light[group], dark[group]) for group in groups]


def in_order(groups: Iterable[str]) -> list[str]:
    """Return the families or organisations that occur, each once, in the order of all charts."""
    present = set(groups)
    return [str(word) for word in (*Organisation, *Family) if word in present]


def narrow_or_wide(narrow: int, wide: int) -> Expr:
    """Return a number of pixels that depends on the width of the window."""
    return alt.ExprRef(expr=f"windowSize()[0] < {_NARROW} ? {narrow} : {wide}")


def count(number: int, one: str, many: str) -> str:
    """Say a number of things: ``1 activity``, ``1,204 activities``."""
    return f"{number:,} {one if number == 1 else many}"


def heading(title: str, records: str) -> alt.TitleParams:
    """Return a chart's title: what it shows, from how many records, from which source."""
    return alt.TitleParams(
        text=textwrap.wrap(title, _TITLE_WIDTH) or [""],
        subtitle=[*textwrap.wrap(records, _TITLE_WIDTH + 12), SOURCE],
        anchor="start",
        frame="bounds",
        offset=12,
        fontSize=TITLE_SIZE,
        color=ink(),
        subtitleFontSize=TEXT_SIZE - 1,
        subtitleColor=muted(),
        subtitlePadding=4,
    )


def axis(**options: Any) -> alt.Axis:  # noqa: ANN401  options of Altair are of many types
    """Return an axis with legible labels; ``options`` go to Altair."""
    look: dict[str, Any] = {
        "title": None,
        "labelFontSize": TEXT_SIZE,
        "titleFontSize": TEXT_SIZE,
        "labelColor": ink(),
        "titleColor": muted(),
        "gridColor": grid(),
        "tickColor": grid(),
        "domainColor": grid(),
        "labelFlush": False,
        "zindex": 0,
    }
    return alt.Axis(**(look | options))


def row_axis(*, wide: bool = True, **options: Any) -> alt.Axis:  # noqa: ANN401  as above
    """Return the axis of row labels, equally wide in a head and the rows below it."""
    width = 270 if wide else 190
    extent = narrow_or_wide(110, width)
    look: dict[str, Any] = {
        "minExtent": extent,
        "maxExtent": extent,
        "labelLimit": narrow_or_wide(100, width - 10),
    }
    return axis(**(look | {"ticks": False, "domain": False, "labelPadding": 6} | options))


def legend(**options: Any) -> alt.Legend:  # noqa: ANN401  as above
    """Return a legend above the chart, with legible labels."""
    look: dict[str, Any] = {
        "orient": "top",
        "title": None,
        "labelFontSize": TEXT_SIZE,
        "titleFontSize": TEXT_SIZE,
        "labelColor": ink(),
        "titleColor": muted(),
        "columns": alt.ExprRef(expr=f"windowSize()[0] < {_NARROW} ? 2 : 10"),
        "symbolStrokeWidth": 0,
        "symbolOpacity": 1,
        "labelLimit": 160,
    }
    return alt.Legend(**(look | options))


def finish(*layers: alt.Chart, height: float | alt.Step, title: alt.TitleParams | None = None) -> alt.LayerChart:
    """Put layers into one chart whose width follows the page and whose height follows the rows."""
    chart = alt.LayerChart(layer=list(layers), height=height, autosize=_FIT, padding=_PADDING)
    finished: alt.LayerChart = (chart if title is None else chart.properties(title=title)).configure_view(stroke=None)
    return finished
