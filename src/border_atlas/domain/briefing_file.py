"""A briefing as one small JSON file, and back from whatever a file may hold.

The file is UTF-8 JSON, version 2::

    {
      "format": "border-atlas-briefing",
      "version": 2,
      "title": "…", "subtitle": "…",
      "style": "neutral" | "UN" | "EU" | "OSCE",
      "data_version": "20260105-1a2b3c4d",
      "slides": [
        {
          "id": "s1",                       letters, digits, hyphens; unique
          "kind": "map",                    a value of SlideKind
          "title": "…", "text": "…", "notes": "…",       text and notes are Markdown
          "selection": {"org": "UN", "from": "1990"},    parameters of a link to the app
          "frame": "42.1,43.5,6",           latitude, longitude, zoom; left out: fit the selection
          "legend": true, "labels": true,
          "extra": {"l.org": "UN"}          parameters that a page keeps for itself
        }
      ]
    }

Version 1 had no ``style``, no ``legend``, ``labels`` and ``extra``, and ``selection`` was one string
(``org=UN&from=1990``). It is read as if these had their defaults. Unknown members are left out with a note.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NoReturn
from urllib.parse import parse_qsl

from border_atlas.domain.briefing import (
    MAX_SLIDES,
    MAX_TEXT,
    MAX_TITLE,
    Briefing,
    HouseStyle,
    Slide,
    SlideKind,
    SlideOptions,
    tidy,
)
from border_atlas.domain.briefing_members import (
    MAX_PARAM,
    MAX_PARAMS,
    Object,
    flag_of,
    frame_of,
    one_of,
    params_of,
    refuse,
    shown,
    tag_of,
    text_of,
)
from border_atlas.domain.frame import format_frame
from border_atlas.domain.selection import Selection
from border_atlas.domain.url import from_params, to_params
from border_atlas.domain.vocabulary import Vocabulary

FORMAT: Final = "border-atlas-briefing"
VERSION: Final = 2

_MAX_CHAR: Final = 4  # bytes of a character in UTF-8; what JSON escapes takes two
_MAX_REST: Final = 1_000  # bytes of id, kind, frame, names and indents of a slide
_MAX_SLIDE: Final = _MAX_CHAR * (MAX_TITLE + 2 * MAX_TEXT) + 2 * MAX_PARAMS + _MAX_REST
#: Largest file that is read, in bytes: whole millions that hold what the other limits allow, the head as one slide.
MAX_BYTES: Final = -(-(MAX_SLIDES + 1) * _MAX_SLIDE // 1_000_000) * 1_000_000

_MAX_NOTES: Final = 20
_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)
_TOP: Final = frozenset({"format", "version", "title", "subtitle", "style", "data_version", "slides"})
_SLIDE: Final = frozenset({"id", "kind", "title", "text", "notes", "selection", "frame", "legend", "labels", "extra"})


def to_json(briefing: Briefing) -> bytes:
    """Write a briefing as a file."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "title": briefing.title,
        "subtitle": briefing.subtitle,
        "style": str(briefing.style),
        "data_version": briefing.data_version,
        "slides": [_slide_out(slide) for slide in briefing.slides],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _slide_out(slide: Slide) -> Object:
    frame = {"frame": format_frame(slide.frame)} if slide.frame else {}
    return {
        "id": slide.slide_id,
        "kind": str(slide.kind),
        "title": slide.title,
        "text": slide.text,
        "notes": slide.notes,
        "selection": to_params(slide.selection),
        **frame,
        "legend": slide.options.legend,
        "labels": slide.options.labels,
        "extra": dict(slide.extra),
    }


def from_json(content: bytes, words: Vocabulary) -> tuple[Briefing, tuple[str, ...]]:
    """Read a briefing from a file.

    Returns
    -------
    The briefing, and notes on what was changed: former ids, values that are no longer known.

    Raises
    ------
    BriefingError
        If the file is no briefing, damaged, too large or of a newer version.
    """
    found = _migrated(_parsed(content))
    notes = [_left_out("the briefing", name) for name in sorted(found.keys() - _TOP)]
    slides = [_slide_in(number, slide, words, notes) for number, slide in enumerate(_slides(found), start=1)]
    _check_ids(slides)
    briefing = Briefing(
        title=text_of(found, "title", "the briefing", MAX_TITLE),
        subtitle=text_of(found, "subtitle", "the briefing", MAX_TITLE),
        style=HouseStyle(one_of(found, "style", list(HouseStyle), HouseStyle.NEUTRAL, "the briefing")),
        data_version=tag_of(found),
        slides=tuple(slides),
    )
    return briefing, _few(notes)


def _few(notes: Sequence[str]) -> tuple[str, ...]:
    """Let a flood of notes end in a count."""
    more = len(notes) - _MAX_NOTES
    return tuple(notes) if more <= 0 else (*notes[:_MAX_NOTES], f"… and {more:,} more parts of the file were left out.")


def _parsed(content: bytes) -> Object:
    if len(content) > MAX_BYTES:
        refuse(f"The file has {len(content):,} bytes; a briefing has at most {MAX_BYTES:,}.")
    try:
        text = content.decode("utf-8-sig")
        found = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        refuse(f"The file is no UTF-8 text (byte {error.start}); right is a file that this app saved.")
    except json.JSONDecodeError as error:
        refuse(f"The file is no JSON (line {error.lineno}, column {error.colno}); it may have been cut off.")
    except (ValueError, RecursionError) as error:
        refuse(f"The file cannot be read ({type(error).__name__}); right is a file that this app saved.")
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        refuse(f"The file is no briefing; right is a JSON file with the format “{FORMAT}”.")
    return found


def _object(pairs: Sequence[tuple[str, Any]]) -> Object:
    found: Object = {}
    for name, value in pairs:
        if name in found:
            refuse(f"The file names “{tidy(name, 40)}” twice in one place; each name may stand once.")
        found[name] = value
    return found


def _no_number(word: str) -> NoReturn:
    refuse(f"The file holds {word}, which is no number.")


def _migrated(found: Object) -> Object:
    """Bring a file of an older version to the present one, step by step."""
    version = found.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        refuse(f"The file's version is {shown(version)}; right is a whole number from 1 to {VERSION}.")
    if version > VERSION:
        refuse(f"The file has version {version}; this app reads versions up to {VERSION}. Use a newer app.")
    for step in range(version, VERSION):
        found = _MIGRATIONS[step](found)
    return found


def _from_version_1(found: Object) -> Object:
    """Turn the selection from a query string into parameters; the rest has its defaults."""
    slides = []
    for number, slide in enumerate(_slides(found), start=1):
        query = slide.get("selection", "")
        if not isinstance(query, str):
            refuse(f"Slide {number}, selection: {shown(query)} is no text; version 1 has a query string there.")
        slides.append(slide | {"selection": dict(parse_qsl(query[: MAX_PARAM * 4]))})
    return found | {"slides": slides, "version": 2}


_MIGRATIONS: Final[Mapping[int, Callable[[Object], Object]]] = {1: _from_version_1}


def _slides(found: Object) -> list[Object]:
    slides = found.get("slides", [])
    if not isinstance(slides, list) or not all(isinstance(slide, dict) for slide in slides):
        refuse("“slides” must be a list of objects, one for each slide.")
    if len(slides) > MAX_SLIDES:
        refuse(f"The file has {len(slides)} slides; a briefing has at most {MAX_SLIDES}.")
    return slides


def _slide_in(number: int, slide: Object, words: Vocabulary, notes: list[str]) -> Slide:
    where = f"slide {number}"
    notes += [_left_out(where, name) for name in sorted(slide.keys() - _SLIDE)]
    params = params_of(slide, "selection", where)
    parsed = from_params(params, words)
    notes += [f"Slide {number}: {note}" for note in parsed.notes]
    slide_id = slide.get("id", f"s{number}")
    if not isinstance(slide_id, str) or not _ID.fullmatch(slide_id):
        refuse(f"Slide {number}, id: {shown(slide_id)} is none; right are up to 40 small letters, digits, hyphens.")
    kind = SlideKind(one_of(slide, "kind", list(SlideKind), None, where))
    return Slide(
        slide_id=slide_id,
        kind=kind,
        title=text_of(slide, "title", where, MAX_TITLE),
        text=text_of(slide, "text", where, MAX_TEXT),
        notes=text_of(slide, "notes", where, MAX_TEXT),
        selection=_with_record(kind, parsed.selection, params),
        frame=frame_of(slide, where),
        options=SlideOptions(legend=flag_of(slide, "legend", where), labels=flag_of(slide, "labels", where)),
        extra=params_of(slide, "extra", where),
    )


def _with_record(kind: SlideKind, selection: Selection, params: Mapping[str, str]) -> Selection:
    """Keep the record of a profile that these data lack: the slide says so, and other data may have it."""
    mission, area = (params.get(name, "").strip().casefold() for name in ("mission", "area"))
    if kind is SlideKind.MISSION and selection.mission is None and _ID.fullmatch(mission):
        return selection.with_(mission=mission)
    if kind is SlideKind.AREA and selection.area is None and _ID.fullmatch(area):
        return selection.with_(area=area)
    return selection


def _check_ids(slides: Sequence[Slide]) -> None:
    ids = [slide.slide_id for slide in slides]
    twice = next((one for one in ids if ids.count(one) > 1), None)
    if twice is not None:
        refuse(f"Two slides have the id “{twice}”; each slide needs one of its own.")


def _left_out(where: str, name: str) -> str:
    return f"“{tidy(name, 40)}” in {where} is unknown to this version and was left out."
