"""Places on disk and coordinate reference systems that the whole package shares."""

from datetime import date
from pathlib import Path
from typing import Final

#: Geographic coordinates in degrees; all stored geometry uses it.
WGS84: Final = "EPSG:4326"
#: NSIDC EASE-Grid 2.0 Global, equal-area, metres: world-wide areas.
EQUAL_AREA: Final = "EPSG:6933"

#: Root of the project: the folder that holds ``geodata/`` and ``app.py``.
PROJECT_ROOT: Final = Path(__file__).resolve().parents[2]
#: Built files, see ``geodata/README.md``.
GEODATA: Final = PROJECT_ROOT / "geodata"
#: What editors edit.
TABLES: Final = GEODATA / "tables"
#: Layers cut for the browser, with content-hashed names, and their ``manifest.json``.
WEB_LAYERS: Final = GEODATA / "web"

#: State of affairs that the tables describe; an empty end date means "still running" on this day.
DATA_AS_OF: Final = date(2026, 1, 5)

#: Begin of the first operation with border work on record (UNSCOB); years on sliders and axes start here.
FIRST_YEAR: Final = 1947
