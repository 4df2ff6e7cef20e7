"""What the samples say: medians, spreads, ratios and whether the targets are met."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

Values = Mapping[str, Mapping[str, Sequence[float]]]


@dataclass(frozen=True)
class Target:
    """What a figure of our app may be, in itself or as a ratio to another app's figure."""

    figure: str
    limit: float
    against: str = ""
    #: The other app's figure, if it has another name.
    other: str = ""
    want: Literal["at most", "at least"] = "at most"

    @property
    def words(self) -> str:
        """Return the target as one says it."""
        sign = "≤" if self.want == "at most" else "≥"
        return f"{sign} {self.limit:g}" + (f" × {self.against}" if self.against else "")

    def value(self, medians: Mapping[str, Mapping[str, float]]) -> float | None:
        """Return what is compared with the limit, or None if it was not measured."""
        ours = medians.get("ours", {}).get(self.figure)
        if not self.against:
            return ours
        other = medians.get(self.against, {}).get(self.other or self.figure)
        return None if ours is None or not other else ours / other

    def met(self, value: float) -> bool:
        """Tell whether a value keeps the target."""
        return value <= self.limit if self.want == "at most" else value >= self.limit


FIGURES: Final = {
    "change_ms": "Filter change to painted map, ms",
    "change_script_ms": "Filter change, script, ms",
    "change_socket_kb": "Filter change, websocket, kB",
    "change_http_kb": "Filter change, HTTP, kB",
    "first_cold_ms": "First view, cold cache, ms",
    "first_warm_ms": "First view, warm cache, ms",
    "first_cold_kb": "Download of the first view, cold, kB",
    "first_warm_kb": "Download of the first view, warm, kB",
    "click_ms": "Click on a mission to filled details, ms",
    "move_reruns": "Messages to the server on pan and zoom",
    "slider_fps": "Year slider playing, frames a second",
    "slider_reruns": "Messages to the server while it plays",
    "start_s": "Start-up to the end of the first script run, s",
    "memory_mb": "Server's memory then, MB",
    "session_mb": "Memory of each further session, MB",
}
TARGETS: Final = (
    Target("change_ms", 1.5, "floor"),
    Target("change_ms", 0.1, "naive"),
    Target("change_socket_kb", 20),
    Target("change_socket_kb", 0.01, "naive"),
    Target("first_cold_ms", 3, "floor"),
    Target("first_warm_ms", 1.5, "floor"),
    Target("first_cold_kb", 1500),
    Target("click_ms", 1.5, "floor", other="change_ms"),
    Target("move_reruns", 0),
    Target("slider_fps", 20, want="at least"),
    Target("slider_reruns", 0),
    Target("start_s", 1.5, "imports"),
    Target("memory_mb", 1.3, "imports"),
    Target("session_mb", 3),
)


def medians(values: Values) -> dict[str, dict[str, float]]:
    """Return the median of each figure of each app."""
    return {app: {name: statistics.median(list(row)) for name, row in rows.items()} for app, rows in values.items()}


def spread(row: Sequence[float]) -> tuple[float, float]:
    """Return the quartiles of some values."""
    if len(row) == 1:
        return row[0], row[0]
    low, _, high = statistics.quantiles(row, n=4, method="inclusive")
    return low, high


def judged(values: Values) -> list[dict[str, str | float | bool | None]]:
    """Return each target with the value reached and whether it is met."""
    middle = medians(values)
    rows: list[dict[str, str | float | bool | None]] = []
    for target in TARGETS:
        value = target.value(middle)
        rows.append({
            "figure": target.figure,
            "target": target.words,
            "value": None if value is None else round(value, 4),
            "met": None if value is None else target.met(value),
        })  # fmt: skip
    return rows
