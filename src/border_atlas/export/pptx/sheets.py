"""What a file's slide holds and where: a slide of a deck becomes one sheet or, where it is long, several."""

from dataclasses import dataclass, field

from border_atlas.domain.deck import DeckChart, DeckMap, DeckSource
from border_atlas.export.pptx.legend_plan import Item
from border_atlas.export.pptx.page import Box
from border_atlas.export.pptx.texts import Para


@dataclass(frozen=True)
class Texts:
    """Paragraphs in a box in one size; in ``columns`` side by side."""

    paras: tuple[Para, ...]
    box: Box
    size: float
    columns: int = 1


@dataclass(frozen=True)
class Figures:
    """Key figures as (value, label): in a strip, or ``stacked`` below each other."""

    pairs: tuple[tuple[str, str], ...]
    box: Box
    stacked: bool = False


@dataclass(frozen=True, eq=False)
class MapPanel:
    """A map with its caption."""

    deck_map: DeckMap
    box: Box


@dataclass(frozen=True)
class LegendPanel:
    """The legend of the maps on a slide."""

    items: tuple[Item, ...]
    box: Box


@dataclass(frozen=True, eq=False)
class ChartPanel:
    """A chart of bars, or some rows of a timeline; ``years`` is how far the whole timeline goes."""

    chart: DeckChart
    heading: str
    box: Box
    years: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class Grid:
    """A table laid out: widths of its columns, heights of its rows (the head is the first) and the size of its text."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    size: float


@dataclass(frozen=True)
class TablePanel:
    """Some rows of a table; ``remark`` stands below."""

    heading: str
    grid: Grid
    box: Box
    remark: str = ""


@dataclass(frozen=True)
class MatrixPanel:
    """Some rows of a matrix; cells are counts. ``turned``: the heads of its columns are written upwards."""

    heading: str
    alt: str
    grid: Grid
    box: Box
    head_size: float
    turned: bool


Panel = MapPanel | LegendPanel | ChartPanel | TablePanel | MatrixPanel


@dataclass(frozen=True)
class Head:
    """Title and sentence of the selection; ``bottom`` is where they end."""

    title: str
    title_size: float
    title_box: Box
    said: Texts | None
    bottom: float


@dataclass(frozen=True, eq=False)
class Sheet:
    """One slide of the file; ``left_over`` are sources that stand in its notes for want of room."""

    head: Head
    foot: Texts | None
    body: Texts | None = None
    figures: Figures | None = None
    panels: tuple[Panel, ...] = field(default=())
    left_over: tuple[DeckSource, ...] = ()
