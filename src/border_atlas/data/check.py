"""Checks tables and built files, and tells all faults at once."""

from datetime import date
from pathlib import Path

import pandas as pd

from border_atlas.data import built, faults, rules, schemas
from border_atlas.data.faults import Fault
from border_atlas.data.quality import checks
from border_atlas.data.tables import COLUMNS, read_table
from border_atlas.errors import DatasetError


def check(geodata: Path) -> pd.DataFrame:
    """Check the whole dataset.

    Parameters
    ----------
    geodata
        Folder with ``tables/`` and the built files.

    Returns
    -------
    pandas.DataFrame
        One row for each fault: file, row (line of a table, number of a built feature, both from 1),
        column, value, problem, right. Empty if the dataset is sound.
    """
    found, tables = check_tables(geodata / "tables")
    found.extend(built.faults(geodata, tables))
    return faults.frame(found)


def warnings(geodata: Path, today: date) -> pd.DataFrame:
    """Return what an editor should look at in a dataset without faults, see `checks.warnings`."""
    _, tables = check_tables(geodata / "tables")
    return checks.warnings(tables, geodata, today)


def check_tables(folder: Path) -> tuple[list[Fault], dict[str, pd.DataFrame]]:
    """Check the tables alone, and return their faults and those tables that can be read."""
    tables, found = _read_tables(folder)
    for file, table in tables.items():
        found.extend(schemas.faults(file, table))
    found.extend(rules.faults(tables))
    found.extend(checks.faults(tables, folder))
    return found, tables


def report(found: pd.DataFrame) -> str:
    """Say the faults that `check` found, one a line, ready for the terminal."""
    return faults.say(found)


def _read_tables(folder: Path) -> tuple[dict[str, pd.DataFrame], list[Fault]]:
    """Read every table that can be read, and tell what is wrong with the others."""
    tables: dict[str, pd.DataFrame] = {}
    found: list[Fault] = []
    for file, columns in COLUMNS.items():
        try:
            tables[file] = read_table(folder / file, columns)
        except DatasetError as error:
            found.append(_whole_file(file, error))
    return tables, found


def _whole_file(file: str, error: DatasetError) -> Fault:
    problem, _, right = str(error).removeprefix(file).lstrip(":, ").partition("; right is ")
    return Fault(file, None, "", "", problem, right.rstrip(".") or "a whole table")
