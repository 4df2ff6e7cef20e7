"""Runs the rules: those that a sound dataset never breaks, and those that only warn."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

import pandas as pd

from border_atlas.data.faults import Fault, frame, line
from border_atlas.data.quality import dates, language, lengths, places, publishers, renamed, twins
from border_atlas.data.rules import Tables
from border_atlas.data.tables import line_of

_FAULTS: Final = (dates.one_headquarters, dates.successors, twins.duplicates)
_NEEDED: Final = ("missions.csv", "border_areas.csv", "activities.csv", "sources.csv")
WARNING_COLUMNS: Final = ("rule", "file", "row", "key", "column", "value", "problem", "right")

Rule = Callable[[Tables], Iterable[Fault]]


def faults(tables: Tables, folder: Path) -> Iterator[Fault]:
    """Yield what breaks a rule that holds throughout."""
    for rule in _FAULTS:
        yield from rule(tables)
    yield from renamed.renamed_ids(tables, folder)


def warnings(tables: Tables, geodata: Path, today: date) -> pd.DataFrame:
    """Return what an editor should look at: rule, file, row, key of the record, column, value, problem, right.

    Raises
    ------
    DatasetError
        If a built file or the list of publishers cannot be read.
    """
    if any(file not in tables for file in _NEEDED):
        return pd.DataFrame(columns=pd.Index(WARNING_COLUMNS))
    parts = [_told(name, rule(tables), tables) for name, rule in _rules(geodata, today).items()]
    return pd.concat(parts, ignore_index=True)[list(WARNING_COLUMNS)]


def say(found: pd.DataFrame, *, each: bool) -> str:
    """Say how many warnings each rule gives, and, if wished, every one in a line of its own."""
    if found.empty:
        return "No warning.\n"
    told = found.drop(columns=["rule", "key"])
    lines = [f"warning: {line(Fault(*row))}" for row in told.itertuples(index=False)] if each else []
    counts = [f"  {number:>4}  {name}" for name, number in found["rule"].value_counts().items()]
    hint = "" if each else " ('check --warnings' tells each)"
    return "\n".join((*lines, f"{len(found)} warning{'s' if len(found) > 1 else ''}{hint}:", *counts, ""))


def _rules(geodata: Path, today: date) -> dict[str, Rule]:
    return {
        "near-duplicates": twins.near_duplicates,
        "the same page twice": twins.same_page,
        "far from the host countries": partial(places.far, geodata=geodata),
        "crossing points far from their area": partial(places.far_crossings, geodata=geodata),
        "published and measured lengths": partial(lengths.published, geodata=geodata),
        "words that age or praise": language.forbidden,
        "length of summaries": language.length,
        "reading level": language.reading_level,
        "unknown publishers": partial(publishers.unknown_publishers, folder=geodata / "tables"),
        "not checked for twelve months": partial(dates.unchecked, today=today),
    }


def _told(name: str, found: Iterable[Fault], tables: Tables) -> pd.DataFrame:
    table = frame(found)
    keys = [str(tables[file].iloc[row - line_of(0), 0]) for file, row in zip(table["file"], table["row"], strict=True)]
    return table.assign(rule=name, key=pd.Series(keys, dtype="object", index=table.index))
