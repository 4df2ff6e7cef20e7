"""What every exported file says of itself: selection, counts, dates, version, licence, link, disclaimer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

import geopandas as gpd
import pandas as pd

from border_atlas.data.dataset import Dataset
from border_atlas.domain.boundary_notes import notes_on
from border_atlas.domain.citations import BASE_CREDIT, LICENCE, NAME, Request, cite_view, link_to, request_of
from border_atlas.domain.dates_text import say_day
from border_atlas.domain.permalinks import frozen, version_tag
from border_atlas.domain.sentence import counts_line
from border_atlas.domain.view import View
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.export.columns import COLUMN_NOTES, GENERAL, NOT_PROOF
from border_atlas.export.guard import clean
from border_atlas.model import DISCLAIMER

_TITLE: Final = f"{NAME}: border management in peace operations"
_WIDTH: Final = 20


@dataclass(frozen=True)
class About:
    """A file's own description; all builders of files take one.

    ``boundary_notes`` are those on the border areas in the file, and on the territories that these touch; ``general``
    are remarks that hold for all of the file.
    """

    sentence: str
    counts: str
    data_as_of: date
    exported_on: date
    data_version: str
    citation: str
    link: str
    boundary_notes: tuple[str, ...] = ()
    general: tuple[str, ...] = GENERAL

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
            *(("Boundaries", text) for text in self.boundary_notes),
            *(("Note", text) for text in (*self.general, *remarks)),
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
        boundary_notes=notes_of(view.areas),
    )


def about_table(
    dataset: Dataset, table: pd.DataFrame, title: str, request: Request, *, exported_on: date, address: str = ""
) -> About:
    """Describe one table of a page; ``request`` is what the page was asked.

    Notes on boundaries are those on the border areas that a column ``area_id`` names, else on those where the missions
    of a column ``mission_id`` work or worked.
    """
    link = link_to(frozen(request.params, dataset), address)
    state = f"data as of {say_day(dataset.data_as_of)}, version {version_tag(dataset)}"
    works = dataset.activities
    of_missions = works.loc[works["mission_id"].isin(table.get("mission_id", [])), "area_id"]
    named = dataset.areas["area_id"].isin(table.get("area_id", of_missions))
    return About(
        sentence=request.said,
        counts=f"{title}: {len(table):,} {'row' if len(table) == 1 else 'rows'}",
        data_as_of=dataset.data_as_of,
        exported_on=exported_on,
        data_version=version_tag(dataset),
        citation=f"{_TITLE}. {title}: “{request.said}” ({state}). {link} {LICENCE}.",
        link=link,
        boundary_notes=notes_of(dataset.areas[named]),
        general=(NOT_PROOF,),
    )


def notes_of(areas: gpd.GeoDataFrame) -> tuple[str, ...]:
    """Return the notes on boundaries that belong to border areas of the Dataset, each once."""
    found = {note.note_id: note.text for _, area in areas.iterrows() for note in notes_on(area)}
    return tuple(found.values())


def column_entries(columns: Iterable[str]) -> list[tuple[str, str]]:
    """Give each column once, with what it means."""
    return [(name, COLUMN_NOTES[name]) for name in dict.fromkeys(columns)]


def readme(entries: Iterable[tuple[str, str]], columns: Iterable[tuple[str, str]] = ()) -> str:
    """Write the description as plain text."""
    lines = [f"{heading}: {text}" for heading, text in entries]
    described = [f"  {name:<{_WIDTH}}{note}" for name, note in columns]
    lines += ["", "Columns", *described] if described else []
    return "\n".join(lines) + "\n"
