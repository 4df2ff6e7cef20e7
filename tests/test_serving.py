"""Files go to the browser compressed once, and those named by their content are kept for good."""

import asyncio
import gzip
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Message

from border_atlas import serving
from border_atlas.serving import SmallFiles
from border_atlas.symbols import SYMBOLS

TEXT = "let one = 1; " * 200
LAYER = "/component/border_atlas.ui.assets.layers/land.0123456789.json"


PAGE = '<head><link\n rel="preload" href="./a.woff2" as="font" crossorigin/><title>x</title></head>' + "<p>" * 400


def app_of(
    text: str, *, status: int = 200, calls: list[str] | None = None, kind: str = "text/plain", etag: bool = True
) -> SmallFiles:
    async def answer(request: Request) -> Response:
        if calls is not None:
            calls.append(request.headers.get("accept-encoding", ""))
        return PlainTextResponse(
            text,
            status_code=status,
            headers={"cache-control": "public"} | ({"etag": f'"{hash(text)}"'} if etag else {}),
            media_type=kind,
        )

    return SmallFiles(Starlette(routes=[Route("/{path:path}", answer)]))


def ask(app: SmallFiles, path: str, *, query: str = "", **headers: str) -> tuple[int, Mapping[str, str], bytes]:
    """Ask as a server would; header names have underscores for hyphens."""
    sent: list[Message] = []
    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "root_path": "", "scheme": "http",
        "query_string": query.encode(), "server": ("test", 80), "client": ("test", 1), "http_version": "1.1",
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    # In a thread of its own: the tests that drive a browser leave a loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(app(scope, receive, send))).result()
    found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], found, b"".join(message.get("body", b"") for message in sent[1:])


def test_a_script_is_sent_compressed_with_its_true_length() -> None:
    status, headers, body = ask(app_of(TEXT), "/static/js/index.AbC.js", accept_encoding="gzip, br")
    assert status == 200
    assert headers["content-encoding"] == "gzip"
    assert int(headers["content-length"]) == len(body) < len(TEXT) / 5
    assert headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(body).decode() == TEXT


def test_below_a_base_path_too() -> None:
    assert ask(app_of(TEXT), "/atlas/static/js/a.js", accept_encoding="gzip")[1]["content-encoding"] == "gzip"


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/static/js/a.js", {}),
        ("/static/js/a.js", {"accept_encoding": "gzip", "range": "bytes=0-9"}),
        ("/static/media/font.woff2", {"accept_encoding": "gzip"}),
        ("/_stcore/health", {"accept_encoding": "gzip"}),
    ],
)
def test_what_is_no_whole_text_or_not_wanted_small_stays_as_it_is(path: str, headers: dict[str, str]) -> None:
    _, found, body = ask(app_of(TEXT), path, **headers)
    assert "content-encoding" not in found
    assert body.decode() == TEXT


def test_small_files_pictures_and_errors_are_not_compressed() -> None:
    assert ask(app_of(TEXT), f"/media/{'ab' * 16}.png", accept_encoding="gzip")[2].decode() == TEXT
    assert ask(app_of("short"), "/static/js/a.js", accept_encoding="gzip")[2] == b"short"
    status, headers, body = ask(app_of(TEXT, status=404), LAYER, accept_encoding="gzip")
    assert (status, body.decode()) == (404, TEXT)
    assert headers["cache-control"] == "public"


@pytest.mark.parametrize(
    ("path", "query"),
    [
        (LAYER, ""),
        ("/component/x.assets/atlas.js", "v=0123456789"),
        ("/component/streamlit_folium.st_folium/static/js/main.0123abcd.js", ""),
        ("/media/0123456789abcdef0123456789abcdef.png", ""),
    ],
)
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_files_named_by_their_content_are_kept_for_good(path: str, query: str, encoding: str) -> None:
    headers = ask(app_of(TEXT), path, query=query, accept_encoding=encoding)[1]
    assert headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/", "v=20260105-abcdef12&org=EU"),
        ("/missions", "v=abc"),
        ("/static/js/nope.deadbeef.js", ""),
        ("/component/x.st_folium/index.html", "v=0123456789"),
    ],
)
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_a_page_is_never_kept_for_good_whatever_its_address_says(path: str, query: str, encoding: str) -> None:
    headers = ask(app_of(PAGE, kind="text/html"), path, query=query, accept_encoding=encoding)[1]
    assert headers["cache-control"] == "public"


def test_the_version_of_the_data_makes_no_file_outside_of_components_last() -> None:
    assert ask(app_of(TEXT), "/static/js/index.AbC.js", query="v=20260105")[1]["cache-control"] == "public"


def test_other_files_keep_their_own_word_on_that() -> None:
    assert ask(app_of(TEXT), "/component/x/main.js", accept_encoding="gzip")[1]["cache-control"] == "public"


def test_a_changed_file_is_not_answered_with_the_old_one() -> None:
    old, new = app_of(TEXT), app_of(TEXT + "!")
    new._kept = old._kept  # noqa: SLF001  as if the file had changed below the same app
    ask(old, "/static/js/a.js", accept_encoding="gzip")
    assert gzip.decompress(ask(new, "/static/js/a.js", accept_encoding="gzip")[2]).decode() == TEXT + "!"


def test_the_page_is_kept_once_under_all_the_names_it_is_asked_by() -> None:
    app = app_of(PAGE, kind="text/html")
    for path in ("/static/js/made-up.js", "/static/js/other.js"):  # Streamlit sends its page where a file is missing
        assert gzip.decompress(ask(app, path, accept_encoding="gzip")[2]).decode() == PAGE
    for path in ("/", "/missions", "/made_up"):
        assert b"modulepreload" in gzip.decompress(ask(app, path, accept_encoding="gzip")[2])
    assert len(app._kept) == 2  # noqa: SLF001  with our changes, and without


def test_what_is_kept_has_an_end_and_the_file_in_use_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_MOST", 3)
    app = app_of(TEXT)
    for number in range(9):
        ask(app, "/static/js/used.js", accept_encoding="gzip")
        ask(app, f"/static/js/{number}.js", accept_encoding="gzip")
    kept = app._kept  # noqa: SLF001
    assert len(kept) == 3
    monkeypatch.setattr(gzip, "compress", lambda *_, **__: b"anew")
    assert ask(app, "/static/js/used.js", accept_encoding="gzip")[2] != b"anew"
    assert ask(app, "/static/js/0.js", accept_encoding="gzip")[2] == b"anew"


def test_a_file_without_a_validator_is_known_by_its_content() -> None:
    kept = serving._Kept()  # noqa: SLF001
    for text in ("one " * 300, "two " * 300):
        app = app_of(text, etag=False)
        app._kept = kept  # noqa: SLF001  as if the file had changed below the same app
        assert gzip.decompress(ask(app, "/component/x/a.js", accept_encoding="gzip")[2]).decode() == text


def test_the_server_below_is_not_asked_to_compress_as_well() -> None:
    calls: list[str] = []
    ask(app_of(TEXT, calls=calls), LAYER, accept_encoding="gzip")
    assert calls == [""]


@pytest.mark.parametrize("path", ["/", "/missions", "/atlas/demo/to_check"])
def test_a_page_does_not_fetch_a_font_for_texts(path: str) -> None:
    _, headers, body = ask(app_of(PAGE, kind="text/html"), path, accept_encoding="gzip")
    sent = gzip.decompress(body).decode()
    assert sent.startswith('<head><title>x</title><link rel="modulepreload"')
    assert "<style>@font-face" in sent
    assert "woff2" not in sent
    assert int(headers["content-length"]) == len(body)


@pytest.mark.parametrize("path", ["/_stcore/health", "/media/abc", "/_stcore/host-config"])
def test_doors_of_streamlit_are_no_pages(path: str) -> None:
    assert ask(app_of(PAGE, kind="text/html"), path, accept_encoding="gzip")[2].decode() == PAGE


def test_the_frame_of_a_component_is_no_page() -> None:
    body = ask(app_of(PAGE, kind="text/html"), "/component/x.st_folium/index.html", accept_encoding="gzip")[2]
    assert gzip.decompress(body).decode() == PAGE


def test_the_symbols_are_those_in_use_and_sent_once() -> None:
    path = "/static/media/MaterialSymbols-Rounded.AbC.woff2"
    status, headers, body = ask(app_of(TEXT), path)
    assert (status, body, headers["content-type"]) == (200, SYMBOLS.read_bytes(), "font/woff2")
    status, _, body = ask(app_of(TEXT), path, if_none_match=headers["etag"])
    assert (status, body) == (304, b"")
