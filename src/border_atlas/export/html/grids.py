"""Tables of a slide, among them the matrix of counts, as HTML tables."""

from collections.abc import Sequence
from typing import Final

from border_atlas.domain.deck import DeckChart, DeckTable
from border_atlas.export.html.text import optional, tag
from border_atlas.maps.safety import escape
from border_atlas.model import ACTIVITY_LABELS, ActivityType

_HEAT_STEPS: Final = 5


def table_html(table: DeckTable) -> str:
    """Return a small table with its title and the number of rows left out."""
    head = tag("thead", tag("tr", "".join(tag("th", escape(name), scope="col") for name in table.columns)))
    rows = "".join(tag("tr", _cells(row)) for row in table.rows)
    # The player counts on: rows for which a screen has no room are left out there.
    more = tag("p", f"and {table.more} more" if table.more else "", class_="more", data_more=str(table.more))
    return tag("div", tag("table", _title(table.title) + head + tag("tbody", rows)) + more, class_="table")


def matrix_html(chart: DeckChart) -> str:
    """Return counts by row and type; the more, the stronger the colour of the cell."""
    types = [str(name) for name in chart.frame.columns[1:]]
    heads = '<th scope="col"></th>' + "".join(
        tag("th", tag("span", escape(_label(kind))), scope="col") for kind in types
    )
    rows = "".join(
        _counts(str(row[0]), [int(number) for number in row[1:]]) for row in chart.frame.itertuples(index=False)
    )
    inner = tag("thead", tag("tr", heads)) + tag("tbody", rows)
    return tag("div", tag("table", inner, class_="matrix", aria_label=chart.alt), class_="table")


def _title(title: str) -> str:
    return optional("caption", title)


def _cells(row: Sequence[str]) -> str:
    return "".join(tag("td", escape(cell)) for cell in row)


def _label(kind: str) -> str:
    return ACTIVITY_LABELS[ActivityType(kind)] if kind in set(ActivityType) else kind


def _counts(name: str, numbers: Sequence[int]) -> str:
    cells = "".join(
        tag("td", str(number), class_=f"heat-{min(number, _HEAT_STEPS)}") if number else "<td></td>"
        for number in numbers
    )
    return tag("tr", tag("th", escape(name), scope="row") + cells)
