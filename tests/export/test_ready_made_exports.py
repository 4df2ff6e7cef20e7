"""Every export of every ready-made briefing, read back: the three files carry the same slides, notes and sources."""

import html
import io
import re
from collections.abc import Callable, Iterable
from functools import partial
from urllib.parse import unquote

import pytest
from pptx import Presentation
from pypdf import PdfReader

from border_atlas.config import GEODATA
from border_atlas.data.dataset import Dataset
from border_atlas.data.load import load_dataset
from border_atlas.domain.briefing import Briefing
from border_atlas.domain.deck import Block, Deck
from border_atlas.domain.deck_fill import fill
from border_atlas.domain.ready_made import one_area, one_mission, one_organisation, one_region, the_field
from border_atlas.domain.vocabulary import Vocabulary, vocabulary_of
from border_atlas.export.html.write import to_html
from border_atlas.export.pdf.write import to_pdf
from border_atlas.export.pptx.write import to_pptx

Made = Callable[[Dataset, Vocabulary], Briefing]
READY: dict[str, Made] = {
    "field": lambda data, _words: the_field(data),
    "region": partial(one_region, region="Caucasus"),
    "organisation": lambda data, _words: one_organisation(data, "OSCE"),
    "mission": lambda data, _words: one_mission(data, "unisfa"),
    "area": lambda data, _words: one_area(data, "abyei"),
}


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load_dataset(GEODATA)


@pytest.fixture(scope="module", params=list(READY))
def deck(request: pytest.FixtureRequest, data: Dataset) -> Deck:
    words = vocabulary_of(data)
    return fill(READY[request.param](data, words), data, words)


def squeezed(text: str) -> str:
    """Drop what differs by line breaks, hyphens and ligatures of a page."""
    return re.sub(r"[\s\-\u00ad]+", "", text).replace("\ufb01", "fi").replace("\ufb02", "fl")


def said(blocks: tuple[Block, ...]) -> list[str]:
    return [squeezed("".join(run.text for run in block.runs)) for block in blocks]


def missing(deck: Deck, text: str) -> list[str]:
    """Return titles, texts and notes of the deck that a file does not carry."""
    wanted = [squeezed(slide.title) for slide in deck.slides]
    wanted += [line for slide in deck.slides for line in (*said(slide.blocks), *said(slide.notes))]
    found = squeezed(text)
    return [line for line in wanted if line and line not in found]


def not_linked(deck: Deck, links: Iterable[str]) -> set[str]:
    """Return addresses of sources that a file does not link to, however it writes special letters."""
    return {unquote(source.url) for source in deck.sources if source.url} - {unquote(link) for link in links}


def test_powerpoint_carries_slides_notes_and_sources(data: Dataset, deck: Deck) -> None:
    file = Presentation(io.BytesIO(to_pptx(data, deck)))
    texts, links = [], []
    for slide in file.slides:
        for shape in slide.shapes:
            texts += texts_of(shape)
            links += links_of(shape)
        if slide.has_notes_slide:
            texts.append(slide.notes_slide.notes_text_frame.text)
    assert missing(deck, " ".join(texts)) == []
    assert not_linked(deck, links) == set()


def texts_of(shape: object) -> list[str]:
    inner = [text for one in getattr(shape, "shapes", ()) for text in texts_of(one)]
    if getattr(shape, "has_table", False):
        inner += [cell.text for row in shape.table.rows for cell in row.cells]  # type: ignore[attr-defined]
    if getattr(shape, "has_text_frame", False):
        inner.append(shape.text_frame.text)  # type: ignore[attr-defined]
    return inner


def links_of(shape: object) -> list[str]:
    inner = [link for one in getattr(shape, "shapes", ()) for link in links_of(one)]
    if getattr(shape, "has_text_frame", False):
        for paragraph in shape.text_frame.paragraphs:  # type: ignore[attr-defined]
            inner += [run.hyperlink.address for run in paragraph.runs if run.hyperlink.address]
    return inner


def test_the_handout_carries_slides_notes_and_sources(data: Dataset, deck: Deck) -> None:
    pages = PdfReader(io.BytesIO(to_pdf(data, deck))).pages
    text = " ".join(page.extract_text() for page in pages)
    notes = [one.get_object() for page in pages for one in page.get("/Annots", ())]
    links = [str(note["/A"].get("/URI", "")) for note in notes if "/A" in note]
    assert missing(deck, text) == []
    assert not_linked(deck, links) == set()


def test_the_html_file_carries_slides_notes_and_sources(data: Dataset, deck: Deck) -> None:
    file = to_html(data, deck).decode()
    body = file[file.index("<body") :]
    assert missing(deck, html.unescape(re.sub(r"<[^>]+>", " ", body))) == []
    assert not_linked(deck, map(html.unescape, re.findall(r'href="(https?://[^"]+)"', body))) == set()
    assert len(file) < 3_000_000
