"""The parts of the page "To check next": key figures, filters, the list, and the record behind a row."""

from functools import partial
from hashlib import sha256
from typing import Final

import pandas as pd
import streamlit as st

from border_atlas.config import DATA_AS_OF
from border_atlas.data.dataset import Dataset
from border_atlas.domain.dates_text import say_short
from border_atlas.domain.provenance import (
    FLAG_NOTES,
    KIND_LABELS,
    KINDS,
    Figures,
    Flag,
    Narrowing,
    flag_counts,
    narrow,
)
from border_atlas.domain.view import View
from border_atlas.model import VERIFIED_LABELS, Verified
from border_atlas.ui import details, own_params, state, table_download

PREFIX: Final = "c."
_LISTS: Final = {"kinds": KINDS, "marks": tuple(Verified), "flags": tuple(Flag)}
_HEADINGS: Final = {
    "kind": "Kind", "title": "Record", "checked_on": "Checked on", "verified": "Mark", "best_source": "Best source",
    "flags": "Why look again", "url": "Page", "last_seen": "Last seen", "notes": "What is open",
}  # fmt: skip
_HEIGHT: Final = 560
_ORDER: Final = """
**Order.** Records that were never checked come first, then the oldest check; of one day, the record whose *best*
source is weakest: no page read, news copy, mirror, reference work, press, report, decision; then the mark. Click a
heading to sort otherwise.

**Three dates.** *Data as of* is the day that the whole dataset describes. *Checked on* is the day on which a page was
read for the record. *Last seen* is the latest day for which a page shows the work going on.

**Marks.** *Verified*: a page was read that supports the record. *Partly verified*: it supports some of it. *Not
verified*: written from general knowledge. A mark is no safeguard: end dates, seats and lists of countries are often
less well supported than start and organisation.
"""


def begin() -> None:
    """Take over what a link says of this page's own filters."""
    params = own_params.changed_outside(PREFIX)
    if params is None:
        return
    given = own_params.without_prefix(params, PREFIX)
    for name, values in _LISTS.items():
        asked = set(given.get(name, "").split(","))
        st.session_state[_key(name)] = [str(value) for value in values if _slug(value) in asked]


def params(wanted: Narrowing) -> dict[str, str]:
    """Write this page's filters as parameters of the address."""
    said = {name: ",".join(_slug(value) for value in getattr(wanted, name)) for name in _LISTS}
    return own_params.keep(own_params.with_prefix({name: text for name, text in said.items() if text}, PREFIX), PREFIX)


def key_figures(found: Figures) -> None:
    """Show the state of the data apart from the state of the checks."""
    columns = st.columns(5)
    columns[0].metric("Data as of", say_short(DATA_AS_OF.isoformat()))
    columns[1].metric("Oldest check", say_short(found.oldest) if found.oldest else "none yet")
    columns[2].metric("Verified", f"{found.verified} of {found.records}")
    columns[3].metric("Never checked", found.never_checked, help="No page was read for these records.")
    columns[4].metric("On a mirror or copy", found.on_copies, help="A source is not the publisher's own page.")


def filters(rows: pd.DataFrame) -> Narrowing:
    """Let the reader narrow the list by kind, mark and flag; the figures count the whole list."""
    kinds, marks = rows["kind"].value_counts(), rows["verified"].value_counts()
    flags = flag_counts(rows)
    kind_words = {kind: f"{label} ({kinds.get(kind, 0)})" for kind, label in KIND_LABELS.items()}
    mark_words = {
        str(mark): f"{VERIFIED_LABELS[mark].capitalize()} ({marks.get(str(mark), 0)})" for mark in reversed(Verified)
    }
    flag_words = {str(flag): f"{flag.value.capitalize()} ({flags.get(flag, 0)})" for flag in Flag}
    left, right = st.columns(2, gap="medium")
    with left:
        kind = _pills("kinds", "Kind of record", kind_words)
    with right:
        mark = _pills("marks", "Mark", mark_words)
    flag = _pills("flags", "Why look again (a record must carry all that you choose)", flag_words)
    return Narrowing(kinds=kind, marks=mark, flags=flag)


def explain() -> None:
    """Say what the order, the dates, the marks and the flags mean."""
    with st.expander("How this list is ordered, and what the words mean", icon=":material/help:"):
        st.markdown(_ORDER)
        st.markdown("\n".join(f"- *{flag.value}*: {note}" for flag, note in FLAG_NOTES.items()))


def show(data: Dataset, view: View, rows: pd.DataFrame, wanted: Narrowing) -> None:
    """Show the list with the record of the picked row beside it."""
    listed, beside = st.columns([0.68, 0.32], gap="small")
    with listed:
        _table(data, narrow(rows, wanted), total=len(rows))
    with beside:
        if view.selection.mission or view.selection.area:
            details.panel(data, view)
        else:
            _hint()


def _hint() -> None:
    with st.container(height=_HEIGHT, border=True):
        st.markdown("#### Pick a row")
        st.markdown(
            "Click the box at the begin of a row to see the record with its dates, notes and sources here. An activity "
            "opens its mission. Correct a record in `geodata/tables`, name the page, and set *checked on* to the day "
            "on which you read it."
        )


def _table(data: Dataset, rows: pd.DataFrame, *, total: int) -> None:
    if rows.empty:
        st.info("No record carries all that you choose. Take one choice back.", icon=":material/filter_alt_off:")
        return
    key = f"check_{sha256('|'.join(rows['record_id']).encode()).hexdigest()[:10]}"
    shown = _shown(rows)
    st.dataframe(
        shown, hide_index=True, height=_HEIGHT - 50, key=key, selection_mode="single-row",
        on_select=partial(_pick, rows, key),
        column_config={
            "Record": st.column_config.TextColumn(width="medium", pinned=True),
            "Page": st.column_config.LinkColumn(display_text=r"^https?://(?:www\.)?([^/]+)", width="small"),
            "Why look again": st.column_config.ListColumn(width="medium"),
            "What is open": st.column_config.TextColumn(width="large"),
        },
    )  # fmt: skip
    said = f"Download {len(rows)} of {total} rows as CSV"
    table_download.button(data, shown, "To check next", key="check_csv", label=said)


def _shown(rows: pd.DataFrame) -> pd.DataFrame:
    marks = {str(mark): label for mark, label in VERIFIED_LABELS.items()}
    words = rows.assign(
        kind=rows["kind"].map(KIND_LABELS),
        verified=rows["verified"].map(marks),
        flags=rows["flags"].map(lambda flags: [flag.value for flag in flags]),
        url=rows["url"].where(rows["url"] != "", None),
    )
    return words[list(_HEADINGS)].rename(columns=_HEADINGS)


def _pick(rows: pd.DataFrame, key: str) -> None:
    picked = st.session_state[key]["selection"]["rows"]
    if picked:
        row = rows.iloc[picked[0]]
        state.choose(str(row["opens"]), str(row["opens_id"]))


def _pills(name: str, label: str, words: dict[str, str]) -> tuple[str, ...]:
    picked = st.pills(
        label, list(words), selection_mode="multi", format_func=words.__getitem__, key=_key(name)
    )  # fmt: skip
    return tuple(picked)


def _key(name: str) -> str:
    return f"check_{name}"


def _slug(value: str) -> str:
    return str(value).replace(", ", " ").replace(" ", "-")
