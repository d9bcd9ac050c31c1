"""Fetch one page because a reader asked for its address: the only place where reading an article uses the network."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from email.message import Message
from pathlib import PurePosixPath
from typing import IO
from urllib.parse import quote, urlsplit, urlunsplit

from reader import __version__
from reader.core.errors import SourceError

LARGEST_PAGE = 16_000_000
"""Bytes."""
TIMEOUT = 15.0
"""Seconds to wait for the server at any one time."""
LONGEST_FETCH = 60.0
"""Seconds for the whole page."""
_CHUNK = 65536
_TEXTS = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/octet-stream")


def fetch(address: str, *, timeout: float = TIMEOUT) -> tuple[bytes, str]:
    """Return a page's bytes and the suffix of its kind; nothing the page names is fetched.

    Raises SourceError: "address", "not_found", "refused", "unreachable", "too_slow", "not_text", "too_large".
    """
    try:
        request = urllib.request.Request(
            _quoted(address), headers={"User-Agent": f"comillas/{__version__}", "Accept": "text/html, text/plain;q=0.8"}
        )
        opener = urllib.request.OpenerDirector()
        for handler in _handlers():
            opener.add_handler(handler)
        with opener.open(request, timeout=timeout) as response:
            return _body(response, address), _suffix(response, address)
    except urllib.error.HTTPError as error:
        error.close()
        code = "not_found" if error.code in (404, 410) else "refused"
        raise SourceError(code, str(error), address=address, status=error.code) from error
    except TimeoutError as error:
        raise SourceError("too_slow", str(error), address=address) from error
    except urllib.error.URLError as error:
        code = "too_slow" if isinstance(error.reason, TimeoutError) else "unreachable"
        raise SourceError(code, str(error.reason), address=address) from error
    except (OSError, http.client.HTTPException) as error:
        raise SourceError("unreachable", str(error), address=address) from error
    except ValueError as error:
        raise SourceError("address", str(error), address=address) from error


class _WebOnly(urllib.request.HTTPRedirectHandler):
    """Follow redirects to pages only: never to files, FTP or anything else."""

    max_redirections = 5

    def redirect_request(  # noqa: PLR0917 - the library's signature
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).scheme.lower() not in ("http", "https"):
            fp.close()
            raise SourceError("address", f"redirected to {newurl[:80]}", address=req.full_url)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]  # typeshed


def _handlers() -> tuple[urllib.request.BaseHandler, ...]:
    """Return the handlers of a plain opener without those for files, FTP and data addresses."""
    return (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        _WebOnly(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    )


def _quoted(address: str) -> str:
    """Return an address in ASCII: accents in names and paths as the web writes them. Raises ValueError."""
    parts = urlsplit(address.strip())
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise ValueError("not the address of a page")
    host = parts.hostname.encode("idna").decode("ascii")
    host = f"[{host}]" if ":" in host else host
    location = host if parts.port is None else f"{host}:{parts.port}"
    return urlunsplit(
        (parts.scheme, location, quote(parts.path, "/%:@!$&'()*+,;=~"), quote(parts.query, "/%:@!$&'()*+,;=~?"), "")
    )


def _body(response: http.client.HTTPResponse, address: str) -> bytes:
    """Read a response within the bounds of size and time."""
    pieces: list[bytes] = []
    size = 0
    deadline = time.monotonic() + LONGEST_FETCH
    while piece := response.read1(_CHUNK):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST_PAGE:
            raise SourceError("too_large", path=address, limit=LARGEST_PAGE // 1_000_000)
        if time.monotonic() > deadline:
            raise SourceError("too_slow", address=address)
    return b"".join(pieces)


def _suffix(response: http.client.HTTPResponse, address: str) -> str:
    """Return the suffix that chooses the loader, by what the server says it sent."""
    kind = response.headers.get_content_type()
    if kind not in _TEXTS:
        raise SourceError("not_text", kind, address=address)
    if kind == "text/markdown":
        return ".md"
    if kind in ("text/plain", "application/octet-stream"):
        return PurePosixPath(urlsplit(address).path).suffix.lower() or ".txt"
    return ".html"
