"""What a recipe is made of; `border_atlas.data.recipes` explains and reads the language."""

from dataclasses import dataclass

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Border:
    """The land border of two countries."""

    first: str
    second: str


@dataclass(frozen=True)
class Borders:
    """All land borders of some countries; ``inner`` keeps only those among them."""

    countries: tuple[str, ...]
    inner: bool = False


@dataclass(frozen=True)
class Coast:
    """The coastline of a country."""

    country: str


@dataclass(frozen=True)
class Territory:
    """A named territory."""

    name: str


@dataclass(frozen=True)
class Edge:
    """The land edges of a named territory, towards all others or one."""

    name: str
    other: str = ""


@dataclass(frozen=True)
class Area:
    """The geometry of a border area."""

    area_id: str


@dataclass(frozen=True)
class Drawn:
    """A point, line or polygon drawn by hand."""

    shape: str
    points: tuple[Point, ...]


Source = Border | Borders | Coast | Territory | Edge | Area | Drawn


@dataclass(frozen=True)
class Clip:
    """Cut to a box; without one, to the box of the row."""

    box: Box | None = None


@dataclass(frozen=True)
class Buffer:
    """Widen by some kilometres."""

    kilometres: float


@dataclass(frozen=True)
class Side:
    """Keep what lies in a country."""

    country: str


@dataclass(frozen=True)
class Outline:
    """Take the edges of polygons."""


Modifier = Clip | Buffer | Side | Outline


@dataclass(frozen=True)
class Part:
    """A source and what is done to it."""

    source: Source
    modifiers: tuple[Modifier, ...] = ()
