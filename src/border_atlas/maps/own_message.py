"""Own data on their way to the browser: small, part of the session's own message, and never run as code.

The content is compressed and written in base64, so that no string of a user's can mean anything to a template, to a
script or to what streamlit-folium rewrites; the browser shows strings with ``textContent`` only.
"""

import base64
import json
import zlib
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

import numpy as np
import numpy.typing as npt
import shapely

from border_atlas.domain.own_drawing import Details, Dots, Marks, OwnDrawing, Shapes
from border_atlas.domain.own_hexagons import Cells, Integers
from border_atlas.maps.own_styles import RIM, looks
from border_atlas.maps.safety import Json

#: Degrees are sent as whole ten-thousandths, 11 m: a pixel at the nearest zoom is wider.
UNIT: Final = 10_000
_LEVEL: Final = 6


def own_message(drawings: Sequence[OwnDrawing]) -> dict[str, Json]:
    """Return what ``Atlas.show`` takes as ``own``: a short digest, by which equal content is told, and the content."""
    text = json.dumps(content(drawings), ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    packed = zlib.compress(text.encode("ascii"), _LEVEL)
    return {"id": sha256(packed).hexdigest()[:16], "z": base64.b64encode(packed).decode("ascii")}


def content(drawings: Sequence[OwnDrawing]) -> dict[str, Json]:
    """Return what the browser draws."""
    return {"rim": list(RIM), "layers": [_layer(drawing) for drawing in drawings]}


def _layer(drawing: OwnDrawing) -> dict[str, Json]:
    made: dict[str, Json] = {
        "line": drawing.line,
        "notes": list(drawing.notes),
        "named": drawing.has_categories,
        "looks": [[look.label, look.count, look.light, look.dark] for look in looks(drawing)],
        "far": _marks(drawing.marks),
    }
    if drawing.shapes is not None:
        made["shapes"] = _shapes(drawing.shapes)
    if drawing.near is not None:
        west, south, east, north = (round(side, 4) for side in drawing.near.box)
        made["near"] = {"box": [west, south, east, north], **_marks(drawing.near.marks)}
    return made


def _marks(marks: Marks) -> dict[str, Json]:
    made: dict[str, Json] = {}
    if marks.dots is not None:
        made["dots"] = _dots(marks.dots)
    if marks.cells:
        made["cells"] = [_cells(cells) for cells in marks.cells]
    return made


def _dots(dots: Dots) -> dict[str, Json]:
    whole = np.rint(dots.degrees * UNIT).astype(np.int64)
    return {"x": whole[:, 0].tolist(), "y": whole[:, 1].tolist(), **_details(dots.details)}


def _details(details: Details) -> dict[str, Json]:
    days = details.dates.astype(np.int64)
    known = ~np.isnat(details.dates)
    return {
        "c": details.categories.tolist(),
        "t": list(details.labels),
        "d": [int(day) if good else None for day, good in zip(days, known, strict=True)],
        "n": details.rows.tolist(),
    }


def _cells(cells: Cells) -> dict[str, Json]:
    # By rows, and each row and column as the step from the one before: small numbers pack well.
    order = np.lexsort((cells.q, cells.r))
    return {
        "size": cells.size,
        "q": _steps(cells.q[order]),
        "r": _steps(cells.r[order]),
        "n": cells.counts[order].tolist(),
        "c": cells.categories[order].tolist(),
    }


def _steps(numbers: Integers) -> list[int]:
    return [int(step) for step in np.diff(numbers, prepend=0)]


def _shapes(shapes: Shapes) -> dict[str, Json]:
    return {"g": [_parts(geometry) for geometry in shapes.geometry], **_details(shapes.details)}


def _parts(geometry: object) -> list[Json]:
    """Return each part of a geometry as its dimension and its rings or line."""
    parts = np.asarray([geometry], dtype=object)
    while (shapely.get_num_geometries(parts) != 1).any() or (shapely.get_type_id(parts) > _POLYGON).any():
        parts = shapely.get_parts(parts)
    return [[int(shapely.get_dimensions(part)), _lines(part)] for part in parts if not shapely.is_empty(part)]


#: GEOS numbers points, lines, rings and polygons up to here; what comes after is made of parts.
_POLYGON: Final = 3


def _lines(part: shapely.Geometry) -> list[Json]:
    polygon = shapely.get_type_id(part) == _POLYGON
    lines = shapely.get_rings(part) if polygon else [part]
    return [_flat(shapely.get_coordinates(line)) for line in lines]


def _flat(coordinates: npt.NDArray[np.float64]) -> list[int]:
    """Return x, y, x, y …, each as the step from the one before."""
    whole = np.rint(coordinates * UNIT).astype(np.int64)
    steps = np.diff(whole, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
    return [int(step) for step in steps.ravel()]
