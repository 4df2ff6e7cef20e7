"""What every exported file says of itself: selection, counts, dates, version, licence, link, disclaimer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from border_atlas.data.dataset import Dataset
from border_atlas.domain.citations import BASE_CREDIT, LICENCE, NAME, Request, cite_view, link_to, request_of
from border_atlas.domain.permalinks import frozen, version_tag
from border_atlas.domain.sentence import counts_line
from border_atlas.domain.view import View
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.export.columns import COLUMN_NOTES, GENERAL
from border_atlas.export.guard import clean
from border_atlas.model import DISCLAIMER

_TITLE: Final = f"{NAME}: border management in peace operations"
_WIDTH: Final = 20


@dataclass(frozen=True)
class About:
    """A file's own description; all builders of files take one."""

    sentence: str
    counts: str
    data_as_of: date
    exported_on: date
    data_version: str
    citation: str
    link: str

    def entries(self, *remarks: str) -> list[tuple[str, str]]:
        """Give the description line by line, with ``remarks`` on the format, as heading and text."""
        texts = [
            ("Title", _TITLE),
            ("Selection", self.sentence),
            ("Records", self.counts),
            ("Data as of", self.data_as_of.isoformat()),
            ("Exported on", self.exported_on.isoformat()),
            ("Data version", self.data_version),
            ("Link", self.link),
            ("Cite as", self.citation),
            ("Licence", f"{LICENCE}. {BASE_CREDIT}"),
            ("Disclaimer", DISCLAIMER),
            *(("Note", text) for text in (*GENERAL, *remarks)),
        ]
        return [(heading, clean(text)) for heading, text in texts]


def about_view(
    dataset: Dataset,
    view: View,
    words: Vocabulary,
    *,
    exported_on: date,
    address: str = "",
    request: Request | None = None,
) -> About:
    """Describe a view for the files made from it; ``address`` is that of the page, if it is known.

    ``request`` is the question that the view answers, if it is another than its selection.
    """
    request = request or request_of(view, words)
    return About(
        sentence=request.said,
        counts=counts_line(view),
        data_as_of=dataset.data_as_of,
        exported_on=exported_on,
        data_version=version_tag(dataset),
        citation=cite_view(dataset, view, words, address=address, request=request).long,
        link=link_to(frozen(request.params, dataset), address),
    )


def column_entries(columns: Iterable[str]) -> list[tuple[str, str]]:
    """Give each column once, with what it means."""
    return [(name, COLUMN_NOTES[name]) for name in dict.fromkeys(columns)]


def readme(entries: Iterable[tuple[str, str]], columns: Iterable[tuple[str, str]]) -> str:
    """Write the description as plain text."""
    lines = [f"{heading}: {text}" for heading, text in entries]
    lines += ["", "Columns", *(f"  {name:<{_WIDTH}}{note}" for name, note in columns)]
    return "\n".join(lines) + "\n"
