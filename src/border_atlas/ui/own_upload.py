"""Takes a user's file: the drop field, the examples, and reading with progress and cancel."""

import threading
from dataclasses import dataclass, field
from typing import Final

import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.data.own.contract import OwnFile
from border_atlas.data.own.read import read_own
from border_atlas.data.own.text import short_list
from border_atlas.errors import BorderAtlasError, OwnFileError
from border_atlas.export.own_examples import examples
from border_atlas.maps.safety import escape
from border_atlas.ui import map_view, own_state
from border_atlas.ui.messages import show_error

#: The widget that tells which layer is looked at.
PICKED: Final = "own_picked"
_JOB: Final = "atlas_own_job"
_TURN: Final = "atlas_own_turn"
_LEFT_OUT: Final = "atlas_own_left_out"
_POLL_SECONDS: Final = 0.4
_ENDINGS: Final = ["csv", "tsv", "txt", "xlsx", "geojson", "json", "gpkg", "zip", "parquet", "geoparquet", "kml"]
_PRIVATE: Final = (
    "Your file stays in this session on this server: it is read in a process of its own, never stored, shared or sent "
    "elsewhere, and gone when you close the page."
)


@dataclass
class _Reading:
    """A file that is being read beside the page."""

    name: str
    own: OwnFile | None = None
    error: OwnFileError | None = None
    stop: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)

    def run(self, content: bytes) -> None:
        """Read; runs in a thread of its own and touches nothing of the page."""
        try:
            self.own = read_own(content, self.name, cancel=self.stop)
        except OwnFileError as error:
            self.error = error
        finally:
            self.over.set()


def panel(data: Dataset) -> None:
    """Show the drop field with what may be dropped, and read what was; small once there are data."""
    if own_state.all_sets():
        with st.expander("Add another file", icon=":material/upload_file:"):
            _drop_field()
    else:
        _drop_field()
    if _JOB in st.session_state:
        _follow(data)
    _say_left_out()


def _drop_field() -> None:
    left, right = st.columns([0.72, 0.28], vertical_alignment="top")
    with left:
        key = f"own_file_{st.session_state.get(_TURN, 0)}"
        st.file_uploader(
            "Drop a file here: CSV, TSV, Excel, GeoJSON, GeoPackage, zipped Shapefile, GeoParquet or KML",
            type=_ENDINGS, key=key, on_change=_start, args=(key,),
        )  # fmt: skip
        st.caption(f":material/lock: {_PRIVATE}")
    with right, st.popover("Examples to try", icon=":material/draft:", width="stretch"):
        st.caption("Invented records, one file of each form.")
        for example in examples():
            st.download_button(
                example.what, example.content, file_name=example.name, mime=example.mime, on_click="ignore",
                key=f"own_example_{example.name}", width="stretch",
            )  # fmt: skip


def _start(key: str) -> None:
    uploaded = st.session_state.get(key)
    if uploaded is None:
        return
    _let_go()
    job = _Reading(uploaded.name)
    threading.Thread(target=job.run, args=(uploaded.getvalue(),), daemon=True).start()
    st.session_state[_JOB] = job
    # A new drop field: the file itself need not stay in memory, and may be dropped again.
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1


def _let_go() -> None:
    """Stop the file that is still being read, and forget what was said about the one before."""
    st.session_state.pop(_LEFT_OUT, None)
    job: _Reading | None = st.session_state.pop(_JOB, None)
    if job is not None:
        job.stop.set()


def _follow(data: Dataset) -> None:
    job: _Reading = st.session_state[_JOB]
    if not job.over.wait(timeout=2):
        _waiting()
        return
    st.session_state.pop(_JOB)
    if job.error is not None:
        show_error(f"{escape(job.name)} could not be read; nothing was changed.", job.error)
    elif job.own is not None:
        _understand(job.own, data)
    else:
        st.error("The file could not be read; the server’s log says more. Nothing was changed.")


@st.fragment(run_every=_POLL_SECONDS)
def _waiting() -> None:
    job: _Reading | None = st.session_state.get(_JOB)
    if job is None or job.over.is_set():
        st.rerun()
    st.progress(0.3, f"Reading {escape(job.name)} …")
    st.button("Cancel", key="own_cancel", on_click=job.stop.set)


def _understand(own: OwnFile, data: Dataset) -> None:
    bar = st.progress(0.6, f"Understanding and checking {escape(own.name)} …")
    try:
        new, left_out = own_state.take_up(own, data)
    except BorderAtlasError as error:
        show_error(f"{escape(own.name)} could not be understood; nothing was changed.", error)
        return
    finally:
        bar.empty()
    st.session_state[_LEFT_OUT] = left_out
    if new:
        st.session_state[PICKED] = new[0].key
        bounds = own_state.bounds(new[0])
        if bounds is not None:
            map_view.go_to(bounds)
        st.rerun()


def _say_left_out() -> None:
    """Say for which layers there was no room, until there is some or another file comes."""
    names = st.session_state.get(_LEFT_OUT)
    if not names:
        return
    if len(own_state.all_sets()) < own_state.MOST_SETS:
        del st.session_state[_LEFT_OUT]
        return
    st.warning(
        f"**Left out: {escape(short_list(list(names)))}.** At most {own_state.MOST_SETS} layers are kept at once, and "
        "those that were there stay. Forget one of them and drop the file again.",
        icon=":material/layers_clear:",
    )
