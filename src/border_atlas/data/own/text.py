"""Decoding and cleaning of texts: encodings, control characters, lone surrogates, names."""

import codecs
import re
from collections.abc import Iterable

from border_atlas.data.own.raw import refuse

#: Control characters but tab, line feed and carriage return; and the two code points that XML cannot hold.
CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
SURROGATE = re.compile("[\ud800-\udfff]")
NAME_LENGTH = 120
_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8 with byte order mark"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
#: Every second byte of a Western UTF-16 text is zero; this share of them tells it without a byte order mark.
_ZERO_SHARE = 0.6


def decode(content: bytes, *, where: str) -> tuple[str, str]:
    """Return the text and the name of its encoding.

    Raises
    ------
    OwnFileError
        When a byte order mark promises an encoding that the bytes break, or when the text holds NUL.
    """
    text, encoding = _decode(content, where)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        refuse(
            "The text holds a NUL character", where=f"{where}, line {line}",
            right="This is no plain text or a damaged file: export it again as UTF-8 text.",
        )  # fmt: skip
    return text, encoding


def _decode(content: bytes, where: str) -> tuple[str, str]:
    for mark, codec, label in _BOMS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], codec, label, where), label
    wide = _wide_codec(content)
    if wide:
        return _strictly(content, wide, "UTF-16", where), "UTF-16 without byte order mark"
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _western(content)


def _strictly(content: bytes, codec: str, label: str, where: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        refuse(
            f"The file says it is {label} but is not", where=f"{where}, byte {error.start:,}",
            right="It may be cut off; export it again as UTF-8.",
        )  # fmt: skip


def _wide_codec(content: bytes) -> str:
    head = content[:2000]
    half = max(len(head) // 2, 1)
    if len(head) >= 4 and head[1::2].count(0) / half > _ZERO_SHARE and head[::2].count(0) == 0:  # noqa: PLR2004  2 letters
        return "utf-16-le"
    if len(head) >= 4 and head[::2].count(0) / half > _ZERO_SHARE and head[1::2].count(0) == 0:  # noqa: PLR2004  2 letters
        return "utf-16-be"
    return ""


def _western(content: bytes) -> tuple[str, str]:
    try:
        return content.decode("cp1252"), "Windows-1252 (it is not valid UTF-8)"
    except UnicodeDecodeError:
        return content.decode("latin-1"), "Latin-1 (it is not valid UTF-8)"


def clean(text: str) -> tuple[str, bool]:
    """Return the text without control characters and lone surrogates, and whether something was changed."""
    if text.isascii() and text.isprintable():
        return text, False
    cleaned = SURROGATE.sub("\ufffd", CONTROL.sub("", text))
    return cleaned, cleaned != text


def clean_name(text: str) -> str:
    """Return a name of one line and limited length: for columns, layers and files."""
    cleaned, _ = clean(text.replace("\0", ""))
    return " ".join(cleaned.split())[:NAME_LENGTH].rstrip()


def unique_names(names: Iterable[str], *, taken: Iterable[str] = ("geometry",)) -> list[str]:
    """Return names that are non-empty and differ in more than upper and lower case.

    `geometry` is kept free: frames and exports hold the shapes under it.
    """
    used = {name.casefold() for name in taken}
    unique = []
    for position, name in enumerate(names, start=1):
        base = clean_name(name) or f"column {position}"
        candidate, count = base, 2
        while candidate.casefold() in used:
            candidate, count = f"{base} ({count})", count + 1
        used.add(candidate.casefold())
        unique.append(candidate)
    return unique


def short_list(names: list[str], *, most: int = 5) -> str:
    """Return the first few names as text."""
    shown = ", ".join(f"“{name[:40]}”" for name in names[:most])
    return shown + (f" and {len(names) - most} more" if len(names) > most else "")
