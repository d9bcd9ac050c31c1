"""What Comillas is, which version, what it stands on."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reader.qt.icons import application_icon
from reader.qt.theme import Theme
from reader.qt.views.dressed import label
from reader.qt.views.overlay import Overlay


class AboutOverlay(Overlay):
    """A few lines and a button."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        picture = QLabel()
        picture.setPixmap(application_icon().pixmap(QSize(72, 72)))
        self._title, self._what, self._made = label("title"), label(wrap=True), label("muted", wrap=True)
        self._title.setText("Comillas")
        self._done = QPushButton()
        self._done.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 26, 32, 22)
        column.setSpacing(10)
        for widget in (picture, self._title, self._what, self._made):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(widget)
        column.addWidget(self._done, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setFixedWidth(420)
        self.retranslate()

    def first_focus(self) -> QWidget:
        """Begin at the button."""
        return self._done

    def sizeHint(self) -> QSize:
        """Return the height that the lines need."""
        return QSize(420, self.heightForWidth(420))

    def retranslate(self) -> None:
        """Set the texts."""
        self.setAccessibleName(self.tr("About Comillas"))
        self._what.setText(
            self.tr("Reads an article in Spanish or English: every quote, who said it, and what it says in the other.")
        )
        facts = self.tr("Version {version} · Qt {qt} · Argos packages and CTranslate2 · Literata, Newsreader and Inter")
        privacy = self.tr("Translations are made on this computer; nothing you read leaves it.")
        self._made.setText(privacy + "\n\n" + facts.format(version=_version(), qt=qVersion()))
        self._done.setText(self.tr("Close"))


def _version() -> str:
    try:
        return version("comillas")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "?"
