"""KML by Python's own parser, without document types, entities or links to elsewhere."""

from typing import Any
from xml.parsers import expat

import shapely

from border_atlas.data.own import shapes
from border_atlas.data.own.limits import Limits
from border_atlas.data.own.raw import RawLayer, RowFault, check_counts, refuse

_TEXTS = {"name", "description", "address", "phoneNumber", "when", "begin", "end"}
_SHAPES = {"Point": "Point", "LineString": "LineString", "LinearRing": "LinearRing", "Polygon": "Polygon"}
_COLUMNS = {"Data": "value", "SimpleData": "SimpleData"}


class _Reader:
    """Collects placemarks while the parser runs."""

    def __init__(self, limits: Limits) -> None:
        self.limits, self.path = limits, list[str]()
        self.text = list[str]()
        self.records = list[tuple[int, dict[str, Any]]]()
        self.record: dict[str, Any] | None = None
        self.key = ""
        self.raw = list[tuple[str, Any]]()
        self.rings = list[Any]()
        self.links, self.line, self.columns = 0, 0, dict[str, None]()
        self.geometries = list[list[tuple[str, Any]]]()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        local = tag.rpartition(":")[2]
        self.path.append(local)
        if len(self.path) > self.limits.depth:
            refuse("The KML is nested too deep", right=f"At most {self.limits.depth} levels are read.")
        self.text = []
        if local == "Placemark":
            self.record, self.raw = {}, []
        elif local == "NetworkLink":
            self.links += 1
        elif local == "Polygon":
            self.rings = []
        if local in _COLUMNS:
            self.key = attributes.get("name", "")

    def data(self, text: str) -> None:
        """Take text."""
        self.text.append(text)

    def end(self, tag: str) -> None:
        """Close an element."""
        local = tag.rpartition(":")[2]
        parent = self.path[-2] if len(self.path) > 1 else ""
        text = "".join(self.text).strip()
        self.path.pop()
        self.text = []
        if self.record is None:
            return
        if local == "coordinates":
            self._coordinates(parent, text)
        elif local == "Polygon":
            self.raw.append(("Polygon", self.rings))
        elif local == "Placemark":
            self._close()
        else:
            self._attribute(local, parent, text)

    def _coordinates(self, kind: str, text: str) -> None:
        positions = [[_number(part) for part in position.split(",")] for position in text.split()]
        if kind == "LinearRing":
            if "outerBoundaryIs" in self.path:
                self.rings.insert(0, positions)
            elif "innerBoundaryIs" in self.path:
                self.rings.append(positions)
            else:
                self.raw.append(("LineString", positions))
        elif kind == "Point":
            self.raw.append(("Point", positions[0] if positions else None))
        else:
            self.raw.append((kind, positions))

    def _attribute(self, local: str, parent: str, text: str) -> None:
        if self.record is None or not text:
            return
        if (local in _TEXTS and parent in {"Placemark", "TimeStamp", "TimeSpan"}) or (
            local == "value" and parent == "Data"
        ):
            self._put(self.key if local == "value" else local, text)
        elif local == "SimpleData":
            self._put(self.key, text)

    def _put(self, key: str, text: str) -> None:
        if self.record is None:
            return
        self.record[key] = f"{self.record[key]}; {text}" if key in self.record else text
        self.columns[key] = None
        if len(self.columns) > self.limits.columns:
            refuse("The KML has too many fields", right=f"At most {self.limits.columns} are read.")

    def _close(self) -> None:
        if len(self.records) >= self.limits.rows:
            refuse("The KML has too many placemarks", right=f"At most {self.limits.rows:,} are read.")
        self.records.append((len(self.records) + 1, self.record or {}))
        self.geometries.append(self.raw)
        self.record = None


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _no_doctype(*_parts: object) -> None:
    refuse("The KML declares a document type or entities", right="Save it again as plain KML.")


def read_kml(content: bytes, *, name: str, limits: Limits) -> list[RawLayer]:
    """Return one layer of all placemarks."""
    reader = _Reader(limits)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.data
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _no_doctype
    try:
        parser.Parse(content, True)  # noqa: FBT003  expat's own signature
    except (expat.ExpatError, ValueError, LookupError) as error:
        refuse("The KML is not complete XML", value=error, right="It may be cut off or edited by hand: save it again.")
    return [_layer(reader, name, limits)]


def _layer(reader: _Reader, name: str, limits: Limits) -> RawLayer:
    columns = list(reader.columns)
    check_counts(
        rows=len(reader.records), columns=len(columns), max_rows=limits.rows, max_columns=limits.columns,
        max_cells=limits.cells, where="the file",
    )  # fmt: skip
    if not reader.records:
        refuse("The KML has no placemarks", right="Links to other files are not followed: save the places themselves.")
    layer = RawLayer(
        name=name, columns=columns, rows=[row for row, _ in reader.records],
        data=[[record.get(column) for _, record in reader.records] for column in columns],
    )  # fmt: skip
    if reader.links:
        layer.notes.append(f"{reader.links} link(s) to other files not followed")
    vertices = shapes.Vertices(limits)
    layer.shapes = [_shape(raw, row, layer, vertices) for raw, row in zip(reader.geometries, layer.rows, strict=True)]
    layer.crs = shapes.WGS84
    return layer


def _shape(raw: list[tuple[str, Any]], row: int, layer: RawLayer, vertices: shapes.Vertices) -> Any:  # noqa: ANN401
    built = []
    for kind, coordinates in raw:
        try:
            built.append(shapes.build(kind, coordinates, vertices))
        except shapes.ShapeError as error:
            layer.faults.append(RowFault(row, "geometry", kind, str(error)))
            continue
        if shapes.open_rings(kind, coordinates):
            layer.faults.append(RowFault(row, "geometry", kind, "a ring was not closed; it has been closed"))
    if len(built) <= 1:
        return built[0] if built else None
    return _collected(built)


def _collected(built: list[Any]) -> Any:  # noqa: ANN401  Shapely
    kinds = {shape.geom_type for shape in built}
    collect = {
        "Point": shapely.multipoints, "LineString": shapely.multilinestrings,
        "Polygon": shapely.multipolygons,
    }  # fmt: skip
    single = kinds.pop() if len(kinds) == 1 else ""
    return collect.get(single, shapely.geometrycollections)(built)
