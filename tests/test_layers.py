"""Imports run downwards only: pages → ui → export → maps, charts → domain → data → errors, config, model."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "border_atlas"
FLOOR = {
    "__init__": 0, "errors": 0, "gdal_lock": 0, "config": 0, "model": 0, "palette": 0, "serving": 0,
    "symbols": 0, "modules_ahead": 0, "drafts": 0,
    "data": 1, "domain": 2, "maps": 3, "charts": 3, "export": 4, "ui": 5, "partitions": 5, "cli_own": 6,
    "cli_edit": 6, "cli": 7, "__main__": 8,
}  # fmt: skip


def imported_modules(file: Path) -> set[str]:
    modules: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules.add(node.module)
    return modules


def room(file: Path) -> str:
    return file.relative_to(PACKAGE).with_suffix("").parts[0]


def faults(file: Path) -> list[str]:
    own = FLOOR[room(file)]
    wrong = []
    for module in imported_modules(file):
        parts = module.split(".")
        if parts[0] == "streamlit" and room(file) != "ui":
            wrong.append(f"{file.name} imports {module}")
        if parts[0] == "border_atlas" and len(parts) > 1:
            other = FLOOR[parts[1]]
            if other > own or (other == own == 3 and parts[1] != room(file)):
                wrong.append(f"{file.name} imports {module}")
    return wrong


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_module_imports_only_its_own_floor_and_below(file: Path) -> None:
    assert faults(file) == []


@pytest.mark.parametrize("file", [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py"))], ids=lambda file: file.name)
def test_pages_only_lay_out_parts(file: Path) -> None:
    rooms = {module.split(".")[1] for module in imported_modules(file) if module.startswith("border_atlas.")}
    assert rooms <= {"ui", "domain", "model", "config", "errors"}
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 120


def test_a_breach_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "PACKAGE", tmp_path)
    (tmp_path / "data").mkdir()
    bad = tmp_path / "data" / "bad.py"
    bad.write_text("import streamlit\nfrom border_atlas.ui import state\n", encoding="utf-8")
    assert sorted(faults(bad)) == ["bad.py imports border_atlas.ui", "bad.py imports streamlit"]
