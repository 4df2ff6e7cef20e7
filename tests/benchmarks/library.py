"""Runs the library's benchmarks with pytest-benchmark and reads what they found."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).with_name("bench_library.py")
_ROOT: Final = _FILE.parents[2]


def measure() -> dict[str, dict[str, dict[str, float]]]:
    """Return for each step and size the median in milliseconds and what was noted beside it."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "library.json"
        options = ["-q", "-p", "no:cacheprovider", "-p", "no:randomly", "--benchmark-max-time=0.5"]
        command = [sys.executable, "-m", "pytest", str(_FILE), *options, f"--benchmark-json={out}"]
        subprocess.run(command, cwd=_ROOT, check=True)  # noqa: S603  our own file
        rows = json.loads(out.read_text(encoding="utf-8"))["benchmarks"]
    found: dict[str, dict[str, dict[str, float]]] = {}
    for row in rows:
        noted = {"ms": round(row["stats"]["median"] * 1000, 2), **row["extra_info"]}
        found.setdefault(row["group"], {})[row["name"]] = noted
    return found
