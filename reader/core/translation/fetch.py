"""Fetch a file over HTTP: go on where a broken connection stopped, stop at once when asked, believe no server."""

from __future__ import annotations

import errno
import http
import http.client
import json
import os
import shutil
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from reader.core.errors import PackageError
from reader.core.translation.base import CancelToken
from reader.core.translation.unpack import MOST_BYTES

SECURE = ("https",)
Progress = Callable[[int, int], None]
"""Called with the bytes that are here and the bytes there will be, 0 when the server does not say."""

_TIMEOUT = 20.0  # seconds without a byte before a connection counts as broken
_FRUITLESS = 3  # connections in a row that bring nothing new before we give up
_POLL = 0.05
_PIECE = 1 << 16
_AGENT = "Comillas"

Result = TypeVar("Result")


class _Broken(Exception):
    """A connection ended too early or could not be made."""


class _BeyondEnd(_Broken):
    """The server has no more of the file than is here, or another file."""


def read(address: str, most: int, cancel: CancelToken | None = None, *, schemes: Sequence[str] = SECURE) -> bytes:
    """Return the body at `address`. Raises Cancelled, PackageError("download_failed"/"download_insecure")."""

    def work(_: _Job) -> bytes:
        with _open(address, {}, schemes) as response:
            body: bytes = response.read(most + 1)
        if len(body) > most:
            raise PackageError("download_failed", f"more than {most} bytes", address=address)
        return body

    return _cancellable(address, work, None, cancel)


def fetch(
    address: str,
    target: Path,
    progress: Progress | None = None,
    cancel: CancelToken | None = None,
    *,
    schemes: Sequence[str] = SECURE,
) -> None:
    """Fetch `address` into `target`; what came so far stands in ``target.part`` until it is whole.

    Raises Cancelled within a tenth of a second, PackageError: "download_failed", "download_incomplete",
    "download_insecure", "package_too_large", "packages_full", "packages_unwritable".
    """

    def work(job: _Job) -> None:
        part = _Part(address, target)
        fruitless = 0
        while True:
            before = part.size
            try:
                _continue(part, job, schemes)
                break
            except _Broken as error:
                if isinstance(error, _BeyondEnd):
                    part.restart()
                fruitless = 0 if part.size > before else fruitless + 1
                if fruitless >= _FRUITLESS or job.stopped:
                    code = "download_incomplete" if part.size else "download_failed"
                    raise PackageError(code, str(error), address=address) from error
        part.finish()

    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _cancellable(address, work, progress, cancel)
    except OSError as error:
        code = "packages_full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "packages_unwritable"
        raise PackageError(code, str(error), path=str(target.parent)) from error


class _Job:
    """What the fetching thread and the waiting one share: how far it is, and whether it should stop."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.stopped = False
        self.done = self.total = 0


class _Part:
    """The file that is being fetched, and the note beside it that says what it is a part of."""

    def __init__(self, address: str, target: Path) -> None:
        self.address = address
        self.target = target
        self.path = target.with_name(target.name + ".part")
        self._note = target.with_name(target.name + ".part.json")
        self.tag = ""
        self.total = 0
        try:
            note = json.loads(self._note.read_text("utf-8"))
            if note["address"] != address or not isinstance(note["tag"], str) or not isinstance(note["total"], int):
                raise ValueError("a part of something else")
            self.tag, self.total = note["tag"], note["total"]
        except (OSError, ValueError, KeyError, TypeError):
            self.restart()

    @property
    def size(self) -> int:
        """Bytes that are here."""
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    def restart(self, tag: str = "", total: int = 0) -> None:
        """Begin again, with what the server calls this version of the file and how long it says it is."""
        self.tag, self.total = tag, total
        self.path.write_bytes(b"")
        self._note.write_text(json.dumps({"address": self.address, "tag": tag, "total": total}), "utf-8")

    def is_part_of(self, tag: str, total: int) -> bool:
        """Tell whether a file of which the server says this is still the one that was begun."""
        return tag == self.tag and (total == self.total or not total or not self.total)

    def finish(self) -> None:
        """Put the whole file in its place."""
        os.replace(self.path, self.target)
        self._note.unlink(missing_ok=True)


def _continue(part: _Part, job: _Job, schemes: Sequence[str]) -> None:
    """Fetch what is missing of `part` over one connection. Raises _Broken when it ends too early."""
    here = part.size
    headers = {"Range": f"bytes={here}-"} if here else {}
    if here and part.tag:
        headers["If-Range"] = part.tag
    with _open(part.address, headers, schemes) as response:
        tag = _strong(response.headers.get("ETag")) or response.headers.get("Last-Modified") or ""
        start, total = 0, _number(response.headers.get("Content-Length"))
        if response.status == http.HTTPStatus.PARTIAL_CONTENT:
            start, total = _range(response.headers.get("Content-Range"))
        if start and (start != here or not part.is_part_of(tag, total)):
            part.restart()
            raise _Broken("the server sent a part of something else")
        if not start:
            part.restart(tag, total)
            here = 0
        if total > MOST_BYTES:
            raise PackageError("package_too_large", f"{total} bytes", path=part.address, limit=MOST_BYTES // 10**9)
        if total - here > shutil.disk_usage(part.path.parent).free:
            raise PackageError("packages_full", f"{total} bytes", path=str(part.path.parent))
        job.done, job.total = here, total
        with part.path.open("ab") as file:
            _receive(response, file, job, part)
    if total and job.done != total:
        raise _Broken(f"{job.done} of {total} bytes came")


def _receive(response: Any, file: Any, job: _Job, part: _Part) -> None:
    while True:
        try:
            piece = response.read1(_PIECE)
        except (OSError, http.client.HTTPException) as error:
            raise _Broken(str(error)) from error
        if not piece:
            return
        with job.lock:
            if job.stopped:
                raise _Broken("stopped")
            file.write(piece)
            job.done += len(piece)
        if job.done > MOST_BYTES:
            raise PackageError("package_too_large", path=part.address, limit=MOST_BYTES // 10**9)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects, but never to a less secure place."""

    def __init__(self, schemes: Sequence[str]) -> None:
        self._schemes = schemes

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:  # noqa: PLR0917
        """Return the next request. Raises PackageError("download_insecure")."""
        try:
            _require_scheme(newurl, self._schemes)
        except PackageError:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _open(address: str, headers: dict[str, str], schemes: Sequence[str]) -> Any:
    """Open a connection. Raises _Broken when another try may help, PackageError when not."""
    _require_scheme(address, schemes)
    request = urllib.request.Request(address, headers={"User-Agent": _AGENT, "Accept-Encoding": "identity"} | headers)
    try:
        return urllib.request.build_opener(_Redirects(schemes)).open(request, timeout=_TIMEOUT)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            raise _BeyondEnd(str(error)) from error
        if error.code >= http.HTTPStatus.INTERNAL_SERVER_ERROR:
            raise _Broken(str(error)) from error
        raise PackageError("download_failed", str(error), address=address) from error
    except (OSError, http.client.HTTPException) as error:
        raise _Broken(str(error)) from error
    except ValueError as error:  # an address that is none
        raise PackageError("download_failed", str(error), address=address) from error


def _require_scheme(address: str, schemes: Sequence[str]) -> None:
    if address.partition("://")[0].lower() not in schemes:
        raise PackageError("download_insecure", address=address)


def _range(header: str | None) -> tuple[int, int]:
    """Return start and total of a Content-Range header; (-1, 0) for one that cannot be read."""
    unit, _, rest = (header or "").partition(" ")
    bounds, _, total = rest.partition("/")
    start = bounds.partition("-")[0]
    if unit != "bytes" or not start.isdecimal():
        return -1, 0
    return int(start), _number(total)


def _strong(tag: str | None) -> str:
    """Return an ETag that promises the same bytes, nothing for a weak one."""
    return tag if tag and not tag.startswith("W/") else ""


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 16 else 0


def _cancellable(
    address: str, work: Callable[[_Job], Result], progress: Progress | None, cancel: CancelToken | None
) -> Result:
    """Run `work` on a thread of its own, so that no silent server can keep the reader waiting for a cancel."""
    job = _Job()
    finished = threading.Event()
    results: list[Result] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work(job))
        except BaseException as error:  # handed to the waiting thread
            errors.append(error)
        finally:
            finished.set()

    threading.Thread(target=run, name="comillas-download", daemon=True).start()
    shown = -1
    try:
        while not finished.wait(_POLL):
            if cancel is not None:
                cancel.raise_if_set()
            if progress is not None and job.done != shown:
                shown = job.done
                progress(shown, job.total)
    finally:
        with job.lock:
            job.stopped = True
    if errors:
        if isinstance(errors[0], _Broken):
            raise PackageError("download_failed", str(errors[0]), address=address) from errors[0]
        raise errors[0]
    if progress is not None:
        progress(job.done, job.total)
    return results[0]
