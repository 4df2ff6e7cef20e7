"""A user's own records, joined to border areas, as files: each says that it is own data and how it was made."""

import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import pyogrio
import shapely
import xlsxwriter

from border_atlas.data.dataset import Dataset
from border_atlas.domain.citations import LICENCE, cite_dataset
from border_atlas.domain.own_apply import OWN_COLUMNS
from border_atlas.domain.own_drawing import MARK
from border_atlas.domain.permalinks import version_tag
from border_atlas.errors import ExportError
from border_atlas.export.csv import to_csv
from border_atlas.export.guard import clean, looks_like_formula
from border_atlas.model import DISCLAIMER

#: Our own columns of the records and what they are called in a file; the others stay with the app.
_KEPT: Final = {
    "_row": "row_in_file", "_mission_id": "mission_id", "_country": "country_iso3", "_placed_by": "placed_by",
}  # fmt: skip
#: Kept only if a record names one.
_NAMED: Final = ("_mission_id", "_country")
_MAX_ROWS: Final = 1_048_575
_MAX_CELL: Final = 32_767
#: Greater whole numbers lose digits in a spreadsheet and beside numbers with a fraction.
_EXACT: Final = 2**53
_JOINED: Final = (
    "Points: the border area that they lie in, else the nearest within {:g} km (geodesic, WGS 84). "
    "Lines and areas: each border area that they touch."
)
#: A spreadsheet knows no day before it; earlier ones are written as text.
_FIRST_YEAR: Final = 1900


@dataclass(frozen=True)
class Format:
    """A kind of file: what the button says, its ending and its type."""

    label: str
    extension: str
    mime: str


FORMATS: Final = (
    Format("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    Format("CSV with README (zip)", "zip", "application/zip"),
    Format("GeoPackage", "gpkg", "application/geopackage+sqlite3"),
    Format("GeoJSON", "geojson", "application/geo+json"),
    Format("GeoParquet", "parquet", "application/vnd.apache.parquet"),
)


#: Endings of all files that can be written; a lone CSV cannot say whose data it holds, so no button offers it.
EXTENSIONS: Final = ("csv", *(form.extension for form in FORMATS))


@dataclass(frozen=True)
class OwnAbout:
    """What a file of own records says of itself."""

    name: str
    kept_aside: int
    within_km: float

    def entries(self, records: pd.DataFrame, dataset: Dataset) -> list[tuple[str, str]]:
        """Give the description line by line, as heading and text."""
        texts = [
            ("Title", "Own records joined to the border areas of Border Atlas"),
            ("Mark", f"{MARK}. Border Atlas has not checked these records."),
            ("File", self.name),
            ("Records", f"{records['_row'].nunique():,} records, {len(records):,} rows"),
            ("Kept aside", f"{self.kept_aside:,} rows of the file had faults and are not in here"),
            ("Joined", _JOINED.format(self.within_km)),
            ("Border areas from", cite_dataset(dataset).long),
            ("Data version", version_tag(dataset)),
            ("Exported on", datetime.now(UTC).date().isoformat()),
            ("Licence", f"The border areas: {LICENCE}. The records: their owner's."),
            ("Disclaimer", DISCLAIMER),
        ]  # fmt: skip
        return [(heading, clean(text)) for heading, text in texts]


def to_bytes(joined: gpd.GeoDataFrame, dataset: Dataset, about: OwnAbout, extension: str) -> bytes:
    """Return joined records as a file of one of `FORMATS`; texts are cleaned, formulas made harmless.

    Raises
    ------
    ExportError
        If there is no such format, or the file cannot hold the records.
    """
    writers: dict[str, Callable[[gpd.GeoDataFrame, list[tuple[str, str]]], bytes]] = {
        "csv": lambda table, _: to_csv(_flat(table)), "zip": _to_zip, "xlsx": _to_xlsx, "geojson": _to_geojson,
        "gpkg": _to_gpkg, "parquet": _to_parquet,
    }  # fmt: skip
    if extension not in writers:
        msg = f"There is no format “{extension}”; choose one of {', '.join(writers)}."
        raise ExportError(msg)
    return writers[extension](_public(joined), about.entries(joined, dataset))


def faults_csv(faults: pd.DataFrame) -> bytes:
    """Return the list of faults as CSV, formulas made harmless."""
    return to_csv(faults.astype(str))


def _public(joined: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the user's columns, what the join added, row and kind of place; plain kinds of values."""
    taken = {str(name).casefold() for name in joined.columns}
    names, kept = {}, []
    for column in joined.columns:
        # A user's own column may begin with an underscore too, as in survey exports.
        if column in OWN_COLUMNS and (column not in _KEPT or (column in _NAMED and not (joined[column] != "").any())):
            continue
        kept.append(column)
        names[column] = _free(_KEPT[column], taken) if column in _KEPT else clean(str(column))
        taken.add(names[column].casefold())
    columns = {names[column]: _plain(joined[column]) for column in kept}
    return gpd.GeoDataFrame(columns, geometry=joined.geometry.to_numpy(), crs=joined.crs)


def _plain(cells: pd.Series) -> pd.Series:
    """Return cells of one kind: whole numbers, numbers, truths, times or clean texts; empty cells stay empty."""
    if cells.dtype != object and not isinstance(cells.dtype, pd.StringDtype):
        return cells.reset_index(drop=True)
    empty = cells.isna().to_numpy()
    filled = cells.to_numpy(dtype=object)[~empty]
    kinds = set(map(type, filled))
    if kinds == {int, float} and any(type(cell) is int and abs(cell) > _EXACT for cell in filled):
        kinds = {str}
    for wanted, kind in (({bool}, "boolean"), ({int}, "Int64"), ({int, float}, "Float64")):
        if kinds and kinds <= wanted:
            return pd.Series(_spread(filled, empty, pd.NA), dtype=kind)
    if kinds == {pd.Timestamp}:
        return pd.Series(pd.to_datetime(list(cells)), dtype="datetime64[us]")
    return _spread([clean(str(cell)) for cell in filled], empty, None)


def _spread(filled: Iterable[object], empty: npt.NDArray[np.bool_], nothing: object) -> pd.Series:
    """Put values where cells are filled and ``nothing`` where they are empty."""
    cells = np.empty(len(empty), dtype=object)
    cells[empty] = nothing
    cells[~empty] = list(filled)
    return pd.Series(cells, dtype=object)


def _is_empty(cell: object) -> bool:
    return cell is None or cell is pd.NaT or cell is pd.NA or (isinstance(cell, float) and np.isnan(cell))


def _flat(table: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return the table with its places as longitude and latitude or, for shapes, as text (WKT)."""
    shapes = table.geometry.to_numpy()
    points = shapely.get_type_id(shapes) == 0
    flat = pd.DataFrame(table.drop(columns="geometry"))
    taken = {str(name).casefold() for name in flat.columns}
    for name, place in (("atlas_longitude", shapely.get_x(shapes)), ("atlas_latitude", shapely.get_y(shapes))):
        flat[_free(name, taken)] = place
    if not points.all():
        texts = shapely.to_wkt(shapes, rounding_precision=-1)
        flat[_free("atlas_shape", taken)] = [None if one else text for one, text in zip(points, texts, strict=True)]
    return flat


def _free(name: str, taken: Collection[str]) -> str:
    """Return a name that no column has, in whatever case."""
    while name.casefold() in taken:
        name += "_"
    return name


def _to_zip(table: gpd.GeoDataFrame, entries: list[tuple[str, str]]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr("README.txt", "".join(f"{heading}: {text}\n" for heading, text in entries))
        files.writestr("own-records.csv", to_csv(_flat(table)))
    return packed.getvalue()


def _to_xlsx(table: gpd.GeoDataFrame, entries: list[tuple[str, str]]) -> bytes:
    if len(table) > _MAX_ROWS:
        msg = f"The table has {len(table):,} rows; a sheet holds {_MAX_ROWS:,}. Take CSV or GeoParquet."
        raise ExportError(msg)
    packed = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(packed, options) as book:
        formats = {
            "guarded": book.add_format({"quote_prefix": True}),
            "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        }
        sheets = (("Own records", _flat(table)), ("About", pd.DataFrame(entries, columns=pd.Index(["What", "Text"]))))
        for title, flat in sheets:
            sheet = book.add_worksheet(title)
            for column, name in enumerate(flat.columns):
                sheet.write_string(0, column, str(name)[:_MAX_CELL])
                for row, cell in enumerate(flat[name], start=1):
                    _cell(sheet, row, column, cell, formats)
            sheet.freeze_panes(1, 0)
    return packed.getvalue()


def _cell(sheet: Any, row: int, column: int, cell: object, formats: dict[str, Any]) -> None:  # noqa: ANN401  types of the library
    if _is_empty(cell):
        return
    if isinstance(cell, bool | np.bool_):
        sheet.write_boolean(row, column, bool(cell))
    elif isinstance(cell, int | float | np.number) and (isinstance(cell, float) or abs(int(cell)) <= _EXACT):
        sheet.write_number(row, column, float(cell))
    elif isinstance(cell, pd.Timestamp) and cell.year >= _FIRST_YEAR and cell.microsecond % 1000 == 0:
        sheet.write_datetime(row, column, cell.to_pydatetime(), formats["moment"])
    else:
        text = str(cell)
        if len(text) > _MAX_CELL:
            text = f"({len(text):,} characters, too long for a cell: take the GeoPackage)"
        sheet.write_string(row, column, text, formats["guarded"] if looks_like_formula(text) else None)


def _to_geojson(table: gpd.GeoDataFrame, entries: list[tuple[str, str]]) -> bytes:
    columns = [[_json(cell) for cell in table[name].tolist()] for name in table.columns.drop("geometry")]
    names = list(table.columns.drop("geometry"))
    rows = [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]
    shapes = shapely.to_geojson(shapely.orient_polygons(table.geometry.to_numpy()))
    features = [
        {"type": "Feature", "properties": row, "geometry": None if shape is None else json.loads(shape)}
        for row, shape in zip(rows, shapes, strict=True)
    ]
    whole = {"type": "FeatureCollection", "about": [list(entry) for entry in entries], "features": features}
    return json.dumps(whole, ensure_ascii=False).encode()


def _json(cell: object) -> object:
    """Return a cell as JSON holds it; numbers keep all their digits."""
    if _is_empty(cell):
        return None
    return cell.isoformat() if isinstance(cell, pd.Timestamp) else cell


def _to_gpkg(table: gpd.GeoDataFrame, entries: list[tuple[str, str]]) -> bytes:
    about = pd.DataFrame(entries, columns=pd.Index(["heading", "text"]))
    taken = {str(name).casefold() for name in table.columns}
    # What the file needs for itself gives way to the user's columns, which it would swallow.
    options = {"DESCRIPTION": MARK, "FID": _free("fid", taken), "GEOMETRY_NAME": _free("geom", taken)}
    with tempfile.TemporaryDirectory(prefix="border-atlas-") as folder:
        path = Path(folder) / "own.gpkg"
        try:
            pyogrio.write_dataframe(
                table, path, layer="own_records", driver="GPKG", geometry_type="Unknown",
                layer_options=options, dataset_options={"VERSION": "1.2"},
            )  # fmt: skip
            pyogrio.write_dataframe(about, path, layer="about", driver="GPKG", append=True)
        except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, pyogrio.errors.FieldError) as error:
            msg = f"The GeoPackage cannot be written: {error}"
            raise ExportError(msg) from error
        return path.read_bytes()


def _to_parquet(table: gpd.GeoDataFrame, entries: list[tuple[str, str]]) -> bytes:
    import pyarrow.parquet as pq  # noqa: PLC0415  only this format needs it

    packed = io.BytesIO()
    table.to_parquet(packed, index=False)
    read = pq.read_table(io.BytesIO(packed.getvalue()))
    metadata = dict(read.schema.metadata or {}) | {b"border_atlas": json.dumps(entries).encode()}
    written = io.BytesIO()
    pq.write_table(read.replace_schema_metadata(metadata), written)
    return written.getvalue()
