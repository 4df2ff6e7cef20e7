"""The finished picture and the poster say all that they must of themselves."""

import io
import re
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from pypdf import PdfReader

from border_atlas.domain import own_apply, own_guess
from border_atlas.domain.coverage_map import CoverageState
from border_atlas.domain.frame import Frame
from border_atlas.domain.own_drawing import MARK, OwnDrawing
from border_atlas.domain.own_layer import layer
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.errors import ExportError
from border_atlas.export.picture import DPI, Scale, map_picture, poster
from border_atlas.model import DISCLAIMER
from tests.domain.own_layers import make_layer
from tests.factories import make_dataset

CAUCASUS = Frame(42.2, 43.6, 6)


def words(pdf: bytes) -> str:
    return re.sub(r"\s+", " ", PdfReader(io.BytesIO(pdf)).pages[0].extract_text())


@pytest.mark.parametrize("scale", DPI)
def test_a_picture_is_a_slide_wide_and_its_bands_come_on_top(scale: Scale) -> None:
    data = make_dataset()
    with Image.open(io.BytesIO(map_picture(data, select(data, Selection()), CAUCASUS, scale=scale))) as picture:
        width, height = picture.size
    assert width == round(DPI[scale] * 40 / 3)
    assert DPI[scale] * 7.5 < height < DPI[scale] * 9.3


def test_a_picture_says_state_sources_notes_and_disclaimer() -> None:
    data = make_dataset()
    said = words(map_picture(data, select(data, Selection()), CAUCASUS, form="pdf"))
    assert "All missions and border areas" in said
    assert "2 missions · 3 border areas · 3 activities" in said
    assert "data as of 5 January 2026" in said
    assert "rest on 1 source," in said
    assert "Abkhazia and South Ossetia lie within the recognised boundaries of Georgia" in said
    assert "Jammu" not in said
    assert DISCLAIMER in said
    assert "Mission headquarters" in said
    assert "200 km" in said


def test_notes_follow_the_style() -> None:
    data = make_dataset()
    view, kosovo = select(data, Selection()), Frame(42.6, 20.9, 8)
    said = words(map_picture(data, view, kosovo, form="pdf", style="UN"))
    assert "Security Council resolution 1244 (1999)" in said
    assert "without prejudice" in words(map_picture(data, view, kosovo, form="pdf"))


def test_a_picture_of_coverage_is_coloured_by_it() -> None:
    data = make_dataset()
    states = dict.fromkeys(range(3), CoverageState.GAP)
    said = words(map_picture(data, select(data, Selection()), CAUCASUS, form="pdf", states=states))
    assert "No mission any more" in said


def test_an_svg_picture_is_xml_with_a_title() -> None:
    data = make_dataset()
    root = ET.fromstring(map_picture(data, select(data, Selection()), CAUCASUS, form="svg"))  # noqa: S314
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "All missions and border areas"


def test_an_unknown_scale_or_paper_is_refused() -> None:
    data = make_dataset()
    view = select(data, Selection())
    with pytest.raises(ExportError, match="1x, 2x, 300dpi"):
        map_picture(data, view, None, scale="9x")  # type: ignore[arg-type]
    with pytest.raises(ExportError, match="A3, A2"):
        poster(data, view, "A9")  # type: ignore[arg-type]


@pytest.mark.parametrize(("paper", "size"), [("A3", (1190.5, 841.9)), ("A2", (1683.8, 1190.5))])
def test_a_poster_has_its_paper_and_an_index_of_all_missions(paper: str, size: tuple[float, float]) -> None:
    data = make_dataset()
    made = poster(data, select(data, Selection()), paper)  # type: ignore[arg-type]
    assert [float(side) for side in PdfReader(io.BytesIO(made)).pages[0].mediabox[2:]] == pytest.approx(size, abs=0.5)
    said = words(made)
    for text in ("United Nations (1)", "ALPHA", "2010–", "European Union (1)", "BETA", "2003–2008", DISCLAIMER):
        assert text in said


def test_a_poster_counts_what_finds_no_room() -> None:
    many = [{"mission_id": f"m{i}", "acronym": f"M{i}", "name": f"Mission {i}"} for i in range(400)]
    data = make_dataset(missions=[{}, *many], activities=[{}])
    said = words(poster(data, select(data, Selection())))
    left = re.search(r"and (\d+) more", said)
    assert left is not None
    assert 100 < int(left[1]) < 300


def own_posts() -> OwnDrawing:
    data = make_dataset()
    sites = make_layer(name=["One", "Two", "Three"], lon=[43.5, 43.6, "north"], lat=[42.3, 42.4, 42])
    records = own_apply.apply(sites, own_guess.guess(sites, data), data)
    return layer(records.good, name="<b>posts</b> {{7*7}}.csv", kept_aside=records.kept_aside)


def test_own_data_on_a_picture_are_marked_and_what_was_kept_aside_is_counted() -> None:
    data = make_dataset()
    view = select(data, Selection())
    said = words(map_picture(data, view, CAUCASUS, form="pdf", own=[own_posts()]))
    assert f"{MARK}: <b>posts</b> {{{{7*7}}}}.csv, 2 records, 1 kept aside" in said
    assert "drawn as their owner gave them, not checked by Border Atlas" in said
    assert MARK not in words(map_picture(data, view, CAUCASUS, form="pdf"))


def test_an_svg_with_own_data_describes_them() -> None:
    data = make_dataset()
    picture = map_picture(data, select(data, Selection()), CAUCASUS, form="svg", own=[own_posts()])
    described = ET.fromstring(picture).findtext("{http://www.w3.org/2000/svg}desc")  # noqa: S314
    assert described is not None
    assert "2 records, 1 kept aside." in described


def test_own_data_on_a_poster_are_marked_too() -> None:
    data = make_dataset()
    view = select(data, Selection())
    assert "2 records, 1 kept aside" in words(poster(data, view, frame=CAUCASUS, own=[own_posts()]))
    assert MARK not in words(poster(data, view, frame=CAUCASUS))
