"""Markdown becomes words and looks, never markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.domain.briefing import MAX_TEXT
from border_atlas.domain.deck import Block, Run
from border_atlas.domain.richtext import blocks_of, paragraph, plain, text_of


def test_looks_and_links_are_read() -> None:
    assert blocks_of("a **b *c*** [d](https://e.org/f)") == (
        Block(
            "paragraph",
            (
                Run("a "),
                Run("b ", bold=True),
                Run("c", bold=True, italic=True),
                Run(" "),
                Run("d", link="https://e.org/f"),
            ),
        ),
    )


def test_lists_nest() -> None:
    found = blocks_of("- a\n  1. b\n\n     c\n- d\n\n# e")
    assert [(block.kind, block.level, text_of([block])) for block in found] == [
        ("bullet", 0, "a"), ("number", 1, "b"), ("paragraph", 1, "c"), ("bullet", 0, "d"), ("heading", 0, "e"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("markdown", "said"),
    [
        ("<b>x</b>", "<b>x</b>"),
        ("<script>\nalert(1)\n</script>", "<script> alert(1) </script>"),
        ("![what it shows](https://e.org/x.png)", "what it shows"),
        ("`code` ~~gone~~ &amp; x", "code gone & x"),
        ("```\none\n\ntwo\n```", "one\ntwo"),
        ("> quoted", "quoted"),
        ("one\ntwo  \nthree", "one two three"),
        ("| a | b |\n|---|---|", "| a | b | |---|---|"),
        ("---", ""),
        ("turned \u202eround\u202c\x07\ud800", "turned round"),
        ("", ""),
    ],
)
def test_the_rest_is_plain_text(markdown: str, said: str) -> None:
    assert text_of(blocks_of(markdown)) == said


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "//e.org",
        "mailto:a@b.c", "/x", "http:", "vbscript:x",
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    (block,) = blocks_of(f"[word]({url})")
    assert block.runs == (Run("word"),)


def test_a_long_text_is_cut() -> None:
    assert len(text_of(blocks_of("x" * (MAX_TEXT + 10)))) == MAX_TEXT


def test_a_line_is_plain() -> None:
    assert plain(" a\r\nb\tc\u2028d\x00\u202e ") == "a b c d"
    assert paragraph("a\nb") == Block("paragraph", (Run("a b"),))


@given(st.text(alphabet="*_`[]()<>#-1. \n\\!&x:/http\u202e\x00", max_size=200))
def test_any_text_gives_blocks_that_can_be_shown(markdown: str) -> None:
    for block in blocks_of(markdown):
        assert text_of([block]).strip()
        assert all(run.link.lower().startswith(("http://", "https://")) for run in block.runs if run.link)
        assert "\x00" not in text_of([block])
        assert "\n" not in text_of([block])
