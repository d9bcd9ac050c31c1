"""Fetching the page a reader asked for: only pages, within bounds, and nothing that the page names."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from reader.core.errors import SourceError
from reader.core.loaders import load, web
from tests.helpers.pages import PAGE

Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A web site on this machine; `asked` lists the paths it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answers: dict[str, Answer] = {}
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.answers.get(self.path, lambda handler: handler.send_error(404))(self)

            def log_message(self, *_args: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    def serve(self, path: str, body: bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> str:
        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(200)
            handler.send_header("Content-Type", kind)
            for name, value in headers.items():
                handler.send_header(name, value)
            handler.end_headers()
            with suppress(OSError):  # the client may have had enough
                handler.wfile.write(body)

        self.answers[path] = answer
        return self.address + path

    def redirect(self, path: str, to: str) -> str:
        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(302)
            handler.send_header("Location", to)
            handler.end_headers()

        self.answers[path] = answer
        return self.address + path


@pytest.fixture
def site(loopback: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    served = Site()
    yield served
    served.server.shutdown()
    served.thread.join()
    served.server.server_close()


def refused(address: str) -> str:
    with pytest.raises(SourceError) as raised:
        load(address)
    return raised.value.code


def test_a_page_is_fetched_once_and_nothing_else(site: Site) -> None:
    address = site.serve("/río?q=ñ", PAGE.encode())
    site.answers["/r%C3%ADo?q=%C3%B1"] = site.answers["/río?q=ñ"]
    article = load(address)
    assert article.title == "El río vuelve"
    assert article.source == address
    assert site.asked == ["/r%C3%ADo?q=%C3%B1"]


def test_plain_text_and_markdown_are_read_as_such(site: Site) -> None:
    assert load(site.serve("/a.txt", b"Some <b>words</b>", "text/plain")).text == "Some <b>words</b>"
    assert load(site.serve("/a.md", b"Some *words*", "text/plain")).text == "Some words"
    assert load(site.serve("/b", b"Some *words*", "text/markdown")).text == "Some words"


def test_redirects_are_followed_to_pages(site: Site) -> None:
    site.serve("/new", PAGE.encode())
    assert load(site.redirect("/old", "/new")).title == "El río vuelve"


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:text/html,hello", "javascript:1"])
def test_redirects_to_anything_else_are_refused(site: Site, to: str) -> None:
    assert refused(site.redirect("/old", to)) in ("address", "refused")


def test_redirects_that_never_end(site: Site) -> None:
    assert refused(site.redirect("/loop", "/loop")) == "refused"
    assert len(site.asked) < 20


def test_pages_that_are_not_there_or_not_given(site: Site) -> None:
    assert refused(site.address + "/none") == "not_found"
    site.answers["/no"] = lambda handler: handler.send_error(403)
    assert refused(site.address + "/no") == "refused"


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "application/zip", "video/mp4"])
def test_other_kinds_of_files(site: Site, kind: str) -> None:
    assert refused(site.serve("/x", b"...", kind)) == "not_text"


def test_a_page_without_end(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "LARGEST_PAGE", 100_000)
    assert refused(site.serve("/x", b"<p>words " * 50_000)) == "too_large"


def test_an_empty_page(site: Site) -> None:
    assert refused(site.serve("/x", b"")) == "empty"


def test_a_server_that_says_nothing(site: Site) -> None:
    held = threading.Event()
    site.answers["/slow"] = lambda _handler: held.wait(10) and None
    try:
        with pytest.raises(SourceError) as raised:
            web.fetch(site.address + "/slow", timeout=0.05)
        assert raised.value.code == "too_slow"
    finally:
        held.set()


def test_a_server_that_talks_nonsense(site: Site) -> None:
    site.answers["/x"] = lambda handler: handler.wfile.write(b"\0\1\2 nonsense\r\n\r\n") and None
    assert refused(site.address + "/x") == "unreachable"


def test_a_server_that_is_not_there(site: Site) -> None:
    address = site.address
    site.server.server_close()
    assert refused(address + "/x") == "unreachable"


@pytest.mark.parametrize(
    "address", ["http://", "https://[", "http://a:b/", "http://\n", "https://:80/x", "http://a..b\u200b/"]
)
def test_what_is_no_address(loopback: None, address: str) -> None:
    assert refused(address) in ("address", "unreachable")


def test_no_other_scheme_is_opened() -> None:
    for address in ("file:///etc/passwd", "ftp://127.0.0.1/", "data:,x"):
        with pytest.raises(SourceError) as raised:
            web.fetch(address)
        assert raised.value.code == "address"
