"""The parts of the Sources page."""

from typing import Final

import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain.dates_text import say_short
from border_atlas.domain.readings import read_readings, readings_table
from border_atlas.domain.sources import doubtful, source_list, verified_shares
from border_atlas.errors import DatasetError
from border_atlas.model import DISCLAIMER
from border_atlas.ui.messages import show_error

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

**Checks.** Now and then somebody who has not written them reads random records against other pages than those
that they name. Each error is followed to its cause, and the records that may share it are looked through; the
changelog lists what was corrected. A record counts as wrong if a date, a place, an organisation or a claim in it
is; *open* means that no other page was found.
"""


def key_figures(data: Dataset) -> None:
    """Show the state of the data and the share of verified records."""
    columns = st.columns(4)
    columns[0].metric("Data as of", say_short(data.data_as_of.isoformat()))
    for column, (name, (good, total)) in zip(columns[1:], verified_shares(data).items(), strict=True):
        column.metric(f"Verified {name}", f"{good} of {total}")


def source_table(data: Dataset) -> None:
    """Show every source with its address and how often it is used."""
    st.dataframe(
        source_list(data), hide_index=True, height=560,
        column_config={
            "Address": st.column_config.LinkColumn(display_text=r"^https?://(?:www\.)?([^/]+)"),
            "Published": st.column_config.TextColumn(width=95),
        },
    )  # fmt: skip


def method() -> None:
    """Say how the data are made, what their limits are, and the disclaimer."""
    st.markdown(_METHOD)
    _readings()
    st.markdown(f"**Disclaimer.** {DISCLAIMER}")


def _readings() -> None:
    """Show what independent readers found, with the interval in which the share of all records lies."""
    try:
        table = readings_table(read_readings())
    except DatasetError as error:
        show_error("The table of readings cannot be read.", error)
        return
    st.dataframe(table, hide_index=True, column_config={"What followed": st.column_config.TextColumn(width="large")})


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
