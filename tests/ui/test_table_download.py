"""The CSV below a table: a zip that says where it comes from, on every page with a table."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import pytest

from border_atlas.domain.citations import Request
from border_atlas.model import DISCLAIMER
from border_atlas.ui import table_download
from tests.factories import make_dataset


def test_the_button_gives_a_zip_of_table_and_readme(monkeypatch: pytest.MonkeyPatch) -> None:
    made: dict[str, Any] = {}

    def offer(label: str, build: Callable[[], bytes], **more: Any) -> None:
        made.update(more, label=label, build=build)

    monkeypatch.setattr(table_download.st, "download_button", offer)
    data = make_dataset()
    rows = pd.DataFrame({"Record": ["A"], "Why": [["old", "copy"]]})
    table_download.button(data, rows, "To check", key="k", request=Request("All records", {"c.mark": "no"}))
    stem = f"border-atlas-to-check_{data.data_as_of:%Y%m%d}"
    assert (made["label"], made["file_name"], made["mime"]) == (
        "Download 1 rows as CSV", f"{stem}.csv.zip", "application/zip",
    )  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(made["build"]())) as files:
        assert files.namelist() == ["README.txt", f"{stem}.csv"]
        assert files.read(f"{stem}.csv").decode("utf-8-sig") == "Record,Why\r\nA,old; copy\r\n"
        said = files.read("README.txt").decode()
    assert [one for one in ("All records", "?c.mark=no&v=", DISCLAIMER, "CC BY 4.0") if one not in said] == []
    assert date.fromisoformat(said.partition("Exported on: ")[2][:10]) >= data.data_as_of
