"""The proposals of a session, and the tables that they are about."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import streamlit as st

from border_atlas.config import GEODATA
from border_atlas.data.changes.apply import plan
from border_atlas.data.changes.read import parse_changes
from border_atlas.data.faults import Fault
from border_atlas.data.tables import COLUMNS, SOURCES, read_table, records
from border_atlas.domain.proposals import Proposal
from border_atlas.export.change_file import contents
from border_atlas.export.guard import unguard

_PROPOSALS: Final = "propose_proposals"
_ROUND: Final = "propose_round"
TABLES: Final = GEODATA / "tables"

Rows = dict[str, dict[str, str]]


def stamp(folder: Path = TABLES) -> int:
    """Return a number that changes with the tables."""
    return max((path.stat().st_mtime_ns for path in folder.glob("*.csv")), default=0)


def rows(table: str) -> Rows:
    """Return the records of a table by their id."""
    return _rows(table, stamp())


@st.cache_resource(max_entries=24, show_spinner=False)
def _rows(table: str, stamp: int) -> Rows:  # noqa: ARG001  the stamp is the cache's key
    found = records(read_table(TABLES / table, COLUMNS[table]))
    return {row[COLUMNS[table][0]]: row for row in found}


def all_proposals() -> list[Proposal]:
    """Return the proposals of this session."""
    found: list[Proposal] = st.session_state.setdefault(_PROPOSALS, [])
    return found


def add(proposal: Proposal) -> None:
    """Keep a proposal, and start the form anew; one that is kept already is not kept twice."""
    if proposal not in all_proposals():
        all_proposals().append(proposal)
    renew()


def remove(proposal: Proposal) -> None:
    """Forget a proposal, if it is not forgotten already: a button can be clicked twice before it is gone."""
    with suppress(ValueError):
        all_proposals().remove(proposal)


def renew() -> None:
    """Let the form start anew."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def key(name: str) -> str:
    """Return the key of a widget of the form; it changes with each new start."""
    return f"propose_{name}_{st.session_state.get(_ROUND, 0)}"


def keyed(name: str, value: str) -> str:
    """Return the key of a widget that starts with a value, which a link may have set otherwise."""
    st.session_state.setdefault(key(name), value)
    return key(name)


def source_ids() -> Rows:
    """Return all sources, with those that this session proposes."""
    proposed = (dict(one.source) for one in all_proposals() if one.source)
    return rows(SOURCES) | {row["source_id"]: row for row in proposed}


def faults(proposals: Sequence[Proposal]) -> tuple[Fault, ...]:
    """Return what the editors' own check finds in the proposals."""
    files = tuple(sorted(contents(proposals).items()))
    return _faults(files, stamp())


@st.cache_data(max_entries=32, show_spinner=False)
def _faults(files: tuple[tuple[str, bytes], ...], stamp: int) -> tuple[Fault, ...]:  # noqa: ARG001  as above
    return plan(TABLES, parse_changes(dict(files), clean=unguard)).faults
