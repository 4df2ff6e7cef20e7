"""The page names the modules of its widgets, with all that they import, once each."""

from pathlib import Path

from border_atlas.modules_ahead import SCRIPTS, WIDGETS, head, modules


def test_a_module_brings_what_it_imports(tmp_path: Path) -> None:
    (tmp_path / "Slider.A.js").write_text('import{a as b}from"./one.B.js";import"./two.C.js";import("./late.D.js")')
    (tmp_path / "one.B.js").write_text('import{a}from"./two.C.js";')
    (tmp_path / "two.C.js").write_text("let a=1;")
    assert sorted(modules(tmp_path)) == ["Slider.A.js", "one.B.js", "two.C.js"]


def test_streamlit_has_a_module_for_each_kind_of_widget() -> None:
    names = {path.name.partition(".")[0] for path in SCRIPTS.glob("*.js")}
    assert set(WIDGETS) <= names


def test_the_head_names_only_files_that_are_there_and_not_twice() -> None:
    said = head(b'<link rel="modulepreload" crossorigin href="./static/js/' + modules()[0].encode() + b'">').decode()
    assert modules()[0] not in said
    assert said.count("modulepreload") == len(modules()) - 1
    assert all((SCRIPTS / name).exists() for name in modules())
