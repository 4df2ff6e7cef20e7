"""The fields of the form on the page "Propose a correction", made from the schema of each table."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

import streamlit as st

from border_atlas.data.tables import COLUMNS, SOURCES, split_values
from border_atlas.domain.proposals import REFERENCES, allowed, is_required, label, new_id
from border_atlas.ui import cache, propose_state, propose_words

_LONG: Final = frozenset({"summary", "notes", "legal_basis", "recipe", "names_parties", "length_note"})
_COUNTRIES: Final = frozenset({"host_countries", "countries"})
#: What the form sets by itself when a source is named.
_BY_ITSELF: Final = frozenset({"source_ids", "checked_on"})
_HINTS: Final = {
    "start_date": "2013, 2013-05 or 2013-05-22; empty: not known",
    "end_date": "2013, 2013-05 or 2013-05-22; empty: still running or not known",
    "last_seen": "last day on which a page shows it to go on",
    "name_de": "the usual form, if there is one",
    "name_fr": "the usual form, if there is one",
    "names_parties": "what each side calls it, and who says so",
    "length_published_km": "the number as the source prints it, in km and without separators",
    "length_source_id": "id of the source that prints it; the list of sources below shows ids in brackets",
    "length_note": "one sentence on why published and measured length differ",
    "strength": "how many people, a whole number; all five fields of strength or none",
    "strength_of": "who is counted, such as military observers",
    "strength_as_of": "2025-12 or 2025-12-31: when it was so",
    "strength_source_id": "id of the source that tells it; the list of sources below shows ids in brackets",
    "activity_ids": "ids of the activities that name it, joined with ;",
    "source_ids": "the source that you name below is added by itself",
    "checked_on": "set to today by itself",
    "partners": "several joined with ;",
    "summary": "one or two plain sentences in your own words",
    "verified": "yes: a page shows organisation, place, dates and type; partly: some of it; no: none was read",
}


def forget() -> None:
    """Let the fields start from the chosen record."""
    kept = {name: st.session_state[propose_state.key(name)] for name in ("what", "table", "record")}
    propose_state.renew()
    for name, value in kept.items():
        st.session_state[propose_state.key(name)] = value


def fields(table: str, before: Mapping[str, str], *, is_new: bool) -> dict[str, str]:
    """Show a field for each column of a table, filled as the record is; return what stands in them."""
    key, *columns = COLUMNS[table]
    after = {key: before[key]}
    if is_new:
        after[key] = st.text_input(_said(table, key), key=_key(table, key), help="Empty: made from the name.").strip()
    places = st.columns(3)
    short = [name for name in columns if name not in _LONG]
    for number, name in enumerate(short):
        with places[number % len(places)]:
            after[name] = _field(table, name, before[name])
    for name in columns:
        if name in _LONG:
            after[name] = _one_line(
                st.text_area(_said(table, name), before[name], key=_key(table, name), help=_help(name))
            )
    return {name: after[name] for name in COLUMNS[table]}


def source_fields(known: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Show the fields of a new source; its id is made from publisher and title."""
    row = dict.fromkeys(COLUMNS[SOURCES], "") | {"checked_on": datetime.now(tz=UTC).date().isoformat()}
    places = st.columns(3)
    for number, name in enumerate(("title", "publisher", "url", "published", "source_type", "standing")):
        with places[number % len(places)]:
            row[name] = _field(SOURCES, name, "", prefix="source_")
    row["source_id"] = new_id((row["publisher"], row["title"]), known)
    return row


def _field(table: str, name: str, value: str, *, prefix: str = "") -> str:
    said, key, about = _said(table, name), _key(table, f"{prefix}{name}"), _help(name)
    if name in _COUNTRIES:
        return _countries(said, value, key)
    words = allowed(table, name)
    if words:
        options = list(words) if is_required(table, name) else ["", *words]
        at = options.index(value) if value in options else None
        return st.selectbox(said, options, index=at, key=key, help=about) or ""
    if name in REFERENCES:
        rows = propose_state.rows(REFERENCES[name])
        at = list(rows).index(value) if value in rows else None
        chosen = st.selectbox(
            said, list(rows), index=at, format_func=lambda one: label(REFERENCES[name], rows[one]), key=key, help=about
        )
        return chosen or ""
    return _one_line(st.text_input(said, value, key=key, help=about))


def _countries(said: str, value: str, key: str) -> str:
    """Let the user pick countries by their names; the cell holds their codes in the same order."""
    codes, known = split_values(value), cache.vocabulary(cache.dataset()).countries
    options = list(dict.fromkeys([*known, *codes]))
    picked = st.multiselect(said, options, list(codes), format_func=lambda code: known.get(code, code), key=key)
    return value if tuple(picked) == tuple(codes) else ";".join(picked)


def _one_line(text: str) -> str:
    """Join lines, which people paste from elsewhere: a cell is one line."""
    return " ".join(text.split())


def _said(table: str, name: str) -> str:
    star = " *" if is_required(table, name) and name not in _BY_ITSELF else ""
    return f"{propose_words.said(table, name)}{star}"


def _help(name: str) -> str | None:
    return _HINTS.get(name)


def _key(table: str, name: str) -> str:
    return propose_state.key(f"{table}_{name}")
