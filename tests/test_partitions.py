"""Joins part by part: the same on every engine, whatever was done before, and also when a worker is lost."""

import os
import signal
import threading
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from distributed import LocalCluster

from border_atlas import partitions
from border_atlas.cli import main
from border_atlas.config import GEODATA
from border_atlas.data.load import load_dataset
from border_atlas.domain.own_join import join
from border_atlas.errors import ExportError, OwnFileError

ROWS = 300
PARTS = 6


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Points by chance in a folder of parts."""
    source = tmp_path / "in"
    source.mkdir()
    chance = np.random.default_rng(3)
    for part in range(PARTS):
        lon, lat = chance.uniform(20, 50, ROWS), chance.uniform(30, 45, ROWS)
        rows = pd.DataFrame({"name": [f"{part}-{row}" for row in range(ROWS)], "lon": lon, "lat": lat})
        rows.to_parquet(source / f"part-{part}.parquet")
    return source


def works(folder: Path, out: Path, within: float = 25.0) -> list[partitions.Work]:
    return partitions.plan(partitions.parts_of(folder), out, geodata=GEODATA, within_km=within)


def joined(out: Path) -> dict[str, tuple[str, str]]:
    """Return area and relation of each record in all parts."""
    tables = [gpd.read_parquet(path) for path in sorted(out.glob("*.parquet"))]
    whole = pd.concat(tables)
    found = zip(whole["name"], whole["area_id"].fillna(""), whole["relation"].fillna(""), strict=True)
    return {name: (area, relation) for name, area, relation in found}


def at_once(folder: Path) -> dict[str, str]:
    """Return the area of each record as one join of all of them gives it."""
    whole = pd.concat([pd.read_parquet(path) for path in sorted(folder.glob("*.parquet"))], ignore_index=True)
    words = dict.fromkeys(("_label", "_category", "_mission_id", "_country", "_area_id"), "")
    rows = whole[["name"]].assign(_row=np.arange(len(whole)), _date=pd.NaT, _placed_by="coordinates", **words)
    records = gpd.GeoDataFrame(rows, geometry=shapely.points(whole["lon"], whole["lat"]), crs="EPSG:4326")
    found = join(records, load_dataset(GEODATA), 25.0)
    return dict(zip(found["name"], found["area_id"], strict=True))


def test_parts_hold_what_one_join_of_all_gives(folder: Path, tmp_path: Path) -> None:
    done = list(partitions.in_memory(works(folder, tmp_path / "out")))
    wanted = at_once(folder)
    assert {name: area for name, (area, _) in joined(tmp_path / "out").items()} == wanted
    assert sum(one.rows for one in done) == PARTS * ROWS
    assert sum(one.near for one in done) == sum(area != "" for area in wanted.values()) > 0


def test_a_worker_lost_in_the_middle_costs_nothing(folder: Path, tmp_path: Path) -> None:
    expected = tmp_path / "memory"
    list(partitions.in_memory(works(folder, expected)))
    out = tmp_path / "dask"
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster:
        victim = next(iter(cluster.scheduler_info["workers"].values()))["name"]
        process = cluster.workers[victim].process.process.pid
        stopped = threading.Timer(0.5, os.kill, (process, signal.SIGKILL))
        stopped.start()
        done = list(partitions.on_dask(works(folder, out), cluster.scheduler_address))
        stopped.join()
    assert sorted(one.part for one in done) == [f"part-{part}.parquet" for part in range(PARTS)]
    assert joined(out) == joined(expected)
    assert not list(out.glob(".*.part"))


def test_a_second_run_takes_up_where_the_first_stopped(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    begun = works(folder, out)
    partitions.join_part(begun[0])
    partitions.join_part(begun[1])
    begun[1].note.write_text('{"part": "part-1', encoding="utf-8")
    before = begun[0].target.stat().st_mtime_ns
    assert main(["join", str(folder), "--within", "25", "--out", str(out)]) == 0
    said = capsys.readouterr().out
    assert f"{PARTS} parts, 1 of them done before: {PARTS * ROWS:,} rows, 0 kept aside" in said
    assert begun[0].target.stat().st_mtime_ns == before
    assert len(joined(out)) == PARTS * ROWS


def test_other_settings_or_bytes_make_a_part_anew(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = works(folder, out)[0]
    partitions.join_part(first)
    assert partitions.is_done(first) is not None
    assert partitions.is_done(works(folder, out, within=30.0)[0]) is None
    rows = pd.read_parquet(first.source)
    rows.assign(lon=rows["lon"] + 1).to_parquet(first.source)
    assert partitions.is_done(first) is None


def test_a_part_with_other_columns_is_refused_and_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    last = folder / "part-5.parquet"
    pd.read_parquet(last).rename(columns={"lat": "breite"}).to_parquet(last)
    work = works(folder, tmp_path / "out")[-1]
    with pytest.raises(OwnFileError, match=r"part-5\.parquet: The part has no column lat"):
        partitions.join_part(work)
    assert not list((tmp_path / "out").iterdir())


def test_parts_are_never_written_over_their_sources(folder: Path) -> None:
    with pytest.raises(ExportError, match="is the folder that is read"):
        works(folder, folder)


def test_a_folder_without_parquet_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["join", str(tmp_path), "--out", str(tmp_path / "out")]) == 1
    assert "There is no Parquet file to join" in capsys.readouterr().err


def test_a_scheduler_that_does_not_answer_is_named(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(partitions, "_PATIENCE", "1s")
    with pytest.raises(ExportError, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:9"):
        list(partitions.on_dask(works(folder, tmp_path / "out"), "tcp://127.0.0.1:9"))


def test_a_file_of_another_kind_is_refused_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sites = tmp_path / "sites.csv"
    sites.write_text("name,lon,lat\na,20,40\n", encoding="utf-8")
    assert main(["join", str(sites), "--engine", "memory", "--out", str(tmp_path / "out")]) != 0
    said = capsys.readouterr().err
    assert "Only Parquet files are joined part by part" in said
    assert "sites.csv" in said
    assert not (tmp_path / "out").exists()


def test_a_file_in_the_way_of_the_folder_of_parts_is_told(folder: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_bytes(b"x")
    with pytest.raises(ExportError, match="cannot be made a folder"):
        works(folder, taken)
    assert taken.read_bytes() == b"x"
