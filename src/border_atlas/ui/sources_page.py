"""The parts of the Sources page."""

from typing import Final

import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain.dates_text import say_date
from border_atlas.domain.sources import doubtful, source_list, verified_shares
from border_atlas.model import DISCLAIMER

_METHOD: Final = """
**What is in it.** Peace operations and field presences with border work, the borders, lines, zones, coasts
and crossings they worked on, and what they did there. A mission without border work that a page could show
is not in it; absence of a record is not absence of work.

**How it was made.** Records were compiled from public pages and written in our own words. The grouping into
thirteen activity types and five families is ours, not that of any organisation named.

**Dates** are as precise as the source (year, month or day). Each start and end tells what it rests on:
*ended* and *mandate ended* are ends that a source states; *last seen* is only the last page found, and the
work may have gone on; *inherited* is a start copied from the mission; *running* names the day on which it
was last shown to run. A filter by year or day keeps every record that can have been active then.

**Geometry.** Borders are cut from Natural Earth polygons at 1:10 million. Lines and zones marked
*schematic* were drawn by hand: do not measure on them. Headquarters are city-level; a marker is not the
exact site.

**Boundaries.** Lines that are not agreed are drawn dashed or dotted by their status, never as settled
borders. Natural Earth shows de facto control by default; where that would take a side, the lines here are
marked otherwise. A line without a mark is not a statement on its status.

**Checks.** An independent reading of 50 random records of the first version found 27 right, 15 with a minor
flaw, 7 wrong (14 %, 95 % interval 7 to 26 %; those seven are corrected) and 1 open. Records that share a
pattern with them are marked by the basis of their dates and by *partly verified*.
In November 2026 most missions and activities were read against pages again and corrected where these said
otherwise; the changelog lists it. An independent reading of that state has not been made yet.
"""


def key_figures(data: Dataset) -> None:
    """Show the state of the data and the share of verified records."""
    columns = st.columns(4)
    columns[0].metric("Data as of", say_date(data.data_as_of.isoformat()))
    for column, (name, (good, total)) in zip(columns[1:], verified_shares(data).items(), strict=True):
        column.metric(f"Verified {name}", f"{good} of {total}")


def source_table(data: Dataset) -> None:
    """Show every source with its address and how often it is used."""
    st.dataframe(
        source_list(data), hide_index=True, height=560,
        column_config={"Address": st.column_config.LinkColumn(display_text=r"^https?://(?:www\.)?([^/]+)")},
    )  # fmt: skip


def method() -> None:
    """Say how the data are made, what their limits are, and the disclaimer."""
    st.markdown(_METHOD)
    st.markdown(f"**Disclaimer.** {DISCLAIMER}")


def doubts(data: Dataset) -> None:
    """List what is not fully verified, with the note on what is open."""
    frame = doubtful(data)
    st.caption(f"{len(frame)} records are verified only in part or not at all; the weakest come first.")
    st.dataframe(
        frame,
        hide_index=True,
        height=560,
        column_config={"What is open": st.column_config.TextColumn(width="large")},
    )
