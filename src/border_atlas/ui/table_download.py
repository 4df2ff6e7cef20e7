"""The button below a table: its rows as CSV, in a zip with a note on date, version, licence and disclaimer."""

from datetime import UTC, datetime
from functools import partial

import pandas as pd
import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain.citations import Request
from border_atlas.domain.sentence import describe
from border_atlas.export.about import about_table
from border_atlas.export.csv import to_table_zip
from border_atlas.ui import cache, state

_HELP = "A zip: the table as CSV, and a README with date, version, licence, citation and disclaimer"


def button(
    data: Dataset,
    rows: pd.DataFrame,
    name: str,
    *,
    key: str,
    label: str = "",
    request: Request | None = None,
    fills: bool = False,
) -> None:
    """Offer the rows of a table; the file is made when the button is clicked.

    Parameters
    ----------
    name
        What the table holds; names the file too.
    request
        What the page was asked, if it is another than the selection in its address.
    fills
        Whether the button is as wide as its place.
    """
    request = request or Request(describe(state.current(), cache.vocabulary(data)), st.query_params.to_dict())
    # Asked for here: when the file is made, no page runs any more that could be asked.
    address = (st.context.url or "").partition("?")[0]
    stem = f"border-atlas-{name.lower().replace(' ', '-')}_{data.data_as_of:%Y%m%d}"
    st.download_button(
        label or f"Download {len(rows)} rows as CSV", partial(_make, data, rows, name, stem, request, address),
        mime="application/zip", file_name=f"{stem}.csv.zip", icon=":material/download:", key=key, on_click="ignore",
        help=_HELP, width="stretch" if fills else "content",
    )  # fmt: skip


def _make(data: Dataset, rows: pd.DataFrame, name: str, stem: str, request: Request, address: str) -> bytes:
    today = datetime.now(UTC).date()
    about = about_table(data, rows, name, request, exported_on=today, address=address)
    return to_table_zip(_plain(rows), stem, about)


def _plain(rows: pd.DataFrame) -> pd.DataFrame:
    """Write lists, such as reasons, as texts."""
    return rows.map(lambda cell: "; ".join(map(str, cell)) if isinstance(cell, list | tuple) else cell)
