"""What the makers of slides share: what they fill from, and what they give back."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from border_atlas.data.dataset import Dataset
from border_atlas.domain.boundary_notes import BoundaryNote
from border_atlas.domain.briefing import HouseStyle, Slide
from border_atlas.domain.deck import Block, DeckChart, DeckMap, DeckTable
from border_atlas.domain.deck_words import map_alt
from border_atlas.domain.frame import Frame
from border_atlas.domain.richtext import paragraph, plain
from border_atlas.domain.stretches import Stretches
from border_atlas.domain.view import View
from border_atlas.domain.vocabulary import Vocabulary


@dataclass(frozen=True, eq=False)
class Kit:
    """What slides are filled from; ``stretches`` are worked out when a slide first asks for them."""

    dataset: Dataset
    words: Vocabulary
    style: HouseStyle
    stretches: Callable[[], Stretches]


@dataclass(frozen=True, eq=False)
class Parts:
    """What a slide shows besides its own title, text and notes.

    ``title`` stands in for a missing one. ``source_ids`` are those of the records shown, ``named_ids`` those of the
    records that it names one by one (``None``: of all); ``boundary_notes`` are those that belong to a record; what
    lies in the frames of ``maps`` is found later.
    """

    title: str = ""
    said: str = ""
    blocks: tuple[Block, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    maps: tuple[DeckMap, ...] = ()
    tables: tuple[DeckTable, ...] = ()
    charts: tuple[DeckChart, ...] = ()
    source_ids: tuple[str, ...] = ()
    named_ids: tuple[str, ...] | None = None
    boundary_notes: tuple[BoundaryNote, ...] = ()


def only_words(title: str, *sentences: str) -> Parts:
    """Return the parts of a slide that cannot show what it should, and says why."""
    return Parts(title=title, blocks=tuple(paragraph(one) for one in sentences))


def map_of(kit: Kit, slide: Slide, view: View, what: str, *, frame: Frame | None = None, caption: str = "") -> DeckMap:
    """Return a map with the options of its slide; ``frame`` counts where the slide has none."""
    return DeckMap(
        view=view, frame=slide.frame or frame, alt=map_alt(kit.dataset, view, what), caption=plain(caption),
        legend=slide.options.legend, labels=slide.options.labels,
    )  # fmt: skip


def present_id(kit: Kit, wanted: str | None, known: Collection[str]) -> str | None:
    """Return the id by which a record goes now, or ``None`` if it is not in the data."""
    found, seen = wanted or "", set[str]()
    while found not in known and found in kit.words.renamed and found not in seen:
        seen.add(found)
        found = kit.words.renamed[found]
    return found if found in known else None
