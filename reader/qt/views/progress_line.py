"""How far a download is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reader.qt.theme import Theme
from reader.qt.views.dressed import Dressed, label

_STEPS = 1000


def file_size(count: int) -> str:
    """Return a number of bytes as people read it ("14.7 MB"), "" for none."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat) if count else ""


class ProgressLine(Dressed):
    """A sentence, a thin bar, Cancel; hidden until there is progress."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._what = label("muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = QPushButton()
        self._cancel.clicked.connect(self.cancelled)
        texts, row = QVBoxLayout(), QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        texts.addWidget(self._what)
        texts.addWidget(self._bar)
        row.addLayout(texts, 1)
        row.addWidget(self._cancel)
        self.hide()
        self.retranslate()

    def set_progress(self, what: str, done: int, total: int) -> None:
        """Say `what` is going on and how many bytes are `done`; a `total` of 0 shows that it goes on, not how far."""
        amount = f"{file_size(done) or 0} / {file_size(total)}" if total else file_size(done)
        self._what.setText(f"{what}  {amount}".rstrip())
        self._bar.setAccessibleName(what)
        self._bar.setRange(0, _STEPS if total else 0)
        self._bar.setValue(_STEPS * min(done, total) // total if total else 0)
        self.show()

    def retranslate(self) -> None:
        """Set the texts."""
        self._cancel.setText(self.tr("Cancel"))
