"""Folding of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.domain.textmatch import fold, fold_words


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Préševo", "presevo"), ("Straße", "strasse"), ("Øresund", "oresund"), ("Łódź", "lodz"),
        ("Đakovica", "dakovica"),
        ("ĐAKOVICA", "dakovica"), ("İstanbul", "istanbul"), ("Diyarbak\u0131r", "diyarbakir"),
        ("Côte d\u2019Ivoire", "cote d'ivoire"),
        ("2010\u20132020", "2010-2020"), ("Ærø", "aero"), ("Чернівці", "чернівці"),
    ],
)  # fmt: skip
def test_accents_case_and_typography_do_not_matter(text: str, plain: str) -> None:
    assert fold(text) == fold(plain)


def test_plain_letters_find_accented_ones() -> None:
    assert fold("Đakovica Łódź Straße") == "dakovica lodz strasse"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="latin-1")))
def test_capitals_do_not_matter(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower().upper())


def test_words_are_folded_and_each_is_kept_once() -> None:
    assert fold_words("  Été  été customs ") == ("ete", "customs")
