"""Folding of text, so that a search minds neither accents nor capitals."""

import unicodedata
from typing import Final

#: Letters that NFKD leaves whole although people type them without their stroke or ligature.
_PLAIN: Final = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t", "ŋ": "n",
        "ə": "e", "\u0131": "i",  # dotless i
        "\u2018": "'", "\u2019": "'", "\u02bb": "'", "\u02bc": "'",  # quotes and apostrophes
        "\u2010": "-", "\u2011": "-", "\u2013": "-", "\u2014": "-",  # hyphens and dashes
    }
)  # fmt: skip


def fold(text: str) -> str:
    """Give ``text`` without accents, in one case, with plain quotes and hyphens.

    Folding twice gives the same as folding once.
    """
    # Some capitals only lose their mark after both steps, hence two rounds.
    return _fold_once(_fold_once(text))


def fold_words(text: str) -> tuple[str, ...]:
    """Give the folded words of a search text, each once, in their order."""
    return tuple(dict.fromkeys(fold(text).split()))


def _fold_once(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bare.translate(_PLAIN).casefold()
