"""The command line: build the dataset, check and change it; read and join files of one's own."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from border_atlas import cli_edit, cli_own
from border_atlas.config import GEODATA
from border_atlas.errors import BorderAtlasError


def _build(arguments: argparse.Namespace) -> int:
    from border_atlas.data.build import build  # noqa: PLC0415  heavy imports only for the command that needs them
    from border_atlas.data.files import write_files  # noqa: PLC0415  heavy
    from border_atlas.maps.atlas_map import ASSETS, BUNDLE, bundle  # noqa: PLC0415  heavy

    build(geodata=arguments.geodata, atlas=arguments.atlas)
    write_files(ASSETS, {BUNDLE: bundle()})
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from border_atlas.data.check import check, report, warnings  # noqa: PLC0415  heavy imports only where needed
    from border_atlas.data.quality.checks import say  # noqa: PLC0415  heavy

    faults = check(arguments.geodata)
    sys.stdout.write(report(faults))
    if len(faults):
        return 1
    # Warnings may lean on what is only true of a sound dataset.
    sys.stdout.write(say(warnings(arguments.geodata, datetime.now(tz=UTC).date()), each=arguments.warnings))
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``python -m border_atlas``."""
    top = argparse.ArgumentParser(prog="border_atlas", description="Build and check the Border Atlas dataset.")
    commands = top.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="turn geodata/tables into the files that the app reads")
    build.add_argument("--atlas", type=Path, help="folder or .tgz of npm world-atlas 2.0.2 (default: npm pack)")
    build.set_defaults(run=_build)
    check = commands.add_parser("check", help="validate tables and built files; exit code 1 on a fault")
    check.add_argument("--warnings", action="store_true", help="tell each warning, not only how many there are")
    check.set_defaults(run=_check)
    for module in (cli_own, cli_edit):
        module.add_commands(commands, GEODATA)
    for command in (build, check):
        command.add_argument("--geodata", type=Path, default=GEODATA, help="folder of the dataset")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; errors of ours go to standard error in one line."""
    parsed = parser().parse_args(arguments)
    try:
        code: int = parsed.run(parsed)
    except BorderAtlasError as error:
        sys.stderr.write(f"border_atlas: {error}\n")
        return 1
    return code
