"""The map as a finished picture to take away, and as a poster: with everything that it must say of itself."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from border_atlas.data.dataset import Dataset
from border_atlas.domain.boundary_notes import notes_in
from border_atlas.domain.citations import BASE_CREDIT, LICENCE, NAME, Request, request_of
from border_atlas.domain.coverage_map import CoverageState
from border_atlas.domain.dates_text import say_day
from border_atlas.domain.deck import DeckMap
from border_atlas.domain.frame import Frame
from border_atlas.domain.own_drawing import MARK, OwnDrawing
from border_atlas.domain.permalinks import version_tag
from border_atlas.domain.sentence import counts_line
from border_atlas.domain.view import View
from border_atlas.domain.vocabulary import vocabulary_of
from border_atlas.errors import ExportError
from border_atlas.maps.static.draw import Form, Furniture, draw_map, shown_bounds
from border_atlas.maps.static.furniture import bands_in
from border_atlas.maps.static.poster import PAPERS, Paper, draw_poster
from border_atlas.model import DISCLAIMER

Scale = Literal["1x", "2x", "300dpi"]

#: Dots per inch of each scale: at 1x the picture is as wide as the web map.
DPI: Final[dict[Scale, int]] = {"1x": 96, "2x": 192, "300dpi": 300}
#: Width and height of the map itself in inches, as a 16:9 slide.
WIDTH: Final = 40 / 3
HEIGHT: Final = 7.5


def map_picture(
    data: Dataset,
    view: View,
    frame: Frame | None,
    *,
    form: Form = "png",
    scale: Scale = "2x",
    style: str = "neutral",
    states: Mapping[int, CoverageState] | None = None,
    request: Request | None = None,
    own: Sequence[OwnDrawing] = (),
) -> bytes:
    """Draw a view as a finished picture: title, map, legend, scale, north, state of the data, boundary notes.

    Parameters
    ----------
    frame
        Where to look; ``None``: at all that the view holds.
    style
        Whose wording the boundary notes follow, a value of `HouseStyle`.
    states
        Coverage of each area by its row in the Dataset, which then colours the areas.
    request
        The question that the view answers, if it is another than its selection.
    own
        Layers of the user's own data, marked as such with the number of rows kept aside.

    Raises
    ------
    ExportError
        If there is no such scale.
    """
    if scale not in DPI:
        msg = f"A picture cannot be drawn at “{scale}”; possible are {', '.join(DPI)}."
        raise ExportError(msg)
    wanted, said = _wanted(data, view, frame, states, request, own)
    around = Furniture(
        title=said, subtitle=counts_line(view), footer=_footer(data, wanted, style, (WIDTH, HEIGHT))
    )  # fmt: skip
    # The bands above and below take nothing from the map: the picture grows by them.
    height = HEIGHT + bands_in(WIDTH, around)
    return draw_map(
        data, wanted, width_in=WIDTH, height_in=height, dpi=DPI[scale], form=form, furniture=around, own=wanted.own
    )


def poster(
    data: Dataset,
    view: View,
    paper: Paper = "A3",
    *,
    frame: Frame | None = None,
    style: str = "neutral",
    request: Request | None = None,
    own: Sequence[OwnDrawing] = (),
) -> bytes:
    """Draw a view as a PDF poster: map, legend, index of missions by organisation, sources and notes.

    ``own`` is that of `map_picture`.

    Raises
    ------
    ExportError
        If there is no such paper.
    """
    if paper not in PAPERS:
        msg = f"There is no poster on “{paper}”; possible are {', '.join(PAPERS)}."
        raise ExportError(msg)
    wanted, said = _wanted(data, view, frame, None, request, own)
    subtitle = f"{said} · {counts_line(view)} · data as of {say_day(data.data_as_of)}"
    footer = _footer(data, wanted, style, (PAPERS[paper][0], PAPERS[paper][1] * 0.55))
    return draw_poster(data, wanted, paper, title=_TITLE, subtitle=subtitle, footer=footer, own=wanted.own)


_TITLE: Final = f"{NAME}: border management in peace operations"


def _wanted(
    data: Dataset,
    view: View,
    frame: Frame | None,
    states: Mapping[int, CoverageState] | None,
    request: Request | None,
    own: Sequence[OwnDrawing],
) -> tuple[DeckMap, str]:
    """Return the map and the sentence that it answers."""
    said = (request or request_of(view, vocabulary_of(data))).said
    alt = f"Map: {said} ({counts_line(view)}), data as of {say_day(data.data_as_of)}."
    alt = " ".join([alt, *(f"{drawing.line}." for drawing in own)])
    coloured = dict(states) if states is not None else None
    return DeckMap(view, frame, alt, caption=said, states=coloured, own=tuple(own)), said


def _footer(data: Dataset, wanted: DeckMap, style: str, size: tuple[float, float]) -> tuple[str, ...]:
    """Return what stands below a map: its state, what it rests on, notes on boundaries in sight, the disclaimer."""
    view = wanted.view
    used = {one for frame in (view.missions, view.areas, view.activities) for ids in frame["source_ids"] for one in ids}
    state = (
        f"{NAME}, data as of {say_day(data.data_as_of)}, version {version_tag(data)}. Licence: {LICENCE}. "
        f"The records shown rest on {len(used)} {'source' if len(used) == 1 else 'sources'}, named with each of them "
        f"in {NAME}. {BASE_CREDIT}"
    )
    theirs = f"{MARK}: drawn as their owner gave them, not checked by {NAME}." if wanted.own else ""
    notes = notes_in(shown_bounds(wanted, width_in=size[0], height_in=size[1]), style)
    return tuple(text for text in (state, theirs, " ".join(note.text for note in notes), DISCLAIMER) if text)
