"""The report as a file: whole, and harmless whatever the data say."""

import csv
import io
from pathlib import Path

import pandas as pd
import pytest

from border_atlas.cli import main
from border_atlas.domain.quality import Section
from border_atlas.errors import ExportError
from border_atlas.export.quality import FORMS, to_bytes

HOSTILE = "=1+1|<script>alert(1)</script>\n# `x` [a](b)\x00"
SECTIONS = (
    Section("First", "<b>This</b>.", pd.DataFrame({"Name": [HOSTILE, "plain"], "Share (%)": [33.3, float("nan")]})),
    Section("Empty", "Nothing.", pd.DataFrame(columns=["Name"])),
)  # fmt: skip


def text(form: str) -> str:
    return to_bytes(SECTIONS, form, about="Data as of today.").decode("utf-8-sig")


def test_markdown_takes_no_sign_of_the_data_for_its_own() -> None:
    lines = text("md").splitlines()
    row = next(line for line in lines if "alert" in line)
    assert row == r"| =1+1\|\<script\>alert(1)\</script\> \# \`x\` \[a\](b) | 33.3 |"
    assert "| plain | – |" in lines
    assert "None." in lines


def test_html_runs_nothing() -> None:
    page = text("html")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "default-src 'none'" in page


def test_csv_holds_every_cell_and_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(text("csv"), newline="")))
    assert rows[0] == {"Section": "About", "Row": "1", "Column": "State", "Value": "Data as of today."}
    assert len(rows) == 5
    assert rows[1]["Value"].startswith("'=1+1")


def test_another_form_is_refused() -> None:
    with pytest.raises(ExportError, match=r"\.pdf; right is \.md, \.html, \.csv"):
        to_bytes(SECTIONS, "pdf", about="")


def test_the_command_writes_the_report_on_the_dataset(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "report.html"
    assert main(["report", "--out", str(path)]) == 0
    assert "Weakest records" in path.read_text(encoding="utf-8")
    assert main(["report", "--out", str(tmp_path / "report.doc")]) == 1
    assert main(["report", "--out", str(tmp_path / "nowhere" / "report.md")]) == 1
    assert "cannot be written" in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == [path]
    assert set(FORMS) == {"md", "html", "csv"}
