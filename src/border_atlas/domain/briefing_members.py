"""The parts of a briefing's file, each checked: what it says is taken or refused, with where and which value."""

import json
import re
from collections.abc import Sequence
from typing import Any, Final, NoReturn

from border_atlas.domain.briefing import tidy
from border_atlas.domain.frame import Frame, parse_frame
from border_atlas.errors import BriefingError

#: Most bytes of a selection or of ``extra`` as JSON; both sides of a comparison, with all values chosen, need 3,200.
MAX_PARAMS: Final = 6_000
#: Longest value of a parameter, in characters.
MAX_PARAM: Final = 1_000
_MAX_EXTRA: Final = 40
_NAME: Final = re.compile(r"[a-z][a-z.]{0,29}", re.ASCII)
_VERSION_TAG: Final = re.compile(r"[0-9a-z-]{0,40}", re.ASCII)

Object = dict[str, Any]


def text_of(found: Object, name: str, where: str, limit: int) -> str:
    """Return the text of a member, empty without one."""
    text = found.get(name, "")
    if not isinstance(text, str):
        refuse(f"{where.capitalize()}, {name}: {shown(text)} is no text.")
    if len(text) > limit:
        refuse(f"{where.capitalize()}, {name}: {len(text):,} characters; at most {limit:,} are possible.")
    if tidy(text, limit) != text:
        refuse(f"{where.capitalize()}, {name}: control characters or half characters; right is plain text.")
    return text


def one_of(found: Object, name: str, known: Sequence[str], default: str | None, where: str) -> str:
    """Return the value of a member that has to be one of some."""
    value = found.get(name, default)
    if value not in list(known) or not isinstance(value, str):
        refuse(f"{where.capitalize()}, {name}: {shown(value)} is unknown; known are {', '.join(known)}.")
    return value


def flag_of(found: Object, name: str, where: str) -> bool:
    """Return the switch of a member, on without one."""
    value = found.get(name, True)
    if not isinstance(value, bool):
        refuse(f"{where.capitalize()}, {name}: {shown(value)} is neither true nor false.")
    return value


def frame_of(found: Object, where: str) -> Frame | None:
    """Return the frame of the map, if it has one."""
    value = found.get("frame")
    if value is None:
        return None
    frame = parse_frame(value) if isinstance(value, str) else None
    if frame is None:
        refuse(f"{where.capitalize()}, frame: {shown(value)} is none; right is latitude,longitude,zoom.")
    return frame


def params_of(found: Object, name: str, where: str) -> dict[str, str]:
    """Return the parameters of a link that a member holds."""
    params = found.get(name, {})
    if not isinstance(params, dict) or len(params) > _MAX_EXTRA:
        refuse(f"{where.capitalize()}, {name}: right is an object with at most {_MAX_EXTRA} texts.")
    for key, value in params.items():
        if not _NAME.fullmatch(key) or not isinstance(value, str) or tidy(value, MAX_PARAM) != value:
            refuse(f"{where.capitalize()}, {name}: {shown(key)} = {shown(value)} is no parameter of a link.")
    size = len(json.dumps(params, ensure_ascii=False).encode())
    if size > MAX_PARAMS:
        refuse(f"{where.capitalize()}, {name}: {size:,} bytes; at most {MAX_PARAMS:,} are possible.")
    return params


def tag_of(found: Object) -> str:
    """Return the version of the data that the briefing was made with."""
    tag = found.get("data_version", "")
    if not isinstance(tag, str) or not _VERSION_TAG.fullmatch(tag):
        refuse(f"The briefing, data_version: {shown(tag)} is none; right is such as 20260105-1a2b3c4d.")
    return tag


def shown(value: object) -> str:
    """Repeat a stranger's value, shortened and in quotes."""
    return f"“{tidy(str(value), 40)}”"


def refuse(message: str) -> NoReturn:
    """Refuse the file."""
    raise BriefingError(message)
