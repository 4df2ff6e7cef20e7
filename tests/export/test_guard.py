"""Texts are made harmless and come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.export.guard import clean, guard, looks_like_formula, unguard

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "|calc", "%0", "\t=1", "'=1", "''=1", "＝1"]  # noqa: RUF001


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_formula_gets_an_apostrophe_and_loses_it_again(text: str) -> None:
    assert guard(text) == f"'{text}"
    assert looks_like_formula(text)
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("text", ["", "plain", "'tis", "a=b", "2013-05-22", "’=1"])
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert guard(text) == text == unguard(text)


def test_a_formula_behind_a_semicolon_or_line_break_is_guarded_too() -> None:
    assert guard("a;=1\n+2") == "a;'=1\n'+2"


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("=+-@|%'\t;\n\r"))))
def test_unguard_is_the_inverse_of_guard(text: str) -> None:
    assert unguard(guard(text)) == text


@given(st.text(alphabet=st.sampled_from("=+'\t;\n\ra")))
def test_no_guarded_line_begins_like_a_formula(text: str) -> None:
    assert not any(part[:1] in "=+\t" for part in guard(text).replace(";", "\n").split("\n") if part)


def test_clean_drops_what_files_cannot_carry_and_keeps_the_rest() -> None:
    assert clean("a\x00b\x1bc\ud800d\ufffe\te\r\nf\rg") == "abcd\te\nf\ng"
