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
#: Names that change with the content: such a file never changes.
_NAMED_BY_CONTENT: Final = re.compile(r"\.([0-9a-f]{10}\.json|[0-9a-f]{8}\.js)$|/media/[0-9a-f]{32,}\.png$")
#: Files of components may be asked for with ``?v=`` and a name of their content; a page's ``v`` is that of the data.
_OF_COMPONENT: Final = re.compile(r"(^|/)component/")
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
#: Answers that are kept compressed; Streamlit and the app have about 350 files.
_MOST: Final = 500
_OK: Final = 200

_Key = tuple[str, str]


class _Kept:
    """Compressed answers, at most `_MOST`; beyond that the one goes that was not asked for the longest."""

    def __init__(self) -> None:
        self._answers: dict[_Key, bytes] = {}

    def __len__(self) -> int:
        return len(self._answers)

    def compressed(self, key: _Key, body: bytes) -> bytes:
        """Return ``body`` compressed, from memory if it was asked for by this key before."""
        small = self._answers.pop(key, None) or gzip.compress(body, compresslevel=9, mtime=0)
        self._answers[key] = small
        while len(self._answers) > _MOST:
            del self._answers[next(iter(self._answers))]
        return small


class SmallFiles:
    """ASGI middleware that compresses files once and keeps the result in memory.

    What is kept is found by path and the file's own validator, or without one by its content, so a changed file is
    compressed anew. The page is the same under all paths, also those made up, and is kept once.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept = _Kept()
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


def _is_html(headers: Headers) -> bool:
    return headers.get("content-type", "").startswith("text/html")


class _Answer:
    """Gathers an answer, and sends it compressed and with the word how long it may be kept."""

    def __init__(self, send: Send, scope: Scope, kept: _Kept | None) -> None:
        self._send = send
        self._path = str(scope["path"])
        self._of_component = bool(_OF_COMPONENT.search(self._path))
        asked_by_content = self._of_component and scope.get("query_string", b"").startswith(b"v=")
        self._forever = asked_by_content or bool(_NAMED_BY_CONTENT.search(self._path))
        self._kept = kept
        self._start: Message | None = None
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            # Streamlit answers with its page where a file is missing, so a name alone promises nothing.
            if self._forever and message["status"] == _OK and not _is_html(headers):
                headers["cache-control"] = _FOREVER
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

    async def _finish(self, kept: _Kept) -> None:
        if self._start is None:  # an answer that never began has nothing to send
            return
        headers, body = MutableHeaders(scope=self._start), bytes(self._body)
        if _is_page(self._path) and _is_html(headers):
            body = _FONT_AHEAD.sub(b"", body).replace(b"</head>", head(body) + _FONT_HERE, 1)
            headers["content-length"] = str(len(body))
        if not self._path.endswith(".png") and "content-encoding" not in headers and len(body) >= _SMALLEST:
            body = self._compressed(headers, body, kept)
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": body, "more_body": False})

    def _compressed(self, headers: MutableHeaders, body: bytes, kept: _Kept) -> bytes:
        mark = headers.get("etag") or sha256(body).hexdigest()
        small = kept.compressed((self._place(headers), mark), body)
        headers["content-encoding"] = "gzip"
        headers["content-length"] = str(len(small))
        headers.add_vary_header("Accept-Encoding")
        return small

    def _place(self, headers: MutableHeaders) -> str:
        """Name the file that was sent: Streamlit answers with its page, untouched by us, where a file is missing."""
        if self._of_component or not _is_html(headers):
            return self._path
        return "page" if _is_page(self._path) else "missing"
