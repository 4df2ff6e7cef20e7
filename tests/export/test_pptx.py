"""PowerPoint files, read back."""

import functools
import io
import re
import zipfile
from typing import Any

import openpyxl
import pytest

from border_atlas.domain.briefing import HouseStyle, SlideKind
from border_atlas.domain.deck import Block, DeckTable, Run
from border_atlas.export.pptx.annex import MOST_SHEETS
from border_atlas.export.pptx.write import SHORT_DISCLAIMER, count_slides, to_pptx
from tests import decks
from tests.export import pptx_decks as made


@functools.cache
def small_file(ratio: Any) -> bytes:
    """Give the deck with a slide of every kind, written once for all tests."""
    return to_pptx(decks.small_data(), decks.small_deck(), ratio=ratio)


def test_titles_are_placeholders_and_stand_in_order() -> None:
    file = made.written(made.slide(SlideKind.TITLE, "Opening"), made.slide(title="First"), made.slide(title="Second"))
    assert made.titles(file) == ["Opening", "First", "Second"]


def test_text_keeps_its_looks_lists_and_links() -> None:
    blocks = (
        Block("paragraph", (Run("Two "), Run("bold", bold=True), Run(" page", link="https://example.org/page"))),
        made.words("outer", "bullet"),
        made.words("inner", "bullet", 1),
        made.words("counted", "number"),
        made.words("again", "number"),
    )
    one = made.written(made.slide(blocks=blocks)).slides[0]
    paragraphs = made.named(one, "Text").text_frame.paragraphs
    assert [paragraph.text for paragraph in paragraphs] == ["Two bold page", "outer", "inner", "counted", "again"]
    assert paragraphs[0].runs[1].font.bold
    assert made.links_of(one) == ["https://example.org/page"]
    assert [paragraph.level for paragraph in paragraphs] == [0, 0, 1, 0, 0]
    numbers = [paragraph._p.find(".//{*}buAutoNum") for paragraph in paragraphs[3:]]  # noqa: SLF001
    assert [number.get("startAt") for number in numbers] == ["1", "2"]


def test_notes_stand_in_the_notes_pane_of_the_first_slide_only() -> None:
    notes = (made.words("Say this."), made.words("then this", "bullet"))
    rows = tuple((f"row {at}", "1") for at in range(60))
    file = made.written(made.slide(notes=notes, tables=(DeckTable("", ("What", "Number"), rows),)))
    first, *others = file.slides
    assert first.notes_slide.notes_text_frame.text.split("\n") == ["Say this.", "• then this"]
    assert len(others) > 1
    assert not any(one.has_notes_slide for one in others)


def test_map_is_a_picture_with_alt_text_names_and_legend_are_shapes() -> None:
    one = made.written(made.slide(SlideKind.MAP, maps=(made.a_map(),))).slides[0]
    picture = made.named(one, "Map")
    assert made.alt(picture) == "Map of three border areas."
    assert picture.image.content_type == "image/png"
    assert picture.image.dpi[0] >= 200
    assert "ALPHA" in {shape.text_frame.text for shape in made.named(one, "Names on the map").shapes}
    legend = [shape.text_frame.text for shape in made.named(one, "Legend").shapes if shape.has_text_frame]
    assert {"Monitor", "United Nations"} <= set(legend)


def test_a_map_without_legend_and_labels_has_none() -> None:
    one = made.written(made.slide(SlideKind.MAP, maps=(made.a_map(legend=False, labels=False),))).slides[0]
    assert {shape.name for shape in one.shapes}.isdisjoint({"Legend", "Names on the map"})


def test_maps_compared_share_one_legend() -> None:
    one = made.written(made.slide(SlideKind.COMPARE, maps=(made.a_map(caption="Left"), made.a_map()))).slides[0]
    assert [shape.name for shape in one.shapes].count("Map") == 2
    assert [shape.name for shape in one.shapes].count("Legend") == 1
    assert "Left" in made.text_of(one)


def test_every_shape_has_a_name_and_pictures_alt_text_or_the_mark_of_decoration() -> None:
    parts = {"charts": (made.bars(), made.gantt()), "maps": (made.a_map(),), "tables": (made.TABLE,)}
    for one in made.written(made.slide(SlideKind.MAP, **parts)).slides:
        for shape in made.shapes(one.shapes):
            assert shape.name
            says = shape.has_text_frame and shape.text_frame.text
            assert says or made.alt(shape) or made.is_decorative(shape) or shape.shape_type.name == "GROUP", shape.name


def test_title_and_text_are_read_before_map_and_small_print() -> None:
    parts: Any = {"blocks": (made.words("A text."),), "sources": made.sources(1), "said": "All"}
    one = made.written(made.slide(SlideKind.MAP, maps=(made.a_map(),), **parts)).slides[0]
    names = [shape.name for shape in one.shapes]
    places = [names.index(name) for name in ("Title", "Selection", "Text", "Map", "Boundaries and sources", "Footer")]
    assert places == sorted(places)


def test_bars_are_a_native_chart_with_the_values() -> None:
    one = made.written(made.slide(SlideKind.PER_YEAR, charts=(made.bars(),))).slides[0]
    chart = made.charts_of(one)[0]
    assert list(chart.plots[0].categories) == ["2003", "2004", "2005"]
    assert {series.name: list(series.values) for series in chart.plots[0].series} == {
        "Monitor": [1, 2, 2], "Build capacity": [0, 0, 3],
    }  # fmt: skip
    assert made.alt(made.named(one, "Each year")) == "Bars."


def test_a_timeline_is_a_native_chart_whose_offset_is_not_seen() -> None:
    chart = made.charts_of(made.written(made.slide(SlideKind.TIMELINE, charts=(made.gantt(),))).slides[0])[0]
    series = {one.name: one for one in chart.plots[0].series}
    assert next(iter(chart.plots[0].categories)) == "BETA · Gate"
    assert list(series["Begin (year)"].values) == [2004, 2010, 2013]
    assert series["Begin (year)"].format.fill.type.name == "BACKGROUND"
    assert series["Monitor"].values[1] == pytest.approx(2026.0 - 2011.0, abs=0.1)
    assert chart.value_axis.minimum_scale <= 2004


def test_a_matrix_is_a_native_table_coloured_by_heat() -> None:
    chart = made.bars(kind="matrix", title="Who does what", frame=made.MATRIX, colours={}, alt="Two rows.")
    one = made.written(made.slide(SlideKind.MATRIX, charts=(chart,))).slides[0]
    assert made.tables_of(one) == [[["", "Training", "Border monitoring"], ["ALPHA", "1", "1"], ["BETA", "", "7"]]]
    table = next(shape.table for shape in one.shapes if shape.has_table)
    assert str(table.cell(2, 2).fill.fore_color.rgb) == "084594"
    assert table.cell(2, 1).fill.type.name == "BACKGROUND"


def test_a_table_has_a_head_and_says_how_many_rows_are_left_out() -> None:
    one = made.written(made.slide(tables=(made.TABLE,))).slides[0]
    assert made.tables_of(one) == [[["Mission", "Number"], ["ALPHA", "2"], ["BETA", "1"]]]
    assert next(shape.table for shape in one.shapes if shape.has_table).first_row
    assert "and 3 more, not shown" in made.text_of(one)


def test_a_long_table_goes_on_with_its_head_and_titles_count() -> None:
    rows = tuple((f"row {at}", "1") for at in range(50))
    file = made.written(made.slide(tables=(DeckTable("Rows", ("What", "Number"), rows, more=2),)))
    number = len(file.slides)
    assert number > 1
    assert made.titles(file) == [f"A slide ({at}/{number})" for at in range(1, number + 1)]
    found = [made.tables_of(one)[0] for one in file.slides]
    assert {tuple(table[0]) for table in found} == {("What", "Number")}
    assert [row[0] for table in found for row in table[1:]] == [row[0] for row in rows]
    assert ["not shown" in made.text_of(one) for one in file.slides] == [False] * (number - 1) + [True]


def test_key_figures_stand_in_a_named_group() -> None:
    one = made.written(made.slide(figures=(("3", "activities"), ("420 km", "of border")))).slides[0]
    group = made.named(one, "Key figures")
    assert [shape.text_frame.text for shape in group.shapes] == ["3", "activities", "420 km", "of border"]


def test_small_print_holds_notes_on_boundaries_and_numbered_sources() -> None:
    one = made.written(made.slide(boundary_notes=("A line is disputed.",), sources=made.sources(2))).slides[0]
    text = made.named(one, "Boundaries and sources").text_frame.text
    assert "Boundaries: A line is disputed." in text
    assert "Sources: [1] Publisher 1: A page" in text
    assert made.links_of(one) == ["https://example.org/1", "https://example.org/2"]


def test_no_note_on_boundaries_is_lost_even_without_a_disclaimer_slide() -> None:
    notes = tuple(f"Note {at} says that a line between two countries is not agreed. " * 3 for at in range(12))
    file = made.written(made.slide(SlideKind.MAP, maps=(made.a_map(),), boundary_notes=notes))
    text = " ".join(made.text_of(one) for one in file.slides)
    assert all(f"Note {at} says" in text for at in range(12))
    assert "More notes on the next slide." in made.text_of(file.slides[0])


def test_notes_without_room_stand_on_the_disclaimer_slide() -> None:
    notes = tuple(f"Note {at} says that a line between two countries is not agreed. " * 3 for at in range(12))
    file = made.written(made.slide(boundary_notes=notes), made.slide(SlideKind.DISCLAIMER, boundary_notes=notes))
    assert "More notes on the disclaimer slide." in made.text_of(file.slides[0])
    assert made.titles(file)[0] == "A slide"
    assert all(f"Note {at} says" in made.text_of(file.slides[1]) + made.text_of(file.slides[-1]) for at in range(12))


def test_few_sources_show_their_addresses_many_go_on() -> None:
    few = made.written(made.slide(SlideKind.SOURCES, "Sources"), number=2)
    assert "https://example.org/2" in made.text_of(few.slides[0])
    many = made.written(made.slide(SlideKind.SOURCES, "Sources"), number=120)
    assert len(many.slides) > 1
    assert [link for one in many.slides for link in made.links_of(one)] == [one.url for one in made.sources(120)]


def test_hundreds_of_sources_take_a_few_slides_and_the_rest_stands_in_the_notes() -> None:
    file = made.written(made.slide(SlideKind.SOURCES, "Sources"), number=600)
    assert len(file.slides) == MOST_SHEETS
    said = " ".join(made.text_of(one) for one in file.slides)
    kept = int(re.findall(r"the first (\d+) of 600 sources", said)[0])
    notes = file.slides[0].notes_slide.notes_text_frame.text
    assert [f"Publisher {number}: A" in said for number in (1, kept, kept + 1)] == [True, True, False]
    assert (f"[{kept}] " in notes, f"[{kept + 1}] " in notes, "[600] Publisher 600" in notes) == (False, True, True)
    assert "https://example.org/600" in notes


def test_a_slide_says_on_how_many_sources_it_rests_and_the_slide_of_sources_too() -> None:
    rest = "What is shown rests on 1,008 sources."
    whole = (made.slide(rests_on=rest), made.slide(SlideKind.SOURCES, "Sources", rests_on=rest))
    assert all(rest in made.text_of(one) for one in made.written(*whole, number=0).slides)


@pytest.mark.parametrize("number", [0, 40, 600])
def test_the_slides_of_a_file_are_counted_before_it_is_made(number: int) -> None:
    title = made.slide(SlideKind.TITLE, blocks=(made.words("Long text. " * 200),))
    deck = made.deck(title, made.slide(SlideKind.SOURCES, "Sources"), number=number)
    assert count_slides(made.DATA, deck) == len(made.opened(to_pptx(made.DATA, deck)).slides)


def test_only_web_addresses_become_links() -> None:
    urls = ("javascript:alert(1)", "file:///etc/passwd", "https://", "ftp://example.org", "https://example.org/a b?é")
    blocks = tuple(Block("paragraph", (Run(url, link=url),)) for url in urls)
    assert made.links_of(made.written(made.slide(blocks=blocks)).slides[0]) == ["https://example.org/a%20b?%C3%A9"]


def test_footer_and_slide_number_are_on_the_slides() -> None:
    one = made.written(made.slide()).slides[0]
    assert made.named(one, "Footer").text_frame.text == (
        f"Border Atlas · data as of 2026-01-05 · version 20260105-test · {SHORT_DISCLAIMER}"
    )
    assert made.named(one, "Slide number")._element.find(".//{*}fld").get("type") == "slidenum"  # noqa: SLF001


def test_an_empty_deck_is_a_title_slide() -> None:
    file = made.written()
    assert made.titles(file) == ["A briefing"]
    assert "For readers" in made.text_of(file.slides[0])


def test_a_long_text_of_the_title_slide_goes_on_a_slide_of_its_own() -> None:
    long = made.words("Many words. " * 80)
    file = made.written(made.slide(SlideKind.TITLE, "Opening", blocks=(long,)))
    assert made.titles(file) == ["Opening", "Opening"]
    assert "Many words." in made.text_of(file.slides[1])


def test_a_long_text_is_shared_out_and_nothing_is_lost() -> None:
    said = [f"word{at}" for at in range(1500)]
    file = made.written(made.slide(blocks=(made.words(" ".join(said)),)))
    assert len(file.slides) > 1
    assert " ".join(made.named(one, "Text").text_frame.text for one in file.slides).split() == said


def test_characters_that_xml_forbids_are_dropped() -> None:
    file = made.written(made.slide(title="A\x00\x0b\ud800\uffffB", blocks=(made.words("C\x1bD"),)), title="\x01")
    assert made.titles(file) == ["AB"]
    assert "CD" in made.text_of(file.slides[0])


def test_properties_say_what_the_file_is_and_nobody_s_name() -> None:
    about = made.written(made.slide()).core_properties
    assert (about.title, about.subject, about.author) == ("A briefing", "For readers", "Border Atlas")
    assert about.last_modified_by == "Border Atlas"
    assert about.language == "en"
    assert about.created.isoformat() == "2026-01-05T00:00:00"


def test_texts_say_their_language() -> None:
    one = made.written(made.slide(blocks=(made.words("A text."),)), language="fr").slides[0]
    assert {run.get("lang") for run in one.element.iter("{*}rPr")} == {"fr-FR"}


def test_the_master_is_our_own() -> None:
    file = made.written(made.slide(), style=HouseStyle.UN)
    names = [layout.name for layout in file.slide_layouts]
    assert names == ["Title", "Text", "Picture, chart or table", "Picture with text beside it"]
    stream = io.BytesIO()
    file.save(stream)
    with zipfile.ZipFile(stream) as archive:
        theme = archive.read("ppt/theme/theme1.xml").decode()
        members = archive.namelist()
    assert "00719F" in theme
    assert "Arial" in theme
    assert "Calibri" not in theme
    assert not [name for name in members if "thumbnail" in name or "printerSettings" in name]


def test_equal_decks_give_equal_bytes() -> None:
    one = made.slide(SlideKind.MAP, maps=(made.a_map(),), charts=(made.bars(),))
    assert to_pptx(made.DATA, made.deck(one)) == to_pptx(made.DATA, made.deck(one))


def test_progress_is_told_after_each_slide() -> None:
    told: list[tuple[int, int]] = []
    slides = [made.slide(title=f"Slide {at}") for at in range(3)]
    to_pptx(made.DATA, made.deck(*slides), progress=lambda done, all_: told.append((done, all_)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_progress_that_raises_stops_the_work() -> None:
    told: list[int] = []

    def stop(done: int, _all: int) -> None:
        told.append(done)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        to_pptx(made.DATA, made.deck(made.slide(), made.slide()), progress=stop)
    assert told == [1]


@pytest.mark.parametrize("ratio", ["16:9", "4:3"])
def test_every_shape_stands_inside_the_slide(ratio: Any) -> None:
    file = made.opened(small_file(ratio))
    assert (file.slide_width / file.slide_height) == pytest.approx(16 / 9 if ratio == "16:9" else 4 / 3, abs=0.001)
    for one in file.slides:
        for shape in made.shapes(one.shapes):
            inside = shape.left + shape.width <= file.slide_width and shape.top + shape.height <= file.slide_height
            assert inside, (made.titles(file), shape.name)
            assert shape.left >= 0
            assert shape.top >= 0


def test_every_kind_of_slide_keeps_its_title_and_notes() -> None:
    deck = decks.small_deck()
    file = made.opened(small_file("16:9"))
    found = made.titles(file)
    for one in deck.slides:
        assert any(title == one.title or title.startswith(f"{one.title} (1/") for title in found), one.title
    noted = [one for one in file.slides if one.has_notes_slide]
    assert len(noted) == sum(bool(one.notes) for one in deck.slides)


def test_hostile_strings_stay_texts() -> None:
    packed = to_pptx(decks.hostile_data(), decks.hostile_deck())
    file = made.opened(packed)
    text = "\n".join(made.text_of(one) for one in file.slides)
    assert "<script>alert(1)</script>" in text
    assert "{{7*7}}" in text
    links = [link for one in file.slides for link in made.links_of(one)]
    assert links
    assert all(link.startswith(("https://example.org", "http://example.org")) for link in links)
    assert not any(set("<>\" '") & set(link) for link in links)


def test_workbooks_of_charts_hold_no_formulas() -> None:
    frame = made.timeline_rows(made.DATA, made.VIEW.activities).replace("BETA · Gate", "=1+1")
    packed = to_pptx(made.DATA, made.deck(made.slide(charts=(made.bars(kind="gantt", frame=frame),))))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".xlsx"))
        sheet = openpyxl.load_workbook(io.BytesIO(archive.read(name))).active
    assert sheet["A2"].value == "=1+1"
    assert sheet["A2"].data_type == "s"
