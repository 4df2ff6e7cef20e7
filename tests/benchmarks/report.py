"""Writes what was measured: a table for the terminal and the README, a plot, and ``benchmarks.json``."""

import json
import os
import platform
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import matplotlib as mpl
import psutil

from tests.benchmarks.figures import FIGURES, Values, judged, medians, spread

mpl.use("Agg")
from matplotlib import pyplot as plt

ROOT: Final = Path(__file__).resolve().parents[2]
_BEGIN: Final = "<!-- bench:start -->"
_END: Final = "<!-- bench:end -->"
_GB: Final = 1024**3
_APPS: Final = {"floor": "Floor", "naive": "Naive", "ours": "Border Atlas", "imports": "Same imports"}


def write(values: Values, parts: Mapping[str, Mapping[str, Any]], *, rounds: int, folder: Path) -> None:
    """Write table, plot and JSON; what was not measured keeps what an earlier run found."""
    path = folder / "benchmarks.json"
    before = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    now = {"date": f"{datetime.now(UTC):%Y-%m-%d}", "machine": _machine()}
    found = {**before}
    if values:
        found["apps"] = {**now, "rounds": rounds, "values": values, "targets": judged(values)}
    found |= {name: {**now, **part} for name, part in parts.items() if part}
    path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    text = "\n\n".join(_parts(found))
    sys.stdout.write(f"{text}\n")
    _into_readme(text)
    if values:
        _plot(values, folder / "benchmarks.png")


def _machine() -> str:
    memory = psutil.virtual_memory().total / _GB
    return f"{os.cpu_count()} cores, {memory:.0f} GB, Python {platform.python_version()}, Chromium"


def _parts(found: Mapping[str, Any]) -> list[str]:
    parts = []
    if "apps" in found:
        apps = found["apps"]
        parts.append(
            f"Measured on {apps['date']}: {apps['machine']}, {apps['rounds']} rounds in turn, medians (quartiles)."
        )
        parts += [_figures(apps["values"]), _targets(apps["targets"])]
    if "sessions" in found:
        parts.append(_crowd(found["sessions"]))
    if "browsers" in found:
        parts.append(_browsers(found["browsers"]))
    if "own" in found:
        parts.append(_own(found["own"]))
    if "parts" in found:
        parts.append(_parted(found["parts"]))
    if "library" in found:
        parts.append(_library(found["library"]["steps"]))
    return parts


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _figures(values: Values) -> str:
    apps = [name for name in _APPS if name in values]
    lines = [_row("", *(_APPS[name] for name in apps)), _row("---", *("---:" for _ in apps))]
    for figure, label in FIGURES.items():
        cells = [_cell(values[name].get(figure)) for name in apps]
        lines.append(_row(label, *cells))
    return "\n".join(lines)


def _cell(row: Any) -> str:
    if not row:
        return "–"
    low, high = spread(row)
    middle = sorted(row)[len(row) // 2]
    return f"{middle:,.4g}" + (f" ({low:,.4g}–{high:,.4g})" if high > low else "")


def _targets(rows: list[dict[str, Any]]) -> str:
    lines = [_row("target", "wanted", "reached", ""), _row("---", "---", "---:", "---")]
    for row in rows:
        reached = "not measured" if row["value"] is None else f"{row['value']:,.3g}"
        lines.append(_row(FIGURES[row["figure"]], row["target"], reached, "met" if row["met"] else "missed"))
    return "\n".join(lines)


def _crowd(found: Mapping[str, Any]) -> str:
    return (
        f"{found['sessions']:g} sessions at once for {found['seconds']:g} s, {found['runs']:g} changes: a change takes "
        f"{found['alone_ms']:g} ms alone, {found['median_ms']:g} ms in the crowd (95th percentile {found['p95_ms']:g} "
        f"ms, {found['p95_to_alone']:g} times alone; wanted: 10 at most), {found['errors']:g} errors. "
        f"Memory: {found['peak_mb']:g} MB at its peak, {found['after_first_mb']:g} MB after all of them had "
        f"left, {found['after_second_mb']:g} MB after a second crowd of as many."
    )


def _browsers(found: Mapping[str, Any]) -> str:
    return (
        f"{found['browsers']:g} pages in Chromium that change their filters at the same moment, on the server's own "
        f"cores: {found['browser_median_ms']:g} ms from press to painted map (95th percentile "
        f"{found['browser_p95_ms']:g} ms), {found['browser_alone_ms']:g} ms for one alone."
    )


def _own(found: Mapping[str, Any]) -> str:
    rows = {name: value for name, value in found.items() if name not in {"date", "machine"}}
    few, *_, many = rows.values()
    said = ", ".join(f"{value:g} ms at {name}" for name, value in rows.items())
    return f"Own records, filter to painted map: {said} (the last {many / few:.2f} times the first; wanted: 2 at most)."


def _parted(found: Mapping[str, Any]) -> str:
    return (
        f"{found['points']:,} points in files of a million joined within 25 km, read and written as Parquet: "
        f"{found['memory_s']} s and {found['memory_mb']:,} MB in one process, {found['dask_s']} s and "
        f"{found['dask_mb']:,} MB on Dask with workers on this machine (taken on {found['date']})."
    )


def _library(steps: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    lines = [_row("library, without a browser", "size", "ms", ""), _row("---", "---", "---:", "---")]
    for step, sizes in steps.items():
        for size, found in sizes.items():
            beside = ", ".join(f"{name} {value:g}" for name, value in found.items() if name != "ms")
            lines.append(_row(step, size, f"{found['ms']:,.4g}", beside))
    return "\n".join(lines)


def _into_readme(text: str) -> None:
    path = ROOT / "README.md"
    readme = path.read_text(encoding="utf-8")
    if _BEGIN not in readme:
        return
    head, _, rest = readme.partition(_BEGIN)
    tail = rest.partition(_END)[2]
    path.write_text(f"{head}{_BEGIN}\n{text}\n{_END}{tail}", encoding="utf-8")


def _plot(values: Values, path: Path) -> None:
    shown = ("change_ms", "first_cold_ms", "first_warm_ms", "change_socket_kb", "first_cold_kb")
    middle = medians(values)
    apps = [name for name in ("floor", "ours", "naive") if name in middle]
    figure, axes = plt.subplots(1, len(shown), figsize=(12, 2.6), layout="constrained")
    for axis, name in zip(axes, shown, strict=True):
        axis.barh([_APPS[app] for app in apps], [middle[app].get(name, 0) for app in apps], color="#0B5FA5")
        axis.set_title(FIGURES[name], fontsize=8, wrap=True)
        axis.tick_params(labelsize=8)
        axis.invert_yaxis()
        for side in ("top", "right"):
            axis.spines[side].set_visible(False)
    figure.savefig(path, dpi=110)
    plt.close(figure)
