"""Sends the app's files small and once: compressed, and kept by the browser under names that change with them.

Streamlit leaves its scripts uncompressed and says nothing on how long files of components may be kept. A proxy in
front would do both; most rooms in which the app runs have none. Of Streamlit's fonts the symbols are cut to those in
use, and the one for texts, which our theme does not use, is not fetched; modules of widgets are named ahead.
"""

import gzip
import re
from hashlib import sha256
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from border_atlas.modules_ahead import head
from border_atlas.symbols import SYMBOLS

#: Streamlit's scripts and styles, the files of our components, and the app's sign, which Streamlit sets at each run.
_FILES: Final = re.compile(r"/(static|component)/.+\.(js|css|json|html|svg)$|/media/[0-9a-f]{32,}\.png$")
#: Names or questions that change with the content: such a file never changes.
_NAMED_BY_CONTENT: Final = re.compile(r"\.([0-9a-f]{10}\.json|[0-9a-f]{8}\.js)$|/media/[0-9a-f]{32,}\.png$")
#: The page itself, under whatever name of ours; files have an ending, Streamlit's own doors begin with ``_``.
_PAGE: Final = re.compile(r"(^|/)[a-z_]*$")
_NO_PAGE: Final = re.compile(r"/(_stcore|media|static|component)(/|$)")
_FONT_AHEAD: Final = re.compile(rb"<link\s+rel=\"preload\"[^>]*?as=\"font\"[^>]*?/?>")
#: What Streamlit shows before it knows our theme is set in a font that is there, not in one to be fetched.
_FONT_HERE: Final = (
    b'<style>@font-face{font-family:"Source Sans";font-weight:100 900;src:local("Segoe UI"),local("Roboto"),'
    b'local("Helvetica Neue"),local("Arial"),local("Liberation Sans"),local("DejaVu Sans")}</style></head>'
)
_SYMBOLS: Final = re.compile(r"/static/media/MaterialSymbols-Rounded\.[^/]+\.woff2$")
_FOREVER: Final = "public, max-age=31536000, immutable"
_SMALLEST: Final = 600
_OK: Final = 200


class SmallFiles:
    """ASGI middleware that compresses files once and keeps the result in memory.

    What is kept is found by path and the file's own validator, so a changed file is compressed anew.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: dict[tuple[str, str], bytes] = {}
        self._font = SYMBOLS.read_bytes()
        self._mark = f'"{sha256(self._font).hexdigest()[:16]}"'

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, but for whole files that the browser takes compressed."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        if _SYMBOLS.search(scope["path"]):
            await self._symbols(scope, receive, send)
            return
        if not (_FILES.search(scope["path"]) or _is_page(scope["path"])):
            await self._app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        if "range" in asked or "gzip" not in asked.get("accept-encoding", ""):
            await self._app(scope, receive, _Answer(send, scope, None))
            return
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self._app({**scope, "headers": plain}, receive, _Answer(send, scope, self._kept))

    async def _symbols(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the symbols in use; asked for again at each visit, because their address does not change with them."""
        headers = {"etag": self._mark, "cache-control": "no-cache"}
        if Headers(scope=scope).get("if-none-match") == self._mark:
            await Response(status_code=304, headers=headers)(scope, receive, send)
            return
        await Response(self._font, media_type="font/woff2", headers=headers)(scope, receive, send)


def _is_page(path: str) -> bool:
    return bool(_PAGE.search(path)) and not _NO_PAGE.search(path)


class _Answer:
    """Gathers an answer, and sends it compressed and with the word how long it may be kept."""

    def __init__(self, send: Send, scope: Scope, kept: dict[tuple[str, str], bytes] | None) -> None:
        self._send = send
        self._path = str(scope["path"])
        self._forever = bool(_NAMED_BY_CONTENT.search(self._path)) or scope.get("query_string", b"").startswith(b"v=")
        self._kept = kept
        self._start: Message | None = None
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            if self._forever and message["status"] == _OK:
                MutableHeaders(scope=message)["cache-control"] = _FOREVER
            if self._kept is None or message["status"] != _OK:
                self._kept = None
                await self._send(message)
            else:
                self._start = message
            return
        if self._kept is None:
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if not message.get("more_body", False):
            await self._finish(self._kept)

    async def _finish(self, kept: dict[tuple[str, str], bytes]) -> None:
        if self._start is None:  # an answer that never began has nothing to send
            return
        headers, body = MutableHeaders(scope=self._start), bytes(self._body)
        if _is_page(self._path) and headers.get("content-type", "").startswith("text/html"):
            body = _FONT_AHEAD.sub(b"", body).replace(b"</head>", head(body) + _FONT_HERE, 1)
            headers["content-length"] = str(len(body))
        if not self._path.endswith(".png") and "content-encoding" not in headers and len(body) >= _SMALLEST:
            body = self._compressed(headers, body, kept)
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": body, "more_body": False})

    def _compressed(self, headers: MutableHeaders, body: bytes, kept: dict[tuple[str, str], bytes]) -> bytes:
        key = (self._path, headers.get("etag", "") or f"{headers.get('last-modified', '')} {len(body)}")
        small = kept.get(key)
        if small is None:
            small = kept[key] = gzip.compress(body, compresslevel=9, mtime=0)
        headers["content-encoding"] = "gzip"
        headers["content-length"] = str(len(small))
        headers.add_vary_header("Accept-Encoding")
        return small
