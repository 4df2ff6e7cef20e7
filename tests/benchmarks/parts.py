"""Ten million points in ten files, joined part by part by the command: seconds, and memory at its highest."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

import geopandas as gpd
import numpy as np
import psutil
import shapely

ROWS: Final = 1_000_000
_ROOT: Final = Path(__file__).resolve().parents[2]
_MB: Final = 1024 * 1024


def measure(parts: int) -> dict[str, float]:
    """Return seconds and memory (MB, highest) of the join in one process and on Dask's workers."""
    found: dict[str, float] = {"points": parts * ROWS}
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "parts"
        source.mkdir()
        for number in range(parts):
            _points(number).to_parquet(source / f"part-{number:03}.parquet")
        for engine in ("memory", "dask"):
            seconds, memory = _run(source, Path(folder) / engine, engine)
            found |= {f"{engine}_s": round(seconds, 1), f"{engine}_mb": round(memory)}
    return found


def _points(seed: int) -> gpd.GeoDataFrame:
    """Return points over land and sea between 40° south and 70° north."""
    random = np.random.default_rng(seed)
    places = shapely.points(random.uniform(-20, 140, ROWS), random.uniform(-40, 70, ROWS))
    return gpd.GeoDataFrame({"name": np.arange(ROWS).astype(str)}, geometry=places, crs="EPSG:4326")


def _run(source: Path, target: Path, engine: str) -> tuple[float, float]:
    command = [sys.executable, "-m", "border_atlas", "join", str(source), "--within", "25", "--out", str(target)]
    began = time.perf_counter()
    process = subprocess.Popen([*command, "--engine", engine], cwd=_ROOT, stdout=subprocess.DEVNULL)  # noqa: S603  our own command
    highest = 0.0
    while process.poll() is None:
        highest = max(highest, _memory(process.pid))
        time.sleep(0.2)
    if process.returncode:
        msg = f"The join on {engine} ended with exit code {process.returncode}."
        raise RuntimeError(msg)
    return time.perf_counter() - began, highest


def _memory(pid: int) -> float:
    """Return what a process and its children hold, in MB; children may have gone meanwhile."""
    try:
        whole = psutil.Process(pid)
        return sum(one.memory_info().rss for one in (whole, *whole.children(recursive=True))) / _MB
    except psutil.NoSuchProcess:
        return 0.0
