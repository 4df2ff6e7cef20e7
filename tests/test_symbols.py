"""The cut font of symbols has all that is asked for, and is much smaller than the whole one."""

from fontTools.ttLib import TTFont

from border_atlas.symbols import SYMBOLS, font_file, ligatures, ours, theirs

CUT = ligatures(TTFont(SYMBOLS))
WHOLE = ligatures(TTFont(font_file()))


def test_every_icon_of_the_app_is_a_symbol_of_streamlit() -> None:
    assert {"map", "download", "close"} <= ours() <= set(WHOLE)


def test_every_icon_of_the_app_is_in_the_cut_font() -> None:
    assert ours() - set(CUT) == set()


def test_every_icon_that_streamlit_names_is_in_the_cut_font() -> None:
    asked = theirs(WHOLE)
    assert {"expand_more", "check", "more_vert"} <= asked
    assert asked - set(CUT) == set()


def test_the_cut_font_is_a_fifth_of_the_whole_at_most() -> None:
    assert SYMBOLS.stat().st_size * 5 < font_file().stat().st_size
