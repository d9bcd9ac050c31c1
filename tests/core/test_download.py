"""Downloads against a server that drops, lies, ignores and stalls: either the whole, checked file or none."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.core.errors import Cancelled, PackageError
from reader.core.paths import DataDir
from reader.core.settings import Settings
from reader.core.translation import download, fetch
from reader.core.translation.base import CancelToken, Direction
from reader.core.translation.download import Offer
from reader.core.translation.service import TranslationService
from tests.helpers.packages import archive, copy_package
from tests.helpers.server import Page, Site, serving

pytestmark = pytest.mark.usefixtures("loopback")
PLAIN = ("http", "https")
EN_ES = Direction("en", "es")
BODY = bytes(range(256)) * 2000


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "downloads" / "file"


def get(site: Site, target: Path, **options: object) -> None:
    fetch.fetch(f"{site.address}/file", target, schemes=PLAIN, **options)  # type: ignore[arg-type]


def test_a_file_arrives_whole_with_progress(site: Site, target: Path) -> None:
    site.pages["/file"] = Page(BODY)
    seen: list[tuple[int, int]] = []
    get(site, target, progress=lambda done, total: seen.append((done, total)))
    assert target.read_bytes() == BODY
    assert seen[-1] == (len(BODY), len(BODY))
    assert [path.name for path in target.parent.iterdir()] == ["file"]


@pytest.mark.parametrize("etag", ['"1"', ""])
def test_a_broken_connection_is_gone_on_from(site: Site, target: Path, etag: str) -> None:
    site.pages["/file"] = Page(BODY, drops=3, drop_after=100_000, etag=etag)
    get(site, target)
    assert target.read_bytes() == BODY
    assert [asked for _, asked in site.asked] == [None, "bytes=100000-", "bytes=200000-", "bytes=300000-"]


def test_a_server_without_ranges_begins_again(site: Site, target: Path) -> None:
    site.pages["/file"] = Page(BODY, drops=2, drop_after=300_000, ranges=False)
    get(site, target)
    assert target.read_bytes() == BODY


def test_what_came_before_a_failure_is_used_next_time(site: Site, target: Path) -> None:
    site.pages["/file"] = Page(BODY, drops=1000, drop_after=0, first_drop_after=200_000)
    with pytest.raises(PackageError, match="download_incomplete"):
        get(site, target)
    site.pages["/file"] = Page(BODY)
    site.asked.clear()
    get(site, target)
    assert site.asked == [("/file", "bytes=200000-")]
    assert target.read_bytes() == BODY


def test_a_file_that_changed_meanwhile_is_fetched_anew(site: Site, target: Path) -> None:
    site.pages["/file"] = Page(BODY, drops=1000, drop_after=0, first_drop_after=200_000)
    with pytest.raises(PackageError, match="download_incomplete"):
        get(site, target)
    site.pages["/file"] = Page(BODY[::-1], etag='"2"')
    get(site, target)
    assert target.read_bytes() == BODY[::-1]


def test_a_file_of_another_length_is_not_gone_on_from(site: Site, target: Path) -> None:
    site.pages["/file"] = Page(BODY, drops=1000, drop_after=0, first_drop_after=200_000, etag="")
    with pytest.raises(PackageError, match="download_incomplete"):
        get(site, target)
    site.pages["/file"] = Page(BODY[::-1] + b"more", etag="")
    get(site, target)
    assert target.read_bytes() == BODY[::-1] + b"more"


def test_the_wrong_part_is_not_believed(site: Site, target: Path) -> None:
    site.pages["/file"] = Page(BODY, drops=1, drop_after=100_000, wrong_range=True)
    get(site, target)
    assert target.read_bytes() == BODY
    assert [asked for _, asked in site.asked] == [None, "bytes=100000-", None]


def test_a_part_longer_than_the_file_is_thrown_away(site: Site, target: Path) -> None:
    site.pages["/file"] = Page(BODY, drops=1000, drop_after=0, first_drop_after=200_000)
    with pytest.raises(PackageError, match="download_incomplete"):
        get(site, target)
    site.pages["/file"] = Page(BODY[:1000])
    get(site, target)
    assert target.read_bytes() == BODY[:1000]


def test_a_server_that_promises_more_than_it_has(site: Site, target: Path) -> None:
    site.pages["/file"] = Page(BODY, claims=len(BODY) + 1000, ranges=False)
    with pytest.raises(PackageError, match="download_incomplete"):
        get(site, target)
    assert not target.exists()


def test_a_body_without_a_length(site: Site, target: Path) -> None:
    site.pages["/file"] = Page(BODY, chunked=True)
    get(site, target)
    assert target.read_bytes() == BODY


@pytest.mark.parametrize(("status", "tries"), [(404, 1), (403, 1), (500, 3), (503, 3)])
def test_refusals(site: Site, target: Path, status: int, tries: int) -> None:
    site.pages["/file"] = Page(b"sorry", status=status)
    with pytest.raises(PackageError, match="download_failed"):
        get(site, target)
    assert len(site.asked) == tries
    assert not target.exists()


def test_absurd_sizes_are_refused_before_anything_is_written(site: Site, target: Path) -> None:
    site.pages["/file"] = Page(b"x", claims=10**13)
    with pytest.raises(PackageError, match="package_too_large"):
        get(site, target)
    assert not target.exists()


def test_redirects_are_followed_but_not_to_less_secure_places(site: Site, target: Path) -> None:
    site.pages["/file"] = Page(status=302, location=f"{site.address}/there")
    site.pages["/there"] = Page(BODY)
    get(site, target)
    assert target.read_bytes() == BODY
    site.pages["/file"] = Page(status=302, location="ftp://127.0.0.1/there")
    with pytest.raises(PackageError, match="download_insecure"):
        get(site, target.with_name("other"))
    with pytest.raises(PackageError, match="download_insecure"):
        fetch.fetch(f"{site.address}/there", target)


def test_nobody_answers(target: Path) -> None:
    with pytest.raises(PackageError, match="download_failed"):
        fetch.fetch("http://127.0.0.1:9/file", target, schemes=PLAIN)


def test_a_silent_server_cannot_hold_up_a_cancel(site: Site, target: Path) -> None:
    site.pages["/file"] = Page(silent=True)
    cancel = CancelToken()
    at: list[float] = []
    timer = threading.Timer(0.1, lambda: (at.append(time.perf_counter()), cancel.set()))
    timer.start()
    with pytest.raises(Cancelled):
        get(site, target, cancel=cancel)
    assert time.perf_counter() - at[0] < 0.3


def test_cancelled_half_way_it_goes_on_later(site: Site, target: Path) -> None:
    cancel = CancelToken()
    site.pages["/file"] = Page(BODY, stall_after=150_000)
    with pytest.raises(Cancelled):
        get(site, target, cancel=cancel, progress=lambda done, total: done >= 150_000 and cancel.set())
    site.pages["/file"] = Page(BODY)
    site.asked.clear()
    get(site, target)
    assert site.asked == [("/file", "bytes=150000-")]
    assert target.read_bytes() == BODY


# The index and the packages in it


def entry(site: Site, **values: object) -> dict[str, object]:
    links = [f"{site.address}/en_es.argosmodel"]
    return {"type": "translate", "from_code": "en", "to_code": "es", "package_version": "1.9", "links": links} | values


def index(site: Site, *entries: object) -> list[Offer]:
    site.pages["/index.json"] = Page(json.dumps(entries).encode())
    return download.offers(f"{site.address}/index.json", schemes=PLAIN)


def test_the_index_offers_the_newest_of_our_languages(site: Site) -> None:
    found = index(
        site,
        entry(site),
        entry(site, package_version="1.10"),
        entry(site, from_code="fr"),
        entry(site, type="sbd"),
        entry(site, from_code="es", to_code="en", package_version="1.0"),
    )
    assert [(offer.id, offer.version) for offer in found] == [("translate-en_es", "1.10"), ("translate-es_en", "1.0")]


@pytest.mark.parametrize(
    "values",
    [
        {"links": None},
        {"links": []},
        {"links": [5, "nonsense", "http://[bad"]},
        {"from_code": ["en"]},
        {"to_code": "en"},
        {"package_version": "../../x"},
        {"package_version": {}},
        {"sha256": "abc"},
    ],
    ids=str,
)
def test_nonsense_in_the_index_is_passed_over(site: Site, values: dict[str, object]) -> None:
    assert index(site, entry(site, **values), 5, None, [], "x") == []


@pytest.mark.parametrize("body", [b"", b"{}", b"[" * 100_000, b"\xff", b"<html>"])
def test_a_broken_index_says_so(site: Site, body: bytes) -> None:
    site.pages["/index.json"] = Page(body)
    with pytest.raises(PackageError, match="index_invalid"):
        download.offers(f"{site.address}/index.json", schemes=PLAIN)


def test_no_index(site: Site) -> None:
    with pytest.raises(PackageError, match="index_unreachable"):
        download.offers(f"{site.address}/index.json", schemes=PLAIN)
    with pytest.raises(PackageError, match="download_insecure"):
        download.offers(f"{site.address}/index.json")
    assert download.index_address().startswith("https://")


@pytest.fixture
def service(data_dir: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[TranslationService]:
    """The service, with the index on this machine and plain HTTP allowed."""
    monkeypatch.setattr(download, "index_address", lambda: f"{site.address}/index.json")
    for function in (download.offers, download.download):
        monkeypatch.setitem(function.__kwdefaults__, "schemes", PLAIN)
    service = TranslationService(DataDir(data_dir), Settings())
    yield service
    service.close()


def test_a_package_is_downloaded_installed_and_in_use(site: Site, service: TranslationService, tmp_path: Path) -> None:
    source = archive(copy_package(tmp_path / "p", package_version="1.9"), tmp_path / "p.argosmodel")
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    site.pages["/en_es.argosmodel"] = Page(source.read_bytes(), drops=2, drop_after=5_000_000)
    index(site, entry(site, sha256=digest, links=[f"{site.address}/gone", f"{site.address}/en_es.argosmodel"]))
    [offer] = service.offers()
    seen: list[int] = []
    package = service.download(offer, lambda done, total: seen.append(done))
    assert service.package_for(EN_ES) == package
    assert package.version == "1.9"
    assert seen[-1] == source.stat().st_size
    assert not list((service.registry.folder / ".downloads").iterdir())


@pytest.mark.parametrize("what", ["no zip", "other sha", "spoilt package"])
def test_a_download_that_is_not_what_was_promised_changes_nothing(
    site: Site, service: TranslationService, tmp_path: Path, what: str
) -> None:
    folder = copy_package(tmp_path / "p")
    if what == "spoilt package":
        (folder / "model" / "model.bin").write_bytes(b"spoilt")
    body = b"<html>" * 1000 if what == "no zip" else archive(folder, tmp_path / "p.argosmodel").read_bytes()
    site.pages["/en_es.argosmodel"] = Page(body)
    index(site, entry(site, **({"sha256": "0" * 64} if what == "other sha" else {})))
    [offer] = service.offers()
    with pytest.raises(PackageError, match="package_broken" if what == "spoilt package" else "download_invalid"):
        service.download(offer)
    in_use = service.package_for(EN_ES)
    assert in_use is not None and in_use.bundled
    assert not list((service.registry.folder / ".downloads").iterdir())
