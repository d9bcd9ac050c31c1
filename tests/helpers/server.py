"""A web server on this machine that misbehaves as told: drops, lies, ignores ranges, redirects, goes silent."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Page:
    """What is served at a path, and how badly.

    `drops` counts the answers that break off after `drop_after` bytes, the first after `first_drop_after` if given;
    at `stall_after` the server goes silent; `claims` is the Content-Length to pretend.
    """

    body: bytes = b""
    status: int = 200
    etag: str = '"1"'
    ranges: bool = True
    drops: int = 0
    drop_after: int = 0
    first_drop_after: int | None = None
    stall_after: int | None = None
    claims: int | None = None
    chunked: bool = False
    location: str = ""
    silent: bool = False
    wrong_range: bool = False


@dataclass
class Site:
    """The pages, the requests that came (path and Range), and the address."""

    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    address: str = ""
    leave: threading.Event = field(default_factory=threading.Event)


@contextmanager
def serving() -> Iterator[Site]:
    """Serve a site until the block ends."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = self.headers.get("Range")
            site.asked.append((self.path, asked))
            page = site.pages.get(self.path)
            if page is None:
                self.send_error(404)
                return
            if page.silent:
                site.leave.wait()
                return
            start, status = 0, page.status
            if asked and page.ranges and self.headers.get("If-Range", page.etag) == page.etag:
                start, status = int(asked.removeprefix("bytes=").rstrip("-")), 206
                if start >= len(page.body):
                    self.send_error(416)
                    return
            rest = page.body[start:]
            self.send_response(status)
            if page.location:
                self.send_header("Location", page.location)
            if page.etag:
                self.send_header("ETag", page.etag)
            if status == 206:
                first = start + 7 if page.wrong_range else start
                self.send_header("Content-Range", f"bytes {first}-{len(page.body) - 1}/{len(page.body)}")
            if not page.chunked:
                self.send_header("Content-Length", str(len(rest) if page.claims is None else page.claims))
            self.end_headers()
            if page.drops:
                page.drops -= 1
                after, page.first_drop_after = page.first_drop_after, None
                rest = rest[: page.drop_after if after is None else after]
            if page.stall_after is not None:
                self.wfile.write(rest[: page.stall_after])
                site.leave.wait()
            self.wfile.write(rest)
            self.close_connection = True

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        site.leave.set()
        server.shutdown()
        thread.join()
        server.server_close()
