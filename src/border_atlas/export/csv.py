"""CSV files that a spreadsheet can open without running anything."""

import io

import pandas as pd
from defusedcsv import csv

_BOM = "\ufeff"  # lets Excel read the file as UTF-8


def to_csv(table: pd.DataFrame) -> bytes:
    """Return a table as CSV (UTF-8 with BOM, CRLF); text that looks like a formula is quoted with ``'``."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table.columns)
    clean = table.astype(object).where(table.notna(), "")
    writer.writerows(clean.itertuples(index=False, name=None))
    return (_BOM + text.getvalue()).encode("utf-8")
