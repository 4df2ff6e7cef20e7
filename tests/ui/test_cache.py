"""The shared dataset is only read by an app whose GDAL is locked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from border_atlas import gdal_lock
from border_atlas.ui import cache

APP = Path(__file__).resolve().parents[2] / "app.py"


@pytest.fixture
def _fresh() -> Iterator[None]:
    """Start as a new process does, and leave nothing of the test behind."""
    cache._dataset.clear()  # noqa: SLF001  a fresh start cannot be had otherwise
    yield
    cache._dataset.clear()  # noqa: SLF001


@pytest.mark.usefixtures("_fresh")
def test_an_app_with_an_open_gdal_says_so_and_stays_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gdal_lock, "ALLOWED", frozenset({"GPKG"}))
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not app.exception
    said = " ".join(one.value for one in app.error)
    assert "not safe as it was started" in said
    assert "GDAL offers drivers that are not allowed: ESRI Shapefile, GeoJSON" in said
    assert not app.get("download_button")
