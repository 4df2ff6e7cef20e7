"""Own data that were ticked for a briefing: on its map slides in every format, marked; without a tick, nowhere."""

import io

import geopandas as gpd
import pandas as pd
from pptx import Presentation
from shapely.geometry import Point

from border_atlas.config import GEODATA, WGS84
from border_atlas.data.load import load_dataset
from border_atlas.domain import own_layer
from border_atlas.domain.briefing import Briefing, Slide, SlideKind
from border_atlas.domain.deck import Deck
from border_atlas.domain.deck_fill import fill
from border_atlas.domain.own_drawing import MARK
from border_atlas.domain.vocabulary import vocabulary_of
from border_atlas.export.html.write import to_html
from border_atlas.export.pdf.write import to_pdf
from border_atlas.export.pptx.write import to_pptx

DATA = load_dataset(GEODATA)
BRIEFING = Briefing(title="Own", slides=(Slide("s1", SlideKind.MAP), Slide("s2", SlideKind.TEXT, title="Words")))
OWN = own_layer.layer(
    gpd.GeoDataFrame(
        {"_row": [2], "_label": ["Checkpoint <b>7</b>"], "_category": [""], "_date": [pd.NaT]},
        geometry=[Point(44, 42)], crs=WGS84,
    ),
    name="posts.csv", kept_aside=3,
)  # fmt: skip


def deck(*own: own_layer.OwnDrawing) -> Deck:
    return fill(BRIEFING, DATA, vocabulary_of(DATA), own=own)


def alts(content: bytes) -> str:
    slides = Presentation(io.BytesIO(content)).slides
    return " ".join(shape._element._nvXxPr.cNvPr.get("descr") or "" for slide in slides for shape in slide.shapes)  # noqa: SLF001


def test_only_maps_of_views_carry_own_data_and_say_so() -> None:
    filled = deck(OWN)
    carrying = [slide.kind for slide in filled.slides if any(one.own for one in slide.maps)]
    assert carrying == [SlideKind.MAP]
    shown = next(slide for slide in filled.slides if slide.kind is SlideKind.MAP).maps[0]
    assert f"{MARK}: posts.csv, 1 record, 3 kept aside" in shown.alt


def test_without_a_tick_no_slide_has_any() -> None:
    assert not any(one.own for slide in deck().slides for one in slide.maps)


def test_powerpoint_draws_them_and_says_whose_they_are() -> None:
    with_own, without = to_pptx(DATA, deck(OWN)), to_pptx(DATA, deck())
    assert MARK in alts(with_own)
    assert MARK not in alts(without)


def test_html_holds_them_only_when_ticked() -> None:
    with_own, without = to_html(DATA, deck(OWN)).decode(), to_html(DATA, deck()).decode()
    assert "<b>7</b>" not in with_own
    assert len(with_own) > len(without)
    assert "posts.csv" not in without


def test_pdf_is_written_with_them() -> None:
    assert to_pdf(DATA, deck(OWN)) != to_pdf(DATA, deck())
