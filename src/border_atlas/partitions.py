"""Joins a folder of Parquet files part by part, in this process or on Dask, and takes up where it stopped.

Each part is read, checked and joined by the same code as a single file, written under its own name as soon as it is
done, and noted in a small file beside it: of which bytes, dataset and settings it was made. A later run passes over
parts whose note still holds.
"""

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from border_atlas.drafts import write_out
from border_atlas.errors import ExportError, OwnFileError

if TYPE_CHECKING:
    from border_atlas.data.dataset import Dataset
    from border_atlas.data.own.contract import OwnLayer
    from border_atlas.domain.own_guess import ColumnMapping

#: What the notes are called: the part's own name and this.
NOTE: Final = ".done.json"
#: What the parts may be called.
_ENDINGS: Final = frozenset({".parquet", ".geoparquet"})
#: How often a part may be tried again after its worker was lost.
_RETRIES: Final = 3
_PATIENCE: Final = "30s"
#: Fields of a mapping that name a column.
_ROLES: Final = (
    "longitude", "latitude", "coordinates", "label", "category", "date", "mission", "country", "area",
)  # fmt: skip


@dataclass(frozen=True)
class Work:
    """One part: what to read, where to write, and with what settings."""

    source: Path
    target: Path
    geodata: Path
    within_km: float
    mapping: "ColumnMapping"

    @property
    def note(self) -> Path:
        """The file that says of what the part was made."""
        return self.target.with_name(self.target.name + NOTE)


@dataclass(frozen=True)
class Done:
    """What a part came to; ``made_of`` is a digest of its bytes, the dataset and the settings."""

    part: str
    made_of: str
    rows: int
    near: int
    kept_aside: int


def parts_of(path: Path) -> list[Path]:
    """Return the Parquet files of a folder, or those that a pattern such as ``in/2024-*.parquet`` names.

    Raises
    ------
    OwnFileError
        If there is none, or the pattern names a file of another kind.
    """
    found = sorted(path.glob("*.parquet")) if path.is_dir() else sorted(path.parent.glob(path.name))
    other = [one for one in found if one.suffix.lower() not in _ENDINGS]
    if other:
        what = "Only Parquet files are joined part by part"
        right = "Name a folder or pattern of .parquet files; leave --engine out for a single file of another kind."
        raise OwnFileError(what, where=str(other[0]), right=right)
    if not found:
        what = "There is no Parquet file to join"
        raise OwnFileError(what, where=str(path), right="Name a folder with .parquet files, or a pattern in quotes.")
    return found


def plan(sources: Sequence[Path], out: Path, *, geodata: Path, within_km: float) -> list[Work]:
    """Lay out the work; the first part says how the columns of all are understood.

    Raises
    ------
    ExportError
        If the parts would be written over their sources, or their folder cannot be made.
    OwnFileError
        If the first part cannot be read.
    """
    if any(source.parent.resolve() == out.resolve() for source in sources):
        msg = f"{out} is the folder that is read; give the joined parts another one."
        raise ExportError(msg)
    from border_atlas.domain import own_guess  # noqa: PLC0415  heavy imports only where the work is done

    mapping = own_guess.guess(_layer(sources[0]), _dataset(geodata))
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"{out} cannot be made a folder for the joined parts: {error.strerror}; give another name."
        raise ExportError(msg) from error
    return [Work(source, out / source.name, geodata, within_km, mapping) for source in sources]


def is_done(work: Work) -> Done | None:
    """Return what an earlier run noted of a part, if the part is there and its note still holds."""
    try:
        noted = Done(**json.loads(work.note.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):  # no note, or half of one: the part is made anew
        return None
    return noted if work.target.exists() and noted.made_of == _made_of(work) else None


def join_part(work: Work) -> Done:
    """Read, check, join and write one part, whole or not at all; this runs on every engine alike.

    Raises
    ------
    OwnFileError
        If the part cannot be read or has other columns than the first.
    """
    from border_atlas.domain import own_apply, own_join  # noqa: PLC0415  see above
    from border_atlas.export import own  # noqa: PLC0415

    data, layer = _dataset(work.geodata), _layer(work.source)
    _check_columns(work, layer)
    records = own_apply.apply(layer, work.mapping, data)
    joined = own_join.join(records.good, data, work.within_km)
    about = own.OwnAbout(work.source.name, records.kept_aside, work.within_km)
    write_out(work.target, own.to_bytes(joined, data, about, "parquet"))
    near = int((joined["area_id"] != "").sum())
    done = Done(work.source.name, _made_of(work), len(joined), near, records.kept_aside)
    write_out(work.note, json.dumps(asdict(done)).encode())
    return done


def in_memory(works: Sequence[Work]) -> Iterator[Done]:
    """Join parts one after the other in this process."""
    yield from map(join_part, works)


def on_dask(works: Sequence[Work], scheduler: str | None) -> Iterator[Done]:
    """Join parts on a Dask cluster, in the order in which they finish; a lost worker's parts are done again.

    Parameters
    ----------
    scheduler
        Address of a running scheduler; without one, workers are started on this machine, reachable from it alone.

    Raises
    ------
    ExportError
        If Dask is not installed or the scheduler cannot be reached.
    """
    try:
        from distributed import as_completed  # noqa: PLC0415  an extra of the package
    except ImportError as error:
        msg = "Dask is not installed; `pip install -e '.[dask]'` installs it, or leave --engine out."
        raise ExportError(msg) from error
    with contextlib.ExitStack() as stack:
        client = _client(scheduler, stack)
        for future in as_completed(client.map(join_part, list(works), pure=False, retries=_RETRIES)):
            yield future.result()
            future.release()


def _client(scheduler: str | None, stack: contextlib.ExitStack) -> Any:  # noqa: ANN401  a class of the extra
    from distributed import Client, LocalCluster  # noqa: PLC0415  an extra of the package

    if scheduler is None:
        here = {"host": "127.0.0.1", "dashboard_address": None, "threads_per_worker": 1}
        return stack.enter_context(Client(stack.enter_context(LocalCluster(processes=True, **here))))
    try:
        return stack.enter_context(Client(scheduler, timeout=_PATIENCE))
    except (OSError, ValueError, TimeoutError) as error:
        msg = f"No Dask scheduler answers at {scheduler} ({error}); right is an address such as tcp://host:8786."
        raise ExportError(msg) from error


ENGINES: Final[dict[str, Callable[[Sequence[Work], str | None], Iterator[Done]]]] = {
    "memory": lambda works, _scheduler: in_memory(works),
    "dask": on_dask,
}


@lru_cache(maxsize=2)
def _dataset(geodata: Path) -> "Dataset":
    from border_atlas.data.load import load_dataset  # noqa: PLC0415  see above

    return load_dataset(geodata)


def _layer(source: Path) -> "OwnLayer":
    from border_atlas.data.own.read import read_own  # noqa: PLC0415  see above

    try:
        content = source.read_bytes()
    except OSError as error:
        what = "The part cannot be opened"
        raise OwnFileError(what, where=str(source), value=str(error.strerror), right="Name existing files.") from error
    return read_own(content, source.name).layers[0]


def _check_columns(work: Work, layer: "OwnLayer") -> None:
    """Refuse a part that lacks a column by which the first was understood."""
    named = [name for role in _ROLES if (name := getattr(work.mapping, role)) is not None]
    missing = [name for name in named if name not in layer.table.columns]
    if missing:
        what = f"The part has no column {', '.join(missing)}"
        raise OwnFileError(what, where=work.source.name, right="Give all parts the columns of the first.")


@lru_cache(maxsize=4096)
def _digest(source: Path, _size: int, _changed: int) -> str:
    digest = hashlib.sha256()
    with source.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _made_of(work: Work) -> str:
    state = work.source.stat()
    said = [_digest(work.source, state.st_size, state.st_mtime_ns), _dataset(work.geodata).version]
    said += [repr(work.within_km), repr(work.mapping)]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()
