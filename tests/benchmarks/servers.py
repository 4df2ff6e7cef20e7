"""Streamlit servers on free ports, and light sessions that speak the protocol without a browser."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

ROOT: Final = Path(__file__).resolve().parents[2]
APPS: Final = Path(__file__).parent / "apps"
SCRIPTS: Final = {
    "floor": APPS / "floor.py",
    "naive": APPS / "naive.py",
    "ours": ROOT / "serve.py",
    "imports": APPS / "imports.py",
    "own": APPS / "own.py",
}
_MB: Final = 1024 * 1024
_PATIENCE: Final = 120.0


@dataclass(frozen=True)
class Server:
    """A running app."""

    name: str
    port: int
    process: "subprocess.Popen[bytes]"
    started: float

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def memory(self) -> float:
        """Return the resident memory of the server and its children, in MB."""
        whole = psutil.Process(self.process.pid)
        return sum(one.memory_info().rss for one in (whole, *whole.children(recursive=True))) / _MB


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextlib.contextmanager
def serve(name: str) -> Iterator[Server]:
    """Run an app until the block ends."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(SCRIPTS[name]), "--server.port", str(port)]
    started = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603  our own apps
        command,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    server = Server(name, port, process, started)
    try:
        _wait(server)
        yield server
    finally:
        process.terminate()
        process.wait(20)


def _wait(server: Server) -> None:
    deadline = time.perf_counter() + _PATIENCE
    while time.perf_counter() < deadline:
        if server.process.poll() is not None:
            msg = f"The app {server.name} stopped with exit code {server.process.returncode} before it was ready."
            raise RuntimeError(msg)
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", server.port), timeout=1):
            return
        time.sleep(0.01)
    msg = f"The app {server.name} did not listen on port {server.port} within {_PATIENCE:.0f} s."
    raise RuntimeError(msg)


def open_session(server: Server) -> ClientConnection:
    """Open a session, run the script once and leave the session open."""
    line = connect(f"ws://127.0.0.1:{server.port}/_stcore/stream", subprotocols=["streamlit"], max_size=None)
    line.send(_rerun())
    while True:
        message = ForwardMsg.FromString(line.recv(timeout=_PATIENCE))
        if _ran_to_its_end(message):
            return line


def _ran_to_its_end(message: ForwardMsg) -> bool:
    """Tell the end of a run from one that only starts the script anew."""
    return message.WhichOneof("type") == "script_finished" and (
        message.script_finished == ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY
    )


def _rerun() -> bytes:
    message = BackMsg()
    message.rerun_script.query_string = ""
    return message.SerializeToString()


def start_up(name: str) -> tuple[float, float]:
    """Return seconds from the start of an app to the end of its first script run, and the memory then, in MB."""
    with serve(name) as server:
        line = open_session(server)
        seconds = time.perf_counter() - server.started
        memory = server.memory()
        line.close()
    return seconds, memory


def memory_of_sessions(server: Server, number: int) -> float:
    """Return by how many MB each of further open sessions lets a server grow."""
    first = open_session(server)
    before = server.memory()
    lines = [open_session(server) for _ in range(number)]
    grown = (server.memory() - before) / number
    for line in (first, *lines):
        line.close()
    return grown
