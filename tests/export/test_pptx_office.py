"""PowerPoint files as LibreOffice draws them: as many pages as slides, with their texts."""

import io
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest
from pptx import Presentation

from border_atlas.export.pptx.page import Ratio
from border_atlas.export.pptx.write import to_pptx
from tests import decks

pytestmark = pytest.mark.office
SECONDS = 240


def converted(packed: bytes, folder: Path) -> pypdf.PdfReader:
    """Convert a file to PDF with a profile of its own, as nobody else may be using it."""
    program = shutil.which("soffice")
    if program is None:
        pytest.fail("LibreOffice (soffice) not found; `make office` installs it.")
    (folder / "deck.pptx").write_bytes(packed)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "deck.pptx")], check=True, capture_output=True, timeout=SECONDS)  # noqa: S603
    return pypdf.PdfReader(folder / "deck.pdf")


def letters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("ratio", ["16:9", "4:3"])
def test_every_slide_becomes_a_page_with_its_title(ratio: Ratio, tmp_path: Path) -> None:
    packed = to_pptx(decks.small_data(), decks.small_deck(), ratio=ratio)
    slides = Presentation(io.BytesIO(packed)).slides
    pages = converted(packed, tmp_path).pages
    assert len(pages) == len(slides)
    for page, slide in zip(pages, slides, strict=True):
        text = letters(page.extract_text())
        assert letters(slide.shapes.title.text_frame.text) in text
        assert "BorderAtlas" in text


def test_hostile_strings_do_not_stop_the_office(tmp_path: Path) -> None:
    packed = to_pptx(decks.hostile_data(), decks.hostile_deck())
    pages = converted(packed, tmp_path).pages
    assert len(pages) == len(Presentation(io.BytesIO(packed)).slides)
    assert "<script>alert(1)</script>" in letters(pages[0].extract_text())
