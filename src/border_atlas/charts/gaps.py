"""Bands behind a timeline where nobody is on record."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

import altair as alt
import pandas as pd

from border_atlas.charts import look
from border_atlas.domain.area_work import Gap
from border_atlas.domain.dates_text import say_day
from border_atlas.domain.timeline import as_year

#: How to read the bands, in one line of Markdown.
LEGEND: Final = "Shaded: nobody on record."
#: Shorter gaps would be a hair's breadth.
_SHOWN_DAYS: Final = 30


def gap_bands(gaps: Sequence[Gap]) -> alt.Chart | None:
    """Return bands over the whole height for the gaps, to be drawn behind bars; ``None`` without any."""
    shown = [gap for gap in gaps if gap.days >= _SHOWN_DAYS]
    if not shown:
        return None
    rows = pd.DataFrame(
        {
            "from": [as_year(gap.first) for gap in shown],
            "to": [as_year(gap.last + timedelta(days=1)) for gap in shown],
            "when": [f"{say_day(gap.first)} – {say_day(gap.last)}" for gap in shown],
        }
    )
    bands: alt.Chart = alt.Chart(rows).mark_rect(color=look.grid(), opacity=0.55)
    return bands.encode(x="from:Q", x2="to:Q", tooltip=[alt.Tooltip("when:N", title="Nobody on record")])
