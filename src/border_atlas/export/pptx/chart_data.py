"""Numbers of a chart and the workbook behind it, in which no text is ever a formula."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO

import xlsxwriter
from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet


class _TextWorkbookWriter(CategoryWorkbookWriter):
    """Writes labels as the texts that they are; the library would make a formula of ``=1+1``."""

    def __init__(self, data: CategoryChartData) -> None:
        super().__init__(data)  # type: ignore[no-untyped-call]  # the library does not type it

    @contextmanager
    def _open_worksheet(self, xlsx_file: IO[bytes]) -> Iterator[tuple[Workbook, Worksheet]]:
        options = {
            "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
        }  # fmt: skip
        with xlsxwriter.Workbook(xlsx_file, options) as book:
            yield book, book.add_worksheet()


class ChartData(CategoryChartData):
    """Categories and series of a chart, with a harmless workbook."""

    def __init__(self, number_format: str) -> None:
        super().__init__(number_format)  # type: ignore[no-untyped-call]  # as above

    def add(self, name: str, values: Sequence[float | None]) -> None:
        """Add a series; ``None`` draws nothing."""
        self.add_series(name, values)  # type: ignore[no-untyped-call]  # as above

    @property
    def _workbook_writer(self) -> _TextWorkbookWriter:
        return _TextWorkbookWriter(self)
