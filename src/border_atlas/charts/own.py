"""A user's own records per year."""

from typing import Final

import altair as alt
import pandas as pd

from border_atlas.charts import look

_HEIGHT: Final = 260
_COLOUR: Final = ("#8A3FA0", "#D9A5E8")


def own_years_chart(counts: pd.DataFrame, *, title: str, mark: str) -> alt.LayerChart:
    """Return bars of ``year`` and ``records``; ``mark`` says below the title that these are not ours."""
    bars: alt.Chart = (
        alt.Chart(counts)
        .mark_bar(color=look.themed(*_COLOUR))
        .encode(
            x=alt.X("year:O", axis=look.axis(labelAngle=0, labelOverlap=True)),
            y=alt.Y("records:Q", axis=look.axis(title="Own records", tickMinStep=1, format="d")),
            tooltip=[alt.Tooltip("year:O", title="Year"), alt.Tooltip("records:Q", title="Own records")],
        )
    )
    said = f"{look.count(int(counts['records'].sum()), 'record', 'records')} with a date. {mark}"
    heading = look.heading(title, said)
    heading.subtitle = said
    return look.finish(bars, height=_HEIGHT, title=heading)
