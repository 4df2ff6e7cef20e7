"""Layers of own data are kept up to a limit, and none that was there makes way for a new one."""

from typing import Any

import pytest
import streamlit as st

from border_atlas.data.own.contract import OwnFile
from border_atlas.ui import own_state
from tests.domain.own_layers import make_layer
from tests.factories import make_dataset

DATA = make_dataset()


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    state: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", state)
    return state


def own_file(digest: str, layers: int) -> OwnFile:
    layer = make_layer(lat=[41], lon=[44])
    return OwnFile(name=f"{digest}.xlsx", form="XLSX", size=1, digest=digest * 64, layers=(layer,) * layers)


def kept() -> list[str]:
    return [one.key[0] for one in own_state.all_sets()]


def test_a_file_beyond_the_limit_leaves_what_was_there_and_names_what_was_left_out() -> None:
    own_state.take_up(own_file("a", 6), DATA)
    taken = own_state.take_up(own_file("b", 4), DATA)
    assert kept() == [*"aaaaaabb"]
    assert (len(taken.sets), taken.left_out) == (2, ("b.xlsx: sites", "b.xlsx: sites"))


def test_a_full_session_takes_nothing_more() -> None:
    own_state.take_up(own_file("a", 8), DATA)
    assert own_state.take_up(own_file("b", 1), DATA) == ((), ("b.xlsx",))
    assert kept() == [*"aaaaaaaa"]


def test_the_same_file_replaces_itself_in_a_full_session() -> None:
    own_state.take_up(own_file("a", 7), DATA)
    own_state.take_up(own_file("b", 1), DATA)
    taken = own_state.take_up(own_file("a", 7), DATA)
    assert (len(taken.sets), taken.left_out) == (7, ())
    assert sorted(kept()) == [*"aaaaaaab"]
