"""``import`` and ``join`` on the command line: what they say, what they write, and how they refuse."""

import subprocess
import sys
from pathlib import Path

import pytest

from border_atlas.cli import main
from border_atlas.data import load
from border_atlas.export.own import EXTENSIONS
from border_atlas.export.own_examples import examples
from tests.data.own.samples import csv_of, read_here, xlsx_of
from tests.factories import make_dataset

GOOD = [["Post", "44.8", "41.7"], ["Camp", "44.9", "41.8"]]
BAD = [*GOOD, ["Tent", "north", "42"], ["Ship", "44", "95"]]


@pytest.fixture(autouse=True)
def _small_world(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "load_dataset", lambda _: make_dataset())


@pytest.fixture
def sites(tmp_path: Path) -> Path:
    return written(tmp_path / "sites.csv", csv_of(["name", "lon", "lat"], BAD).encode())


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([str(one) for one in arguments])
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return code, said.out, said.err


def test_import_tells_every_fault_and_that_rows_are_kept_aside(sites: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "import", sites)
    assert (code, err) == (1, "")
    assert "sites: 4 rows, 2 used, 2 kept aside" in out
    assert "row 4, lon: No coordinate can be read from this. (found: north)." in out
    assert "row 5, lat: A latitude cannot lie beyond 90. (found: 95)." in out


def test_import_of_a_good_file_ends_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "import", written(tmp_path / "a.csv", csv_of(["name", "lon", "lat"], GOOD).encode()))
    assert code == 0
    assert "a: 2 rows, 2 used, 0 kept aside" in out


def test_import_lists_names_that_were_not_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [["a", "Alpha Border Mission"], ["b", "Alpha Border Mission"], ["c", "Alpha Bordr Mission X"]]
    _, out, _ = run(capsys, "import", written(tmp_path / "a.csv", csv_of(["note", "mission"], rows).encode()))
    assert "not found in column mission: Alpha Bordr Mission X (1×; perhaps" in out


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_join_writes_what_the_ending_says(sites: Path, extension: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = sites.with_name(f"joined.{extension}")
    code, said, _ = run(capsys, "join", sites, "--within", "300", "--out", out)
    assert code == 0
    assert f"Written to {out}" in said
    assert "2 kept aside" in said
    if extension != "zip":
        assert list(read_here(out.read_bytes(), out.name)[0].table["name"]) == ["Post", "Camp"]
    assert [path.name for path in sites.parent.iterdir() if path.name.endswith(".part")] == []


def test_join_of_several_sheets_asks_for_one_and_takes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [["name", "lon", "lat"], *GOOD]
    book, out = written(tmp_path / "two.xlsx", xlsx_of({"north": rows, "south": rows[:2]})), tmp_path / "out.csv"
    code, _, err = run(capsys, "join", book, "--out", out)
    assert (code, err) == (
        1, "border_atlas: two.xlsx holds 2 layer(s) (north, south); choose one with --layer.\n"
    )  # fmt: skip
    code, _, err = run(capsys, "join", book, "--layer", "west", "--out", out)
    assert (code, "none is called “west”" in err) == (1, True)
    assert run(capsys, "join", book, "--layer", "south", "--out", out)[0] == 0
    assert list(read_here(out.read_bytes(), "out.csv")[0].table["name"]) == ["Post"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--out", "joined.docx"], "has no ending that can be written; choose one of .csv, .xlsx"),
        (["--out", "no/such/folder/joined.csv"], "cannot be written: No such file or directory; right is"),
        (["--out", "sites.csv"], "is the file that is read; give the joined table another name."),
        (["--within", "-1", "--out", "j.csv"], "must lie between 0 and 1000 km, but is -1."),
        (["--within", "nan", "--out", "j.csv"], "must lie between 0 and 1000 km, but is nan."),
    ],
)
def test_join_refuses_in_one_line(
    sites: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sites.parent)
    before = sites.read_bytes()
    code, _, err = run(capsys, "join", sites.name, *arguments)
    assert code == 1
    assert err.startswith("border_atlas: ")
    assert said in err
    assert err.count("\n") == 1
    assert sites.read_bytes() == before
    assert list(sites.parent.iterdir()) == [sites]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.csv", None, "The file cannot be opened (found: No such file or directory). Name an existing file."),
        ("empty.csv", b"", "The file is empty. Choose a file with a header and records."),
        ("half.xlsx", b"PK\x03\x04", "a zip archive that is damaged or cut off"),
        ("layer.gpkg", b"<OGRVRTDataSource/>", "The file looks like XML (OGRVRTDataSource), which is not read."),
        ("old.xls", b"\xd0\xcf\x11\xe0", "an old Excel or Word file"),
    ],
)
@pytest.mark.parametrize("command", [["import"], ["join", "--out", "j.csv"]], ids=["import", "join"])
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, name: str, content: bytes | None, said: str, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    code, out, err = run(capsys, *command, path)
    assert (code, out) == (1, "")
    assert said in err
    assert err.count("\n") == 1


def test_a_folder_is_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "import", tmp_path)
    assert (code, "The file cannot be opened" in err) == (1, True)


def test_join_needs_a_place_to_write_to(sites: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["join", str(sites)])
    assert "the following arguments are required: --out" in capsys.readouterr().err


def test_the_module_joins_an_example_to_the_dataset_itself(tmp_path: Path) -> None:
    example = next(one for one in examples() if one.name.endswith(".kml"))
    source, out = written(tmp_path / example.name, example.content), tmp_path / "joined.parquet"
    command = [sys.executable, "-m", "border_atlas", "join", str(source), "--within", "25", "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  our own module
    assert (done.returncode, done.stderr) == (0, "")
    assert "12 rows, 12 used, 0 kept aside" in done.stdout
    assert len(read_here(out.read_bytes(), out.name)[0].table) >= 12
