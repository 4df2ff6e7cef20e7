"""What a file is, by its content; the extension must agree."""

import io
import re
import zipfile

from border_atlas.data.own.raw import refuse

#: Extensions of each form that is read.
FORMS = {
    "CSV": ("csv", "tsv", "tab", "txt"),
    "XLSX": ("xlsx",),
    "GeoJSON": ("geojson", "json"),
    "GeoPackage": ("gpkg",),
    "Shapefile": ("zip",),
    "GeoParquet": ("parquet", "geoparquet"),
    "KML": ("kml",),
}
_ACCEPTED = "CSV, TSV, XLSX, GeoJSON, GeoPackage, zipped Shapefile, GeoParquet or KML"
_MAGIC = (
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file"), (b"%PDF", "a PDF"), (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"), (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"), (b"Rar!", "a RAR archive"), (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"), (b"fgb\x03", "a FlatGeobuf"), (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"), (b"\x7fELF", "a program"), (b"MZ", "a program"), (b"ARROW1", "an Arrow file"),
    (b"\0\0\x27\x0a", "a Shapefile without its zip"), (b"{\\rtf", "an RTF text"),
)  # fmt: skip
#: Root elements of XML that other programs, GDAL among them, act upon.
_XML = re.compile(
    r"<(?:\?xml|!doctype|!--|html|svg|gpx|osm|rss|feed|(?:\w+:)?(?:kml|featurecollection|wfs\w*|gml\w*)"
    r"|ogr\w+|vrt\w*|gdal\w*|wms\w*|wmts\w*|capabilities)\b",
    re.IGNORECASE,
)
_ROOT = re.compile(r"<([A-Za-z_][\w.:-]*)")
_JSON = re.compile(r'\{\s*(?:"|\}\s*$)|\[\s*\{\s*"')
#: Text that opens other files or services when a GIS library reads it.
_POINTER = re.compile(
    r"(?:gdalg?\s+(?:vector|raster|pipeline|convert)\b|/vsi\w+/|(?:WFS|OAPIF|OGCAPI|CSW|WMS|PG|MYSQL|ODBC|MSSQL|ES|"
    r"GTFS|GPSBabel|Carto|EEDA|PLScenes|NGW|AmigoCloud|ADBC|HTTP)\s*:\s*\S*(?://|=))",
    re.IGNORECASE,
)


def sniff(content: bytes, name: str) -> str:
    """Return the form of the file, a key of `FORMS`.

    Raises
    ------
    OwnFileError
        When the content is of no known form, or of another than the extension says.
    """
    if not content.strip(b"\0 \r\n\t"):
        refuse("The file is empty", where=name, right="Choose a file with a header and records.")
    form = _form(content)
    extension = name.rpartition(".")[2].lower()
    fitting = FORMS.get(form)
    if fitting is None:
        refuse(
            f"The file looks like {form}, which is not read", where=name, right=f"Save it as {_ACCEPTED}.",
        )  # fmt: skip
    if extension not in fitting:
        refuse(
            f"The content looks like {form}, which does not go with the file's ending", where=name,
            value=f".{extension}", right=f"If it is {form}, name it .{fitting[0]}; else save it again.",
        )  # fmt: skip
    return form


def _form(content: bytes) -> str:
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_form(content)
    if content.startswith(b"SQLite format 3\0"):
        return "GeoPackage" if content[68:72] == b"GPKG" or b"gpkg_contents" in content else "an SQLite database"
    if content.startswith(b"PAR1"):
        return "GeoParquet"
    found = next((label for magic, label in _MAGIC if content.startswith(magic)), "")
    return found or _text_form(content)


def _zip_form(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [name.lower() for name in archive.namelist()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "a zip archive that is damaged or cut off"
    if "[content_types].xml" in names:
        return "XLSX" if "xl/workbook.xml" in names else "an Office file that is no .xlsx workbook"
    if any(name.endswith(".shp") for name in names):
        return "Shapefile"
    if any(name.endswith(".kml") for name in names):
        return "a KMZ archive"
    return "a zip archive without a Shapefile (.shp) in it"


def _text_form(content: bytes) -> str:
    head = _head(content)
    start = head.lstrip("\ufeff \t\r\n")
    if _JSON.match(start):
        return "GeoJSON"
    if _XML.match(start):
        return _xml_form(start)
    # A table has more than one line; one line that names a service or a file elsewhere has nothing to read.
    if _POINTER.match(start) and "\n" not in start.strip():
        return "a pointer to other files or services"
    if "\0" in head:
        return "binary data of an unknown kind"
    return "CSV"


def _xml_form(start: str) -> str:
    roots = _ROOT.findall(start)
    root = roots[0].rpartition(":")[2] if roots else ""
    return "KML" if root.lower() == "kml" else f"XML ({root[:40] or 'no element'})"


def _head(content: bytes) -> str:
    head = content[:8_192]
    if head.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return head[: len(head) // 4 * 4].decode("utf-32", errors="replace")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="replace")
    zeros = head.count(b"\0")
    if zeros > len(head) // 3:
        wide = head.decode("utf-16-le" if head[1:2] == b"\0" else "utf-16-be", errors="replace")
        # Only text of mostly usual letters is taken as UTF-16; anything else is binary and keeps its zeros.
        if "\0" not in wide:
            return wide
    return head.decode("utf-8", errors="replace")
