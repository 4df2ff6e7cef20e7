"""Briefings from elsewhere: a saved file, a folder on the server, and the ready-made ones."""

import os
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import streamlit as st

from border_atlas.data.dataset import Dataset
from border_atlas.domain.briefing import Briefing
from border_atlas.domain.briefing_file import MAX_BYTES, from_json, to_json
from border_atlas.domain.ready_made import one_area, one_mission, one_organisation, one_region, the_field
from border_atlas.domain.regions import REGIONS, countries_in
from border_atlas.domain.rows import mission_labels
from border_atlas.domain.vocabulary import Vocabulary
from border_atlas.drafts import write_all
from border_atlas.errors import BorderAtlasError, BriefingError
from border_atlas.maps.safety import escape
from border_atlas.model import ORGANISATION_LABELS, Organisation
from border_atlas.ui import briefing_page, briefing_state, messages

#: Names a folder on the server in which briefings are kept; without it nothing is written there.
FOLDER: Final = "BORDER_ATLAS_BRIEFINGS"
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,59}", re.ASCII)
_ERROR: Final = "briefing_file_error"
_NOT_OPENED: Final = "The file was not opened; your briefing is unchanged."
_NOT_SAVED: Final = "Nothing was saved on the server; your briefing is unchanged."


def menu(words: Vocabulary) -> None:
    """Offer to save the briefing as a file and to open one."""
    now = briefing_state.briefing()
    with st.popover("File", icon=":material/folder_open:", key="b_file"):
        st.download_button(
            "Save as a file", to_json(now), file_name=briefing_page.file_name(now, "briefing.json"),
            mime="application/json", icon=":material/save:", width="stretch", on_click="ignore", key="b_save",
        )  # fmt: skip
        st.file_uploader(
            "Open a briefing file", type=["json"], key=briefing_state.widget_key("upload"),
            on_change=_open_upload, args=(words,), max_upload_size=MAX_BYTES // 1_000_000,
        )  # fmt: skip
        folder = server_folder()
        if folder is not None:
            _server(folder, words)


def failures() -> None:
    """Say once what could not be opened or saved."""
    failed = st.session_state.pop(_ERROR, None)
    if failed is not None:
        messages.show_error(*failed)


def _open_upload(words: Vocabulary) -> None:
    upload = st.session_state.get(briefing_state.widget_key("upload"))
    if upload is not None:
        _open(partial(from_json, upload.getvalue(), words))


def _open(read: Callable[[], tuple[Briefing, tuple[str, ...]]]) -> None:
    """Open a briefing; if it cannot be read, the one at hand stays as it is."""
    try:
        found, notes = read()
    except BriefingError as error:
        st.session_state[_ERROR] = (_NOT_OPENED, error)
        return
    briefing_state.replace_all(found)
    for note in notes:
        st.toast(escape(note), icon=":material/info:")


def server_folder() -> Path | None:
    """Return the folder on the server in which briefings are kept, if one is configured and there."""
    named = os.environ.get(FOLDER, "")
    folder = Path(named)
    return folder if named and folder.is_dir() else None


def _server(folder: Path, words: Vocabulary) -> None:
    st.divider()
    name = st.text_input("Name on the server", briefing_page.file_name(briefing_state.briefing(), "").rstrip("."))
    over = is_kept(folder, name) and st.checkbox(
        f"Replace “{escape(name)}”, which is there already", key="b_server_over"
    )
    st.button(
        "Save on the server",
        icon=":material/cloud_upload:",
        key="b_server",
        on_click=_save,
        args=(folder, name),
        kwargs={"over": over},
    )
    known = sorted(path.stem for path in folder.glob("*.json") if _NAME.fullmatch(path.stem))
    wanted = st.selectbox("Kept on the server", known, index=None, key="b_server_open")
    if wanted:
        read = partial(_read, folder, wanted, words)
        st.button("Open", icon=":material/folder_open:", on_click=_open, args=(read,), key="b_server_read")


def _read(folder: Path, name: str, words: Vocabulary) -> tuple[Briefing, tuple[str, ...]]:
    path = folder / f"{name}.json"
    try:
        content = path.read_bytes() if path.stat().st_size <= MAX_BYTES else b" " * (MAX_BYTES + 1)
    except OSError as error:
        msg = f"“{name}” cannot be read from the server ({error.strerror})."
        raise BriefingError(msg) from error
    return from_json(content, words)


def is_kept(folder: Path, name: str) -> bool:
    """Tell whether the folder holds a briefing of this name."""
    return bool(_NAME.fullmatch(name)) and (folder / f"{name}.json").exists()


def _save(folder: Path, name: str, *, over: bool) -> None:
    try:
        save(folder, name, briefing_state.briefing(), over=over)
    except BriefingError as error:
        st.session_state[_ERROR] = (_NOT_SAVED, error)
        return
    st.toast(f"Saved on the server as {escape(name)}.", icon=":material/cloud_done:")


def save(folder: Path, name: str, briefing: Briefing, *, over: bool = False) -> None:
    """Write a briefing into the folder, whole or not at all.

    Parameters
    ----------
    over
        Whether one of the same name, maybe somebody else's, may be replaced.

    Raises
    ------
    BriefingError
        If the name could lead elsewhere or is taken, or the folder cannot be written.
    """
    if not _NAME.fullmatch(name):
        msg = f"“{name[:60]}” is no name for a file here; right are small letters, digits and hyphens, at most 60."
        raise BriefingError(msg)
    if is_kept(folder, name) and not over:
        msg = f"The server keeps a briefing “{name}” already; choose another name, or say that it may be replaced."
        raise BriefingError(msg)
    try:
        write_all({folder / f"{name}.json": to_json(briefing)})
    except OSError as error:
        msg = f"The folder of briefings cannot be written ({error.strerror})."
        raise BriefingError(msg) from error


def ready_made(data: Dataset, words: Vocabulary) -> None:
    """Offer the ready-made briefings; what is collected so far can be brought back with undo."""
    with st.popover("Ready-made", icon=":material/auto_stories:", key="b_ready"):
        st.button(
            "The field in eight slides", icon=":material/public:", width="stretch", key="b_ready_field",
            on_click=_make, args=(partial(the_field, data),),
        )  # fmt: skip
        regions = [name for name in REGIONS if countries_in(name, words.countries)]
        _choice("A region", regions, str, partial(one_region, data, words), "region")
        names = [str(one) for one in Organisation if one in words.organisations]
        _choice(
            "An organisation", names, lambda one: ORGANISATION_LABELS[Organisation(one)],
            partial(one_organisation, data), "organisation",
        )  # fmt: skip
        labels = mission_labels(data)
        _choice("A mission", list(words.missions), lambda one: str(labels[one]), partial(one_mission, data), "mission")
        _choice("A border area", list(words.areas), lambda one: words.areas[one], partial(one_area, data), "area")


def _choice(
    label: str, options: list[str], say: Callable[[str], str], factory: Callable[[str], Briefing], key: str
) -> None:
    wanted = st.selectbox(label, options, index=None, format_func=say, key=f"b_ready_{key}", placeholder="Choose …")
    if wanted:
        st.button(
            f"Make the briefing on {escape(say(wanted))}", icon=":material/auto_stories:", key=f"b_make_{key}",
            on_click=_make, args=(partial(factory, wanted),), width="stretch",
        )  # fmt: skip


def _make(factory: Callable[[], Briefing]) -> None:
    try:
        briefing_state.replace_all(factory())
    except BorderAtlasError as error:
        st.toast(escape(str(error)), icon=":material/error:")
