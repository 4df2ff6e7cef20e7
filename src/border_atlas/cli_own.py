"""``import`` and ``join`` on the command line: the same reader, checks and join as the page "Your data"."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from border_atlas.drafts import write_out
from border_atlas.errors import ExportError, OwnFileError

if TYPE_CHECKING:
    from border_atlas.data.dataset import Dataset
    from border_atlas.data.own.contract import OwnLayer
    from border_atlas.domain.own_apply import OwnRecords

_MOST_FAULTS = 20


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", geodata: Path) -> None:
    """Register ``import`` and ``join``."""
    read = commands.add_parser("import", help="read and check a file of your own; exit code 1 if rows are kept aside")
    read.set_defaults(run=_import)
    join = commands.add_parser("join", help="join a file of your own to the border areas")
    join.add_argument("--within", type=float, default=25.0, metavar="KM", help="how near a point must be (default: 25)")
    join.add_argument("--out", type=Path, required=True, help=".parquet, .gpkg, .geojson, .xlsx, .csv or .zip")
    join.add_argument("--engine", choices=("memory", "dask"), help="join a folder of Parquet files part by part")
    join.add_argument("--scheduler", metavar="ADDRESS", help="Dask scheduler (default: workers on this machine)")
    join.add_argument("--layer", metavar="NAME", help="which layer or sheet to join, if the file holds several")
    join.set_defaults(run=_join)
    for command in (read, join):
        command.add_argument("file", type=Path, help="CSV, TSV, XLSX, GeoJSON, GeoPackage, zipped Shapefile, …")
        command.add_argument("--geodata", type=Path, default=geodata, help="folder of the dataset")


def _import(arguments: argparse.Namespace) -> int:
    aside = 0
    for layer, records in _checked(arguments.file, _dataset(arguments)):
        sys.stdout.write("\n".join(_said(layer, records)) + "\n")
        aside += records.kept_aside
    return 1 if aside else 0


def _join(arguments: argparse.Namespace) -> int:
    if arguments.engine or arguments.file.is_dir() or "*" in arguments.file.name:
        return _join_parts(arguments)
    return _join_file(arguments)


def _join_parts(arguments: argparse.Namespace) -> int:
    """Join a folder of Parquet files; what an earlier run finished is passed over."""
    from rich.progress import track  # noqa: PLC0415  heavy imports only for the command that needs them

    from border_atlas import partitions  # noqa: PLC0415

    sources = partitions.parts_of(arguments.file)
    works = partitions.plan(sources, arguments.out, geodata=arguments.geodata, within_km=arguments.within)
    done = [found for work in works if (found := partitions.is_done(work))]
    names = {one.part for one in done}
    left = [work for work in works if work.source.name not in names]
    engine = partitions.ENGINES[arguments.engine or "memory"]
    if left:
        done += track(engine(left, arguments.scheduler), description="Joining", total=len(left))
    rows, near, aside = (sum(getattr(one, name) for one in done) for name in ("rows", "near", "kept_aside"))
    said = [
        f"{len(works):,} parts, {len(works) - len(left):,} of them done before: {rows:,} rows, {aside:,} kept aside",
        f"{near:,} of {rows:,} rows have a border area.",
        f"Written to {arguments.out}",
    ]
    sys.stdout.write("\n".join(said) + "\n")
    return 0


def _join_file(arguments: argparse.Namespace) -> int:
    from border_atlas.domain import own_join  # noqa: PLC0415  heavy imports only for the command that needs them
    from border_atlas.export import own  # noqa: PLC0415

    data, extension = _dataset(arguments), arguments.out.suffix.lstrip(".").lower()
    _check_out(arguments)
    layer, records = _one(list(_checked(arguments.file, data)), arguments)
    joined = own_join.join(records.good, data, arguments.within)
    about = own.OwnAbout(arguments.file.name, records.kept_aside, arguments.within)
    write_out(arguments.out, own.to_bytes(joined, data, about, extension))
    near = int((joined["area_id"] != "").sum())
    said = [*_said(layer, records), f"{near:,} of {len(joined):,} rows have a border area."]
    sys.stdout.write("\n".join([*said, f"Written to {arguments.out}"]) + "\n")
    return 0


def _check_out(arguments: argparse.Namespace) -> None:
    """Refuse a file that cannot be written before the work of reading and joining is done."""
    from border_atlas.export import own  # noqa: PLC0415  see above

    if arguments.out.suffix.lstrip(".").lower() not in own.EXTENSIONS:
        endings = ", ".join(f".{one}" for one in own.EXTENSIONS)
        msg = f"{arguments.out} has no ending that can be written; choose one of {endings}."
        raise ExportError(msg)
    if arguments.out.resolve() == arguments.file.resolve():
        msg = f"{arguments.out} is the file that is read; give the joined table another name."
        raise ExportError(msg)


def _one(found: "list[tuple[OwnLayer, OwnRecords]]", arguments: argparse.Namespace) -> "tuple[OwnLayer, OwnRecords]":
    """Return the layer to join: the only one, or the one that was named."""
    chosen = [one for one in found if arguments.layer in {None, one[0].name}]
    if len(chosen) == 1:
        return chosen[0]
    names = ", ".join(layer.name for layer, _ in found)
    wrong = "choose one with --layer" if arguments.layer is None else f"none is called “{arguments.layer}”"
    msg = f"{arguments.file.name} holds {len(found)} layer(s) ({names}); {wrong}."
    raise ExportError(msg)


def _dataset(arguments: argparse.Namespace) -> "Dataset":
    from border_atlas.data.load import load_dataset  # noqa: PLC0415  see above

    return load_dataset(arguments.geodata)


def _checked(file: Path, data: "Dataset") -> "Iterator[tuple[OwnLayer, OwnRecords]]":
    from border_atlas.data.own.read import read_own  # noqa: PLC0415  see above
    from border_atlas.domain import own_apply, own_guess  # noqa: PLC0415

    try:
        content = file.read_bytes()
    except OSError as error:
        what = "The file cannot be opened"
        raise OwnFileError(what, where=str(file), value=str(error.strerror), right="Name an existing file.") from error
    for layer in read_own(content, file.name).layers:
        yield layer, own_apply.apply(layer, own_guess.guess(layer, data), data)


def _said(layer: "OwnLayer", records: "OwnRecords") -> Iterator[str]:
    """Say what a layer holds, how it was understood and what is wrong with it, line by line."""
    yield f"{layer.name}: {len(layer.table):,} rows, {len(records.good):,} used, {records.kept_aside:,} kept aside"
    yield from (f"  {note}" for note in (*layer.notes, *records.notes))
    for name in records.unmatched:
        known = ", ".join(text for _, text in name.suggestions) or "nothing like it"
        yield f"  not found in column {name.column}: {name.value} ({name.count}×; perhaps {known})"
    for fault in records.faults.head(_MOST_FAULTS).itertuples():
        yield f"  row {fault.row}, {fault.column}: {fault.fault} (found: {fault.value}). {fault.right}"
    if len(records.faults) > _MOST_FAULTS:
        yield f"  … and {len(records.faults) - _MOST_FAULTS:,} more"
