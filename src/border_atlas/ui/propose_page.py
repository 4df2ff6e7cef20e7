"""The parts of the page "Propose a correction": the record, its fields, the source, and the file to send."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Final

import streamlit as st

from border_atlas.config import DATA_AS_OF
from border_atlas.data.faults import Fault, frame
from border_atlas.data.tables import COLUMNS, SOURCES
from border_atlas.domain.proposals import TABLES, Proposal, changed, label, new_id, with_source
from border_atlas.domain.sources import UNREAD
from border_atlas.errors import DatasetError
from border_atlas.export.change_file import to_file
from border_atlas.maps.safety import escape
from border_atlas.ui import propose_fields, propose_link, propose_state, propose_words
from border_atlas.ui.messages import show_error

_CHANGE, _ADD = "Change a record", "Add a record"
_LIST, _NEW = "One of the list", "A new one"
#: What is still missing beside the record itself.
_TOLD_APART: Final = ("reason", "source_id")
_FAULT_HEADINGS: Final = {
    "column": "Field", "value": "Value", "problem": "What is wrong", "right": "What would be right",
}  # fmt: skip


def begin() -> None:
    """Take over the record that a link names, once."""
    table, key = (st.query_params.get(f"{propose_link.PREFIX}{name}", "") for name in ("table", "id"))
    if (table, key) == st.session_state.get("propose_link", ("", "")):
        return
    st.session_state["propose_link"] = (table, key)
    if f"{table}.csv" in TABLES:
        propose_state.renew()
        st.session_state[propose_state.key("what")] = _CHANGE
        st.session_state[propose_state.key("table")] = f"{table}.csv"
        st.session_state[propose_state.key("record")] = key


def form() -> None:
    """Show the form for one proposal, or say what is wrong with the tables and stop the page."""
    try:
        _form()
    except DatasetError as error:
        show_error("The tables behind the dataset cannot be read.", error)
        st.stop()


def _form() -> None:
    left, right = st.columns(2)
    what = left.segmented_control("What", [_CHANGE, _ADD], key=propose_state.keyed("what", _CHANGE))
    table = right.selectbox(
        "Of what kind", list(TABLES), format_func=TABLES.__getitem__, key=propose_state.key("table")
    )
    if what is None or table is None:
        return
    before = _record(table) if what == _CHANGE else dict.fromkeys(COLUMNS[table], "")
    if not before:
        st.caption("Choose the record that you want to correct.")
        return
    after = propose_fields.fields(table, before, is_new=what == _ADD)
    source_id, source = ("", {}) if table == SOURCES else _source()
    reason = st.text_input("Reason, in one sentence", key=propose_state.key("reason"), max_chars=500)
    _offer(_proposal(table, before, after, (source_id, source), reason, is_new=what == _ADD))


def _record(table: str) -> dict[str, str]:
    rows, key = propose_state.rows(table), propose_state.key("record")
    if st.session_state.get(key) not in rows:
        st.session_state[key] = None
    chosen = st.selectbox(
        "Record", list(rows), index=None, format_func=lambda one: label(table, rows[one]), key=key,
        on_change=propose_fields.forget,
    )  # fmt: skip
    return rows[chosen] if chosen else {}


def _source() -> tuple[str, dict[str, str]]:
    """Let the user name the source; returns its id and, if it is a new one, its row."""
    how = st.segmented_control("Source that shows it", [_LIST, _NEW], key=propose_state.keyed("how", _LIST))
    known = propose_state.source_ids()
    if how == _NEW:
        row = propose_fields.source_fields(known)
        return row["source_id"], row
    ids = [one for one in known if one != UNREAD]
    chosen = st.selectbox(
        "Source", ids, index=None, format_func=lambda one: f"{known[one]['publisher']}: {known[one]['title']} ({one})",
        key=propose_state.key("source"),
    )  # fmt: skip
    return chosen or "", {}


def _proposal(
    table: str,
    before: dict[str, str],
    after: dict[str, str],
    source: tuple[str, dict[str, str]],
    reason: str,
    *,
    is_new: bool,
) -> Proposal | None:
    """Put together what the form says; nothing as long as nothing is changed."""
    if not changed(before, after):
        return None
    source_id, source_row = source
    whole = with_source(after, source_id, datetime.now(tz=UTC).date().isoformat())
    key = whole[COLUMNS[table][0]]
    if is_new and not key:
        words = (
            whole.get("mission_id", ""),
            *(whole.get(name, "") for name in ("acronym", "publisher", "title", "name")),
        )
        key = new_id(words, propose_state.rows(table))
        whole[COLUMNS[table][0]] = key
    cells = whole if is_new else changed(before, whole)
    return Proposal(
        table, key, tuple(cells.items()), is_new, source_id, tuple(source_row.items()), reason.strip()
    )  # fmt: skip


def _offer(proposal: Proposal | None) -> None:
    """Show what is wrong with the proposal, or let it be added."""
    if proposal is None:
        st.caption("Nothing is changed yet.")
        return
    missing = _missing(proposal)
    found = propose_state.faults([*propose_state.all_proposals(), proposal])
    wrong = [fault for fault in found if fault.value or fault.column not in _TOLD_APART]
    for line in missing:
        st.warning(line, icon=":material/edit_note:")
    if wrong:
        _faults(wrong)
    st.button(
        "Add to my proposals", icon=":material/playlist_add:", type="primary", key="propose_add",
        disabled=bool(wrong or missing), on_click=propose_state.add, args=(proposal,),
    )  # fmt: skip


def _missing(proposal: Proposal) -> list[str]:
    said = []
    if not proposal.reason:
        said.append("Say in one sentence why.")
    if not proposal.source_id and proposal.table != SOURCES:
        said.append("Name the source that shows it.")
    return said


def _faults(wrong: Sequence[Fault]) -> None:
    st.error(f"{len(wrong)} thing{'s' if len(wrong) > 1 else ''} to put right first:", icon=":material/rule:")
    found = frame(wrong)
    found["column"] = list(map(propose_words.said, found["file"], found["column"]))
    st.dataframe(found[list(_FAULT_HEADINGS)].rename(columns=_FAULT_HEADINGS), hide_index=True)


def collected() -> None:
    """List the session's proposals and offer them as one file."""
    proposals = propose_state.all_proposals()
    st.markdown("##### My proposals")
    if not proposals:
        st.caption("None yet. They stay in this session until you download them; nobody else sees them.")
        return
    for one in proposals:
        _line(one)
    ending, content = to_file(proposals)
    st.download_button(
        f"Download the change file ({len(proposals)})", content, icon=":material/download:", type="primary",
        file_name=f"border-atlas-proposals_{DATA_AS_OF:%Y%m%d}.{ending}", key="propose_download", on_click="ignore",
    )  # fmt: skip
    st.caption("Send it to the editors; “python -m border_atlas apply FILE” checks and merges it.")


def _line(one: Proposal) -> None:
    words, tools = st.columns([0.8, 0.2], vertical_alignment="center")
    what = "new" if one.is_new else ", ".join(propose_words.said(one.table, column) for column, _ in one.cells)
    words.markdown(f"**{TABLES[one.table]} {escape(one.key)}** ({escape(what)}): {escape(one.reason)}")
    tools.button(
        "Remove", icon=":material/delete:", key=f"propose_remove_{hash(one)}",
        on_click=partial(propose_state.remove, one),
    )  # fmt: skip
