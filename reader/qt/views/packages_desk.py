"""Does what the package manager's panel asks for, away from the window's thread, and tells when packages changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from reader.core.errors import ReaderError
from reader.core.translation.base import CancelToken
from reader.core.translation.packages import Package
from reader.core.translation.service import TranslationService
from reader.qt.i18n import error_sentence
from reader.qt.jobs import JobRunner, Lane
from reader.qt.models.packages import OfferRow, PackageRow

if TYPE_CHECKING:
    from reader.core.translation.download import Offer  # network code, which only a download needs
    from reader.qt.views.packages_dialog import PackagesPanel

Report = Callable[[int, int], object]


class PackagesDesk(QObject):
    """Stands between the panel and the translation service."""

    packages_changed = Signal()

    def __init__(self, jobs: JobRunner, service: TranslationService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._service = jobs, service
        self._panel: PackagesPanel | None = None
        self._offers: dict[str, Offer] = {}
        self._job = 0

    def serve(self, panel: PackagesPanel) -> None:
        """Answer this panel's wishes."""
        self._panel = panel
        panel.install_requested.connect(self.install)
        panel.index_requested.connect(self._ask_index)
        panel.download_requested.connect(self._download)
        panel.cancel_requested.connect(self._cancel)
        panel.use_requested.connect(lambda name: self._start(_use, name, done=self._changed))
        panel.remove_requested.connect(lambda name: self._start(_remove, name, done=self._changed))

    def refresh(self) -> None:
        """Show what packages there are now."""
        self._start(_packages, done=self._show)

    def install(self, source: str) -> None:
        """Install a package from a file or folder."""
        self._tell(self.tr("Installing"), 0, 0)
        self._start(_install, source, done=self._changed)

    def _ask_index(self) -> None:
        self._tell(self.tr("Asking the Argos index"), 0, 0)
        self._start(_offers, done=self._show_offers)

    def _download(self, name: str) -> None:
        self._tell(self.tr("Downloading"), 0, 0)
        self._start(
            _download, self._offers[name], done=self._changed,
            progress=lambda done, total: self._tell(self.tr("Downloading"), done, total),
        )  # fmt: skip

    def _cancel(self) -> None:
        self._jobs.cancel(self._job)
        if self._panel is not None:
            self._panel.finish()

    def _start(
        self,
        work: Callable[..., Any],
        *arguments: Any,
        done: Callable[[Any], None],
        progress: Callable[..., None] | None = None,
    ) -> None:
        self._job = self._jobs.submit(
            Lane.PACKAGES, work, self._service, *arguments, done=done, failed=self._failed, progress=progress
        )

    def _show(self, rows: Sequence[PackageRow]) -> None:
        if self._panel is not None:
            self._panel.set_packages(rows)

    def _show_offers(self, offers: Sequence[Offer]) -> None:
        self._offers = {offer.id: offer for offer in offers}
        if self._panel is not None:
            self._panel.finish()
            self._panel.set_offers([OfferRow(offer.id, offer.direction, offer.version) for offer in offers])

    def _changed(self, _value: object) -> None:
        if self._panel is not None:
            self._panel.finish()
        self.refresh()
        self.packages_changed.emit()

    def _failed(self, error: ReaderError) -> None:
        if self._panel is not None:
            self._panel.finish(error_sentence(error))

    def _tell(self, what: str, done: int, total: int) -> None:
        if self._panel is not None:
            self._panel.set_progress(what, done, total)


# What the worker does.


def _packages(service: TranslationService, token: CancelToken) -> list[PackageRow]:
    return [
        PackageRow(package, service.package_for(package.direction) == package)
        for package in service.registry.packages()
    ]


def _install(service: TranslationService, source: str, token: CancelToken) -> Package:
    return service.install(Path(source), token)


def _offers(service: TranslationService, token: CancelToken) -> list[Offer]:
    return service.offers(token)


def _download(service: TranslationService, offer: Offer, report: Report, token: CancelToken) -> Package:
    return service.download(offer, lambda done, total: report(done, total) and None, token)


def _use(service: TranslationService, name: str, token: CancelToken) -> None:
    service.use(_by_id(service, name))


def _remove(service: TranslationService, name: str, token: CancelToken) -> None:
    service.remove(_by_id(service, name))


def _by_id(service: TranslationService, name: str) -> Package:
    return next(package for package in service.registry.packages() if package.id == name)
