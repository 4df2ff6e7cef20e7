"""One button that every page offers: the current view as files, with a citation and a link that lasts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Final, Literal

import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain.citations import Citation, Request, cite_view
from border_atlas.domain.frame import Frame
from border_atlas.domain.own_drawing import MARK
from border_atlas.domain.sentence import counts_line
from border_atlas.domain.view import View
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.export.about import About, about_view
from border_atlas.export.csv import to_csv_zip
from border_atlas.export.geojson import to_geojson
from border_atlas.export.gpkg import to_gpkg
from border_atlas.export.xlsx import to_xlsx
from border_atlas.maps.safety import escape
from border_atlas.ui import cache, own_state
from border_atlas.ui.own_state import OwnSet

Builder = Callable[[Dataset, View, About], bytes]


_OWN_HELP: Final = (
    f"The layers of Your data that are switched on for all maps, as their filters leave them; marked “{MARK}”. "
    "Whoever gets the file gets these records."
)


@dataclass(frozen=True)
class _Format:
    """A kind of file: what the button says, for what it is good, and who writes it."""

    label: str
    help: str
    extension: str
    mime: str
    icon: str
    build: Builder


_FORMATS: Final = (
    _Format("Excel", "A workbook with a sheet for each table", "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ":material/table:", to_xlsx),
    _Format("CSV, all tables", "A zip with a table of each kind of record, sources and a README", "zip",
            "application/zip", ":material/folder_zip:", to_csv_zip),
    _Format("GeoPackage", "Layers for QGIS and other map programs", "gpkg",
            "application/geopackage+sqlite3", ":material/layers:", to_gpkg),
    _Format("GeoJSON", "Missions, border areas, field sites and crossing points for web maps", "geojson",
            "application/geo+json", ":material/data_object:", to_geojson),
)  # fmt: skip


def buttons(
    data: Dataset,
    view: View,
    key: str,
    *,
    label: str = "Take it away",
    request: Request | None = None,
    sheet: Callable[[], bytes] | None = None,
) -> None:
    """Offer the view as files; nothing is made before its button is clicked.

    Parameters
    ----------
    key
        Name of the page or part, unique within a page.
    request
        The question that the view answers, if it is another than its selection.
    sheet
        Makes the one-page profile of a mission or border area as PDF.
    """
    # Asked for here: when a file is made, no page runs any more that could be asked.
    _offer(_Offer(data, view, key, cache.vocabulary(data), _address(), request, sheet), label)


@dataclass(frozen=True)
class _Offer:
    """What the buttons of a page are made of."""

    data: Dataset
    view: View
    key: str
    words: Vocabulary
    address: str
    request: Request | None
    sheet: Callable[[], bytes] | None


@st.fragment
def _offer(offer: _Offer, label: str) -> None:
    """Fill the list when it is opened: closed, its twenty elements would burden every change of a filter."""
    place = st.popover(label, icon=":material/download:", key=f"take_{offer.key}", on_change="rerun")
    if not place.open:
        return
    with place:
        st.markdown(f"**{counts_line(offer.view)}**, with sources, licence, date and disclaimer inside the file.")
        _tables(offer)
        _pictures(offer.data, offer.view, offer.key, offer.request, offer.sheet)
        _cite(cite_view(offer.data, offer.view, offer.words, address=offer.address, request=offer.request))


def _tables(offer: _Offer) -> None:
    """Offer the view as files of data."""
    for form in _FORMATS:
        make = partial(_make, form.build, offer.data, offer.view, offer.words, offer.address, offer.request)
        st.download_button(
            form.label, make, mime=form.mime, icon=form.icon, help=form.help,
            file_name=file_name(offer.data, offer.view, form.extension, offer.request),
            key=f"take_{offer.key}_{form.extension}", on_click="ignore", width="stretch",
        )  # fmt: skip


def _pictures(data: Dataset, view: View, key: str, request: Request | None, sheet: Callable[[], bytes] | None) -> None:
    """Offer the map as a picture and a poster, and the profile as a sheet of paper."""
    st.markdown("**On paper and slides**")
    if sheet is not None:
        st.download_button(
            "Profile, one page (PDF)", sheet, mime="application/pdf", icon=":material/image:", on_click="ignore",
            file_name=file_name(data, view, "profile.pdf", request), key=f"take_{key}_profile.pdf", width="stretch",
        )  # fmt: skip
    pictures(data, view, f"take_{key}", request=request, own=_own(key))


def _own(key: str) -> tuple[OwnSet, ...]:
    """Let the user say whether own data that are on the maps go into pictures; without a tick they do not."""
    shown = tuple(one for one in own_state.all_sets() if one.shown)
    if shown and st.checkbox("Draw my own data too", key=f"take_{key}_own", help=_OWN_HELP):
        return shown
    return ()


def pictures(
    data: Dataset, view: View, key: str, *, request: Request | None = None, own: tuple[OwnSet, ...] = (),
    frame: Frame | None = None,
) -> None:  # fmt: skip
    """Offer the map as pictures and posters, with layers of the session's own data if there are any to be drawn."""
    wishes = _Wishes(data, view, request, own, frame)
    forms: tuple[tuple[str, Callable[[], bytes], str, str], ...] = (
        ("Map as PNG", partial(_picture, wishes, "png"), "png", "image/png"),
        ("Map as SVG", partial(_picture, wishes, "svg"), "svg", "image/svg+xml"),
        ("Poster A3 (PDF)", partial(_poster, wishes, "A3"), "a3.pdf", "application/pdf"),
        ("Poster A2 (PDF)", partial(_poster, wishes, "A2"), "a2.pdf", "application/pdf"),
    )
    for name, build, extension, mime in forms:
        ending = f"own-data.{extension}" if own else extension
        st.download_button(
            name, build, mime=mime, file_name=file_name(data, view, ending, request), icon=":material/image:",
            key=f"{key}_{extension}", on_click="ignore", width="stretch",
        )  # fmt: skip


@dataclass(frozen=True)
class _Wishes:
    """What a picture is made of when its button is clicked."""

    data: Dataset
    view: View
    request: Request | None
    own: tuple[OwnSet, ...]
    frame: Frame | None


def _picture(wishes: _Wishes, form: Literal["png", "svg"]) -> bytes:
    # Loaded when a picture is wanted: drawing takes longer to load than the rest of the app.
    from border_atlas.export.picture import map_picture  # noqa: PLC0415

    own = own_state.drawings(only=wishes.own)
    return map_picture(wishes.data, wishes.view, wishes.frame, form=form, request=wishes.request, own=own)


def _poster(wishes: _Wishes, paper: Literal["A3", "A2"]) -> bytes:
    from border_atlas.export.picture import poster  # noqa: PLC0415  see above

    own = own_state.drawings(only=wishes.own)
    return poster(wishes.data, wishes.view, paper, frame=wishes.frame, request=wishes.request, own=own)


def file_name(data: Dataset, view: View, extension: str, request: Request | None = None) -> str:
    """Name a file by what it holds and the day that the data describe."""
    what = "all" if view.selection.is_empty and request is None else "selection"
    return f"border-atlas-{what}_{data.data_as_of:%Y%m%d}.{extension}"


def _make(build: Builder, data: Dataset, view: View, words: Vocabulary, address: str, request: Request | None) -> bytes:
    today = datetime.now(UTC).date()
    return build(data, view, about_view(data, view, words, exported_on=today, address=address, request=request))


def _cite(said: Citation) -> None:
    st.markdown("**Cite this view**")
    st.code(said.long, language=None, wrap_lines=True)
    st.caption(escape(f"Short: {said.short}. The link names the version of the data and says when newer data exist."))


def _address() -> str:
    """Return the page's own address without parameters; empty where the browser did not say it."""
    return (st.context.url or "").partition("?")[0]
