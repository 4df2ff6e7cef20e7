"""Outlines for Matplotlib: land and lines from Shapely, and the markers of ``assets/atlas-shapes.js``."""

from typing import Final

import numpy as np
import numpy.typing as npt
import shapely
from matplotlib.path import Path

from border_atlas.maps.static.base import Shapes
from border_atlas.maps.static.projection import Numbers

#: Corners in a box of 20 × 20 with y downwards, as in the browser; a circle is none.
_CORNERS: Final[dict[str, tuple[tuple[float, float], ...]]] = {
    "square": ((3.5, 3.5), (16.5, 3.5), (16.5, 16.5), (3.5, 16.5)),
    "triangle": ((10, 2), (18.5, 17), (1.5, 17)),
    "diamond": ((10, 1), (19, 10), (10, 19), (1, 10)),
    "triangle-down": ((1.5, 3), (18.5, 3), (10, 18)),
    "star": (
        (10, 1), (12.6, 6.9), (19, 7.5), (14.2, 11.8), (15.6, 18), (10, 14.7), (4.4, 18), (5.8, 11.8),
        (1, 7.5), (7.4, 6.9),
    ),
    "pentagon": ((10, 1.5), (18.6, 7.7), (15.3, 17.8), (4.7, 17.8), (1.4, 7.7)),
    "hexagon": ((10, 1.5), (17.4, 5.75), (17.4, 14.25), (10, 18.5), (2.6, 14.25), (2.6, 5.75)),
    "cross": (
        (7, 2), (13, 2), (13, 7), (18, 7), (18, 13), (13, 13), (13, 18), (7, 18), (7, 13), (2, 13), (2, 7), (7, 7),
    ),
    "octagon": ((6.5, 2), (13.5, 2), (18, 6.5), (18, 13.5), (13.5, 18), (6.5, 18), (2, 13.5), (2, 6.5)),
}  # fmt: skip
_RADIUS: Final = 7.5 / 20


def marker(shape: str) -> Path:
    """Return a marker of size 1 around (0, 0); an unknown shape is an octagon, as in the browser."""
    if shape == "circle":
        circle = Path.unit_circle()
        return Path(np.asarray(circle.vertices) * _RADIUS, circle.codes)
    corners = np.array(_CORNERS.get(shape, _CORNERS["octagon"])) / 20 - 0.5
    corners[:, 1] *= -1
    return Path(np.vstack([corners, corners[:1]]), closed=True)


def filled(shapes: Shapes) -> Path:
    """Return polygons as one outline to be filled at once, so that no seam shows between neighbours."""
    polygons = shapes[shapely.get_dimensions(shapes) == 2]  # noqa: PLR2004  the plane has two dimensions
    rings = shapely.get_rings(shapely.orient_polygons(shapely.get_parts(polygons)))
    path = _outline(rings)
    if path.codes is not None:
        codes = np.array(path.codes)
        codes[np.append(np.flatnonzero(codes == Path.MOVETO)[1:] - 1, len(codes) - 1)] = Path.CLOSEPOLY
        path = Path(path.vertices, codes)
    return path


def stroked(shapes: Shapes) -> Path:
    """Return lines, and the edges of polygons, as one outline."""
    parts = shapely.get_parts(shapes)
    flat = shapely.get_dimensions(parts) == 2  # noqa: PLR2004  the plane has two dimensions
    edges = shapely.get_rings(parts[flat])
    kept = parts[shapely.get_dimensions(parts) == 1]
    return _outline(np.concatenate([kept, edges]))


def box_path(corner: tuple[float, float], size: tuple[float, float]) -> Path:
    """Return a rectangle from its bottom left."""
    return Path(np.array([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]) * size + corner, closed=True)


def _outline(pieces: Shapes) -> Path:
    coordinates, index = shapely.get_coordinates(pieces, return_index=True)
    vertices: Numbers = np.asarray(coordinates, dtype=np.float64)
    if len(vertices) == 0:
        return Path(np.empty((0, 2)))
    codes: npt.NDArray[np.uint8] = np.full(len(vertices), Path.LINETO, dtype=np.uint8)
    # The first point of each piece starts it.
    codes[np.append(True, index[1:] != index[:-1])] = Path.MOVETO
    return Path(vertices, codes)
