"""``make bench``: three apps in turn on one machine, a table, a plot and ``benchmarks.json``.

Absolute times drift on shared machines, so every target is a ratio of medians taken in one run or a count.
"""

import argparse
import contextlib
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser

from border_atlas.config import GEODATA
from border_atlas.data.load import load_dataset
from tests.benchmarks import browsers, library, own, parts, profile, report, sessions
from tests.benchmarks.drivers import ADDED, IN_TURN, Driver, Floor, Naive, Ours, counts
from tests.benchmarks.measure import Samples, one_round
from tests.benchmarks.probe import chromium
from tests.benchmarks.servers import Server, memory_of_sessions, serve, start_up

_STARTS = 3
_FURTHER = 10


def main() -> None:
    """Run what is asked for and write what came out."""
    wanted = _arguments()
    began = time.perf_counter()
    samples, rounds = Samples(), 0
    if wanted.profile:
        profile.write(Path(__file__).parent / "profile.html")
    if wanted.rounds:
        _start_ups(samples)
        rounds = _browser(samples, wanted.rounds)
    crowd = sessions.crowd(wanted.sessions, wanted.soak) if wanted.sessions else {}
    real = browsers.measure(wanted.browsers) if wanted.browsers else {}
    lone = {} if wanted.no_library else library.measure()
    records = own.measure(wanted.own) if wanted.own else {}
    many = parts.measure(wanted.parts) if wanted.parts else {}
    rest = {"sessions": crowd, "library": {"steps": lone} if lone else {}, "own": records, "parts": many}
    rest["browsers"] = real
    report.write(samples.values, rest, rounds=rounds, folder=Path(__file__).parent)
    sys.stdout.write(f"Took {(time.perf_counter() - began) / 60:.1f} minutes.\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="rounds of the three apps in Chromium (0: none)")
    parser.add_argument("--sessions", type=int, default=50, help="sessions at once in the load test (0: none)")
    parser.add_argument("--browsers", type=int, default=6, help="real browsers at once (0: none)")
    parser.add_argument("--soak", type=int, default=60, help="seconds that the load test lasts")
    parser.add_argument("--own", type=int, default=6, help="rounds with own records on the map (0: none)")
    parser.add_argument("--parts", type=int, default=0, help="millions of points to join part by part (0: none)")
    parser.add_argument("--profile", action="store_true", help="write profile.html of the work behind a filter change")
    parser.add_argument("--no-library", action="store_true", help="leave the library's part out")
    return parser.parse_args()


def _start_ups(samples: Samples) -> None:
    """Start the app and the script with the same imports in turn; the first start of each warms the disk."""
    for turn in range(_STARTS + 1):
        for name in ("imports", "ours"):
            seconds, memory = start_up(name)
            if turn:
                samples.add(name, "start_s", seconds)
                samples.add(name, "memory_mb", memory)
        sys.stdout.write(f"start-up {turn}/{_STARTS}\n")


def _drivers() -> dict[str, Driver]:
    data = load_dataset(GEODATA)
    single = {"All": counts(data)} | {name: counts(data, (name,)) for name in IN_TURN}
    added = [counts(data, ADDED[:number]) for number in range(len(ADDED) + 1)]
    return {"floor": Floor(), "naive": Naive(single), "ours": Ours(added)}


def _browser(samples: Samples, rounds: int) -> int:
    drivers = _drivers()
    with contextlib.ExitStack() as stack:
        servers = {name: stack.enter_context(serve(name)) for name in drivers}
        browser = stack.enter_context(chromium())
        for turn in range(rounds + 1):
            _turn(browser, servers, drivers, samples if turn else Samples())
            sys.stdout.write(f"round {turn}/{rounds}\n")
            sys.stdout.flush()
        for name in ("floor", "ours"):
            samples.add(name, "session_mb", memory_of_sessions(servers[name], _FURTHER))
    return rounds


def _turn(browser: Browser, servers: dict[str, Server], drivers: dict[str, Driver], samples: Samples) -> None:
    for name, driver in drivers.items():
        one_round(browser, servers[name], driver, samples)


if __name__ == "__main__":
    main()
