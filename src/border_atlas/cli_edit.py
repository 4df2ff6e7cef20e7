"""``apply`` and ``report`` on the command line: change the tables whole or not at all, and say how good they are."""

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from border_atlas.drafts import write_out

if TYPE_CHECKING:
    from border_atlas.data.changes.contract import Outcome

_MOST_NOTES = 20


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", geodata: Path) -> None:
    """Register ``apply`` and ``report``."""
    change = commands.add_parser("apply", help="merge a change file into geodata/tables, or refuse it with reasons")
    change.add_argument("file", type=Path, help="CSV of changed cells, or a folder or .zip with new records as well")
    change.add_argument("--dry-run", action="store_true", help="say what would be done, write nothing")
    change.add_argument("--geodata", type=Path, default=geodata, help="folder of the dataset")
    change.set_defaults(run=_apply)
    told = commands.add_parser("report", help="say how good the dataset is: aims, marks, sources, coverage, warnings")
    told.add_argument("--out", type=Path, help=".md, .html or .csv (default: Markdown to the terminal)")
    told.add_argument("--geodata", type=Path, default=geodata, help="folder of the dataset")
    told.set_defaults(run=_report)


def _apply(arguments: argparse.Namespace) -> int:
    from border_atlas.data.changes.apply import apply, plan  # noqa: PLC0415  heavy imports only where needed
    from border_atlas.data.changes.read import read_changes  # noqa: PLC0415
    from border_atlas.export.guard import unguard  # noqa: PLC0415

    changes = read_changes(arguments.file, clean=unguard)
    act = plan if arguments.dry_run else apply
    outcome = act(arguments.geodata / "tables", changes)
    sys.stdout.write("\n".join((*_said(outcome, dry_run=arguments.dry_run), "")))
    return 1 if outcome.faults else 0


def _said(outcome: "Outcome", *, dry_run: bool) -> Iterator[str]:
    """Say what was done or why nothing was, line by line."""
    from border_atlas.data.faults import frame, say  # noqa: PLC0415  see above

    yield from (f"note: {note}" for note in outcome.notes[:_MOST_NOTES])
    if len(outcome.notes) > _MOST_NOTES:
        yield f"note: … and {len(outcome.notes) - _MOST_NOTES} more"
    if outcome.faults:
        yield say(frame(outcome.faults)).rstrip("\n")
        yield "Nothing was written: a change file is taken whole or not at all."
        return
    for file in outcome.texts:
        counts = {"cells changed": outcome.changed, "rows added": outcome.added, "rows removed": outcome.removed}
        yield f"{file}: {', '.join(f'{number.get(file, 0)} {what}' for what, number in counts.items())}"
    if not outcome.texts:
        yield "Nothing to do: the tables say all this already."
    elif dry_run:
        yield "Nothing was written (--dry-run)."
    else:
        yield "Written. Now 'python -m border_atlas build', then 'check'."


def _report(arguments: argparse.Namespace) -> int:
    from border_atlas.data.check import warnings  # noqa: PLC0415  heavy imports only where needed
    from border_atlas.data.load import load_dataset  # noqa: PLC0415
    from border_atlas.data.quality.publishers import first_hand  # noqa: PLC0415
    from border_atlas.domain import quality, quality_text  # noqa: PLC0415
    from border_atlas.export.quality import to_bytes  # noqa: PLC0415

    dataset = load_dataset(arguments.geodata)
    found = warnings(arguments.geodata, datetime.now(tz=UTC).date())
    sections = quality.report(dataset, found, first_hand(dataset.sources, arguments.geodata / "tables"))
    form = arguments.out.suffix.lstrip(".").lower() if arguments.out else "md"
    content = to_bytes(sections, form, about=quality_text.about(dataset))
    if arguments.out:
        write_out(arguments.out, content)
        sys.stdout.write(f"Written to {arguments.out}\n")
    else:
        sys.stdout.write(content.decode())
    return 0
