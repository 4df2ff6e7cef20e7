"""The one dataset that all sessions share, read again only when a file of it changes."""

import gc

import streamlit as st

from border_atlas.config import GEODATA
from border_atlas.data.dataset import Dataset
from border_atlas.data.load import BUILT_FILES, LIVE_TABLES, load_boundaries, load_dataset
from border_atlas.domain.boundary_notes import note_atlas
from border_atlas.domain.index import index_of
from border_atlas.domain.permalinks import read_renamed, renamed_ids
from border_atlas.domain.select import select
from border_atlas.domain.selection import Selection
from border_atlas.domain.stretches import Stretches, make_stretches
from border_atlas.domain.url import Vocabulary, vocabulary_of
from border_atlas.domain.view import View
from border_atlas.errors import DatasetError
from border_atlas.gdal_lock import GdalLockError, assert_locked
from border_atlas.ui.messages import show_error


@st.cache_resource(max_entries=2, show_spinner="Loading the dataset …")
def _dataset(stamp: tuple[tuple[str, int], ...]) -> Dataset:  # noqa: ARG001  the stamp is the cache's key
    # At the app's start, before anybody's file can come: a GDAL with all its drivers opens what it pleases.
    assert_locked()
    note_atlas.cache_clear()
    data = load_dataset(GEODATA)
    index_of(data)
    _set_apart()
    return data


def _set_apart() -> None:
    """Spare the garbage collector what stays for good: packages and dataset.

    Streamlit collects all generations after each run, and nothing is sent to any browser meanwhile.
    """
    gc.collect()
    gc.freeze()


@st.cache_resource(max_entries=2, show_spinner=False)
def _vocabulary(version: str, _dataset: Dataset) -> Vocabulary:  # noqa: ARG001  keyed by the version
    return vocabulary_of(_dataset, renamed_ids(_dataset, read_renamed()))


def _stamp() -> tuple[tuple[str, int], ...]:
    paths = [GEODATA / name for name in (*BUILT_FILES, *LIVE_TABLES)]
    return tuple((path.name, path.stat().st_mtime_ns if path.exists() else 0) for path in paths)


def dataset() -> Dataset:
    """Return the dataset, or say what is wrong with its files and stop the page."""
    try:
        return _dataset(_stamp())
    except DatasetError as error:
        show_error("The dataset cannot be read.", error)
        st.stop()
    except GdalLockError as error:
        show_error("The app is not safe as it was started, and stays closed.", error)
        st.stop()


def vocabulary(data: Dataset) -> Vocabulary:
    """Return the words that links may use, or say what is wrong with the former ids and stop the page."""
    try:
        return _vocabulary(data.version, data)
    except DatasetError as error:
        show_error("The table of former ids cannot be read.", error)
        st.stop()


@st.cache_resource(max_entries=2, show_spinner="Measuring borders …")
def _stretches(version: str, _dataset: Dataset) -> Stretches:  # noqa: ARG001  keyed by the version
    return make_stretches(_dataset.areas, load_boundaries(GEODATA))


def stretches(data: Dataset) -> Stretches:
    """Return the stretches of borders with the areas on them, or say what is wrong and stop the page."""
    try:
        return _stretches(data.version, data)
    except DatasetError as error:
        show_error("The boundary lines cannot be read.", error)
        st.stop()


def view(data: Dataset, selection: Selection) -> View:
    """Return what the selection leaves; quick enough not to be cached."""
    return select(data, selection)
