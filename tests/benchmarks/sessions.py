"""Many at once: light sessions that speak Streamlit's protocol, filter and click as people do, and leave."""

import random
import statistics
import threading
import time
from dataclasses import dataclass, field
from typing import Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection

from tests.benchmarks.servers import Server, open_session, serve

#: What people ask for: a filter, another one, a mission, an area, everything again.
_WISHES: Final = (
    "org=EU", "org=OSCE&family=connect", "family=monitor&from=1990&to=2010", "mission=unisfa", "area=abyei-area",
    "type=training&country=KGZ", "mission=eumm-georgia&org=EU", "",
)  # fmt: skip
#: Seconds between two wishes of one person.
_THINKS: Final = (2.0, 6.0)
_ALONE: Final = 24
_PATIENCE: Final = 120.0
#: Seconds after which the server has let go of sessions that left.
_LEAVE: Final = 20.0


@dataclass
class _Kept:
    """What all sessions found."""

    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


def crowd(number: int, seconds: int) -> dict[str, float]:
    """Return times alone and in a crowd (ms), errors, and the server's memory (MB) before, during and after.

    The crowd comes twice: what stays after the second time beyond what stayed after the first is growth.
    """
    with serve("ours") as server:
        line = open_session(server)
        alone = [_ask(line, _WISHES[turn % len(_WISHES)]) for turn in range(_ALONE)]
        line.close()
        first = _wave(server, number, seconds // 2)
        after_first = _rested(server)
        second = _wave(server, number, seconds - seconds // 2)
        after_second = _rested(server)
    times = [*first.kept.times, *second.kept.times]
    middle = statistics.median(alone)
    p95 = statistics.quantiles(times, n=20)[-1]
    return {
        "sessions": number, "seconds": seconds, "runs": len(times),
        "errors": len(first.kept.errors) + len(second.kept.errors),
        "alone_ms": round(middle, 1), "median_ms": round(statistics.median(times), 1), "p95_ms": round(p95, 1),
        "p95_to_alone": round(p95 / middle, 2), "peak_mb": round(max(first.peak, second.peak), 1),
        "after_first_mb": round(after_first, 1), "after_second_mb": round(after_second, 1),
    }  # fmt: skip


@dataclass
class _Wave:
    kept: _Kept
    peak: float


def _wave(server: Server, number: int, seconds: float) -> _Wave:
    kept = _Kept()
    ends = time.perf_counter() + seconds
    people = [threading.Thread(target=_person, args=(server, ends, kept, seed)) for seed in range(number)]
    for person in people:
        person.start()
    peak = server.memory()
    while any(person.is_alive() for person in people):
        time.sleep(1)
        peak = max(peak, server.memory())
    return _Wave(kept, peak)


def _rested(server: Server) -> float:
    time.sleep(_LEAVE)
    return server.memory()


def _person(server: Server, ends: float, kept: _Kept, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  thinking time is no secret
    try:
        time.sleep(chance.uniform(0, _THINKS[1]))
        line = open_session(server)
        while time.perf_counter() < ends:
            took = _ask(line, chance.choice(_WISHES))
            with kept.lock:
                kept.times.append(took)
            time.sleep(chance.uniform(*_THINKS))
        line.close()
    except (OSError, WebSocketException, RuntimeError) as error:
        with kept.lock:
            kept.errors.append(f"{type(error).__name__}: {error}")


def _ask(line: ClientConnection, query: str) -> float:
    """Ask for another selection; return milliseconds until the run is over.

    Raises
    ------
    RuntimeError
        If the page shows an exception.
    """
    message = BackMsg()
    message.rerun_script.query_string = query
    began = time.perf_counter()
    line.send(message.SerializeToString())
    while True:
        answer = ForwardMsg.FromString(line.recv(timeout=_PATIENCE))
        kind = answer.WhichOneof("type")
        if kind == "delta" and answer.delta.new_element.WhichOneof("type") == "exception":
            msg = f"The page shows an exception: {answer.delta.new_element.exception.message}"
            raise RuntimeError(msg)
        if kind == "script_finished":
            return (time.perf_counter() - began) * 1000
