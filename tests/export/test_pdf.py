"""The handout read back: pages, words, notes, sources, bookmarks, tags, links; hostile words are only words."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from border_atlas.domain.briefing import SlideKind
from border_atlas.domain.deck import Block, DeckSource, DeckTable, Run
from border_atlas.domain.frame import Frame
from border_atlas.export.pdf import pictures
from border_atlas.export.pdf.write import about_pages, to_pdf
from border_atlas.maps.static.draw import draw_map
from border_atlas.model import DISCLAIMER
from tests.export.pdf_decks import (
    DATA,
    MAP,
    SOURCES,
    bookmarks,
    deck,
    links,
    paragraph,
    plain_map,
    reader,
    slide,
    small_deck,
    words,
)

EVIL = '#panic("run") $1$ *b* _i_ `c` \\ <a> @ref {{7*7}} ${x} //no /*no*/ #import "/etc/passwd": x'
SCRIPTS = ("Привет", "გამარჯობა", "Ärger São ő", "😀")


@pytest.fixture(autouse=True)
def _plain_maps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "draw_map", plain_map)


@pytest.fixture(scope="module")
def small() -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pictures, "draw_map", plain_map)
        return to_pdf(DATA, small_deck())


def test_each_slide_has_its_page_after_the_cover(small: bytes) -> None:
    assert bookmarks(small) == [
        ("A briefing", 1),
        ("The map", 2),
        ("The charts", 3),
        ("Pages read", 4),
        ("No position", 5),
    ]
    assert len(reader(small).pages) == 5


def test_words_notes_sources_and_boundary_notes_can_be_selected(small: bytes) -> None:
    page = reader(small).pages[1].extract_text()
    for text in ("The map", "Three activities", "outer", "inner", "420 km", "Speaker notes", "Say this first."):
        assert text in page
    for text in ("Publisher 2: A page", "A note on a line.", "Three areas", "Natural Earth"):
        assert text in page


def test_cover_says_what_the_document_is_and_leads_to_its_pages(small: bytes) -> None:
    cover = words(small)[:600]
    for text in ("A briefing", "For readers", "5 January 2026", "20260105-test", "Contents", "The charts 3"):
        assert text in cover
    inside = [note.get_object() for note in reader(small).pages[0]["/Annots"]]
    assert len(inside) == 4


def test_every_page_is_numbered_and_says_of_when_it_is(small: bytes) -> None:
    for number, page in enumerate(reader(small).pages, start=1):
        assert "data as of 2026-01-05" in page.extract_text()
        assert f"{number} / 5" in page.extract_text()


def test_document_is_tagged_titled_and_says_its_language(small: bytes) -> None:
    read = reader(small)
    root = read.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert read.metadata is not None
    assert read.metadata.title == "A briefing"
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_pictures_and_drawn_charts_have_a_text_in_their_place(small: bytes) -> None:
    texts = {str(one["/Alt"]) for one in _objects(small) if isinstance(one, dict) and "/Alt" in one}
    assert {"Map of three border areas.", "Bars that rise."} <= texts


def _objects(pdf: bytes) -> list[object]:
    read = reader(pdf)
    return [read.get_object(number) for number in read.xref_objStm | read.xref[0]]


def test_all_sources_stand_on_their_slide_with_their_addresses(small: bytes) -> None:
    page = reader(small).pages[3].extract_text()
    assert all(one.text in page and one.url in page for one in SOURCES)
    assert {one.url for one in SOURCES} <= links(small)


def test_many_sources_stand_in_two_columns_on_few_pages() -> None:
    many = tuple(
        DeckSource(n, f"s{n}", f"Publisher: Page number {n}", f"https://example.org/{n}") for n in range(1, 131)
    )
    pdf = to_pdf(DATA, deck(slide(SlideKind.SOURCES, "Sources"), sources=many))
    assert len(reader(pdf).pages) <= 4
    assert {one.url for one in many} <= links(pdf)


def test_a_page_says_on_how_many_sources_it_rests() -> None:
    rest = "What is shown rests on 1,008 sources."
    text = words(to_pdf(DATA, deck(slide(SlideKind.TEXT, "Alone", rests_on=rest))))
    assert rest in " ".join(text.split())


def test_the_pages_of_the_handout_are_estimated_before_it_is_made() -> None:
    made = small_deck()
    assert abs(about_pages(made) - len(reader(to_pdf(DATA, made)).pages)) <= 1


def test_sources_and_disclaimer_come_by_themselves() -> None:
    pdf = to_pdf(DATA, deck(slide(SlideKind.TEXT, "Alone")))
    assert [title for title, _ in bookmarks(pdf)] == ["A briefing", "Alone", "Sources", "Disclaimer"]
    assert DISCLAIMER in words(pdf)


def test_timeline_says_in_words_what_it_draws(small: bytes) -> None:
    page = " ".join(reader(small).pages[2].extract_text().split())
    assert "2013 – May 2013 (last seen, may have gone on)" in page
    assert "Pale: possible" in page
    assert "and 3 more" in page
    assert "and 3 more, in the list of sources under the numbers 9–11" in page


def test_same_deck_gives_the_same_bytes(small: bytes) -> None:
    assert to_pdf(DATA, small_deck()) == small


def test_hostile_words_stand_there_as_they_are() -> None:
    run = Run(EVIL, link="javascript:alert(1)")
    table = DeckTable(EVIL, (EVIL,), ((EVIL,),))
    source = DeckSource(1, "x", EVIL, "file:///etc/passwd")
    one = slide(
        SlideKind.TEXT, EVIL, said=EVIL, blocks=(paragraph(run), Block("bullet", (run,), 5)), notes=(paragraph(run),),
        figures=((EVIL, EVIL),), tables=(table,), sources=(source,), boundary_notes=(EVIL,),
    )  # fmt: skip
    pdf = to_pdf(DATA, deck(one, title=EVIL, sources=(source,)))
    packed = words(pdf).replace(" ", "")
    assert packed.count(EVIL.replace(" ", "")) >= 10
    assert links(pdf) == set()


@pytest.mark.parametrize("text", SCRIPTS)
def test_signs_of_other_scripts_stay_text(text: str) -> None:
    assert text in words(to_pdf(DATA, deck(slide(SlideKind.TEXT, text))))


def test_signs_that_no_font_has_become_boxes_that_still_know_what_they_are() -> None:
    pdf = to_pdf(DATA, deck(slide(SlideKind.TEXT, "中文")))
    assert bookmarks(pdf)[1] == ("中文", 2)
    # Readers that know replacement texts copy the signs themselves.
    assert b"/ActualText" in reader(pdf).pages[1].get_contents().get_data()


@given(text=st.text(min_size=1, max_size=60))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gives_a_document(text: str) -> None:
    one = slide(SlideKind.TEXT, text, said=text, blocks=(paragraph(text),), notes=(paragraph(text),))
    assert to_pdf(DATA, replace(deck(one, title=text), subtitle=text)).startswith(b"%PDF")


def test_a_word_without_end_stays_on_the_page() -> None:
    pdf = to_pdf(DATA, deck(slide(SlideKind.TEXT, "T" * 200, blocks=(paragraph("y" * 3000),))))
    assert words(pdf).replace(" ", "").count("y") >= 3000
    assert len(reader(pdf).pages) == 3


def test_deck_without_slides_is_a_cover() -> None:
    pdf = to_pdf(DATA, deck(sources=()))
    assert "This briefing has no slides." in words(pdf)
    assert bookmarks(pdf) == [("A briefing", 1), ("Disclaimer", 2)]


def test_many_rows_run_over_several_pages_with_their_heads() -> None:
    table = DeckTable("Long", ("Name", "Count"), tuple((f"row {n}", str(n)) for n in range(150)))
    pages = [
        page.extract_text() for page in reader(to_pdf(DATA, deck(slide(SlideKind.GAPS, "Rows", tables=(table,))))).pages
    ]
    assert sum("Count" in page for page in pages) >= 3
    assert "row 149" in "".join(pages)


def test_progress_counts_slides() -> None:
    told: list[tuple[int, int]] = []
    to_pdf(DATA, small_deck(), progress=lambda done, whole: told.append((done, whole)))
    assert told == [(number, 5) for number in range(1, 6)]


def test_what_progress_raises_ends_the_work() -> None:
    class Cancelled(Exception):  # noqa: N818  what a page raises to stop is no error
        pass

    def stop(done: int, _whole: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        to_pdf(DATA, small_deck(), progress=stop)


def test_names_of_a_map_can_be_found_and_its_legend_read(small: bytes) -> None:
    page = reader(small).pages[1].extract_text()
    for text in ("ALPHA", "North line", "Mission headquarters", "European Union"):
        assert text in page


def test_a_drawn_map_goes_into_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "draw_map", draw_map)
    pdf = to_pdf(DATA, deck(slide(SlideKind.MAP, "Real", maps=(MAP,))))
    assert len(pdf) > 20_000


def test_a_map_of_the_world_becomes_dots(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "draw_map", draw_map)
    world = replace(MAP, frame=Frame(10, 10, 1.2))
    pdf = to_pdf(DATA, deck(slide(SlideKind.MAP, "Real", maps=(world,))))
    assert [image.image.width for image in reader(pdf).pages[1].images if image.image] == [1340]
