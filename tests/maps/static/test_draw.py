"""Pictures have the size, the resolution and the words that they should, and no text of the data does harm."""

import io
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader

from border_atlas.domain.deck import DeckMap
from border_atlas.domain.frame import Frame
from border_atlas.errors import ExportError
from border_atlas.maps.static.draw import BARE, Furniture, draw_map, shown_bounds
from border_atlas.maps.static.furniture import bands_in, layout
from border_atlas.maps.static.write import Form
from border_atlas.model import DISCLAIMER
from tests.factories import make_dataset
from tests.maps.static.samples import CAUCASUS, deck_map, nothing, pixels

EXPECTED = Path(__file__).parent / "expected"
SIZE = {"width_in": 6.4, "height_in": 3.6}
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = r"$\frac{1}{0}$ {{7*7}} {%x%} <script>alert(1)</script> & \$ ${a} _^ ]]> --> \x00 %s 漢" + "\x00\x1f\ud800"


@pytest.mark.parametrize("dpi", [96, 192, 300])
def test_a_png_has_its_size_and_resolution(dpi: int) -> None:
    data = make_dataset()
    packed = draw_map(data, deck_map(data, CAUCASUS), dpi=dpi, **SIZE)
    with Image.open(io.BytesIO(packed)) as picture:
        assert picture.size == (round(6.4 * dpi), round(3.6 * dpi))
        assert picture.info["dpi"] == pytest.approx((dpi, dpi), abs=0.1)


def test_a_png_says_what_it_shows() -> None:
    data = make_dataset()
    with Image.open(io.BytesIO(draw_map(data, deck_map(data, CAUCASUS), dpi=40, **SIZE))) as picture:
        assert picture.info["Title"] == "A map"
        assert picture.info["Description"] == "Two missions and three areas."
        assert "data as of 5 January 2026" in picture.info["Source"]
        assert "Natural Earth" in picture.info["Source"]
        assert picture.info["Disclaimer"] == DISCLAIMER


def test_an_svg_has_title_and_description_for_readers_aloud() -> None:
    data = make_dataset()
    root = ET.fromstring(draw_map(data, deck_map(data, CAUCASUS), form="svg", **SIZE))  # noqa: S314
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert root.findtext(f"{SVG}desc") == "Two missions and three areas."


def test_an_svg_has_no_needless_digits() -> None:
    data = make_dataset()
    assert len(draw_map(data, deck_map(data, CAUCASUS), form="svg", **SIZE)) < 400_000


def test_a_pdf_has_text_to_search() -> None:
    data = make_dataset()
    page = PdfReader(io.BytesIO(draw_map(data, deck_map(data, CAUCASUS), form="pdf", **SIZE)))
    assert page.metadata is not None
    assert page.metadata.title == "A map"
    assert "ALPHA" in page.pages[0].extract_text()
    assert [float(side) for side in page.pages[0].mediabox[2:]] == pytest.approx([6.4 * 72, 3.6 * 72])


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_equal_wishes_give_equal_bytes(form: Form) -> None:
    data = make_dataset()
    wanted = deck_map(data, CAUCASUS)
    assert draw_map(data, wanted, form=form, dpi=50, **SIZE) == draw_map(data, wanted, form=form, dpi=50, **SIZE)


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_hostile_texts_are_only_texts(form: Form) -> None:
    stored = HOSTILE.replace("\ud800", "")
    data = make_dataset(missions=[{"acronym": stored[:40], "name": stored}], areas=[{"name": stored}], activities=[{}])
    wanted = DeckMap(deck_map(data).view, CAUCASUS, HOSTILE, caption=HOSTILE)
    around = Furniture(title=HOSTILE, subtitle=HOSTILE, footer=(HOSTILE,))
    packed = draw_map(data, wanted, form=form, dpi=50, furniture=around, **SIZE)
    assert packed
    if form == "svg":
        root = ET.fromstring(packed)  # noqa: S314
        assert not root.findall(f".//{SVG}script")
        assert "<script>alert(1)</script>" in str(root.findtext(f"{SVG}desc"))


def test_threads_do_not_disturb_each_other() -> None:
    data = make_dataset()
    frames = [Frame(42, 44, 6), Frame(35, 33, 7), Frame(10, 20, 4.5), Frame(20, 15, 2)]
    draw: Callable[[Frame], bytes] = lambda frame: draw_map(data, deck_map(data, frame), dpi=40, **SIZE)  # noqa: E731
    alone = [draw(frame) for frame in frames]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(draw, frames * 2))
    assert together == alone * 2


@pytest.mark.parametrize(
    ("width", "height", "dpi"), [(0, 3, 96), (13, 0.1, 96), (100, 50, 96), (40, 40, 400), (5, 5, 0)]
)
def test_impossible_sizes_are_refused(width: float, height: float, dpi: int) -> None:
    data = make_dataset()
    with pytest.raises(ExportError, match="cannot be drawn"):
        draw_map(data, deck_map(data), width_in=width, height_in=height, dpi=dpi)


def test_furniture_changes_what_is_drawn() -> None:
    data = make_dataset()
    wanted = deck_map(data, CAUCASUS)
    whole = pixels(draw_map(data, wanted, dpi=50, **SIZE))
    for less in (BARE, Furniture(legend=False), Furniture(scale=False), Furniture(north=False)):
        assert (pixels(draw_map(data, wanted, dpi=50, furniture=less, **SIZE)) != whole).any()


def test_bands_take_their_room_from_the_paper() -> None:
    around = Furniture(title="Title", footer=("One line.",))
    paper = layout(10, 6, around)
    assert paper.height == pytest.approx((6 - bands_in(10, around)) * 72)
    assert layout(10, 6, BARE).height == 432


def test_a_footer_too_long_is_cut() -> None:
    paper = layout(6, 3, Furniture(footer=("word " * 3000,)))
    assert paper.bottom < 3 * 72 * 0.5
    assert paper.footer[-1].endswith("…")


def test_bounds_of_a_picture_hold_its_frame() -> None:
    west, south, east, north = shown_bounds(deck_map(make_dataset(), CAUCASUS))
    assert west < 40 < 47 < east  # noqa: PLR0133
    assert south < 40 < 44 < north  # noqa: PLR0133


@pytest.mark.parametrize("name", ["caucasus", "world"])
def test_maps_look_as_they_did(name: str) -> None:
    data = make_dataset()
    wanted = deck_map(data, CAUCASUS) if name == "caucasus" else nothing()
    packed = draw_map(data, wanted, dpi=72, **SIZE)
    file = EXPECTED / f"{name}.png"
    if os.environ.get("BORDER_ATLAS_NEW_PICTURES"):
        with Image.open(io.BytesIO(packed)) as picture:
            picture.convert("RGB").quantize(64, dither=Image.Dither.NONE).save(file, optimize=True)
    assert file.stat().st_size <= 60_000
    difference = np.abs(pixels(packed) - pixels(file.read_bytes())).max(axis=2)
    assert difference.shape == (259, 461)
    assert difference.mean() < 4
    assert (difference > 60).mean() < 0.01
