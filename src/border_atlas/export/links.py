"""Addresses as files may hold them: of the web, without disguise, in letters that every program reads."""

from typing import Final
from urllib.parse import quote, urlsplit

from border_atlas.export.guard import clean

#: Longest address that office programs take.
_MAX_LINK: Final = 2_079
_URL_SAFE: Final = ":/?#[]@!$&'()*+,;=%-._~"


def safe_link(url: str) -> str:
    """Return an address that may stand in the file, or nothing: http and https only, written as a plain URI."""
    try:
        parts = urlsplit(clean(url).strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = "" if parts.port is None else f":{parts.port}"
    except (ValueError, UnicodeError):
        return ""
    if parts.scheme not in {"http", "https"} or not host or "[" in parts.netloc:
        return ""
    # Names and passwords before the host only serve to disguise it.
    rest = parts._replace(scheme="", netloc="").geturl()
    link = f"{parts.scheme}://{quote(host)}{port}{quote(rest, safe=_URL_SAFE)}"
    return link if len(link) <= _MAX_LINK else ""
