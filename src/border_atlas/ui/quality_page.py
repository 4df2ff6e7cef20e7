"""The parts of the page "Quality": the report on the data, part by part, and its downloads."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Final

import streamlit as st

from border_atlas.config import GEODATA
from border_atlas.data.check import warnings
from border_atlas.data.dataset import Dataset
from border_atlas.data.quality.publishers import first_hand
from border_atlas.domain.quality import Section, report
from border_atlas.domain.quality_text import about
from border_atlas.errors import DatasetError
from border_atlas.export.quality import FORMS, to_bytes
from border_atlas.maps.safety import escape
from border_atlas.ui.messages import show_error

_FORM_LABELS: Final = {"md": "Markdown", "html": "Web page", "csv": "CSV"}
_MIME: Final = {"md": "text/markdown", "html": "text/html", "csv": "text/csv"}
_MOST_ROWS: Final = 14
_ROW_HEIGHT: Final = 35
_SHARE: Final = st.column_config.ProgressColumn(format="%.1f", min_value=0, max_value=100)
#: Headings of the page and the sections of the report under each.
_TABS: Final = {
    "Aims and marks": ("Aims", "Verified records", "Verified records by organisation"),
    "Sources": ("What records rest on", "Sources by type and standing"),
    "Coverage": ("Coverage",),
    "Weakest records": ("Weakest records",),
    "Warnings": ("Warnings", "Each warning"),
}


def sections(data: Dataset) -> tuple[Section, ...]:
    """Return the report, or say what is wrong with the tables and stop the page."""
    try:
        return _sections(data.version, datetime.now(tz=UTC).date(), _stamp(GEODATA / "tables"), data)
    except DatasetError as error:
        show_error("The tables behind the dataset cannot be read.", error)
        st.stop()


@st.cache_resource(max_entries=2, show_spinner="Weighing the records …")
def _sections(
    version: str,  # noqa: ARG001  part of the cache's key, as the next two are
    today: date,
    stamp: int,  # noqa: ARG001
    _data: Dataset,
) -> tuple[Section, ...]:
    return report(_data, warnings(GEODATA, today), first_hand(_data.sources, GEODATA / "tables"))


def _stamp(folder: Path) -> int:
    return max((path.stat().st_mtime_ns for path in folder.glob("*.csv")), default=0)


def downloads(data: Dataset, told: Sequence[Section]) -> None:
    """Offer the whole report as a file."""
    for form in FORMS:
        st.download_button(
            _FORM_LABELS[form], partial(to_bytes, told, form, about=about(data)), mime=_MIME[form],
            file_name=f"border-atlas-quality_{data.data_as_of:%Y%m%d}.{form}", key=f"quality_{form}",
            icon=":material/download:", on_click="ignore",
        )  # fmt: skip


def aims(told: Sequence[Section]) -> None:
    """Show what is aimed at beside what is."""
    table = _named(told, "Aims").table
    for column, row in zip(st.columns(len(table)), table.to_dict("records"), strict=True):
        reached = "met" if row["Met"] == "yes" else "not met"
        column.metric(
            str(row["What"]), f"{row['Now']:g}", f"aim {row['Aim']}: {reached}", delta_color="off", delta_arrow="off"
        )


def show(told: Sequence[Section]) -> None:
    """Show the sections of the report in tabs."""
    for tab, titles in zip(st.tabs(list(_TABS)), _TABS.values(), strict=True):
        with tab:
            for title in titles:
                _section(_named(told, title))


def _section(section: Section) -> None:
    st.markdown(f"##### {escape(section.title)}")
    st.caption(escape(section.says))
    if section.table.empty:
        st.caption("None.")
        return
    shares = {str(name): _SHARE for name in section.table if str(name).endswith("(%)")}
    height = _ROW_HEIGHT * (min(len(section.table), _MOST_ROWS) + 1) + 3
    st.dataframe(section.table, hide_index=True, height=height, column_config=shares)


def _named(told: Sequence[Section], title: str) -> Section:
    return next(section for section in told if section.title == title)
