"""The package manager: which translation packages are here, where from, which is in use; get, drop in, remove."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.core.translation.base import Direction
from reader.qt.i18n import language_name
from reader.qt.models.packages import OfferRow, PackageRow
from reader.qt.theme import Theme
from reader.qt.views.dressed import IconButton, label, rule
from reader.qt.views.overlay import Overlay
from reader.qt.views.progress_line import ProgressLine, file_size


class PackagesPanel(Overlay):
    """Shows what it is given; every wish goes out as a signal. It stays open beside the reading."""

    install_requested = Signal(str)  # a file or folder
    index_requested = Signal()
    download_requested = Signal(str)  # an offer's id
    cancel_requested = Signal()
    use_requested = Signal(str)  # a package's id
    remove_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, stays=True)
        self._rows: tuple[PackageRow, ...] = ()
        self._offers: tuple[OfferRow, ...] | None = None
        self._title, self._hint = label("title"), label("muted", wrap=True)
        self._message = label("warning", wrap=True)
        self._message.hide()
        self._progress = ProgressLine(theme)
        self._progress.cancelled.connect(self.cancel_requested)
        self._file, self._index = QPushButton(), QPushButton()
        self._file.clicked.connect(self._choose_file)
        self._index.clicked.connect(self.index_requested)
        self._close = IconButton("close")
        self._close.clicked.connect(self.close)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(True)
        top, buttons, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        top.addWidget(self._title, 1)
        top.addWidget(self._close)
        buttons.addWidget(self._file)
        buttons.addWidget(self._index)
        buttons.addStretch(1)
        column.setContentsMargins(20, 14, 14, 16)
        column.addLayout(top)
        column.addWidget(self._hint)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._message)
        column.addWidget(self._progress)
        column.addLayout(buttons)
        self.retranslate()
        self.dress()

    def set_packages(self, rows: Sequence[PackageRow]) -> None:
        """Show the packages that are here."""
        self._rows = tuple(rows)
        self._fill()

    def set_offers(self, offers: Sequence[OfferRow]) -> None:
        """Show what the index offers."""
        self._offers = tuple(offers)
        self._fill()

    def set_progress(self, what: str, done: int, total: int) -> None:
        """Show how far an install or download is, in bytes; `total` 0 when nobody knows."""
        self._message.hide()
        self._progress.set_progress(what, done, total)
        self._enable(False)

    def finish(self, problem: str = "") -> None:
        """Put the progress away, and say what went wrong if something did."""
        self._progress.hide()
        self._message.setText(problem)
        self._message.setVisible(bool(problem))
        self._enable(True)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(620, 480)

    def first_focus(self) -> QWidget:
        """Begin at the first button."""
        return self._file

    def retranslate(self) -> None:
        """Set the texts."""
        self.setAccessibleName(self.tr("Translation packages"))
        self._title.setText(self.tr("Translation packages"))
        self._hint.setText(self.tr("Translations are made on this computer. Drop an Argos package here to install it."))
        self._file.setText(self.tr("Install from a file…"))
        self._index.setText(self.tr("See what can be downloaded"))
        self._index.setToolTip(self.tr("Asks the Argos package index over the internet, now and only now."))
        self._close.name(self.tr("Close"))
        self._progress.retranslate()
        self._fill()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders of this computer."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask to install what was dropped."""
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.install_requested.emit(url.toLocalFile())

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Install a translation package"))
        dialog.setNameFilters([self.tr("Argos packages (*.argosmodel *.zip)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.install_requested)
        dialog.open()

    def _enable(self, enabled: bool) -> None:
        for button in (self._file, self._index, *self._scroll.findChildren(QPushButton)):
            button.setEnabled(enabled)

    def _fill(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 6, 10, 6)
        column.setSpacing(4)
        for direction, rows in groupby(sorted(self._rows, key=_by_direction), key=_by_direction):
            column.addWidget(self._heading(direction))
            column.addWidget(rule())
            for row in rows:
                column.addWidget(self._package_line(row))
            column.addSpacing(10)
        if self._offers is not None:
            heading = label("heading")
            heading.setText(self.tr("To download") if self._offers else self.tr("There is nothing more to download."))
            column.addWidget(heading)
            column.addWidget(rule())
            for offer in self._offers:
                column.addWidget(self._offer_line(offer))
        column.addStretch(1)
        self._scroll.setWidget(body)
        for button in body.findChildren(IconButton):
            button.dress(self.theme)

    def _heading(self, direction: Direction) -> QWidget:
        heading = label("heading")
        heading.setText(self._direction(direction))
        return heading

    def _direction(self, direction: Direction) -> str:
        return f"{language_name(direction.source)} → {language_name(direction.target)}"

    def _package_line(self, row: PackageRow) -> QWidget:
        package = row.package
        origin = self.tr("comes with Comillas") if package.bundled else self.tr("installed by you")
        version = self.tr("version {version}").format(version=package.version or "?")
        facts = [origin, version, file_size(package.size), package.licence or self.tr("no licence stated")]
        line, layout = _line(package.name, " · ".join(facts))
        if row.in_use:
            badge = label("accent")
            badge.setText("✓ " + self.tr("in use"))
            layout.addWidget(badge)
        else:
            use = QPushButton(self.tr("Use this one"))
            use.setAccessibleName(self.tr("Use {name}").format(name=package.name))
            use.clicked.connect(lambda: self.use_requested.emit(package.id))
            layout.addWidget(use)
        if not package.bundled:
            remove = IconButton("trash")
            remove.name(self.tr("Remove {name}").format(name=package.name))
            remove.clicked.connect(lambda: self.remove_requested.emit(package.id))
            layout.addWidget(remove)
        return line

    def _offer_line(self, offer: OfferRow) -> QWidget:
        facts = [self.tr("version {version}").format(version=offer.version), file_size(offer.size)]
        line, layout = _line(self._direction(offer.direction), " · ".join(filter(None, facts)))
        get = QPushButton(self.tr("Download"))
        get.setAccessibleName(self.tr("Download {name}").format(name=self._direction(offer.direction)))
        get.clicked.connect(lambda: self.download_requested.emit(offer.id))
        layout.addWidget(get)
        return line


def _by_direction(row: PackageRow) -> Direction:
    return row.package.direction


def _line(name: str, facts: str) -> tuple[QFrame, QHBoxLayout]:
    """Return a line with a name over its facts, and the layout that buttons go into."""
    line = QFrame()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 4, 0, 4)
    texts = QVBoxLayout()
    texts.setSpacing(1)
    first, second = label(), label("muted", wrap=True)
    first.setText(name)
    second.setText(facts)
    texts.addWidget(first)
    texts.addWidget(second)
    layout.addLayout(texts, 1)
    return line, layout
