"""Measuring, wrapping and laying out what stands on slides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from border_atlas.domain.deck import Block, DeckTable, Run
from border_atlas.export.pptx import grids, legend_plan, measure, texts
from border_atlas.export.pptx.charts import nice_step
from border_atlas.export.pptx.page import Box
from border_atlas.maps.static.draw import LegendEntry

WORDS = st.text(st.sampled_from("abc WMé国 -"), max_size=300)


def paras(*lines: str) -> tuple[texts.Para, ...]:
    return texts.paragraphs(Block("paragraph", (Run(line),)) for line in lines)


def test_bold_capitals_and_large_letters_are_wider() -> None:
    assert measure.width("iii", 12) < measure.width("mmm", 12) < measure.width("MMM", 12)
    assert measure.width("text", 12) < measure.width("text", 12, bold=True) < measure.width("text", 24)


@pytest.mark.parametrize(("text", "lines"), [("", 1), ("one", 1), ("one\ntwo", 2), ("o" * 100, 10)])
def test_lines_are_counted(text: str, lines: int) -> None:
    assert measure.count_lines(text, 1.0, 12) == lines


@given(WORDS, st.floats(0.6, 8))
def test_a_shortened_text_fits(text: str, room: float) -> None:
    short = measure.shortened(text, room, 12)
    assert measure.width(short, 12) <= room
    assert short == " ".join(text.split()) or short.endswith("…")


@given(st.lists(WORDS, max_size=5), st.sampled_from([1.0, 2.5]))
def test_text_cut_to_pages_loses_no_word_and_fits(lines: list[str], height: float) -> None:
    given_ = paras(*lines)
    pages = texts.cut_to_pages(given_, 4.0, height, 16)
    joined = "".join(para.text for page in pages for para in page)
    assert "".join(joined.split()) == "".join("".join(para.text for para in given_).split())
    assert all(texts.text_height(page, 4.0, 16) <= height + 1e-9 for page in pages)


def test_items_are_numbered_by_list_and_level() -> None:
    kinds = [("number", 0), ("number", 1), ("number", 1), ("number", 0), ("paragraph", 0), ("number", 0)]
    found = texts.paragraphs(Block(kind, (Run("x"),), level) for kind, level in kinds)  # type: ignore[arg-type]
    assert [para.number for para in found] == [1, 1, 2, 2, 0, 1]


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=1&c=%20#d", "https://example.org/a?b=1&c=%20#d"),
        ("http://user:secret@example.org:8080/", "http://example.org:8080/"),
        ("https://exämple.org/<x>", "https://xn--exmple-cua.org/%3Cx%3E"),
        ("https://[bad", ""),
        ("javascript:alert(1)", ""),
        ("//example.org", ""),
        ("https://example.org/" + "x" * 3000, ""),
    ],
)
def test_only_plain_web_addresses_pass(url: str, link: str) -> None:
    assert texts.safe_link(url) == link


def test_the_publisher_of_a_source_carries_its_link() -> None:
    assert texts.linked("OSCE: A page", "https://e.org") == (Run("OSCE", link="https://e.org"), Run(": A page"))
    assert texts.linked("OSCE: A page", "") == (Run("OSCE: A page"),)
    head, rest = texts.linked("many words " * 20, "https://e.org")
    assert len(head.text) <= 48
    assert head.text + rest.text == "many words " * 20


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=6), st.sampled_from([9.0, 12.1]))
def test_columns_fill_the_room_and_rows_fit_a_slide(rows: list[tuple[str, str, str]], room: float) -> None:
    grid = grids.layout_table(DeckTable("T", ("One", "Two", "Three"), tuple(rows)), room, 4.0, 4.5)
    assert sum(grid.widths) == pytest.approx(room)
    assert min(grid.widths) > 0.4
    assert all(height + grid.heights[0] <= 4.5 + 1e-9 for height in grid.heights[1:])


def test_a_table_without_rows_says_so() -> None:
    grid = grids.layout_table(DeckTable("T", ("One", "Two"), ()), 9.0, 4.0, 4.5)
    assert grid.rows == (("None", ""),)


def test_a_legend_flows_without_leaving_a_heading_alone() -> None:
    entries = [LegendEntry(f"Group {at // 3}", f"Entry {at}", "#000000", "line") for at in range(9)]
    items = legend_plan.strip(entries, 4.0)
    assert legend_plan.breadth(items) <= 4.0
    rows = {item.y: [] for item in items}
    for item in items:
        rows[item.y].append(item.entry)
    assert all(row[-1] is not None for row in rows.values())


def test_legends_are_merged_group_by_group() -> None:
    one, two, three = (LegendEntry(group, group + text, "#000000", "line") for group, text in ("A1", "B1", "A2"))
    assert legend_plan.merged([(one, two), (one, three)]) == (one, three, two)


@pytest.mark.parametrize(("least", "step"), [(0.2, 1), (1.5, 2), (3, 5), (11, 20), (120, 200)])
def test_steps_of_an_axis_are_round(least: float, step: int) -> None:
    assert nice_step(least) == step


def test_boxes_are_cut() -> None:
    left, right = Box(1, 1, 10, 4).columns(2, 1.0)
    assert (left.right, right.x, right.right) == (5.5, 6.5, 11)
    assert Box(1, 1, 10, 4).below(5).h == 0
