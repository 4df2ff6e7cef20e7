"""Pages as they look, compared with stored pictures; set ``STORE_PAGES=1`` to store them anew, then look at them."""

import os
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from border_atlas.export.pdf import pictures
from border_atlas.export.pdf.write import to_pdf
from tests.export.pdf_decks import DATA, plain_map, small_deck

STORED = Path(__file__).with_name("pdf_pages")
#: Grey levels (of 255) that pages may differ by on average, for other ways to smooth edges of letters.
TOLERANCE = 1.0


@pytest.fixture(scope="module")
def rendered() -> list[Image.Image]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pictures, "draw_map", plain_map)
        document = pypdfium2.PdfDocument(to_pdf(DATA, small_deck()))
    return [page.render(scale=0.6).to_pil().convert("L") for page in document]


@pytest.mark.parametrize("number", range(5))
def test_page_looks_as_stored(rendered: list[Image.Image], number: int) -> None:
    file = STORED / f"page-{number + 1}.png"
    if os.environ.get("STORE_PAGES"):
        rendered[number].save(file, optimize=True)
    with Image.open(file) as stored:
        assert difference(rendered[number], stored) < TOLERANCE


def test_another_page_would_be_found(rendered: list[Image.Image]) -> None:
    assert difference(rendered[1], rendered[2]) > 3 * TOLERANCE


def difference(one: Image.Image, other: Image.Image) -> float:
    assert one.size == other.size
    return float(np.abs(np.asarray(one, dtype=float) - np.asarray(other, dtype=float)).mean())
