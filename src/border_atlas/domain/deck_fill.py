"""Fills a briefing from the dataset: each slide becomes what presenter and exports draw.

Whatever a slide asks for, something can be shown: an unknown mission, a selection that nothing matches or a
question that was not understood is said on the slide, and nothing raises.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from border_atlas.config import GEODATA
from border_atlas.data.dataset import Dataset
from border_atlas.data.load import load_boundaries
from border_atlas.domain.boundary_notes import BoundaryNote, notes_in
from border_atlas.domain.briefing import Briefing, Slide, SlideKind
from border_atlas.domain.briefing_frame import with_frame_slides
from border_atlas.domain.citations import BASE_CREDIT
from border_atlas.domain.dates_text import say_day
from border_atlas.domain.deck import Deck, DeckMap, DeckSlide
from border_atlas.domain.deck_chart_slides import matrix_parts, timeline_parts, years_parts
from border_atlas.domain.deck_frame import seen_bounds
from border_atlas.domain.deck_map_slides import compare_parts, gaps_parts, map_parts
from border_atlas.domain.deck_parts import Kit, Parts
from border_atlas.domain.deck_profiles import area_parts, mission_parts
from border_atlas.domain.deck_sources import SourceBook, listed_ids, say_rest
from border_atlas.domain.own_drawing import OwnDrawing
from border_atlas.domain.permalinks import version_tag
from border_atlas.domain.richtext import blocks_of, paragraph, plain
from border_atlas.domain.stretches import Stretches, make_stretches
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.model import DISCLAIMER

Progress = Callable[[int, int], None]


def fill(
    briefing: Briefing,
    dataset: Dataset,
    words: Vocabulary,
    *,
    stretches: Stretches | None = None,
    progress: Progress | None = None,
    own: Sequence[OwnDrawing] = (),
) -> Deck:
    """Fill all slides, those that come by themselves included.

    Parameters
    ----------
    stretches
        Of the dataset's borders, if they are at hand; else they are worked out when a slide needs them (a second).
    progress
        Called after each slide with the number of slides done and of all; what it raises ends the work.
    own
        Layers of the presenter's own data for the slides that show a map of a view.
    """
    kit = Kit(dataset, words, briefing.style, _stretches_of(dataset, stretches))
    whole, book, notes = with_frame_slides(briefing), SourceBook(dataset), dict[str, BoundaryNote]()
    slides: list[DeckSlide] = []
    for number, slide in enumerate(whole.slides, start=1):
        parts = _with_own(_MAKERS[slide.kind](kit, slide), slide.kind, own)
        noted = {note.note_id: note for note in (*parts.boundary_notes, *_notes_of(parts.maps, kit))}
        notes |= noted
        slides.append(_drawn(whole, slide, parts, book, noted.values()))
        if progress is not None:
            progress(number, len(whole.slides))
    return Deck(
        title=plain(whole.title), subtitle=plain(whole.subtitle), style=whole.style,
        slides=tuple(_closed(slide, book, notes.values()) for slide in slides), sources=book.all,
        data_as_of=dataset.data_as_of, data_version=version_tag(dataset), disclaimer=DISCLAIMER,
    )  # fmt: skip


def _with_own(parts: Parts, kind: SlideKind, own: Sequence[OwnDrawing]) -> Parts:
    """Put own data on the map of a view; the pictures' descriptions say what they are."""
    if not own or kind is not SlideKind.MAP:
        return parts
    said = " ".join(f"{drawing.line}." for drawing in own)
    return replace(parts, maps=tuple(replace(one, own=tuple(own), alt=f"{one.alt} {said}") for one in parts.maps))


def _stretches_of(dataset: Dataset, given: Stretches | None) -> Callable[[], Stretches]:
    @cache
    def stretches() -> Stretches:
        return given if given is not None else make_stretches(dataset.areas, load_boundaries(GEODATA))

    return stretches


def _drawn(
    briefing: Briefing, slide: Slide, parts: Parts, book: SourceBook, notes: Iterable[BoundaryNote]
) -> DeckSlide:
    found = tuple(notes)
    of_notes = tuple(one for note in found for one in note.source_ids)
    shown = book.numbered((*listed_ids(parts.source_ids, parts.named_ids), *of_notes))
    number = book.count((*parts.source_ids, *of_notes))
    rest = say_rest(number, version_tag(book.dataset)) if number > len(shown) else ""
    standing_in = briefing.title if slide.kind is SlideKind.TITLE else parts.title
    return DeckSlide(
        slide_id=slide.slide_id, kind=slide.kind, title=plain(slide.title) or plain(standing_in), said=parts.said,
        blocks=(*blocks_of(slide.text), *parts.blocks), notes=blocks_of(slide.notes), figures=parts.figures,
        maps=parts.maps, tables=parts.tables, charts=parts.charts, sources=shown, rests_on=rest,
        boundary_notes=tuple(note.text for note in found),
    )  # fmt: skip


def _closed(slide: DeckSlide, book: SourceBook, notes: Iterable[BoundaryNote]) -> DeckSlide:
    """Give the slides of sources and of the disclaimer what only the whole deck tells."""
    if slide.kind is SlideKind.SOURCES:
        rest = say_rest(book.total, version_tag(book.dataset)) if book.total > len(book.all) else ""
        return replace(slide, sources=book.all, rests_on=rest)
    if slide.kind is SlideKind.DISCLAIMER:
        return replace(slide, boundary_notes=tuple(note.text for note in notes))
    return slide


def _notes_of(maps: Iterable[DeckMap], kit: Kit) -> tuple[BoundaryNote, ...]:
    """Return the notes on what maps show, whatever form their panels have."""
    boxes = (box for one in maps for box in seen_bounds(one.view, one.frame))
    return tuple({note.note_id: note for box in boxes for note in notes_in(box, kit.style.value)}.values())


def _title_parts(kit: Kit, _slide: Slide) -> Parts:
    return Parts(said=f"Data as of {say_day(kit.dataset.data_as_of)}, version {version_tag(kit.dataset)}.")


def _text_parts(_kit: Kit, _slide: Slide) -> Parts:
    return Parts()


def _sources_parts(_kit: Kit, _slide: Slide) -> Parts:
    return Parts(title="Sources", said="By their numbers on the slides: the sources of all that the slides name.")


def _disclaimer_parts(_kit: Kit, _slide: Slide) -> Parts:
    return Parts(title="Disclaimer", blocks=(paragraph(DISCLAIMER), paragraph(BASE_CREDIT)))


_MAKERS: Final[Mapping[SlideKind, Callable[[Kit, Slide], Parts]]] = {
    SlideKind.TITLE: _title_parts,
    SlideKind.TEXT: _text_parts,
    SlideKind.MAP: map_parts,
    SlideKind.MISSION: mission_parts,
    SlideKind.AREA: area_parts,
    SlideKind.TIMELINE: timeline_parts,
    SlideKind.PER_YEAR: years_parts,
    SlideKind.MATRIX: matrix_parts,
    SlideKind.COMPARE: compare_parts,
    SlideKind.GAPS: gaps_parts,
    SlideKind.SOURCES: _sources_parts,
    SlideKind.DISCLAIMER: _disclaimer_parts,
}
